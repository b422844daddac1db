// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/movement.h"

#include <QTest>

using namespace countersign;

// Expected values are E2, E3 and E5 of security.md 4.6, by hand.

namespace {

using M = Movement;
using S = RunStatus;
using Rows = std::vector<SeenRow>;
using AllRows = std::optional<Rows>;

QDateTime morning()
{
    return {QDate(2026, 3, 2), QTime(8, 0), Qt::UTC};
}

SeenRow row(const char *id, RunStatus status, const char *task = "deploy", const char *item = "")
{
    SeenRow made;
    made.id = TaskExecutionId(QString::fromLatin1(id));
    made.taskName = QString::fromLatin1(task);
    made.loopItem = QString::fromLatin1(item);
    made.status = status;
    made.startDate = morning();
    return made;
}

SeenRow startedLater(SeenRow made)
{
    made.startDate = made.startDate.addSecs(30);
    return made;
}

SeenRow endedLater(SeenRow made)
{
    made.endDate = morning().addSecs(60);
    return made;
}

SeenRow childOf(const char *parent, SeenRow made)
{
    made.parentTaskExecutionId = TaskExecutionId(QString::fromLatin1(parent));
    return made;
}

Observation seen(RunStatus run, const AllRows &rows)
{
    Observation made;
    made.run = SeenRun{run, runStatusText(run), morning()};
    made.rows = rows;
    return made;
}

//! With the row that a decision about t1 is bound to.
Observation bound(RunStatus run, const Rows &rows)
{
    Observation made = seen(run, rows);
    for (const SeenRow &item : rows) {
        if (item.id == TaskExecutionId(QStringLiteral("t1")))
            made.row = item;
        if (item.status == RunStatus::Waiting)
            made.waitingRows.push_back(item);
    }
    return made;
}

DecisionRecord record(Act act, const char *task = "t1")
{
    DecisionRecord made;
    made.act = act;
    made.executionId = ExecutionId(QStringLiteral("exec-1"));
    made.taskExecutionId = TaskExecutionId(QString::fromLatin1(task));
    return made;
}

} // namespace

class tst_Movement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vote_data();
    void vote();
    void endedRun_ofWaitingRow_data();
    void endedRun_ofWaitingRow();
    void endedBefore_isNoMovement();
    void failedRow_data();
    void failedRow();
    void severalFailedRows_data();
    void severalFailedRows();
    void successorOfItem_isTheSameTaskAndItem();
    void step_data();
    void step();
    void cancelledTask_data();
    void cancelledTask();
    void endOfRun_goesByTheStateAsked_data();
    void endOfRun_goesByTheStateAsked();
    void unknownPast_isNoMovement_data();
    void unknownPast_isNoMovement();
};

void tst_Movement::vote_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<WaitKind>("kind");
    QTest::addColumn<RunStatus>("status");
    QTest::addColumn<Movement>("expected");
    // An approval task has nothing of its own that could fail; another task has.
    QTest::newRow("approve, an approval failed")
        << Act::Approve << WaitKind::Approval << S::Failed << M::Elsewhere;
    QTest::newRow("approve, another task failed")
        << Act::Approve << WaitKind::HighRisk << S::Failed << M::AsAsked;
    QTest::newRow("approve, waits") << Act::Approve << WaitKind::Approval << S::Waiting << M::None;
    QTest::newRow("approve, goes on")
        << Act::Approve << WaitKind::Approval << S::Running << M::AsAsked;
    QTest::newRow("reject, failed") << Act::Reject << WaitKind::Approval << S::Failed << M::AsAsked;
    QTest::newRow("reject, waits") << Act::Reject << WaitKind::Approval << S::Waiting << M::None;
    QTest::newRow("reject, a state nobody knows")
        << Act::Reject << WaitKind::Approval << S::Unknown << M::None;
    QTest::newRow("reject, went on")
        << Act::Reject << WaitKind::Approval << S::Success << M::Elsewhere;
}

void tst_Movement::vote()
{
    QFETCH(Act, act);
    QFETCH(WaitKind, kind);
    QFETCH(RunStatus, status);
    DecisionRecord decided = record(act);
    decided.kind = kind;
    const Observation before = bound(S::Waiting, {row("t1", S::Waiting)});
    QTEST(movementOf(decided, before, bound(S::Running, {row("t1", status)})), "expected");
    QCOMPARE(movedRows(decided, before, before), MovedRows());
}

