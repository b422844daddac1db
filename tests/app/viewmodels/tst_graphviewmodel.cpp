// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/graphviewmodel.h"
#include "graphfacts.h"
#include "tests/fakes/heartbeat.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

class tst_GraphViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_saysSo();
    void template_beingRead_notRead_broken_empty();
    void notWatched_placesNothing();
    void watched_becomesReady();
    void states_followWithoutPlacingAnew();
    void anotherRunOfTheSameTemplate_keepsThePicture();
    void anotherTemplate_whilePlacing_theFirstIsGivenUp();
    void programMissing_standsInTextOrder();
    void mainNode_isTheSubjectThenTheNext();
    void outline_announcesWhatChanged();
    void thousandTasks_blockNothing();
};

void tst_GraphViewModel::nothing_saysSo()
{
    GraphViewModel graph;
    graph.show(nullptr, {});
    QCOMPARE(graph.state(), GraphViewModel::State::Nothing);
    QVERIFY(!graph.heading().isEmpty());
    QVERIFY(!graph.mainNode());
}

void tst_GraphViewModel::template_beingRead_notRead_broken_empty()
{
    GraphViewModel graph;
    QSignalSpy changed(&graph, &GraphViewModel::stateChanged);
    ReviewFacts facts = factsOf(everyWayTemplate());
    facts.templateText.value.reset();
    graph.show(&facts, {});
    QCOMPARE(graph.state(), GraphViewModel::State::Reading);

    Error forbidden;
    forbidden.kind = Error::Kind::Forbidden;
    facts.templateText.error = forbidden;
    graph.show(&facts, {});
    QCOMPARE(graph.state(), GraphViewModel::State::NotReadable);
    QCOMPARE(graph.heading(), QStringLiteral("The template could not be read"));
    QVERIFY(!graph.words().isEmpty());

    const ReviewFacts broken = factsOf(QStringLiteral("Tasks: [\n"));
    QVERIFY(!broken.outline);
    graph.show(&broken, {});
    QCOMPARE(graph.state(), GraphViewModel::State::NotReadable);
    QVERIFY2(graph.words().contains(QStringLiteral("Line ")), qPrintable(graph.words()));

    const ReviewFacts empty = factsOf(QStringLiteral("Tasks: []\n"));
    graph.show(&empty, {});
    QCOMPARE(graph.state(), GraphViewModel::State::NoTasks);
    QCOMPARE(changed.size(), 4);
}

void tst_GraphViewModel::notWatched_placesNothing()
{
    GraphViewModel graph;
    const ReviewFacts facts = factsOf(everyWayTemplate());
    graph.show(&facts, {});
    QCOMPARE(graph.state(), GraphViewModel::State::Placing);
    QTest::qWait(300);
    QCOMPARE(graph.state(), GraphViewModel::State::Placing);
    // The text is there all the same.
    QCOMPARE(graph.outline()->rowCount(), static_cast<int>(graph.picture().nodes.size()));
    graph.setWatched(true);
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 10'000);
}

void tst_GraphViewModel::watched_becomesReady()
{
    GraphViewModel graph;
    graph.setWatched(true);
    const ReviewFacts facts = factsOf(everyWayTemplate());
    graph.show(&facts, {});
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 10'000);
    QCOMPARE(graph.layout().arrangement, GraphLayout::Arrangement::Layered);
    QCOMPARE(graph.layout().nodes.size(), graph.picture().nodes.size());
    QCOMPARE(graph.arrangementText(), QString());
    QCOMPARE(graph.words(), QString());
}

void tst_GraphViewModel::states_followWithoutPlacingAnew()
{
    GraphViewModel graph;
    graph.setWatched(true);
    ReviewFacts facts = factsOf(everyWayTemplate());
    graph.show(&facts, {});
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 10'000);
    QSignalSpy state(&graph, &GraphViewModel::stateChanged);
    QSignalSpy states(&graph, &GraphViewModel::statesChanged);
    facts.tasks.value->push_back(
        taskRow(QStringLiteral("t1"), QStringLiteral("checkImage"), RunStatus::Running));
    graph.show(&facts, {});
    QCOMPARE(states.size(), 1);
    QCOMPARE(graph.states()[0].status, RunStatus::Running);
    graph.show(&facts, {});
    QCOMPARE(states.size(), 1);
    facts.tasks.value->front().status = RunStatus::Success;
    graph.show(&facts, {});
    QCOMPARE(states.size(), 2);
    QCOMPARE(state.size(), 0);
    QCOMPARE(graph.state(), GraphViewModel::State::Ready);
}

