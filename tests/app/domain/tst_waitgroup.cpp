// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/taskexecution.h"
#include "app/domain/waitgroup.h"
#include "app/domain/waitkind.h"

#include <QTest>

using namespace countersign;

class tst_WaitGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approval_isGroupedByItsList_data();
    void approval_isGroupedByItsList();
    void otherKinds_needYou();
    void ownApproval_waitsForOthers();
    void rowWithoutRead_cannotBeTold();
};

namespace {

const TaskExecutionId task(QStringLiteral("task-1"));

TaskExecution rowWith(const char *properties)
{
    TaskExecution row;
    row.id = task;
    row.properties = EmbeddedJson::from(Json::fromString(QString::fromUtf8(properties)));
    return row;
}

} // namespace

void tst_WaitGroup::approval_isGroupedByItsList_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *name, const char *properties, const char *user, WaitGroup group,
                        GroupReason reason) {
        QTest::newRow(name) << QByteArray(properties) << QString::fromUtf8(user)
                            << static_cast<int>(group) << static_cast<int>(reason);
    };
    row("no list", R"({"NotifyType":"WebHook"})", "li.wei", WaitGroup::NeedsYou,
        GroupReason::NoApproverList);
    row("empty list", R"({"Approvers":[]})", "li.wei", WaitGroup::NeedsYou,
        GroupReason::NoApproverList);
    row("named", R"({"Approvers":["anna.k","li.wei"]})", "li.wei", WaitGroup::NeedsYou,
        GroupReason::NamedInList);
    row("named in other case", R"({"Approvers":["Li.Wei"]})", "li.wei", WaitGroup::NeedsYou,
        GroupReason::NamedInList);
    row("named with domain", R"({"Approvers":["li.wei@acme.onaliyun.com"]})", "li.wei",
        WaitGroup::NeedsYou, GroupReason::NamedInList);
    row("list is text", R"({"Approvers":"[\"li.wei\"]"})", "li.wei", WaitGroup::NeedsYou,
        GroupReason::NamedInList);
    row("others only", R"({"Approvers":["anna.k"]})", "li.wei", WaitGroup::NotAddressed,
        GroupReason::NotInList);
    row("part of a name", R"({"Approvers":["li.wei2"]})", "li.wei", WaitGroup::NotAddressed,
        GroupReason::NotInList);
    row("role or root", R"({"Approvers":["anna.k"]})", "", WaitGroup::NeedsYou,
        GroupReason::NameNotKnown);
    row("entry of another form", R"({"Approvers":["acs:ram::1:group/ops"]})", "li.wei",
        WaitGroup::NeedsYou, GroupReason::NameNotKnown);
    row("not readable", R"({"Approvers":[1,{"a":2}]})", "li.wei", WaitGroup::NeedsYou,
        GroupReason::ListNotRead);
    row("no JSON", "Approvers: li.wei", "li.wei", WaitGroup::NeedsYou, GroupReason::ListNotRead);
}

void tst_WaitGroup::approval_isGroupedByItsList()
{
    QFETCH(const QByteArray, properties);
    QFETCH(const QString, user);
    QFETCH(const int, group);
    QFETCH(const int, reason);
    const TaskExecution row = rowWith(properties.constData());
    const WaitGrouping found = groupOf(WaitKind::Approval, task, &row, {user, {}});
    QCOMPARE(static_cast<int>(found.group), group);
    QCOMPARE(static_cast<int>(found.reason), reason);
}

void tst_WaitGroup::otherKinds_needYou()
{
    const TaskExecution row = rowWith(R"({"Approvers":["anna.k"]})");
    for (const WaitKind kind : {WaitKind::HighRisk, WaitKind::DebugStep, WaitKind::FailurePause,
                                WaitKind::BatchPause, WaitKind::ManualPause, WaitKind::Unknown})
        QCOMPARE(groupOf(kind, task, &row, {QStringLiteral("li.wei"), {}}).group,
                 WaitGroup::NeedsYou);
}

void tst_WaitGroup::ownApproval_waitsForOthers()
{
    const TaskExecution row = rowWith(R"({"MinRequiredApprovals":2})");
    const Viewer viewer{QStringLiteral("li.wei"), {task}};
    const WaitGrouping found = groupOf(WaitKind::Approval, task, &row, viewer);
    QCOMPARE(found.group, WaitGroup::ApprovedByYou);
    QCOMPARE(found.reason, GroupReason::OwnRecord);
    QCOMPARE(
        groupOf(WaitKind::Approval, TaskExecutionId(QStringLiteral("task-2")), &row, viewer).group,
        WaitGroup::NeedsYou);
}

void tst_WaitGroup::rowWithoutRead_cannotBeTold()
{
    const WaitGrouping found =
        groupOf(WaitKind::Approval, task, nullptr, {QStringLiteral("li.wei"), {}});
    QCOMPARE(found.group, WaitGroup::NeedsYou);
    QCOMPARE(found.reason, GroupReason::ListNotRead);
}

QTEST_GUILESS_MAIN(tst_WaitGroup)
#include "tst_waitgroup.moc"