void tst_Movement::endedRun_ofWaitingRow_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<RunStatus>("run");
    QTest::addColumn<Movement>("expected");
    QTest::newRow("approve, goes on") << Act::Approve << S::Running << M::None;
    // Another branch may have failed.
    QTest::newRow("approve, failed") << Act::Approve << S::Failed << M::None;
    QTest::newRow("approve, cancelled") << Act::Approve << S::Cancelled << M::Elsewhere;
    QTest::newRow("approve, success") << Act::Approve << S::Success << M::AsAsked;
    QTest::newRow("reject, goes on") << Act::Reject << S::Running << M::None;
    QTest::newRow("reject, failed") << Act::Reject << S::Failed << M::AsAsked;
    QTest::newRow("reject, cancelled") << Act::Reject << S::Cancelled << M::AsAsked;
    QTest::newRow("reject, success") << Act::Reject << S::Success << M::Elsewhere;
}

void tst_Movement::endedRun_ofWaitingRow()
{
    QFETCH(Act, act);
    QFETCH(RunStatus, run);
    const Rows rows{row("t1", S::Waiting)};
    QTEST(movementOf(record(act), bound(S::Waiting, rows), bound(run, rows)), "expected");
}

// What was over before the request is nobody's effect.
void tst_Movement::endedBefore_isNoMovement()
{
    const Rows rows{row("t1", S::Cancelled)};
    for (const Act act : {Act::CancelTask, Act::CancelExecution, Act::Reject, Act::ExecuteTask})
        QCOMPARE(movementOf(record(act), bound(S::Cancelled, rows), bound(S::Cancelled, rows)),
                 M::None);
}

void tst_Movement::failedRow_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<RunStatus>("run");
    QTest::addColumn<AllRows>("now");
    QTest::addColumn<Movement>("expected");
    const auto add = [](const char *name, Act act, RunStatus run, const Rows &now, M expected) {
        QTest::newRow(name) << act << run << AllRows(now) << expected;
    };
    const SeenRow failed = row("t1", S::Failed);
    add("retry, still failed", Act::RetryTask, S::Waiting, {failed}, M::None);
    add("retry, a state nobody knows", Act::RetryTask, S::Waiting, {row("t1", S::Unknown)},
        M::None);
    for (const RunStatus status : {S::Started, S::Queued, S::Running, S::Pending, S::Success}) {
        const QByteArray name = "retry, " + runStatusText(status).toLatin1();
        add(name.constData(), Act::RetryTask, S::Running, {row("t1", status)}, M::AsAsked);
    }
    add("retry, waits", Act::RetryTask, S::Waiting, {row("t1", S::Waiting)}, M::AsAsked);
    add("retry, failed again", Act::RetryTask, S::Waiting, {startedLater(failed)}, M::AsAsked);
    add("retry, failed at another time", Act::RetryTask, S::Waiting, {endedLater(failed)},
        M::AsAsked);
    add("retry, a later row", Act::RetryTask, S::Running, {failed, row("t2", S::Running)},
        M::AsAsked);
    add("retry, a later row of another task", Act::RetryTask, S::Waiting,
        {failed, row("t2", S::Running, "other")}, M::None);
    add("retry, skipped", Act::RetryTask, S::Running, {row("t1", S::Skipped)}, M::Elsewhere);
    add("retry, cancelled", Act::RetryTask, S::Running, {row("t1", S::Cancelled)}, M::Elsewhere);
    add("retry, gone", Act::RetryTask, S::Running, {}, M::CannotBeRead);
    add("retry, the run has failed", Act::RetryTask, S::Failed, {failed}, M::Elsewhere);
    add("skip, skipped", Act::SkipTask, S::Running, {row("t1", S::Skipped)}, M::AsAsked);
    add("skip, called a success", Act::SkipTask, S::Running, {row("t1", S::Success)}, M::AsAsked);
    add("skip, somebody's retry went well", Act::SkipTask, S::Running,
        {startedLater(row("t1", S::Success))}, M::Elsewhere);
    add("skip, runs again", Act::SkipTask, S::Running, {row("t1", S::Running)}, M::Elsewhere);
    add("skip, a later row", Act::SkipTask, S::Running, {row("t2", S::Running)}, M::Elsewhere);
    // The row may keep its state while the run goes on without it.
    add("skip, the run went past it", Act::SkipTask, S::Success, {failed}, M::AsAsked);
    add("skip, the run was cancelled", Act::SkipTask, S::Cancelled, {failed}, M::Elsewhere);
    add("skip, the run goes on", Act::SkipTask, S::Running, {failed}, M::None);
}

