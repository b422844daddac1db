// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/taskgraph.h"

#include <QRegularExpression>
#include <QTest>

using namespace countersign;

namespace {

TemplateOutline outlineOfText(const QString &text)
{
    const TemplateReading reading = readTemplateTree(text);
    if (!reading.tree)
        qCritical("line %d: %s", reading.problem.line, qPrintable(reading.problem.reason));
    return outlineOf(reading.tree.value_or(TemplateTree()));
}

//! "from kind to", one an edge; targets by name, END and ?.
QStringList edgesOf(const TaskGraph &graph)
{
    static const QHash<TaskEdge::Kind, QString> kinds{
        {TaskEdge::Kind::Next, QStringLiteral("next")},
        {TaskEdge::Kind::OnSuccess, QStringLiteral("success")},
        {TaskEdge::Kind::OnError, QStringLiteral("error")},
        {TaskEdge::Kind::Choice, QStringLiteral("choice")},
        {TaskEdge::Kind::OnCancel, QStringLiteral("cancel")}};
    const auto nameOf = [&](int index) -> QString {
        if (index == TaskEdge::end)
            return QStringLiteral("END");
        if (index == TaskEdge::unknown)
            return QStringLiteral("?");
        return graph.nodes[static_cast<size_t>(index)].name;
    };
    QStringList edges;
    for (const TaskEdge &edge : graph.edges) {
        edges << QStringLiteral("%1 %2 %3")
                         .arg(nameOf(edge.from), kinds.value(edge.kind), nameOf(edge.to)) +
                     (edge.isDefault ? QStringLiteral(" default") : QString());
    }
    return edges;
}

QStringList namesAfter(const TaskGraph &graph, const QString &name, Ways ways = Ways::All)
{
    QStringList names;
    for (const int index : tasksAfter(graph, graph.indexOf(name), ways))
        names << graph.nodes[static_cast<size_t>(index)].name;
    return names;
}

// Every kind of way: a choice, jumps over tasks, a clean-up reached by errors alone, a skip.
const QString releaseTemplate = QStringLiteral(R"(Tasks:
  - Name: approve
    Action: ACS::Approve
  - Name: decide
    Action: ACS::Choice
    Properties:
      DefaultTask: remove
      Choices:
        - When: {Fn::Equals: [a, b]}
          NextTask: tell
        - When: {Fn::Equals: [a, c]}
          NextTask: ACS::END
  - Name: remove
    Action: ACS::ExecuteAPI
    OnError: cleanUp
    OnSuccess: tell
    When: {Fn::Equals: [1, 1]}
    Properties: {Service: ECS, API: DeleteInstance}
  - Name: middle
    Action: ACS::ECS::StopInstance
  - Name: tell
    Action: ACS::Notify
    OnSuccess: ACS::END
  - Name: cleanUp
    Action: ACS::ExecuteApi
    OnError: ACS::NEXT
    Properties: {Service: ROS, API: DeleteStack, Risk: Normal}
  - Name: last
    Action: ACS::ROS::ReleaseStack
    OnError: nowhere
)");

} // namespace

class tst_TaskGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void taskGraphOf_allKindsOfEdges();
    void taskGraphOf_nodesKnowTheirLines();
    void taskGraphOf_oldWordsAndLooseNames();
    void taskGraphOf_emptyChoice();
    void taskGraphOf_onCancel_isAWayOfItsOwn();
    void unreachableTasks_noWayFromTheFirst();
    void taskGraphOf_twinNames_takesTheFirst();
    void tasksAfter_followsEveryWay();
    void tasksAfter_withoutErrors();
    void tasksAfter_loopBackIncludesItself();
    void tasksAfter_outOfRange_isEmpty();
    void callsAfter_namesRisks();
    void callsAfter_marksErrorWays();
    void callsAfter_unknownTask_isEmpty();
    void callsOf_kinds_data();
    void callsOf_kinds();
    void callsOf_loopTasks();
};

void tst_TaskGraph::taskGraphOf_allKindsOfEdges()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(releaseTemplate));
    const QStringList expected{
        QStringLiteral("approve next decide"),  QStringLiteral("decide choice tell"),
        QStringLiteral("decide choice END"),    QStringLiteral("decide choice remove default"),
        QStringLiteral("remove next middle"),   QStringLiteral("remove success tell"),
        QStringLiteral("remove error cleanUp"), QStringLiteral("middle next tell"),
        QStringLiteral("tell success END"),     QStringLiteral("cleanUp next last"),
        QStringLiteral("cleanUp error last"),   QStringLiteral("last next END"),
        QStringLiteral("last error ?"),
    };
    QCOMPARE(edgesOf(graph), expected);
}

void tst_TaskGraph::taskGraphOf_nodesKnowTheirLines()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(releaseTemplate));
    QCOMPARE(graph.nodes.size(), size_t(7));
    QCOMPARE(graph.nodes[1].firstLine, 4);
    QCOMPARE(graph.nodes[1].lastLine, 12);
    QCOMPARE(graph.nodes[1].action, QStringLiteral("ACS::Choice"));
}

