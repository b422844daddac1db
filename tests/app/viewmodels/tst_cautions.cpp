// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/cautions.h"
#include "reviewfacts.h"

#include <QTest>

using namespace countersign;
using namespace countersign::reviewtest;

namespace {

ReviewFacts approval()
{
    TaskExecution waiting = row(QStringLiteral("t1"), QStringLiteral("ask"), RunStatus::Waiting);
    waiting.taskAction = QStringLiteral("ACS::Approve");
    return waitingRun({waiting});
}

ReviewStanding own()
{
    ReviewStanding standing;
    standing.own = OwnRequest::Yes;
    return standing;
}

Execution newer(RunStatus status, const char *word)
{
    Execution run;
    run.id = ExecutionId(QStringLiteral("exec-2"));
    run.status = status;
    run.statusText = QString::fromLatin1(word);
    run.startDate = QDateTime({2026, 11, 25}, {12, 0}, Qt::UTC);
    return run;
}

} // namespace

//! O14, F10 and superseded runs: warnings that close nothing (F20).
class tst_Cautions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_isSaidOfAnOrdinaryWait();
    void ownRun_isSaidForApproveAlone();
    void guessOfOwnRun_isNoWarning();
    void burst_isSaid();
    void newerRun_isSaidWithItsState();
    void newerRuns_areCounted();
    void unreadNewerRuns_areSaid();
    void over_saysNothing();
};

void tst_Cautions::nothing_isSaidOfAnOrdinaryWait()
{
    QVERIFY(cautionsFor(Act::Approve, approval(), {}, std::nullopt).empty());
}

void tst_Cautions::ownRun_isSaidForApproveAlone()
{
    QCOMPARE(cautionsFor(Act::Approve, approval(), own(), std::nullopt),
             std::vector<QString>{QStringLiteral("You started this run.")});
    for (const Act act : {Act::Reject, Act::RetryTask, Act::ExecuteTask, Act::CancelExecution})
        QVERIFY(cautionsFor(act, approval(), own(), std::nullopt).empty());
}

void tst_Cautions::guessOfOwnRun_isNoWarning()
{
    for (const OwnRequest guess : {OwnRequest::No, OwnRequest::CannotTell}) {
        ReviewStanding standing;
        standing.own = guess;
        QVERIFY(cautionsFor(Act::Approve, approval(), standing, std::nullopt).empty());
    }
}

void tst_Cautions::burst_isSaid()
{
    const StarterBurst burst{QStringLiteral("x<b>"), 7, 5};
    const auto said = cautionsFor(Act::Approve, approval(), {}, burst);
    QCOMPARE(said.size(), std::size_t(1));
    QVERIFY2(said[0].contains(QStringLiteral("7 run")) &&
                 said[0].contains(QStringLiteral("5 minute")) &&
                 said[0].contains(QStringLiteral("x<b>")),
             qPrintable(said[0]));
}

void tst_Cautions::newerRun_isSaidWithItsState()
{
    ReviewFacts facts = approval();
    facts.newerRuns.value = NewerRuns{newer(RunStatus::Success, "Success"), 0, false};
    for (const Act act : {Act::Approve, Act::RetryTask, Act::SkipTask, Act::ExecuteTask}) {
        const auto said = cautionsFor(act, facts, {}, std::nullopt);
        QCOMPARE(said.size(), std::size_t(1));
        QVERIFY2(said[0].contains(QStringLiteral("exec-2")) &&
                     said[0].contains(QStringLiteral("Success")) &&
                     said[0].contains(QStringLiteral("2026-11-25")),
                 qPrintable(said[0]));
    }
    QVERIFY(cautionsFor(Act::Reject, facts, {}, std::nullopt).empty());
}

void tst_Cautions::newerRuns_areCounted()
{
    ReviewFacts facts = approval();
    facts.newerRuns.value = NewerRuns{newer(RunStatus::Waiting, "Waiting"), 3, false};
    const auto said = cautionsFor(Act::Approve, facts, {}, std::nullopt);
    QCOMPARE(said.size(), std::size_t(2));
    QVERIFY2(said[1].startsWith(QStringLiteral("3 more")), qPrintable(said[1]));
}

void tst_Cautions::unreadNewerRuns_areSaid()
{
    ReviewFacts facts = approval();
    facts.newerRuns.error = Error{};
    const auto said = cautionsFor(Act::Approve, facts, {}, std::nullopt);
    QCOMPARE(said.size(), std::size_t(1));
    QVERIFY(said[0].contains(QStringLiteral("could not be read")));
}

void tst_Cautions::over_saysNothing()
{
    ReviewFacts facts = approval();
    facts.execution.value->status = RunStatus::Success;
    facts.newerRuns.value = NewerRuns{newer(RunStatus::Waiting, "Waiting"), 0, false};
    QVERIFY(cautionsFor(Act::Approve, facts, own(), std::nullopt).empty());
}

QTEST_GUILESS_MAIN(tst_Cautions)
#include "tst_cautions.moc"
