// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/placewatch.h"
#include "tests/app/flows/servedworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

FaultScript triggerList()
{
    return faults::answer(200, R"json({"RequestId":"7B2D-0001","Executions":[
        {"ExecutionId":"exec-1","Status":"Waiting","TemplateName":"nightly","Category":"TimerTrigger",
         "SafetyCheck":"ConfirmEveryHighRiskAction","ExecutedBy":"li.wei(1)",
         "StartDate":"2026-11-25T02:00:00Z","UpdateDate":"2026-11-25T02:00:00Z","CurrentTasks":[
         {"TaskExecutionId":"exec-1.t1","TaskName":"clock","TaskAction":"ACS::TimerTrigger"}]}]})json");
}

FaultScript triggerRows()
{
    return faults::answer(200, R"json({"RequestId":"7B2D-0002","TaskExecutions":[
        {"TaskExecutionId":"exec-1.t1","ExecutionId":"exec-1","TaskName":"clock",
         "TaskAction":"ACS::TimerTrigger","Status":"Waiting",
         "StartDate":"2026-11-25T02:00:00Z","UpdateDate":"2026-11-25T02:00:00Z"}]})json");
}

//! exec-C, an approval two runs below exec-A.
FaultScript listOfChild()
{
    return faults::answer(200, R"json({"RequestId":"7B2D-0001","Executions":[
        {"ExecutionId":"exec-C","ParentExecutionId":"exec-B","Status":"Waiting",
         "TemplateName":"ask","ExecutedBy":"li.wei(1)",
         "UpdateDate":"2026-11-25T02:00:00Z","CurrentTasks":[
         {"TaskExecutionId":"exec-C.t1","TaskName":"approveIt","TaskAction":"ACS::Approve"}]}]})json");
}

FaultScript runOf(const QByteArray &id, const QByteArray &parent, const QByteArray &templateName)
{
    return faults::answer(200,
                          R"json({"RequestId":"7B2D-0003","Executions":[{"ExecutionId":")json" +
                              id + R"json(","ParentExecutionId":")json" + parent +
                              R"json(","Status":"Running","TemplateName":")json" + templateName +
                              R"json("}]})json");
}

//! The rows of a run: one that started `child`, beside another one.
FaultScript rowsWithChild(const QByteArray &task, const QByteArray &item, const QByteArray &child)
{
    return faults::answer(
        200, R"json({"RequestId":"7B2D-0004","TaskExecutions":[
        {"TaskExecutionId":"t1","TaskName":"other","TaskAction":"ACS::Template",
         "ChildExecutionId":"exec-other","Status":"Success"},
        {"TaskExecutionId":"t2","TaskName":")json" +
                 task + R"json(","TaskAction":"ACS::Template","ChildExecutionId":")json" + child +
                 R"json(","LoopItem":")json" + item + R"json(","Status":"Running"}]})json");
}

} // namespace

class tst_PlaceWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void trigger_waitsForNobody();
    void arrivals_areWhatTheReadingBeforeDidNotHave();
    void givenUp_sendsNothingMore();
    void child_saysTheWayDown();
    void wayThatCannotBeRead_isTriedThreeTimes();

private:
    void readOnce();

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ServedWorld> m_world;
    std::unique_ptr<PlaceWatch> m_watch;
    std::optional<Error> m_error;
};

void tst_PlaceWatch::init()
{
    m_watch.reset();
    m_world.reset();
    m_server = std::make_unique<FaultServer>();
    m_world = std::make_unique<ServedWorld>();
    const ProfileId profile = m_world->add(QStringLiteral("acme"), *m_server);
    m_watch = std::make_unique<PlaceWatch>(m_world->services(), WatchTimes(),
                                           m_world->profiles.places().front(), nullptr);
    connect(m_watch.get(), &PlaceWatch::roundEnded, this,
            [this](const std::optional<Error> &error) { m_error = error; });
}

void tst_PlaceWatch::readOnce()
{
    QSignalSpy ended(m_watch.get(), &PlaceWatch::roundEnded);
    m_watch->startRound();
    QVERIFY(ended.wait());
}

// A run that waits for its clock has rows, and none of them is a wait.
void tst_PlaceWatch::trigger_waitsForNobody()
{
    m_server->setScripts({triggerList(), triggerRows(), triggerList()});
    readOnce();
    QVERIFY(!m_error);
    QVERIFY(m_watch->rows().empty());
    QCOMPARE(m_watch->state().unrecognisedRuns, 0);
    QCOMPARE(m_server->requests().size(), std::size_t(2));
    QVERIFY(m_server->requests().back().line.contains("ListTaskExecutions") ||
            m_server->requests().back().headers.contains("ListTaskExecutions"));
    // Its rows are known now, and stay so while the run does not change.
    readOnce();
    QCOMPARE(m_server->requests().size(), std::size_t(3));
    QVERIFY(m_watch->rows().empty());
}

