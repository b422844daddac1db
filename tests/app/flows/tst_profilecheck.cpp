// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keyrenewal.h"
#include "app/flows/profilecheck.h"
#include "tests/fakes/fakeissuer.h"
#include "tests/fakes/sandboxworld.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace countersign;

//! Testing a profile, on the real sandbox and on a server that plays scripts.
class tst_ProfileCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allRights_areFound();
    void fourRights_othersAreNamed();
    void noRights_readingIsMissing();
    void wrongSecret_endsWithTheReason();
    void otherAccount_endsBeforeReading();
    void regionThatDoesNotExist_isNamed();
    void olderScheme_isTakenWhenTheRoadIsRefused();
    void olderScheme_isTakenWhenTheBodyWasNotRead();
    void brokenConnection_speaksAgainstNoScheme();
    void destroyed_isSilent();
    void issuedKeys_areHadAndTried();
    void issuedKeys_refusedSourceEndsTheTest();
    void issuedKeys_unagreedSourceIsNotAsked();
    void issuedKeys_nobodyIssuesThem();
    void policy_namesTheRights();

private:
    void startSandbox();
    ProfileCheckReport check(const Profile &profile,
                             std::shared_ptr<const Credentials> credentials);
    ProfileCheckReport checkOnScripts(std::vector<FaultScript> scripts);
    //! With a source that answers with this.
    ProfileCheckReport checkIssued(const Profile &profile, const Result<IssuedKeys> &answer);
    Profile programProfile() const;
    static RightFinding::State stateOf(const ProfileCheckReport &report, const char *right);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
    std::vector<QByteArray> m_authorizations;
    FakeIssuer m_issuer;
};

namespace {

const QByteArray identityBody =
    R"({"IdentityType":"RAMUser","AccountId":"1000000000000001","UserId":"2","PrincipalId":"2",)"
    R"("Arn":"acs:ram::1000000000000001:user/li.wei","RequestId":"r-1"})";
const QByteArray refusedBody =
    R"({"RequestId":"r-2","Code":"SignatureDoesNotMatch","Message":"no","HostId":"h"})";

QByteArray listBody(int pageSize)
{
    return R"({"RequestId":"r-3","Executions":[],"NextToken":"","MaxResults":)" +
           QByteArray::number(pageSize) + "}";
}

} // namespace