void tst_Movement::failedRow()
{
    QFETCH(Act, act);
    QFETCH(RunStatus, run);
    QFETCH(AllRows, now);
    const Observation before = bound(S::Waiting, {row("t1", S::Failed)});
    QTEST(movementOf(record(act), before, bound(run, *now)), "expected");
}

void tst_Movement::severalFailedRows_data()
{
    QTest::addColumn<AllRows>("now");
    QTest::addColumn<Movement>("expected");
    QTest::addColumn<int>("moved");
    const auto add = [](const char *name, const Rows &now, M expected, int moved) {
        QTest::newRow(name) << AllRows(now) << expected << moved;
    };
    const SeenRow first = row("t1", S::Failed, "deploy", "a");
    const SeenRow second = row("t2", S::Failed, "deploy", "b");
    add("none", {first, second}, M::None, 0);
    add("one", {row("t1", S::Running, "deploy", "a"), second}, M::Partly, 1);
    add("both", {startedLater(first), startedLater(second)}, M::AsAsked, 2);
    add("one is gone", {second}, M::Elsewhere, 0);
    add("both are gone", {}, M::CannotBeRead, 0);
}

void tst_Movement::severalFailedRows()
{
    QFETCH(AllRows, now);
    QFETCH(int, moved);
    const Observation before = seen(S::Waiting, Rows{row("t1", S::Failed, "deploy", "a"),
                                                     row("t2", S::Failed, "deploy", "b"),
                                                     row("t3", S::Success, "before")});
    now->push_back(row("t3", S::Success, "before"));
    const DecisionRecord decided = record(Act::RetryTask, "");
    const Observation after = seen(S::Waiting, now);
    QTEST(movementOf(decided, before, after), "expected");
    QCOMPARE(movedRows(decided, before, after), (MovedRows{moved, 2}));
    QCOMPARE(movedRows(decided, before, {}), MovedRows());
    // Nothing was decided on: nothing can have moved.
    const Observation sound = seen(S::Waiting, Rows{row("t3", S::Success, "before")});
    QCOMPARE(movementOf(decided, sound, sound), M::None);
}

// A loop gives each item rows of the same name, and the loop's own row is no attempt of an item.
void tst_Movement::successorOfItem_isTheSameTaskAndItem()
{
    const SeenRow item = childOf("t0", row("t1", S::Failed, "deploy", "a"));
    const Observation before = bound(S::Waiting, {item});
    const auto after = [&](const SeenRow &other) {
        return movementOf(record(Act::RetryTask), before, bound(S::Waiting, {item, other}));
    };
    QCOMPARE(after(row("t2", S::Running, "deploy", "b")), M::None);
    QCOMPARE(after(row("t0", S::Running, "deploy", "a")), M::None);
    QCOMPARE(after(row("t2", S::Running, "deploy", "a")), M::AsAsked);
}

void tst_Movement::step_data()
{
    QTest::addColumn<RunStatus>("run");
    QTest::addColumn<AllRows>("now");
    QTest::addColumn<Movement>("expected");
    const auto add = [](const char *name, RunStatus run, const Rows &now, M expected) {
        QTest::newRow(name) << run << AllRows(now) << expected;
    };
    const SeenRow old = row("t1", S::Success, "deploy", "a");
    add("nothing", S::Waiting, {old}, M::None);
    add("a new row of the task", S::Running, {old, row("t2", S::Running, "deploy", "a")},
        M::AsAsked);
    add("the old row anew", S::Running, {row("t1", S::Running, "deploy", "a")}, M::AsAsked);
    add("a row of another item", S::Running, {old, row("t2", S::Running, "deploy", "b")},
        M::Elsewhere);
    add("a row of another task", S::Running, {old, row("t2", S::Running, "other", "a")},
        M::Elsewhere);
    add("the run has ended", S::Cancelled, {old}, M::Elsewhere);
}

void tst_Movement::step()
{
    QFETCH(RunStatus, run);
    QFETCH(AllRows, now);
    DecisionRecord decided = record(Act::ExecuteTask, "");
    decided.nextTaskName = QStringLiteral("deploy");
    decided.loopItem = QStringLiteral("a");
    const Observation before = seen(S::Waiting, Rows{row("t1", S::Success, "deploy", "a")});
    QTEST(movementOf(decided, before, seen(run, now)), "expected");
}

