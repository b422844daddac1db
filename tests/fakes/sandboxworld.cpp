// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/sandboxworld.h"

#include "app/api/pagereader.h"
#include "app/signing/signing.h"

#include <QTest>

namespace countersign {

namespace testtemplates {

QByteArray approval(int requiredApprovals, const QStringList &approvers)
{
    QByteArray list;
    for (const QString &name : approvers)
        list += "\n        - " + name.toUtf8();
    const QByteArray approverLines = list.isEmpty() ? QByteArray() : "\n      Approvers:" + list;
    return "FormatVersion: OOS-2019-06-01\n"
           "Description: Asks before it goes on\n"
           "Tasks:\n"
           "  - Name: askFirst\n"
           "    Action: ACS::Approve\n"
           "    Properties:\n"
           "      NotifyType: WebHook\n"
           "      WebHook:\n"
           "        URI: https://example.invalid/hook\n"
           "        Content: please decide\n"
           "      MinRequiredApprovals: " +
           QByteArray::number(requiredApprovals) + approverLines +
           "\n"
           "  - Name: look\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: DescribeInstances\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n";
}

QByteArray highRisk()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Description: Removes nodes\n"
           "Tasks:\n"
           "  - Name: removeNodes\n"
           "    Action: ACS::ExecuteAPI\n"
           "    Properties:\n"
           "      Service: ECS\n"
           "      API: DeleteInstances\n"
           "      Parameters:\n"
           "        RegionId: cn-hangzhou\n"
           "        InstanceIds:\n"
           "          - i-bp1000000000000a01\n"
           "          - i-bp1000000000000a02\n";
}

QByteArray twoGates()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: firstGate\n"
           "    Action: ACS::Approve\n"
           "    Properties:\n"
           "      NotifyType: WebHook\n"
           "      WebHook:\n"
           "        URI: https://example.invalid/hook\n"
           "        Content: first\n"
           "  - Name: secondGate\n"
           "    Action: ACS::Approve\n"
           "    Properties:\n"
           "      NotifyType: WebHook\n"
           "      WebHook:\n"
           "        URI: https://example.invalid/hook\n"
           "        Content: second\n";
}

} // namespace testtemplates

namespace {

constexpr int waitMilliseconds = 10'000;

} // namespace

SandboxWorld::SandboxWorld(const SandboxAnnouncement &announcement, std::size_t user,
                           const QString &journalFolder)
    : journal(journalFolder.isEmpty() ? m_folder.filePath(QStringLiteral("journal"))
                                      : journalFolder,
              m_clock)
    , m_client(std::make_unique<ReadClient>(
          m_clock, [] { return newNonce(); }, [] { return 0.5; }))
    , m_profile(announcement.profile)
    , m_user(announcement.users.at(user).name)
{
    profiles.setProfile(m_profile);
    profiles.setCredentials(m_profile.id, announcement.users.at(user).credentials);
}

SandboxWorld::~SandboxWorld()
{
    m_client->finishAll();
}