void tst_ProfileCheck::startSandbox()
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    QVERIFY2(m_sandbox->start({QStringLiteral("--scenario"), QStringLiteral("empty")}),
             qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

ProfileCheckReport tst_ProfileCheck::check(const Profile &profile,
                                           std::shared_ptr<const Credentials> credentials)
{
    ProfileCheck check(m_world->services(), profile, std::move(credentials));
    check.start();
    if (!QTest::qWaitFor([&check] { return check.report().hasEnded(); }, 20'000))
        qWarning("the test of the profile does not end");
    return check.report();
}

ProfileCheckReport tst_ProfileCheck::checkOnScripts(std::vector<FaultScript> scripts)
{
    startSandbox();
    FaultServer server;
    server.setScripts(std::move(scripts));
    Profile profile = m_sandbox->announcement().profile;
    profile.endpoint = server.address();
    profile.stsEndpoint = server.address();
    const ProfileCheckReport report =
        check(profile, m_sandbox->announcement().users.front().credentials);
    m_authorizations.clear();
    for (const ArrivedRequest &request : server.requests())
        m_authorizations.push_back(request.header("authorization"));
    return report;
}

RightFinding::State tst_ProfileCheck::stateOf(const ProfileCheckReport &report, const char *right)
{
    for (const RightFinding &finding : report.rights) {
        if (finding.right == QLatin1String(right))
            return finding.state;
    }
    qWarning("%s is not in the report", right);
    return RightFinding::State::Unclear;
}

void tst_ProfileCheck::allRights_areFound()
{
    startSandbox();
    const ProfileCheckReport report = check(m_sandbox->announcement().profile,
                                            m_sandbox->announcement().users.front().credentials);
    QVERIFY(!report.error);
    QCOMPARE(report.step, ProfileCheckReport::Step::Done);
    QCOMPARE(report.identity->userName(), QStringLiteral("li.wei"));
    QCOMPARE(report.scheme, SignatureScheme::V3);
    QVERIFY(!report.isSchemeChanged);
    for (const char *right :
         {"oos:ListExecutions", "oos:ListTaskExecutions", "oos:GetExecutionTemplate",
          "oos:ListExecutionRiskyTasks", "oos:ListExecutionLogs", "oos:DescribeRegions"})
        QCOMPARE(stateOf(report, right), RightFinding::State::Present);
    // What would change something is never tried.
    QCOMPARE(stateOf(report, "oos:NotifyExecution"), RightFinding::State::NotTried);
    QCOMPARE(stateOf(report, "oos:CancelExecution"), RightFinding::State::NotTried);
    for (const QJsonObject &receipt : m_sandbox->receipts())
        QVERIFY(!receipt.value(QStringLiteral("effect")).toBool());
    // One through each sender.
    QCOMPARE(m_sandbox->receipts(QStringLiteral("ListExecutions")).size(), std::size_t(2));
}

void tst_ProfileCheck::fourRights_othersAreNamed()
{
    startSandbox();
    const ProfileCheckReport report = check(m_sandbox->announcement().profile,
                                            m_sandbox->announcement().users.back().credentials);
    QCOMPARE(report.step, ProfileCheckReport::Step::Done);
    for (const char *right :
         {"oos:ListExecutions", "oos:ListTaskExecutions", "oos:GetExecutionTemplate"})
        QCOMPARE(stateOf(report, right), RightFinding::State::Present);
    for (const char *right :
         {"oos:ListExecutionRiskyTasks", "oos:ListExecutionLogs", "oos:DescribeRegions"})
        QCOMPARE(stateOf(report, right), RightFinding::State::Missing);
}

void tst_ProfileCheck::noRights_readingIsMissing()
{
    startSandbox();
    const auto &users = m_sandbox->announcement().users;
    const ProfileCheckReport report =
        check(m_sandbox->announcement().profile, users.at(users.size() - 2).credentials);
    QCOMPARE(report.step, ProfileCheckReport::Step::Done);
    QVERIFY(report.identity);
    QCOMPARE(stateOf(report, "oos:ListExecutions"), RightFinding::State::Missing);
    QCOMPARE(stateOf(report, "oos:ListTaskExecutions"), RightFinding::State::Missing);
    QVERIFY(!report.isSchemeChanged);
}

void tst_ProfileCheck::wrongSecret_endsWithTheReason()
{
    startSandbox();
    auto wrong = std::make_shared<Credentials>();
    wrong->accessKeyId = m_sandbox->announcement().users.front().credentials->accessKeyId;
    wrong->secret = SecretBytes("not the secret");
    const ProfileCheckReport report = check(m_sandbox->announcement().profile, wrong);
    QVERIFY(report.error);
    QCOMPARE(report.error->kind, Error::Kind::BadCredentials);
    QCOMPARE(report.step, ProfileCheckReport::Step::Identity);
}

void tst_ProfileCheck::otherAccount_endsBeforeReading()
{
    startSandbox();
    Profile profile = m_sandbox->announcement().profile;
    profile.accountId = QStringLiteral("2000000000000042");
    const ProfileCheckReport report =
        check(profile, m_sandbox->announcement().users.front().credentials);
    QVERIFY(report.isOtherAccount);
    QVERIFY(m_sandbox->receipts(QStringLiteral("ListExecutions")).empty());
}

void tst_ProfileCheck::regionThatDoesNotExist_isNamed()
{
    startSandbox();
    Profile profile = m_sandbox->announcement().profile;
    const RegionId odd(QStringLiteral("cn-nowhere-9"));
    profile.regions.push_back(odd);
    const ProfileCheckReport report =
        check(profile, m_sandbox->announcement().users.front().credentials);
    QCOMPARE(report.step, ProfileCheckReport::Step::Done);
    QCOMPARE(report.unlistedRegions, std::vector{odd});
}

void tst_ProfileCheck::olderScheme_isTakenWhenTheRoadIsRefused()
{
    const ProfileCheckReport report =
        checkOnScripts({faults::answer(200, identityBody), faults::answer(200, listBody(20)),
                        faults::answer(400, refusedBody), faults::answer(200, listBody(20)),
                        faults::answer(200, listBody(17)), faults::answer(200, listBody(20))});
    QVERIFY(!report.error);
    QCOMPARE(report.scheme, SignatureScheme::V1);
    QVERIFY(report.isSchemeChanged);
    QVERIFY(m_authorizations.at(2).startsWith("ACS3-HMAC-SHA256"));
    QVERIFY(m_authorizations.at(4).isEmpty());
}

void tst_ProfileCheck::olderScheme_isTakenWhenTheBodyWasNotRead()
{
    const ProfileCheckReport report =
        checkOnScripts({faults::answer(200, identityBody), faults::answer(200, listBody(20)),
                        faults::answer(200, listBody(50)), faults::answer(200, listBody(20)),
                        faults::answer(200, listBody(17)), faults::answer(200, listBody(20))});
    QCOMPARE(report.scheme, SignatureScheme::V1);
    QVERIFY(report.isSchemeChanged);
}

void tst_ProfileCheck::brokenConnection_speaksAgainstNoScheme()
{
    const ProfileCheckReport report =
        checkOnScripts({faults::answer(200, identityBody), faults::answer(200, listBody(20)),
                        faults::closeAfterBody()});
    QVERIFY(report.error);
    QCOMPARE(report.step, ProfileCheckReport::Step::DecisionRoad);
    QCOMPARE(report.scheme, SignatureScheme::V3);
    QVERIFY(!report.isSchemeChanged);
}

void tst_ProfileCheck::destroyed_isSilent()
{
    startSandbox();
    auto check =
        std::make_unique<ProfileCheck>(m_world->services(), m_sandbox->announcement().profile,
                                       m_sandbox->announcement().users.front().credentials);
    int changes = 0;
    connect(check.get(), &ProfileCheck::changed, this, [&changes] { ++changes; });
    check->start();
    check.reset();
    QVERIFY(!QTest::qWaitFor([&changes] { return changes > 0; }, 300));
}

Profile tst_ProfileCheck::programProfile() const
{
    Profile profile = m_sandbox->announcement().profile;
    profile.id = ProfileId(QStringLiteral("unsaved"));
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("/usr/bin/print-keys");
    profile.source = confirmed(profile.source);
    return profile;
}

ProfileCheckReport tst_ProfileCheck::checkIssued(const Profile &profile,
                                                 const Result<IssuedKeys> &answer)
{
    m_issuer.asked.clear();
    m_issuer.always = [answer](const FakeIssuer::Asked &) { return answer; };
    const SystemClock clock;
    KeyRenewal renewal(m_world->client(), m_world->profiles, clock, m_issuer, [] { return 0.0; });
    FlowServices services = m_world->services();
    services.renewal = &renewal;
    ProfileCheck check(services, profile, nullptr);
    if (check.report().step != ProfileCheckReport::Step::Keys)
        qWarning("the test does not begin with the keys");
    check.start();
    if (!QTest::qWaitFor([&check] { return check.report().hasEnded(); }, 20'000))
        qWarning("the test of the profile does not end");
    return check.report();
}

void tst_ProfileCheck::issuedKeys_areHadAndTried()
{
    startSandbox();
    IssuedKeys keys;
    keys.credentials = m_sandbox->announcement().users.front().credentials;
    const ProfileCheckReport report = checkIssued(programProfile(), keys);
    QVERIFY(!report.error);
    QCOMPARE(report.step, ProfileCheckReport::Step::Done);
    QCOMPARE(report.identity->userName(), QStringLiteral("li.wei"));
    QCOMPARE(m_issuer.count(), 1);
}

void tst_ProfileCheck::issuedKeys_refusedSourceEndsTheTest()
{
    startSandbox();
    const ProfileCheckReport report = checkIssued(
        programProfile(), errorNamed(Error::Kind::LocalFault, keyissuercodes::noProgram()));
    QCOMPARE(report.step, ProfileCheckReport::Step::Keys);
    QCOMPARE(report.error->code, keyissuercodes::noProgram());
    QVERIFY(m_sandbox->receipts().empty());
}

void tst_ProfileCheck::issuedKeys_unagreedSourceIsNotAsked()
{
    startSandbox();
    Profile profile = programProfile();
    profile.source.command += QStringLiteral(" --other");
    const ProfileCheckReport report = checkIssued(profile, errorNamed(Error::Kind::Offline));
    QCOMPARE(report.error->code, keyissuercodes::notConfirmed());
    QCOMPARE(m_issuer.count(), 0);
    QVERIFY(m_sandbox->receipts().empty());
}

void tst_ProfileCheck::issuedKeys_nobodyIssuesThem()
{
    startSandbox();
    const ProfileCheckReport report = check(programProfile(), nullptr);
    QCOMPARE(report.step, ProfileCheckReport::Step::Keys);
    QCOMPARE(report.error->kind, Error::Kind::LocalFault);
}

void tst_ProfileCheck::policy_namesTheRights()
{
    const auto policy =
        Json::parse(ramPolicyText({QStringLiteral("oos:A"), QStringLiteral("oos:B")}).toUtf8());
    QVERIFY(policy);
    const Json statement = (*policy.json)[u"Statement"].at(0);
    QCOMPARE(statement[u"Effect"].toString(), QStringLiteral("Allow"));
    QCOMPARE(statement[u"Action"].size(), 2);
    QCOMPARE(statement[u"Action"].at(1).toString(), QStringLiteral("oos:B"));
    QCOMPARE((*policy.json)[u"Version"].toString(), QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(tst_ProfileCheck)
#include "tst_profilecheck.moc"
