// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/rolekeys.h"
#include "app/domain/json.h"
#include "tests/app/credentials/issuing.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

Json vectorNamed(QStringView list, const char *name)
{
    QFile file(QStringLiteral(TEST_DATA "/signing/signing-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the recorded vectors are missing");
    const Json::ParseResult parsed = Json::parse(file.readAll());
    if (!parsed)
        qFatal("the recorded vectors are not JSON");
    for (const Json &vector : (*parsed.json)[list].items()) {
        if (vector[u"name"].toString() == QLatin1String(name))
            return vector;
    }
    qFatal("no such vector: %s", name);
}

using Parameters = QMap<QString, QString>;

//! name=value&… decoded; a '+' is a plus.
Parameters decoded(const QByteArray &query)
{
    Parameters parameters;
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            parameters.insert(QUrl::fromPercentEncoding(pair.left(equals)),
                              QUrl::fromPercentEncoding(pair.mid(equals + 1)));
    }
    return parameters;
}

QByteArray queryOf(const ArrivedRequest &request)
{
    const QByteArray address = request.line.split(' ').value(1);
    return address.contains('?') ? address.mid(address.indexOf('?') + 1) : QByteArray();
}

Parameters texts(const Json &object)
{
    Parameters parameters;
    object.forEachMember([&parameters](const QString &name, const Json &value) {
        parameters.insert(name, value.isString() ? value.toString()
                                                 : QString::fromLatin1(value.numberText()));
    });
    return parameters;
}

RoleToAssume roleOf(const Parameters &parameters)
{
    RoleToAssume role;
    role.arn = parameters.value(QStringLiteral("RoleArn"));
    role.sessionName = parameters.value(QStringLiteral("RoleSessionName"));
    role.duration =
        std::chrono::seconds(parameters.value(QStringLiteral("DurationSeconds")).toInt());
    role.externalId = parameters.value(QStringLiteral("ExternalId"));
    role.policy = parameters.value(QStringLiteral("Policy"));
    return role;
}

std::shared_ptr<const Credentials> keysOf(const Json &vector)
{
    auto keys = std::make_shared<Credentials>();
    keys->accessKeyId = vector[u"accessKeyId"].toString();
    keys->secret = SecretBytes(vector[u"accessKeySecret"].toString().toUtf8());
    keys->securityToken = SecretBytes(vector[u"securityToken"].toString().toUtf8());
    return keys;
}

std::shared_ptr<const Credentials> someKeys()
{
    auto keys = std::make_shared<Credentials>();
    keys->accessKeyId = QStringLiteral("FakeAccessKeyIdForTests01");
    keys->secret = SecretBytes("FakeAccessKeySecretForTests01");
    return keys;
}

} // namespace

class TestRoleKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void role_recordedRequestV1_data();
    void role_recordedRequestV1();
    void role_recordedRequestV3_data();
    void role_recordedRequestV3();
    void role_answerIsReadWhole();
    void role_caller_data();
    void role_caller();
    void role_badAnswer_data();
    void role_badAnswer();
    void role_refusal_data();
    void role_refusal();
    void role_pauseIsOfOneProfile();
    void role_endIsJudgedByTheServicesClock();
    void oidc_recordedRequest();
    void oidc_tokenIsReadAnewAndTrimmed();
    void oidc_wrongClockIsCorrected();
    void oidc_tokenIsEncoded();
    void oidc_badTokenFile_nothingIsSent_data();
    void oidc_badTokenFile_nothingIsSent();
    void oidc_badAnswer_data();
    void oidc_badAnswer();
    void oidc_refusal();
    void oidc_plainAddressIsForTheSandbox();

private:
    void setTime(const QDateTime &time)
    {
        m_clock.jump(std::chrono::milliseconds(m_clock.now().msecsTo(time)));
    }
    Profile profile() const;
    QString writeToken(const QByteArray &bytes) const;
    Issuing &take(const Profile &profile);
    Issuing &exchange(const Profile &profile);

    QTemporaryDir m_folder;
    ManualClock m_clock;
    QByteArray m_nonce;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<Issuing> m_issuing;
};

void TestRoleKeys::init()
{
    setTime(QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC));
    m_nonce = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    m_server = std::make_unique<FaultServer>();
    m_server->setScripts({faults::answer(200, roleAnswer())});
    ReadLimits limits;
    limits.attempts = 1;
    m_client = std::make_unique<ReadClient>(
        m_clock, [this] { return m_nonce; }, [] { return 0.0; }, limits);
    m_issuing = std::make_unique<Issuing>();
}

