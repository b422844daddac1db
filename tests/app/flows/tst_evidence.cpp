// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/evidence.h"

#include <QTest>

using namespace countersign;

// Expected values are the table of security.md 4.6 (E1 to E5) and the states of 4.3, by hand.

namespace {

SeenRow row(const QString &id, RunStatus status, const QString &note = {})
{
    SeenRow made;
    made.id = TaskExecutionId(id);
    made.taskName = QStringLiteral("task of ") + id;
    made.status = status;
    made.updateDate = QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
    made.note = note;
    return made;
}

Observation observation(RunStatus run, const std::optional<SeenRow> &bound)
{
    Observation made;
    made.run = SeenRun{run, runStatusText(run), QDateTime(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC)};
    made.row = bound;
    if (bound && bound->status == RunStatus::Waiting)
        made.waitingRows.push_back(*bound);
    return made;
}

DecisionRecord record(Act act, bool isBound = true)
{
    DecisionRecord made;
    made.act = act;
    made.executionId = ExecutionId(QStringLiteral("exec-1"));
    if (isBound)
        made.taskExecutionId = TaskExecutionId(QStringLiteral("t1"));
    made.note = QStringLiteral("looks right to me");
    return made;
}

} // namespace

class tst_Evidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movement_ofBoundRow_data();
    void movement_ofBoundRow();
    void movement_ofWholeRun_data();
    void movement_ofWholeRun();
    void movement_goneObjects_cannotBeRead();
    void movement_newGateOfWholeRun_isAsAsked();
    void noteSeen_onlyWhenNew();
    void anyChange_leavesOtherBranchesOut_data();
    void anyChange_leavesOtherBranchesOut();
    void anyChange_whereAReadingIsMissing();
    void anyChange_ofTheNoteAlone();
    void anyChange_ofFailedRows();
    void noteSeen_ofTheDecidedTaskAlone();
    void older_needsTwoDates();
    void nextWaitingTask_namesTheOtherGate();
    void settle_table_data();
    void settle_table();
};

void tst_Evidence::movement_ofBoundRow_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<RunStatus>("status");
    QTest::addColumn<Movement>("expected");
    QTest::newRow("approve, waits") << Act::Approve << RunStatus::Waiting << Movement::None;
    QTest::newRow("approve, success") << Act::Approve << RunStatus::Success << Movement::AsAsked;
    QTest::newRow("approve, running") << Act::Approve << RunStatus::Running << Movement::AsAsked;
    QTest::newRow("approve, cancelled")
        << Act::Approve << RunStatus::Cancelled << Movement::Elsewhere;
    QTest::newRow("approve, unknown") << Act::Approve << RunStatus::Unknown << Movement::None;
    QTest::newRow("reject, cancelled") << Act::Reject << RunStatus::Cancelled << Movement::AsAsked;
    QTest::newRow("reject, success") << Act::Reject << RunStatus::Success << Movement::Elsewhere;
    QTest::newRow("reject, waits") << Act::Reject << RunStatus::Waiting << Movement::None;
}

void tst_Evidence::movement_ofBoundRow()
{
    QFETCH(Act, act);
    QFETCH(RunStatus, status);
    const Observation before =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting));
    const Observation now = observation(RunStatus::Waiting, row(QStringLiteral("t1"), status));
    QTEST(movementOf(record(act), before, now), "expected");
}

void tst_Evidence::movement_ofWholeRun_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<RunStatus>("status");
    QTest::addColumn<Movement>("expected");
    QTest::newRow("approve, waits") << Act::Approve << RunStatus::Waiting << Movement::None;
    QTest::newRow("approve, runs") << Act::Approve << RunStatus::Running << Movement::AsAsked;
    QTest::newRow("approve, cancelled")
        << Act::Approve << RunStatus::Cancelled << Movement::Elsewhere;
    QTest::newRow("reject, cancelled") << Act::Reject << RunStatus::Cancelled << Movement::AsAsked;
    QTest::newRow("reject, runs") << Act::Reject << RunStatus::Running << Movement::Elsewhere;
    QTest::newRow("cancel, runs") << Act::CancelExecution << RunStatus::Running << Movement::None;
    QTest::newRow("cancel, cancelled")
        << Act::CancelExecution << RunStatus::Cancelled << Movement::AsAsked;
    QTest::newRow("cancel, success")
        << Act::CancelExecution << RunStatus::Success << Movement::Elsewhere;
}

