// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/settling.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

// Expected values are the states of security.md 4.3 and the rules of 4.6, by hand.

namespace {

using State = DecisionState;
using M = Movement;
using Seconds = std::optional<std::chrono::seconds>;
using Passed = std::optional<std::chrono::milliseconds>;

constexpr std::chrono::milliseconds window = 36min;

QDateTime signedAt()
{
    return {QDate(2026, 3, 2), QTime(8, 0), Qt::UTC};
}

} // namespace

class tst_Settling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gone_tooShort_isNotBelieved_data();
    void gone_tooShort_isNotBelieved();
    void lateAcceptance_countsAsAcceptance_data();
    void lateAcceptance_countsAsAcceptance();
    void awaitedReply_isWaitedFor();
    void someRows_areWaitedFor_data();
    void someRows_areWaitedFor();
    void unknownApprovals_countAsOne();
    void otherStates_stay_data();
    void otherStates_stay();
    void evidence_isNamed_data();
    void evidence_isNamed();
    void window_goesByTheService_data();
    void window_goesByTheService();
};

void tst_Settling::gone_tooShort_isNotBelieved_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("accepted") << State::Accepted;
    QTest::newRow("ambiguous") << State::Ambiguous;
}

void tst_Settling::gone_tooShort_isNotBelieved()
{
    QFETCH(State, state);
    Watched watched;
    watched.movement = M::CannotBeRead;
    watched.hasAnyChange = true;
    watched.isGoneDue = false;
    QCOMPARE(settle(state, watched).state, state);
    watched.isGoneDue = true;
    QCOMPARE(settle(state, watched).state, State::Unresolved);
}

void tst_Settling::lateAcceptance_countsAsAcceptance_data()
{
    QTest::addColumn<M>("movement");
    QTest::addColumn<bool>("isOver");
    QTest::addColumn<State>("expected");
    QTest::newRow("moved as asked") << M::AsAsked << false << State::ReconciledApplied;
    QTest::newRow("moved elsewhere") << M::Elsewhere << false << State::ReconciledOtherActor;
    QTest::newRow("nothing yet") << M::None << false << State::Ambiguous;
    // The service took it: that nothing has moved does not prove that nothing was done.
    QTest::newRow("nothing ever") << M::None << true << State::Unresolved;
}

void tst_Settling::lateAcceptance_countsAsAcceptance()
{
    QFETCH(M, movement);
    QFETCH(bool, isOver);
    Watched watched;
    watched.movement = movement;
    watched.isUntouched = movement == M::None;
    watched.requiredApprovals = 1;
    watched.isWindowOver = isOver;
    watched.isAcceptedLate = true;
    QTEST(settle(State::Ambiguous, watched).state, "expected");
}

void tst_Settling::awaitedReply_isWaitedFor()
{
    Watched watched;
    watched.movement = M::AsAsked;
    watched.isReplyAwaited = true;
    QCOMPARE(settle(State::Ambiguous, watched).state, State::Ambiguous);
    watched.isNoteSeen = true;
    QCOMPARE(settle(State::Ambiguous, watched).state, State::ReconciledApplied);
    watched.isNoteSeen = false;
    watched.movement = M::Elsewhere;
    QCOMPARE(settle(State::Ambiguous, watched).state, State::ReconciledOtherActor);
    watched.movement = M::AsAsked;
    watched.isReplyAwaited = false;
    QCOMPARE(settle(State::Ambiguous, watched).state, State::ReconciledOtherActor);
}

// Of several bound rows only some have moved, which may be seen between two of the service's steps.
void tst_Settling::someRows_areWaitedFor_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("isDue");
    QTest::addColumn<bool>("isOver");
    QTest::addColumn<bool>("note");
    QTest::addColumn<State>("expected");
    QTest::newRow("accepted, early")
        << State::Accepted << false << false << false << State::Accepted;
    QTest::newRow("accepted, late")
        << State::Accepted << true << false << false << State::ReconciledApplied;
    QTest::newRow("unknown, early")
        << State::Ambiguous << false << false << false << State::Ambiguous;
    QTest::newRow("unknown, early, window over")
        << State::Ambiguous << false << true << false << State::Ambiguous;
    QTest::newRow("unknown, early, our note")
        << State::Ambiguous << false << false << true << State::Ambiguous;
    QTest::newRow("unknown, late")
        << State::Ambiguous << true << false << false << State::ReconciledOtherActor;
    QTest::newRow("unknown, late, our note")
        << State::Ambiguous << true << false << true << State::ReconciledApplied;
}

