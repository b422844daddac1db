// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/followflow.h"
#include "app/models/followedmodel.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "person.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

constexpr FollowTimes quick{std::chrono::milliseconds(50), std::chrono::milliseconds(50)};

//! A person and what hangs on their decisions.
struct Desk
{
    Desk(const SandboxAnnouncement &announcement, const QString &folder)
        : person(announcement, 0, folder)
        , flow(person.world.services(), quick)
        , follow(flow, decisions, person.files)
        , ended(&follow, &FollowViewModel::ended)
    {
    }

    //! Decides, hands the decision over and waits until the service has it.
    DecisionViewModel *decide(const ExecutionId &id, Act act)
    {
        auto begun = person.begin(id, act);
        if (!begun)
            return nullptr;
        begun->setNote(QStringLiteral("decided by hand, number %1").arg(decisions.all().size()));
        begun->confirm();
        DecisionViewModel *decision = begun.get();
        decisions.adopt(std::move(begun));
        const auto hasArrived = [decision] {
            return decision->decisionState() == DecisionState::Accepted ||
                   decision->decisionState() == DecisionState::ReconciledApplied;
        };
        return QTest::qWaitFor(hasArrived, 10'000) ? decision : nullptr;
    }

    Person person;
    FollowFlow flow;
    DecisionsViewModel decisions;
    FollowViewModel follow;
    QSignalSpy ended;
};

} // namespace

//! "Decided by me", from the decision to the end of its run.
class tst_FollowViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void accepted_isFollowedToItsEnd();
    void notSent_isNotFollowed();
    void goesOn_staysWhateverIsDismissed();
    void dismissed_staysAway();
    void restart_keepsItAndTellsNoEndTwice();
    void decidedAgain_showsTheLastDecision();
    void throughTwoProfiles_countsOnce();

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
};

void tst_FollowViewModel::init()
{
    qRegisterMetaType<DecisionViewModel *>("countersign::DecisionViewModel*");
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("ask-two"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("two-gates"), testtemplates::twoGates());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<Desk>(m_sandbox->announcement(), m_folder->path());
}

void tst_FollowViewModel::cleanup()
{
    m_desk.reset();
    m_sandbox.reset();
}

void tst_FollowViewModel::accepted_isFollowedToItsEnd()
{
    FollowViewModel &follow = m_desk->follow;
    QCOMPARE(follow.countText(), QString());
    const ExecutionId id = m_desk->person.startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_desk->decide(id, Act::Approve));
    QCOMPARE(follow.model()->rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->ended.count(), 1, 10'000);
    const auto run = m_desk->ended[0][0].value<FollowedRun>();
    QCOMPARE(run.executionId, id);
    QCOMPARE(run.place, m_desk->person.world.place());
    QCOMPARE(run.status, RunStatus::Success);
    QCOMPARE(run.act, Act::Approve);
    QCOMPARE(run.taskName, QStringLiteral("askFirst"));
    QCOMPARE(follow.openCount(), 0);
    QCOMPARE(follow.countText(), QStringLiteral("0 run(s) going on, 1 ended"));
    follow.refresh();
    QVERIFY(!QTest::qWaitFor([this] { return m_desk->ended.count() > 1; }, 300));
    QCOMPARE(follow.model()->rowCount(), 1);
}

void tst_FollowViewModel::notSent_isNotFollowed()
{
    const ExecutionId id = m_desk->person.startWaiting(QStringLiteral("ask-one"));
    auto begun = m_desk->person.begin(id, Act::Approve);
    QVERIFY(begun);
    const ProfileId profile = m_desk->person.world.place().profile;
    m_desk->person.world.profiles.setCredentials(profile, nullptr);
    begun->confirm();
    DecisionViewModel *decision = begun.get();
    m_desk->decisions.adopt(std::move(begun));
    QTRY_COMPARE(decision->decisionState(), DecisionState::NotSent);
    QCOMPARE(m_desk->follow.model()->rowCount(), 0);
}

void tst_FollowViewModel::goesOn_staysWhateverIsDismissed()
{
    FollowViewModel &follow = m_desk->follow;
    const ExecutionId id = m_desk->person.startWaiting(QStringLiteral("ask-two"));
    QVERIFY(m_desk->decide(id, Act::Approve));
    QTRY_VERIFY(follow.model()->runAt(0).readAt.isValid());
    QCOMPARE(follow.openCount(), 1);
    QCOMPARE(follow.countText(), QStringLiteral("1 run(s) going on, 0 ended"));
    follow.dismiss(0);
    follow.dismiss(-1);
    follow.dismiss(7);
    follow.dismissEnded();
    QCOMPARE(follow.model()->rowCount(), 1);
    QCOMPARE(m_desk->ended.count(), 0);
}

