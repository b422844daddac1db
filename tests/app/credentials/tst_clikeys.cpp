// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/clikeys.h"
#include "tests/app/credentials/issuing.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);

QByteArray seconds(qint64 fromNow)
{
    return QByteArray::number(now.toSecsSinceEpoch() + fromNow);
}

//! A profile of the CLI's file that holds a triple until `end` (seconds from now).
QByteArray cliProfile(const QByteArray &mode, qint64 end, const QByteArray &more = {},
                      const QByteArray &name = "my login")
{
    return R"({"name":")" + name + R"(","mode":")" + mode +
           R"(","access_key_id":"STS.StoredIdForTests","access_key_secret":"StoredSecretForTests",)"
           R"("sts_token":"CAISStoredToken","region_id":"cn-hangzhou","sts_expiration":)" +
           seconds(end) + more + "}";
}

QByteArray fileOf(const QByteArray &profiles)
{
    return R"({"current":"other","profiles":[)" + profiles + R"(],"meta_path":""})";
}

QByteArray exchangeAnswer()
{
    return R"({"CloudCredential":{"AccessKeyId":"STS.FakeTemporaryIdForTests03",)"
           R"("AccessKeySecret":"FakeTemporarySecretForTests03",)"
           R"("SecurityToken":"CAISFakeSecurityTokenForTests+plus/slash==",)"
           R"("Expiration":"2026-11-27T11:00:00Z"},)"
           R"("RequestId":"00000000-0000-0000-0000-000000000005"})";
}

} // namespace

class TestCliKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oauth_storedKeys();
    void oauth_end_data();
    void oauth_end();
    void sso_tokenIsExchanged();
    void sso_endedToken_storedKeys();
    void sso_refusedToken_storedKeys();
    void sso_failedExchange_storedKeys_data();
    void sso_failedExchange_storedKeys();
    void sso_everythingEnded_saysSo();
    void sso_refusal();
    void sso_badAnswer_data();
    void sso_badAnswer();
    void sso_plainAddressIsForTheSandbox();
    void sso_tokenGoesToCloudSsoAlone_data();
    void sso_tokenGoesToCloudSsoAlone();
    void sso_tokenWithoutAnEnd_isTried();
    void badFile_data();
    void badFile();
    void badKeys_data();
    void badKeys();
    void samples_areUnderstood_data();
    void samples_areUnderstood();
    void file_isLeftAsItIs();

private:
    Profile profileOf(KeyKind kind) const;
    void write(const QByteArray &text) const;
    QByteArray ssoMembers(qint64 end) const;
    Issuing &ask(const Profile &profile);

    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<Issuing> m_issuing;
};

void TestCliKeys::init()
{
    m_server = std::make_unique<FaultServer>();
    m_server->setScripts({faults::answer(200, exchangeAnswer())});
    m_client = std::make_unique<ReadClient>(m_clock, newNonce, [] { return 0.0; });
}

Profile TestCliKeys::profileOf(KeyKind kind) const
{
    Profile profile;
    profile.environment.isSandbox = true;
    profile.source.kind = kind;
    profile.source.cliFile = m_folder.filePath(QStringLiteral("config.json"));
    profile.source.cliProfile = QStringLiteral("my login");
    return profile;
}

void TestCliKeys::write(const QByteArray &text) const
{
    QFile file(m_folder.filePath(QStringLiteral("config.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the file cannot be written");
}

//! What a login leaves in the profile, with an access token that ends so many seconds from now.
QByteArray TestCliKeys::ssoMembers(qint64 end) const
{
    return R"(,"cloud_sso_sign_in_url":")" + m_server->address().toEncoded() +
           R"(/fake-directory/login","access_token":"FakeCloudSsoAccessToken",)"
           R"("cloud_sso_account_id":"1000000000000001",)"
           R"("cloud_sso_access_config":"ac-fake0000000000000001",)"
           R"("cloud_sso_access_token_expire":)" +
           seconds(end);
}

Issuing &TestCliKeys::ask(const Profile &profile)
{
    m_issuing = std::make_unique<Issuing>();
    askCliLogin(*m_client, m_clock, profile, &m_issuing->context, m_issuing->callback());
    m_issuing->waitForEnd();
    return *m_issuing;
}

