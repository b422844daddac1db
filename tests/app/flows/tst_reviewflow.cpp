// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/reviewflow.h"
#include "tests/fakes/sandboxworld.h"

#include <QFile>
#include <QTest>

#include <chrono>
#include <memory>

using namespace countersign;

class tst_ReviewFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void show_waitingApproval_readsEverything();
    void show_fewRights_namesWhatIsMissing();
    void otherEndpoint_isReadThere();
    void show_slowLog_delaysNothing();
    void earlierRun_isReadWhenTheRestIsThere();
    void earlierRun_withoutTheRight_isAnErrorOfItsOwn();
    void readChild_readsItsRows();
    void refresh_whileFailing_keepsWhatWasRead();
    void show_unknownExecution_isMissing();
    void show_another_forgetsTheFirst();
    void hostileReply_isAnErrorAndOldFactsStay();

private:
    void startSandbox(std::size_t user = 0);
    WaitRow rowOf(const ExecutionId &id) const;

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_ReviewFlow::initTestCase()
{
    QVERIFY2(QFile::exists(QStringLiteral(PROGRAMS "/countersign-sandbox")),
             "the sandbox program was not built");
}

void tst_ReviewFlow::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

void tst_ReviewFlow::startSandbox(std::size_t user)
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement(), user);
}

WaitRow tst_ReviewFlow::rowOf(const ExecutionId &id) const
{
    WaitRow row;
    row.id = {m_world->place(), id, {}};
    row.kind = WaitKind::Approval;
    row.templateName = QStringLiteral("ask-one");
    return row;
}

void tst_ReviewFlow::show_waitingApproval_readsEverything()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(id));
    QVERIFY(flow.isReading());
    QTRY_VERIFY(!flow.isReading());
    const ReviewFacts &facts = *flow.facts();
    QCOMPARE(facts.execution.value->status, RunStatus::Waiting);
    QVERIFY(!facts.execution.requestId.isEmpty());
    QVERIFY(facts.execution.at.isValid());
    QVERIFY(facts.boundRow());
    QCOMPARE(facts.boundRow()->taskName, QStringLiteral("askFirst"));
    QVERIFY(facts.templateText.value->content.contains(QStringLiteral("askFirst")));
    QTRY_VERIFY(facts.outline.has_value());
    QCOMPARE(facts.outline->tasks.size(), std::size_t(2));
    QVERIFY(facts.riskyTasks.value.has_value());
    QVERIFY(!facts.log.value->lines.empty());
    QCOMPARE(facts.waits().size(), std::size_t(1));
    QCOMPARE(facts.waits()[0].kind, WaitKind::Approval);
    QVERIFY(std::chrono::abs(facts.clockSkew.value()) < std::chrono::seconds(5));
}

void tst_ReviewFlow::show_fewRights_namesWhatIsMissing()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    SandboxWorld few(m_sandbox->announcement(), m_sandbox->announcement().users.size() - 1);
    ReviewFlow flow(few.services());
    flow.show(rowOf(id));
    QTRY_VERIFY(!flow.isReading());
    const ReviewFacts &facts = *flow.facts();
    QVERIFY(facts.execution.value);
    QVERIFY(facts.tasks.value);
    QVERIFY(facts.templateText.value);
    QCOMPARE(facts.riskyTasks.error->kind, Error::Kind::Forbidden);
    QCOMPARE(facts.log.error->kind, Error::Kind::Forbidden);
    QVERIFY(!facts.log.error->requestId.isEmpty());
}

//! What one service has told is not shown under the name of another, and the former one is asked
//! nothing more.
void tst_ReviewFlow::otherEndpoint_isReadThere()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(id));
    QTRY_VERIFY(!flow.isReading());
    const std::size_t asked = m_sandbox->receipts().size();
    Profile profile = *m_world->profiles.profile(m_world->place().profile);
    const QUrl former = profile.endpoint;
    profile.alias = QStringLiteral("another name");
    m_world->profiles.setProfile(profile);
    QVERIFY(flow.facts()->execution.value && !flow.isReading());
    profile.endpoint = QUrl(QStringLiteral("http://127.0.0.1:1"));
    m_world->profiles.setProfile(profile);
    QVERIFY(!flow.facts()->execution.value && !flow.facts()->tasks.value);
    QTRY_VERIFY_WITH_TIMEOUT(flow.facts()->execution.error.has_value(), 20'000);
    flow.readStates();
    QTest::qWait(100);
    QCOMPARE(m_sandbox->receipts().size(), asked);
    profile.endpoint = former;
    m_world->profiles.setProfile(profile);
    QTRY_VERIFY_WITH_TIMEOUT(flow.facts()->execution.value.has_value(), 20'000);
    QCOMPARE(flow.facts()->row.id.executionId, id);
}

void tst_ReviewFlow::show_slowLog_delaysNothing()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    m_sandbox->setFaults(R"([{"fault":"delay","ms":3000,"action":"ListExecutionLogs"}])");
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(id));
    QTRY_VERIFY_WITH_TIMEOUT(flow.facts()->execution.value && flow.facts()->tasks.value &&
                                 flow.facts()->templateText.value,
                             2'000);
    QVERIFY(flow.facts()->log.isPending);
    QVERIFY(!flow.facts()->log.hasEnded());
}

