// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decisionfacts.h"
#include "app/viewmodels/factchanges.h"
#include "app/viewmodels/secretnames.h"

#include <QTest>

#include <functional>

using namespace countersign;

namespace {

EmbeddedJson embedded(const QByteArray &text)
{
    return EmbeddedJson::from(*Json::parse(text).json);
}

TaskExecution waiting(const QString &id, const QString &name)
{
    TaskExecution row;
    row.id = TaskExecutionId(id);
    row.taskName = name;
    row.taskAction = QStringLiteral("ACS::Approve");
    row.status = RunStatus::Waiting;
    row.statusText = QStringLiteral("Waiting");
    row.properties = embedded(R"({"Approvers":["anna.k"],"WebHook":{"URI":"https://a.invalid"}})");
    return row;
}

void setStatus(TaskExecution &row, const char *status)
{
    row.statusText = QString::fromLatin1(status);
    row.status = runStatusFromText(row.statusText);
}

//! A run that waits at one approval.
FactsRead asRead()
{
    FactsRead read;
    Execution run;
    run.id = ExecutionId(QStringLiteral("exec-1"));
    run.status = RunStatus::Waiting;
    run.statusText = QStringLiteral("Waiting");
    run.modeText = QStringLiteral("Automatic");
    run.safetyCheck = QStringLiteral("Skip");
    run.ramRole = QStringLiteral("OOSServiceRole");
    run.executedBy = QStringLiteral("ops-lead(200000000000000042)");
    run.templateId = QStringLiteral("t-5c0e");
    run.templateVersion = QStringLiteral("v4");
    run.parameters = embedded(R"({"idleDays":30,"dbPassword":"one","net":{"zone":"a","port":1}})");
    run.targets = embedded(R"({"ResourceType":"ALIYUN::ECS::Instance"})");
    read.execution = run;
    read.rows = {waiting(QStringLiteral("exec-1.t2"), QStringLiteral("askFirst"))};
    read.templateText = QStringLiteral("Tasks:\n  - Name: askFirst\n    Action: ACS::Approve\n");
    return read;
}

DecisionRecord aboutRow()
{
    DecisionRecord record;
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t2"));
    return record;
}

std::vector<FactChange> changed(const DecisionRecord &record, const FactsRead &before,
                                const FactsRead &now)
{
    // As the decision flow finds them.
    std::vector<QString> names{QStringLiteral("ExecutionId")};
    if (now.execution)
        names = differingFacts(
            fingerprintFor(record, *before.execution, before.rows, before.templateText),
            fingerprintFor(record, *now.execution, now.rows, now.templateText));
    return factChanges(record, names, before, now, SecretNames());
}

QString text(const FactChange &change)
{
    return QStringLiteral("%1 | %2 | %3").arg(change.label, change.before, change.after);
}

using Change = std::function<void(FactsRead &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

//! The facts of security.md 4.4, one after another.
class tst_FactChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fact_hasOldAndNewValue_data();
    void fact_hasOldAndNewValue();
    void progress_isNoChange_data();
    void progress_isNoChange();
    void progress_isOneSentence();
    void nothing_hasNoWords();
    void row_thatIsGone();
    void run_thatIsGone();
    void wholeRun_namesTheTasksThatWait();
    void otherRows_ofTheSameName();
    void severalRows_areNamed();
    void step_namesTheLastTask();
    void secret_isHidden();
    void hiddenPart_isSaidToDiffer();
    void foreignText_isSafe();
    void manyChanges_areCounted();
    void longTemplateChange_isCounted();
    void templateSecret_isNotShown();
};

void tst_FactChanges::fact_hasOldAndNewValue_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto test = [](const char *name, const char *words, const Change &change) {
        QTest::newRow(name) << change << QString::fromUtf8(words);
    };
    test("mode", "Mode | Automatic | Debug",
         [](FactsRead &now) { now.execution->modeText = QStringLiteral("Debug"); });
    test("safety check", "Safety check | Skip | ConfirmEveryHighRiskAction", [](FactsRead &now) {
        now.execution->safetyCheck = QStringLiteral("ConfirmEveryHighRiskAction");
    });
    test("role", "RAM role | OOSServiceRole | (none)",
         [](FactsRead &now) { now.execution->ramRole.clear(); });
    test("starter", "Started by | ops-lead(200000000000000042) | mallory(1)",
         [](FactsRead &now) { now.execution->executedBy = QStringLiteral("mallory(1)"); });
    test("template id", "Template id | t-5c0e | t-other",
         [](FactsRead &now) { now.execution->templateId = QStringLiteral("t-other"); });
    test("template version", "Template version | v4 | v5",
         [](FactsRead &now) { now.execution->templateVersion = QStringLiteral("v5"); });
    test("template text",
         "Text of the template | 1 line(s) that are gone\n    Action: ACS::Approve | "
         "2 line(s) that are new\n    Action: ACS::Pause\n    OnError: ACS::END",
         [](FactsRead &now) {
             now.templateText = QStringLiteral("Tasks:\n  - Name: askFirst\n    Action: "
                                               "ACS::Pause\n    OnError: ACS::END\n");
         });
    test("parameter", "Parameter “idleDays” | 30 | 3", [](FactsRead &now) {
        now.execution->parameters =
            embedded(R"({"idleDays":3,"dbPassword":"one","net":{"zone":"a","port":1}})");
    });
    test("parameter inside", "Parameter “net.port” | 1 | 22", [](FactsRead &now) {
        now.execution->parameters =
            embedded(R"({"idleDays":30,"dbPassword":"one","net":{"port":22,"zone":"a"}})");
    });
    test("new parameter", "Parameter “force” | (none) | true", [](FactsRead &now) {
        now.execution->parameters = embedded(
            R"({"idleDays":30,"dbPassword":"one","net":{"zone":"a","port":1},"force":true})");
    });
    test("parameter gone", "Parameter “idleDays” | 30 | (none)", [](FactsRead &now) {
        now.execution->parameters = embedded(R"({"dbPassword":"one","net":{"zone":"a","port":1}})");
    });
    test("parameter of another kind", "Parameter “idleDays” | 30 | (empty)", [](FactsRead &now) {
        now.execution->parameters =
            embedded(R"({"idleDays":"","dbPassword":"one","net":{"zone":"a","port":1}})");
    });
    test("targets", "Targets: “ResourceType” | ALIYUN::ECS::Instance | ALIYUN::RDS::DBInstance",
         [](FactsRead &now) {
             now.execution->targets = embedded(R"({"ResourceType":"ALIYUN::RDS::DBInstance"})");
         });
    test("targets that are a list",
         R"(Targets | {"ResourceType":"ALIYUN::ECS::Instance"} | ["i-1"])",
         [](FactsRead &now) { now.execution->targets = embedded(R"(["i-1"])"); });
    test("run state", "State of the run | Waiting | Success", [](FactsRead &now) {
        now.execution->status = RunStatus::Success;
        now.execution->statusText = QStringLiteral("Success");
    });
    test("row state", "State of task “askFirst” | Waiting | Success",
         [](FactsRead &now) { setStatus(now.rows[0], "Success"); });
    test("unknown state", "State of task “askFirst” | Waiting | Resting",
         [](FactsRead &now) { setStatus(now.rows[0], "Resting"); });
    test("task name", "Name of the task | askFirst | askLast",
         [](FactsRead &now) { now.rows[0].taskName = QStringLiteral("askLast"); });
    test("task action", "Action of the task | ACS::Approve | ACS::ExecuteAPI",
         [](FactsRead &now) { now.rows[0].taskAction = QStringLiteral("ACS::ExecuteAPI"); });
    test("loop item", "Item of the loop | (none) | i-2",
         [](FactsRead &now) { now.rows[0].loopItem = QStringLiteral("i-2"); });
    test("property", R"(Property “Approvers” | ["anna.k"] | ["anna.k","mallory"])",
         [](FactsRead &now) {
             now.rows[0].properties = embedded(
                 R"({"Approvers":["anna.k","mallory"],"WebHook":{"URI":"https://a.invalid"}})");
         });
    test("property inside", "Property “WebHook.URI” | https://a.invalid | https://b.invalid",
         [](FactsRead &now) {
             now.rows[0].properties =
                 embedded(R"({"Approvers":["anna.k"],"WebHook":{"URI":"https://b.invalid"}})");
         });
    test("parent", "Parent task | (none) | exec-1.t1", [](FactsRead &now) {
        now.rows[0].parentTaskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t1"));
    });
    test("child", "Child run | (none) | exec-9", [](FactsRead &now) {
        now.rows[0].childExecutionId = ExecutionId(QStringLiteral("exec-9"));
    });
}

void tst_FactChanges::fact_hasOldAndNewValue()
{
    QFETCH(Change, change);
    QFETCH(QString, words);
    FactsRead now = asRead();
    change(now);
    const std::vector<FactChange> changes = changed(aboutRow(), asRead(), now);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(text(changes.front()), words);
}

void tst_FactChanges::progress_isNoChange_data()
{
    QTest::addColumn<Change>("change");
    const auto test = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    test("update date", [](FactsRead &now) {
        now.execution->updateDate = QDateTime({2026, 11, 27}, {10, 0}, Qt::UTC);
    });
    test("counters",
         [](FactsRead &now) { now.execution->counters = embedded(R"({"Success":7})"); });
    test("current tasks", [](FactsRead &now) {
        now.execution->currentTasks = {
            {TaskExecutionId(QStringLiteral("t")), QStringLiteral("x"), QString()}};
    });
    test("extra data",
         [](FactsRead &now) { now.rows[0].extraData = embedded(R"({"NotifyNote":"fine"})"); });
    test("other rows", [](FactsRead &now) {
        now.rows.push_back(waiting(QStringLiteral("exec-1.t3"), QStringLiteral("x")));
    });
}

void tst_FactChanges::progress_isNoChange()
{
    QFETCH(Change, change);
    FactsRead now = asRead();
    change(now);
    QVERIFY(changed(aboutRow(), asRead(), now).empty());
}

void tst_FactChanges::progress_isOneSentence()
{
    const QString counters = QStringLiteral("Counters");
    QCOMPARE(progressMovedText({}, 0), QString());
    QCOMPARE(progressMovedText({QStringLiteral("UpdateDate"), counters}, 0),
             QStringLiteral("The run has gone on since you read it; nothing that this decision "
                            "rests on has changed."));
    QCOMPARE(progressMovedText({counters, QStringLiteral("ExtraData")}, 0),
             QStringLiteral("Something was noted at the task since you read it; this decision "
                            "does not rest on it."));
    QCOMPARE(progressMovedText({QStringLiteral("OtherRows"), counters}, 39),
             QStringLiteral("39 other task(s) of the run have moved since you read it; this "
                            "decision does not rest on them."));
}

void tst_FactChanges::nothing_hasNoWords()
{
    QVERIFY(changed(aboutRow(), asRead(), asRead()).empty());
    QVERIFY(factChanges(aboutRow(), {QStringLiteral("Mode")}, {}, asRead(), SecretNames()).empty());
}

void tst_FactChanges::row_thatIsGone()
{
    FactsRead now = asRead();
    now.rows.clear();
    const std::vector<FactChange> changes = changed(aboutRow(), asRead(), now);
    QVERIFY(!changes.empty());
    QCOMPARE(text(changes.front()),
             QStringLiteral("State of task “askFirst” | Waiting | (not there)"));
}

void tst_FactChanges::run_thatIsGone()
{
    FactsRead now;
    const std::vector<FactChange> changes = changed(aboutRow(), asRead(), now);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(text(changes.front()),
             QStringLiteral("Run | exec-1 | not known to the service any more"));
}

void tst_FactChanges::wholeRun_namesTheTasksThatWait()
{
    DecisionRecord record = aboutRow();
    record.taskExecutionId = {};
    FactsRead now = asRead();
    now.rows.push_back(waiting(QStringLiteral("exec-1.t3"), QStringLiteral("askAgain")));
    const std::vector<FactChange> changes = changed(record, asRead(), now);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(text(changes.front()),
             QStringLiteral("Tasks that wait | “askFirst” | “askFirst”, “askAgain”"));
}

void tst_FactChanges::otherRows_ofTheSameName()
{
    DecisionRecord record = aboutRow();
    record.taskExecutionId = {};
    FactsRead now = asRead();
    now.rows[0].id = TaskExecutionId(QStringLiteral("exec-1.t9"));
    const std::vector<FactChange> changes = changed(record, asRead(), now);
    QCOMPARE(text(changes.front()),
             QStringLiteral("Tasks that wait | “askFirst” | others: “askFirst”"));
}

void tst_FactChanges::severalRows_areNamed()
{
    FactsRead before = asRead();
    before.rows.clear();
    for (const char *item : {"i-1", "i-2", "i-3"}) {
        TaskExecution row = waiting(QString(QStringLiteral("exec-1.") + QLatin1String(item)),
                                    QStringLiteral("reboot"));
        row.loopItem = QString::fromLatin1(item);
        setStatus(row, "Failed");
        before.rows.push_back(row);
    }
    DecisionRecord record = aboutRow();
    record.act = Act::RetryTask;
    record.taskExecutionId = {};
    for (const TaskExecution &row : before.rows)
        record.taskExecutionIds.push_back(row.id);
    FactsRead now = before;
    setStatus(now.rows[1], "Running");
    now.rows[2].properties = embedded(R"({"Approvers":[],"WebHook":{"URI":"https://a.invalid"}})");
    const std::vector<FactChange> changes = changed(record, before, now);
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(text(changes[0]), QStringLiteral("State of task “reboot” (i-2) | Failed | Running"));
    QCOMPARE(text(changes[1]), QStringLiteral("Task “reboot” (i-3): Property “Approvers” | "
                                              "[\"anna.k\"] | []"));
}

void tst_FactChanges::step_namesTheLastTask()
{
    DecisionRecord record = aboutRow();
    record.act = Act::ExecuteTask;
    record.taskExecutionId = {};
    FactsRead now = asRead();
    TaskExecution step = waiting(QStringLiteral("exec-1.t1"), QStringLiteral("selectFleet"));
    setStatus(step, "Success");
    now.rows.push_back(step);
    const std::vector<FactChange> changes = changed(record, asRead(), now);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(text(changes.front()),
             QStringLiteral("Tasks that have ended | (none) | 1 task(s), the last is "
                            "“selectFleet”: Success"));
}

void tst_FactChanges::secret_isHidden()
{
    FactsRead now = asRead();
    now.execution->parameters =
        embedded(R"({"idleDays":30,"dbPassword":"two","net":{"zone":"a","port":1}})");
    const std::vector<FactChange> changes = changed(aboutRow(), asRead(), now);
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(text(changes.front()),
             QStringLiteral("Parameter “dbPassword” | (hidden) | (hidden, another value)"));
}

void tst_FactChanges::hiddenPart_isSaidToDiffer()
{
    FactsRead before = asRead();
    FactsRead now = asRead();
    before.execution->parameters = embedded(R"({"list":[{"token":"one"}]})");
    now.execution->parameters = embedded(R"({"list":[{"token":"two"}]})");
    const std::vector<FactChange> changes = changed(aboutRow(), before, now);
    QCOMPARE(changes.size(), std::size_t(1));
    QVERIFY(!text(changes.front()).contains(QStringLiteral("one")));
    QVERIFY(!text(changes.front()).contains(QStringLiteral("two")));
    QCOMPARE(changes.front().after, QStringLiteral("(another value)"));
}

void tst_FactChanges::foreignText_isSafe()
{
    FactsRead now = asRead();
    now.execution->ramRole = QString(QStringLiteral("%1<b>\n") + QChar(0x202E));
    now.rows[0].taskName = QStringLiteral("%1 %2 %n");
    setStatus(now.rows[0], "Failed");
    FactsRead before = asRead();
    before.rows[0].taskName = now.rows[0].taskName;
    for (const FactChange &change : changed(aboutRow(), before, now)) {
        QVERIFY(!change.after.contains(QChar(0x202E)));
        QVERIFY(!change.after.contains(QLatin1Char('\n')));
        if (change.label.startsWith(QStringLiteral("State of task")))
            QCOMPARE(change.label, QStringLiteral("State of task “%1 %2 %n”"));
    }
}

void tst_FactChanges::manyChanges_areCounted()
{
    FactsRead before = asRead();
    FactsRead now = asRead();
    QByteArray old = "{";
    QByteArray fresh = "{";
    for (int i = 0; i < 100; ++i) {
        const QByteArray name = (i == 0 ? "\"p" : ",\"p") + QByteArray::number(i) + "\":";
        old += name + "1";
        fresh += name + "2";
    }
    before.execution->parameters = embedded(old + "}");
    now.execution->parameters = embedded(fresh + "}");
    const std::vector<FactChange> changes = changed(aboutRow(), before, now);
    QCOMPARE(changes.size(), std::size_t(40));
    QCOMPARE(changes.back().label, QStringLiteral("61 more difference(s)"));
}

void tst_FactChanges::longTemplateChange_isCounted()
{
    FactsRead now = asRead();
    now.templateText = QStringLiteral("Tasks:\n  - Name: a\n    Action: b\n  - Name: c\n    "
                                      "Action: d\n  - Name: e\n    Action: f\n");
    const std::vector<FactChange> changes = changed(aboutRow(), asRead(), now);
    QCOMPARE(text(changes.front()), QStringLiteral("Text of the template | 2 line(s) that are gone "
                                                   "| 6 line(s) that are new"));
}

void tst_FactChanges::templateSecret_isNotShown()
{
    const auto withDefault = [](const char *value) {
        return QStringLiteral("Parameters:\n  dbPassword:\n    Type: String\n    NoEcho: true\n    "
                              "Default: %1\nTasks:\n  - Name: askFirst\n    Action: ACS::Approve\n")
            .arg(QLatin1String(value));
    };
    FactsRead before = asRead();
    FactsRead now = asRead();
    before.templateText = withDefault("hunter-one");
    now.templateText = withDefault("hunter-two");
    const std::vector<FactChange> changes = changed(aboutRow(), before, now);
    QCOMPARE(changes.size(), std::size_t(1));
    QVERIFY(changes.front().before.startsWith(QStringLiteral("1 line(s)")));
    QVERIFY(!text(changes.front()).contains(QStringLiteral("hunter")));
}

QTEST_GUILESS_MAIN(tst_FactChanges)
#include "tst_factchanges.moc"