void tst_TaskGraph::taskGraphOf_oldWordsAndLooseNames()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(
        QStringLiteral("Tasks:\n"
                       "- {Name: a, Action: ACS::Sleep, OnError: CONTINUE, OnSuccess: B}\n"
                       "- {Name: b, Action: ACS::Sleep, OnError: END, OnSuccess: acs::next}\n"
                       "- {Name: next, Action: ACS::Sleep, OnSuccess: NEXT}\n")));
    const QStringList expected{
        QStringLiteral("a success b"),       QStringLiteral("a error b"),
        QStringLiteral("b success next"),    QStringLiteral("b error END"),
        QStringLiteral("next success next"),
    };
    QCOMPARE(edgesOf(graph), expected);
}

void tst_TaskGraph::taskGraphOf_emptyChoice()
{
    const TaskGraph graph =
        taskGraphOf(outlineOfText(QStringLiteral("Tasks:\n- {Name: a, Action: acs::choice}\n")));
    QCOMPARE(edgesOf(graph), QStringList({QStringLiteral("a choice ? default")}));
}

// oos-language.md 5.3: OnCancel takes a task name, ACS::NEXT or ACS::END.
void tst_TaskGraph::taskGraphOf_onCancel_isAWayOfItsOwn()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(QStringLiteral(
        "Tasks:\n- {Name: a, Action: ACS::Sleep, OnCancel: tidy, OnSuccess: ACS::END}\n"
        "- {Name: b, Action: ACS::Sleep, OnCancel: ACS::NEXT, OnSuccess: ACS::END}\n"
        "- {Name: tidy, Action: ACS::Sleep, OnCancel: ACS::END}\n")));
    QCOMPARE(edgesOf(graph),
             (QStringList{QStringLiteral("a success END"), QStringLiteral("a cancel tidy"),
                          QStringLiteral("b success END"), QStringLiteral("b cancel tidy"),
                          QStringLiteral("tidy next END"), QStringLiteral("tidy cancel END")}));
    QCOMPARE(namesAfter(graph, QStringLiteral("a")), QStringList{QStringLiteral("tidy")});
    QCOMPARE(namesAfter(graph, QStringLiteral("a"), Ways::WithoutErrors), QStringList());
}

void tst_TaskGraph::unreachableTasks_noWayFromTheFirst()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(
        QStringLiteral("Tasks:\n- {Name: a, Action: ACS::Sleep, OnSuccess: c}\n"
                       "- {Name: b, Action: ACS::Sleep}\n"
                       "- {Name: c, Action: ACS::Sleep, OnSuccess: ACS::END, OnError: e}\n"
                       "- {Name: d, Action: ACS::Sleep, OnSuccess: a}\n"
                       "- {Name: e, Action: ACS::Sleep}\n")));
    QCOMPARE(unreachableTasks(graph), (std::vector<int>{1, 3}));
    QVERIFY(unreachableTasks(TaskGraph()).empty());
}

// An exact name comes first, then the first task whose name differs in letter case alone.
void tst_TaskGraph::taskGraphOf_twinNames_takesTheFirst()
{
    const TaskGraph graph = taskGraphOf(
        outlineOfText(QStringLiteral("Tasks:\n- {Name: a, Action: ACS::Sleep, OnSuccess: tidy}\n"
                                     "- {Name: b, Action: ACS::Sleep, OnSuccess: TIDY}\n"
                                     "- {Name: Tidy, Action: ACS::Sleep}\n"
                                     "- {Name: tidy, Action: ACS::Sleep}\n"
                                     "- {Name: tidy, Action: ACS::Sleep}\n")));
    QCOMPARE(graph.edges[0].to, 3);
    QCOMPARE(graph.edges[1].to, 2);
    QCOMPARE(graph.indexOf(QStringLiteral("tidy")), 3);
    QCOMPARE(graph.indexOf(QStringLiteral("TIDY")), 2);
}

void tst_TaskGraph::tasksAfter_followsEveryWay()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(releaseTemplate));
    QCOMPARE(
        namesAfter(graph, QStringLiteral("approve")),
        QStringList({QStringLiteral("decide"), QStringLiteral("remove"), QStringLiteral("middle"),
                     QStringLiteral("tell"), QStringLiteral("cleanUp"), QStringLiteral("last")}));
    QCOMPARE(namesAfter(graph, QStringLiteral("tell")), QStringList());
    QCOMPARE(namesAfter(graph, QStringLiteral("middle")), QStringList({QStringLiteral("tell")}));
}

void tst_TaskGraph::tasksAfter_withoutErrors()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(releaseTemplate));
    QCOMPARE(
        namesAfter(graph, QStringLiteral("decide"), Ways::WithoutErrors),
        QStringList({QStringLiteral("remove"), QStringLiteral("middle"), QStringLiteral("tell")}));
}

