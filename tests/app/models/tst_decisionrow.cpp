// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/decisionrow.h"
#include "app/models/decisionrowwords.h"
#include "decisionrows.h"

#include <QTest>

using namespace countersign;
using decisiontest::row;

class tst_DecisionRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entry_isTakenOver();
    void severalRows_andNextTask();
    void note_isFound();
    void standing_data();
    void standing();
    void words_neverClaimMoreThanTheState();
    void words_areOneSafeLine();
};

void tst_DecisionRow::entry_isTakenOver()
{
    JournalEntry entry;
    DecisionRecord &record = entry.record;
    record.id = {QByteArray("00112233445566778899aabbccddeeff")};
    record.act = Act::Reject;
    record.where = {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-beijing"))},
                    QStringLiteral("acme"),
                    QStringLiteral("42"),
                    QStringLiteral("li"),
                    QStringLiteral("oos.cn-beijing.aliyuncs.com"),
                    {}};
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t1"));
    record.taskName = QStringLiteral("gate");
    record.loopItem = QStringLiteral("i-1");
    record.note = QStringLiteral("no");
    StepFacts answer;
    answer.code = QStringLiteral("EntityNotExists.Task");
    answer.requestId = QStringLiteral("REQ");
    StepFacts evidence;
    evidence.evidence = {QStringLiteral("E3")};
    const QDateTime begin({2026, 11, 25}, {2, 0}, Qt::UTC);
    entry.steps = {{DecisionState::IntentRecorded, begin, {}, {}},
                   {DecisionState::Sending, begin.addSecs(1), {}, {}},
                   {DecisionState::RefusedCodeUnknown, begin.addSecs(2), {}, answer},
                   {DecisionState::Ambiguous, begin.addSecs(3), {}, {}},
                   {DecisionState::ReconciledOtherActor, begin.addSecs(4), {}, evidence}};
    const DecisionRow made = decisionRowOf(entry);
    QCOMPARE(made.key, record.id.hex);
    QCOMPARE(made.shortId, record.id.shortForm());
    QCOMPARE(made.at, begin);
    QCOMPARE(made.act, Act::Reject);
    QCOMPARE(made.place.region.text(), QStringLiteral("cn-beijing"));
    QCOMPARE(made.profileAlias, QStringLiteral("acme"));
    QCOMPARE(made.accountId, QStringLiteral("42"));
    QCOMPARE(made.actor, QStringLiteral("li"));
    QCOMPARE(made.executionId, record.executionId);
    QCOMPARE(made.taskName, QStringLiteral("gate"));
    QCOMPARE(made.loopItem, QStringLiteral("i-1"));
    QCOMPARE(made.state, DecisionState::ReconciledOtherActor);
    QCOMPARE(made.evidence, QStringList{QStringLiteral("E3")});
    QCOMPARE(made.code, QStringLiteral("EntityNotExists.Task"));
    QCOMPARE(made.requestId, QStringLiteral("REQ"));
    QCOMPARE(made.note, QStringLiteral("no"));
}

void tst_DecisionRow::severalRows_andNextTask()
{
    JournalEntry entry;
    entry.record.act = Act::RetryTask;
    entry.record.taskExecutionIds = {TaskExecutionId(QStringLiteral("t1")),
                                     TaskExecutionId(QStringLiteral("t2"))};
    entry.steps = {{}};
    QCOMPARE(decisionRowOf(entry).rowCount, qsizetype(2));
    entry.record.taskExecutionIds.clear();
    entry.record.nextTaskName = QStringLiteral("stopInstance");
    QCOMPARE(decisionRowOf(entry).taskName, QStringLiteral("stopInstance"));
    entry.record.nextTaskName.clear();
    QCOMPARE(decisionTaskText(decisionRowOf(entry)), QStringLiteral("The whole run"));
}

void tst_DecisionRow::note_isFound()
{
    TaskExecution task;
    task.id = TaskExecutionId(QStringLiteral("exec-1.t1"));
    task.executionId = ExecutionId(QStringLiteral("exec-1"));
    task.taskName = QStringLiteral("gate");
    task.updateDate = QDateTime({2026, 11, 25}, {2, 0}, Qt::UTC);
    task.extraData = EmbeddedJson::from(*Json::parse(R"({"NotifyNote":"ok from me"})").json);
    const DecisionRow found =
        foundNoteOf(task, {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("r"))});
    QCOMPARE(found.note, QStringLiteral("ok from me"));
    QCOMPARE(found.at, task.updateDate);
    QCOMPARE(standingOf(found), DecisionStanding::FoundNote);
    QCOMPARE(decisionStateText(found), QStringLiteral("Found at the service, written by somebody"));
    QVERIFY(found.shortId.isEmpty());
}

