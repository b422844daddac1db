// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/operations.h"
#include "decidefixture.h"
#include "tests/support/faultserver.h"

using namespace countersign;
using Stop = DecisionProgress::Stop;

namespace {

QString roleOf(const QString &account)
{
    return QStringLiteral("acs:ram::%1:role/oos-operator").arg(account);
}

const QString ownAccount = QStringLiteral("1000000000000001");
const QString otherAccount = QStringLiteral("2000000000000002");

} // namespace

//! The keys that would sign a decision are those of the account and of the person that were shown,
//! or nothing is sent. Who they belong to is told by the service.
class tst_ActorAtSend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shownUser_isSent();
    void shownRole_isSent();
    void anotherUserOfTheAccount_nothingIsSent();
    void roleInsteadOfTheUser_nothingIsSent();
    void roleOfAnotherAccount_nothingIsSent();
    void profileMovedToAnotherAccount_nothingIsSent();
    void actorNotShown_isToldAndNothingIsSent();
    void anotherUserBeforeTheSignature_nothingIsSent();
    void runOfAnotherAccount_nothingIsSent();
    void profileMovedToAnotherHost_nothingIsAsked();

private:
    //! Takes a role with the first user's key.
    std::shared_ptr<const Credentials> taken(const QString &roleArn, const QString &session);
    //! A decision of the first user, as shown; nothing of it is sent yet.
    DecisionRecord shown(const QString &actor, ActorKind kind);
    void lend(std::shared_ptr<const Credentials> keys)
    {
        m_world->profiles.setCredentials(m_world->place().profile, std::move(keys));
    }
    //! Starts it and waits until nothing more can be sent.
    void expectStop(const DecisionRecord &record, Stop stop);
    void expectSent(const DecisionRecord &record, const QString &user);

    std::unique_ptr<SandboxWorld> m_world;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::optional<FlowServices> m_services; //!< nothing: the world's
    DecisionProgress m_progress;            //!< of the last one that was stopped
};

void tst_ActorAtSend::init()
{
    m_services.reset();
    m_world.reset();
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask-one"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

std::shared_ptr<const Credentials> tst_ActorAtSend::taken(const QString &roleArn,
                                                          const QString &session)
{
    ApiRequest request = getCallerIdentityRequest();
    request.action = QStringLiteral("AssumeRole");
    request.parameters = {{QStringLiteral("RoleArn"), roleArn},
                          {QStringLiteral("RoleSessionName"), session}};
    std::optional<Result<ApiReply>> answer;
    m_world->client().read(*m_world->profiles.targetFor(m_world->place()), request, this,
                           [&answer](const Result<ApiReply> &reply) { answer = reply; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000) || !*answer)
        qFatal("no session of %s", qPrintable(roleArn));
    const Json given = (*answer)->body[u"Credentials"];
    Credentials keys;
    keys.accessKeyId = given[u"AccessKeyId"].toString();
    keys.secret = SecretBytes(given[u"AccessKeySecret"].toString().toUtf8());
    keys.securityToken = SecretBytes(given[u"SecurityToken"].toString().toUtf8());
    return std::make_shared<const Credentials>(std::move(keys));
}

DecisionRecord tst_ActorAtSend::shown(const QString &actor, ActorKind kind)
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("ask-one"));
    DecisionRecord record = m_world->recordFor(id, Act::Approve, QStringLiteral("a note of mine"));
    record.where.actor = actor;
    record.where.actorKind = kind;
    return record;
}