void tst_Evidence::movement_ofWholeRun()
{
    QFETCH(Act, act);
    QFETCH(RunStatus, status);
    const Observation before = observation(RunStatus::Waiting, {});
    QTEST(movementOf(record(act, false), before, observation(status, {})), "expected");
}

void tst_Evidence::movement_goneObjects_cannotBeRead()
{
    const Observation before =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting));
    QCOMPARE(movementOf(record(Act::Approve), before, {}), Movement::CannotBeRead);
    QCOMPARE(movementOf(record(Act::Approve), before, observation(RunStatus::Waiting, {})),
             Movement::CannotBeRead);
}

void tst_Evidence::movement_newGateOfWholeRun_isAsAsked()
{
    Observation before = observation(RunStatus::Waiting, {});
    before.waitingRows = {row(QStringLiteral("t1"), RunStatus::Waiting)};
    Observation now = observation(RunStatus::Waiting, {});
    now.waitingRows = {row(QStringLiteral("t2"), RunStatus::Waiting)};
    QCOMPARE(movementOf(record(Act::Approve, false), before, now), Movement::AsAsked);
    QCOMPARE(movementOf(record(Act::Reject, false), before, now), Movement::None);
}

void tst_Evidence::noteSeen_onlyWhenNew()
{
    const QString note = QStringLiteral("looks right to me");
    const Observation before =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting));
    const Observation with =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting, note));
    const Observation other = observation(
        RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting, QStringLiteral("other")));
    QVERIFY(isNoteSeen(record(Act::Approve), before, with));
    QVERIFY(!isNoteSeen(record(Act::Approve), with, with));
    QVERIFY(!isNoteSeen(record(Act::Approve), before, other));
    DecisionRecord silent = record(Act::Approve);
    silent.note.clear();
    QVERIFY(!isNoteSeen(silent, before, before));
}

// Another branch goes on: the run is Running for a moment, its date moves, other rows come.
void tst_Evidence::anyChange_leavesOtherBranchesOut_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("isBound");
    QTest::newRow("approve") << Act::Approve << true;
    QTest::newRow("retry") << Act::RetryTask << true;
    QTest::newRow("skip") << Act::SkipTask << true;
    QTest::newRow("end execution") << Act::CompleteExecution << false;
    QTest::newRow("cancel execution") << Act::CancelExecution << false;
}

void tst_Evidence::anyChange_leavesOtherBranchesOut()
{
    QFETCH(Act, act);
    QFETCH(bool, isBound);
    const bool isFailure = act == Act::RetryTask || act == Act::SkipTask;
    const SeenRow own =
        row(QStringLiteral("t1"), isFailure ? RunStatus::Failed : RunStatus::Waiting);
    Observation before = observation(RunStatus::Waiting, own);
    before.rows = std::vector<SeenRow>{own};
    Observation now = observation(RunStatus::Running, own);
    now.rows = std::vector<SeenRow>{own, row(QStringLiteral("t9"), RunStatus::Failed)};
    now.run->updateDate = now.run->updateDate.addSecs(60);
    QVERIFY(!hasAnyChange(record(act, isBound), before, now));
    now.run->status = RunStatus::Failed;
    QVERIFY(hasAnyChange(record(act, isBound), before, now));
}

// E4 wants proof that nothing has moved: what cannot be compared is none.
void tst_Evidence::anyChange_whereAReadingIsMissing()
{
    const Observation whole =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting));
    Observation rowless = whole;
    rowless.row.reset();
    const DecisionRecord bound = record(Act::Approve);
    QVERIFY(!hasAnyChange(bound, whole, whole));
    QVERIFY(isUntouched(bound, whole, whole));
    for (const Observation &lacking : {Observation(), rowless}) {
        QVERIFY(hasAnyChange(bound, whole, lacking));
        QVERIFY(hasAnyChange(bound, lacking, whole));
        QVERIFY(!isUntouched(bound, whole, lacking));
        QVERIFY(!isUntouched(bound, lacking, whole));
    }
}