FlowServices SandboxWorld::services()
{
    return {*m_client, profiles, journal, m_clock, [this] {
                SendLimits limits;
                limits.firstByte = std::chrono::milliseconds(1'500);
                limits.rest = std::chrono::milliseconds(1'000);
                limits.connect = std::chrono::milliseconds(1'500);
                return std::make_unique<OneShotSender>(
                    m_clock, [] { return newNonce(); }, limits);
            }};
}

Place SandboxWorld::place() const
{
    return {m_profile.id, m_profile.regions.front()};
}

Result<ApiReply> SandboxWorld::call(const QString &action, const QMap<QString, QString> &parameters)
{
    ApiRequest request;
    request.action = action;
    request.parameters = parameters;
    return answerTo(request);
}

Result<ApiReply> SandboxWorld::answerTo(const ApiRequest &request)
{
    std::optional<Result<ApiReply>> answer;
    m_client->read(*profiles.targetFor(place()), request, this,
                   [&answer](const Result<ApiReply> &reply) { answer = reply; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, waitMilliseconds))
        qFatal("no answer to %s", qPrintable(request.action));
    return *answer;
}

ExecutionId SandboxWorld::startExecution(const QString &templateName,
                                         const QMap<QString, QString> &further)
{
    QMap<QString, QString> parameters = further;
    parameters.insert(QStringLiteral("TemplateName"), templateName);
    if (!parameters.contains(QStringLiteral("Parameters")))
        parameters.insert(QStringLiteral("Parameters"), QStringLiteral("{}"));
    if (!parameters.contains(QStringLiteral("SafetyCheck")))
        parameters.insert(QStringLiteral("SafetyCheck"), QStringLiteral("Skip"));
    const Result<ApiReply> reply = call(QStringLiteral("StartExecution"), parameters);
    if (!reply) {
        qWarning("StartExecution: %s %s", qPrintable(reply.error().code),
                 qPrintable(reply.error().detail));
        return {};
    }
    return ExecutionId(reply->body[u"Execution"][u"ExecutionId"].toString());
}

Execution SandboxWorld::waitFor(const ExecutionId &id,
                                const std::function<bool(const Execution &)> &isWanted)
{
    Execution last;
    const auto probe = [this, &id, &last, &isWanted] {
        const auto reply =
            call(QStringLiteral("ListExecutions"),
                 {{QStringLiteral("ExecutionId"), id.text()},
                  {QStringLiteral("IncludeChildExecution"), QStringLiteral("true")}});
        if (!reply)
            return false;
        const auto page = readListExecutions(reply->body);
        if (!page || page->rows.empty())
            return false;
        last = page->rows.front();
        return isWanted(last);
    };
    if (!QTest::qWaitFor(probe, waitMilliseconds))
        qWarning("%s stays %s", qPrintable(id.text()), qPrintable(last.statusText));
    return last;
}

Execution SandboxWorld::waitForStatus(const ExecutionId &id, RunStatus status)
{
    return waitFor(id, [status](const Execution &execution) { return execution.status == status; });
}

std::vector<TaskExecution> SandboxWorld::rowsOf(const ExecutionId &id)
{
    ListTaskExecutionsRequest request;
    request.executionId = id;
    const auto reply = call(QStringLiteral("ListTaskExecutions"), request.toRequest().parameters);
    if (!reply)
        return {};
    const auto page = readListTaskExecutions(reply->body);
    return page ? page->rows : std::vector<TaskExecution>();
}

bool SandboxWorld::learnCaller()
{
    const Result<ApiReply> reply = answerTo(getCallerIdentityRequest());
    const auto identity = reply ? readGetCallerIdentity(reply->body) : reply.error();
    return identity && profiles.setIdentity(m_profile.id, *identity);
}

DecisionPlace SandboxWorld::shownPlace() const
{
    DecisionPlace where;
    where.place = place();
    where.profileAlias = m_profile.alias;
    where.accountId = m_profile.accountId;
    where.actor = m_user;
    where.actorKind = ActorKind::User;
    where.endpointHost = hostOf(m_profile.endpoint);
    return where;
}

DecisionRecord SandboxWorld::recordFor(const ExecutionId &id, Act act, const QString &note)
{
    const Execution execution = waitForStatus(id, RunStatus::Waiting);
    std::optional<TaskExecution> row;
    std::vector<TaskExecutionId> waiting;
    for (const TaskExecution &task : rowsOf(id)) {
        if (task.status != RunStatus::Waiting)
            continue;
        row = task;
        waiting.push_back(task.id);
    }
    DecisionRecord record;
    record.id = newDecisionId();
    record.where = shownPlace();
    record.act = act;
    record.executionId = id;
    if (row) {
        record.taskExecutionId = row->id;
        record.taskName = row->taskName;
    }
    record.kind = WaitKind::Approval;
    record.note = note;
    record.frozenAt = m_clock.now();
    record.fingerprint =
        fingerprintOf(m_profile.accountId, place().region, execution, row, waiting, std::nullopt);
    return record;
}

} // namespace countersign
