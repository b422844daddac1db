// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/front.h"
#include "tests/app/sandbox/gateway/servicedesk.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace

//! The services of keys that have paths of their own, as a bare client meets them over HTTP
//! (credentials.md 7.4, 7.5 and 7.7).
class TestKeyServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void metadata_givesKeysToATokenAlone();
    void metadata_tokenHasItsTime_data();
    void metadata_tokenHasItsTime();
    void metadata_tokenEnds();
    void localService_givesKeys();
    void cloudSso_givesKeysForALogin();
    void cloudSso_refuses_data();
    void cloudSso_refuses();
    void otherPaths_areNotServed();
    void faults_knowTheServices();
    void receipts_nameTheServiceAndNoSecret();

private:
    struct Reply
    {
        int status = 0;
        QByteArray body;
        Json json;
    };
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    void open(const QByteArray &rules = "[]", qint64 clockOffset = 0);
    Reply ask(const QByteArray &method, const QByteArray &path, const Headers &headers = {},
              const QByteArray &body = {});
    QByteArray metadataToken(const QByteArray &seconds = "21600")
    {
        return ask("PUT", "/latest/api/token",
                   {{"X-aliyun-ecs-metadata-token-ttl-seconds", seconds}})
            .body;
    }
    //! Lists executions with the keys of a reply; who the service says has sent that.
    QString senderWith(const Json &keys);
    Json announced();
    QByteArray receipts() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<Receipts> m_receipts;
    std::unique_ptr<FaultRules> m_faults;
    std::unique_ptr<Front> m_front;
    quint16 m_port = 0;
};

void TestKeyServices::init()
{
    m_front.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<ServiceDesk>();
    m_desk->now = QDateTime::currentDateTimeUtc();
    open();
}

