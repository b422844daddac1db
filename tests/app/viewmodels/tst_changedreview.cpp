// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decisionfacts.h"
#include "app/flows/decideflow.h"
#include "person.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

QString text(const FactChange &change)
{
    return QStringLiteral("%1 | %2 | %3").arg(change.label, change.before, change.after);
}

QString said(const DecisionViewModel &decision)
{
    return QString(decision.outcomeText() + QLatin1Char('\n') + decision.outcomeDetail());
}

const QString myNote = QStringLiteral("agreed with the web team on Monday");

} // namespace

//! What is told when the second read differs, at the real sandbox.
class tst_ChangedReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void decidedByAnother_isSaidAndTheNoteIsKept();
    void decidedByAnother_whileOpen_isSaid();
    void decidedFromAnotherWindow_isNotSomeoneElse();
    void earlierDecisionNotSettled_stopsTheSecond();
    void anotherUsersKey_isSaidAndANewReviewIsDue();
    void factsBesideEachOther();
    void progress_isOneLineAndTheSendGoesOn();

private:
    bool settle(DecisionViewModel &decision) const;
    std::size_t sentCount() const
    {
        return m_sandbox->receipts(QStringLiteral("NotifyExecution")).size();
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_annasFolder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<Person> m_anna;
};

void tst_ChangedReview::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    m_sandbox->addTemplate(QStringLiteral("ask-two"), testtemplates::approval(2));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_annasFolder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_anna = std::make_unique<Person>(m_sandbox->announcement(), 1, m_annasFolder->path());
}

void tst_ChangedReview::cleanup()
{
    m_anna.reset();
    m_person.reset();
    m_sandbox.reset();
}

bool tst_ChangedReview::settle(DecisionViewModel &decision) const
{
    return QTest::qWaitFor([&] { return decision.stage() == DecisionViewModel::Stage::Settled; },
                           15'000);
}

void tst_ChangedReview::decidedByAnother_isSaidAndTheNoteIsKept()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    const auto decision = m_person->begin(id, Act::Approve);
    QVERIFY(decision);
    decision->setNote(myNote);
    QCOMPARE(decision->noteToCopy(), QString());
    QVERIFY(m_anna->approveElsewhere(id, QStringLiteral("fine <b>by</b> me")));
    m_person->world.waitForStatus(id, RunStatus::Success);
    decision->confirm();
    QVERIFY(settle(*decision));
    QCOMPARE(decision->decisionState(), DecisionState::Changed);
    QCOMPARE(decision->outcomeText(),
             QStringLiteral("Nothing was sent. It changed while you were reading."));
    QVERIFY2(decision->outcomeDetail().startsWith(QStringLiteral(
                 "Decided by someone else: task “askFirst” is now Success, the run is Success.\n"
                 "The note at the task: “fine <b>by</b> me”")),
             qPrintable(decision->outcomeDetail()));
    QVERIFY(decision->isNewReviewDue());
    QVERIFY(!decision->changes().empty());
    QCOMPARE(text(decision->changes().front()),
             QStringLiteral("State of task “askFirst” | Waiting | Success"));
    QCOMPARE(decision->noteToCopy(), myNote);
    WaitRowId wait = m_person->foundRow(id).id;
    wait.taskExecutionId = decision->record().taskExecutionId;
    QCOMPARE(m_person->files.drafts.note(wait), myNote);
    QCOMPARE(sentCount(), std::size_t(1)); // the other's
}

void tst_ChangedReview::decidedByAnother_whileOpen_isSaid()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    ReviewViewModel review(std::make_unique<ReviewFlow>(m_person->world.services()),
                           m_person->files);
    review.show(m_person->foundRow(id));
    QTRY_COMPARE_WITH_TIMEOUT(review.state(), ReviewViewModel::State::Ready, 10'000);
    const auto decision = review.beginDecision(Act::Reject);
    QVERIFY(decision);
    const TaskExecutionId task = decision->record().taskExecutionId;
    QCOMPARE(review.takenText(task), QString());
    QVERIFY(m_anna->approveElsewhere(id));
    m_person->world.waitForStatus(id, RunStatus::Success);
    review.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(review.state(), ReviewViewModel::State::Gone, 10'000);
    QTRY_COMPARE(review.takenText(task),
                 QStringLiteral("Decided by someone else: task “askFirst” is now Success, the run "
                                "is Success."));
    decision->setNote(myNote);
    decision->setOverText(review.takenText(task));
    QVERIFY(!decision->canConfirm());
    QVERIFY(decision->obstacleText().startsWith(
        QStringLiteral("Nothing was sent, and nothing can be any more. Decided by someone")));
    QCOMPARE(decision->noteToCopy(), myNote);
    decision->confirm();
    QCOMPARE(sentCount(), std::size_t(1));
}

void tst_ChangedReview::decidedFromAnotherWindow_isNotSomeoneElse()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    const auto first = m_person->begin(id, Act::Approve);
    const auto second = m_person->begin(id, Act::Approve);
    QVERIFY(first && second);
    first->setNote(myNote);
    first->confirm();
    QVERIFY(settle(*first));
    QCOMPARE(first->decisionState(), DecisionState::ReconciledApplied);
    second->confirm();
    QVERIFY(settle(*second));
    QCOMPARE(second->decisionState(), DecisionState::Changed);
    QVERIFY2(second->outcomeDetail().startsWith(
                 QStringLiteral("Decided from this computer, by Approve at ")),
             qPrintable(second->outcomeDetail()));
    QVERIFY(!said(*second).contains(QStringLiteral("someone else")));
    QCOMPARE(sentCount(), std::size_t(1));
}