Profile TestRoleKeys::profile() const
{
    Profile profile;
    profile.id = ProfileId(QStringLiteral("p"));
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.stsEndpoint = m_server->address();
    profile.environment.isSandbox = true;
    profile.source.role = operatorRole();
    return profile;
}

QString TestRoleKeys::writeToken(const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(QStringLiteral("token")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the token cannot be written");
    return file.fileName();
}

Issuing &TestRoleKeys::take(const Profile &profile)
{
    m_issuing = std::make_unique<Issuing>();
    assumeRole(*m_client, m_clock, profile, someKeys(), &m_issuing->context, m_issuing->callback());
    m_issuing->waitForEnd();
    return *m_issuing;
}

Issuing &TestRoleKeys::exchange(const Profile &profile)
{
    m_issuing = std::make_unique<Issuing>();
    assumeRoleWithOidc(*m_client, m_clock, profile, &m_issuing->context, m_issuing->callback());
    m_issuing->waitForEnd();
    return *m_issuing;
}

void TestRoleKeys::role_recordedRequestV1_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"v1-credentials-AssumeRole-ak", "v1-credentials-AssumeRole-chained-sts"})
        QTest::addRow("%s", name) << QByteArray(name);
}

// The older signature covers the parameters alone, so that it must come out as it was recorded.
void TestRoleKeys::role_recordedRequestV1()
{
    QFETCH(QByteArray, name);
    const Json vector = vectorNamed(u"vectors", name.constData());
    setTime(QDateTime::fromString(vector[u"date"].toString(), Qt::ISODate));
    m_nonce = vector[u"nonce"].toString().toLatin1();
    Profile chosen = profile();
    chosen.scheme = SignatureScheme::V1;
    chosen.source.role = roleOf(texts(vector[u"formParams"]));
    assumeRole(*m_client, m_clock, chosen, keysOf(vector), &m_issuing->context,
               m_issuing->callback());
    QTRY_COMPARE(m_server->requests().size(), std::size_t(1));
    const ArrivedRequest &arrived = m_server->requests().front();
    Parameters sent = decoded(arrived.body);
    sent.insert(decoded(queryOf(arrived)));
    Parameters expected = texts(vector[u"expected"][u"signedParams"]);
    expected.insert(QStringLiteral("Signature"), vector[u"expected"][u"signature"].toString());
    QCOMPARE(sent, expected);
    QVERIFY(arrived.line.startsWith("POST "));
    QTRY_VERIFY(m_issuing->result);
}

void TestRoleKeys::role_recordedRequestV3_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("v3-sts-AssumeRole") << QByteArray("v3-sts-AssumeRole");
}

void TestRoleKeys::role_recordedRequestV3()
{
    QFETCH(QByteArray, name);
    const Json vector = vectorNamed(u"vectors", name.constData());
    Profile chosen = profile();
    chosen.source.role = roleOf(texts(vector[u"params"]));
    assumeRole(*m_client, m_clock, chosen, keysOf(vector), &m_issuing->context,
               m_issuing->callback());
    QTRY_COMPARE(m_server->requests().size(), std::size_t(1));
    const ArrivedRequest &arrived = m_server->requests().front();
    QCOMPARE(decoded(queryOf(arrived)), texts(vector[u"params"]));
    QCOMPARE(arrived.body, QByteArray());
    QCOMPARE(arrived.header("x-acs-action"), QByteArray("AssumeRole"));
    QCOMPARE(arrived.header("x-acs-version"), QByteArray("2015-04-01"));
    const QByteArray keyId = keysOf(vector)->accessKeyId.toLatin1();
    QVERIFY(arrived.header("Authorization").contains(QByteArray("Credential=" + keyId + ",")));
    QTRY_VERIFY(m_issuing->result);
}

void TestRoleKeys::role_answerIsReadWhole()
{
    const Issuing &done = take(profile());
    QVERIFY(done.hasKeys());
    QCOMPARE(done.keys().credentials->accessKeyId, QStringLiteral("STS.FakeTemporaryIdForTests03"));
    QCOMPARE(done.secret(), QByteArray("FakeTemporarySecretForTests03"));
    QCOMPARE(done.token(), QByteArray("CAISFakeSecurityTokenForTests+plus/slash=="));
    QCOMPARE(done.keys().expiresAt, QDateTime(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC));
    QCOMPARE(done.keys().issuedAt, QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC));
}