void TestKeyServices::open(const QByteArray &rules, qint64 clockOffset)
{
    m_front.reset();
    const QString path = m_folder->filePath(text("faults.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(rules);
    file.close();
    m_receipts = std::make_unique<Receipts>();
    QVERIFY(m_receipts->open(m_folder->filePath(text("receipts.jsonl"))));
    m_faults = std::make_unique<FaultRules>();
    QCOMPARE(m_faults->load(path), QString());
    m_front = std::make_unique<Front>(m_desk->service, *m_receipts, *m_faults, clockOffset);
    m_port = m_front->open(0);
    QVERIFY(m_port != 0);
}

TestKeyServices::Reply TestKeyServices::ask(const QByteArray &method, const QByteArray &path,
                                            const Headers &headers, const QByteArray &body)
{
    QByteArray wire = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto &[name, value] : headers)
        wire += name + ": " + value + "\r\n";
    wire += "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" +
            body;
    QTcpSocket socket;
    socket.connectToHost(text("127.0.0.1"), m_port);
    socket.write(wire);
    const bool hasEnded = QTest::qWaitFor(
        [&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000);
    const QByteArray answer = socket.readAll();
    Reply reply;
    if (!hasEnded)
        return reply;
    reply.status = answer.mid(9, 3).toInt();
    reply.body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
    reply.json = Json::parse(reply.body).json.value_or(Json());
    return reply;
}

QString TestKeyServices::senderWith(const Json &keys)
{
    Credentials credentials;
    credentials.accessKeyId = keys[u"AccessKeyId"].toString();
    credentials.secret = SecretBytes(keys[u"AccessKeySecret"].toString().toUtf8());
    credentials.securityToken = SecretBytes(keys[u"SecurityToken"].toString().toUtf8());
    const Answer answer = m_desk->send(m_desk->callWith(credentials, text("ListExecutions"), {}));
    return answer.code.isEmpty() ? m_desk->sender : answer.code;
}

Json TestKeyServices::announced()
{
    JsonWriter out;
    out.beginObject();
    m_desk->service.tokens().announce(out, text("http://127.0.0.1:1"));
    return *Json::parse(out.endObject().bytes()).json;
}

QByteArray TestKeyServices::receipts() const
{
    QFile file(m_folder->filePath(text("receipts.jsonl")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestKeyServices::metadata_givesKeysToATokenAlone()
{
    const QByteArray roles = "/latest/meta-data/ram/security-credentials/";
    QCOMPARE(ask("GET", roles).status, 403);
    QCOMPARE(ask("GET", roles + "oos-instance").status, 403);
    const QByteArray token = metadataToken();
    QVERIFY(token.size() > 20);
    const Headers held{{"X-aliyun-ecs-metadata-token", token}};
    QCOMPARE(ask("GET", roles, {{"X-aliyun-ecs-metadata-token", token + "x"}}).status, 403);
    QCOMPARE(ask("GET", roles, held).body, QByteArray("oos-instance"));
    QCOMPARE(ask("GET", roles + "oos-operator", held).status, 404);
    const Reply reply = ask("GET", roles + "oos-instance", held);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json[u"Code"].toString(), text("Success"));
    QCOMPARE(senderWith(reply.json), text("oos-instance/i-bp1000000000000a01"));
    // Hours, renewed by the platform.
    const auto timeOf = [&reply](QStringView name) {
        return QDateTime::fromString(reply.json[name].toString(), Qt::ISODate);
    };
    QCOMPARE(timeOf(u"LastUpdated").secsTo(timeOf(u"Expiration")), qint64(6 * 3'600));
}

void TestKeyServices::metadata_tokenHasItsTime_data()
{
    QTest::addColumn<QByteArray>("seconds");
    QTest::addColumn<bool>("isGiven");
    QTest::newRow("longest") << QByteArray("21600") << true;
    QTest::newRow("too long") << QByteArray("21601") << false;
    QTest::newRow("shortest") << QByteArray("1") << true;
    QTest::newRow("none") << QByteArray("0") << false;
    QTest::newRow("words") << QByteArray("soon") << false;
}

void TestKeyServices::metadata_tokenHasItsTime()
{
    QFETCH(QByteArray, seconds);
    QFETCH(bool, isGiven);
    const Reply reply =
        ask("PUT", "/latest/api/token", {{"X-aliyun-ecs-metadata-token-ttl-seconds", seconds}});
    QCOMPARE(reply.status, isGiven ? 200 : 400);
    QCOMPARE(ask("PUT", "/latest/api/token").status, 400);
}

void TestKeyServices::metadata_tokenEnds()
{
    const QByteArray token = metadataToken("60");
    open("[]", 61);
    QCOMPARE(ask("GET", "/latest/meta-data/ram/security-credentials/",
                 {{"X-aliyun-ecs-metadata-token", token}})
                 .status,
             403);
}

void TestKeyServices::localService_givesKeys()
{
    const Reply reply = ask("GET", "/credentials");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json[u"Code"].toString(), text("Success"));
    QCOMPARE(senderWith(reply.json), text("oos-operator/local-service"));
}

void TestKeyServices::cloudSso_givesKeysForALogin()
{
    const Json login = announced()[u"cloudSso"];
    QCOMPARE(login[u"signInUrl"].toString(), text("http://127.0.0.1:1/sandbox-directory/login"));
    JsonWriter body;
    body.beginObject().member(u"AccountId", login[u"accountId"].toString());
    body.member(u"AccessConfigurationId", login[u"accessConfiguration"].toString()).endObject();
    const Reply reply =
        ask("POST", "/cloud-credentials",
            {{"Authorization", "Bearer " + login[u"accessToken"].toString().toLatin1()},
             {"Content-Type", "application/json"}},
            body.bytes());
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.json[u"RequestId"].toString().isEmpty());
    QCOMPARE(senderWith(reply.json[u"CloudCredential"]),
             text("AliyunReservedSSO-oos-operator/li.wei"));
}

void TestKeyServices::cloudSso_refuses_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray right =
        R"({"AccountId":"1000000000000001","AccessConfigurationId":"ac-sandbox00000000001"})";
    QTest::newRow("no login") << QByteArray() << right << 401;
    QTest::newRow("another login") << QByteArray("Bearer nobody") << right << 401;
    QTest::newRow("another account")
        << QByteArray("right")
        << QByteArray(
               R"({"AccountId":"2000000000000002","AccessConfigurationId":"ac-sandbox00000000001"})")
        << 403;
    QTest::newRow("no JSON") << QByteArray("right") << QByteArray("x") << 403;
}

void TestKeyServices::cloudSso_refuses()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    if (authorization == "right")
        authorization = "Bearer " + announced()[u"cloudSso"][u"accessToken"].toString().toLatin1();
    const Reply reply = ask("POST", "/cloud-credentials", {{"Authorization", authorization}}, body);
    QCOMPARE(reply.status, status);
    QVERIFY(!reply.json[u"ErrorCode"].toString().isEmpty());
    QVERIFY(!reply.json[u"ErrorMessage"].toString().isEmpty());
    QVERIFY(!reply.json[u"RequestId"].toString().isEmpty());
}

void TestKeyServices::otherPaths_areNotServed()
{
    for (const QByteArray &path : {QByteArray("/latest/"), QByteArray("/latest/user-data"),
                                   QByteArray("/credentials/"), QByteArray("/elsewhere")})
        QCOMPARE(ask("GET", path).status, 403);
    QCOMPARE(ask("POST", "/credentials").status, 403);
    QCOMPARE(ask("GET", "/cloud-credentials").status, 403);
    QCOMPARE(ask("PUT", "/").status, 403);
}

void TestKeyServices::faults_knowTheServices()
{
    open(R"([{"fault":"http503BeforeEffect","action":"LocalCredentials","times":1},
             {"fault":"closeBeforeEffect","action":"MetadataToken","times":1}])");
    QCOMPARE(ask("GET", "/credentials").status, 503);
    QCOMPARE(ask("GET", "/credentials").status, 200);
    QCOMPARE(metadataToken(), QByteArray());
    QVERIFY(!metadataToken().isEmpty());
}

void TestKeyServices::receipts_nameTheServiceAndNoSecret()
{
    const Json announcement = announced();
    const QByteArray login = announcement[u"cloudSso"][u"accessToken"].toString().toLatin1();
    const QByteArray token = announcement[u"oidc"][u"token"].toString().toLatin1();
    ask("POST", "/cloud-credentials", {{"Authorization", "Bearer " + login}}, "{}");
    ask("POST", "/?Action=AssumeRoleWithOIDC&Version=2015-04-01",
        {{"Content-Type", "application/x-www-form-urlencoded"}},
        canonicalQuery({{text("OIDCToken"), QString::fromLatin1(token)},
                        {text("OIDCProviderArn"), TokenDesk::oidcProviderArn()},
                        {text("RoleArn"), text("acs:ram::1000000000000001:role/oos-operator")},
                        {text("RoleSessionName"), text("desk")}}));
    const QList<QByteArray> lines = receipts().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const Json first = *Json::parse(lines.at(0)).json;
    QCOMPARE(first[u"action"].toString(), text("CloudCredentials"));
    QCOMPARE(first[u"scheme"].toString(), QString());
    QCOMPARE(first[u"status"].toInteger(), 403);
    const Json second = *Json::parse(lines.at(1)).json;
    QCOMPARE(second[u"action"].toString(), text("AssumeRoleWithOIDC"));
    QCOMPARE(second[u"user"].toString(), QString());
    QCOMPARE(second[u"status"].toInteger(), 200);
    QCOMPARE(second[u"params"][u"RoleSessionName"].toString(), text("desk"));
    QVERIFY(!receipts().contains(login));
    QVERIFY(!receipts().contains(token.right(40)));
}

QTEST_GUILESS_MAIN(TestKeyServices)
#include "tst_keyservices.moc"
