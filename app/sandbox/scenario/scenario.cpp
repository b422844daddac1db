// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenario/scenario.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cstdio>

// The resources of a static library are linked in only when somebody asks for them by name.
static void registerResources()
{
    Q_INIT_RESOURCE(scenario);
}

namespace countersign::sandbox {

namespace {

constexpr QLatin1String hangzhou("cn-hangzhou");
constexpr QLatin1String singapore("ap-southeast-1");

//! One execution of the demo.
struct Start
{
    const char *templateName;
    int starter;
    bool isAbroad;
    int minutesAgo;
    const char16_t *description;
    QByteArray parameters;
    const char *mode = "Automatic";
    const char *safetyCheck = "Skip";
    bool isCancelled = false;
};

QByteArray approvers(const std::vector<DemoUser> &users, const std::vector<std::size_t> &who)
{
    QByteArray names;
    for (const std::size_t index : who) {
        names += names.isEmpty() ? "" : ",";
        names += '"' + users[index].name.toUtf8() + '"';
    }
    return "\"approvers\":[" + names + ']';
}

std::vector<Start> demoStarts(const std::vector<DemoUser> &users)
{
    const char *confirm = "ConfirmEveryHighRiskAction";
    return {
        {"shift-web-traffic", 1, false, 190, u"release 4.12 takes a tenth of the traffic",
         "{\"loadBalancerId\":\"lb-bp1000000000000a00\",\"newServer\":\"i-bp1000000000000a03\","
         "\"oldServer\":\"i-bp1000000000000a01\",\"newServerPercent\":10,"
         "\"changeTicket\":\"CHG-20417\"," +
             approvers(users, {0}) + '}'},
        {"rotate-certificates", 2, false, 140, u"证书将于本周五到期，请两位同事确认",
         "{\"instanceId\":\"i-bp1000000000000b07\",\"certificateName\":\"shop.example.com\"," +
             approvers(users, {0, 1, 2}) + '}'},
        {"cleanup-idle-servers", 2, false, 95, u"weekly clean-up of idle web nodes",
         "{\"instanceId\":\"i-bp1000000000000a05\",\"idleDays\":3}", "Automatic", confirm},
        {"patch-servers", 3, true, 80, u"十一月补丁，等维护窗口打开后继续",
         "{\"instanceId\":\"i-t4n000000000000c01\",\"rebootIfNeeded\":true}"},
        {"publish-image", 3, true, 62, u"golden image with the kernel of this month",
         "{\"instanceId\":\"i-t4n000000000000c09\",\"imageName\":\"golden-2026-11\"," +
             approvers(users, {0, 3}) + '}'},
        {"restart-web-fleet", 1, false, 55, u"weekly restart, change window 22:00",
         "{\"firstInstance\":\"i-bp1000000000000a01\",\"secondInstance\":\"i-bp1000000000000a02\","
         "\"changeTicket\":\"CHG-20418\"," +
             approvers(users, {0}) + '}'},
        {"open-security-group", 1, false, 47,
         u"<b>approved by security</b> \u202Eplease hurry\u202C, port for the partner test",
         "{\"securityGroupId\":\"sg-bp1000000000000d02\",\"port\":8443," +
             approvers(users, {0, 1}) + '}'},
        {"verify-database-failover", 2, false, 33, u"failover rehearsal, fourth quarter",
         "{\"databaseId\":\"rm-bp1000000000000e01\"," + approvers(users, {1, 2}) + '}'},
        {"release-old-snapshots", 1, true, 25, u"snapshots older than the retention time",
         "{\"snapshotId\":\"s-t4n000000000000f04\",\"keepDays\":90}", "Automatic", confirm},
        {"grant-database-access", 3, false, 18, u"incident 4711, read access until tomorrow",
         "{\"databaseId\":\"rm-bp1000000000000e01\",\"accountName\":\"dev_zhou\"," +
             approvers(users, {0}) + '}'},
        {"patch-servers", 0, true, 12, u"trying the patch run step by step",
         "{\"instanceId\":\"i-t4n000000000000c02\",\"rebootIfNeeded\":false}", "Debug"},
        {"cleanup-idle-servers", 1, false, 9, u"left over from the load test",
         "{\"instanceId\":\"loadtest-web-07\",\"idleDays\":1}", "FailurePause"},
        {"install-cloud-assistant", 2, false, 70, u"new servers of the autumn, batch by batch",
         "{\"servers\":[\"i-bp1000000000000b11\",\"i-bp1000000000000b12\","
         "\"i-bp1000000000000b13\",\"i-bp1000000000000b14\",\"i-bp1000000000000b15\","
         "\"i-bp1000000000000b16\"]}"},
        {"power-cycle-servers", 3, false, 29, u"重启测试环境，部分服务器可能仍在停止中",
         "{\"firstServers\":[\"i-bp1000000000000c11\",\"i-bp1000000000000c12\"],"
         "\"otherServers\":[\"i-bp1000000000000c13\",\"i-bp1000000000000c14\","
         "\"i-bp1000000000000c15\"]}",
         "FailurePause"},
        {"inspect-shop", 0, false, 15, u"looking at the shop step by step", "{}", "Debug"},
        {"release-shop", 2, true, 40, u"release 4.13 of the shop",
         "{\"release\":\"4.13\",\"server\":\"i-t4n000000000000c21\"," + approvers(users, {0}) +
             '}'},
        {"nightly-snapshot", 1, false, 150, u"the disk with the orders",
         "{\"diskId\":\"d-bp1000000000000a01\"}"},
        {"cleanup-idle-servers", 3, true, 1300, u"servers of the closed branch",
         "{\"instanceId\":\"branch-node-2\",\"idleDays\":10}"},
        {"release-old-snapshots", 2, true, 1100, u"begun in the wrong region",
         "{\"snapshotId\":\"s-t4n000000000000f09\",\"keepDays\":90}", "Automatic", confirm, true},
        {"cleanup-idle-servers", 2, false, 2880, u"clean-up of last week",
         "{\"instanceId\":\"i-bp1000000000000a09\",\"idleDays\":30}"},
        {"release-old-snapshots", 1, false, 1500, u"snapshots of the old shop",
         "{\"snapshotId\":\"s-bp1000000000000f01\"}"},
    };
}

StartRequest requestFor(const QString &accountId, const DemoUser &starter)
{
    StartRequest request;
    request.accountId = accountId;
    request.executedBy = starter.name + u'(' + starter.id + u')';
    return request;
}

void say(const QString &text)
{
    std::fprintf(stderr, "countersign-sandbox: %s\n", qUtf8Printable(text));
}

void loadFolder(Engine &engine, const QString &folder, const QString &createdBy)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        QFile text(file.filePath());
        if (!text.open(QIODevice::ReadOnly))
            continue;
        const auto refusal = engine.addTemplate(file.completeBaseName(),
                                                QString::fromUtf8(text.readAll()), createdBy);
        if (refusal)
            say(file.fileName() + QStringLiteral(": ") + refusal->message);
    }
}

} // namespace

