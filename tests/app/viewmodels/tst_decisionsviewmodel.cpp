// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionsviewmodel.h"
#include "person.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace countersign;

namespace {

const QString note = QStringLiteral("agreed with the team on duty");

} // namespace

//! What an earlier run of the program left unsettled, on the real sandbox.
class tst_DecisionsViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void leftWhileSending_isTakenUpAndSettles();
    void leftWithItsIntent_wasNotSent();
    void ofAnotherProgram_isLeftToIt();
    void takenUp_once();
    void overridden_needsOneMoreWord();

private:
    //! The program ends while the decision is on its way; its run.
    ExecutionId leaveSending();
    void start(const QString &folder);
    int requests() const;

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<DecisionsViewModel> m_decisions;
};

void tst_DecisionsViewModel::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    start(m_folder->path());
}

void tst_DecisionsViewModel::cleanup()
{
    m_decisions.reset();
    m_person.reset();
    m_sandbox.reset();
}

void tst_DecisionsViewModel::start(const QString &folder)
{
    m_decisions.reset();
    m_person.reset();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, folder);
    m_decisions = std::make_unique<DecisionsViewModel>(m_person->world.services());
}

int tst_DecisionsViewModel::requests() const
{
    return static_cast<int>(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size());
}

ExecutionId tst_DecisionsViewModel::leaveSending()
{
    const ExecutionId run = m_person->startWaiting(QStringLiteral("ask-one"));
    m_sandbox->setFaults(R"([{"fault":"hang","action":"NotifyExecution","times":1}])");
    auto decision = m_person->begin(run, Act::Approve);
    if (!decision)
        return {};
    decision->setNote(note);
    decision->confirm();
    if (!QTest::qWaitFor([this] { return requests() == 1; }, 10'000))
        return {};
    decision.reset();
    start(m_folder->path());
    return run;
}

void tst_DecisionsViewModel::leftWhileSending_isTakenUpAndSettles()
{
    const ExecutionId run = leaveSending();
    QVERIFY(!run.isEmpty());
    QSignalSpy settled(m_decisions.get(), &DecisionsViewModel::settled);
    m_decisions->resume();
    QCOMPARE(m_decisions->loud().size(), std::size_t(1));
    DecisionViewModel *left = m_decisions->loud().front();
    QCOMPARE(left->decisionState(), DecisionState::Ambiguous);
    QCOMPARE(left->record().executionId, run);
    QCOMPARE(left->record().note, note);
    QVERIFY(left->flow()->progress().isResumed);
    QCOMPARE(m_decisions->entryOf(*left)->state(), DecisionState::Ambiguous);
    QVERIFY(!m_decisions->mayClose(*left));
    QVERIFY(m_decisions->close(*left, QString()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(left->flow()->progress().checks > 0, 10'000);
    QCOMPARE(left->decisionState(), DecisionState::Ambiguous);

    QVERIFY(m_person->approveElsewhere(run, QStringLiteral("decided by hand")));
    QTRY_VERIFY_WITH_TIMEOUT(
        (m_decisions->checkNow(), left->decisionState() != DecisionState::Ambiguous), 20'000);
    QCOMPARE(left->decisionState(), DecisionState::ReconciledOtherActor);
    QVERIFY(m_decisions->loud().empty());
    QCOMPARE(settled.count(), 1);
    // One of ours and the one by hand.
    QCOMPARE(requests(), 2);
}

void tst_DecisionsViewModel::leftWithItsIntent_wasNotSent()
{
    const ExecutionId run = m_person->startWaiting(QStringLiteral("ask-one"));
    const DecisionRecord record = m_person->world.recordFor(run, Act::Approve, note);
    QVERIFY(!m_person->world.journal.append(record));
    start(m_folder->path());
    m_decisions->resume();
    QVERIFY(m_decisions->loud().empty());
    QCOMPARE(m_decisions->all().size(), std::size_t(1));
    const DecisionViewModel &left = *m_decisions->all().front();
    QCOMPARE(left.decisionState(), DecisionState::NotSent);
    QVERIFY(left.outcomeText().startsWith(QStringLiteral("Not sent. Nothing happened.")));
    QCOMPARE(m_person->world.journal.entry(record.id)->state(), DecisionState::NotSent);
    QCOMPARE(requests(), 0);
}

void tst_DecisionsViewModel::ofAnotherProgram_isLeftToIt()
{
    const ExecutionId run = m_person->startWaiting(QStringLiteral("ask-one"));
    const DecisionRecord record = m_person->world.recordFor(run, Act::Approve, note);
    QVERIFY(!m_person->world.journal.append(record));
    QVERIFY(!m_person->world.journal.transition(record.id, DecisionState::IntentRecorded,
                                                DecisionState::Sending));
    Person other(m_sandbox->announcement(), 0, m_folder->path());
    DecisionsViewModel decisions(other.world.services());
    decisions.resume();
    QVERIFY(decisions.all().empty());
    QCOMPARE(m_person->world.journal.entry(record.id)->state(), DecisionState::Sending);
    // It is taken up when the first one is gone.
    m_decisions.reset();
    m_person.reset();
    other.world.journal.tryAgain();
    QCOMPARE(decisions.loud().size(), std::size_t(1));
    QCOMPARE(decisions.loud().front()->decisionState(), DecisionState::Ambiguous);
}

void tst_DecisionsViewModel::takenUp_once()
{
    QVERIFY(!leaveSending().isEmpty());
    m_decisions->resume();
    m_decisions->resume();
    QCOMPARE(m_decisions->all().size(), std::size_t(1));
}

void tst_DecisionsViewModel::overridden_needsOneMoreWord()
{
    const ExecutionId run = leaveSending();
    QVERIFY(!run.isEmpty());
    m_decisions->resume();
    const DecisionRecord old = m_decisions->loud().front()->record();
    ReviewViewModel review(std::make_unique<ReviewFlow>(m_person->world.services()),
                           m_person->files);
    review.show(m_person->foundRow(run));
    QTRY_COMPARE_WITH_TIMEOUT(review.state(), ReviewViewModel::State::Ready, 10'000);
    QVERIFY(!review.capability(Act::Approve).isEnabled);
    QVERIFY(!review.beginDecision(Act::Approve));
    DecisionStart start;
    start.isOverride = true;
    QVERIFY(!review.beginDecision(Act::Approve, start));
    start.predecessor = old.id;
    auto again = review.beginDecision(Act::Approve, start);
    QVERIFY(again);
    again->setNote(QStringLiteral("once more, nothing has moved"));
    QVERIFY(!again->canConfirm());
    QVERIFY2(again->tickText().contains(QStringLiteral("both requests may count")),
             qPrintable(again->tickText()));
    again->setTicked(true);
    QVERIFY(again->canConfirm());
    again->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(again->decisionState(), DecisionState::ReconciledApplied, 20'000);
    QCOMPARE(m_person->world.journal.entry(old.id)->overriddenBy, again->record().id);
    QCOMPARE(again->record().predecessor, old.id);
    QCOMPARE(requests(), 2);
}

QTEST_GUILESS_MAIN(tst_DecisionsViewModel)
#include "tst_decisionsviewmodel.moc"
