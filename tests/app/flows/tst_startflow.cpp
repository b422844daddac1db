// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/startflow.h"
#include "tests/fakes/sandboxworld.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace countersign;
using State = StartProgress::State;

//! Starting runs of the real sandbox, with broken answers among them.
class tst_StartFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void start_asAsked();
    void start_fromText();
    void token_afterALostAnswer_startsNoSecondRun_data();
    void token_afterALostAnswer_startsNoSecondRun();
    void unclear_takesNoOtherRequest();
    void refused_mayBeChanged();
    void missingRight_isNamed();
    void locked_nothingIsSent();
    void otherAccount_nothingIsSent();
    void otherActor_nothingIsSent_data();
    void otherActor_nothingIsSent();
    void unknownCaller_isAsked();
    void nobodyWasShown_nothingIsSent();
    void silentIdentityService_nothingIsSent();
    void otherActorWhileConnecting_nothingIsSent();
    void otherHost_nothingIsSent();
    void started_isNotStartedAgain();

private:
    StartExecutionRequest request() const;
    CallerIdentity user(const char *name) const;
    std::vector<QJsonObject> receipts() const
    {
        return m_sandbox->receipts(QStringLiteral("StartExecution"));
    }
    std::unique_ptr<StartFlow> newFlow()
    {
        return std::make_unique<StartFlow>(m_world->services(), m_world->shownPlace());
    }
    //! Sends and waits for the outcome.
    State outcome(StartFlow &flow, const StartExecutionRequest &asked)
    {
        flow.start(asked);
        if (!QTest::qWaitFor([&flow] { return flow.progress().state != State::Starting; }, 20'000))
            qWarning("no outcome");
        return flow.progress().state;
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_StartFlow::init()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    m_sandbox->addTemplate(QStringLiteral("ask"), testtemplates::approval(1));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

void tst_StartFlow::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

StartExecutionRequest tst_StartFlow::request() const
{
    StartExecutionRequest asked;
    asked.templateName = QStringLiteral("ask");
    asked.templateVersion = QStringLiteral("v1");
    asked.parameters = QStringLiteral("{}");
    asked.mode = QStringLiteral("Debug");
    asked.safetyCheck = QStringLiteral("ConfirmEveryHighRiskAction");
    asked.description = QString::fromUtf8("再试一次");
    asked.clientToken = newClientToken();
    return asked;
}

void tst_StartFlow::start_asAsked()
{
    const auto flow = newFlow();
    const StartExecutionRequest asked = request();
    QCOMPARE(asked.clientToken.size(), 32);
    QVERIFY(asked.clientToken != newClientToken());
    QCOMPARE(outcome(*flow, asked), State::Started);
    const Execution run = *flow->progress().run;
    QCOMPARE(run.mode, RunMode::Debug);
    QCOMPARE(run.safetyCheck, asked.safetyCheck);
    QCOMPARE(m_world->waitForStatus(run.id, RunStatus::Waiting).description, asked.description);
    QCOMPARE(receipts().size(), std::size_t(1));
    const QJsonObject sent = receipts()[0].value(QLatin1String("params")).toObject();
    QCOMPARE(sent.value(QLatin1String("TemplateName")).toString(), asked.templateName);
    QCOMPARE(sent.value(QLatin1String("TemplateVersion")).toString(), asked.templateVersion);
    QCOMPARE(sent.value(QLatin1String("Mode")).toString(), asked.mode);
    QCOMPARE(sent.value(QLatin1String("SafetyCheck")).toString(), asked.safetyCheck);
    QCOMPARE(sent.value(QLatin1String("Parameters")).toString(), asked.parameters);
    QCOMPARE(sent.value(QLatin1String("ClientToken")).toString(), asked.clientToken);
    QVERIFY(!sent.contains(QLatin1String("TemplateContent")));
}

//! A run that was started from a text has no template name; the text may be long.
void tst_StartFlow::start_fromText()
{
    StartExecutionRequest asked = request();
    asked.templateName.clear();
    asked.templateVersion.clear();
    asked.templateContent =
        QString::fromUtf8(testtemplates::approval(1)) + QString(20'000, u'#') + u'\n';
    const auto flow = newFlow();
    QCOMPARE(outcome(*flow, asked), State::Started);
    QCOMPARE(receipts()[0]
                 .value(QLatin1String("params"))
                 .toObject()
                 .value(QLatin1String("TemplateContent"))
                 .toString(),
             asked.templateContent);
}

void tst_StartFlow::token_afterALostAnswer_startsNoSecondRun_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char *fault : {"dropAfterEffect", "resetAfterEffect", "http503AfterEffect",
                              "unreadableSuccess", "halfBody"})
        QTest::newRow(fault) << QByteArray(fault);
}

void tst_StartFlow::token_afterALostAnswer_startsNoSecondRun()
{
    QFETCH(QByteArray, fault);
    m_sandbox->setFaults(R"([{"fault":")" + fault + R"(","action":"StartExecution","times":1}])");
    const auto flow = newFlow();
    const StartExecutionRequest asked = request();
    QCOMPARE(outcome(*flow, asked), State::Unclear);
    QVERIFY(flow->progress().wasUnclear);
    QCOMPARE(receipts().size(), std::size_t(1)); // nothing is repeated by itself
    QTest::qWait(300);
    QCOMPARE(receipts().size(), std::size_t(1));
    QCOMPARE(outcome(*flow, asked), State::Started);
    const auto all = m_world->call(QStringLiteral("ListExecutions"), {});
    QVERIFY(all);
    QCOMPARE(readListExecutions(all->body)->rows.size(), std::size_t(1));
    QCOMPARE(readListExecutions(all->body)->rows.front().id, flow->progress().run->id);
}

void tst_StartFlow::unclear_takesNoOtherRequest()
{
    m_sandbox->setFaults(R"([{"fault":"dropAfterEffect","action":"StartExecution","times":1}])");
    const auto flow = newFlow();
    StartExecutionRequest asked = request();
    QCOMPARE(outcome(*flow, asked), State::Unclear);
    asked.description = QStringLiteral("another one");
    QCOMPARE(outcome(*flow, asked), State::Unclear);
    QTest::qWait(200);
    QCOMPARE(receipts().size(), std::size_t(1));
}

void tst_StartFlow::refused_mayBeChanged()
{
    const auto flow = newFlow();
    StartExecutionRequest asked = request();
    asked.parameters = QStringLiteral(R"({"unknown":"1"})");
    QCOMPARE(outcome(*flow, asked), State::Refused);
    QVERIFY(!flow->progress().code.isEmpty());
    QVERIFY(!flow->progress().wasUnclear);
    asked.parameters = QStringLiteral("{}");
    QCOMPARE(outcome(*flow, asked), State::Started);
    QVERIFY(flow->progress().code.isEmpty());
}

void tst_StartFlow::missingRight_isNamed()
{
    // The last user has the four rights that are published for approvers.
    SandboxWorld approver(m_sandbox->announcement(), m_sandbox->announcement().users.size() - 1);
    StartFlow flow(approver.services(), approver.shownPlace());
    QCOMPARE(outcome(flow, request()), State::Refused);
    QCOMPARE(flow.progress().error->kind, Error::Kind::Forbidden);
    QCOMPARE(flow.progress().error->neededRight, QStringLiteral("oos:StartExecution"));
}

void tst_StartFlow::locked_nothingIsSent()
{
    const auto flow = newFlow();
    m_world->profiles.setCredentials(m_world->place().profile, nullptr);
    QCOMPARE(outcome(*flow, request()), State::NotSent);
    QCOMPARE(flow->progress().stop, StartProgress::Stop::Locked);
    QVERIFY(receipts().empty());
}

void tst_StartFlow::otherAccount_nothingIsSent()
{
    DecisionPlace where = m_world->shownPlace();
    where.accountId = QStringLiteral("2000000000000999");
    StartFlow flow(m_world->services(), where);
    QCOMPARE(outcome(flow, request()), State::NotSent);
    QCOMPARE(flow.progress().stop, StartProgress::Stop::WrongAccount);
    QVERIFY(receipts().empty());
}

CallerIdentity tst_StartFlow::user(const char *name) const
{
    CallerIdentity identity;
    identity.accountId = m_sandbox->announcement().profile.accountId;
    identity.identityType = QStringLiteral("RAMUser");
    identity.arn =
        QStringLiteral("acs:ram::%1:user/%2").arg(identity.accountId, QLatin1String(name));
    return identity;
}

void tst_StartFlow::otherActor_nothingIsSent_data()
{
    QTest::addColumn<bool>("isLate");
    QTest::newRow("before it is confirmed") << false;
    QTest::newRow("before the first byte") << true;
}

//! The dialog shows one user; the keys become another's before it is confirmed, or just before the
//! first byte.
void tst_StartFlow::otherActor_nothingIsSent()
{
    QFETCH(const bool, isLate);
    const ProfileId id = m_world->place().profile;
    QVERIFY(m_world->profiles.setIdentity(id, user("li.wei")));
    DecisionPlace where = m_world->shownPlace();
    const FlowServices own = m_world->services();
    const auto change = [&] { m_world->profiles.setIdentity(id, user("anna.k")); };
    const FlowServices services{own.client, own.profiles, own.journal, own.clock, [&] {
                                    if (isLate)
                                        change();
                                    return own.newSender();
                                }};
    StartFlow flow(services, where);
    if (!isLate)
        change();
    QCOMPARE(outcome(flow, request()), State::NotSent);
    QCOMPARE(flow.progress().stop, StartProgress::Stop::WrongActor);
    QVERIFY(receipts().empty());
    m_world->profiles.setIdentity(id, user("li.wei"));
    StartFlow same(own, where);
    QCOMPARE(outcome(same, request()), State::Started);
}

//! Who acts is asked before anything is signed, where it is not known.
void tst_StartFlow::unknownCaller_isAsked()
{
    const auto asked = [this] {
        return m_sandbox->receipts(QStringLiteral("GetCallerIdentity")).size();
    };
    const auto flow = newFlow();
    QCOMPARE(outcome(*flow, request()), State::Started);
    QCOMPARE(asked(), std::size_t(1));
    QCOMPARE(m_world->profiles.identity(m_world->place().profile)->userName(),
             QStringLiteral("li.wei"));
    // Another key is asked about again, and is another's.
    const auto other = newFlow();
    m_world->profiles.setCredentials(m_world->place().profile,
                                     m_sandbox->announcement().users.at(1).credentials);
    QCOMPARE(outcome(*other, request()), State::NotSent);
    QCOMPARE(other->progress().stop, StartProgress::Stop::WrongActor);
    QCOMPARE(asked(), std::size_t(2));
    QCOMPARE(receipts().size(), std::size_t(1));
}

void tst_StartFlow::nobodyWasShown_nothingIsSent()
{
    DecisionPlace where = m_world->shownPlace();
    where.actor.clear();
    where.actorKind = ActorKind::Unknown;
    StartFlow flow(m_world->services(), where);
    QCOMPARE(outcome(flow, request()), State::NotSent);
    QCOMPARE(flow.progress().stop, StartProgress::Stop::WrongActor);
    QVERIFY(receipts().empty());
}

void tst_StartFlow::silentIdentityService_nothingIsSent()
{
    m_sandbox->setFaults(R"([{"fault":"hang","action":"GetCallerIdentity"}])");
    StartFlow flow(m_world->services(), m_world->shownPlace(), std::chrono::milliseconds(300));
    QCOMPARE(outcome(flow, request()), State::NotSent);
    QCOMPARE(flow.progress().stop, StartProgress::Stop::Identity);
    QCOMPARE(flow.progress().error->kind, Error::Kind::TimedOut);
    QVERIFY(receipts().empty());
    // Its owner was verified earlier: that is shown, and counts.
    const ProfileId id = m_world->place().profile;
    QVERIFY(m_world->profiles.setIdentity(id, user("li.wei"), QDateTime::currentDateTimeUtc()));
    m_world->profiles.setCredentials(id, m_sandbox->announcement().users.at(0).credentials);
    QVERIFY(!m_world->profiles.identity(id));
    QCOMPARE(outcome(flow, request()), State::Started);
}

//! The keys become another's while the service is being connected to.
void tst_StartFlow::otherActorWhileConnecting_nothingIsSent()
{
    const ProfileId id = m_world->place().profile;
    QVERIFY(m_world->profiles.setIdentity(id, user("li.wei")));
    const auto flow = newFlow();
    flow->start(request());
    QCOMPARE(flow->progress().state, State::Starting);
    QVERIFY(m_world->profiles.setIdentity(id, user("anna.k")));
    QTRY_COMPARE(flow->progress().state, State::NotSent);
    QCOMPARE(flow->progress().stop, StartProgress::Stop::WrongActor);
    QVERIFY(receipts().empty());
}

void tst_StartFlow::otherHost_nothingIsSent()
{
    DecisionPlace where = m_world->shownPlace();
    where.endpointHost = QStringLiteral("oos.cn-hangzhou.aliyuncs.com");
    StartFlow flow(m_world->services(), where);
    QCOMPARE(outcome(flow, request()), State::NotSent);
    QCOMPARE(flow.progress().stop, StartProgress::Stop::WrongHost);
    QVERIFY(receipts().empty());
}

void tst_StartFlow::started_isNotStartedAgain()
{
    const auto flow = newFlow();
    const StartExecutionRequest asked = request();
    QCOMPARE(outcome(*flow, asked), State::Started);
    QCOMPARE(outcome(*flow, asked), State::Started);
    QTest::qWait(200);
    QCOMPARE(receipts().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_StartFlow)
#include "tst_startflow.moc"
