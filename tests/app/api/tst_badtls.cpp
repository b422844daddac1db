// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"
#include "app/api/oneshotsender.h"
#include "app/api/readclient.h"
#include "app/domain/transportcodes.h"
#include "tests/support/tlsserver.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

enum class Sender { Read, Sts, Decision, Plain };

//! TLS as a flawed version of Qt has it: it believes one more root than was asked for.
class CredulousManager final : public QNetworkAccessManager
{
public:
    explicit CredulousManager(const QByteArray &root)
        : m_root(QSslCertificate::fromData(root, QSsl::Pem))
    {
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        QNetworkRequest wider(request);
        QSslConfiguration tls = wider.sslConfiguration();
        tls.addCaCertificates(m_root);
        wider.setSslConfiguration(tls);
        return QNetworkAccessManager::createRequest(operation, wider, body);
    }

private:
    const QList<QSslCertificate> m_root;
};

//! A server that breaks off in the middle of its part of the handshake.
class CuttingServer final : public QTcpServer
{
public:
    CuttingServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                received += socket->readAll();
                // The first bytes of a record with a ServerHello of 80 bytes.
                socket->write(QByteArray::fromHex("160303005002000050"));
                socket->disconnectFromHost();
            });
        });
    }
    QUrl address() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(serverPort())); }
    QByteArray received;
};

ApiTarget targetFor(const QUrl &address, const QByteArray &trusted)
{
    ApiTarget target;
    target.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    target.endpoint = address;
    target.stsEndpoint = address;
    target.caCertificates = trusted;
    target.credentials = [] {
        auto credentials = std::make_shared<Credentials>();
        credentials->accessKeyId = QStringLiteral("LTAIexample");
        credentials->secret = SecretBytes("example-secret");
        return credentials;
    };
    return target;
}

} // namespace

//! Servers that do not prove who they are, through both senders and both products.
class TestBadTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goodServer_getsTheRequest_data();
    void goodServer_getsTheRequest();
    void badServer_getsNoByte_data();
    void badServer_getsNoByte();
    void weakServer_wouldServeOthers();
    void rootThatDoesNotCount_getsNoByte_data();
    void rootThatDoesNotCount_getsNoByte();
    void everyConnection_isProvenAnew();
    void cutHandshake_getsNoByte_data();
    void cutHandshake_getsNoByte();
    void clientCertificate_isNotGiven();

private:
    struct Served
    {
        MadeCertificate certificate;
        QByteArray chain;
        QStringList options;
        QByteArray trusted;
    };
    //! The error it ended with; nothing when there was an answer.
    std::optional<Error> call(Sender sender, const ApiTarget &target,
                              const ManagerSource &managers = {});
    MadeCertificate serverBy(const MadeCertificate &issuer,
                             const std::function<void(CertificateWish &)> &change = {}) const;

    SystemClock m_clock;
    MadeCertificate m_root;
    MadeCertificate m_otherRoot;
    MadeCertificate m_middle;
};

void TestBadTls::initTestCase()
{
    const auto authority = [](const char *name, const std::optional<MadeCertificate> &above = {}) {
        CertificateWish wish;
        wish.name = QLatin1String(name);
        wish.hosts.clear();
        wish.isAuthority = true;
        return makeCertificate(wish, above);
    };
    m_root = authority("Root that counts");
    m_otherRoot = authority("Root that does not");
    m_middle = authority("Authority between", m_root);
    QVERIFY(m_root.isValid() && m_otherRoot.isValid() && m_middle.isValid());
}

MadeCertificate TestBadTls::serverBy(const MadeCertificate &issuer,
                                     const std::function<void(CertificateWish &)> &change) const
{
    CertificateWish wish;
    wish.name = QStringLiteral("a server");
    if (change)
        change(wish);
    return makeCertificate(wish, issuer);
}

