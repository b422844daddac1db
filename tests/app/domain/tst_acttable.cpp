// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/acttable.h"

#include <QTest>

#include <array>

using namespace countersign;

// The expected sides are written from oos-api.md 5.1 and 5.3: Approve and Reject not for a debug
// step or a failure pause; Run task, Cancel task and End execution only in Debug; Retry task and
// Skip task only in FailurePause; Cancel execution always. What a guess may do is rule F20.

namespace {

constexpr std::array kinds = {WaitKind::Approval,     WaitKind::HighRisk,   WaitKind::DebugStep,
                              WaitKind::FailurePause, WaitKind::BatchPause, WaitKind::ManualPause,
                              WaitKind::InsideChild,  WaitKind::Unknown};
constexpr std::array kindNames = {"approval",    "high risk",    "debug step",   "failure pause",
                                  "batch pause", "manual pause", "inside child", "unknown"};
constexpr std::array modes = {RunMode::Automatic, RunMode::FailurePause, RunMode::Debug,
                              RunMode::Unknown};
constexpr std::array modeNames = {"Automatic", "FailurePause", "Debug", "(not read)"};

QChar letterOf(const ActStanding &standing)
{
    switch (standing.offer) {
    case Offer::Offered:
        return standing.fit == Fit::Probable ? u'p' : u'O';
    case Offer::OnRequest:
        return u'q';
    case Offer::RuledOut:
        return u'x';
    case Offer::Absent:
        return u'.';
    }
    return u'?';
}

QString lineOf(ActFacts facts)
{
    QString line;
    for (const Act act : allActs())
        line += letterOf(standingOf(facts, act));
    return line;
}

// O offered, p offered as probable, q by "Decide as…", x ruled out by a state that was read, .
// absent. Columns Approve, Reject, Retry, Skip, Run, Cancel task, End, Cancel execution. Kinds in
// the order of the enumeration; one text a mode and a confidence.
struct Expected
{
    Confidence confidence;
    std::array<std::array<const char *, 8>, 4> lines; //!< by mode, then by kind
};

constexpr std::array expected = {
    Expected{Confidence::Certain,
             {{// Automatic: every act of the other modes is ruled out.
               {"OO..xxxO", "OOxxxxxO", "..xxxxxO", "..xxxxxO", "ppxxxxxO", "ppxxxxxO", "..xxxxxO",
                "qqxxxxxO"},
               // FailurePause
               {"OO..xxxO", "OO..xxxO", "....xxxO", "..OOxxxO", "pp..xxxO", "pp..xxxO", "....xxxO",
                "qqqqxxxO"},
               // Debug: its own acts are at hand beside an approval.
               {"OO..qqqO", "OOxxqqqO", "..xxOOOO", "..xxqqqO", "ppxxqqqO", "ppxxqqqO", "..xxqqqO",
                "qqxxqqqO"},
               // The mode was not read: nothing is ruled out by it.
               {"OO.....O", "OO.....O", "....OOOO", "..OO...O", "pp.....O", "pp.....O", ".......O",
                "qqqqqqqO"}}}},
    Expected{Confidence::Probable,
             {{{"OOxxxxxO", "OOxxxxxO", "qqxxxxxO", "qqxxxxxO", "ppxxxxxO", "ppxxxxxO", "qqxxxxxO",
                "qqxxxxxO"},
               {"OOqqxxxO", "OOqqxxxO", "qqqqxxxO", "qqOOxxxO", "ppqqxxxO", "ppqqxxxO", "qqqqxxxO",
                "qqqqxxxO"},
               {"OOxxqqqO", "OOxxqqqO", "qqxxOOOO", "qqxxqqqO", "ppxxqqqO", "ppxxqqqO", "qqxxqqqO",
                "qqxxqqqO"},
               {"OOqqqqqO", "OOqqqqqO", "qqqqOOOO", "qqOOqqqO", "ppqqqqqO", "ppqqqqqO", "qqqqqqqO",
                "qqqqqqqO"}}}},
};

ActFacts factsOf(WaitKind kind, RunMode mode = RunMode::Automatic)
{
    ActFacts facts;
    facts.kind = kind;
    facts.mode = mode;
    facts.runStatus = RunStatus::Waiting;
    return facts;
}

} // namespace

class TestActTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_isTheDocuments();
    void endedRun_rulesOutEverything();
    void approvalTask_isNeverRetriedOrSkipped();
    void rowThatEnded_isNotAnswered();
    void highRiskInDebug_offersBothSets();
    void guess_rulesOutNothing();
    void namableKinds_followTheMode();
};

void TestActTable::table_isTheDocuments()
{
    QByteArray printed =
        "\n  A Approve, R Reject, t Retry task, s Skip task, r Run task, c Cancel "
        "task, e End execution, C Cancel execution\n"
        "  O offered, p offered as probable, q by \"Decide as…\", x ruled out by a "
        "state that was read, . absent\n";
    QStringList wrong;
    for (const Expected &half : expected) {
        printed += half.confidence == Confidence::Certain ? "  certain" : "  probable";
        printed += "       mode          ARtsrceC\n";
        for (std::size_t mode = 0; mode < modes.size(); ++mode) {
            for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
                ActFacts facts = factsOf(kinds[kind], modes[mode]);
                facts.confidence = half.confidence;
                const QString line = lineOf(facts);
                const QByteArray name = QByteArray(kindNames[kind]).leftJustified(14) + "  " +
                                        QByteArray(modeNames[mode]).leftJustified(12);
                printed += "  " + name + "  " + line.toLatin1() + '\n';
                if (line != QLatin1String(half.lines[mode][kind]))
                    wrong += QStringLiteral("%1: %2 instead of %3")
                                 .arg(QString::fromUtf8(name), line,
                                      QLatin1String(half.lines[mode][kind]));
            }
        }
    }
    qInfo("%s", printed.constData());
    QCOMPARE(wrong, QStringList());
}

