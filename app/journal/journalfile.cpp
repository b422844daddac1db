// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalfile.h"

#include "app/journal/journalschema.h"

#include <QFileInfo>

namespace countersign {

namespace {

using Kind = JournalProblem::Kind;
using Problem = std::optional<JournalProblem>;

JournalProblem damage(const QString &path, const char *finding)
{
    return {Kind::Damaged, path, {}, QString::fromLatin1(finding)};
}

Error localFault(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = detail;
    return error;
}

} // namespace

JournalFile::JournalFile(const QString &folder, const Clock &clock)
    : m_clock(clock)
    , m_folder(folder)
{
}

JournalFile::~JournalFile()
{
    close();
}

void JournalFile::close()
{
    // The writer last: it then moves the write-ahead log into the file. stopWriting() has the other
    // order.
    m_reader.reset();
    m_writer.reset();
    m_needsCheck = false;
    m_version = 0;
    m_head = {0, chainBeginning()};
    m_mark.reset();
}

void JournalFile::stopWriting()
{
    // While a reader is there, a writer that leaves does not touch the file.
    m_writer.reset();
}

JournalProblem JournalFile::problemOf(const SqlConnection &connection) const
{
    JournalProblem problem;
    problem.kind = connection.lastProblem().value_or(Kind::Damaged);
    problem.path = m_folder.databasePath();
    problem.reason = connection.lastReason();
    if (problem.kind == Kind::Damaged)
        problem.finding = QStringLiteral("the file cannot be read");
    // SQLite tells a quota from a medium that is out of order no more than the name of the call.
    if (problem.kind == Kind::NotWritable) {
        const Problem room = m_folder.roomProblem();
        if (room && room->kind == Kind::NoRoom)
            problem.kind = Kind::NoRoom;
    }
    return problem;
}

Problem JournalFile::open(qint64 shortChain)
{
    close();
    if (Problem problem = m_folder.prepare())
        return problem;
    const Problem lockProblem = m_folder.lock();
    if (Problem problem = m_folder.checkFiles())
        return problem;
    const QFileInfo database(m_folder.databasePath());
    m_mark = m_folder.head();
    if (!m_folder.hasDatabase() && m_mark && m_mark->links > 0)
        return damage(database.filePath(), "the file is gone");
    if (database.size() == 0 && !lockProblem) {
        // Made once more where the program was killed while it made them.
        if (Problem problem = m_folder.makeFiles())
            return problem;
        m_mark = m_folder.head();
    }
    if (database.size() > 0) {
        if (Problem problem = openReader())
            return problem;
    }
    if (Problem problem = readVersion(m_mark))
        return problem;
    if (m_version > 0) {
        if (Problem problem = checkOpened(m_mark, shortChain))
            return problem;
    }
    if (lockProblem)
        return lockProblem;
    if (Problem problem = openWriter())
        return problem;
    return m_needsCheck ? Problem() : endCheck();
}

Problem JournalFile::openReader()
{
    m_readMode = SqlConnection::Mode::Read;
    m_reader = std::make_unique<SqlConnection>();
    bool isOpen = m_reader->open(m_folder.databasePath(), m_readMode) &&
                  m_reader->run(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!isOpen && m_reader->lastProblem() != Kind::Damaged && !m_folder.hasLog()) {
        // Where nothing can be made there is no room for what readers share either; but without a
        // write-ahead log the file is all there is.
        m_readMode = SqlConnection::Mode::ReadFrozen;
        m_reader = std::make_unique<SqlConnection>();
        isOpen = m_reader->open(m_folder.databasePath(), m_readMode) &&
                 m_reader->run(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    }
    if (isOpen)
        return std::nullopt;
    const JournalProblem problem = problemOf(*m_reader);
    m_reader.reset();
    return problem;
}

Problem JournalFile::readVersion(const std::optional<HeadMark> &mark)
{
    m_version = 0;
    qint64 tables = 0;
    if (m_reader) {
        m_version = m_reader->value(QStringLiteral("PRAGMA user_version")).toInt();
        tables = m_reader->value(QStringLiteral("SELECT count(*) FROM sqlite_master")).toLongLong();
    }
    const QString path = m_folder.databasePath();
    if (m_version > journalVersion) {
        m_reader.reset();
        return JournalProblem{Kind::Newer, path, {}, {}};
    }
    if (m_version == 0 && tables == 0) {
        // Made a moment before the program was killed; but an emptied file has a mark of its own.
        const bool isNew = !mark || (mark->links == 0 && !mark->hash.isEmpty());
        m_reader.reset();
        return isNew ? Problem() : damage(path, "the file is empty");
    }
    if (m_version >= 1 && isSchemaOf(*m_reader, m_version))
        return std::nullopt;
    m_reader.reset();
    return damage(path, "the tables are not those of this program");
}

Problem JournalFile::checkOpened(const std::optional<HeadMark> &mark, qint64 shortChain)
{
    if (Problem problem = readHead())
        return problem;
    const bool isShort = m_head.links <= shortChain || m_version < journalVersion;
    if (isShort)
        return check();
    m_needsCheck = true;
    return checkEnd(mark);
}

Problem JournalFile::readHead()
{
    HeadMark found = {0, chainBeginning()};
    const bool isRead = m_reader->rows(
        QStringLiteral("SELECT number, hash FROM links ORDER BY number DESC LIMIT 1"), {},
        [&found](const QSqlQuery &row) {
            found = {row.value(0).toLongLong(), row.value(1).toByteArray()};
            return true;
        });
    if (!isRead)
        return problemOf(*m_reader);
    m_head = found;
    return std::nullopt;
}

//! The mark stands in the chain, and what follows it holds.
Problem JournalFile::checkEnd(const std::optional<HeadMark> &mark) const
{
    const QString path = m_folder.databasePath();
    if (!mark || mark->hash.isEmpty())
        return damage(path,
                      mark ? "decisions.head cannot be understood" : "decisions.head is missing");
    const auto finding = [&path](qint64 number, const char *what) {
        return JournalProblem{Kind::Damaged,
                              path,
                              {},
                              QStringLiteral("record %1 %2").arg(number).arg(QLatin1String(what))};
    };
    if (mark->links > m_head.links)
        return finding(m_head.links + 1, "is missing");
    QByteArray previous = mark->hash;
    Problem problem;
    const bool isRead = m_reader->rows(
        QStringLiteral("SELECT number, content, content_sha256, previous, hash FROM links"
                       " WHERE number >= ? ORDER BY number"),
        {mark->links}, [&](const QSqlQuery &row) {
            const JournalLink link = {row.value(0).toLongLong(), row.value(1).toByteArray(),
                                      row.value(2).toByteArray(), row.value(3).toByteArray(),
                                      row.value(4).toByteArray()};
            const bool isMarked = link.number == mark->links;
            if (!link.holds() || (isMarked ? link.hash : link.previous) != previous)
                problem = finding(link.number, "is not what was written");
            previous = link.hash;
            return !problem;
        });
    return isRead ? problem : problemOf(*m_reader);
}

std::unique_ptr<ChainCheck> JournalFile::newCheck() const
{
    return std::make_unique<ChainCheck>(m_folder.databasePath(), m_readMode, m_version, m_mark);
}

Problem JournalFile::check() const
{
    if (!isReadable())
        return JournalProblem{Kind::NotReadable, m_folder.databasePath(), {}, {}};
    const std::atomic_bool isStopped = false;
    Problem problem = chainProblem(*m_reader, m_version, m_folder.head(), isStopped);
    if (problem)
        problem->path = m_folder.databasePath();
    return problem;
}

ChainChecker JournalFile::checker() const
{
    const QString path = m_folder.databasePath();
    if (!isReadable())
        return [path](const std::atomic_bool &) -> Problem {
            return JournalProblem{Kind::NotReadable, path, {}, {}};
        };
    return [path, mode = m_readMode, version = m_version,
            mark = m_folder.head()](const std::atomic_bool &isStopped) {
        return fileProblem(path, mode, version, mark, isStopped);
    };
}

Problem JournalFile::openWriter()
{
    m_writer = std::make_unique<SqlConnection>();
    if (!m_writer->open(m_folder.databasePath(), SqlConnection::Mode::Write)) {
        const JournalProblem problem = problemOf(*m_writer);
        m_writer.reset();
        return problem;
    }
    if (m_version == journalVersion)
        return std::nullopt;
    if (Problem problem = bringToVersion()) {
        m_writer.reset();
        return problem;
    }
    return openReader();
}

Problem JournalFile::bringToVersion()
{
    if (m_version > 0) {
        if (Problem problem = keepCopy())
            return problem;
    }
    const bool isDone = m_writer->run(QStringLiteral("BEGIN IMMEDIATE")) &&
                        migrate(*m_writer, m_version) && m_writer->run(QStringLiteral("COMMIT"));
    if (isDone) {
        m_version = journalVersion;
        return std::nullopt;
    }
    const JournalProblem problem = problemOf(*m_writer);
    static_cast<void>(m_writer->run(QStringLiteral("ROLLBACK")));
    return problem;
}

Problem JournalFile::keepCopy()
{
    const QString what = QStringLiteral("v%1").arg(m_version);
    const QString path = m_folder.makeCopyFile(what, m_clock.now());
    if (path.isEmpty()) {
        const Problem room = m_folder.roomProblem();
        return room ? room : JournalProblem{Kind::NotWritable, m_folder.databasePath(), {}, {}};
    }
    if (m_writer->run(QStringLiteral("VACUUM INTO ?"), {path}) && m_folder.sync(path))
        return std::nullopt;
    return problemOf(*m_writer);
}

Problem JournalFile::endCheck()
{
    m_needsCheck = false;
    const bool isWritten =
        m_writer->run(QStringLiteral("BEGIN IMMEDIATE")) &&
        m_writer->run(QStringLiteral("PRAGMA user_version = %1").arg(m_version)) &&
        m_writer->run(QStringLiteral("COMMIT"));
    if (!isWritten) {
        const JournalProblem problem = problemOf(*m_writer);
        static_cast<void>(m_writer->run(QStringLiteral("ROLLBACK")));
        stopWriting();
        return problem;
    }
    m_folder.setHead(m_head);
    return std::nullopt;
}

Problem JournalFile::setAside()
{
    if (Problem problem = m_folder.lock())
        return problem;
    close();
    return m_folder.setAside(m_clock.now());
}

qint64 JournalFile::foreignWrites() const
{
    return m_reader->value(QStringLiteral("PRAGMA data_version")).toLongLong();
}

std::optional<Error> JournalFile::transact(const std::function<std::optional<Error>()> &write,
                                           Problem &problem)
{
    const auto failed = [&] {
        const QString reason = m_writer->lastReason();
        if (m_writer->lastProblem())
            problem = problemOf(*m_writer);
        static_cast<void>(m_writer->run(QStringLiteral("ROLLBACK")));
        return localFault(reason);
    };
    if (!m_writer->run(QStringLiteral("BEGIN IMMEDIATE")))
        return failed();
    m_pending = m_head;
    HeadMark last = {0, chainBeginning()};
    if (!m_writer->rows(
            QStringLiteral("SELECT number, hash FROM links ORDER BY number DESC LIMIT 1"), {},
            [&last](const QSqlQuery &row) {
                last = {row.value(0).toLongLong(), row.value(1).toByteArray()};
                return true;
            }))
        return failed();
    if (last != m_head) {
        static_cast<void>(m_writer->run(QStringLiteral("ROLLBACK")));
        problem = damage(m_folder.databasePath(), "the end was written by something else");
        return localFault(problem->finding);
    }
    const std::optional<Error> error = write();
    if (error && m_writer->lastCode() != 0)
        return failed();
    if (error) {
        static_cast<void>(m_writer->run(QStringLiteral("ROLLBACK")));
        return error;
    }
    if (!m_writer->run(QStringLiteral("COMMIT")))
        return failed();
    m_head = m_pending;
    m_folder.setHead(m_head);
    return std::nullopt;
}

JournalLink JournalFile::linkOf(const QByteArray &content) const
{
    return JournalLink::made(nextNumber(), content, m_pending.hash);
}

bool JournalFile::add(const JournalLink &link, LinkKind kind, std::optional<qint64> decision)
{
    const QVariant owner = decision ? QVariant(*decision) : QVariant();
    if (!m_writer->run(
            QStringLiteral("INSERT INTO links (number, decision, kind, content, content_sha256,"
                           " previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {link.number, owner, linkWord(kind), link.content, link.contentSha256, link.previous,
             link.hash}))
        return false;
    m_pending = {link.number, link.hash};
    return true;
}

void JournalFile::emptyLog()
{
    static_cast<void>(m_writer->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
}

} // namespace countersign
