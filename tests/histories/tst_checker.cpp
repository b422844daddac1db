// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlitejournal.h"
#include "tests/histories/checker.h"
#include "tests/histories/generator.h"
#include "tests/histories/player.h"
#include "tests/histories/shrinker.h"
#include "tests/histories/story.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>

using namespace countersign;
using namespace std::chrono_literals;

using Spoil = void (*)(Transcript &);
Q_DECLARE_METATYPE(Spoil)

namespace {

QStringList rulesIn(const std::vector<Violation> &violations)
{
    QStringList rules;
    for (const Violation &violation : violations) {
        if (!rules.contains(violation.rule))
            rules += violation.rule;
    }
    rules.sort();
    return rules;
}

//! A decision that was confirmed, sent and carried out, with nothing wrong about it.
Transcript goodTranscript()
{
    Transcript transcript;
    Confirmed confirmed;
    DecisionRecord &record = confirmed.record;
    record.id = {"0123456789abcdef0123456789abcdef"};
    record.where.place.region = RegionId(QStringLiteral("cn-hangzhou"));
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t1"));
    record.note = QStringLiteral("fine");
    confirmed.openedAt = 1s;
    confirmed.confirmedAt = 5s;
    confirmed.keyId = QStringLiteral("key-1");
    transcript.confirmed.push_back(confirmed);
    transcript.ownKeys = {QStringLiteral("key-1"), QStringLiteral("key-2")};
    transcript.decisionOfNonce.insert(QStringLiteral("n1"), record.id.hex);
    Arrival arrival;
    arrival.at = 6s;
    arrival.nonce = QStringLiteral("n1");
    arrival.keyId = QStringLiteral("key-1");
    arrival.status = 200;
    arrival.effectAt = 6s;
    arrival.act = QStringLiteral("Approve");
    arrival.params = {{QStringLiteral("RegionId"), QStringLiteral("cn-hangzhou")},
                      {QStringLiteral("ExecutionId"), QStringLiteral("exec-1")},
                      {QStringLiteral("NotifyType"), QStringLiteral("Approve")},
                      {QStringLiteral("TaskExecutionId"), QStringLiteral("exec-1.t1")},
                      {QStringLiteral("NotifyNote"), QStringLiteral("fine")}};
    transcript.arrivals.push_back(arrival);
    const auto tell = [&](std::chrono::milliseconds at, DecisionState state, const char *words) {
        Told told;
        told.at = at;
        told.serviceNow =
            QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC).addMSecs(at.count());
        told.id = record.id.hex;
        told.state = state;
        told.sentence = QString::fromUtf8(words);
        transcript.told.push_back(told);
    };
    tell(5s, DecisionState::Sending, "Sending… do not close.");
    tell(6s, DecisionState::Accepted, "Accepted by the service. Watching for the effect.");
    tell(7s, DecisionState::ReconciledApplied, "Done: it went on.");
    JournalEntry entry;
    entry.record = record;
    for (const DecisionState state : {DecisionState::IntentRecorded, DecisionState::Sending,
                                      DecisionState::Accepted, DecisionState::ReconciledApplied}) {
        JournalStep step;
        step.state = state;
        entry.steps.push_back(step);
    }
    RequestFacts facts;
    facts.timestamp = QDateTime(QDate(2026, 11, 27), QTime(10, 0, 5), Qt::UTC);
    entry.steps[1].facts.request = facts;
    transcript.journal.push_back(entry);
    return transcript;
}

//! The decision ended like this instead.
void endAs(Transcript &transcript, DecisionState before, DecisionState state, const char *words)
{
    transcript.told[1].state = before;
    transcript.told[1].sentence = QStringLiteral("Outcome unknown. The request may have been "
                                                 "carried out. Do not repeat it.");
    transcript.told[2].state = state;
    transcript.told[2].sentence = QString::fromUtf8(words);
    transcript.journal[0].steps[2].state = before;
    transcript.journal[0].steps[3].state = state;
}

//! Forgets everything whenever it is opened.
JournalMaker forgetfulJournal()
{
    auto opened = std::make_shared<int>(0);
    return [opened](const QString &folder, const Clock &clock) {
        return std::make_unique<SqliteJournal>(
            QString(folder + QStringLiteral("/new-%1").arg(++*opened)), clock);
    };
}

} // namespace