void tst_ActorAtSend::expectStop(const DecisionRecord &record, Stop stop)
{
    DecideFlow flow(m_services ? *m_services : m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::NotSent, 20'000);
    m_progress = flow.progress();
    QCOMPARE(m_progress.stop, stop);
    QVERIFY(m_sandbox->receipts(QStringLiteral("NotifyExecution")).empty());
}

void tst_ActorAtSend::expectSent(const DecisionRecord &record, const QString &user)
{
    DecideFlow flow(m_world->services(), oneApproval(), quickTimes());
    flow.start(record);
    QTRY_COMPARE_WITH_TIMEOUT(flow.progress().state, DecisionState::ReconciledApplied, 20'000);
    const auto sent = m_sandbox->receipts(QStringLiteral("NotifyExecution"));
    QCOMPARE(sent.size(), std::size_t(1));
    QCOMPARE(sent.front().value(QLatin1String("user")).toString(), user);
}

void tst_ActorAtSend::shownUser_isSent()
{
    expectSent(shown(QStringLiteral("li.wei"), ActorKind::User), QStringLiteral("li.wei"));
}

void tst_ActorAtSend::shownRole_isSent()
{
    const auto keys = taken(roleOf(ownAccount), QStringLiteral("desk"));
    const DecisionRecord record = shown(QStringLiteral("oos-operator/desk"), ActorKind::Role);
    lend(keys);
    expectSent(record, QStringLiteral("oos-operator/desk"));
}

void tst_ActorAtSend::anotherUserOfTheAccount_nothingIsSent()
{
    const DecisionRecord record = shown(QStringLiteral("li.wei"), ActorKind::User);
    lend(m_sandbox->announcement().users.at(1).credentials);
    expectStop(record, Stop::WrongActor);
    QCOMPARE(m_progress.actorNow, m_sandbox->announcement().users.at(1).name);
    QCOMPARE(m_progress.actorKindNow, ActorKind::User);
    QVERIFY(m_world->journal.entries().empty());
}

void tst_ActorAtSend::roleInsteadOfTheUser_nothingIsSent()
{
    const auto keys = taken(roleOf(ownAccount), QStringLiteral("li.wei"));
    const DecisionRecord record = shown(QStringLiteral("li.wei"), ActorKind::User);
    lend(keys);
    expectStop(record, Stop::WrongActor);
    QCOMPARE(m_progress.actorNow, QStringLiteral("oos-operator/li.wei"));
    QCOMPARE(m_progress.actorKindNow, ActorKind::Role);
}

void tst_ActorAtSend::roleOfAnotherAccount_nothingIsSent()
{
    const auto keys = taken(roleOf(otherAccount), QStringLiteral("desk"));
    const DecisionRecord record = shown(QStringLiteral("oos-operator/desk"), ActorKind::Role);
    lend(keys);
    expectStop(record, Stop::WrongAccount);
}

void tst_ActorAtSend::profileMovedToAnotherAccount_nothingIsSent()
{
    const DecisionRecord record = shown(QStringLiteral("li.wei"), ActorKind::User);
    Profile profile = *m_world->profiles.profile(m_world->place().profile);
    profile.accountId = otherAccount;
    m_world->profiles.setProfile(profile);
    expectStop(record, Stop::WrongAccount);
}

//! Nobody acts without having been told as whom: the service is asked, and the next review says it.
void tst_ActorAtSend::actorNotShown_isToldAndNothingIsSent()
{
    expectStop(shown({}, ActorKind::Unknown), Stop::WrongActor);
    QCOMPARE(m_progress.actorNow, QStringLiteral("li.wei"));
    QCOMPARE(m_progress.actorKindNow, ActorKind::User);
    QVERIFY(m_world->journal.entries().empty());
}

//! The keys of another user come when everything has been read, and whose they are is known.
void tst_ActorAtSend::anotherUserBeforeTheSignature_nothingIsSent()
{
    const DecisionRecord record = shown(QStringLiteral("li.wei"), ActorKind::User);
    const FlowServices own = m_world->services();
    m_services.emplace(
        FlowServices{own.client, own.profiles, own.journal, own.clock, [&] {
                         lend(m_sandbox->announcement().users.at(1).credentials);
                         CallerIdentity anna;
                         anna.accountId = ownAccount;
                         anna.identityType = QStringLiteral("RAMUser");
                         anna.arn = QStringLiteral("acs:ram::%1:user/anna.k").arg(ownAccount);
                         m_world->profiles.setIdentity(record.where.place.profile, anna);
                         return own.newSender();
                     }});
    expectStop(record, Stop::WrongActor);
    QCOMPARE(m_progress.actorNow, QStringLiteral("anna.k"));
    QCOMPARE(m_progress.report.bytesHandedOut, qint64(0));
    const auto entry = m_world->journal.entry(record.id);
    QVERIFY(entry && !entry->stepTo(DecisionState::Sending));
}

//! The service says of the run itself whose it is, and it is not of the account that was shown.
void tst_ActorAtSend::runOfAnotherAccount_nothingIsSent()
{
    DecisionRecord record = shown(QStringLiteral("li.wei"), ActorKind::User);
    FaultServer server;
    record.where.endpointHost = hostOf(server.address());
    server.setScripts({faults::answer(
        200, QByteArray(R"({"RequestId":"7B2D-0001","TaskExecutions":[],"Executions":[{)"
                        R"("ExecutionId":")") +
                 record.executionId.text().toUtf8() +
                 R"(","Status":"Waiting","AccountId":"2000000000000002"}]})")});
    Profile elsewhere = *m_world->profiles.profile(record.where.place.profile);
    elsewhere.endpoint = server.address();
    m_world->profiles.setProfile(elsewhere);
    expectStop(record, Stop::WrongAccount);
    QCOMPARE(m_progress.runAccount, otherAccount);
    for (const ArrivedRequest &request : server.requests())
        QVERIFY(!request.headers.contains("NotifyExecution"));
}

//! Somebody has given the profile another endpoint while the dialog was open.
void tst_ActorAtSend::profileMovedToAnotherHost_nothingIsAsked()
{
    const DecisionRecord record = shown(QStringLiteral("li.wei"), ActorKind::User);
    FaultServer server;
    Profile elsewhere = *m_world->profiles.profile(record.where.place.profile);
    elsewhere.endpoint = server.address();
    elsewhere.endpoint.setHost(QStringLiteral("localhost"));
    m_world->profiles.setProfile(elsewhere);
    expectStop(record, Stop::WrongHost);
    QCOMPARE(m_progress.hostNow, hostOf(elsewhere.endpoint));
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(tst_ActorAtSend)
#include "tst_actoratsend.moc"