void tst_Movement::cancelledTask_data()
{
    QTest::addColumn<bool>("isBound");
    QTest::addColumn<RunStatus>("run");
    QTest::addColumn<AllRows>("now");
    QTest::addColumn<Movement>("expected");
    const auto add = [](const char *name, bool isBound, RunStatus run, const Rows &now,
                        M expected) {
        QTest::newRow(name) << isBound << run << AllRows(now) << expected;
    };
    const SeenRow old = row("t1", S::Running);
    add("bound, as before", true, S::Running, {old}, M::None);
    add("bound, a state nobody knows", true, S::Running, {row("t1", S::Unknown)}, M::None);
    add("bound, cancelled", true, S::Running, {row("t1", S::Cancelled)}, M::AsAsked);
    add("bound, done", true, S::Running, {row("t1", S::Success)}, M::Elsewhere);
    add("bound, gone", true, S::Running, {}, M::CannotBeRead);
    add("any, as before", false, S::Running, {old}, M::None);
    add("any, cancelled", false, S::Running, {row("t1", S::Cancelled)}, M::AsAsked);
    add("any, a new row that is cancelled", false, S::Running, {old, row("t2", S::Cancelled)},
        M::AsAsked);
    add("any, another task began", false, S::Running, {old, row("t2", S::Running)}, M::Elsewhere);
    add("any, the run was cancelled", false, S::Cancelled, {old}, M::AsAsked);
    add("any, the run has failed", false, S::Failed, {old}, M::Elsewhere);
}

void tst_Movement::cancelledTask()
{
    QFETCH(bool, isBound);
    QFETCH(RunStatus, run);
    QFETCH(AllRows, now);
    const SeenRow cancelledBefore = row("t0", S::Cancelled);
    const Observation before = bound(S::Running, {cancelledBefore, row("t1", S::Running)});
    now->push_back(cancelledBefore);
    QTEST(movementOf(record(Act::CancelTask, isBound ? "t1" : ""), before, bound(run, *now)),
          "expected");
    // A bound row that was not read before is judged like any.
    const Observation unread = seen(S::Running, Rows{cancelledBefore});
    QCOMPARE(
        movementOf(record(Act::CancelTask), unread, bound(S::Running, {row("t1", S::Cancelled)})),
        M::AsAsked);
}

void tst_Movement::endOfRun_goesByTheStateAsked_data()
{
    QTest::addColumn<QString>("asked"); // empty: cancel the run
    QTest::addColumn<RunStatus>("run");
    QTest::addColumn<QString>("text"); // as received
    QTest::addColumn<Movement>("expected");
    const QString success = QStringLiteral("Success");
    const QString failed = QStringLiteral("Failed");
    QTest::newRow("as asked") << failed << S::Failed << failed << M::AsAsked;
    QTest::newRow("in another way") << failed << S::Success << success << M::Elsewhere;
    QTest::newRow("not ended") << failed << S::Running << QStringLiteral("Running") << M::None;
    QTest::newRow("without the service's word") << success << S::Success << QString() << M::AsAsked;
    QTest::newRow("cancelled") << QString() << S::Cancelled << QStringLiteral("Cancelled")
                               << M::AsAsked;
    QTest::newRow("failed first") << QString() << S::Failed << failed << M::Elsewhere;
}

void tst_Movement::endOfRun_goesByTheStateAsked()
{
    QFETCH(QString, asked);
    QFETCH(RunStatus, run);
    QFETCH(QString, text);
    DecisionRecord decided =
        record(asked.isEmpty() ? Act::CancelExecution : Act::CompleteExecution, "");
    decided.executionStatus = asked;
    Observation now = seen(run, {});
    now.run->statusText = text;
    QTEST(movementOf(decided, seen(S::Waiting, {}), now), "expected");
}

// Where nobody knows what was before, only a bound vote can be seen in what is now.
void tst_Movement::unknownPast_isNoMovement_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("isBound");
    QTest::addColumn<Movement>("expected");
    QTest::newRow("approve") << Act::Approve << true << M::AsAsked;
    QTest::newRow("reject") << Act::Reject << true << M::Elsewhere;
    QTest::newRow("approve the run") << Act::Approve << false << M::None;
    QTest::newRow("retry") << Act::RetryTask << true << M::None;
    QTest::newRow("run task") << Act::ExecuteTask << false << M::None;
    QTest::newRow("cancel task") << Act::CancelTask << true << M::None;
}

void tst_Movement::unknownPast_isNoMovement()
{
    QFETCH(Act, act);
    QFETCH(bool, isBound);
    const Observation now = bound(S::Running, {row("t1", S::Success)});
    QTEST(movementOf(record(act, isBound ? "t1" : ""), {}, now), "expected");
}

QTEST_GUILESS_MAIN(tst_Movement)
#include "tst_movement.moc"