void TestCliKeys::oauth_storedKeys()
{
    write("\xEF\xBB\xBF" +
          fileOf(cliProfile("OAuth", 10, {}, "My Login") + ',' + cliProfile("OAuth", 3'600)));
    const Issuing &done = ask(profileOf(KeyKind::OAuth));
    QVERIFY(done.hasKeys());
    QCOMPARE(done.keys().credentials->accessKeyId, QStringLiteral("STS.StoredIdForTests"));
    QCOMPARE(done.secret(), QByteArray("StoredSecretForTests"));
    QCOMPARE(done.token(), QByteArray("CAISStoredToken"));
    QCOMPARE(done.keys().expiresAt, now.addSecs(3'600));
    QCOMPARE(done.keys().issuedAt, now);
    QCOMPARE(m_server->connections(), 0);
}

void TestCliKeys::oauth_end_data()
{
    QTest::addColumn<qint64>("end");
    QTest::addColumn<bool>("hasKeys");
    QTest::newRow("over a minute") << qint64(61) << true;
    QTest::newRow("a minute") << qint64(60) << false;
    QTest::newRow("now") << qint64(0) << false;
    QTest::newRow("long ago") << qint64(-100'000) << false;
}

void TestCliKeys::oauth_end()
{
    QFETCH(qint64, end);
    QFETCH(bool, hasKeys);
    write(fileOf(cliProfile("OAuth", end)));
    const Issuing &done = ask(profileOf(KeyKind::OAuth));
    QCOMPARE(done.hasKeys(), hasKeys);
    if (hasKeys)
        return;
    QCOMPARE(done.error().kind, Error::Kind::BadCredentials);
    QCOMPARE(done.code(), keyissuercodes::cliLoginEnded());
}

void TestCliKeys::sso_tokenIsExchanged()
{
    write(fileOf(cliProfile("CloudSSO", 3'000, ssoMembers(3'600))));
    const Issuing &done = ask(profileOf(KeyKind::CloudSso));
    QVERIFY(done.hasKeys());
    QCOMPARE(done.keys().credentials->accessKeyId, QStringLiteral("STS.FakeTemporaryIdForTests03"));
    QCOMPARE(done.token(), QByteArray("CAISFakeSecurityTokenForTests+plus/slash=="));
    QCOMPARE(done.keys().expiresAt, QDateTime(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC));
    const ArrivedRequest &arrived = m_server->requests().front();
    QCOMPARE(arrived.line, QByteArray("POST /cloud-credentials HTTP/1.1"));
    QCOMPARE(arrived.header("Authorization"), QByteArray("Bearer FakeCloudSsoAccessToken"));
    QCOMPARE(arrived.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(arrived.body, QByteArray(R"({"AccountId":"1000000000000001",)"
                                      R"("AccessConfigurationId":"ac-fake0000000000000001"})"));
}

void TestCliKeys::sso_endedToken_storedKeys()
{
    write(fileOf(cliProfile("CloudSSO", 3'000, ssoMembers(30))));
    const Issuing &done = ask(profileOf(KeyKind::CloudSso));
    QVERIFY(done.hasKeys());
    QCOMPARE(done.secret(), QByteArray("StoredSecretForTests"));
    QCOMPARE(m_server->connections(), 0);
}

void TestCliKeys::sso_refusedToken_storedKeys()
{
    m_server->setScripts({faults::answer(401, R"({"ErrorCode":"InvalidAccessToken"})")});
    write(fileOf(cliProfile("CloudSSO", 3'000, ssoMembers(3'600))));
    QCOMPARE(ask(profileOf(KeyKind::CloudSso)).secret(), QByteArray("StoredSecretForTests"));
    write(fileOf(cliProfile("CloudSSO", 30, ssoMembers(3'600))));
    QCOMPARE(ask(profileOf(KeyKind::CloudSso)).code(), keyissuercodes::cliLoginRefused());
    QCOMPARE(m_server->requests().size(), std::size_t(2));
}

void TestCliKeys::sso_failedExchange_storedKeys_data()
{
    QTest::addColumn<FaultScript>("script");
    QTest::newRow("refused") << faults::answer(403, R"({"ErrorCode":"AccessDenied"})");
    QTest::newRow("fault") << faults::answer(503, "<html>words</html>");
    QTest::newRow("throttled") << faults::answer(429, "{}");
    QTest::newRow("no keys in it") << faults::answer(200, "{}");
    QTest::newRow("redirected") << faults::redirect(302, QUrl(QStringLiteral("http://127.0.0.1")));
    QTest::newRow("cut") << faults::reset();
}

//! Whatever was wrong with the exchange, the CLI's own keys last.
void TestCliKeys::sso_failedExchange_storedKeys()
{
    QFETCH(FaultScript, script);
    m_server->setScripts({script});
    write(fileOf(cliProfile("CloudSSO", 61, ssoMembers(3'600))));
    const Issuing &done = ask(profileOf(KeyKind::CloudSso));
    QVERIFY2(done.hasKeys(), qPrintable(done.code()));
    QCOMPARE(done.secret(), QByteArray("StoredSecretForTests"));
    QCOMPARE(done.keys().expiresAt, now.addSecs(61));
    QVERIFY(m_server->connections() > 0);
}

void TestCliKeys::sso_everythingEnded_saysSo()
{
    write(fileOf(cliProfile("CloudSSO", 30, ssoMembers(30))));
    const Issuing &done = ask(profileOf(KeyKind::CloudSso));
    QCOMPARE(done.code(), keyissuercodes::cliLoginEnded());
    QCOMPARE(m_server->connections(), 0);
}

void TestCliKeys::sso_refusal()
{
    m_server->setScripts(
        {faults::answer(403, R"({"ErrorCode":"AccessDenied.Assignment","ErrorMessage":"words",)"
                             R"("RequestId":"00000000-0000-0000-0000-000000000006"})"),
         faults::answer(503, "<html>words</html>")});
    write(fileOf(cliProfile("CloudSSO", 60, ssoMembers(3'600))));
    const Issuing &denied = ask(profileOf(KeyKind::CloudSso));
    QCOMPARE(denied.error().kind, Error::Kind::Forbidden);
    QCOMPARE(denied.code(), QStringLiteral("AccessDenied.Assignment"));
    QCOMPARE(denied.error().requestId, QStringLiteral("00000000-0000-0000-0000-000000000006"));
    QCOMPARE(denied.error().detail, QStringLiteral("words"));
    const Issuing &fault = ask(profileOf(KeyKind::CloudSso));
    QCOMPARE(fault.error().kind, Error::Kind::ServerFault);
    QCOMPARE(fault.error().detail, QString());
}

void TestCliKeys::sso_badAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("HTML") << QByteArray("<html>") << QString();
    QTest::newRow("nothing in it") << QByteArray("{}") << QStringLiteral("CloudCredential");
    QTest::newRow("no secret") << QByteArray(exchangeAnswer()).replace("AccessKeySecret", "Secret")
                               << QStringLiteral("CloudCredential.AccessKeySecret");
    QTest::newRow("ended") << QByteArray(exchangeAnswer()).replace("11:00:00", "10:00:00")
                           << QStringLiteral("CloudCredential.Expiration");
}

void TestCliKeys::sso_badAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    m_server->setScripts({faults::answer(200, body)});
    write(fileOf(cliProfile("CloudSSO", 60, ssoMembers(3'600))));
    const Issuing &done = ask(profileOf(KeyKind::CloudSso));
    QCOMPARE(done.code(), qstrcmp(QTest::currentDataTag(), "ended") == 0
                              ? keyissuercodes::endedKeys()
                              : keyissuercodes::badAnswer());
    QCOMPARE(done.error().path, path);
}

void TestCliKeys::sso_plainAddressIsForTheSandbox()
{
    write(fileOf(cliProfile("CloudSSO", 3'000, ssoMembers(3'600))));
    Profile profile = profileOf(KeyKind::CloudSso);
    profile.environment.isSandbox = false;
    QCOMPARE(ask(profile).error().code, keyissuercodes::foreignLogin());
    QCOMPARE(m_server->connections(), 0);
}

void TestCliKeys::sso_tokenGoesToCloudSsoAlone_data()
{
    QTest::addColumn<QByteArray>("place");
    for (const char *place :
         {"https://evil.example/login", "https://alibabacloudsso.com.evil.example/login",
          "https://evilalibabacloudsso.com/login", "http://signin-x.alibabacloudsso.com/login",
          "https://signin-x.alibabacloudsso.com:8443/login",
          "https://signin-x.alibabacloudsso.com@evil.example/login",
          "ftp://signin-x.alibabacloudsso.com/login"})
        QTest::newRow(place) << QByteArray(place);
}

void TestCliKeys::sso_tokenGoesToCloudSsoAlone()
{
    QFETCH(QByteArray, place);
    QByteArray members = ssoMembers(3'600);
    members.replace(QByteArray(m_server->address().toEncoded() + "/fake-directory/login"), place);
    write(fileOf(cliProfile("CloudSSO", 3'000, members)));
    const Issuing &refused = ask(profileOf(KeyKind::CloudSso));
    QCOMPARE(refused.error().code, keyissuercodes::foreignLogin());
    QVERIFY(!refused.error().path.isEmpty());
}

void TestCliKeys::sso_tokenWithoutAnEnd_isTried()
{
    QByteArray members = ssoMembers(0);
    members.truncate(members.lastIndexOf(','));
    write(fileOf(cliProfile("CloudSSO", -10, members)));
    QVERIFY(ask(profileOf(KeyKind::CloudSso)).hasKeys());
    QCOMPARE(m_server->requests().size(), std::size_t(1));
}

void TestCliKeys::badFile_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = fileOf(cliProfile("OAuth", 3'600));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << good.chopped(5);
    QTest::newRow("not JSON") << QByteArray("[my login]\nmode = OAuth\n");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no profiles") << QByteArray(R"({"current":"my login"})");
    QTest::newRow("profiles is an object") << QByteArray(R"({"profiles":{}})");
    QTest::newRow("no such profile") << fileOf(cliProfile("OAuth", 3'600, {}, "my login "));
    QTest::newRow("another mode") << fileOf(cliProfile("StsToken", 3'600));
    QTest::newRow("mode in another case") << fileOf(cliProfile("oauth", 3'600));
    QTest::newRow("the first of two is of another mode")
        << fileOf(cliProfile("AK", 3'600) + ',' + cliProfile("OAuth", 3'600));
    QTest::newRow("too large") << good + QByteArray(1024 * 1024, ' ');
}

void TestCliKeys::badFile()
{
    QFETCH(QByteArray, text);
    write(text);
    const Issuing &done = ask(profileOf(KeyKind::OAuth));
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.error().kind, Error::Kind::LocalFault);
    QCOMPARE(done.code(), keyissuercodes::noCliProfile());
    QVERIFY(!done.error().detail.contains(QStringLiteral("Stored")));
    QVERIFY(QFile::remove(profileOf(KeyKind::OAuth).source.cliFile));
    QCOMPARE(ask(profileOf(KeyKind::OAuth)).code(), keyissuercodes::noCliProfile());
}

void TestCliKeys::badKeys_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::newRow("blank in id") << QByteArray("STS.StoredIdForTests")
                                 << QByteArray("STS.Stored IdForTests");
    QTest::newRow("ARN as id") << QByteArray("STS.StoredIdForTests")
                               << QByteArray("acs:ram::1000000000000001:role/x");
    QTest::newRow("ARN as secret")
        << QByteArray("StoredSecretForTests") << QByteArray("acs:ram::1000000000000001:role/x");
    QTest::newRow("line end in token")
        << QByteArray("CAISStoredToken") << QByteArray("CAISStoredToken\\n");
}

void TestCliKeys::badKeys()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    write(fileOf(cliProfile("OAuth", 3'600).replace(was, is)));
    const Issuing &done = ask(profileOf(KeyKind::OAuth));
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.code(), keyissuercodes::misplacedSecret());
    QVERIFY(!done.error().detail.contains(QStringLiteral("Stored")));
}

void TestCliKeys::samples_areUnderstood_data()
{
    QTest::addColumn<KeyKind>("kind");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("OAuth") << KeyKind::OAuth << QStringLiteral("OAuth.json")
                           << QStringLiteral("fake-oauth");
    QTest::newRow("CloudSSO") << KeyKind::CloudSso << QStringLiteral("CloudSSO.json")
                              << QStringLiteral("fake-sso");
    QTest::newRow("all in one") << KeyKind::OAuth << QStringLiteral("combined.json")
                                << QStringLiteral("fake-oauth");
}

void TestCliKeys::samples_areUnderstood()
{
    QFETCH(KeyKind, kind);
    QFETCH(QString, file);
    QFETCH(QString, name);
    QFile sample(QStringLiteral(TEST_DATA "/cli-config-samples/") + file);
    QVERIFY(sample.open(QIODevice::ReadOnly));
    // Without its token nobody is asked, so that the stored keys are what counts.
    write(sample.readAll().replace("\"FakeCloudSsoAccessToken\"", "\"\""));
    Profile profile = profileOf(kind);
    profile.source.cliProfile = name;
    const Issuing &done = ask(profile);
    QVERIFY(done.hasKeys());
    QCOMPARE(done.secret(), QByteArray("FakeTemporarySecretForTests03"));
    QCOMPARE(done.keys().expiresAt, QDateTime::fromSecsSinceEpoch(4'070'905'200, Qt::UTC));
}

void TestCliKeys::file_isLeftAsItIs()
{
    const QByteArray text = fileOf(cliProfile("CloudSSO", 3'000, ssoMembers(3'600)));
    write(text);
    QVERIFY(ask(profileOf(KeyKind::CloudSso)).hasKeys());
    QFile file(profileOf(KeyKind::CloudSso).source.cliFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files),
             QStringList(QStringLiteral("config.json")));
}

QTEST_GUILESS_MAIN(TestCliKeys)
#include "tst_clikeys.moc"
