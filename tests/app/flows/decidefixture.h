// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decisionfacts.h"
#include "app/flows/decideflow.h"
#include "tests/fakes/sandboxworld.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace countersign {

inline DecideTimes quickTimes()
{
    DecideTimes times;
    times.checks = {std::chrono::milliseconds(50), std::chrono::milliseconds(200),
                    std::chrono::milliseconds(500), std::chrono::milliseconds(1'000),
                    std::chrono::milliseconds(2'000)};
    times.again = std::chrono::milliseconds(1'000);
    times.refusalSettles = std::chrono::milliseconds(700);
    times.othersSettle = std::chrono::milliseconds(600);
    times.partSettles = std::chrono::milliseconds(1'500);
    times.window = std::chrono::milliseconds(8'000);
    return times;
}

inline DecisionBasis oneApproval()
{
    DecisionBasis basis;
    basis.requiredApprovals = 1;
    return basis;
}

//! Calls of items whose name begins with bad fail, as often as the behaviour says.
inline QByteArray fleetLoop()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: reboot\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Loop: {Items: [bad-1, 'bad #2', bad-3, good-4], Concurrency: 4}\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: RebootInstance\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n"
           "        InstanceId: '{{ ACS::TaskLoopItem }}'\n"
           "  - Name: look\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, "
           "Parameters: {RegionId: cn-hangzhou}}\n";
}

//! Only the first attempt fails for bad-1 and bad #2, every one for bad-3.
inline QByteArray fleetBehaviour()
{
    return R"([{"api":"RebootInstance","loopItem":"bad-1","attempts":[1],"code":"Busy",
                "message":"is in use"},
               {"api":"RebootInstance","loopItem":"bad #2","attempts":[1],"code":"Busy",
                "message":"is in use"},
               {"api":"RebootInstance","loopItem":"bad-3","code":"Broken","message":"no such"},
               {"api":"RebootInstance","reply":{"RequestId":"ok"}}])";
}

inline QByteArray threeSteps()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: first\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, "
           "Parameters: {RegionId: cn-hangzhou}}\n"
           "  - Name: second\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties: {Service: ECS, API: DescribeInstances, "
           "Parameters: {RegionId: cn-hangzhou}}\n"
           "  - Name: wait\n"
           "    Action: ACS::Approve\n"
           "    Properties: {NotifyType: WebHook, "
           "WebHook: {URI: 'https://example.invalid/hook', Content: x}}\n";
}

using Choice = std::function<void(DecisionRecord &, const std::vector<TaskExecution> &)>;

inline void wholeRun(DecisionRecord &, const std::vector<TaskExecution> &) {}

//! Binds the rows of these items, one by TaskExecutionId, several by TaskExecutionIds.
inline Choice items(const QStringList &wanted)
{
    return [wanted](DecisionRecord &record, const std::vector<TaskExecution> &rows) {
        std::vector<TaskExecutionId> ids;
        for (const TaskExecution &row : rows) {
            if (!wanted.contains(row.loopItem))
                continue;
            ids.push_back(row.id);
            record.taskName = row.taskName;
            if (wanted.size() == 1)
                record.loopItem = row.loopItem;
        }
        if (ids.size() == 1)
            record.taskExecutionId = ids.front();
        else
            record.taskExecutionIds = ids;
    };
}

inline Choice onlyWaitingRow()
{
    return [](DecisionRecord &record, const std::vector<TaskExecution> &rows) {
        for (const TaskExecution &row : rows) {
            if (row.status != RunStatus::Waiting)
                continue;
            record.taskExecutionId = row.id;
            record.taskName = row.taskName;
        }
    };
}

inline Choice step(const QString &task, const QString &parameters = QStringLiteral("{}"))
{
    return [task, parameters](DecisionRecord &record, const std::vector<TaskExecution> &) {
        record.nextTaskName = task;
        record.parameters = parameters;
    };
}

inline Choice endState(const QString &state)
{
    return [state](DecisionRecord &record, const std::vector<TaskExecution> &) {
        record.executionStatus = state;
    };
}

//! Decisions on a sandbox of their own, frozen on what was read just now.
class DecideFixture
{
public:
    using Templates = std::vector<std::pair<QString, QByteArray>>;

    //! Empty: started. Else what went wrong.
    QString start(const QStringList &arguments = {}, const QByteArray &behaviour = {},
                  const Templates &more = {})
    {
        m_world.reset();
        m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
        m_sandbox->addTemplate(QStringLiteral("fleet"), fleetLoop());
        m_sandbox->addTemplate(QStringLiteral("steps"), threeSteps());
        m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
        for (const auto &[name, text] : more)
            m_sandbox->addTemplate(name, text);
        QStringList all{QStringLiteral("--scenario"), QStringLiteral("empty")};
        all += arguments;
        if (!behaviour.isEmpty()) {
            QFile file(m_folder.filePath(QStringLiteral("behaviour.json")));
            if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return file.errorString();
            file.write(behaviour);
            all += {QStringLiteral("--behaviour"), file.fileName()};
        }
        if (!m_sandbox->start(all))
            return m_sandbox->problem();
        m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
        return {};
    }

    SandboxWorld &world() { return *m_world; }
    SandboxProcess &sandbox() { return *m_sandbox; }

    ExecutionId startRun(const QString &name, const QString &mode,
                         const QMap<QString, QString> &further = {})
    {
        QMap<QString, QString> parameters = further;
        parameters.insert(QStringLiteral("Mode"), mode);
        const ExecutionId id = m_world->startExecution(name, parameters);
        m_world->waitForStatus(id, RunStatus::Waiting);
        return id;
    }

    DecisionRecord frozen(const ExecutionId &id, Act act, const Choice &choose)
    {
        DecisionRecord record =
            m_world->recordFor(id, act, QStringLiteral("a note that tells itself apart"));
        record.taskExecutionId = {};
        record.taskName.clear();
        const std::vector<TaskExecution> rows = m_world->rowsOf(id);
        choose(record, rows);
        record.fingerprint = fingerprintFor(record, m_world->waitForStatus(id, RunStatus::Waiting),
                                            rows, std::nullopt);
        return record;
    }

    DecisionProgress decide(const DecisionRecord &record)
    {
        DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
        flow.start(record);
        if (!QTest::qWaitFor([&flow] { return isTerminal(flow.progress().state); }, 20'000))
            qWarning("not settled: state %d", static_cast<int>(flow.progress().state));
        return flow.progress();
    }

    std::vector<TaskExecution> waitForFailed(const ExecutionId &id, std::size_t count)
    {
        std::vector<TaskExecution> failed;
        const bool isThere = QTest::qWaitFor(
            [&] {
                failed.clear();
                for (const TaskExecution &row : m_world->rowsOf(id)) {
                    if (row.status == RunStatus::Failed && !row.loopItem.isEmpty())
                        failed.push_back(row);
                }
                return failed.size() == count;
            },
            10'000);
        if (!isThere)
            qWarning("%d rows are failed", static_cast<int>(failed.size()));
        return failed;
    }

    //! Of the last request that arrived.
    QJsonObject lastParameters(const QString &action = QStringLiteral("NotifyExecution")) const
    {
        const auto receipts = m_sandbox->receipts(action);
        return receipts.empty() ? QJsonObject()
                                : receipts.back().value(QLatin1String("params")).toObject();
    }

    QString stateOf(const ExecutionId &id, const QString &item)
    {
        QString state;
        for (const TaskExecution &row : m_world->rowsOf(id)) {
            if (row.loopItem == item)
                state = row.statusText;
        }
        return state;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

} // namespace countersign