void tst_FollowViewModel::dismissed_staysAway()
{
    FollowViewModel &follow = m_desk->follow;
    const ExecutionId first = m_desk->person.startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_desk->decide(first, Act::Approve));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->ended.count(), 1, 10'000);
    follow.dismiss(0);
    QCOMPARE(follow.model()->rowCount(), 0);
    // The next decision brings its own run, and not the first one's once more.
    const ExecutionId second = m_desk->person.startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_desk->decide(second, Act::Reject));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->ended.count(), 2, 10'000);
    QCOMPARE(follow.model()->rowCount(), 1);
    QCOMPARE(follow.model()->runAt(0).executionId, second);
    follow.dismissEnded();
    QCOMPARE(follow.model()->rowCount(), 0);
}

void tst_FollowViewModel::restart_keepsItAndTellsNoEndTwice()
{
    const ExecutionId over = m_desk->person.startWaiting(QStringLiteral("ask-one"));
    QVERIFY(m_desk->decide(over, Act::Approve));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->ended.count(), 1, 10'000);
    const ExecutionId open = m_desk->person.startWaiting(QStringLiteral("ask-two"));
    QVERIFY(m_desk->decide(open, Act::Approve));
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_sandbox->announcement(), m_folder->path());
    QCOMPARE(m_desk->follow.model()->rowCount(), 2);
    QCOMPARE(m_desk->follow.openCount(), 1);
    // What goes on is looked after from here on, and its end is told.
    QVERIFY(m_desk->person.world.call(QStringLiteral("CancelExecution"),
                                      {{QStringLiteral("ExecutionId"), open.text()}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->ended.count(), 1, 10'000);
    QCOMPARE(m_desk->ended[0][0].value<FollowedRun>().executionId, open);
    QVERIFY(!QTest::qWaitFor([this] { return m_desk->ended.count() > 1; }, 300));
}

void tst_FollowViewModel::decidedAgain_showsTheLastDecision()
{
    FollowViewModel &follow = m_desk->follow;
    const ExecutionId id = m_desk->person.startWaiting(QStringLiteral("two-gates"));
    QVERIFY(m_desk->decide(id, Act::Approve));
    m_desk->person.world.waitFor(id, [](const Execution &run) {
        return !run.currentTasks.empty() &&
               run.currentTasks.front().name == QLatin1String("secondGate");
    });
    m_desk->person.world.waitForStatus(id, RunStatus::Waiting);
    const DecisionViewModel *second = m_desk->decide(id, Act::Reject);
    QVERIFY(second);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->ended.count(), 1, 10'000);
    QCOMPARE(follow.model()->rowCount(), 1);
    QCOMPARE(follow.model()->runAt(0).taskName, QStringLiteral("secondGate"));
    QCOMPARE(follow.model()->runAt(0).act, Act::Reject);
    QCOMPARE(follow.model()->runAt(0).decidedAt, second->record().frozenAt);
}

void tst_FollowViewModel::throughTwoProfiles_countsOnce()
{
    FollowViewModel &follow = m_desk->follow;
    FollowedRun run;
    run.executionId = ExecutionId(QStringLiteral("exec-1"));
    run.decidedAt = m_desk->person.clock.now();
    for (const char *profile : {"one", "two"}) {
        run.place = {ProfileId(QString::fromLatin1(profile)), RegionId(QStringLiteral("r"))};
        m_desk->person.files.followed.keep(run);
    }
    QCOMPARE(follow.model()->rowCount(), 1);
    QCOMPARE(follow.countText(), QStringLiteral("1 run(s) going on, 0 ended"));
    run.status = RunStatus::Success;
    run.statusText = QStringLiteral("Success");
    for (const char *profile : {"one", "two"}) {
        run.place.profile = ProfileId(QString::fromLatin1(profile));
        m_desk->person.files.followed.keep(run);
    }
    QCOMPARE(follow.countText(), QStringLiteral("0 run(s) going on, 1 ended"));
    follow.dismiss(0);
    QCOMPARE(follow.model()->rowCount(), 0);
    QVERIFY(m_desk->person.files.followed.runs().empty());
}

QTEST_GUILESS_MAIN(tst_FollowViewModel)
#include "tst_followviewmodel.moc"
