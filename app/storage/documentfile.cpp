// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/documentfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

//! Opens a plain file of this user without following a link; -1 with errno else.
int openOwn(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return -1;
    struct stat facts = {};
    if (::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_uid == ::geteuid())
        return descriptor;
    ::close(descriptor);
    errno = EPERM;
    return -1;
}

DocumentProblem problemOf(const QString &path, DocumentProblem::Kind kind, const QString &reason)
{
    return {kind, QFileInfo(path).fileName(), {}, reason};
}

DocumentProblem setAside(const QString &path, const QDateTime &now, const QString &reason)
{
    const QString stem = QString(path + QStringLiteral(".damaged-") +
                                 now.toString(QStringLiteral("yyyyMMdd-HHmmss")));
    // link() never replaces what is there, unlike rename().
    for (int i = 0; i < 100; ++i) {
        const QString kept = i == 0 ? stem : QStringLiteral("%1-%2").arg(stem).arg(i);
        const QByteArray from = QFile::encodeName(path);
        if (::link(from.constData(), QFile::encodeName(kept).constData()) == 0) {
            if (::unlink(from.constData()) != 0)
                break;
            DocumentProblem problem = problemOf(path, DocumentProblem::Kind::SetAside, reason);
            problem.keptAs = QFileInfo(kept).fileName();
            return problem;
        }
        if (errno != EEXIST)
            break;
    }
    return problemOf(path, DocumentProblem::Kind::NotReadable, systemReason());
}

//! What is in a file, or why it cannot be had. Neither: there is no file.
struct FileReading
{
    std::optional<QByteArray> text; //!< at most one byte more than asked for
    std::optional<DocumentProblem> problem;
};

FileReading readOwn(const QString &path, qint64 limit)
{
    const int descriptor = openOwn(path);
    if (descriptor < 0 && errno == ENOENT)
        return {};
    if (descriptor < 0)
        return {{}, problemOf(path, DocumentProblem::Kind::NotReadable, systemReason())};
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return {{}, problemOf(path, DocumentProblem::Kind::NotReadable, file.errorString())};
    }
    return {file.read(limit + 1), {}};
}

} // namespace

std::optional<DocumentProblem> setAsideUnless(const QString &path, qint64 limit,
                                              const QDateTime &now,
                                              const std::function<bool(const QByteArray &)> &isGood)
{
    const FileReading reading = readOwn(path, limit);
    if (!reading.text || (reading.text->size() <= limit && isGood(*reading.text)))
        return reading.problem;
    return setAside(path, now, {});
}

DocumentFile::DocumentFile(QString path, qint64 version, qint64 limit)
    : m_path(std::move(path))
    , m_version(version)
    , m_limit(limit)
{
}

std::optional<Json> DocumentFile::read(const QDateTime &now)
{
    const FileReading reading = readOwn(m_path, m_limit);
    m_problem = reading.problem;
    if (reading.text) {
        JsonLimits limits;
        limits.bytes = m_limit;
        const Json::ParseResult parsed = Json::parse(*reading.text, limits);
        const auto version =
            parsed ? (*parsed.json)[u"version"].toInteger() : std::optional<qint64>();
        if (version && *version >= 1 && *version <= m_version)
            return parsed.json;
        if (version && *version > m_version)
            m_problem = problemOf(m_path, DocumentProblem::Kind::Newer, {});
        else
            m_problem = setAside(m_path, now, parsed.error.reason);
    }
    m_isClosed = m_problem && m_problem->kind != DocumentProblem::Kind::SetAside;
    return std::nullopt;
}

bool DocumentFile::write(const QByteArray &text)
{
    if (m_isClosed)
        return false;
    QSaveFile file(m_path);
    file.setDirectWriteFallback(false);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(text) == text.size() && file.commit();
    if (!isWritten) {
        m_problem = problemOf(m_path, DocumentProblem::Kind::NotWritable, file.errorString());
        return false;
    }
    if (m_problem && m_problem->kind == DocumentProblem::Kind::NotWritable)
        m_problem.reset();
    return true;
}

} // namespace countersign