void tst_Settling::someRows_areWaitedFor()
{
    QFETCH(State, state);
    QFETCH(bool, isDue);
    QFETCH(bool, isOver);
    QFETCH(bool, note);
    Watched watched;
    watched.movement = M::Partly;
    watched.hasAnyChange = true;
    watched.isPartDue = isDue;
    watched.isWindowOver = isOver;
    watched.isNoteSeen = note;
    QTEST(settle(state, watched).state, "expected");
}

// Only a number that is known to be above 1 lets an acceptance wait for others.
void tst_Settling::unknownApprovals_countAsOne()
{
    Watched watched;
    watched.isNoteSeen = true;
    QCOMPARE(settle(State::Accepted, watched).state, State::ReconciledApplied);
    watched.isNoteSeen = false;
    watched.isOthersDue = true;
    QCOMPARE(settle(State::Accepted, watched).state, State::Accepted);
    QVERIFY(!settle(State::Accepted, watched).waitsForOthers);
    watched.isWindowOver = true;
    QCOMPARE(settle(State::Accepted, watched).state, State::Unresolved);
    QVERIFY(!settle(State::Accepted, watched).waitsForOthers);
    watched.requiredApprovals = 2;
    watched.isOthersDue = false;
    QCOMPARE(settle(State::Accepted, watched).state, State::Accepted);
    QVERIFY(settle(State::Accepted, watched).waitsForOthers);
}

void tst_Settling::otherStates_stay_data()
{
    QTest::addColumn<State>("state");
    const std::vector<std::pair<const char *, State>> states{
        {"drafted", State::Drafted},
        {"verified", State::Verified},
        {"changed", State::Changed},
        {"intent", State::IntentRecorded},
        {"sending", State::Sending},
        {"sent", State::Sent},
        {"not sent", State::NotSent},
        {"refused", State::Refused},
        {"applied", State::ReconciledApplied},
        {"other actor", State::ReconciledOtherActor},
        {"not applied", State::ReconciledNotApplied},
        {"unresolved", State::Unresolved}};
    for (const auto &[name, state] : states)
        QTest::newRow(name) << state;
}

void tst_Settling::otherStates_stay()
{
    QFETCH(State, state);
    Watched watched;
    watched.movement = M::AsAsked;
    watched.isNoteSeen = true;
    watched.hasAnyChange = true;
    watched.isWindowOver = true;
    QCOMPARE(settle(state, watched).state, state);
    QVERIFY(!settle(state, watched).waitsForOthers);
}

void tst_Settling::evidence_isNamed_data()
{
    QTest::addColumn<M>("movement");
    QTest::addColumn<bool>("note");
    QTest::addColumn<State>("state");
    QTest::addColumn<QStringList>("expected");
    const auto words = [](std::initializer_list<const char *> list) {
        QStringList all;
        for (const char *word : list)
            all << QString::fromLatin1(word);
        return all;
    };
    QTest::newRow("note") << M::None << true << State::ReconciledApplied << words({"E1"});
    QTest::newRow("note and movement")
        << M::AsAsked << true << State::ReconciledApplied << words({"E1", "E2"});
    QTest::newRow("movement") << M::AsAsked << false << State::ReconciledOtherActor
                              << words({"E2"});
    QTest::newRow("some rows") << M::Partly << false << State::ReconciledApplied << words({"E2"});
    QTest::newRow("elsewhere") << M::Elsewhere << false << State::ReconciledOtherActor
                               << words({"E3"});
    QTest::newRow("untouched") << M::None << false << State::ReconciledNotApplied << words({"E4"});
    QTest::newRow("gone") << M::CannotBeRead << false << State::Unresolved << words({"E5"});
    QTest::newRow("nothing seen") << M::None << false << State::Unresolved << words({"NoEffect"});
    QTest::newRow("refusal that moved nothing")
        << M::None << false << State::Refused << words({"NoEffect"});
    QTest::newRow("not settled") << M::None << false << State::Ambiguous << QStringList();
    QTest::newRow("waits for others") << M::None << true << State::Accepted << QStringList();
}

