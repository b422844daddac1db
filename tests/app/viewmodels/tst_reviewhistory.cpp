// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionhistory.h"
#include "person.h"

#include <QTemporaryDir>

using namespace countersign;

namespace {

QStringList listed(ReviewViewModel &review, DecisionsTable::Column column)
{
    QStringList texts;
    DecisionsTable *table = review.history()->decisions();
    for (int row = 0; row < table->rowCount(); ++row)
        texts += table->index(row, column).data().toString();
    return texts;
}

} // namespace

//! The history beside a review, on a sandbox that two people use.
class tst_ReviewHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ownDecision_isFollowedToItsEnd();
    void decisionOfSomebodyElse_isFoundByItsNote();
    void anotherRun_hasAHistoryOfItsOwn();

private:
    std::unique_ptr<ReviewViewModel> reviewOf(const ExecutionId &run);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_otherFolder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<Person> m_other;
};

void tst_ReviewHistory::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-two"), testtemplates::approval(2));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_otherFolder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
    m_other = std::make_unique<Person>(m_sandbox->announcement(), 1, m_otherFolder->path());
}

void tst_ReviewHistory::cleanup()
{
    m_person.reset();
    m_other.reset();
    m_sandbox.reset();
}

std::unique_ptr<ReviewViewModel> tst_ReviewHistory::reviewOf(const ExecutionId &run)
{
    auto review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    review->show(m_person->foundRow(run));
    const bool isReady = QTest::qWaitFor(
        [&review] { return review->state() == ReviewViewModel::State::Ready; }, 10'000);
    return isReady ? std::move(review) : nullptr;
}

void tst_ReviewHistory::ownDecision_isFollowedToItsEnd()
{
    const ExecutionId run = m_person->startWaiting(QStringLiteral("ask-one"));
    // Whose key it is, is read with the list.
    m_person->watch.start();
    const Place place = m_person->world.place();
    QTRY_VERIFY_WITH_TIMEOUT(m_person->world.profiles.identity(place.profile), 10'000);
    const auto review = reviewOf(run);
    QVERIFY(review);
    QCOMPARE(review->history()->decisions()->rowCount(), 0);
    QVERIFY(!review->history()->emptyText().isEmpty());
    const auto decision = review->beginDecision(Act::Approve);
    QVERIFY(decision);
    decision->setNote(QStringLiteral("looks right, go on"));
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(review->history()->decisions()->rowCount(), 1, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(decision->decisionState(), DecisionState::ReconciledApplied, 15'000);
    const DecisionsTable *table = review->history()->decisions();
    QTRY_COMPARE(standingOf(table->rowAt(0)), DecisionStanding::Done);
    // The service shows the note by now, and it is this decision's, not one of somebody else.
    review->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!review->isReading(), 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(review->state(), ReviewViewModel::State::Gone, 15'000);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(listed(*review, DecisionsTable::ActColumn), QStringList{QStringLiteral("Approve")});
    QCOMPARE(listed(*review, DecisionsTable::ActorColumn),
             QStringList{QString(QStringLiteral("user ") + sandboxUser(0))});
    QVERIFY(table->rowAt(0).note.startsWith(QStringLiteral("looks right, go on")));
    QCOMPARE(table->rowAt(0).executionId, run);
    const QString life = review->history()->lifeOf(table->rowAt(0).key);
    const auto sent = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    QCOMPARE(sent.size(), std::size_t(1));
    // What the service was sent and what it answered, as the service tells it.
    QVERIFY(life.contains(sent.front().value(QLatin1String("nonce")).toString()));
    QVERIFY(life.contains(sent.front().value(QLatin1String("requestId")).toString()));
    QVERIFY(life.contains(QStringLiteral("HTTP status: 200")));
    const QString keyId = m_sandbox->announcement().users.front().credentials->accessKeyId;
    QVERIFY(life.contains(keyId.right(4)));
    QVERIFY(!life.contains(keyId));
}

void tst_ReviewHistory::decisionOfSomebodyElse_isFoundByItsNote()
{
    const ExecutionId run = m_person->startWaiting(QStringLiteral("ask-two"));
    QVERIFY(m_other->approveElsewhere(run, QStringLiteral("fine by me")));
    const auto review = reviewOf(run);
    QVERIFY(review);
    QTRY_COMPARE(listed(*review, DecisionsTable::NoteColumn),
                 QStringList{QStringLiteral("fine by me")});
    QCOMPARE(listed(*review, DecisionsTable::StateColumn),
             QStringList{QStringLiteral("Found at the service, written by somebody")});
    const DecisionRow &found = review->history()->decisions()->rowAt(0);
    QVERIFY(found.at.isValid());
    QVERIFY(review->history()->lifeOf(found.key).contains(QStringLiteral("fine by me")));
    QVERIFY(m_person->world.journal.entries().empty());
}

void tst_ReviewHistory::anotherRun_hasAHistoryOfItsOwn()
{
    const ExecutionId first = m_person->startWaiting(QStringLiteral("ask-two"));
    const ExecutionId second = m_person->startWaiting(QStringLiteral("ask-two"));
    QVERIFY(m_other->approveElsewhere(first, QStringLiteral("fine by me")));
    const auto review = reviewOf(first);
    QVERIFY(review);
    QTRY_COMPARE(review->history()->decisions()->rowCount(), 1);
    review->show(m_person->foundRow(second));
    QTRY_COMPARE_WITH_TIMEOUT(review->state(), ReviewViewModel::State::Ready, 10'000);
    QCOMPARE(review->history()->decisions()->rowCount(), 0);
    review->show(std::nullopt);
    QTRY_COMPARE(review->state(), ReviewViewModel::State::Empty);
    QCOMPARE(review->history()->decisions()->rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_ReviewHistory)
#include "tst_reviewhistory.moc"