void tst_TaskGraph::tasksAfter_loopBackIncludesItself()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(
        QStringLiteral("Tasks:\n- {Name: a, Action: x}\n- {Name: b, Action: y, OnSuccess: a}\n")));
    QCOMPARE(namesAfter(graph, QStringLiteral("a")),
             QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

void tst_TaskGraph::tasksAfter_outOfRange_isEmpty()
{
    const TaskGraph graph = taskGraphOf(outlineOfText(releaseTemplate));
    QVERIFY(tasksAfter(graph, -1).empty());
    QVERIFY(tasksAfter(graph, 7).empty());
    QVERIFY(tasksAfter(TaskGraph(), 0).empty());
}

void tst_TaskGraph::callsAfter_namesRisks()
{
    const auto calls = callsAfter(outlineOfText(releaseTemplate), QStringLiteral("approve"));
    QStringList told;
    for (const ReachableCall &call : calls)
        told << QStringLiteral("%1 %2 %3 %4")
                    .arg(call.task, call.service, call.api)
                    .arg(call.isRisky ? u"risky" : u"plain");
    QCOMPARE(told, QStringList({QStringLiteral("remove ECS DeleteInstance risky"),
                                QStringLiteral("middle ECS StopInstance risky"),
                                QStringLiteral("cleanUp ROS DeleteStack risky"),
                                QStringLiteral("last ROS ReleaseStack risky")}));
    QCOMPARE(calls[0].line, 13);
    QVERIFY(!calls[0].isRatedNormal);
    QVERIFY(calls[2].isRatedNormal);
}

void tst_TaskGraph::callsAfter_marksErrorWays()
{
    const auto calls = callsAfter(outlineOfText(releaseTemplate), QStringLiteral("approve"));
    QVERIFY(!calls[0].onlyAfterError);
    QVERIFY(!calls[1].onlyAfterError);
    QVERIFY(calls[2].onlyAfterError);
    QVERIFY(calls[3].onlyAfterError);
}

void tst_TaskGraph::callsAfter_unknownTask_isEmpty()
{
    QVERIFY(callsAfter(outlineOfText(releaseTemplate), QStringLiteral("absent")).empty());
    QVERIFY(callsAfter(outlineOfText(releaseTemplate), QString()).empty());
}

void tst_TaskGraph::callsOf_kinds_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("call");

    QTest::newRow("loose case") << QStringLiteral("{Action: acs::ExecuteApi, Properties: "
                                                  "{Service: rds, API: deleteDBInstance}}")
                                << QStringLiteral("rds deleteDBInstance risky");
    QTest::newRow("waits on an API") << QStringLiteral("{Action: ACS::WaitFor, Properties: "
                                                       "{Service: ECS, API: DescribeInstances}}")
                                     << QStringLiteral("ECS DescribeInstances");
    QTest::newRow("reference as API")
        << QStringLiteral("{Action: ACS::ExecuteAPI, Properties: {Service: ECS, API: '{{ x }}'}}")
        << QStringLiteral("ECS {{ x }} unresolved");
    QTest::newRow("function as API") << QStringLiteral("{Action: ACS::ExecuteAPI, Properties: "
                                                       "{Service: ECS, API: {Fn::If: [a, b, c]}}}")
                                     << QStringLiteral("ECS  unresolved");
    QTest::newRow("child template")
        << QStringLiteral("{Action: ACS::Template, Properties: {TemplateName: drop-all}}")
        << QStringLiteral(" drop-all child");
    QTest::newRow("no call") << QStringLiteral("{Action: ACS::Sleep}") << QString();
    QTest::newRow("approval") << QStringLiteral("{Action: ACS::Approve}") << QString();
}

void tst_TaskGraph::callsOf_kinds()
{
    QFETCH(QString, task);
    QFETCH(QString, call);
    const TemplateOutline outline = outlineOfText(QStringLiteral("Tasks:\n- %1\n").arg(task));
    QStringList told;
    for (const ReachableCall &made : callsOf(outline.tasks.at(0))) {
        QString line = made.service + u' ' + made.api;
        line += made.isRisky ? QStringLiteral(" risky") : QString();
        line += made.isUnresolved ? QStringLiteral(" unresolved") : QString();
        line += made.isChildTemplate ? QStringLiteral(" child") : QString();
        told << line;
    }
    QCOMPARE(told.join(u'|'), call);
}

void tst_TaskGraph::callsOf_loopTasks()
{
    const TemplateOutline outline =
        outlineOfText(QStringLiteral("Tasks:\n"
                                     "- Name: each\n"
                                     "  Action: ACS::Loop\n"
                                     "  Properties:\n"
                                     "    LoopTasks:\n"
                                     "      - {Name: i, Action: ACS::ECS::RebootInstance}\n"
                                     "      - {Name: j, Action: ACS::Sleep}\n"));
    const auto calls = callsOf(outline.tasks.at(0));
    QCOMPARE(calls.size(), size_t(1));
    QCOMPARE(calls[0].task, QStringLiteral("each"));
    QCOMPARE(calls[0].api, QStringLiteral("RebootInstance"));
    QVERIFY(calls[0].isRisky);
}

QTEST_GUILESS_MAIN(tst_TaskGraph)
#include "tst_taskgraph.moc"