void TestRoleKeys::role_caller_data()
{
    QTest::addColumn<QByteArray>("arn");
    QTest::addColumn<QString>("expected");
    const QString usual =
        QStringLiteral("acs:ram::1000000000000001:assumed-role/fake-oos-operator/oos-desktop");
    QTest::newRow("as STS writes it")
        << QByteArray("acs:ram::1000000000000001:role/fake-oos-operator/oos-desktop") << usual;
    QTest::newRow("as GetCallerIdentity writes it")
        << QByteArray("acs:ram::1000000000000001:assumed-role/fake-oos-operator/oos-desktop")
        << usual;
    QTest::newRow("another account")
        << QByteArray("acs:ram::1000000000000002:role/fake-oos-operator/oos-desktop") << QString();
    QTest::newRow("another session")
        << QByteArray("acs:ram::1000000000000001:role/fake-oos-operator/somebody") << QString();
    QTest::newRow("no session") << QByteArray("acs:ram::1000000000000001:role/fake-oos-operator")
                                << QString();
    QTest::newRow("a user") << QByteArray("acs:ram::1000000000000001:user/fake-operator")
                            << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestRoleKeys::role_caller()
{
    QFETCH(QByteArray, arn);
    QFETCH(QString, expected);
    m_server->setScripts({faults::answer(200, roleAnswer(arn))});
    const Issuing &done = take(profile());
    if (expected.isEmpty()) {
        QCOMPARE(done.code(), keyissuercodes::badAnswer());
        QCOMPARE(done.error().path, QStringLiteral("AssumedRoleUser.Arn"));
        QCOMPARE(done.error().requestId, QStringLiteral("00000000-0000-0000-0000-000000000001"));
        return;
    }
    QVERIFY(done.hasKeys());
    CallerIdentity caller;
    caller.accountId = QStringLiteral("1000000000000001");
    caller.principalId = QStringLiteral("300000000000000077:oos-desktop");
    caller.arn = expected;
    caller.identityType = QStringLiteral("AssumedRoleUser");
    QCOMPARE(done.keys().caller, std::optional(caller));
}

void TestRoleKeys::role_badAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("HTML") << QByteArray("<html>Sign in</html>") << QString();
    QTest::newRow("cut") << roleAnswer().chopped(30) << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("no credentials")
        << QByteArray(R"({"RequestId":"00000000-0000-0000-0000-000000000001"})")
        << QStringLiteral("Credentials");
    QTest::newRow("credentials as text")
        << QByteArray(R"({"Credentials":"STS"})") << QStringLiteral("Credentials");
    QTest::newRow("no token") << QByteArray(roleAnswer()).replace("\"SecurityToken\"", "\"Token\"")
                              << QStringLiteral("Credentials.SecurityToken");
    QTest::newRow("ended") << QByteArray(roleAnswer()).replace("11:00:00", "09:00:00")
                           << QStringLiteral("Credentials.Expiration");
    QTest::newRow("too large") << roleAnswer() + QByteArray(70'000, ' ') << QString();
}

void TestRoleKeys::role_badAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    m_server->setScripts({faults::answer(200, body)});
    const Issuing &done = take(profile());
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.code(), qstrcmp(QTest::currentDataTag(), "ended") == 0
                              ? keyissuercodes::endedKeys()
                              : keyissuercodes::badAnswer());
    QCOMPARE(done.error().path, path);
    QVERIFY(!done.error().detail.contains(QStringLiteral("Sign in")));
    QVERIFY(!done.error().detail.contains(QStringLiteral("CAIS")));
}

void TestRoleKeys::role_refusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("no right") << 403 << QByteArray("NoPermission") << Error::Kind::Forbidden;
    QTest::newRow("no role") << 404 << QByteArray("EntityNotExist.Role") << Error::Kind::Refused;
    QTest::newRow("ended token") << 400 << QByteArray("InvalidSecurityToken.Expired")
                                 << Error::Kind::BadCredentials;
    QTest::newRow("wrong secret") << 400 << QByteArray("SignatureDoesNotMatch")
                                  << Error::Kind::BadCredentials;
    QTest::newRow("duration") << 400 << QByteArray("InvalidParameter.DurationSeconds")
                              << Error::Kind::Refused;
}

void TestRoleKeys::role_refusal()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(Error::Kind, kind);
    m_server->setScripts({faults::answer(
        status,
        R"({"RequestId":"00000000-0000-0000-0000-000000000009","Code":")" + code +
            R"(","Message":"words. server string to sign is:POST&SecurityToken%3DCAIS"})")});
    const Issuing &done = take(profile());
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.error().kind, kind);
    QCOMPARE(done.error().code, QString::fromLatin1(code));
    QCOMPARE(done.error().detail, QStringLiteral("words."));
    QCOMPARE(done.error().requestId, QStringLiteral("00000000-0000-0000-0000-000000000009"));
    if (kind == Error::Kind::Forbidden)
        QCOMPARE(done.error().neededRight, QStringLiteral("sts:AssumeRole"));
}

