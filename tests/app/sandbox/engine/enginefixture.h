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