// Dates of the service are whole seconds: a note may be all that has changed.
void tst_Evidence::anyChange_ofTheNoteAlone()
{
    const Observation before =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting));
    Observation now = before;
    now.row->note = QStringLiteral("somebody's");
    QVERIFY(hasAnyChange(record(Act::Approve), before, now));
    QVERIFY(!isUntouched(record(Act::Approve), before, now));
}

void tst_Evidence::anyChange_ofFailedRows()
{
    const SeenRow failed = row(QStringLiteral("t1"), RunStatus::Failed);
    Observation before = observation(RunStatus::Waiting, failed);
    before.rows = std::vector<SeenRow>{failed};
    const auto isChange = [&](const std::vector<SeenRow> &rows) {
        Observation now = before;
        now.rows = rows;
        return hasAnyChange(record(Act::RetryTask), before, now);
    };
    QVERIFY(!isChange({failed}));
    QVERIFY(isChange({})); // gone
    SeenRow again = row(QStringLiteral("t2"), RunStatus::Running);
    again.taskName = failed.taskName;
    QVERIFY(isChange({failed, again}));
    Observation blind = before;
    blind.rows.reset();
    QVERIFY(!hasAnyChange(record(Act::RetryTask), before, blind));
    // A run that ended before is no open one.
    Observation ended = before;
    ended.run->status = RunStatus::Failed;
    QVERIFY(hasAnyChange(record(Act::RetryTask), ended, before));
}

void tst_Evidence::noteSeen_ofTheDecidedTaskAlone()
{
    const SeenRow failed = row(QStringLiteral("t1"), RunStatus::Failed);
    Observation before = observation(RunStatus::Waiting, {});
    before.rows = std::vector<SeenRow>{failed};
    const QString note = record(Act::RetryTask).note;
    Observation now = before;
    now.rows->push_back(row(QStringLiteral("t2"), RunStatus::Success, note));
    QVERIFY(!isNoteSeen(record(Act::RetryTask), before, now));
    QVERIFY(isNoteSeen(record(Act::ExecuteTask, false), before, now));
    QVERIFY(hasAnyChange(record(Act::Reject, false), before, now));
    now.rows->back().taskName = failed.taskName;
    QVERIFY(isNoteSeen(record(Act::RetryTask), before, now));
    // The bound row was not read before, and bears the note now.
    const Observation bound =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting, note));
    QVERIFY(isNoteSeen(record(Act::Approve), observation(RunStatus::Waiting, {}), bound));
}

void tst_Evidence::older_needsTwoDates()
{
    const Observation known =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting));
    Observation older = known;
    older.run->updateDate = older.run->updateDate.addSecs(-1);
    QVERIFY(isOlder(older, known));
    QVERIFY(!isOlder(known, known));
    Observation olderRow = known;
    olderRow.row->updateDate = olderRow.row->updateDate.addSecs(-1);
    QVERIFY(isOlder(olderRow, known));
    Observation undated = known;
    undated.run->updateDate = {};
    QVERIFY(!isOlder(older, undated));
    QVERIFY(!isOlder(undated, known));
    QVERIFY(!isOlder({}, known));
    QVERIFY(!isOlder(known, {}));
}

void tst_Evidence::nextWaitingTask_namesTheOtherGate()
{
    const Observation before =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Waiting));
    Observation now =
        observation(RunStatus::Waiting, row(QStringLiteral("t1"), RunStatus::Success));
    QCOMPARE(nextWaitingTask(record(Act::Approve), before, now), QString());
    now.waitingRows = {row(QStringLiteral("t2"), RunStatus::Waiting)};
    QCOMPARE(nextWaitingTask(record(Act::Approve), before, now), QStringLiteral("task of t2"));
}

