// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchflow.h"
#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/models/riskycallmodel.h"
#include "app/models/tasktreemodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "tests/fakes/sandboxworld.h"
#include "tests/fakes/temporaryfiles.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <vector>

using namespace countersign;

//! The way of a person: inbox, review, decision, result, on the real sandbox.
class tst_Screens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void approval_fromInboxToDone();
    void highRisk_showsCallTargetsAndDanger();
    void fewRights_canApproveAndNamesWhatIsMissing();
    void lockedProfile_rowsStayAndTroubleIsNamed();

private:
    void startSandbox(std::size_t user = 0);
    WaitRow waitForRow(InboxViewModel &inbox, const ExecutionId &id);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
    TemporaryFiles m_personal;
};

void tst_Screens::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(PROGRAMS "/countersign-sandbox")),
             "the sandbox program was not built");
}

void tst_Screens::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

void tst_Screens::startSandbox(std::size_t user)
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("remove-nodes"), testtemplates::highRisk());
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement(), user);
}

WaitRow tst_Screens::waitForRow(InboxViewModel &inbox, const ExecutionId &id)
{
    WaitRow found;
    const auto probe = [&inbox, &id, &found] {
        for (int row = 0; row < inbox.filter()->rowCount(); ++row) {
            if (inbox.filter()->waitRow(row).id.executionId == id) {
                found = inbox.filter()->waitRow(row);
                return true;
            }
        }
        return false;
    };
    if (!QTest::qWaitFor(probe, 15'000))
        qWarning("%s is not listed", qPrintable(id.text()));
    return found;
}

void tst_Screens::approval_fromInboxToDone()
{
    startSandbox();
    WatchFlow watch(m_world->services());
    InboxViewModel inbox(watch, m_personal.files);
    QCOMPARE(inbox.state(), InboxViewModel::State::Loading);
    watch.start();
    QTRY_COMPARE(inbox.state(), InboxViewModel::State::Ready);
    const ExecutionId id = m_world->startExecution(
        QStringLiteral("ask-one"),
        {{QStringLiteral("Description"), QStringLiteral("weekly <b>restart</b>")}});
    m_world->waitForStatus(id, RunStatus::Waiting);
    inbox.refresh();
    const WaitRow row = waitForRow(inbox, id);
    QCOMPARE(inbox.runCount(), 1);
    QCOMPARE(inbox.waitCount(), 1);

    ReviewViewModel review(std::make_unique<ReviewFlow>(m_world->services()), m_personal.files);
    QCOMPARE(review.state(), ReviewViewModel::State::Empty);
    review.show(row);
    QTRY_COMPARE(review.state(), ReviewViewModel::State::Ready);
    QVERIFY(review.environment().isSandbox);
    QVERIFY(review.heading().contains(QStringLiteral("askFirst")));
    QCOMPARE(review.starterQuote(), QStringLiteral("weekly <b>restart</b>"));
    QVERIFY(!review.heading().contains(QStringLiteral("restart")));
    QCOMPARE(review.consequences().size(), std::size_t(2));
    QTRY_COMPARE(review.waitingTaskLines().first, 4);
    QVERIFY(review.templateProblem().isEmpty());
    QVERIFY(review.tasks()->rowCount() >= 1);
    QVERIFY(review.capability(Act::Approve).isEnabled);
    QVERIFY(!review.capability(Act::RetryTask).isOffered);

    const auto decision = review.beginDecision(Act::Approve);
    QVERIFY(decision);
    decision->setNote(QStringLiteral("looks right, go on"));
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision->decisionState(), DecisionState::ReconciledApplied, 15'000);
    QVERIFY(decision->outcomeText().startsWith(QStringLiteral("Done: ")));
    inbox.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(inbox.waitCount(), 0, 15'000);
    review.refresh();
    QTRY_COMPARE(review.state(), ReviewViewModel::State::Gone);
    QVERIFY(!review.capability(Act::Approve).isEnabled);
    QVERIFY(!review.beginDecision(Act::Approve));
}

void tst_Screens::highRisk_showsCallTargetsAndDanger()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(
        QStringLiteral("remove-nodes"),
        {{QStringLiteral("SafetyCheck"), QStringLiteral("ConfirmEveryHighRiskAction")}});
    m_world->waitForStatus(id, RunStatus::Waiting);
    WatchFlow watch(m_world->services());
    InboxViewModel inbox(watch, m_personal.files);
    watch.start();
    ReviewViewModel review(std::make_unique<ReviewFlow>(m_world->services()), m_personal.files);
    review.show(waitForRow(inbox, id));
    QTRY_COMPARE(review.state(), ReviewViewModel::State::Ready);
    QTRY_COMPARE(review.kind(), WaitKind::HighRisk);
    QVERIFY(review.isDangerous());
    QVERIFY(review.capability(Act::Approve).isDanger);
    QVERIFY(!review.capability(Act::Reject).isDanger);
    const std::vector<QString> expected{QStringLiteral("i-bp1000000000000a01"),
                                        QStringLiteral("i-bp1000000000000a02")};
    QCOMPARE(review.targets(), expected);
    QVERIFY(review.consequences()[0].contains(QStringLiteral("ECS DeleteInstances on 2 target")));
    QTRY_VERIFY(review.riskyCalls()->rowCount() >= 1);
    const auto decision = review.beginDecision(Act::Approve);
    QVERIFY(decision->isDanger());
    QCOMPARE(decision->targets(), expected);
}

void tst_Screens::fewRights_canApproveAndNamesWhatIsMissing()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    SandboxWorld few(m_sandbox->announcement(), m_sandbox->announcement().users.size() - 1);
    WatchFlow watch(few.services());
    InboxViewModel inbox(watch, m_personal.files);
    watch.start();
    ReviewViewModel review(std::make_unique<ReviewFlow>(few.services()), m_personal.files);
    review.show(waitForRow(inbox, id));
    QTRY_COMPARE(review.state(), ReviewViewModel::State::Ready);
    QTRY_VERIFY(!review.isReading());
    QString missing;
    for (const QString &sentence : review.notRead())
        missing += sentence;
    QVERIFY(missing.contains(QStringLiteral("oos:ListExecutionRiskyTasks")));
    QVERIFY(missing.contains(QStringLiteral("oos:ListExecutionLogs")));
    const auto decision = review.beginDecision(Act::Approve);
    QVERIFY(decision);
    decision->setNote(QStringLiteral("approved with four rights"));
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision->decisionState(), DecisionState::ReconciledApplied, 15'000);
}

void tst_Screens::lockedProfile_rowsStayAndTroubleIsNamed()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    WatchFlow watch(m_world->services());
    InboxViewModel inbox(watch, m_personal.files);
    watch.start();
    waitForRow(inbox, id);
    QTRY_VERIFY(watch.isAllRead());
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    inbox.refresh();
    QTRY_VERIFY(!inbox.troubles().empty());
    QCOMPARE(inbox.waitCount(), 1);
    QTRY_VERIFY(inbox.countText().contains(QStringLiteral("not read since")));
}

QTEST_GUILESS_MAIN(tst_Screens)
#include "tst_screens.moc"
