// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlconnection.h"

#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace countersign {

namespace {

// Result codes of SQLite (https://www.sqlite.org/rescode.html).
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26,
};

QString optionsFor(SqlConnection::Mode mode)
{
    // Only this program's own connections can be in the way, and they are quick.
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000");
    if (mode == SqlConnection::Mode::Read || mode == SqlConnection::Mode::ReadFrozen)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (mode == SqlConnection::Mode::ReadFrozen)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    return options;
}

QString nameFor(const QString &path, SqlConnection::Mode mode)
{
    if (mode == SqlConnection::Mode::Memory)
        return QStringLiteral(":memory:");
    if (mode != SqlConnection::Mode::ReadFrozen)
        return path;
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(QStringLiteral("immutable=1"));
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

SqlConnection::SqlConnection()
    : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
}

SqlConnection::~SqlConnection()
{
    close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool SqlConnection::open(const QString &path, Mode mode)
{
    m_mode = mode;
    m_database.setConnectOptions(optionsFor(mode));
    m_database.setDatabaseName(nameFor(path, mode));
    if (!m_database.open()) {
        fail(m_database.lastError());
        if (m_code == 0)
            m_code = CannotOpen;
        return false;
    }
    bool isSet = run(QStringLiteral("PRAGMA trusted_schema = OFF")) &&
                 run(QStringLiteral("PRAGMA cell_size_check = ON")) &&
                 run(QStringLiteral("PRAGMA mmap_size = 0"));
    if (mode == Mode::Memory)
        return isSet;
    if (mode != Mode::Write)
        return isSet && run(QStringLiteral("PRAGMA query_only = ON"));
    isSet = isSet && run(QStringLiteral("PRAGMA synchronous = FULL")) &&
            run(QStringLiteral("PRAGMA foreign_keys = ON")) &&
            run(QStringLiteral("PRAGMA secure_delete = ON"));
    if (!isSet)
        return false;
    const QString journal = value(QStringLiteral("PRAGMA journal_mode = WAL")).toString();
    if (journal == u"wal")
        return true;
    if (m_code == 0) {
        m_code = CannotOpen;
        m_reason = QStringLiteral("no write-ahead log: ") + journal;
    }
    return false;
}

void SqlConnection::close()
{
    m_database.close();
}

bool SqlConnection::run(const QString &statement, const QVariantList &values)
{
    return rows(statement, values, [](const QSqlQuery &) { return true; });
}

bool SqlConnection::rows(const QString &statement, const QVariantList &values,
                         const std::function<bool(const QSqlQuery &)> &visit)
{
    m_code = 0;
    m_reason.clear();
    m_changedRows = 0;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement)) {
        fail(query.lastError());
        return false;
    }
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec()) {
        fail(query.lastError());
        return false;
    }
    while (query.next()) {
        if (!visit(query))
            return true;
    }
    // A step that failed ends the rows as well.
    if (query.lastError().isValid()) {
        fail(query.lastError());
        return false;
    }
    if (!query.isSelect())
        m_changedRows = query.numRowsAffected();
    return true;
}

QVariant SqlConnection::value(const QString &statement, const QVariantList &values)
{
    QVariant found;
    const bool isDone = rows(statement, values, [&found](const QSqlQuery &query) {
        found = query.value(0);
        return false;
    });
    return isDone ? found : QVariant();
}

void SqlConnection::fail(const QSqlError &error)
{
    m_reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    m_code = error.nativeErrorCode().toInt() & 0xFF;
}

std::optional<JournalProblem::Kind> SqlConnection::lastProblem() const
{
    using Kind = JournalProblem::Kind;
    switch (m_code) {
    case Constraint:
        return std::nullopt;
    case Busy:
    case Locked:
        return Kind::InUse;
    case Full:
        return Kind::NoRoom;
    case Corrupt:
    case NotADatabase:
        return Kind::Damaged;
    case ReadOnly:
        return Kind::NotWritable;
    default:
        return m_mode == Mode::Write ? Kind::NotWritable : Kind::NotReadable;
    }
}

} // namespace countersign