//! The checker is there to fail: each rule is broken once, by hand and by a program that is wrong
//! on purpose.
class TestChecker : public QObject
{
    Q_OBJECT

public:
    explicit TestChecker(VirtualDispatcher &time)
        : m_time(time)
    {
    }

private Q_SLOTS:
    void nothingIsWrongWithAGoodHistory()
    {
        QCOMPARE(rulesIn(violationsOf(goodTranscript())), QStringList());
    }

    void eachRuleIsNoticed_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *name, const char *rule, Spoil spoil) {
            QTest::newRow(name) << spoil << QString::fromLatin1(rule);
        };
        row("two requests", "I1", [](Transcript &t) { t.arrivals.push_back(t.arrivals[0]); });
        row("a request of nobody", "I1", [](Transcript &t) {
            Arrival stray = t.arrivals[0];
            stray.nonce = QStringLiteral("n2");
            t.arrivals.push_back(stray);
        });
        row("no record", "I2", [](Transcript &t) { t.journal.clear(); });
        row("no effect", "I3", [](Transcript &t) { t.arrivals[0].effectAt.reset(); });
        row("the effect came after the word", "I3",
            [](Transcript &t) { t.arrivals[0].effectAt = 8s; });
        row("refused, and it has an effect", "I4", [](Transcript &t) {
            endAs(t, DecisionState::Ambiguous, DecisionState::Refused,
                  "Refused by the service: X. Nothing was changed by this.");
        });
        row("not carried out, and it has an effect", "I4", [](Transcript &t) {
            endAs(t, DecisionState::Ambiguous, DecisionState::ReconciledNotApplied,
                  "Not carried out. You may decide again.");
        });
        row("not sent, and it arrived", "I4", [](Transcript &t) {
            t.arrivals[0].effectAt.reset();
            endAs(t, DecisionState::Ambiguous, DecisionState::NotSent,
                  "Not sent. Nothing happened.");
        });
        row("another account's key", "I5",
            [](Transcript &t) { t.arrivals[0].keyId = QStringLiteral("key-9"); });
        row("another note", "I6", [](Transcript &t) {
            t.arrivals[0].params.insert(QStringLiteral("NotifyNote"), QStringLiteral("fines"));
        });
        row("a parameter too many", "I6", [](Transcript &t) {
            t.arrivals[0].params.insert(QStringLiteral("LoopItem"), QStringLiteral("x"));
        });
        row("another record is kept", "I6", [](Transcript &t) {
            t.journal[0].record.taskExecutionId = TaskExecutionId(QStringLiteral("exec-1.t2"));
        });
        row("sent although a fact had changed", "I7", [](Transcript &t) {
            t.factChanges.emplace_back(3s, QStringLiteral("TemplateVersion"));
        });
        row("it had changed, and it arrived", "I7", [](Transcript &t) {
            t.told[2].state = DecisionState::Changed;
            t.told[2].sentence = QStringLiteral("Nothing was sent. It changed.");
        });
        row("in the way for ever", "I9",
            [](Transcript &t) { t.stillOpen.push_back(t.confirmed[0].record.id.hex); });
        row("left alone", "I9", [](Transcript &t) {
            t.journal[0].steps.resize(2);
            t.told.resize(1);
        });
        row("told otherwise than it stands", "I9", [](Transcript &t) { t.told.pop_back(); });
        row("words of another state", "words",
            [](Transcript &t) { t.told[1].sentence = QStringLiteral("Approved."); });
        row("a step that is not drawn", "words",
            [](Transcript &t) { t.journal[0].steps.erase(t.journal[0].steps.begin() + 2); });
        row("too early for not carried out", "window", [](Transcript &t) {
            t.arrivals[0].effectAt.reset();
            endAs(t, DecisionState::Ambiguous, DecisionState::ReconciledNotApplied,
                  "Not carried out. You may decide again.");
        });
        row("a damaged journal", "journal",
            [](Transcript &t) { t.journalProblem = QStringLiteral("link 3"); });
        row("found on the way", "I8", [](Transcript &t) {
            t.violations.push_back({QStringLiteral("I8"), QStringLiteral("two")});
        });
    }

    void eachRuleIsNoticed()
    {
        QFETCH(Spoil, spoil);
        QFETCH(QString, rule);
        Transcript transcript = goodTranscript();
        spoil(transcript);
        QVERIFY2(rulesIn(violationsOf(transcript)).contains(rule),
                 qPrintable(rulesIn(violationsOf(transcript)).join(u' ')));
    }

    // Wrong by nothing but the one thing: with a good program the same history breaks no rule.
    void aWrongProgramIsCaughtAndItsHistoryShrunk_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("steps"); // that the shortest history needs at the most
        QTest::newRow("a transport that repeats") << "I1"
                                                  << "" << 2;
        QTest::newRow("unknown is called refused") << "I4"
                                                   << "no answer, effect late" << 3;
        QTest::newRow("accepted is called done") << "I3"
                                                 << "effect late" << 3;
        QTest::newRow("a journal that forgets") << "I2"
                                                << "" << 2;
        QTest::newRow("not carried out after a minute") << "window"
                                                        << "no answer, no effect" << 3;
    }

    void aWrongProgramIsCaughtAndItsHistoryShrunk()
    {
        QFETCH(QString, rule);
        QFETCH(QString, fault);
        QFETCH(int, steps);
        const PlayOptions wrong = wrongOptions(QString::fromLatin1(QTest::currentDataTag()));
        Story story;
        story.with(Step::Kind::ChangeProgress, 1s, 0s, QStringLiteral("Counters"))
            .with(Step::Kind::NetworkDown, 1s, 3s);
        story.open(1, Act::Reject, 0, 5s).open(0, Act::Approve, 0, 1s);
        if (!fault.isEmpty())
            story.failSend(fault, 200);
        story.confirm().with(Step::Kind::Look, 20s).with(Step::Kind::Stall, 1s, 2s);
        QCOMPARE(rulesIn(violationsOf(Player(m_time, story.history()).play())), QStringList());
        const auto fails = [&](const History &history) {
            return rulesIn(violationsOf(Player(m_time, history, wrong).play())).contains(rule);
        };
        QVERIFY(fails(story.history()));
        const History shortest = shrunk(story.history(), fails);
        QVERIFY(fails(shortest));
        QVERIFY2(int(shortest.steps.size()) <= steps, qPrintable(textOf(shortest)));
    }

    void historiesFollowFromTheirSeed()
    {
        for (quint32 seed = 1; seed < 20; ++seed)
            QCOMPARE(textOf(historyFrom(seed)), textOf(historyFrom(seed)));
        QVERIFY(textOf(historyFrom(1)) != textOf(historyFrom(2)));
    }

    void aHistoryIsPlayedTheSameWayAgain()
    {
        for (quint32 seed = 100; seed < 120; ++seed) {
            const Transcript first = Player(m_time, historyFrom(seed)).play();
            const Transcript second = Player(m_time, historyFrom(seed)).play();
            QCOMPARE(wordsOf(first), wordsOf(second));
        }
    }

