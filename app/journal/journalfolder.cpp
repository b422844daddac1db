// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalfolder.h"

#include "app/journal/journallink.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

using Kind = JournalProblem::Kind;

constexpr mode_t ownFile = S_IRUSR | S_IWUSR;
constexpr mode_t othersMayWrite = S_IWGRP | S_IWOTH;

// Name of the database and what SQLite puts beside it, then ours.
constexpr std::array databaseEndings = {"db", "db-wal", "db-shm", "head"};

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

QByteArray encoded(const QString &path)
{
    return QFile::encodeName(path);
}

JournalProblem problemOf(Kind kind, const QString &path, const QString &reason)
{
    return {kind, path, reason, {}};
}

Kind kindOfWriteError()
{
    return errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? Kind::NoRoom : Kind::NotWritable;
}

bool syncPath(const QString &path, int flags)
{
    const int descriptor = ::open(encoded(path).constData(), flags | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isSynced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isSynced;
}

//! False with errno: no room for so many bytes.
bool fill(int descriptor, qsizetype size)
{
    const QByteArray filler(size, 'x');
    qsizetype written = 0;
    while (written < size) {
        // Where the room ends in the middle it is the next write that says why.
        const ssize_t count = ::write(descriptor, filler.constData() + written,
                                      static_cast<std::size_t>(size - written));
        if (count <= 0)
            return false;
        written += count;
    }
    return true;
}

//! A new file of its own that only this user may use; -1 with errno else.
int makeFile(const QString &path)
{
    return ::open(encoded(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                  ownFile);
}

QByteArray headText(const HeadMark &mark)
{
    return QByteArray::number(mark.links).rightJustified(20, '0') + ' ' + mark.hash.toHex() + '\n';
}

HeadMark readHeadText(const QByteArray &text)
{
    HeadMark mark;
    bool isNumber = false;
    mark.links = text.left(20).toLongLong(&isNumber);
    mark.hash = QByteArray::fromHex(text.mid(21, 64));
    return isNumber && text == headText(mark) ? mark : HeadMark{};
}

std::optional<JournalProblem> fileProblem(const QString &path)
{
    struct stat facts = {};
    if (::lstat(encoded(path).constData(), &facts) != 0) {
        if (errno == ENOENT)
            return std::nullopt;
        return problemOf(Kind::NotReadable, path, systemReason());
    }
    if (!S_ISREG(facts.st_mode))
        return problemOf(Kind::NotReadable, path, QStringLiteral("not a plain file"));
    if (facts.st_uid != ::geteuid())
        return problemOf(Kind::ForeignFolder, path, QStringLiteral("belongs to another user"));
    if (facts.st_mode & othersMayWrite)
        return problemOf(Kind::ForeignFolder, path, QStringLiteral("others may write to it"));
    // Nobody but its owner has a use for it; a medium that is read-only keeps it as it is.
    if (facts.st_mode & (S_IRWXG | S_IRWXO))
        ::chmod(encoded(path).constData(), ownFile);
    return std::nullopt;
}

} // namespace

JournalFolder::JournalFolder(const QString &path)
    : m_path(QDir::cleanPath(QDir(path).absolutePath()))
{
}

JournalFolder::~JournalFolder()
{
    closeHead();
    release();
}

QString JournalFolder::file(const QString &name) const
{
    return QString(m_path + u'/' + name);
}

QString JournalFolder::databasePath() const
{
    return file(QStringLiteral("decisions.db"));
}

std::optional<JournalProblem> JournalFolder::prepare() const
{
    const QFileInfo info(m_path);
    QDir().mkpath(info.path());
    const QByteArray path = encoded(m_path);
    if (::mkdir(path.constData(), S_IRWXU) == 0) {
        syncPath(info.path(), O_RDONLY | O_DIRECTORY);
        return std::nullopt;
    }
    if (errno != EEXIST)
        return problemOf(kindOfWriteError(), m_path, systemReason());
    struct stat facts = {};
    if (::lstat(path.constData(), &facts) != 0)
        return problemOf(Kind::NotReadable, m_path, systemReason());
    if (!S_ISDIR(facts.st_mode))
        return problemOf(Kind::ForeignFolder, m_path, QStringLiteral("not a folder, or a link"));
    if (facts.st_uid != ::geteuid())
        return problemOf(Kind::ForeignFolder, m_path, QStringLiteral("belongs to another user"));
    if (facts.st_mode & othersMayWrite)
        return problemOf(Kind::ForeignFolder, m_path, QStringLiteral("others may write to it"));
    // Nobody but its owner has a use for it; a medium that is read-only keeps it as it is.
    if (facts.st_mode & (S_IRWXG | S_IRWXO))
        ::chmod(path.constData(), S_IRWXU);
    return std::nullopt;
}

std::optional<JournalProblem> JournalFolder::lock()
{
    if (isLocked())
        return std::nullopt;
    const QString path = file(QStringLiteral("decisions.lock"));
    const int descriptor = ::open(encoded(path).constData(),
                                  O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, ownFile);
    if (descriptor < 0)
        return problemOf(kindOfWriteError(), path, systemReason());
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        m_lock = descriptor;
        return std::nullopt;
    }
    const bool isHeld = errno == EWOULDBLOCK;
    const QString reason = systemReason();
    ::close(descriptor);
    return problemOf(isHeld ? Kind::InUse : Kind::NotWritable, path, reason);
}

