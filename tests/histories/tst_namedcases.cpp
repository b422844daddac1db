// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/checker.h"
#include "tests/histories/player.h"
#include "tests/histories/story.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace std::chrono_literals;
using State = DecisionState;

namespace {

//! What a decision must come to.
struct Expected
{
    State last = State::ReconciledApplied;
    QString sentence;      //!< its beginning
    std::vector<State> on; //!< must have been told on the way
    int arrivals = 1;      //!< complete requests
    int effects = 1;
    //! From the confirm until the last state was told, at least and at most.
    std::chrono::milliseconds least{0};
    std::chrono::milliseconds most = 60min;
};

Expected done(std::vector<State> on = {State::Accepted})
{
    return {State::ReconciledApplied, QStringLiteral("Done: "), std::move(on), 1, 1, 0s, 60min};
}

Expected nothingSent(State last, const char *sentence)
{
    return {last, QString::fromLatin1(sentence), {}, 0, 0, 0s, 60min};
}

Expected notCarriedOut(int arrivals)
{
    return {State::ReconciledNotApplied,
            QStringLiteral("Not carried out. You may decide again."),
            {State::Ambiguous},
            arrivals,
            0,
            36min,
            40min};
}

QString approve()
{
    return QStringLiteral("Approve");
}

} // namespace

Q_DECLARE_METATYPE(countersign::History)
Q_DECLARE_METATYPE(std::vector<Expected>)

//! Cases that must hold, each a story of its own: what happens, and what the person must be told of
//! each decision in the order of confirming. Expected states are those of security.md 4.3 and 4.6.
class TestNamedCases : public QObject
{
    Q_OBJECT

public:
    explicit TestNamedCases(VirtualDispatcher &time)
        : m_time(time)
    {
    }

private Q_SLOTS:
    void stories_data()
    {
        QTest::addColumn<History>("history");
        QTest::addColumn<std::vector<Expected>>("expected");
        addLostAnswers();
        addRefusals();
        addOthers();
        addGates();
        addSleepAndCrash();
        addClocksAndNetwork();
        addLists();
        addKeys();
    }

