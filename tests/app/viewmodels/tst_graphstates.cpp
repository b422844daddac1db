// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphstates.h"
#include "app/viewmodels/graphwords.h"
#include "graphfacts.h"

#include <QTest>

using namespace countersign;

namespace {

TaskExecution item(const QString &id, const QString &name, const QString &parent, RunStatus status)
{
    TaskExecution row = taskRow(id, name, status);
    row.parentTaskExecutionId = TaskExecutionId(parent);
    row.loopItem = id;
    return row;
}

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 11, 27), QTime(10, 0, second), Qt::UTC);
}

} // namespace

//! How the boxes of a template stand after the rows of a run.
class tst_GraphStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingRan_isWithoutState();
    void row_givesItsTaskTheState();
    void loop_countsItsItems();
    void itemsAlone_stillTell();
    void innerTask_countsItsRows();
    void ranTwice_theLaterCounts();
    void namesDifferInCaseAlone_areTheSame();
    void subject_isTheTaskOrItsLoop();
    void next_isMarked();
    void strangers_arePassedOver();
    void child_isKnown();

private:
    GraphNodeState state(const QString &name, const std::vector<TaskExecution> &rows,
                         const QString &subject = {}, const QString &next = {});
    GraphPicture m_picture;
};

void tst_GraphStates::init()
{
    m_picture = graphPictureOf(*outlineOfText(everyWayTemplate()));
}

GraphNodeState tst_GraphStates::state(const QString &name, const std::vector<TaskExecution> &rows,
                                      const QString &subject, const QString &next)
{
    const auto states = graphStatesOf(m_picture, rows, TaskExecutionId(subject), next);
    for (size_t i = 0; i < states.size(); ++i) {
        if (m_picture.nodes[i].name == name)
            return states[i];
    }
    qCritical("no such box");
    return {};
}

void tst_GraphStates::nothingRan_isWithoutState()
{
    for (const GraphNodeState &each : graphStatesOf(m_picture, {}, {}, {}))
        QCOMPARE(each, GraphNodeState());
}

void tst_GraphStates::row_givesItsTaskTheState()
{
    const std::vector<TaskExecution> rows{
        taskRow(QStringLiteral("t1"), QStringLiteral("checkImage"), RunStatus::Success),
        taskRow(QStringLiteral("t2"), QStringLiteral("waitReady"), RunStatus::Failed)};
    QCOMPARE(state(QStringLiteral("checkImage"), rows).status, RunStatus::Success);
    QCOMPARE(state(QStringLiteral("waitReady"), rows).row, TaskExecutionId(QStringLiteral("t2")));
    QVERIFY(!state(QStringLiteral("restart"), rows).status);
}

void tst_GraphStates::loop_countsItsItems()
{
    const QString restart = QStringLiteral("restart");
    const QString loop = QStringLiteral("L");
    const std::vector<TaskExecution> rows{
        item(QStringLiteral("i1"), restart, loop, RunStatus::Success),
        taskRow(loop, restart, RunStatus::Running),
        item(QStringLiteral("i2"), restart, loop, RunStatus::Failed),
        item(QStringLiteral("i3"), restart, loop, RunStatus::Skipped),
        item(QStringLiteral("i4"), restart, loop, RunStatus::Waiting)};
    const GraphNodeState found = state(restart, rows);
    QCOMPARE(found.status, RunStatus::Running);
    QCOMPARE(found.row, TaskExecutionId(loop));
    QCOMPARE(found.runs, 1);
    QCOMPARE(found.items, 4);
    QCOMPARE(found.itemsDone, 2);
    QCOMPARE(found.itemsFailed, 1);
    QCOMPARE(found.itemsWaiting, 1);
    GraphNode node;
    node.hasLoop = true;
    QCOMPARE(graphNodeStateText(node, found), QStringLiteral("Running · 2 of 4 done, 1 failed"));
}

