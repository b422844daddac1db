// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchflow.h"
#include "tests/fakes/sandboxworld.h"

#include <QFile>
#include <QTest>

#include <chrono>
#include <memory>

using namespace countersign;
using std::chrono::milliseconds;

namespace {

WatchTimes quickTimes()
{
    WatchTimes times;
    times.interval = milliseconds(400);
    times.afterTrouble = milliseconds(400);
    return times;
}

const WaitRow *rowOf(const WatchFlow &flow, const ExecutionId &id)
{
    for (const WaitRow &row : flow.snapshot().rows) {
        if (row.id.executionId == id)
            return &row;
    }
    return nullptr;
}

} // namespace

class tst_WatchFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void start_listsWhatWaits();
    void arrival_appears_departure_leaves();
    void highRisk_isRecognisedFromItsRow();
    void lockedProfile_keepsItsRowsAndSaysSo();
    void sending_holdsReadings();
    void identity_isReadOnce();
    void allRead_isToldWhenTheCallerIsKnown();
    void nextTask_inTheSameSecond_isSeen();

private:
    void startSandbox(const QStringList &arguments);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_WatchFlow::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(PROGRAMS "/countersign-sandbox")),
             "the sandbox program was not built");
}

void tst_WatchFlow::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

void tst_WatchFlow::startSandbox(const QStringList &arguments)
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("two-gates"), testtemplates::twoGates());
    m_sandbox->addTemplate(QStringLiteral("remove-nodes"), testtemplates::highRisk());
    QVERIFY2(m_sandbox->start(arguments), qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

void tst_WatchFlow::start_listsWhatWaits()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:250")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    QTRY_COMPARE_WITH_TIMEOUT(flow.snapshot().rows.size(), std::size_t(250), 15'000);
    for (const WaitRow &row : flow.snapshot().rows) {
        QCOMPARE(row.kind, WaitKind::Approval);
        QVERIFY(!row.id.taskExecutionId.isEmpty());
    }
    QCOMPARE(flow.places().size(), m_world->profiles.places().size());
    for (const PlaceState &place : flow.places())
        QVERIFY(!place.error);
}

void tst_WatchFlow::arrival_appears_departure_leaves()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(flow, id)->requiredApprovals, qint64(2), 10'000);
    QVERIFY(m_world->call(QStringLiteral("CancelExecution"),
                          {{QStringLiteral("ExecutionId"), id.text()}}));
    QTRY_VERIFY_WITH_TIMEOUT(!rowOf(flow, id), 10'000);
}

void tst_WatchFlow::highRisk_isRecognisedFromItsRow()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    const ExecutionId id = m_world->startExecution(
        QStringLiteral("remove-nodes"),
        {{QStringLiteral("SafetyCheck"), QStringLiteral("ConfirmEveryHighRiskAction")}});
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(flow, id)->kind, WaitKind::HighRisk, 10'000);
    QCOMPARE(rowOf(flow, id)->call.api, QStringLiteral("DeleteInstances"));
}

void tst_WatchFlow::lockedProfile_keepsItsRowsAndSaysSo()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:5")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    QTRY_VERIFY_WITH_TIMEOUT(flow.isAllRead(), 10'000);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(5));
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    flow.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!flow.isReading(), 10'000);
    QCOMPARE(flow.snapshot().rows.size(), std::size_t(5));
    QVERIFY(flow.places().front().isLocked);
    QVERIFY(flow.places().front().lastGoodRead.isValid());
    QVERIFY(!flow.places().front().nextRead.isValid());
}

void tst_WatchFlow::sending_holdsReadings()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:2")});
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const DecisionRecord record = m_world->recordFor(id, Act::Approve, {});
    QVERIFY(!m_world->journal.append(record, QDateTime::currentDateTimeUtc()));
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    QTest::qWait(700);
    const auto first = m_world->place();
    for (const PlaceState &place : flow.places()) {
        if (place.place == first)
            QVERIFY(!place.lastGoodRead.isValid());
    }
    QVERIFY(!m_world->journal.transition(
        record.id, DecisionState::IntentRecorded,
        {DecisionState::NotSent, QDateTime::currentDateTimeUtc(), {}, {}}));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
}

void tst_WatchFlow::identity_isReadOnce()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    const ProfileId id = m_world->place().profile;
    QTRY_VERIFY(m_world->profiles.identity(id).has_value());
    QCOMPARE(m_world->profiles.identity(id)->userName(),
             m_sandbox->announcement().users.front().name);
    QCOMPARE(m_world->profiles.identity(id)->accountId,
             m_sandbox->announcement().profile.accountId);
    flow.refresh();
    QTest::qWait(500);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("GetCallerIdentity")).size(), std::size_t(1));
}

void tst_WatchFlow::allRead_isToldWhenTheCallerIsKnown()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("load:3")});
    m_sandbox->setFaults(R"([{"fault":"delay","ms":700,"action":"GetCallerIdentity"}])");
    WatchFlow flow(m_world->services(), quickTimes());
    int told = 0;
    bool wasKnown = false;
    connect(&flow, &WatchFlow::allRead, this, [&] {
        ++told;
        wasKnown = m_world->profiles.identity(m_world->place().profile).has_value();
    });
    flow.start();
    QTRY_COMPARE(told, 1);
    QVERIFY(wasKnown);
    QVERIFY(flow.isAllRead());
    flow.refresh();
    QVERIFY(!QTest::qWaitFor([&told] { return told > 1; }, 500));
}

// Times of the service have whole seconds.
void tst_WatchFlow::nextTask_inTheSameSecond_isSeen()
{
    startSandbox({QStringLiteral("--scenario"), QStringLiteral("empty")});
    WatchFlow flow(m_world->services(), quickTimes());
    flow.start();
    for (int i = 0; i < 3; ++i) {
        const ExecutionId id = m_world->startExecution(QStringLiteral("two-gates"));
        flow.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(flow, id), 10'000);
        flow.refresh();
        QTRY_VERIFY(!flow.isReading());
        QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                              {{QStringLiteral("ExecutionId"), id.text()},
                               {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(flow, id) ? rowOf(flow, id)->taskName : QString(),
                                  QStringLiteral("secondGate"), 10'000);
    }
}

QTEST_GUILESS_MAIN(tst_WatchFlow)
#include "tst_watchflow.moc"
