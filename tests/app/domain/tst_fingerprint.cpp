// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fingerprint.h"

#include <QTest>

#include <functional>

using namespace countersign;

namespace {

struct Facts
{
    QString account = QStringLiteral("1234");
    RegionId region = RegionId(QStringLiteral("cn-beijing"));
    Execution execution;
    std::optional<TaskExecution> row;
    std::vector<TaskExecutionId> waitingRows;
    std::optional<QString> templateText = QStringLiteral("Tasks:\n");

    Fingerprint sealed() const
    {
        return fingerprintOf(account, region, execution, row, waitingRows, templateText);
    }
};

EmbeddedJson json(const QByteArray &text)
{
    return EmbeddedJson::from(Json::parse(text).json);
}

Facts sample()
{
    Facts facts;
    facts.execution.id = ExecutionId(QStringLiteral("exec-1"));
    facts.execution.status = RunStatus::Waiting;
    facts.execution.statusText = QStringLiteral("Waiting");
    facts.execution.parameters = json("{\"a\":1,\"b\":[\"x\"]}");
    facts.row.emplace();
    facts.row->id = TaskExecutionId(QStringLiteral("t1"));
    facts.row->status = RunStatus::Waiting;
    facts.row->statusText = QStringLiteral("Waiting");
    facts.row->properties = json("{\"Approvers\":[\"bob\"]}");
    return facts;
}

} // namespace

class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsChangeIt();
    void progressDoesNot();
    void wholeRunNamesWaitingRows();
    void partsCannotSlide();
};

void TestFingerprint::factsChangeIt()
{
    const Facts before = sample();
    const auto differs = [&](const char *name, const std::function<void(Facts &)> &change) {
        Facts after = before;
        change(after);
        QCOMPARE(differingFacts(before.sealed(), after.sealed()),
                 std::vector<QString>{QString::fromLatin1(name)});
        QVERIFY(before.sealed().sha256 != after.sealed().sha256);
    };
    const QString other = QStringLiteral("other");
    differs("Account", [&](Facts &f) { f.account = other; });
    differs("Region", [&](Facts &f) { f.region = RegionId(other); });
    differs("ExecutionId", [&](Facts &f) { f.execution.id = ExecutionId(other); });
    differs("Mode", [&](Facts &f) { f.execution.modeText = other; });
    differs("SafetyCheck", [&](Facts &f) { f.execution.safetyCheck = other; });
    differs("RamRole", [&](Facts &f) { f.execution.ramRole = other; });
    differs("ExecutedBy", [&](Facts &f) { f.execution.executedBy = other; });
    differs("TemplateId", [&](Facts &f) { f.execution.templateId = other; });
    differs("TemplateVersion", [&](Facts &f) { f.execution.templateVersion = other; });
    differs("Template", [&](Facts &f) { f.templateText = other; });
    differs("Template", [&](Facts &f) { f.templateText.reset(); });
    differs("Parameters",
            [&](Facts &f) { f.execution.parameters = json("{\"a\":1,\"b\":[\"y\"]}"); });
    differs("Targets", [&](Facts &f) { f.execution.targets = json("[1]"); });
    differs("Status", [&](Facts &f) {
        f.execution.status = RunStatus::Cancelled;
        f.execution.statusText = other;
    });
    differs("TaskExecution.TaskExecutionId", [&](Facts &f) { f.row->id = TaskExecutionId(other); });
    differs("TaskExecution.TaskName", [&](Facts &f) { f.row->taskName = other; });
    differs("TaskExecution.TaskAction", [&](Facts &f) { f.row->taskAction = other; });
    differs("TaskExecution.Status", [&](Facts &f) { f.row->statusText = other; });
    differs("TaskExecution.LoopItem", [&](Facts &f) { f.row->loopItem = other; });
    differs("TaskExecution.Properties",
            [&](Facts &f) { f.row->properties = json("{\"Approvers\":[\"eve\"]}"); });
    differs("TaskExecution.ParentTaskExecutionId",
            [&](Facts &f) { f.row->parentTaskExecutionId = TaskExecutionId(other); });
    differs("TaskExecution.ChildExecutionId",
            [&](Facts &f) { f.row->childExecutionId = ExecutionId(other); });
}

void TestFingerprint::progressDoesNot()
{
    const Facts before = sample();
    Facts after = before;
    after.execution.status = RunStatus::Running;
    after.execution.statusText = QStringLiteral("Running");
    after.execution.updateDate = QDateTime(QDate(2026, 1, 1), QTime(1, 1), Qt::UTC);
    after.execution.currentTasks.push_back({});
    after.execution.counters = json("{\"x\":1}");
    after.execution.parameters = json("{ \"b\" : [\"\\u0078\"], \"a\":1 }");
    after.row->extraData = json("{\"NotifyNote\":\"x\"}");
    after.waitingRows.push_back(TaskExecutionId(QStringLiteral("t7")));
    QCOMPARE(after.sealed(), before.sealed());
    QCOMPARE(before.sealed().sha256.size(), 64);
}

void TestFingerprint::wholeRunNamesWaitingRows()
{
    const TaskExecutionId one(QStringLiteral("1"));
    const TaskExecutionId two(QStringLiteral("2"));
    Facts before = sample();
    before.row.reset();
    before.waitingRows = {one, two};
    Facts after = before;
    after.waitingRows = {two, one};
    QCOMPARE(after.sealed(), before.sealed());
    after.waitingRows = {one};
    QCOMPARE(differingFacts(before.sealed(), after.sealed()),
             std::vector<QString>{QStringLiteral("WaitingRows")});
    after = before;
    after.execution.status = RunStatus::Running;
    after.execution.statusText = QStringLiteral("Running");
    QCOMPARE(differingFacts(before.sealed(), after.sealed()),
             std::vector<QString>{QStringLiteral("Status")});
}

void TestFingerprint::partsCannotSlide()
{
    Facts a = sample();
    Facts b = a;
    a.execution.templateId = QStringLiteral("x\",\"y");
    b.execution.templateId = QStringLiteral("x");
    QVERIFY(a.sealed().sha256 != b.sealed().sha256);
    a = b = sample();
    a.execution.parameters = json("\"plain\"");
    b.execution.parameters = json("\"\\\"plain\\\"\"");
    QVERIFY(a.sealed().sha256 != b.sealed().sha256);
}

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
