// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/takenwords.h"

#include <QTest>

using namespace countersign;

namespace {

TaskExecution row(const char *status, const QByteArray &extra = "{}")
{
    TaskExecution made;
    made.id = TaskExecutionId(QStringLiteral("exec-1.t2"));
    made.taskName = QStringLiteral("askFirst");
    made.statusText = QString::fromLatin1(status);
    made.status = runStatusFromText(made.statusText);
    made.extraData = EmbeddedJson::from(*Json::parse(extra).json);
    return made;
}

Execution run(const char *status)
{
    Execution made;
    made.statusText = QString::fromLatin1(status);
    made.status = runStatusFromText(made.statusText);
    return made;
}

JournalEntry entry(Act act, DecisionState state, const char *task = "exec-1.t2")
{
    JournalEntry made;
    made.record.act = act;
    made.record.taskExecutionId = TaskExecutionId(QString::fromLatin1(task));
    made.record.note = QStringLiteral("as agreed on Monday");
    made.steps.push_back(
        {DecisionState::IntentRecorded, QDateTime({2026, 11, 27}, {10, 0, 7}, Qt::UTC), {}, {}});
    made.steps.push_back({state, QDateTime({2026, 11, 27}, {10, 0, 9}, Qt::UTC), {}, {}});
    return made;
}

} // namespace

class tst_TakenWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void who_data();
    void who();
    void whatWaits_isNotTaken();
    void note_isQuotedUnlessItIsOnesOwn();
    void notCertainlyByUs_needsItsEvidence();
};

void tst_TakenWords::who_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<QString>("begins");
    const auto test = [](const char *name, Act act, DecisionState state, const char *task,
                         const char *begins) {
        QTest::newRow(name) << act << state << QByteArray(task) << QString::fromUtf8(begins);
    };
    const char *own = "Decided from this computer, by ";
    const char *perhaps = "Decided, but not certainly by you: ";
    const char *other = "Decided by someone else: ";
    test("accepted", Act::Approve, DecisionState::Accepted, "exec-1.t2", own);
    test("applied", Act::Reject, DecisionState::ReconciledApplied, "exec-1.t2", own);
    test("run ended", Act::CancelExecution, DecisionState::ReconciledApplied, "", own);
    test("unknown", Act::Approve, DecisionState::Ambiguous, "exec-1.t2", perhaps);
    test("being sent", Act::Approve, DecisionState::Sending, "exec-1.t2", perhaps);
    test("unresolved", Act::Approve, DecisionState::Unresolved, "exec-1.t2", perhaps);
    test("refused", Act::Approve, DecisionState::Refused, "exec-1.t2", other);
    test("not sent", Act::Approve, DecisionState::NotSent, "exec-1.t2", other);
    test("not carried out", Act::Approve, DecisionState::ReconciledNotApplied, "exec-1.t2", other);
    test("another task", Act::Approve, DecisionState::ReconciledApplied, "exec-1.t1", other);
    test("a step", Act::ExecuteTask, DecisionState::ReconciledApplied, "", other);
}

void tst_TakenWords::who()
{
    QFETCH(Act, act);
    QFETCH(DecisionState, state);
    QFETCH(QByteArray, task);
    QFETCH(QString, begins);
    const QString text =
        takenText(row("Success"), run("Running"), {entry(act, state, task.constData())});
    QVERIFY2(text.startsWith(begins), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("task “askFirst” is now Success, the run is Running.")),
             qPrintable(text));
}

void tst_TakenWords::whatWaits_isNotTaken()
{
    QCOMPARE(
        takenText(row("Waiting"), run("Waiting"), {entry(Act::Approve, DecisionState::Accepted)}),
        QString());
}

void tst_TakenWords::note_isQuotedUnlessItIsOnesOwn()
{
    const TaskExecution noted = row("Failed", R"({"NotifyNote":"no\u202e <b>way"})");
    QCOMPARE(takenText(noted, run("Failed"), {}),
             QStringLiteral("Decided by someone else: task “askFirst” is now Failed, the run is "
                            "Failed.\nThe note at the task: “no⟨U+202E⟩ <b>way”"));
    const TaskExecution own = row("Failed", R"({"NotifyNote":"as agreed on Monday"})");
    QVERIFY(!takenText(own, run("Failed"), {entry(Act::Reject, DecisionState::Refused)})
                 .contains(QStringLiteral("note at the task")));
}

void tst_TakenWords::notCertainlyByUs_needsItsEvidence()
{
    JournalEntry other = entry(Act::Approve, DecisionState::ReconciledOtherActor);
    other.steps.back().facts.evidence = {QStringLiteral("E3")};
    QVERIFY(takenText(row("Cancelled"), run("Cancelled"), {other})
                .startsWith(QStringLiteral("Decided by someone else")));
    other.steps.back().facts.evidence = {QStringLiteral("E2")};
    QVERIFY(takenText(row("Success"), run("Success"), {other})
                .startsWith(QStringLiteral("Decided, but not certainly by you")));
    JournalEntry first = entry(Act::Approve, DecisionState::Accepted);
    first.waitsForOthers = true;
    QVERIFY(takenText(row("Success"), run("Success"), {first})
                .startsWith(QStringLiteral("Decided with others; your Approve at ")));
}

QTEST_GUILESS_MAIN(tst_TakenWords)
#include "tst_takenwords.moc"