void tst_Evidence::settle_table_data()
{
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<Movement>("movement");
    QTest::addColumn<bool>("note");
    QTest::addColumn<bool>("changed");
    QTest::addColumn<int>("required"); // 0: not readable
    QTest::addColumn<bool>("due");
    QTest::addColumn<bool>("over");
    QTest::addColumn<DecisionState>("expected");
    QTest::addColumn<bool>("others");
    using S = DecisionState;
    using M = Movement;
    const auto add = [](const char *name, S state, M movement, bool note, bool changed,
                        int required, bool due, bool over, S expected, bool others = false) {
        QTest::newRow(name) << state << movement << note << changed << required << due << over
                            << expected << others;
    };
    add("accepted, moved", S::Accepted, M::AsAsked, false, true, 1, false, false,
        S::ReconciledApplied);
    add("accepted, elsewhere", S::Accepted, M::Elsewhere, false, true, 1, false, false,
        S::ReconciledOtherActor);
    add("accepted, nothing yet", S::Accepted, M::None, false, false, 1, true, false, S::Accepted);
    add("accepted, note", S::Accepted, M::None, true, true, 1, false, false, S::ReconciledApplied);
    add("accepted, one of two", S::Accepted, M::None, true, true, 2, true, false, S::Accepted,
        true);
    add("accepted, one of two, too early", S::Accepted, M::None, false, false, 2, false, false,
        S::Accepted);
    add("accepted, nothing ever", S::Accepted, M::None, false, false, 1, true, true, S::Unresolved);
    add("accepted, one of two, for ever", S::Accepted, M::None, false, false, 2, true, true,
        S::Accepted, true);
    add("ambiguous, nothing yet", S::Ambiguous, M::None, false, false, 1, true, false,
        S::Ambiguous);
    add("ambiguous, note", S::Ambiguous, M::None, true, true, 2, true, false, S::ReconciledApplied);
    add("ambiguous, note and moved", S::Ambiguous, M::AsAsked, true, true, 1, true, false,
        S::ReconciledApplied);
    add("ambiguous, moved", S::Ambiguous, M::AsAsked, false, true, 1, true, false,
        S::ReconciledOtherActor);
    add("ambiguous, elsewhere", S::Ambiguous, M::Elsewhere, false, true, 1, true, false,
        S::ReconciledOtherActor);
    add("ambiguous, gone", S::Ambiguous, M::CannotBeRead, false, true, 1, true, false,
        S::Unresolved);
    add("ambiguous, untouched to the end", S::Ambiguous, M::None, false, false, 1, true, true,
        S::ReconciledNotApplied);
    add("ambiguous, touched to the end", S::Ambiguous, M::None, false, true, 1, true, true,
        S::Unresolved);
    add("ambiguous, untouched, needs two", S::Ambiguous, M::None, false, false, 2, true, true,
        S::Unresolved);
    add("ambiguous, untouched, need not readable", S::Ambiguous, M::None, false, false, 0, true,
        true, S::Unresolved);
    add("refused, nothing moved, early", S::RefusedCodeUnknown, M::None, false, false, 1, false,
        false, S::RefusedCodeUnknown);
    add("refused, nothing moved", S::RefusedCodeUnknown, M::None, false, false, 1, true, false,
        S::Refused);
    add("refused, something moved", S::RefusedCodeUnknown, M::AsAsked, false, true, 1, true, false,
        S::Ambiguous);
    add("applied stays", S::ReconciledApplied, M::Elsewhere, false, true, 1, true, true,
        S::ReconciledApplied);
}

void tst_Evidence::settle_table()
{
    QFETCH(DecisionState, state);
    QFETCH(Movement, movement);
    QFETCH(bool, note);
    QFETCH(bool, changed);
    QFETCH(int, required);
    QFETCH(bool, due);
    QFETCH(bool, over);
    Watched watched;
    watched.movement = movement;
    watched.isNoteSeen = note;
    watched.hasAnyChange = changed;
    watched.isUntouched = !changed;
    if (required > 0)
        watched.requiredApprovals = required;
    watched.isRefusalDue = due;
    watched.isOthersDue = due;
    watched.isWindowOver = over;
    const Verdict verdict = settle(state, watched);
    QTEST(verdict.state, "expected");
    QTEST(verdict.waitsForOthers, "others");
}

QTEST_GUILESS_MAIN(tst_Evidence)
#include "tst_evidence.moc"