void tst_GraphStates::itemsAlone_stillTell()
{
    // The loop's own row is on a page that was not read.
    TaskExecution row = item(QStringLiteral("i1"), QStringLiteral("restart"),
                             QStringLiteral("gone"), RunStatus::Waiting);
    QCOMPARE(state(QStringLiteral("restart"), {row}).status, RunStatus::Waiting);
}

void tst_GraphStates::innerTask_countsItsRows()
{
    const QString stop = QStringLiteral("stopOne");
    const std::vector<TaskExecution> rows{
        taskRow(QStringLiteral("L"), QStringLiteral("each"), RunStatus::Running),
        item(QStringLiteral("i1"), stop, QStringLiteral("L"), RunStatus::Success),
        item(QStringLiteral("i2"), stop, QStringLiteral("L"), RunStatus::Failed)};
    QCOMPARE(state(stop, rows).items, 2);
    QCOMPARE(state(stop, rows).itemsFailed, 1);
    QCOMPARE(state(QStringLiteral("each"), rows).status, RunStatus::Running);
}

void tst_GraphStates::ranTwice_theLaterCounts()
{
    TaskExecution first =
        taskRow(QStringLiteral("t1"), QStringLiteral("waitReady"), RunStatus::Failed);
    first.createDate = at(1);
    TaskExecution second =
        taskRow(QStringLiteral("t2"), QStringLiteral("waitReady"), RunStatus::Success);
    second.createDate = at(5);
    for (const auto &rows : {std::vector{first, second}, std::vector{second, first}}) {
        const GraphNodeState found = state(QStringLiteral("waitReady"), rows);
        QCOMPARE(found.row, second.id);
        QCOMPARE(found.status, RunStatus::Success);
        QCOMPARE(found.runs, 2);
    }
}

void tst_GraphStates::namesDifferInCaseAlone_areTheSame()
{
    QCOMPARE(state(QStringLiteral("waitReady"),
                   {taskRow(QStringLiteral("t"), QStringLiteral("WAITREADY"), RunStatus::Queued)})
                 .status,
             RunStatus::Queued);
}

void tst_GraphStates::subject_isTheTaskOrItsLoop()
{
    const QString restart = QStringLiteral("restart");
    const std::vector<TaskExecution> rows{
        taskRow(QStringLiteral("L"), restart, RunStatus::Running),
        item(QStringLiteral("i1"), restart, QStringLiteral("L"), RunStatus::Waiting)};
    QVERIFY(state(restart, rows, QStringLiteral("i1")).isSubject);
    QVERIFY(state(restart, rows, QStringLiteral("L")).isSubject);
    QVERIFY(!state(restart, rows, QStringLiteral("other")).isSubject);
    QVERIFY(!state(QStringLiteral("checkImage"), rows, QStringLiteral("L")).isSubject);
}

void tst_GraphStates::next_isMarked()
{
    QVERIFY(state(QStringLiteral("deploy"), {}, {}, QStringLiteral("deploy")).isNext);
    QVERIFY(!state(QStringLiteral("deploy"), {}, {}, {}).isNext);
    QVERIFY(!state(QStringLiteral("deploy"), {}, {}, QStringLiteral("gone")).isNext);
}

void tst_GraphStates::strangers_arePassedOver()
{
    const auto states =
        graphStatesOf(m_picture,
                      {taskRow(QStringLiteral("t"), QStringLiteral("stranger"), RunStatus::Failed),
                       taskRow(QStringLiteral("u"), QString(), RunStatus::Failed)},
                      TaskExecutionId(QStringLiteral("t")), {});
    for (const GraphNodeState &each : states)
        QCOMPARE(each, GraphNodeState());
}

void tst_GraphStates::child_isKnown()
{
    TaskExecution row = taskRow(QStringLiteral("t"), QStringLiteral("deploy"), RunStatus::Running);
    row.childExecutionId = ExecutionId(QStringLiteral("exec-child"));
    QCOMPARE(state(QStringLiteral("deploy"), {row}).child,
             ExecutionId(QStringLiteral("exec-child")));
}

QTEST_GUILESS_MAIN(tst_GraphStates)
#include "tst_graphstates.moc"
