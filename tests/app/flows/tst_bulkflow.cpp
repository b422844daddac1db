// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/bulkflow.h"
#include "app/journal/sqlitejournal.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace countersign;

namespace {

using Kind = Error::Kind;
using Stop = DecisionProgress::Stop;

DecisionProgress at(DecisionState state)
{
    DecisionProgress progress;
    progress.isStarted = true;
    progress.state = state;
    return progress;
}

DecisionProgress refused(DecisionState state, Kind kind)
{
    DecisionProgress progress = at(state);
    progress.error.emplace();
    progress.error->kind = kind;
    return progress;
}

DecisionProgress notSent(Stop stop, std::optional<Kind> kind = {})
{
    DecisionProgress progress = at(DecisionState::NotSent);
    progress.stop = stop;
    if (kind) {
        progress.error.emplace();
        progress.error->kind = *kind;
    }
    return progress;
}

DecisionProgress uncheckable(DecisionProgress progress)
{
    progress.checkError.emplace();
    progress.checkError->kind = Kind::Offline;
    return progress;
}

//! No account is unlocked, so that every decision ends as not sent, for want of credentials.
struct LockedFlows
{
    SystemClock clock;
    ReadClient client{clock, [] { return newNonce(); }, [] { return 0.5; }};
    ProfileRegistry profiles;
    QTemporaryDir folder;
    SqliteJournal journal{folder.path(), clock};
    FlowServices services{client, profiles, journal, clock,
                          [] { return std::unique_ptr<OneShotSender>(); }};
    std::vector<std::unique_ptr<DecideFlow>> flows;
    std::vector<std::size_t> begun; //!< items

    DecideFlow *begin(std::size_t item)
    {
        begun.push_back(item);
        flows.push_back(std::make_unique<DecideFlow>(services, DecisionBasis{}));
        DecisionRecord record;
        record.id = newDecisionId();
        flows.back()->start(record);
        return flows.back().get();
    }
};

} // namespace

Q_DECLARE_METATYPE(DecisionProgress)

class tst_BulkFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdict_data();
    void verdict();
    void credentials_stopBeforeTheSecond();
    void forWantOfKeys_data();
    void forWantOfKeys();
    void itemsThatCannotBegin_arePassedOver();
    void stop_letsTheCurrentOneEnd();
    void deletedMidway_beginsNothingMore();
};

//! The rule is O12 of security.md; states are those of its section 4.3.
void tst_BulkFlow::verdict_data()
{
    QTest::addColumn<DecisionProgress>("progress");
    QTest::addColumn<BulkVerdict>("expected");
    using S = DecisionState;
    const auto open = BulkVerdict::Open;
    const auto goesOn = BulkVerdict::GoesOn;
    const auto stops = BulkVerdict::Stops;
    for (const S state : {S::Drafted, S::Verified, S::IntentRecorded, S::Sending, S::Sent})
        QTest::addRow("on its way %d", static_cast<int>(state)) << at(state) << open;
    QTest::newRow("accepted counts as clean") << at(S::Accepted) << goesOn;
    QTest::newRow("done") << at(S::ReconciledApplied) << goesOn;
    QTest::newRow("someone else decided") << at(S::ReconciledOtherActor) << goesOn;
    QTest::newRow("already decided") << at(S::Changed) << goesOn;
    QTest::newRow("not an approver") << refused(S::Refused, Kind::Forbidden) << goesOn;
    QTest::newRow("refused for this object") << refused(S::Refused, Kind::NotFound) << goesOn;
    QTest::newRow("throttled") << refused(S::Refused, Kind::Throttled) << stops;
    QTest::newRow("credentials") << refused(S::Refused, Kind::BadCredentials) << stops;
    QTest::newRow("unclear") << at(S::Ambiguous) << stops;
    QTest::newRow("never determined") << at(S::Unresolved) << stops;
    QTest::newRow("code being checked") << refused(S::RefusedCodeUnknown, Kind::Refused) << open;
    QTest::newRow("code that cannot be checked")
        << uncheckable(refused(S::RefusedCodeUnknown, Kind::Refused)) << stops;
    QTest::newRow("throttled with a new code")
        << refused(S::RefusedCodeUnknown, Kind::Throttled) << stops;
    QTest::newRow("open decision in the way") << notSent(Stop::AlreadyOpen) << goesOn;
    QTest::newRow("the run is gone") << notSent(Stop::Read, Kind::NotFound) << goesOn;
    QTest::newRow("reads throttled") << notSent(Stop::Read, Kind::Throttled) << stops;
    QTest::newRow("reads time out") << notSent(Stop::Read, Kind::TimedOut) << stops;
    QTest::newRow("locked") << notSent(Stop::Locked) << stops;
    QTest::newRow("another account") << notSent(Stop::WrongAccount) << stops;
    QTest::newRow("another user") << notSent(Stop::WrongActor) << stops;
    QTest::newRow("another host") << notSent(Stop::WrongHost) << stops;
    QTest::newRow("wrong clock") << notSent(Stop::WrongClock, Kind::WrongClock) << stops;
    QTest::newRow("no record") << notSent(Stop::Journal, Kind::LocalFault) << stops;
    QTest::newRow("other bytes") << notSent(Stop::Bytes) << stops;
    QTest::newRow("no connection") << notSent(Stop::Transport, Kind::Offline) << stops;
}

