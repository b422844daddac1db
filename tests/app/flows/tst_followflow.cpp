// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/followflow.h"
#include "app/signing/signing.h"
#include "tests/fakes/sandboxworld.h"

#include <QTest>

using namespace countersign;

//! Following runs to their end, on the real sandbox.
class tst_FollowFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cancelled_isToldOnce();
    void failed_namesItsTask();
    void unknown_isMissing();
    void locked_isLeftAlone();
    void ended_isNotRead();
    void removedWhileRead_endsWithoutItsTask();
    void decidedAgainWhileRead_keepsTheNewDecision();

private:
    FollowedRun runOf(const ExecutionId &id) const;

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

namespace {

constexpr FollowTimes quick{std::chrono::milliseconds(50), std::chrono::milliseconds(50)};

QByteArray failing()
{
    return "FormatVersion: OOS-2019-06-01\n"
           "Tasks:\n"
           "  - Name: ask\n"
           "    Action: ACS::Approve\n"
           "    Properties:\n"
           "      NotifyType: WebHook\n"
           "      WebHook:\n"
           "        URI: https://example.invalid/hook\n"
           "        Content: first\n"
           "  - Name: breakThis\n"
           "    Action: ACS::Sleep\n"
           "    Properties:\n"
           "      Duration: never\n";
}

} // namespace

void tst_FollowFlow::init()
{
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("failing"), failing());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

FollowedRun tst_FollowFlow::runOf(const ExecutionId &id) const
{
    FollowedRun run;
    run.place = m_world->place();
    run.executionId = id;
    run.decidedAt = QDateTime::currentDateTimeUtc();
    return run;
}

void tst_FollowFlow::cancelled_isToldOnce()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    FollowFlow flow(m_world->services(), quick);
    std::vector<FollowedRun> reads;
    connect(&flow, &FollowFlow::read, this,
            [&reads](const FollowedRun &run) { reads.push_back(run); });
    flow.setRuns({runOf(id)});
    QVERIFY(QTest::qWaitFor([&reads] { return reads.size() >= 2; }, 5'000));
    QCOMPARE(reads.back().status, RunStatus::Waiting);
    QVERIFY(!reads.back().hasEnded());
    QVERIFY(m_world->call(QStringLiteral("CancelExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()}}));
    const auto ends = [&reads] {
        return std::count_if(reads.begin(), reads.end(),
                             [](const FollowedRun &run) { return run.hasEnded(); });
    };
    QVERIFY(QTest::qWaitFor([&ends] { return ends() > 0; }, 5'000));
    QCOMPARE(reads.back().status, RunStatus::Cancelled);
    QVERIFY(reads.back().endedAt.isValid());
    QVERIFY(!QTest::qWaitFor([&ends] { return ends() > 1; }, 300));
}

void tst_FollowFlow::failed_namesItsTask()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("failing"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()},
                           {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
    m_world->waitForStatus(id, RunStatus::Failed);
    FollowFlow flow(m_world->services(), quick);
    std::optional<FollowedRun> last;
    connect(&flow, &FollowFlow::read, this, [&last](const FollowedRun &run) { last = run; });
    flow.setRuns({runOf(id)});
    QVERIFY(QTest::qWaitFor([&last] { return last && last->hasEnded(); }, 5'000));
    QCOMPARE(last->failedTask, QStringLiteral("breakThis"));
}

void tst_FollowFlow::unknown_isMissing()
{
    FollowFlow flow(m_world->services(), quick);
    std::optional<FollowedRun> last;
    connect(&flow, &FollowFlow::read, this, [&last](const FollowedRun &run) { last = run; });
    flow.setRuns({runOf(ExecutionId(QStringLiteral("exec-000000000000000000")))});
    QVERIFY(QTest::qWaitFor([&last] { return last.has_value(); }, 5'000));
    QVERIFY(last->isMissing);
    QVERIFY(last->hasEnded());
}

void tst_FollowFlow::locked_isLeftAlone()
{
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    FollowFlow flow(m_world->services(), quick);
    flow.setRuns({runOf(ExecutionId(QStringLiteral("exec-000000000000000000")))});
    QVERIFY(!QTest::qWaitFor([this] { return !m_sandbox->receipts().empty(); }, 300));
}

void tst_FollowFlow::ended_isNotRead()
{
    FollowFlow flow(m_world->services(), quick);
    FollowedRun run = runOf(ExecutionId(QStringLiteral("exec-000000000000000000")));
    run.status = RunStatus::Success;
    flow.setRuns({run});
    QVERIFY(!QTest::qWaitFor([this] { return !m_sandbox->receipts().empty(); }, 300));
}

void tst_FollowFlow::removedWhileRead_endsWithoutItsTask()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("failing"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()},
                           {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
    m_world->waitForStatus(id, RunStatus::Failed);
    int asked = 0;
    const SystemClock clock;
    const auto countedNonce = [&asked] {
        ++asked;
        return newNonce();
    };
    ReadClient client(clock, countedNonce, [] { return 0.5; });
    const FlowServices own = m_world->services();
    FollowFlow flow({client, own.profiles, own.journal, own.clock, own.newSender}, quick);
    std::optional<FollowedRun> last;
    connect(&flow, &FollowFlow::read, this, [&last](const FollowedRun &run) { last = run; });
    flow.setRuns({runOf(id)});
    QVERIFY(QTest::qWaitFor([&asked] { return asked == 1; }, 5'000));
    m_world->profiles.removeProfile(m_world->place().profile);
    QVERIFY(QTest::qWaitFor([&last] { return last && last->hasEnded(); }, 5'000));
    QCOMPARE(last->status, RunStatus::Failed);
    QCOMPARE(last->failedTask, QString());
}

void tst_FollowFlow::decidedAgainWhileRead_keepsTheNewDecision()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    FollowFlow flow(m_world->services(), quick);
    std::optional<FollowedRun> last;
    connect(&flow, &FollowFlow::read, this, [&last](const FollowedRun &run) { last = run; });
    FollowedRun run = runOf(id);
    run.taskName = QStringLiteral("firstGate");
    flow.setRuns({run});
    QCoreApplication::processEvents(); // the question is on its way
    run.taskName = QStringLiteral("secondGate");
    run.act = Act::Reject;
    run.decidedAt = run.decidedAt.addSecs(5);
    flow.setRuns({run});
    QVERIFY(QTest::qWaitFor([&last] { return last.has_value(); }, 5'000));
    QCOMPARE(last->taskName, run.taskName);
    QCOMPARE(last->act, Act::Reject);
    QCOMPARE(last->decidedAt, run.decidedAt);
    QCOMPARE(last->status, RunStatus::Waiting);
}

QTEST_GUILESS_MAIN(tst_FollowFlow)
#include "tst_followflow.moc"
