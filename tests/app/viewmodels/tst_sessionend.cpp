// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"
#include "app/api/operations.h"
#include "app/credentials/sourcekeyissuer.h"
#include "app/flows/keyrenewal.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "tests/app/flows/decidefixture.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QString roleArn = QStringLiteral("acs:ram::1000000000000001:role/oos-operator");
const QString asRole = QStringLiteral("oos-operator/desk");

//! Sessions are short here, so that a test sees them end.
DecideTimes shortTimes()
{
    DecideTimes times = quickTimes();
    times.secondReadAge = 60s;
    times.keysOutlast = 1s;
    times.keysLeft = 500ms;
    return times;
}

} // namespace

//! A decision whose token ends between the press and the first byte, at the real sandbox: sessions
//! of a role that last for some seconds. What has left is read from its receipts.
class tst_SessionEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void issuedSession_endsBeforeTheFirstByte();
    void enteredToken_endsBeforeTheSecondRead();
    void enteredToken_endsBeforeTheFirstByte();

private:
    ProfileRegistry &profiles() { return m_fixture.world().profiles; }
    ProfileId profile() { return m_fixture.world().place().profile; }
    FlowServices services();
    //! A session of the role, taken with the first user's key.
    std::shared_ptr<const Credentials> taken();
    std::unique_ptr<DecisionViewModel> decisionOfTheRole();
    QString draft(const DecisionViewModel &decision);
    void expectNothingWasSent(const DecisionViewModel &decision);
    //! Confirms what was composed anew and expects the one decision in the receipts.
    void confirmAnew(DecisionViewModel &decision);
    //! Those that were carried out.
    std::vector<QJsonObject> effects();
    void setFaults(const QByteArray &rules);
    //! Returns when the session that is lent has ended.
    void waitForTheEnd();

    const QString m_note = QStringLiteral("a note that is typed once");
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PersonalFiles> m_files;
    DecideFixture m_fixture;
    std::unique_ptr<SourceKeyIssuer> m_issuer;
    std::unique_ptr<KeyRenewal> m_renewal;
    std::function<void()> m_whileConnecting; //!< the request is signed by then; may be null
    QElapsedTimer m_sinceTaken;
};

namespace {

constexpr int sessionSeconds = 8;

} // namespace

void tst_SessionEnd::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<PersonalFiles>(m_folder->path(), m_clock);
    m_whileConnecting = nullptr;
    QCOMPARE(m_fixture.start({}, QByteArray("[{\"sessionSeconds\":") +
                                     QByteArray::number(sessionSeconds) + "}]"),
             QString());
    ReadClient &client = m_fixture.world().client();
    m_issuer = std::make_unique<SourceKeyIssuer>(client, m_clock);
    m_renewal =
        std::make_unique<KeyRenewal>(client, profiles(), m_clock, *m_issuer, [] { return 0.0; });
}

void tst_SessionEnd::cleanup()
{
    m_renewal.reset();
    m_issuer.reset();
    m_files.reset();
}

FlowServices tst_SessionEnd::services()
{
    const FlowServices own = m_fixture.world().services();
    return {own.client,
            own.profiles,
            own.journal,
            own.clock,
            [this] {
                SendLimits limits;
                limits.connect = 60s;
                return std::make_unique<OneShotSender>(m_clock, newNonce, limits,
                                                       [this](const QUrl &endpoint) {
                                                           if (m_whileConnecting)
                                                               m_whileConnecting();
                                                           return newManager(endpoint);
                                                       });
            },
            m_renewal.get()};
}

void tst_SessionEnd::setFaults(const QByteArray &rules)
{
    m_fixture.sandbox().setFaults(rules);
    m_fixture.world().client().forgetConnections(); // they count for new ones
}

