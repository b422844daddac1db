// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalschema.h"

#include "app/journal/journallink.h"
#include "app/journal/journalwords.h"

#include <utility>

namespace countersign {

namespace {

// `links` is the chain and the only place where what was decided is kept; `decisions` repeats what
// is searched by, and is compared with the chain whenever the file is checked. A removal is the
// last link while it takes content off, which is what the triggers ask for.
const char *const firstVersion[] = {
    "CREATE TABLE decisions ("
    " sequence INTEGER PRIMARY KEY,"
    " id BLOB NOT NULL UNIQUE,"
    " account BLOB NOT NULL,"
    " region BLOB NOT NULL,"
    " execution BLOB NOT NULL,"
    " task BLOB NOT NULL,"
    " state BLOB NOT NULL,"
    " open INTEGER NOT NULL CHECK (open IN (0, 1)),"
    " unsettled INTEGER NOT NULL CHECK (unsettled IN (0, 1)),"
    " moved INTEGER NOT NULL," // of the newest link, milliseconds since 1970
    " CHECK (unsettled OR NOT open)"
    ") STRICT",
    "CREATE UNIQUE INDEX one_open ON decisions (account, region, execution, task) WHERE open = 1",
    "CREATE INDEX decisions_of_run ON decisions (execution)",
    "CREATE INDEX unsettled_decisions ON decisions (sequence) WHERE unsettled = 1",
    "CREATE TABLE links ("
    " number INTEGER PRIMARY KEY,"
    " decision INTEGER REFERENCES decisions (sequence),"
    " kind TEXT NOT NULL,"
    " content BLOB,"
    " content_sha256 BLOB NOT NULL CHECK (length(content_sha256) = 32),"
    " previous BLOB NOT NULL CHECK (length(previous) = 32),"
    " hash BLOB NOT NULL CHECK (length(hash) = 32)"
    ") STRICT",
    "CREATE INDEX links_of_decision ON links (decision, number)",
    "CREATE TRIGGER links_stay BEFORE DELETE ON links BEGIN"
    " SELECT RAISE(ABORT, 'links are never deleted'); END",
    "CREATE TRIGGER links_are_frozen BEFORE UPDATE ON links"
    " WHEN NOT (NEW.number = OLD.number AND NEW.kind = OLD.kind AND NEW.content IS NULL"
    " AND NEW.decision IS NULL AND NEW.content_sha256 = OLD.content_sha256"
    " AND NEW.previous = OLD.previous AND NEW.hash = OLD.hash"
    " AND (SELECT kind FROM links ORDER BY number DESC LIMIT 1) = 'removal') BEGIN"
    " SELECT RAISE(ABORT, 'links are never changed'); END",
    "CREATE TRIGGER links_follow BEFORE INSERT ON links"
    " WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM links) BEGIN"
    " SELECT RAISE(ABORT, 'links follow each other'); END",
    "CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions"
    " WHEN OLD.unsettled"
    " OR (SELECT kind FROM links ORDER BY number DESC LIMIT 1) IS NOT 'removal' BEGIN"
    " SELECT RAISE(ABORT, 'decisions are never deleted'); END",
    "CREATE TRIGGER decisions_are_frozen"
    " BEFORE UPDATE OF sequence, id, account, region, execution, task ON decisions BEGIN"
    " SELECT RAISE(ABORT, 'the record of a decision is never changed'); END",
};

// Approvals given are asked for with each reading of the waiting rows.
const char *const secondVersion[] = {
    "ALTER TABLE decisions ADD COLUMN actor BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE decisions ADD COLUMN approval INTEGER NOT NULL DEFAULT 0"
    " CHECK (approval IN (0, 1))",
    "CREATE INDEX approvals ON decisions (account, actor) WHERE approval = 1",
};
const char *const secondVersionFrozen =
    "CREATE TRIGGER actors_are_frozen BEFORE UPDATE OF actor ON decisions BEGIN"
    " SELECT RAISE(ABORT, 'the record of a decision is never changed'); END";

bool runAll(SqlConnection &connection, const char *const *begin, const char *const *end)
{
    for (const char *const *statement = begin; statement != end; ++statement) {
        if (!connection.run(QString::fromLatin1(*statement)))
            return false;
    }
    return true;
}

//! Fills what the second version keeps beside the chain, from the chain.
bool fillApprovals(SqlConnection &connection)
{
    std::vector<qint64> sequences;
    const bool isListed = connection.rows(QStringLiteral("SELECT sequence FROM decisions"), {},
                                          [&sequences](const QSqlQuery &row) {
                                              sequences.push_back(row.value(0).toLongLong());
                                              return true;
                                          });
    if (!isListed)
        return false;
    for (const qint64 sequence : sequences) {
        EntryBuilder builder;
        bool isGood = true;
        const bool isRead = connection.rows(
            QStringLiteral("SELECT number, content, content_sha256, previous, hash FROM links"
                           " WHERE decision = ? ORDER BY number"),
            {sequence}, [&builder, &isGood](const QSqlQuery &row) {
                isGood = builder.add({row.value(0).toLongLong(), row.value(1).toByteArray(),
                                      row.value(2).toByteArray(), row.value(3).toByteArray(),
                                      row.value(4).toByteArray()});
                return isGood;
            });
        if (!isRead || !isGood || builder.isEmpty())
            return false;
        const JournalEntry &entry = builder.entry();
        if (!connection.run(
                QStringLiteral("UPDATE decisions SET actor = ?, approval = ? WHERE sequence = ?"),
                {columnText(entry.record.where.actor), entry.isTakenApproval() ? 1 : 0, sequence}))
            return false;
    }
    return true;
}

bool toFirst(SqlConnection &connection)
{
    return runAll(connection, std::begin(firstVersion), std::end(firstVersion));
}

bool toSecond(SqlConnection &connection)
{
    return runAll(connection, std::begin(secondVersion), std::end(secondVersion)) &&
           fillApprovals(connection) && connection.run(QString::fromLatin1(secondVersionFrozen));
}

std::vector<QByteArray> schemaOf(SqlConnection &connection)
{
    std::vector<QByteArray> parts;
    const bool isRead = connection.rows(
        QStringLiteral("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"
                       " ORDER BY type, name"),
        {}, [&parts](const QSqlQuery &row) {
            for (int i = 0; i < 4; ++i)
                parts.push_back(row.value(i).toString().toUtf8());
            return true;
        });
    return isRead ? parts : std::vector<QByteArray>();
}

} // namespace

QByteArray columnText(const QString &text)
{
    const QByteArray quoted = JsonWriter::quoted(text);
    return QByteArray(quoted.constData() + 1, quoted.size() - 2);
}

QString textOfColumn(const QByteArray &column)
{
    if (!column.contains('\\'))
        return QString::fromUtf8(column);
    const auto parsed = Json::parse(QByteArray('"' + column + '"'));
    return parsed ? parsed.json->toString() : QString();
}

DerivedColumns derivedColumns(const JournalEntry &entry)
{
    return {journalWord(entry.state()).toLatin1(), entry.isOpen(), entry.isUnsettled(),
            entry.isTakenApproval()};
}

bool migrate(SqlConnection &connection, int from)
{
    const bool isThere = (from >= 1 || toFirst(connection)) && (from >= 2 || toSecond(connection));
    return isThere &&
           connection.run(QStringLiteral("PRAGMA user_version = %1").arg(journalVersion));
}

bool isSchemaOf(SqlConnection &connection, int version)
{
    SqlConnection pattern;
    if (!pattern.open({}, SqlConnection::Mode::Memory) || !toFirst(pattern) ||
        (version >= 2 && !toSecond(pattern)))
        return false;
    return schemaOf(pattern) == schemaOf(connection);
}

} // namespace countersign