void tst_DecisionRow::standing_data()
{
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<DecisionStanding>("standing");
    // Where a state leads, by the table of states.
    QTest::newRow("recorded") << DecisionState::IntentRecorded << DecisionStanding::Open;
    QTest::newRow("sending") << DecisionState::Sending << DecisionStanding::Open;
    QTest::newRow("not sent") << DecisionState::NotSent << DecisionStanding::NotSent;
    QTest::newRow("refused") << DecisionState::Refused << DecisionStanding::Refused;
    QTest::newRow("code unknown") << DecisionState::RefusedCodeUnknown << DecisionStanding::Open;
    QTest::newRow("accepted") << DecisionState::Accepted << DecisionStanding::Open;
    QTest::newRow("ambiguous") << DecisionState::Ambiguous << DecisionStanding::Unknown;
    QTest::newRow("applied") << DecisionState::ReconciledApplied << DecisionStanding::Done;
    QTest::newRow("other") << DecisionState::ReconciledOtherActor << DecisionStanding::OtherActor;
    QTest::newRow("not applied") << DecisionState::ReconciledNotApplied
                                 << DecisionStanding::NotCarriedOut;
    QTest::newRow("unresolved") << DecisionState::Unresolved << DecisionStanding::Unknown;
}

void tst_DecisionRow::standing()
{
    QFETCH(DecisionState, state);
    QFETCH(DecisionStanding, standing);
    DecisionRow made = row(1);
    made.state = state;
    QCOMPARE(standingOf(made), standing);
    QVERIFY(!decisionStateText(made).isEmpty());
    QVERIFY(!decisionStandingLabel(standing).isEmpty());
    made.isClosed = true;
    QCOMPARE(standingOf(made),
             state == DecisionState::Unresolved ? DecisionStanding::Closed : standing);
    made.isClosed = false;
    made.waitsForOthers = true;
    QCOMPARE(standingOf(made),
             state == DecisionState::Accepted ? DecisionStanding::WaitsForOthers : standing);
}

void tst_DecisionRow::words_neverClaimMoreThanTheState()
{
    DecisionRow made = row(1);
    const auto words = [&made](DecisionState state) {
        made.state = state;
        return decisionStateText(made);
    };
    QVERIFY(words(DecisionState::ReconciledApplied).startsWith(QStringLiteral("Done: ")));
    for (const DecisionState state :
         {DecisionState::Accepted, DecisionState::Ambiguous, DecisionState::Unresolved,
          DecisionState::Sending, DecisionState::IntentRecorded})
        QVERIFY(!words(state).contains(QStringLiteral("Done")));
    QCOMPARE(words(DecisionState::NotSent), QStringLiteral("Not sent. Nothing happened."));
    QCOMPARE(words(DecisionState::Ambiguous),
             QStringLiteral("Outcome unknown. The request may have been carried out. Do not "
                            "repeat it."));
    QCOMPARE(words(DecisionState::ReconciledNotApplied),
             QStringLiteral("Not carried out. You may decide again."));
    made.rowCount = 3;
    QVERIFY(words(DecisionState::ReconciledApplied).contains(QStringLiteral("in part")));
    made.rowCount = 0;
    made.code = QStringLiteral("Forbidden.RAM");
    QCOMPARE(words(DecisionState::Refused),
             QStringLiteral("Refused by the service: Forbidden.RAM. Nothing was changed by this."));
    made.evidence = {QStringLiteral("E3")};
    QVERIFY(words(DecisionState::ReconciledOtherActor)
                .startsWith(QStringLiteral("Someone else decided: ")));
    made.evidence = {QStringLiteral("E2")};
    QVERIFY(words(DecisionState::ReconciledOtherActor)
                .startsWith(QStringLiteral("Decided, but not certainly by you: ")));
    made.evidence = {QStringLiteral("E1")};
    QCOMPARE(words(DecisionState::ReconciledApplied),
             QStringLiteral("Done: task “task1” carries your note."));
    // One word for choosing among them covers both evidences.
    QCOMPARE(decisionStandingLabel(DecisionStanding::OtherActor),
             QStringLiteral("Not, or not certainly, by you"));
    made.isOverridden = true;
    QCOMPARE(words(DecisionState::Ambiguous),
             QStringLiteral("Outcome unknown. The request may have been carried out. Do not "
                            "repeat it. You have decided again."));
}

void tst_DecisionRow::words_areOneSafeLine()
{
    DecisionRow made = row(1);
    made.taskName = QStringLiteral("a\nb\u202Ec<b>");
    made.code = QStringLiteral("x\ny");
    made.actor = QStringLiteral("li\u200B");
    made.accountId = QStringLiteral("4\r2");
    made.state = DecisionState::Refused;
    for (const QString &text : {decisionStateText(made), decisionTaskText(made),
                                decisionActorText(made), decisionAccountText(made)}) {
        for (const QChar character : text)
            QVERIFY2(character.category() != QChar::Other_Control &&
                         character.category() != QChar::Other_Format,
                     qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(tst_DecisionRow)
#include "tst_decisionrow.moc"
