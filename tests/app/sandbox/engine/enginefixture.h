// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"

#include <QTest>

namespace countersign::sandbox {

//! An engine a thousand times as fast as the clock, with one template under way.
struct EngineFixture
{
    explicit EngineFixture(const Engine::Options &options = {10000.0, 7})
        : engine(options)
    {
    }

    Engine engine;
    QString id;
    QString loopMode;      //!< of the next start
    qint64 secondsAgo = 0; //!< the next start is dated back by this

    //! Starts the tasks (YAML, a list) and returns the refusal, if any.
    std::optional<Refusal> start(const QByteArray &tasks, const QByteArray &rest = {},
                                 const QString &parameters = {}, const QString &mode = {},
                                 const QString &safetyCheck = {})
    {
        StartRequest request;
        request.region = QStringLiteral("cn-hangzhou");
        request.accountId = QStringLiteral("1234567890123456");
        request.executedBy = QStringLiteral("ops-lead(200000000000000042)");
        request.content =
            QString::fromUtf8("FormatVersion: OOS-2019-06-01\n" + rest + "Tasks:\n" + tasks);
        request.parameters = parameters;
        request.mode = mode;
        request.safetyCheck = safetyCheck;
        request.loopMode = loopMode;
        request.startedSecondsAgo = secondsAgo;
        const Engine::StartOutcome outcome = engine.start(request);
        id = outcome.executionId;
        return outcome.refusal;
    }

    const ExecutionRecord &record() const { return *engine.execution(id); }
    QString status() const { return record().fields.statusText; }
    bool hasEnded() const { return isFinal(record().fields.status); }
    bool isWaiting() const { return record().fields.status == RunStatus::Waiting; }

    //! name=Status of every row, in order.
    QString rows() const
    {
        QStringList texts;
        for (const TaskExecution &row : record().tasks)
            texts.append(row.taskName + u'=' + row.statusText);
        return texts.join(u' ');
    }
    QString outputs() const
    {
        return QString::fromUtf8(record().fields.outputs.json.value_or(Json()).compact());
    }
    bool logged(const QString &part) const
    {
        for (const LogLine &line : record().logs) {
            if (line.message.contains(part))
                return true;
        }
        return false;
    }

    //! item=Status of the rows below a loop, in order.
    QString items() const
    {
        QStringList texts;
        for (const TaskExecution &row : record().tasks) {
            if (!row.parentTaskExecutionId.isEmpty())
                texts.append(row.loopItem + u'=' + row.statusText);
        }
        return texts.join(u' ');
    }
    //! How many rows below a loop are in this state.
    int itemsIn(RunStatus status) const
    {
        int count = 0;
        for (const TaskExecution &row : record().tasks)
            count += !row.parentTaskExecutionId.isEmpty() && row.status == status ? 1 : 0;
        return count;
    }
    //! The newest row of a loop item.
    const TaskExecution &item(const char *loopItem) const
    {
        const auto &rows = record().tasks;
        const auto found = std::find_if(rows.rbegin(), rows.rend(), [&](const auto &row) {
            return row.loopItem == QString::fromUtf8(loopItem);
        });
        Q_ASSERT(found != rows.rend());
        return *found;
    }
    NotifyRequest request(const char *type) const
    {
        NotifyRequest request;
        request.executionId = id;
        request.notifyType = QString::fromLatin1(type);
        request.userName = QStringLiteral("li.wei");
        return request;
    }
    std::optional<Refusal> notify(const char *type, const char *user = "li.wei",
                                  const QString &note = {})
    {
        NotifyRequest request;
        request.executionId = id;
        request.notifyType = QString::fromLatin1(type);
        request.userName = QString::fromLatin1(user);
        request.note = note;
        return engine.notify(request);
    }
    //! The code of the refusal; empty when the notice was carried out.
    QString codeOf(const std::optional<Refusal> &refusal) const
    {
        return refusal ? refusal->code : QString();
    }
};

} // namespace countersign::sandbox