std::optional<Error> TestBadTls::call(Sender sender, const ApiTarget &target,
                                      const ManagerSource &managers)
{
    ApiRequest request;
    request.action = QStringLiteral("ListExecutions");
    QObject context;
    bool hasEnded = false;
    std::optional<Error> error;
    if (sender == Sender::Decision) {
        request.action = QStringLiteral("NotifyExecution");
        OneShotSender oneShot(m_clock, newNonce, SendLimits{3s, 3s, 1s, 1s, 64 * 1024}, managers);
        qint64 handedOut = -1;
        int asked = 0;
        OneShotSender::Hooks hooks;
        hooks.sending = [&asked] {
            ++asked;
            return true;
        };
        oneShot.send(target, request, hooks, &context, [&](const SendReport &report) {
            hasEnded = true;
            error = report.error;
            handedOut = report.bytesHandedOut;
        });
        (void)QTest::qWaitFor([&] { return hasEnded; }, 20'000);
        // What was not handed out is known not to have been sent.
        if (error && (error->kind == Error::Kind::Untrusted) && (handedOut != 0 || asked != 0))
            error->detail = QStringLiteral("bytes were handed out");
        return error;
    }
    if (sender == Sender::Sts) {
        request.product = ApiRequest::Product::Sts;
        request.action = QStringLiteral("GetCallerIdentity");
    }
    ReadLimits limits;
    limits.attempt = 2s;
    limits.attempts = 3;
    limits.firstPause = 10ms;
    ReadClient client(
        m_clock, newNonce, [] { return 0.0; }, limits, managers);
    if (sender == Sender::Plain) {
        PlainRequest plain;
        plain.method = "POST";
        plain.url = target.endpoint;
        plain.body = SecretBytes("token of a person");
        plain.caCertificates = target.caCertificates;
        plain.read = 1s;
        client.exchange(std::move(plain), &context, [&](const Result<PlainReply> &reply) {
            hasEnded = true;
            if (!reply)
                error = reply.error();
        });
        (void)QTest::qWaitFor([&] { return hasEnded; }, 20'000);
        return error;
    }
    client.read(target, request, &context, [&](const Result<ApiReply> &reply) {
        hasEnded = true;
        if (!reply)
            error = reply.error();
    });
    (void)QTest::qWaitFor([&] { return hasEnded; }, 20'000);
    return error;
}

void TestBadTls::goodServer_getsTheRequest_data()
{
    QTest::addColumn<Sender>("sender");
    QTest::newRow("read") << Sender::Read;
    QTest::newRow("sts") << Sender::Sts;
    QTest::newRow("decision") << Sender::Decision;
    QTest::newRow("plain") << Sender::Plain;
}

//! Without it, a server that could not be reached would look like one that got nothing.
void TestBadTls::goodServer_getsTheRequest()
{
    QFETCH(const Sender, sender);
    TlsServer server(serverBy(m_middle), m_middle.certificate);
    QVERIFY(server.isListening());
    (void)call(sender, targetFor(server.address(), m_root.certificate));
    QTRY_VERIFY2(server.received().startsWith("POST /"), server.errors().constData());
}

void TestBadTls::badServer_getsNoByte_data()
{
    QTest::addColumn<Served>("served");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Sender>("sender");
    using Change = std::function<void(CertificateWish &)>;
    const QByteArray trusted = m_root.certificate;
    const auto add = [](const char *name, const Served &served, const QString &code) {
        for (const auto &[sender, word] :
             {std::pair(Sender::Read, "read"), std::pair(Sender::Sts, "sts"),
              std::pair(Sender::Decision, "decision"), std::pair(Sender::Plain, "plain")})
            QTest::addRow("%s, %s", name, word) << served << code << sender;
    };
    const auto by = [&](const Change &change) { return serverBy(m_root, change); };
    CertificateWish alone;
    alone.name = QStringLiteral("self-made");
    add("self-signed", {makeCertificate(alone), {}, {}, trusted}, transportcodes::unknownIssuer());
    add("unknown root", {serverBy(m_otherRoot), m_otherRoot.certificate, {}, trusted},
        transportcodes::unknownIssuer());
    add("expired",
        {by([](CertificateWish &wish) {
             wish.begins = -48h;
             wish.ends = -24h;
         }),
         {},
         {},
         trusted},
        transportcodes::expired());
    add("not yet valid",
        {by([](CertificateWish &wish) {
             wish.begins = 24h;
             wish.ends = 48h;
         }),
         {},
         {},
         trusted},
        transportcodes::notYetValid());
    add("other address",
        {by([](CertificateWish &wish) {
             wish.hosts = {QStringLiteral("127.0.0.2"), QStringLiteral("oos.example")};
         }),
         {},
         {},
         trusted},
        transportcodes::otherHost());
    add("name in the subject alone",
        {by([](CertificateWish &wish) {
             wish.name = QStringLiteral("oos.example");
             wish.hosts.clear();
         }),
         {},
         {},
         trusted},
        transportcodes::otherHost());
    add("intermediate left out", {serverBy(m_middle), {}, {}, trusted},
        transportcodes::unknownIssuer());
    const MadeCertificate server = serverBy(m_root);
    add("signed by a server", {serverBy(server), server.certificate, {}, trusted},
        transportcodes::unknownIssuer());
    add("for clients alone",
        {by([](CertificateWish &wish) { wish.usage = "clientAuth"; }), {}, {}, trusted},
        transportcodes::unfitCertificate());
    const QStringList lax{QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0")};
    add("1024 bits",
        {by([](CertificateWish &wish) { wish.key = CertificateWish::Key::Rsa1024; }),
         {},
         lax,
         trusted},
        transportcodes::unfitCertificate());
    add("SHA-1",
        {by([](CertificateWish &wish) { wish.digest = CertificateWish::Digest::Sha1; }),
         {},
         lax,
         trusted},
        transportcodes::unfitCertificate());
    add("TLS 1.1", {serverBy(m_root), {}, lax + QStringList{QStringLiteral("-tls1_1")}, trusted},
        transportcodes::handshake());
    add("TLS 1.0", {serverBy(m_root), {}, lax + QStringList{QStringLiteral("-tls1")}, trusted},
        transportcodes::handshake());
    const QStringList nobody{QStringLiteral("-tls1_2"), QStringLiteral("-cipher"),
                             QStringLiteral("aNULL:@SECLEVEL=0")};
    add("anonymous cipher", {serverBy(m_root), {}, nobody, trusted}, transportcodes::handshake());
    const QStringList plain{QStringLiteral("-tls1_2"), QStringLiteral("-cipher"),
                            QStringLiteral("eNULL:@SECLEVEL=0")};
    add("no encryption", {serverBy(m_root), {}, plain, trusted}, transportcodes::handshake());
}

void TestBadTls::badServer_getsNoByte()
{
    QFETCH(const Served, served);
    QFETCH(const QString, code);
    QFETCH(const Sender, sender);
    TlsServer server(served.certificate, served.chain, served.options);
    QVERIFY2(server.isListening(), server.errors().constData());
    const std::optional<Error> error = call(sender, targetFor(server.address(), served.trusted));
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::Untrusted);
    QCOMPARE(error->code, code);
    QVERIFY(error->detail != QStringLiteral("bytes were handed out"));
    QTest::qWait(50);
    QCOMPARE(server.received(), QByteArray());
}

//! That the old and weak ones are refused by us, and are not merely broken.
void TestBadTls::weakServer_wouldServeOthers()
{
    const QString lax = QStringLiteral("ALL:@SECLEVEL=0");
    CertificateWish weak;
    weak.name = QStringLiteral("weak");
    weak.key = CertificateWish::Key::Rsa1024;
    weak.digest = CertificateWish::Digest::Sha1;
    for (const char *version : {"-tls1_1", "-tls1", "-tls1_2"}) {
        TlsServer server(makeCertificate(weak, m_root), {},
                         {QStringLiteral("-cipher"), lax, QLatin1String(version)});
        QVERIFY(server.isListening());
        QProcess client;
        client.start(QStringLiteral("openssl"),
                     {QStringLiteral("s_client"), QStringLiteral("-quiet"), QLatin1String(version),
                      QStringLiteral("-cipher"), lax, QStringLiteral("-connect"),
                      server.address().authority()});
        client.write("POST / from a careless client\n");
        QTRY_VERIFY2(server.received().startsWith("POST / from"),
                     client.readAllStandardError().constData());
        client.kill();
        client.waitForFinished();
    }
}

void TestBadTls::rootThatDoesNotCount_getsNoByte_data()
{
    goodServer_getsTheRequest_data();
}

//! The last certificate of the chain is on the list, or nothing is written, whatever TLS says.
void TestBadTls::rootThatDoesNotCount_getsNoByte()
{
    QFETCH(const Sender, sender);
    const ManagerSource credulous([this](const QUrl &) -> std::unique_ptr<QNetworkAccessManager> {
        return std::make_unique<CredulousManager>(m_otherRoot.certificate);
    });
    const QList<QByteArray> chains{QByteArray(), m_otherRoot.certificate,
                                   m_otherRoot.certificate + m_root.certificate};
    for (const QByteArray &chain : chains) {
        TlsServer server(serverBy(m_otherRoot), chain);
        QVERIFY(server.isListening());
        const std::optional<Error> error =
            call(sender, targetFor(server.address(), m_root.certificate), credulous);
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Untrusted);
        QCOMPARE(error->code, transportcodes::unknownIssuer());
        QVERIFY(error->detail != QStringLiteral("bytes were handed out"));
        QTest::qWait(50);
        QCOMPARE(server.received(), QByteArray());
        // The manager itself is taken in, and a list that has the root lets the request go.
        (void)call(sender, targetFor(server.address(), m_otherRoot.certificate), credulous);
        QTRY_VERIFY2(server.received().startsWith("POST /"), server.errors().constData());
    }
    TlsServer server(serverBy(m_otherRoot));
    CredulousManager manager(m_otherRoot.certificate);
    QNetworkRequest request = guardedRequest(server.address(), m_root.certificate);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QTRY_VERIFY2(server.received().startsWith("GET /"), server.errors().constData());
}

//! A session that is taken up again proves itself as the first one did.
void TestBadTls::everyConnection_isProvenAnew()
{
    for (const char *version : {"-tls1_2", "-tls1_3"}) {
        TlsServer server(serverBy(m_middle), m_middle.certificate, {QLatin1String(version)});
        QVERIFY(server.isListening());
        ReadLimits limits;
        limits.attempt = 1s;
        limits.attempts = 3; // each over a connection of its own, because the server is silent
        limits.firstPause = 10ms;
        ReadClient client(
            m_clock, newNonce, [] { return 0.0; }, limits);
        QObject context;
        std::optional<Error> error;
        ApiRequest request;
        request.action = QStringLiteral("ListExecutions");
        client.read(targetFor(server.address(), m_root.certificate), request, &context,
                    [&error](const Result<ApiReply> &reply) { error = reply.error(); });
        QTRY_VERIFY_WITH_TIMEOUT(error, 20'000);
        QCOMPARE(error->kind, Error::Kind::TimedOut);
        QTRY_COMPARE(server.received().count("POST /"), 3);
    }
}

void TestBadTls::cutHandshake_getsNoByte_data()
{
    goodServer_getsTheRequest_data();
}

void TestBadTls::cutHandshake_getsNoByte()
{
    QFETCH(const Sender, sender);
    CuttingServer server;
    const std::optional<Error> error =
        call(sender, targetFor(server.address(), m_root.certificate));
    QVERIFY(error);
    QVERIFY(error->kind == Error::Kind::Untrusted || error->kind == Error::Kind::Offline);
    QVERIFY(server.received.startsWith('\x16'));
    QVERIFY(!server.received.contains("POST"));
}

//! We have no certificate of our own to give, and what demands one hears nothing of the request.
void TestBadTls::clientCertificate_isNotGiven()
{
    for (const char *version : {"-tls1_2", "-tls1_3"}) {
        for (const Sender sender : {Sender::Read, Sender::Sts, Sender::Decision}) {
            TlsServer server(serverBy(m_root), {},
                             {QStringLiteral("-Verify"), QStringLiteral("1"),
                              QStringLiteral("-verify_return_error"), QLatin1String(version)});
            QVERIFY(server.isListening());
            const std::optional<Error> error =
                call(sender, targetFor(server.address(), m_root.certificate));
            QVERIFY(error);
            QTest::qWait(50);
            QCOMPARE(server.received(), QByteArray());
        }
    }
}

QTEST_GUILESS_MAIN(TestBadTls)
#include "tst_badtls.moc"