void loadDemoTemplates(Engine &engine)
{
    registerResources();
    loadFolder(engine, QStringLiteral(":/scenario/public"), QStringLiteral("ACS"));
    loadFolder(engine, QStringLiteral(":/scenario/templates"),
               QStringLiteral("ops-lead(200000000000000042)"));
}

void startDemo(Engine &engine, const QString &accountId, const std::vector<DemoUser> &users)
{
    loadDemoTemplates(engine);
    for (const Start &start : demoStarts(users)) {
        StartRequest request =
            requestFor(accountId, users[static_cast<std::size_t>(start.starter)]);
        request.region = start.isAbroad ? singapore : hangzhou;
        request.templateName = QString::fromLatin1(start.templateName);
        request.parameters = QString::fromUtf8(start.parameters);
        request.description = QString::fromUtf16(start.description);
        request.mode = QString::fromLatin1(start.mode);
        request.safetyCheck = QString::fromLatin1(start.safetyCheck);
        request.startedSecondsAgo = qint64(start.minutesAgo) * 60;
        const Engine::StartOutcome outcome = engine.start(request);
        if (outcome.refusal)
            say(request.templateName + QStringLiteral(": ") + outcome.refusal->message);
        else if (start.isCancelled)
            engine.cancel(outcome.executionId);
    }
}

bool isAtRest(const Engine &engine)
{
    const std::vector<const ExecutionRecord *> all = engine.executions();
    QSet<QString> resting;
    // Nested executions come after those around them.
    for (auto record = all.rbegin(); record != all.rend(); ++record) {
        const Execution &fields = (*record)->fields;
        const bool waits =
            fields.status == RunStatus::Waiting || resting.contains(fields.id.text());
        if (!waits && !isFinal(fields.status))
            return false;
        if (waits && !fields.parentExecutionId.isEmpty())
            resting.insert(fields.parentExecutionId.text());
    }
    return true;
}

void startLoad(Engine &engine, const QString &accountId, const std::vector<DemoUser> &users,
               int count)
{
    loadDemoTemplates(engine);
    for (int i = 0; i < count; ++i) {
        StartRequest request =
            requestFor(accountId, users[static_cast<std::size_t>(i) % users.size()]);
        request.region = hangzhou;
        request.templateName = QStringLiteral("approve-load");
        request.description = QStringLiteral("waiting execution %1").arg(i + 1);
        request.parameters = QStringLiteral(R"({"ticket":"CHG-%1"})").arg(30000 + i);
        request.startedSecondsAgo = count - i;
        const Engine::StartOutcome outcome =
            engine.addWaitingApproval(request, QStringLiteral("approve"));
        if (outcome.refusal) {
            say(outcome.refusal->message);
            return;
        }
    }
}

void startArrival(Engine &engine, const QString &accountId, const std::vector<DemoUser> &users,
                  int index)
{
    StartRequest request =
        requestFor(accountId, users[static_cast<std::size_t>(index) % users.size()]);
    request.region = index % 2 == 0 ? hangzhou : singapore;
    request.templateName = QStringLiteral("approve-load");
    request.description = QStringLiteral("arrival %1").arg(index + 1);
    const Engine::StartOutcome outcome =
        engine.addWaitingApproval(request, QStringLiteral("approve"));
    if (outcome.refusal)
        say(outcome.refusal->message);
}

} // namespace countersign::sandbox