void TestActTable::endedRun_rulesOutEverything()
{
    for (const WaitKind kind : kinds) {
        ActFacts facts = factsOf(kind, RunMode::Debug);
        facts.runStatus = RunStatus::Cancelled;
        for (const Act act : allActs()) {
            const ActStanding standing = standingOf(facts, act);
            QVERIFY(standing.offer == Offer::RuledOut || standing.offer == Offer::Absent);
        }
        QCOMPARE(standingOf(facts, Act::CancelExecution).reason, ActReason::RunHasEnded);
    }
}

void TestActTable::approvalTask_isNeverRetriedOrSkipped()
{
    for (const WaitKind kind : kinds) {
        for (const Confidence confidence : {Confidence::Certain, Confidence::Probable}) {
            for (const RunMode mode : modes) {
                ActFacts facts = factsOf(kind, mode);
                facts.confidence = confidence;
                facts.rowAction = QStringLiteral("acs::approve");
                QCOMPARE(standingOf(facts, Act::RetryTask).offer, Offer::Absent);
                QCOMPARE(standingOf(facts, Act::SkipTask).offer, Offer::Absent);
                QCOMPARE(standingOf(facts, Act::SkipTask).reason, ActReason::ApprovalTask);
            }
        }
    }
}

void TestActTable::rowThatEnded_isNotAnswered()
{
    ActFacts facts = factsOf(WaitKind::Approval);
    facts.rowStatus = RunStatus::Success;
    QCOMPARE(standingOf(facts, Act::Approve).reason, ActReason::RowHasEnded);
    facts.rowStatus = RunStatus::Unknown; // a word that the program does not know is no objection
    QCOMPARE(standingOf(facts, Act::Approve).offer, Offer::Offered);

    ActFacts failed = factsOf(WaitKind::FailurePause, RunMode::FailurePause);
    failed.rowStatus = RunStatus::Failed;
    QCOMPARE(standingOf(failed, Act::RetryTask).offer, Offer::Offered);
    for (const RunStatus status :
         {RunStatus::Success, RunStatus::Running, RunStatus::Skipped, RunStatus::Cancelled}) {
        failed.rowStatus = status;
        QCOMPARE(standingOf(failed, Act::RetryTask).reason, ActReason::RowHasNotFailed);
        QCOMPARE(standingOf(failed, Act::SkipTask).offer, Offer::RuledOut);
    }
}

// oos-api.md 5.2, test 3: if a Waiting row exists and SafetyCheck confirms, both sets.
void TestActTable::highRiskInDebug_offersBothSets()
{
    ActFacts facts = factsOf(WaitKind::DebugStep, RunMode::Debug);
    facts.confirmsHighRisk = true;
    QCOMPARE(standingOf(facts, Act::Approve).offer, Offer::Absent);
    facts.rowStatus = RunStatus::Waiting;
    QCOMPARE(lineOf(facts), QStringLiteral("ppxxOOOO"));
    QCOMPARE(standingOf(facts, Act::Approve).reason, ActReason::OtherSetOfDebug);
}

void TestActTable::guess_rulesOutNothing()
{
    for (const WaitKind kind : kinds) {
        for (const RunMode mode : modes) {
            ActFacts read = factsOf(WaitKind::Unknown, mode);
            ActFacts guessed = factsOf(kind, mode);
            guessed.confidence = Confidence::Probable;
            for (const Act act : allActs()) {
                const Offer offer = standingOf(guessed, act).offer;
                QVERIFY(offer != Offer::Absent);
                // What a guess rules out, the same states without the guess rule out as well.
                if (offer == Offer::RuledOut)
                    QCOMPARE(standingOf(read, act).offer, Offer::RuledOut);
            }
        }
    }
}

void TestActTable::namableKinds_followTheMode()
{
    const std::vector<WaitKind> plain = {WaitKind::Approval, WaitKind::ManualPause,
                                         WaitKind::BatchPause, WaitKind::HighRisk};
    QCOMPARE(namableKinds(factsOf(WaitKind::Unknown)), plain);
    QCOMPARE(namableKinds(factsOf(WaitKind::Unknown, RunMode::Debug)),
             (std::vector<WaitKind>{WaitKind::Approval, WaitKind::ManualPause, WaitKind::DebugStep,
                                    WaitKind::BatchPause, WaitKind::HighRisk}));
    QCOMPARE(namableKinds(factsOf(WaitKind::Unknown, RunMode::Unknown)).size(), std::size_t(6));
    QVERIFY(namableKinds(factsOf(WaitKind::Approval)).empty());
}

QTEST_APPLESS_MAIN(TestActTable)
#include "tst_acttable.moc"