std::shared_ptr<const Credentials> tst_SessionEnd::taken()
{
    SandboxWorld &world = m_fixture.world();
    world.profiles.setCredentials(profile(),
                                  m_fixture.sandbox().announcement().users.front().credentials);
    ApiRequest request = getCallerIdentityRequest();
    request.action = QStringLiteral("AssumeRole");
    request.parameters = {{QStringLiteral("RoleArn"), roleArn},
                          {QStringLiteral("RoleSessionName"), QStringLiteral("desk")}};
    std::optional<Result<ApiReply>> answer;
    world.client().read(*world.profiles.targetFor(world.place()), request, this,
                        [&answer](const Result<ApiReply> &reply) { answer = reply; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000) || !*answer)
        qFatal("the role was not given");
    const Json given = (*answer)->body[u"Credentials"];
    Credentials keys;
    keys.accessKeyId = given[u"AccessKeyId"].toString();
    keys.secret = SecretBytes(given[u"AccessKeySecret"].toString().toUtf8());
    keys.securityToken = SecretBytes(given[u"SecurityToken"].toString().toUtf8());
    m_sinceTaken.start();
    return std::make_shared<const Credentials>(std::move(keys));
}

std::unique_ptr<DecisionViewModel> tst_SessionEnd::decisionOfTheRole()
{
    SandboxWorld &world = m_fixture.world();
    const ExecutionId id =
        m_fixture.startRun(QStringLiteral("ask-one"), QStringLiteral("Automatic"));
    DecisionRecord record = world.recordFor(id, Act::Approve, {});
    record.where.actor = asRole;
    record.where.actorKind = ActorKind::Role;
    NoteDesk desk{*m_files, {world.place(), id, record.taskExecutionId}, {}};
    auto flow = std::make_unique<DecideFlow>(services(), oneApproval(), shortTimes());
    auto made = std::make_unique<DecisionViewModel>(record, summaryOf(record, subjectOf(record)),
                                                    TagInNote::Never, std::move(flow), desk);
    made->setNote(m_note);
    return made;
}

QString tst_SessionEnd::draft(const DecisionViewModel &decision)
{
    const DecisionRecord &record = decision.record();
    return m_files->drafts.note({record.where.place, record.executionId, record.taskExecutionId});
}