void tst_Settling::evidence_isNamed()
{
    QFETCH(M, movement);
    QFETCH(bool, note);
    QFETCH(State, state);
    Watched watched;
    watched.movement = movement;
    watched.isNoteSeen = note;
    QTEST(evidenceWords(watched, {state}), "expected");
}

// A request signed at 08:00 may arrive until 08:36 by the service's clock.
void tst_Settling::window_goesByTheService_data()
{
    QTest::addColumn<qint64>("nowAfter"); // seconds after 08:00, by our clock
    QTest::addColumn<Seconds>("skew");
    QTest::addColumn<Passed>("sinceSending");
    QTest::addColumn<qint64>("sinceWatching"); // seconds
    QTest::addColumn<bool>("expected");
    const auto add = [](const char *name, std::chrono::seconds now, const Seconds &skew,
                        const Passed &sending, std::chrono::seconds watching, bool expected) {
        QTest::newRow(name) << qint64(now.count()) << skew << sending << qint64(watching.count())
                            << expected;
    };
    const Passed earlierRun;
    const Seconds noDate;
    add("clocks agree, before", 36min, Seconds(0s), Passed(36min), 36min, false);
    add("clocks agree, after", 36min + 1s, Seconds(0s), Passed(36min + 1s), 36min, true);
    add("its last moment by the service", 36min, Seconds(0s), Passed(37min), 37min, false);
    add("its last moment since sending", 37min, Seconds(0s), Passed(36min), 36min, false);
    add("set forward by hours, at once", 3h + 1min, Seconds(-3h), Passed(1min), 1min, false);
    add("set forward by hours, after the window", 3h + 37min, Seconds(-3h), Passed(37min), 37min,
        true);
    add("set back by hours, after the window", -3h + 37min, Seconds(3h), Passed(37min), 37min,
        true);
    add("set back by hours, before", -3h + 30min, Seconds(3h), Passed(30min), 30min, false);
    add("ours goes ahead by nine minutes", 37min, Seconds(-9min), Passed(37min), 37min, false);
    add("ours goes ahead, later", 45min + 1s, Seconds(-9min), Passed(45min + 1s), 45min, true);
    add("ours goes behind: never before the window has passed", 30min, Seconds(9min), Passed(30min),
        30min, false);
    add("ours goes behind, later", 36min + 1s, Seconds(9min), Passed(36min + 1s), 36min, true);
    add("the service's clock is wrong for a moment", 1min, Seconds(5h), Passed(1min), 1min, false);
    add("asleep for an hour", 61min, Seconds(0s), Passed(61min), 61min, true);
    add("no date, both agree", 37min, noDate, Passed(37min), 37min, true);
    add("no date, its last moment by our clock", 36min, noDate, Passed(37min), 37min, false);
    add("no date, its last moment since sending", 37min, noDate, Passed(36min), 36min, false);
    add("no date, set forward", 3h, noDate, Passed(1min), 1min, false);
    add("no date, set back", -3h + 37min, noDate, Passed(37min), 37min, false);
    add("no date, set back, within a day", -30h, noDate, Passed(24h), 24h, false);
    add("no date, set back, a day later", -30h, noDate, Passed(24h + 1s), 24h, true);
    add("earlier run, by the service", 37min, Seconds(0s), earlierRun, 1s, true);
    add("earlier run, not yet by the service", 35min, Seconds(0s), earlierRun, 1s, false);
    add("earlier run, set forward", 5h, Seconds(-5h + 10min), earlierRun, 10min, false);
    add("earlier run, set back", -5h, Seconds(5h + 37min), earlierRun, 1s, true);
    add("earlier run, no date", 5h, noDate, earlierRun, 1min, false);
    add("earlier run, no date, watched for long", 5h, noDate, earlierRun, 37min, true);
}

void tst_Settling::window_goesByTheService()
{
    QFETCH(qint64, nowAfter);
    QFETCH(Seconds, skew);
    QFETCH(Passed, sinceSending);
    QFETCH(qint64, sinceWatching);
    WindowFacts facts;
    facts.signedAt = signedAt();
    facts.now = signedAt().addSecs(nowAfter);
    facts.skew = skew;
    facts.sinceSending = sinceSending;
    facts.sinceWatching = std::chrono::seconds(sinceWatching);
    QTEST(isWindowOver(facts, window), "expected");
}

QTEST_GUILESS_MAIN(tst_Settling)
#include "tst_settling.moc"
