// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/journal/sqlconnection.h"
#include "app/journal/sqlitejournal.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QTest>

#include <functional>

namespace countersign::journalcases {

//! An approval of task `task` of run `execution` that is plain in all else.
inline DecisionRecord record(const QByteArray &id, const QString &task,
                             const QString &execution = QStringLiteral("exec-1"))
{
    DecisionRecord made;
    made.id = {id};
    made.where.accountId = QStringLiteral("2000000000000042");
    made.where.actor = QStringLiteral("li.wei");
    made.where.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.executionId = ExecutionId(execution);
    made.taskExecutionId = TaskExecutionId(task);
    made.note = QStringLiteral("note of ") + task;
    return made;
}

inline QByteArray idOf(int i)
{
    return QByteArray::number(i).rightJustified(32, '0');
}

//! Takes decision `i` (of a run of its own) through to the given end.
inline void decide(SqliteJournal &journal, int i, DecisionState outcome,
                   std::optional<DecisionState> settled = {})
{
    const DecisionId id{idOf(i)};
    QVERIFY(!journal.append(
        record(id.hex, QStringLiteral("t%1").arg(i), QStringLiteral("exec-%1").arg(i))));
    QVERIFY(!journal.transition(id, DecisionState::IntentRecorded, DecisionState::Sending));
    StepFacts facts;
    facts.requestId = QStringLiteral("R-%1").arg(i);
    facts.httpStatus = 200;
    QVERIFY(!journal.transition(id, DecisionState::Sending, outcome, facts));
    if (settled)
        QVERIFY(!journal.transition(id, outcome, *settled));
}

//! What is wrong with it, for a test's words; empty: nothing.
inline QString findingOf(const SqliteJournal &journal)
{
    const auto problem = journal.problem();
    return problem ? QString(problem->finding + u' ' + problem->reason) : QString();
}

inline QString databaseIn(const QString &folder)
{
    return QString(folder + QStringLiteral("/decisions.db"));
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytesTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

//! Runs `change` on the file with all of its triggers off, and puts them back as they were.
inline void tamper(const QString &folder, const std::function<bool(SqlConnection &)> &change)
{
    SqlConnection connection;
    QVERIFY(connection.open(databaseIn(folder), SqlConnection::Mode::Write));
    QVERIFY(connection.run(QStringLiteral("PRAGMA foreign_keys = OFF")));
    QStringList names;
    QStringList statements;
    QVERIFY(connection.rows(
        QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"),
        {}, [&](const QSqlQuery &row) {
            names += row.value(0).toString();
            statements += row.value(1).toString();
            return true;
        }));
    for (const QString &name : std::as_const(names))
        QVERIFY(connection.run(QStringLiteral("DROP TRIGGER ") + name));
    QVERIFY2(change(connection), qPrintable(connection.lastReason()));
    for (const QString &statement : std::as_const(statements))
        QVERIFY2(connection.run(statement), qPrintable(connection.lastReason()));
}

} // namespace countersign::journalcases