void tst_SessionEnd::waitForTheEnd()
{
    const auto hasEnded = [this] {
        return m_sinceTaken.elapsed() > sessionSeconds * 1'000 + 1'000;
    };
    QVERIFY(QTest::qWaitFor(hasEnded, 60'000));
}

std::vector<QJsonObject> tst_SessionEnd::effects()
{
    std::vector<QJsonObject> all;
    for (const QJsonObject &receipt :
         m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution"))) {
        if (receipt.value(QLatin1String("effect")).toBool())
            all.push_back(receipt);
    }
    return all;
}

void tst_SessionEnd::expectNothingWasSent(const DecisionViewModel &decision)
{
    QCOMPARE(decision.decisionState(), DecisionState::NotSent);
    QCOMPARE(decision.flow()->progress().stop, DecisionProgress::Stop::Expired);
    QCOMPARE(decision.flow()->progress().report.bytesHandedOut, qint64(0));
    QVERIFY(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).empty());
    QCOMPARE(
        decision.outcomeText(),
        QStringLiteral("Not sent. Nothing happened. The credentials of this account have ended, "
                       "or would have before the request had arrived."));
    QVERIFY2(decision.outcomeDetail().contains(QStringLiteral("Your note is kept.")),
             qPrintable(decision.outcomeDetail()));
    QCOMPARE(decision.note(), m_note);
    QCOMPARE(draft(decision), m_note);
    QVERIFY(decision.areKeysWanted());
    QVERIFY(!decision.isNewReviewDue());
}

void tst_SessionEnd::confirmAnew(DecisionViewModel &decision)
{
    QCOMPARE(decision.stage(), DecisionViewModel::Stage::Composing);
    QCOMPARE(decision.note(), m_note);
    QVERIFY(decision.canConfirm());
    QVERIFY(effects().empty()); // nothing by itself
    decision.confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision.decisionState(), DecisionState::ReconciledApplied, 20'000);
    QCOMPARE(effects().size(), std::size_t(1));
    const QJsonObject sent = effects().front();
    QCOMPARE(sent.value(QLatin1String("user")).toString(), asRole);
    QCOMPARE(sent.value(QLatin1String("params"))
                 .toObject()
                 .value(QLatin1String("NotifyNote"))
                 .toString(),
             m_note);
    QVERIFY(m_fixture.world().journal.entry(decision.record().id));
    QCOMPARE(draft(decision), QString());
}

//! The profile takes the role by itself; the token service fails when it is asked again.
void tst_SessionEnd::issuedSession_endsBeforeTheFirstByte()
{
    Profile shown = *profiles().profile(profile());
    RoleToAssume role;
    role.arn = roleArn;
    role.sessionName = QStringLiteral("desk");
    shown.source.role = role;
    profiles().setProfile(shown);
    profiles().setCredentials(profile(),
                              m_fixture.sandbox().announcement().users.front().credentials);
    bool isHere = false;
    m_sinceTaken.start();
    m_renewal->renew(profile(), this,
                     [&isHere](const std::optional<Error> &error) { isHere = !error; });
    QTRY_VERIFY_WITH_TIMEOUT(isHere, 10'000);
    const auto decision = decisionOfTheRole();
    const DecisionId first = decision->record().id;
    setFaults(R"([{"fault":"http503BeforeEffect","action":"AssumeRole"}])");
    m_whileConnecting = [this] { waitForTheEnd(); };
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision->stage(), DecisionViewModel::Stage::Settled, 60'000);
    expectNothingWasSent(*decision);
    QCOMPARE(decision->keysText(), QStringLiteral("Get new credentials"));

    decision->getKeys();
    QTRY_VERIFY_WITH_TIMEOUT(
        decision->outcomeDetail().contains(QStringLiteral("Other credentials could not be had:")),
        30'000);
    expectNothingWasSent(*decision);
    setFaults("[]");
    m_whileConnecting = nullptr;
    QSignalSpy anew(decision.get(), &DecisionViewModel::composedAnew);
    decision->getKeys();
    QTRY_COMPARE_WITH_TIMEOUT(anew.count(), 1, 30'000);
    confirmAnew(*decision);
    QVERIFY(decision->record().id.hex != first.hex);
    const auto entry = m_fixture.world().journal.entry(first);
    QVERIFY(!entry || !entry->stepTo(DecisionState::Sending));
}

//! When it ends is not known here: the service says so.
void tst_SessionEnd::enteredToken_endsBeforeTheSecondRead()
{
    profiles().setCredentials(profile(), taken());
    const auto decision = decisionOfTheRole();
    waitForTheEnd();
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision->stage(), DecisionViewModel::Stage::Settled, 30'000);
    expectNothingWasSent(*decision);
    QCOMPARE(decision->keysText(), QStringLiteral("Enter other credentials…"));
    profiles().setCredentials(profile(), taken());
    QCOMPARE(decision->keysText(), QStringLiteral("Approve with the new credentials…"));
    decision->getKeys();
    confirmAnew(*decision);
}

//! The same behind the second read: the service refuses what has left, before it does anything.
void tst_SessionEnd::enteredToken_endsBeforeTheFirstByte()
{
    profiles().setCredentials(profile(), taken());
    const auto decision = decisionOfTheRole();
    m_whileConnecting = [this] { waitForTheEnd(); };
    decision->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(decision->stage(), DecisionViewModel::Stage::Settled, 60'000);
    QCOMPARE(decision->decisionState(), DecisionState::Refused);
    QVERIFY2(decision->outcomeText().startsWith(
                 QStringLiteral("Refused by the service: InvalidSecurityToken.Expired. Nothing was "
                                "changed by this.")),
             qPrintable(decision->outcomeText()));
    QVERIFY(decision->outcomeDetail().contains(QStringLiteral("Your note is kept.")));
    QVERIFY(effects().empty());
    m_whileConnecting = nullptr;
    profiles().setCredentials(profile(), taken());
    decision->getKeys();
    confirmAnew(*decision);
    QCOMPARE(m_fixture.sandbox().receipts(QStringLiteral("NotifyExecution")).size(),
             std::size_t(2)); // and the one that was refused
}

QTEST_GUILESS_MAIN(tst_SessionEnd)
#include "tst_sessionend.moc"