void tst_PlaceWatch::arrivals_areWhatTheReadingBeforeDidNotHave()
{
    m_server->setScripts({listOf(2)});
    readOnce();
    QVERIFY(!m_watch->hasArrivals());
    readOnce();
    QVERIFY(!m_watch->hasArrivals());
    m_server->setScripts({listOf(3)});
    readOnce();
    QVERIFY(m_watch->hasArrivals());
    m_server->setScripts({listOf(1)});
    readOnce();
    QVERIFY(!m_watch->hasArrivals());
}

void tst_PlaceWatch::givenUp_sendsNothingMore()
{
    m_server->setScripts({listOf(2)});
    readOnce();
    const QDateTime readAt = m_watch->state().lastGoodRead;
    const std::size_t before = m_server->requests().size();
    FaultScript slow = triggerList();
    slow.delay = std::chrono::milliseconds(100);
    m_server->setScripts({slow});
    QSignalSpy ended(m_watch.get(), &PlaceWatch::roundEnded);
    m_watch->startRound();
    m_watch->giveUp();
    QVERIFY(ended.wait());
    QCOMPARE(m_error->kind, Error::Kind::Cancelled);
    // The rows of the run were not asked for.
    QCOMPARE(m_server->requests().size(), before + 1);
    QVERIFY(!m_watch->state().error);
    QVERIFY(!m_watch->state().isReading);
    QCOMPARE(m_watch->state().lastGoodRead, readAt);
    // The next round is a whole one.
    m_server->setScripts({listOf(1)});
    readOnce();
    QVERIFY(!m_error);
    QCOMPARE(m_watch->rows().size(), std::size_t(1));
}

void tst_PlaceWatch::child_saysTheWayDown()
{
    const FaultScript rowsOfC = faults::answer(200, R"json({"RequestId":"7B2D-0005",
        "TaskExecutions":[{"TaskExecutionId":"exec-C.t1","TaskName":"approveIt",
        "TaskAction":"ACS::Approve","Status":"Waiting"}]})json");
    m_server->setScripts({listOfChild(), rowsOfC, rowsWithChild("step", "#1", "exec-C"),
                          runOf("exec-B", "exec-A", "inner"), rowsWithChild("deploy", "", "exec-B"),
                          runOf("exec-A", "", "outer"), listOfChild()});
    readOnce();
    QVERIFY(!m_error);
    QCOMPARE(m_watch->rows().size(), std::size_t(1));
    const WayDown way = m_watch->rows().front().way;
    QVERIFY(way.isWhole);
    QCOMPARE(way.steps,
             (std::vector<WayStep>{{ExecutionId(QStringLiteral("exec-A")), QStringLiteral("outer"),
                                    QStringLiteral("deploy"), QString()},
                                   {ExecutionId(QStringLiteral("exec-B")), QStringLiteral("inner"),
                                    QStringLiteral("step"), QStringLiteral("#1")}}));
    QCOMPARE(m_server->requests().size(), std::size_t(6));
    // It never changes, and is not read again.
    readOnce();
    QCOMPARE(m_server->requests().size(), std::size_t(7));
    QCOMPARE(m_watch->rows().front().way, way);
}

void tst_PlaceWatch::wayThatCannotBeRead_isTriedThreeTimes()
{
    const FaultScript refused = refusalOf(403, "User.NoPermission");
    std::size_t before = 0;
    for (int round = 0; round < 3; ++round) {
        m_server->setScripts({});
        before = m_server->requests().size();
        std::vector<FaultScript> scripts(before + 1, listOfChild());
        scripts.push_back(refused);
        m_server->setScripts(scripts);
        readOnce();
        QVERIFY(!m_error);
        QCOMPARE(m_watch->rows().size(), std::size_t(1));
        QVERIFY(!m_watch->rows().front().way.isWhole);
        // The list, the row of the approval, and the rows of the parent.
        QCOMPARE(m_server->requests().size(), before + 3);
    }
    before = m_server->requests().size();
    m_server->setScripts({std::vector<FaultScript>(before + 1, listOfChild())});
    readOnce();
    const auto asked = m_server->requests().size() - before;
    QVERIFY(asked <= 2); // no parent any more
}

QTEST_GUILESS_MAIN(tst_PlaceWatch)
#include "tst_placewatch.moc"