// What the service asks of one account is none of another's.
void TestRoleKeys::role_pauseIsOfOneProfile()
{
    m_server->setScripts({faults::answer(429, R"({"Code":"Throttling.User","RequestId":"r"})",
                                         "x-acs-retry-after: 120000\r\n"),
                          faults::answer(200, roleAnswer())});
    Profile one = profile();
    QCOMPARE(take(one).result->error().kind, Error::Kind::Throttled);
    QCOMPARE(take(one).result->error().kind, Error::Kind::Throttled);
    QCOMPARE(m_server->requests().size(), std::size_t(1));
    Profile other = profile();
    other.id = ProfileId(QStringLiteral("q"));
    QVERIFY(take(other).hasKeys());
}

void TestRoleKeys::role_endIsJudgedByTheServicesClock()
{
    // This computer is two hours ahead of the service.
    m_clock.jump(2h);
    m_server->setScripts(
        {faults::answer(200, roleAnswer(), "Date: Fri, 27 Nov 2026 10:00:00 GMT\r\n")});
    const Issuing &done = take(profile());
    QVERIFY(done.hasKeys());
    QCOMPARE(done.keys().issuedAt, QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC));
}

void TestRoleKeys::oidc_recordedRequest()
{
    const Json vector = vectorNamed(u"unsigned", "unsigned-credentials-AssumeRoleWithOIDC");
    setTime(QDateTime::fromString(vector[u"date"].toString(), Qt::ISODate));
    const Parameters form = texts(vector[u"formParams"]);
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.role = roleOf(form);
    chosen.source.oidcProviderArn = form.value(QStringLiteral("OIDCProviderArn"));
    chosen.source.oidcTokenFile = writeToken(form.value(QStringLiteral("OIDCToken")).toUtf8());
    const Issuing &done = exchange(chosen);
    QVERIFY(done.hasKeys());
    QCOMPARE(
        done.keys().caller->arn,
        QStringLiteral("acs:ram::1000000000000001:assumed-role/fake-oos-operator/oos-desktop"));
    const ArrivedRequest &arrived = m_server->requests().front();
    QVERIFY(arrived.line.startsWith("POST /?"));
    Parameters query = decoded(queryOf(arrived));
    QVERIFY(query.take(QStringLiteral("SignatureNonce")).size() >= 32);
    QCOMPARE(query, decoded(vector[u"expected"][u"query"].toString().toLatin1()));
    QCOMPARE(decoded(arrived.body), decoded(vector[u"expected"][u"body"].toString().toLatin1()));
    QCOMPARE(arrived.header("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(arrived.header("Authorization"), QByteArray());
}

void TestRoleKeys::oidc_tokenIsReadAnewAndTrimmed()
{
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.oidcProviderArn =
        QStringLiteral("acs:ram::1000000000000001:oidc-provider/fake-idp");
    chosen.source.oidcTokenFile = writeToken("first-token\n");
    QVERIFY(exchange(chosen).hasKeys());
    writeToken("\tsecond-token\r\n");
    QVERIFY(exchange(chosen).hasKeys());
    QCOMPARE(m_server->requests().size(), std::size_t(2));
    const QString name = QStringLiteral("OIDCToken");
    QCOMPARE(decoded(m_server->requests()[0].body).value(name), QStringLiteral("first-token"));
    QCOMPARE(decoded(m_server->requests()[1].body).value(name), QStringLiteral("second-token"));
    QVERIFY(!m_server->requests()[1].line.contains("token"));
}

//! What the service answers tells its time, whatever else it says.
void TestRoleKeys::oidc_wrongClockIsCorrected()
{
    m_server->setScripts(
        {faults::answer(400, R"({"Code":"InvalidTimeStamp.Expired","RequestId":"r"})",
                        "Date: Fri, 27 Nov 2026 10:20:00 GMT\r\n"),
         faults::answer(200, roleAnswer(), "Date: Fri, 27 Nov 2026 10:20:00 GMT\r\n")});
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.oidcProviderArn =
        QStringLiteral("acs:ram::1000000000000001:oidc-provider/fake-idp");
    chosen.source.oidcTokenFile = writeToken("a-token");
    QCOMPARE(exchange(chosen).error().kind, Error::Kind::WrongClock);
    const Issuing &again = exchange(chosen);
    QVERIFY(again.hasKeys());
    QCOMPARE(again.keys().issuedAt, QDateTime(QDate(2026, 11, 27), QTime(10, 20), Qt::UTC));
    const Parameters sent = decoded(queryOf(m_server->requests()[1]));
    QCOMPARE(sent.value(QStringLiteral("Timestamp")), QStringLiteral("2026-11-27T10:20:00Z"));
}

void TestRoleKeys::oidc_tokenIsEncoded()
{
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.oidcProviderArn = QStringLiteral("a");
    QByteArray token;
    for (char c = 0x21; c < 0x7f; ++c)
        token += c;
    chosen.source.oidcTokenFile = writeToken(token);
    QVERIFY(exchange(chosen).hasKeys());
    const QByteArray body = m_server->requests().front().body;
    QVERIFY(body.endsWith(QByteArray("&OIDCToken=" + token.toPercentEncoding())));
}

void TestRoleKeys::oidc_badTokenFile_nothingIsSent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n");
    QTest::newRow("three") << QByteArray("abc\n");
    QTest::newRow("too long") << QByteArray(20'001, 'a');
    QTest::newRow("two lines") << QByteArray("first\nsecond\n");
    QTest::newRow("a blank in it") << QByteArray("Bearer token");
    QTest::newRow("binary") << QByteArray("\0\1\2\3\4\5", 6);
    QTest::newRow("not ASCII") << QByteArray("token-\xE5\x90\x8C");
}

void TestRoleKeys::oidc_badTokenFile_nothingIsSent()
{
    QFETCH(QByteArray, content);
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.oidcProviderArn = QStringLiteral("a");
    chosen.source.oidcTokenFile = writeToken(content);
    const Issuing &done = exchange(chosen);
    QCOMPARE(done.code(), keyissuercodes::noTokenFile());
    QCOMPARE(done.error().kind, Error::Kind::LocalFault);
    QCOMPARE(m_server->connections(), 0);
    QVERIFY(QFile::remove(chosen.source.oidcTokenFile));
    QCOMPARE(exchange(chosen).code(), keyissuercodes::noTokenFile());
    writeToken(QByteArray(20'000, 'a'));
    QVERIFY(exchange(chosen).hasKeys());
}

void TestRoleKeys::oidc_badAnswer_data()
{
    role_badAnswer_data();
}

void TestRoleKeys::oidc_badAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    m_server->setScripts({faults::answer(200, body)});
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.oidcProviderArn = QStringLiteral("a");
    chosen.source.oidcTokenFile = writeToken("token");
    const Issuing &done = exchange(chosen);
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.code(), qstrcmp(QTest::currentDataTag(), "ended") == 0
                              ? keyissuercodes::endedKeys()
                              : keyissuercodes::badAnswer());
    QCOMPARE(done.error().path, path);
}

void TestRoleKeys::oidc_refusal()
{
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.oidcProviderArn = QStringLiteral("a");
    chosen.source.oidcTokenFile = writeToken("token");
    m_server->setScripts(
        {faults::answer(403, R"({"RequestId":"00000000-0000-0000-0000-000000000009",)"
                             R"("Code":"NoPermission","Message":"words"})"),
         faults::answer(502, "<html>token</html>"), faults::closeAfterBody()});
    const Issuing &refused = exchange(chosen);
    QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
    QCOMPARE(refused.error().requestId, QStringLiteral("00000000-0000-0000-0000-000000000009"));
    QCOMPARE(refused.error().neededRight, QStringLiteral("sts:AssumeRoleWithOIDC"));
    const Issuing &page = exchange(chosen);
    QCOMPARE(page.error().kind, Error::Kind::ServerFault);
    QCOMPARE(page.error().detail, QString());
    QCOMPARE(exchange(chosen).error().kind, Error::Kind::Offline);
    QCOMPARE(m_server->requests().size(), std::size_t(3));
}

void TestRoleKeys::oidc_plainAddressIsForTheSandbox()
{
    Profile chosen = profile();
    chosen.source.kind = KeyKind::Oidc;
    chosen.source.oidcProviderArn = QStringLiteral("a");
    chosen.source.oidcTokenFile = writeToken("token");
    chosen.environment.isSandbox = false;
    QCOMPARE(exchange(chosen).error().kind, Error::Kind::LocalFault);
    QCOMPARE(m_server->connections(), 0);
}

QTEST_GUILESS_MAIN(TestRoleKeys)
#include "tst_rolekeys.moc"