void JournalFolder::release()
{
    if (m_lock >= 0)
        ::close(m_lock);
    m_lock = -1;
}

std::optional<JournalProblem> JournalFolder::checkFiles() const
{
    for (const char *ending : databaseEndings) {
        const auto problem =
            fileProblem(file(QStringLiteral("decisions.") + QLatin1String(ending)));
        if (problem)
            return problem;
    }
    return std::nullopt;
}

bool JournalFolder::hasDatabase() const
{
    struct stat facts = {};
    return ::lstat(encoded(databasePath()).constData(), &facts) == 0;
}

bool JournalFolder::hasLog() const
{
    struct stat facts = {};
    const QString path = file(QStringLiteral("decisions.db-wal"));
    return ::lstat(encoded(path).constData(), &facts) == 0 ? facts.st_size > 0 : errno != ENOENT;
}

std::optional<JournalProblem> JournalFolder::makeFiles()
{
    // The mark first, and whole: an empty database beside half a mark is one that was emptied.
    const auto mark = head();
    const bool isMarked = mark && !mark->hash.isEmpty();
    if (!isMarked && !(setHead({0, chainBeginning()}) && ::fsync(m_head) == 0))
        return problemOf(kindOfWriteError(), file(QStringLiteral("decisions.head")),
                         systemReason());
    const int descriptor = makeFile(databasePath());
    if (descriptor < 0 && errno != EEXIST)
        return problemOf(kindOfWriteError(), databasePath(), systemReason());
    if (descriptor >= 0)
        ::close(descriptor);
    if (!syncPath(m_path, O_RDONLY | O_DIRECTORY))
        return problemOf(kindOfWriteError(), m_path, systemReason());
    return std::nullopt;
}

std::optional<HeadMark> JournalFolder::head() const
{
    const int descriptor = ::open(encoded(file(QStringLiteral("decisions.head"))).constData(),
                                  O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return errno == ENOENT ? std::nullopt : std::optional(HeadMark{});
    std::array<char, 128> text{};
    const ssize_t size = ::read(descriptor, text.data(), text.size());
    ::close(descriptor);
    return readHeadText(QByteArray(text.data(), size > 0 ? size : 0));
}

bool JournalFolder::setHead(const HeadMark &mark)
{
    const QString path = file(QStringLiteral("decisions.head"));
    if (m_head < 0)
        m_head = ::open(encoded(path).constData(),
                        O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, ownFile);
    // All marks have one length, far below a sector: there is no moment at which it is half old and
    // half new, and none at which it is missing, as there is between a new file and its name.
    const QByteArray text = headText(mark);
    return m_head >= 0 && ::pwrite(m_head, text.constData(), static_cast<std::size_t>(text.size()),
                                   0) == static_cast<ssize_t>(text.size());
}

void JournalFolder::closeHead()
{
    if (m_head >= 0)
        ::close(m_head);
    m_head = -1;
}

std::optional<JournalProblem> JournalFolder::roomProblem() const
{
    const QString path = file(QStringLiteral("decisions.room"));
    ::unlink(encoded(path).constData());
    const int descriptor = makeFile(path);
    if (descriptor < 0)
        return problemOf(kindOfWriteError(), path, systemReason());
    const bool isWritten = fill(descriptor, 64 * 1024) && ::fsync(descriptor) == 0;
    std::optional<JournalProblem> problem;
    if (!isWritten)
        problem = problemOf(kindOfWriteError(), m_path, systemReason());
    ::close(descriptor);
    ::unlink(encoded(path).constData());
    return problem;
}

QString JournalFolder::makeCopyFile(const QString &what, const QDateTime &now) const
{
    const QString stem =
        QStringLiteral("decisions-%1-%2")
            .arg(what, now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")));
    for (int i = 1; i < 100; ++i) {
        const QString name = i == 1 ? stem : QStringLiteral("%1-%2").arg(stem).arg(i);
        const QString path = file(QString(name + QStringLiteral(".db")));
        const int descriptor = makeFile(path);
        if (descriptor >= 0) {
            ::close(descriptor);
            return path;
        }
        if (errno != EEXIST)
            break;
    }
    return {};
}

bool JournalFolder::sync(const QString &path) const
{
    return syncPath(path, O_RDONLY) && syncPath(m_path, O_RDONLY | O_DIRECTORY);
}

std::optional<JournalProblem> JournalFolder::setAside(const QDateTime &now)
{
    closeHead();
    const QString copy = makeCopyFile(QStringLiteral("damaged"), now);
    if (copy.isEmpty())
        return problemOf(kindOfWriteError(), m_path, systemReason());
    const QString stem = copy.chopped(2); // without "db"
    // The database goes last, so that a crash on the way leaves something that is still damaged.
    for (auto ending = databaseEndings.rbegin(); ending != databaseEndings.rend(); ++ending) {
        const QString from = file(QStringLiteral("decisions.") + QLatin1String(*ending));
        const QString to = QString(stem + QLatin1String(*ending));
        if (::rename(encoded(from).constData(), encoded(to).constData()) != 0 && errno != ENOENT) {
            const JournalProblem problem = problemOf(kindOfWriteError(), from, systemReason());
            // Nothing is left under the name that was to keep the database: it is still empty.
            ::unlink(encoded(copy).constData());
            return problem;
        }
    }
    syncPath(m_path, O_RDONLY | O_DIRECTORY);
    return std::nullopt;
}

} // namespace countersign