void tst_ChangedReview::earlierDecisionNotSettled_stopsTheSecond()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    const auto first = m_person->begin(id, Act::Approve);
    const auto second = m_person->begin(id, Act::Reject);
    QVERIFY(first && second);
    m_sandbox->setFaults(R"([{"fault":"hang","action":"NotifyExecution"}])");
    first->confirm();
    QTRY_VERIFY_WITH_TIMEOUT(first->decisionState() == DecisionState::Sending ||
                                 first->decisionState() == DecisionState::Sent,
                             10'000);
    second->setNote(myNote);
    second->confirm();
    QVERIFY(settle(*second));
    QCOMPARE(second->decisionState(), DecisionState::NotSent);
    QCOMPARE(second->outcomeText(),
             QStringLiteral("Not sent. Nothing happened. An earlier decision about the same wait "
                            "is not settled yet."));
    QCOMPARE(second->noteToCopy(), myNote);
    QCOMPARE(sentCount(), std::size_t(1));
}

//! The key of a colleague comes while the dialog is open.
void tst_ChangedReview::anotherUsersKey_isSaidAndANewReviewIsDue()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    SandboxWorld &world = m_person->world;
    const ProfileId profile = world.place().profile;
    m_person->watch.start();
    QTRY_VERIFY(world.profiles.identity(profile));
    const auto decision = m_person->begin(id, Act::Approve);
    QVERIFY(decision);
    QCOMPARE(decision->record().where.actor, sandboxUser(0));
    decision->setNote(myNote);
    world.profiles.setCredentials(profile, m_sandbox->announcement().users.at(1).credentials);
    decision->confirm();
    QVERIFY(settle(*decision));
    QCOMPARE(decision->outcomeText(),
             QStringLiteral("Not sent. Nothing happened. The review said that you act as user "
                            "li.wei, but the credentials are those of user anna.k by now."));
    QVERIFY(decision->outcomeDetail().contains(QStringLiteral("Your note is kept.")));
    QVERIFY(decision->isNewReviewDue());
    QVERIFY(decision->changes().empty());
    QVERIFY(!decision->areKeysWanted());
    QCOMPARE(decision->noteToCopy(), myNote);
    QCOMPARE(sentCount(), std::size_t(0));

    const auto anew = m_person->begin(id, Act::Approve);
    QVERIFY(anew);
    QVERIFY(!anew->isNewReviewDue());
    QCOMPARE(anew->record().where.actor, sandboxUser(1));
    QCOMPARE(anew->note(), myNote);
    anew->confirm();
    QVERIFY(settle(*anew));
    QCOMPARE(anew->decisionState(), DecisionState::ReconciledApplied);
    const auto sent = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    QCOMPARE(sent.size(), std::size_t(1));
    QCOMPARE(sent.front().value(QLatin1String("user")).toString(), sandboxUser(1));
}

// The run as it is stands against what a person might have read of it before.
void tst_ChangedReview::factsBesideEachOther()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-one"));
    SandboxWorld &world = m_person->world;
    DecisionBasis basis;
    basis.requiredApprovals = 1;
    basis.execution = world.waitForStatus(id, RunStatus::Waiting);
    basis.rows = world.rowsOf(id);
    basis.execution->templateVersion = QStringLiteral("v0");
    basis.execution->parameters =
        EmbeddedJson::from(*Json::parse(R"({"count":3,"apiToken":"old"})").json);
    DecisionRecord record = world.recordFor(id, Act::Approve, {});
    record.fingerprint = fingerprintFor(record, *basis.execution, *basis.rows, std::nullopt);
    DecisionViewModel decision(record, std::make_unique<DecideFlow>(world.services(), basis));
    decision.confirm();
    QVERIFY(settle(decision));
    QCOMPARE(decision.decisionState(), DecisionState::Changed);
    QStringList lines;
    for (const FactChange &change : decision.changes())
        lines += text(change);
    QCOMPARE(lines, QStringList({QStringLiteral("Template version | v0 | v1"),
                                 QStringLiteral("Parameter “count” | 3 | (none)"),
                                 QStringLiteral("Parameter “apiToken” | (hidden) | (none)")}));
    QCOMPARE(decision.outcomeDetail(), QString());
    QCOMPARE(sentCount(), std::size_t(0));
}

void tst_ChangedReview::progress_isOneLineAndTheSendGoesOn()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask-two"));
    const auto decision = m_person->begin(id, Act::Approve);
    QVERIFY(decision);
    QVERIFY(m_anna->approveElsewhere(id, QStringLiteral("the first of two")));
    decision->setNote(myNote);
    decision->confirm();
    QVERIFY(settle(*decision));
    QCOMPARE(decision->decisionState(), DecisionState::ReconciledApplied);
    QVERIFY2(decision->outcomeDetail().contains(QStringLiteral(
                 "Something was noted at the task since you read it; this decision does not rest "
                 "on it.")),
             qPrintable(decision->outcomeDetail()));
    QVERIFY(decision->changes().empty());
    QCOMPARE(decision->noteToCopy(), QString());
    QCOMPARE(sentCount(), std::size_t(2));
}

QTEST_GUILESS_MAIN(tst_ChangedReview)
#include "tst_changedreview.moc"