private:
    static PlayOptions wrongOptions(const QString &what)
    {
        PlayOptions options;
        if (what == u"a transport that repeats")
            options.repeatsBodies = true;
        else if (what == u"a journal that forgets")
            options.openJournal = forgetfulJournal();
        else if (what == u"not carried out after a minute")
            options.times.window = 1min;
        else if (what == u"unknown is called refused")
            options.mistell = [](Told &told) {
                if (told.state != DecisionState::Ambiguous)
                    return;
                told.state = DecisionState::Refused;
                told.sentence = QStringLiteral("Refused by the service: X.");
            };
        else if (what == u"accepted is called done")
            options.mistell = [](Told &told) {
                if (told.state != DecisionState::Accepted)
                    return;
                told.state = DecisionState::ReconciledApplied;
                told.sentence = QStringLiteral("Done: it was taken.");
            };
        return options;
    }

    static QString textOf(const History &history)
    {
        QStringList lines{history.setting.toText()};
        for (const Step &step : history.steps)
            lines += step.toText();
        return lines.join(u'\n');
    }

    static QStringList wordsOf(const Transcript &transcript)
    {
        QStringList words;
        for (const Told &told : transcript.told)
            words += QString::fromLatin1(told.id) + u' ' + told.sentence;
        return words;
    }

    VirtualDispatcher &m_time;
};

int main(int argc, char **argv)
{
    auto *time = new VirtualDispatcher;
    QCoreApplication::setEventDispatcher(time);
    QCoreApplication application(argc, argv);
    TestChecker test(*time);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_checker.moc"
