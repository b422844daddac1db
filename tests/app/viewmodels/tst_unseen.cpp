// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

//! Deciding without having seen everything (security.md D10): each read fails in turn.
class tst_Unseen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachRead_failing_data();
    void eachRead_failing();
    void stillReading_opensNoPath();
    void withoutTheTemplate_isRecordedAsSuch();
    void missingTemplate_isNamedWhereItWouldStand();
    void readAgain_opensApprove();

private:
    void show(const ExecutionId &id);
    void fail(const char *action, const char *fault = "garbage");

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ReviewViewModel> m_review;
};

void tst_Unseen::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_folder = std::make_unique<QTemporaryDir>();
    m_person = std::make_unique<Person>(m_sandbox->announcement(), 0, m_folder->path());
}

void tst_Unseen::cleanup()
{
    m_review.reset();
    m_person.reset();
    m_sandbox.reset();
}

void tst_Unseen::show(const ExecutionId &id)
{
    m_review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_person->world.services()), m_person->files);
    m_review->show(m_person->foundRow(id));
}

void tst_Unseen::fail(const char *action, const char *fault)
{
    m_sandbox->setFaults(QByteArray("[{\"fault\":\"") + fault + "\",\"ms\":60000,\"action\":\"" +
                         action + "\"}]");
}

void tst_Unseen::eachRead_failing_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<bool>("isClosed");   //!< Approve
    QTest::addColumn<bool>("hasOwnPath"); //!< without having seen it
    QTest::addColumn<bool>("isRejectClosed");
    QTest::newRow("run") << QByteArray("ListExecutions") << true << false << true;
    QTest::newRow("row") << QByteArray("ListTaskExecutions") << true << false << true;
    QTest::newRow("template") << QByteArray("GetExecutionTemplate") << true << true << false;
    QTest::newRow("risky calls") << QByteArray("ListExecutionRiskyTasks") << false << false
                                 << false;
    QTest::newRow("log") << QByteArray("ListExecutionLogs") << false << false << false;
}

void tst_Unseen::eachRead_failing()
{
    QFETCH(QByteArray, action);
    QFETCH(bool, isClosed);
    QFETCH(bool, hasOwnPath);
    QFETCH(bool, isRejectClosed);
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    fail(action.constData());
    ReviewViewModel review(std::make_unique<ReviewFlow>(m_person->world.services()),
                           m_person->files);
    WaitRow row = m_person->foundRow(id);
    row.kind = WaitKind::Approval;
    review.show(row);
    QTRY_VERIFY(!review.isReading());
    QVERIFY(!review.notRead().empty());
    const Capability approve = review.capability(Act::Approve);
    QVERIFY(approve.isOffered);
    QCOMPARE(approve.isEnabled, !isClosed);
    QCOMPARE(approve.isPossibleUnseen, hasOwnPath);
    QCOMPARE(review.capability(Act::Reject).isEnabled, !isRejectClosed);
    QVERIFY(!isClosed || approve.reason.contains(QStringLiteral("could not be read")));
    QCOMPARE(review.beginDecision(Act::Approve) != nullptr, !isClosed);
    DecisionStart unseen;
    unseen.mayBeUnseen = true;
    QCOMPARE(review.beginDecision(Act::Approve, unseen) != nullptr, !isClosed || hasOwnPath);
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

//! What is on its way is waited for.
void tst_Unseen::stillReading_opensNoPath()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    fail("GetExecutionTemplate", "delay");
    show(id);
    QTRY_VERIFY(m_review->capability(Act::Reject).isEnabled);
    const Capability approve = m_review->capability(Act::Approve);
    QVERIFY(!approve.isEnabled && !approve.isPossibleUnseen);
    QVERIFY(approve.reason.contains(QStringLiteral("still")));
    DecisionStart unseen;
    unseen.mayBeUnseen = true;
    QVERIFY(!m_review->beginDecision(Act::Approve, unseen));
}

void tst_Unseen::withoutTheTemplate_isRecordedAsSuch()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    fail("GetExecutionTemplate");
    show(id);
    QTRY_VERIFY(m_review->capability(Act::Approve).isPossibleUnseen);
    DecisionStart unseen;
    unseen.mayBeUnseen = true;
    const auto decision = m_review->beginDecision(Act::Approve, unseen);
    QVERIFY(decision != nullptr);
    QCOMPARE(decision->tickTexts().size(), 1);
    QVERIFY(!decision->canConfirm());
    decision->setTicked(true);
    QVERIFY(!decision->canConfirm());
    decision->setTyped(QStringLiteral("something"));
    QVERIFY(!decision->canConfirm());
    decision->confirm();
    QCOMPARE(decision->stage(), DecisionViewModel::Stage::Composing);
    decision->setTyped(decision->record().where.profileAlias);
    QVERIFY(decision->canConfirm());
    decision->confirm();
    m_person->world.waitForStatus(id, RunStatus::Success);
    QCOMPARE(m_sandbox->receipts(QStringLiteral("NotifyExecution")).size(), std::size_t(1));
    const auto entries = m_person->world.services().journal.entries();
    QCOMPARE(entries.size(), std::size_t(1));
    const std::vector<QString> &notRead = entries.front().record.notRead;
    QVERIFY(std::find(notRead.begin(), notRead.end(), QStringLiteral("GetExecutionTemplate")) !=
            notRead.end());
    QCOMPARE(entries.front().record.drawnSha256.size(), 64);
}

void tst_Unseen::missingTemplate_isNamedWhereItWouldStand()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    fail("GetExecutionTemplate");
    show(id);
    QTRY_VERIFY(m_review->capability(Act::Approve).isPossibleUnseen);
    const auto isNamed = [](const std::vector<LabelledFact> &facts) {
        return std::any_of(facts.begin(), facts.end(), [](const LabelledFact &fact) {
            return fact.label == QStringLiteral("Template") &&
                   fact.value.contains(QStringLiteral("could not be read"));
        });
    };
    QVERIFY(isNamed(m_review->facts()));
    DecisionStart unseen;
    unseen.mayBeUnseen = true;
    QVERIFY(isNamed(m_review->beginDecision(Act::Approve, unseen)->facts()));
    QVERIFY(isNamed(m_review->beginDecision(Act::Reject)->facts()));
    QVERIFY(m_review->beginDecision(Act::Reject)->tickTexts().isEmpty());
}

void tst_Unseen::readAgain_opensApprove()
{
    const ExecutionId id = m_person->startWaiting(QStringLiteral("ask"));
    fail("GetExecutionTemplate");
    show(id);
    QTRY_VERIFY(m_review->capability(Act::Approve).isPossibleUnseen);
    m_sandbox->setFaults("[]");
    m_review->refresh();
    QTRY_VERIFY(m_review->capability(Act::Approve).isEnabled);
    QVERIFY(!m_review->capability(Act::Approve).isPossibleUnseen);
    const auto decision = m_review->beginDecision(Act::Approve);
    QVERIFY(decision->tickTexts().isEmpty() && decision->typedQuestion().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Unseen)
#include "tst_unseen.moc"
