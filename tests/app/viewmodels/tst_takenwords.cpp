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
    void endedWithAnotherTask_isOnesOwn_data();
    void endedWithAnotherTask_isOnesOwn();
    void notAllKnown_namesNobody();
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
        takenText(row("Success"), run("Running"), {{entry(act, state, task.constData())}, true});
    QVERIFY2(text.startsWith(begins), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("task “askFirst” is now Success, the run is Running.")),
             qPrintable(text));
}

void tst_TakenWords::whatWaits_isNotTaken()
{
    QCOMPARE(takenText(row("Waiting"), run("Waiting"),
                       {{entry(Act::Approve, DecisionState::Accepted)}, true}),
             QString());
}

void tst_TakenWords::note_isQuotedUnlessItIsOnesOwn()
{
    const TaskExecution noted = row("Failed", R"({"NotifyNote":"no\u202e <b>way"})");
    QCOMPARE(takenText(noted, run("Failed"), {}),
             QStringLiteral("Decided by someone else: task “askFirst” is now Failed, the run is "
                            "Failed.\nThe note at the task: “no⟨U+202E⟩ <b>way”"));
    const TaskExecution own = row("Failed", R"({"NotifyNote":"as agreed on Monday"})");
    QVERIFY(!takenText(own, run("Failed"), {{entry(Act::Reject, DecisionState::Refused)}, true})
                 .contains(QStringLiteral("note at the task")));
}

void tst_TakenWords::notCertainlyByUs_needsItsEvidence()
{
    JournalEntry other = entry(Act::Approve, DecisionState::ReconciledOtherActor);
    other.steps.back().facts.evidence = {QStringLiteral("E3")};
    QVERIFY(takenText(row("Cancelled"), run("Cancelled"), {{other}, true})
                .startsWith(QStringLiteral("Decided by someone else")));
    other.steps.back().facts.evidence = {QStringLiteral("E2")};
    QVERIFY(takenText(row("Success"), run("Success"), {{other}, true})
                .startsWith(QStringLiteral("Decided, but not certainly by you")));
    JournalEntry first = entry(Act::Approve, DecisionState::Accepted);
    first.waitsForOthers = true;
    QVERIFY(takenText(row("Success"), run("Success"), {{first}, true})
                .startsWith(QStringLiteral("Decided with others; your Approve at ")));
}

void tst_TakenWords::endedWithAnotherTask_isOnesOwn_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<bool>("isOwn");
    const auto test = [](const char *name, Act act, const char *status, const char *extra,
                         bool isOwn) {
        QTest::newRow(name) << act << QString::fromLatin1(status) << QByteArray(extra) << isOwn;
    };
    const char *other = R"({"NotifyNote":"not with me"})";
    test("reject", Act::Reject, "Cancelled", "{}", true);
    test("cancelled task", Act::CancelTask, "Cancelled", "{}", true);
    test("cancelled run", Act::CancelExecution, "Cancelled", "{}", true);
    test("ended run", Act::CompleteExecution, "Cancelled", "{}", true);
    test("approved before", Act::Reject, "Success", "{}", false);
    test("another's note", Act::Reject, "Failed", other, false);
    test("approve", Act::Approve, "Cancelled", "{}", false);
}

//! The decision was about another task of the run.
void tst_TakenWords::endedWithAnotherTask_isOnesOwn()
{
    QFETCH(Act, act);
    QFETCH(QString, status);
    QFETCH(QByteArray, extra);
    QFETCH(bool, isOwn);
    const JournalEntry own = entry(act, DecisionState::ReconciledApplied, "exec-1.t1");
    const QString text = takenText(row(qPrintable(status), extra), run("Cancelled"), {{own}, true});
    QVERIFY2(text.startsWith(isOwn ? QStringLiteral("Decided from this computer, by ")
                                   : QStringLiteral("Decided by someone else: ")),
             qPrintable(text));
}

void tst_TakenWords::notAllKnown_namesNobody()
{
    QCOMPARE(takenText(row("Success"), run("Running"), {{}, false}),
             QStringLiteral("Decided: task “askFirst” is now Success, the run is Running."));
    const JournalEntry own = entry(Act::Approve, DecisionState::Accepted);
    QVERIFY(takenText(row("Success"), run("Running"), {{own}, false})
                .startsWith(QStringLiteral("Decided from this computer")));
}

QTEST_GUILESS_MAIN(tst_TakenWords)
#include "tst_takenwords.moc"