void tst_BulkFlow::verdict()
{
    QFETCH(DecisionProgress, progress);
    QTEST(bulkVerdict(progress), "expected");
}

void tst_BulkFlow::credentials_stopBeforeTheSecond()
{
    LockedFlows world;
    BulkFlow flow(3, [&world](std::size_t item) { return world.begin(item); });
    flow.goOn(); // nothing was stopped yet
    QVERIFY(world.flows.empty());
    flow.start();
    flow.start();
    QTRY_COMPARE(flow.state(), BulkFlow::State::Stopped);
    QCOMPARE(flow.stopReason(), BulkFlow::Stop::ByOutcome);
    // Nothing of the first has left: it is still to be done.
    QCOMPARE(flow.remaining(), std::size_t(3));
    QCOMPARE(flow.current(), std::size_t(0));
    QTest::qWait(100);
    QCOMPARE(world.flows.size(), std::size_t(1));
    flow.goOn();
    QTRY_COMPARE(flow.state(), BulkFlow::State::Stopped);
    QCOMPARE(flow.remaining(), std::size_t(3));
    QCOMPARE(world.begun, (std::vector<std::size_t>{0, 0}));
}

void tst_BulkFlow::forWantOfKeys_data()
{
    QTest::addColumn<DecisionProgress>("progress");
    QTest::addColumn<bool>("expected");
    using S = DecisionState;
    const auto coded = [](S state, const char *code) {
        DecisionProgress progress = at(state);
        progress.report.code = QString::fromLatin1(code);
        return progress;
    };
    const char *ended = "InvalidSecurityToken.Expired";
    QTest::newRow("ended before it left") << notSent(Stop::Expired) << true;
    QTest::newRow("taken out of memory") << notSent(Stop::Locked) << true;
    QTest::newRow("refused because it had ended") << coded(S::Refused, ended) << true;
    QTest::newRow("refused, the key is not one")
        << coded(S::Refused, "InvalidAccessKeyId.NotFound") << false;
    QTest::newRow("another account") << notSent(Stop::WrongAccount) << false;
    QTest::newRow("no connection") << notSent(Stop::Transport, Kind::Offline) << false;
    // What may have arrived is never begun again.
    QTest::newRow("unclear") << coded(S::Ambiguous, ended) << false;
    QTest::newRow("never determined") << coded(S::Unresolved, ended) << false;
    QTest::newRow("code being checked") << coded(S::RefusedCodeUnknown, ended) << false;
    QTest::newRow("sent") << coded(S::Sent, ended) << false;
    QTest::newRow("accepted") << at(S::Accepted) << false;
}

void tst_BulkFlow::forWantOfKeys()
{
    QFETCH(DecisionProgress, progress);
    QTEST(isForWantOfKeys(progress), "expected");
}

void tst_BulkFlow::itemsThatCannotBegin_arePassedOver()
{
    LockedFlows world;
    BulkFlow flow(3, [&world](std::size_t item) {
        return item == 1 && world.flows.empty() ? world.begin(item) : nullptr;
    });
    flow.start();
    QCOMPARE(world.flows.size(), std::size_t(1));
    QCOMPARE(flow.current(), std::size_t(1));
    QTRY_COMPARE(flow.state(), BulkFlow::State::Stopped);
    flow.goOn();
    QCOMPARE(flow.state(), BulkFlow::State::Done);
}

void tst_BulkFlow::stop_letsTheCurrentOneEnd()
{
    LockedFlows world;
    BulkFlow flow(2, [&world](std::size_t item) { return world.begin(item); });
    flow.start();
    flow.stop();
    QCOMPARE(flow.state(), BulkFlow::State::Stopping);
    QTRY_COMPARE(flow.state(), BulkFlow::State::Stopped);
    QCOMPARE(world.flows.front()->progress().state, DecisionState::NotSent);
    QCOMPARE(world.flows.size(), std::size_t(1));
}

void tst_BulkFlow::deletedMidway_beginsNothingMore()
{
    LockedFlows world;
    auto flow =
        std::make_unique<BulkFlow>(2, [&world](std::size_t item) { return world.begin(item); });
    flow->start();
    flow.reset();
    QTRY_COMPARE(world.flows.front()->progress().state, DecisionState::NotSent);
    QTest::qWait(50);
    QCOMPARE(world.flows.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_BulkFlow)
#include "tst_bulkflow.moc"