void tst_GraphViewModel::anotherRunOfTheSameTemplate_keepsThePicture()
{
    GraphViewModel graph;
    graph.setWatched(true);
    ReviewFacts facts = factsOf(everyWayTemplate());
    facts.tasks.value->push_back(
        taskRow(QStringLiteral("t1"), QStringLiteral("checkImage"), RunStatus::Running));
    graph.show(&facts, {});
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 10'000);
    ReviewFacts other = factsOf(everyWayTemplate());
    other.row.id.executionId = ExecutionId(QStringLiteral("exec-2"));
    graph.show(&other, {});
    QCOMPARE(graph.state(), GraphViewModel::State::Ready);
    QVERIFY(!graph.states()[0].status);
}

void tst_GraphViewModel::anotherTemplate_whilePlacing_theFirstIsGivenUp()
{
    GraphViewModel graph;
    graph.setWatched(true);
    const ReviewFacts large = factsOf(longTemplate(600));
    graph.show(&large, {});
    QTest::qWait(20);
    const ReviewFacts small = factsOf(longTemplate(3));
    graph.show(&small, {});
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 10'000);
    QCOMPARE(graph.layout().nodes.size(), 4u);
    QTest::qWait(300);
    QCOMPARE(graph.layout().nodes.size(), 4u);
}

void tst_GraphViewModel::programMissing_standsInTextOrder()
{
    GraphViewModel graph(QStringLiteral("/nonexistent/dot"));
    graph.setWatched(true);
    const ReviewFacts facts = factsOf(everyWayTemplate());
    graph.show(&facts, {});
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 10'000);
    QCOMPARE(graph.layout().arrangement, GraphLayout::Arrangement::TextOrder);
    QCOMPARE(graph.arrangementText(),
             QStringLiteral("The program dot of graphviz is not installed: the tasks stand in the "
                            "order of the text."));
}

void tst_GraphViewModel::mainNode_isTheSubjectThenTheNext()
{
    GraphViewModel graph;
    ReviewFacts facts = factsOf(everyWayTemplate());
    graph.show(&facts, QStringLiteral("restart"));
    QCOMPARE(graph.mainNode(), std::optional<std::size_t>(3));
    facts.tasks.value->push_back(
        taskRow(QStringLiteral("t1"), QStringLiteral("waitReady"), RunStatus::Waiting));
    graph.show(&facts, QStringLiteral("restart"));
    // The only waiting row is what a decision would be about.
    QCOMPARE(graph.mainNode(), std::optional<std::size_t>(2));
}

void tst_GraphViewModel::outline_announcesWhatChanged()
{
    GraphViewModel graph;
    QAbstractItemModelTester tester(graph.outline());
    ReviewFacts facts = factsOf(everyWayTemplate());
    graph.show(&facts, {});
    QSignalSpy resets(graph.outline(), &QAbstractItemModel::modelReset);
    QSignalSpy changes(graph.outline(), &QAbstractItemModel::dataChanged);
    facts.tasks.value->push_back(
        taskRow(QStringLiteral("t1"), QStringLiteral("decide"), RunStatus::Success));
    graph.show(&facts, {});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.front().at(1).toModelIndex().row(), 1);
    QVERIFY(graph.outline()->index(1).data().toString().startsWith(
        QStringLiteral("Task 2: “decide”, ACS::Choice. State: Success.")));
}

void tst_GraphViewModel::thousandTasks_blockNothing()
{
    ReviewFacts facts = factsOf(longTemplate(1'000));
    for (int i = 0; i < 1'000; ++i)
        facts.tasks.value->push_back(taskRow(QStringLiteral("t%1").arg(i),
                                             QStringLiteral("task%1").arg(i), RunStatus::Success));
    GraphViewModel graph;
    graph.setWatched(true);
    Heartbeat heartbeat;
    graph.show(&facts, {});
    QTRY_COMPARE_WITH_TIMEOUT(graph.state(), GraphViewModel::State::Ready, 30'000);
    QVERIFY2(heartbeat.longestMilliseconds() < 50,
             qPrintable(QString::number(heartbeat.longestMilliseconds())));
    QCOMPARE(graph.states()[999].status, RunStatus::Success);
}

QTEST_GUILESS_MAIN(tst_GraphViewModel)
#include "tst_graphviewmodel.moc"