void tst_ReviewFlow::earlierRun_isReadWhenTheRestIsThere()
{
    startSandbox();
    const ExecutionId before = m_world->startExecution(QStringLiteral("ask-one"));
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    // What a decision needs comes late: until then nothing further is asked for.
    m_sandbox->setFaults(R"([{"fault":"delay","ms":1000,"action":"GetExecutionTemplate"}])");
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(id));
    QTRY_VERIFY(flow.facts()->tasks.value && flow.facts()->execution.value);
    QVERIFY(!flow.facts()->earlierRun.isPending && !flow.facts()->earlierRun.hasEnded());
    QTRY_VERIFY(flow.facts()->earlierRun.value.has_value());
    QVERIFY(flow.facts()->templateText.value.has_value());
    QCOMPARE(flow.facts()->earlierRun.value->run->id, before);
    QVERIFY(!flow.facts()->earlierRun.requestId.isEmpty());
}

void tst_ReviewFlow::earlierRun_withoutTheRight_isAnErrorOfItsOwn()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(id));
    QTRY_VERIFY(flow.facts()->earlierRun.hasEnded());
    m_sandbox->setFaults(R"([{"fault":"garbage","action":"ListExecutions"}])");
    flow.show(std::nullopt);
    flow.show(rowOf(id));
    QTRY_VERIFY(!flow.isReading());
    QVERIFY(flow.facts()->execution.error);
    // Without the run nobody knows what to look for.
    QVERIFY(!flow.facts()->earlierRun.isPending && !flow.facts()->earlierRun.hasEnded());
    QVERIFY(flow.facts()->tasks.value);
}

void tst_ReviewFlow::readChild_readsItsRows()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    const ExecutionId child = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(child, RunStatus::Waiting);
    ReviewFlow flow(m_world->services());
    flow.readChild(child);
    QVERIFY(!flow.facts());
    flow.show(rowOf(id));
    flow.readChild(child);
    flow.readChild(child);
    flow.readChild({});
    QCOMPARE(flow.facts()->children.size(), 1);
    QTRY_VERIFY(flow.facts()->children.value(child).value.has_value());
    QCOMPARE(flow.facts()->children.value(child).value->front().executionId, child);
    int asked = 0;
    for (const QJsonObject &receipt : m_sandbox->receipts(QStringLiteral("ListTaskExecutions"))) {
        const QJsonObject params = receipt.value(QStringLiteral("params")).toObject();
        asked += params.value(QStringLiteral("ExecutionId")).toString() == child.text() &&
                 params.value(QStringLiteral("Status")).toString().isEmpty();
    }
    QCOMPARE(asked, 1);
    flow.show(std::nullopt);
    flow.show(rowOf(id));
    QVERIFY(flow.facts()->children.isEmpty());
}

void tst_ReviewFlow::refresh_whileFailing_keepsWhatWasRead()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(id));
    QTRY_VERIFY(!flow.isReading());
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    flow.refresh();
    QVERIFY(flow.facts()->execution.value);
    QTRY_VERIFY(!flow.isReading());
    QVERIFY(flow.facts()->execution.error);
    QCOMPARE(flow.facts()->execution.value->id, id);
    QVERIFY(flow.facts()->boundRow());
}

void tst_ReviewFlow::show_unknownExecution_isMissing()
{
    startSandbox();
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(ExecutionId(QStringLiteral("exec-0000000000000000ff"))));
    QTRY_VERIFY(!flow.isReading());
    QVERIFY(flow.facts()->isMissing);
    QCOMPARE(flow.facts()->execution.error->kind, Error::Kind::NotFound);
}

void tst_ReviewFlow::show_another_forgetsTheFirst()
{
    startSandbox();
    const ExecutionId first = m_world->startExecution(QStringLiteral("ask-one"));
    const ExecutionId second = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(second, RunStatus::Waiting);
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(first));
    flow.show(rowOf(second));
    QTRY_VERIFY(!flow.isReading());
    QCOMPARE(flow.facts()->execution.value->id, second);
    for (const TaskExecution &task : *flow.facts()->tasks.value)
        QCOMPARE(task.executionId, second);
    flow.show(std::nullopt);
    QVERIFY(!flow.facts());
}

void tst_ReviewFlow::hostileReply_isAnErrorAndOldFactsStay()
{
    startSandbox();
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    m_world->waitForStatus(id, RunStatus::Waiting);
    ReviewFlow flow(m_world->services());
    flow.show(rowOf(id));
    QTRY_VERIFY(!flow.isReading());
    m_sandbox->setFaults(R"([{"fault":"unreadableSuccess","action":"GetExecutionTemplate"}])");
    flow.refresh();
    QTRY_VERIFY(!flow.isReading());
    QVERIFY(flow.facts()->templateText.error);
    QVERIFY(flow.facts()->templateText.value->content.contains(QStringLiteral("askFirst")));
}

QTEST_GUILESS_MAIN(tst_ReviewFlow)
#include "tst_reviewflow.moc"