    void stories()
    {
        QFETCH(History, history);
        QFETCH(std::vector<Expected>, expected);
        const Transcript transcript = Player(m_time, history).play();
        for (const Violation &violation : violationsOf(transcript))
            QFAIL(qPrintable(violation.rule + u": " + violation.text));
        QCOMPARE(transcript.confirmed.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            check(transcript, transcript.confirmed[i], expected[i]);
    }

    void factsStopASend_data()
    {
        QTest::addColumn<QString>("fact");
        for (const QString &fact : ServiceSide::facts())
            QTest::newRow(qPrintable(fact)) << fact;
    }

    void factsStopASend()
    {
        QFETCH(QString, fact);
        const History history =
            Story().open().with(Step::Kind::ChangeFact, 1s, 0s, fact).confirm().history();
        const Transcript transcript = Player(m_time, history).play();
        QVERIFY(violationsOf(transcript).empty());
        QCOMPARE(transcript.confirmed.size(), size_t(1));
        check(transcript, transcript.confirmed.front(),
              nothingSent(State::Changed, "Nothing was sent. "));
    }

    void progressOnlyInforms_data()
    {
        QTest::addColumn<QString>("progress");
        for (const QString &name : ServiceSide::progress())
            QTest::newRow(qPrintable(name)) << name;
    }

    void progressOnlyInforms()
    {
        QFETCH(QString, progress);
        const History history =
            Story().open().with(Step::Kind::ChangeProgress, 1s, 0s, progress).confirm().history();
        const Transcript transcript = Player(m_time, history).play();
        QVERIFY(violationsOf(transcript).empty());
        check(transcript, transcript.confirmed.front(), done());
    }

private:
    static void add(const char *name, const Story &story, std::vector<Expected> expected)
    {
        QTest::newRow(name) << story.history() << std::move(expected);
    }

    void addLostAnswers()
    {
        add("all is well", Story().open().confirm(), {done()});
        for (const char *fault :
             {"no answer after the effect", "closed after the effect", "half a status line",
              "half the headers", "half the body", "garbage after the effect", "unreadable success",
              "huge success", "408 after the effect", "302", "503 after the effect",
              "500 after the effect", "nonce used after the effect"}) {
            add(fault, Story().open().failSend(QString::fromLatin1(fault)).confirm(),
                {done({State::Ambiguous})});
        }
        // Without a note nobody can tell whose effect it is.
        Story nameless;
        nameless.setting().keepsNoNotes = true;
        nameless.open().failSend(QStringLiteral("no answer after the effect")).confirm();
        add("timed out but applied, and notes are not kept", nameless,
            {{State::ReconciledOtherActor,
              QStringLiteral("Decided, but not certainly by you: "),
              {State::Ambiguous},
              1,
              1,
              0s,
              2min}});
        add("timed out and not applied",
            Story().open().failSend(QStringLiteral("no answer, no effect")).confirm(),
            {notCarriedOut(1)});
        add("cut in the request",
            Story().open().failSend(QStringLiteral("cut in the request"), 6).confirm(),
            {notCarriedOut(0)});
        add("answered 200 and still waiting",
            Story().open().failSend(QStringLiteral("effect late"), 99).confirm(),
            {{State::ReconciledApplied,
              QStringLiteral("Done: "),
              {State::Accepted},
              1,
              1,
              90s,
              5min}});
        add("timed out, applied minutes later",
            Story().open().failSend(QStringLiteral("no answer, effect late"), 199).confirm(),
            {{State::ReconciledApplied,
              QStringLiteral("Done: "),
              {State::Ambiguous},
              1,
              1,
              3min,
              5min}});
        Story pressed;
        pressed.open().failSend(QStringLiteral("no answer after the effect"));
        for (int i = 0; i < 5; ++i)
            pressed.confirm(0, i == 0 ? 2s : 4s);
        add("approve pressed five times in 20 seconds of silence", pressed,
            {done({State::Ambiguous})});
    }

    void addRefusals()
    {
        const auto refused = [](const char *code, std::chrono::milliseconds most) {
            return Expected{State::Refused,
                            QStringLiteral("Refused by the service: ") + QString::fromLatin1(code),
                            {},
                            1,
                            0,
                            0s,
                            most};
        };
        Story stranger(QStringLiteral("ask-anna"));
        stranger.setting().hasUnlistedCodes = true;
        Expected inTime = refused("", 6s);
        inTime.on = {State::RefusedCodeUnknown};
        add("not an approver, with a code that is unlisted", stranger.open().confirm(), {inTime});
        add("token expired between confirm and send",
            Story().open().failSend(QStringLiteral("token expired")).confirm(),
            {refused("InvalidSecurityToken.Expired", 2s)});
        add("throttled", Story().open().failSend(QStringLiteral("throttled")).confirm(),
            {refused("Throttling.User", 2s)});
        add("an unknown code after the effect",
            Story().open().failSend(QStringLiteral("unknown code after the effect")).confirm(),
            {done({State::RefusedCodeUnknown, State::Ambiguous})});
        add("no connection", Story().open().failSend(QStringLiteral("refuse")).confirm(),
            {nothingSent(State::NotSent, "Not sent. Nothing happened.")});
        add("no connection for a long time",
            Story().open().failSend(QStringLiteral("connect hangs")).confirm(),
            {nothingSent(State::NotSent, "Not sent. Nothing happened.")});
    }

    void addOthers()
    {
        add("rejected by another person a second earlier",
            Story().open().other(QStringLiteral("Reject"), 1s).confirm(0, 1s),
            {nothingSent(State::Changed, "Nothing was sent. ")});
        Story between;
        between.setting().hasUnlistedCodes = true;
        between.open()
            .failSend(QStringLiteral("connect takes seconds"), 2)
            .confirm()
            .other(QStringLiteral("Reject"), 1s);
        add("rejected by another person while it was being sent", between,
            {{State::ReconciledOtherActor,
              QStringLiteral("Someone else decided: "),
              {State::RefusedCodeUnknown, State::Ambiguous},
              1,
              0,
              0s,
              10s}});
        add("rejected by another person while the outcome is unknown",
            Story()
                .open()
                .failSend(QStringLiteral("no answer, no effect"))
                .confirm()
                .other(QStringLiteral("Reject"), 1min),
            {{State::ReconciledOtherActor,
              QStringLiteral("Someone else decided: "),
              {State::Ambiguous},
              1,
              0,
              1min,
              3min}});
        add("approved by another person while the outcome is unknown",
            Story()
                .open()
                .failSend(QStringLiteral("no answer, no effect"))
                .confirm()
                .other(approve(), 1min),
            {{State::ReconciledOtherActor,
              QStringLiteral("Decided, but not certainly by you: "),
              {State::Ambiguous},
              1,
              0,
              1min,
              3min}});
        add("two windows, one wait", Story().open(0).open(1).confirm(0).confirm(1, 0s),
            // It waits for its turn, reads again and finds the wait decided.
            {done(), nothingSent(State::Changed, "Nothing was sent.")});
    }

    void addGates()
    {
        const Expected waits{
            State::Accepted, QStringLiteral("Accepted by the service. "), {}, 1, 1, 0s, 10s};
        add("first of two approvals given", Story(QStringLiteral("ask-two")).open().confirm(),
            {waits});
        add("first of two approvals given, and the second later",
            Story(QStringLiteral("ask-two")).open().confirm().other(approve(), 5min).wait(2min),
            {{State::ReconciledApplied,
              QStringLiteral("Done: "),
              {State::Accepted},
              1,
              1,
              5min,
              8min}});
        Story blocksNothing(QStringLiteral("ask-two"));
        blocksNothing.open().confirm().open(1, Act::Reject, 0, 5s).confirm(1).wait(2min);
        add("what waits for others blocks nothing", blocksNothing,
            {{State::ReconciledOtherActor,
              QStringLiteral("Someone else decided: "),
              {},
              1,
              1,
              0s,
              3min},
             done()});
        add("timed out where two approvals are needed",
            Story(QStringLiteral("ask-two"))
                .open(0, Act::Approve, 2)
                .failSend(QStringLiteral("no answer, no effect"))
                .confirm(),
            {{State::Unresolved,
              QStringLiteral("Could not be determined"),
              {State::Ambiguous},
              1,
              0,
              36min,
              40min}});
        // The first request is still under way when the gate it was for has been opened by somebody
        // else and the next one is decided.
        Story late(QStringLiteral("two-gates"));
        late.open(0)
            .failSend(QStringLiteral("arrives late"), 60)
            .confirm(0)
            .other(approve(), 40s)
            .open(1, Act::Approve, 0, 4s)
            .confirm(1)
            .wait(2min);
        add("approval A, then approval B, and a late first request", late,
            {{State::ReconciledOtherActor,
              QStringLiteral(
                  "Another task waits now: “secondGate”. This decision was not about it. "
                  "Decided, but not certainly by you: "),
              {State::Ambiguous},
              1,
              0,
              0s,
              3min},
             done()});
        add("side by side",
            Story(QStringLiteral("side-by-side"))
                .open(0, Act::Approve, 0)
                .confirm(0)
                .open(1, Act::Approve, 0, 10s)
                .confirm(1),
            {done(), done()});
    }

    void addSleepAndCrash()
    {
        add("slept in mid-send",
            Story().open().failSend(QStringLiteral("slept in mid-send"), 16).confirm(),
            {{State::ReconciledApplied,
              QStringLiteral("Done: "),
              {State::Ambiguous},
              1,
              1,
              0s,
              60min}});
        add("stopped in mid-send",
            Story().open().failSend(QStringLiteral("stopped in mid-send"), 70).confirm(),
            {done({State::Sending})});
        add("slept between the second read and the first byte",
            Story()
                .open()
                .failSend(QStringLiteral("connect takes seconds"), 2)
                .confirm()
                .with(Step::Kind::Sleep, 1s, 10min),
            {nothingSent(State::NotSent, "Not sent. Nothing happened.")});
        add("died after the request had left",
            Story()
                .open()
                .failSend(QStringLiteral("no answer after the effect"))
                .confirm()
                .with(Step::Kind::Kill, 5s, 10s),
            {done({State::Ambiguous})});
        add("died before the first byte",
            Story()
                .open()
                .failSend(QStringLiteral("connect takes seconds"), 2)
                .confirm()
                .with(Step::Kind::Kill, 1s, 10s),
            {{State::NotSent, {}, {}, 0, 0, 0s, 60min}});
        add("died, and nothing had arrived",
            Story()
                .open()
                .failSend(QStringLiteral("no answer, no effect"))
                .confirm()
                .with(Step::Kind::Kill, 5s, 10s),
            {notCarriedOut(1)});
        add("died three times while looking for the effect",
            Story()
                .open()
                .failSend(QStringLiteral("no answer, effect late"), 280)
                .confirm()
                .with(Step::Kind::Kill, 5s, 10s)
                .with(Step::Kind::Kill, 20s, 1min)
                .with(Step::Kind::Kill, 1s, 1s),
            {{State::ReconciledApplied,
              QStringLiteral("Done: "),
              {State::Ambiguous},
              1,
              1,
              4min,
              8min}});
    }

    void addClocksAndNetwork()
    {
        for (const auto hours : {-3h, 3h}) {
            const bool isForward = hours > 0h;
            const char *sentence = "Not sent. Nothing happened.";
            add(isForward ? "clock set forward before confirming" : "clock set back before",
                Story().open().with(Step::Kind::SetClock, 1s, hours).confirm(),
                {nothingSent(State::NotSent, sentence)});
            // Neither early nor for ever unknown.
            add(isForward ? "clock set forward while unknown" : "clock set back while unknown",
                Story()
                    .open()
                    .failSend(QStringLiteral("no answer, no effect"))
                    .confirm()
                    .with(Step::Kind::SetClock, 1min, hours),
                {notCarriedOut(1)});
            add(isForward ? "clock set forward, and died" : "clock set back, and died",
                Story()
                    .open()
                    .failSend(QStringLiteral("no answer, no effect"))
                    .confirm()
                    .with(Step::Kind::SetClock, 1min, hours)
                    .with(Step::Kind::Kill, 1min, 20s),
                {notCarriedOut(1)});
        }
        add("network gone and back while unknown",
            Story()
                .open()
                .failSend(QStringLiteral("no answer, effect late"), 100)
                .confirm()
                .with(Step::Kind::NetworkDown, 2s, 10min)
                .wait(11min),
            {{State::ReconciledApplied,
              QStringLiteral("Done: "),
              {State::Ambiguous},
              1,
              1,
              9min,
              12min}});
        add("network gone before confirming",
            Story().open().with(Step::Kind::NetworkDown, 1s, 3min).confirm().wait(4min),
            {nothingSent(State::NotSent, "Not sent. Nothing happened.")});
        add("reads fail for a while",
            Story()
                .open()
                .failSend(QStringLiteral("no answer after the effect"))
                .confirm()
                .with(Step::Kind::FailReads, 2s, 0s, QStringLiteral("503"), 12)
                .wait(5min),
            {done({State::Ambiguous})});
    }

    void addLists()
    {
        for (const int flips : {0, 1}) {
            add(flips ? "every other list lags behind by 15 s" : "the list lags behind by 15 s",
                Story()
                    .with(Step::Kind::Lag, 0s, 15s, {}, flips)
                    .open(0, Act::Approve, 0, 30s)
                    .confirm()
                    .wait(2min),
                {{State::ReconciledApplied,
                  QStringLiteral("Done: "),
                  {State::Accepted},
                  1,
                  1,
                  0s,
                  1min}});
            add(flips ? "every other list lags, and the outcome is unknown"
                      : "the list lags, and the outcome is unknown",
                Story()
                    .with(Step::Kind::Lag, 0s, 15s, {}, flips)
                    .open(0, Act::Approve, 0, 30s)
                    .failSend(QStringLiteral("no answer, no effect"))
                    .confirm(),
                {notCarriedOut(1)});
        }
        add("failed items are retried",
            Story(QStringLiteral("fleet"), QStringLiteral("FailurePause"))
                .open(0, Act::RetryTask, 2)
                .confirm(),
            {done()});
        add("a step of a Debug run",
            Story(QStringLiteral("steps"), QStringLiteral("Debug"))
                .open(0, Act::ExecuteTask, 0)
                .confirm(),
            {done()});
    }

    // The same execution id is there in the other account as well.
    void addKeys()
    {
        for (const int after : {0, 70}) {
            QTest::addRow("given another account's key %d ms after confirming", after)
                << Story().open().confirm().with(Step::Kind::SwapKey, Story::Time(after)).history()
                << std::vector{nothingSent(State::NotSent, "Not sent. Nothing happened.")};
        }
    }

    static void check(const Transcript &transcript, const Confirmed &confirmed,
                      const Expected &expected)
    {
        const QByteArray id = confirmed.record.id.hex;
        State last = State::Drafted;
        for (const JournalEntry &entry : transcript.journal) {
            if (entry.record.id.hex == id)
                last = entry.state();
        }
        if (last == State::Drafted)
            last = transcript.lastState(id);
        QCOMPARE(int(last), int(expected.last));
        QVERIFY2(transcript.lastSentence(id).startsWith(expected.sentence),
                 qPrintable(transcript.lastSentence(id)));
        for (const State state : expected.on)
            QVERIFY2(transcript.wasTold(id, state), qPrintable(QString::number(int(state))));
        const auto arrivals = transcript.arrivalsOf(id);
        QCOMPARE(int(arrivals.size()), expected.arrivals);
        const auto effects = std::count_if(arrivals.begin(), arrivals.end(),
                                           [](const auto *one) { return one->effectAt; });
        QCOMPARE(int(effects), expected.effects);
        for (const Told &told : transcript.told) {
            if (told.id != id || told.state != expected.last)
                continue;
            const auto took = told.at - confirmed.confirmedAt;
            QVERIFY2(took >= expected.least && took <= expected.most,
                     qPrintable(QString::number(double(took.count()) / 1000.0)));
            break;
        }
    }

    VirtualDispatcher &m_time;
};

int main(int argc, char **argv)
{
    auto *time = new VirtualDispatcher;
    QCoreApplication::setEventDispatcher(time);
    QCoreApplication application(argc, argv);
    TestNamedCases test(*time);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_namedcases.moc"
