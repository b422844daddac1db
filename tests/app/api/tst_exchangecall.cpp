// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"
#include "app/api/readclient.h"
#include "tests/support/faultserver.h"
#include "tests/support/shiftedclock.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QByteArray goodBody = R"({"AccessKeyId":"STS.x"})";

//! What one exchange came to.
struct Exchange
{
    QObject context;
    int callbacks = 0;
    std::optional<Result<PlainReply>> result;
    auto callback()
    {
        return [this](Result<PlainReply> reply) {
            ++callbacks;
            result.emplace(std::move(reply));
        };
    }
    Error::Kind kind() const { return result->error().kind; }
};

PlainRequest requestTo(const FaultServer &server)
{
    PlainRequest request;
    request.url = server.address();
    request.url.setPath(QStringLiteral("/keys"));
    request.allowsLoopbackHttp = true;
    return request;
}

} // namespace

class TestExchangeCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void post_arrivesAsAsked();
    void getAndPut_bringNoBody();
    void callback_comesOnceAndLater();
    void end_isToldByNameAlone();
    void status_isAReply_data();
    void status_isAReply();
    void redirect_isNotFollowed_data();
    void redirect_isNotFollowed();
    void address_data();
    void address();
    void refusedAddress_nothingLeaves();
    void brokenConnection_isOneRequest_data();
    void brokenConnection_isOneRequest();
    void tooLarge_data();
    void tooLarge();
    void silentServer_readLimit();
    void silentHandshake_connectLimit();
    void untrustedServer_seesNoRequest();
    void proxy_isBypassedWhenAsked();
    void cancel_endsOnce();
    void finishAll_endsAll();
    void deadContext_hearsNothing();
    void deadClient_hearsNothing();

private:
    TestCertificate m_certificate;
    ShiftedClock m_clock;
    std::unique_ptr<ReadClient> m_client;
};

void TestExchangeCall::initTestCase()
{
    m_certificate = newTestCertificate();
    QVERIFY(m_certificate.isValid());
}

void TestExchangeCall::init()
{
    m_client = std::make_unique<ReadClient>(m_clock, newNonce, [] { return 0.0; });
}

void TestExchangeCall::post_arrivesAsAsked()
{
    for (const bool isTls : {false, true}) {
        FaultServer server(isTls ? std::optional(m_certificate) : std::nullopt);
        server.setScripts({faults::answer(200, goodBody,
                                          "x-acs-request-id: 7B2D0000-0000-4000-8000-00000000B001"
                                          "\r\nSet-Cookie: a=b\r\n")});
        PlainRequest request = requestTo(server);
        request.method = "POST";
        request.caCertificates = m_certificate.pem;
        request.allowsLoopbackHttp = !isTls;
        request.headers.emplace_back("Authorization", SecretBytes("Bearer example-token"));
        request.headers.emplace_back("Content-Type", SecretBytes("application/json"));
        request.body = SecretBytes("{\"AccountId\":\"1\"}");
        Exchange exchange;
        m_client->exchange(std::move(request), &exchange.context, exchange.callback());
        QTRY_VERIFY(exchange.result);
        QVERIFY(exchange.result->hasValue());
        const PlainReply &reply = exchange.result->value();
        QCOMPARE(reply.httpStatus, 200);
        QCOMPARE(reply.body.view().toByteArray(), goodBody);
        QCOMPARE(reply.requestId, QStringLiteral("7B2D0000-0000-4000-8000-00000000B001"));
        QCOMPARE(server.requests().size(), std::size_t(1));
        const ArrivedRequest &arrived = server.requests().front();
        QCOMPARE(arrived.line, QByteArray("POST /keys HTTP/1.1"));
        QCOMPARE(arrived.body, QByteArray("{\"AccountId\":\"1\"}"));
        QCOMPARE(arrived.header("Authorization"), QByteArray("Bearer example-token"));
        QCOMPARE(arrived.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(arrived.header("Accept-Encoding"), QByteArray("identity"));
        QCOMPARE(arrived.header("Cookie"), QByteArray());
    }
}

void TestExchangeCall::getAndPut_bringNoBody()
{
    for (const QByteArray method : {"GET", "PUT"}) {
        FaultServer server;
        server.setScripts({faults::answer(200, goodBody)});
        PlainRequest request = requestTo(server);
        request.method = method;
        Exchange exchange;
        m_client->exchange(std::move(request), &exchange.context, exchange.callback());
        QTRY_VERIFY(exchange.result);
        QVERIFY(exchange.result->hasValue());
        const ArrivedRequest &arrived = server.requests().front();
        QCOMPARE(arrived.line, method + " /keys HTTP/1.1");
        QCOMPARE(arrived.body, QByteArray());
        QCOMPARE(arrived.header("Content-Type"), QByteArray());
    }
}

void TestExchangeCall::callback_comesOnceAndLater()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    Exchange exchange;
    m_client->exchange(requestTo(server), &exchange.context, exchange.callback());
    QVERIFY(!exchange.result);
    QTRY_VERIFY(exchange.result);
    QTest::qWait(50);
    QCOMPARE(exchange.callbacks, 1);
}

//! Who listens hears the name that the call was given; one without a name is not told of.
void TestExchangeCall::end_isToldByNameAlone()
{
    std::vector<ExchangeFacts> told;
    connect(m_client.get(), &ReadClient::ended, this,
            [&told](const ExchangeFacts &facts) { told.push_back(facts); });
    FaultServer server;
    server.setScripts({faults::answer(403, goodBody, "x-acs-request-id: 7B2D-B001\r\n"),
                       faults::answer(200, goodBody)});
    PlainRequest request = requestTo(server);
    request.operation = QStringLiteral("CredentialsService");
    Exchange named;
    m_client->exchange(std::move(request), &named.context, named.callback());
    QTRY_VERIFY(named.result);
    Exchange nameless;
    m_client->exchange(requestTo(server), &nameless.context, nameless.callback());
    QTRY_VERIFY(nameless.result);
    PlainRequest refused = requestTo(server);
    refused.operation = QStringLiteral("CredentialsService");
    refused.url = QUrl(QStringLiteral("http://example.com/keys"));
    Exchange failed;
    m_client->exchange(std::move(refused), &failed.context, failed.callback());
    QTRY_VERIFY(failed.result);
    QCOMPARE(told.size(), std::size_t(2));
    QCOMPARE(told[0].action, QStringLiteral("CredentialsService"));
    QCOMPARE(told[0].httpStatus, 403);
    QCOMPARE(told[0].requestId, QStringLiteral("7B2D-B001"));
    QCOMPARE(told[0].bytesIn, qint64(goodBody.size()));
    QVERIFY(!told[0].failure);
    QCOMPARE(told[1].failure, std::optional(Error::Kind::LocalFault));
    QCOMPARE(told[1].httpStatus, 0);
    for (const ExchangeFacts &facts : told) {
        QVERIFY(facts.place.profile.text().isEmpty());
        QVERIFY(facts.code.isEmpty());
    }
    disconnect(m_client.get(), nullptr, this, nullptr);
}

void TestExchangeCall::status_isAReply_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {201, 400, 401, 403, 404, 429, 500, 503})
        QTest::addRow("%d", status) << status;
}

void TestExchangeCall::status_isAReply()
{
    QFETCH(int, status);
    FaultServer server;
    server.setScripts({faults::answer(status, "{\"ErrorCode\":\"X\"}")});
    PlainRequest request = requestTo(server);
    request.method = "POST";
    request.body = SecretBytes("a=b");
    Exchange exchange;
    m_client->exchange(std::move(request), &exchange.context, exchange.callback());
    QTRY_VERIFY(exchange.result);
    QVERIFY(exchange.result->hasValue());
    QCOMPARE(exchange.result->value().httpStatus, status);
    QCOMPARE(exchange.result->value().body.view().toByteArray(),
             QByteArray("{\"ErrorCode\":\"X\"}"));
    QCOMPARE(server.requests().size(), std::size_t(1));
}

void TestExchangeCall::redirect_isNotFollowed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const char *method : {"GET", "PUT", "POST"}) {
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%s %d", method, status) << QByteArray(method) << status;
    }
}

void TestExchangeCall::redirect_isNotFollowed()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    FaultServer other;
    other.setScripts({faults::answer(200, goodBody)});
    FaultServer server;
    server.setScripts({faults::redirect(status, other.address())});
    PlainRequest request = requestTo(server);
    request.method = method;
    if (method == "POST")
        request.body = SecretBytes("a=b");
    Exchange exchange;
    m_client->exchange(std::move(request), &exchange.context, exchange.callback());
    QTRY_VERIFY(exchange.result);
    QVERIFY(!exchange.result->hasValue());
    QCOMPARE(exchange.kind(), Error::Kind::Redirected);
    QCOMPARE(exchange.result->error().httpStatus, status);
    QCOMPARE(exchange.result->error().detail, QString());
    QCOMPARE(other.connections(), 0);
    QCOMPARE(server.requests().size(), std::size_t(1));
}

void TestExchangeCall::address_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("allowsLoopback");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *address, const char *method, bool loopback, bool isAllowed) {
        QTest::addRow("%s %s %d", method, address, int(loopback))
            << QString::fromLatin1(address) << QByteArray(method) << loopback << isAllowed;
    };
    row("https://sts.aliyuncs.com", "POST", false, true);
    row("https://signin-cn-shanghai.alibabacloudsso.com/cloud-credentials", "POST", false, true);
    row("http://sts.aliyuncs.com", "POST", false, false);
    row("http://sts.aliyuncs.com", "POST", true, false);
    row("http://127.0.0.1:8080/x", "GET", false, false);
    row("http://127.0.0.1:8080/x", "GET", true, true);
    row("http://127.0.0.1:8080/x", "POST", true, true);
    row("http://[::1]:8080/x", "GET", true, true);
    row("http://localhost:8080/x", "GET", true, false);
    row("http://127.0.0.2:8080/x", "GET", true, false);
    row("http://0.0.0.0:8080/x", "GET", true, false);
    row("http://127.0.0.1.example.com/x", "GET", true, false);
    row("http://100.100.100.200/latest/api/token", "PUT", false, true);
    row("http://100.100.100.200/latest/meta-data/", "GET", false, true);
    row("http://100.100.100.200/latest/meta-data/", "POST", false, false);
    row("http://100.100.100.200:8080/latest/meta-data/", "GET", false, false);
    row("http://100.100.100.201/latest/meta-data/", "GET", false, false);
    row("https://user:word@sts.aliyuncs.com", "POST", false, false);
    row("https://sts.aliyuncs.com/#part", "POST", false, false);
    row("ftp://127.0.0.1/x", "GET", true, false);
    row("file:///etc/passwd", "GET", true, false);
    row("", "GET", true, false);
}

void TestExchangeCall::address()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, method);
    QFETCH(bool, allowsLoopback);
    QFETCH(bool, isAllowed);
    PlainRequest request;
    request.url = QUrl(address);
    request.method = method;
    request.allowsLoopbackHttp = allowsLoopback;
    const Result<QUrl> result = addressOf(request);
    QCOMPARE(result.hasValue(), isAllowed);
    if (!isAllowed)
        QCOMPARE(result.error().kind, Error::Kind::LocalFault);
}

void TestExchangeCall::refusedAddress_nothingLeaves()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    PlainRequest request = requestTo(server);
    request.allowsLoopbackHttp = false;
    Exchange exchange;
    m_client->exchange(std::move(request), &exchange.context, exchange.callback());
    QVERIFY(!exchange.result);
    QTRY_VERIFY(exchange.result);
    QCOMPARE(exchange.kind(), Error::Kind::LocalFault);
    QCOMPARE(server.connections(), 0);
}

void TestExchangeCall::brokenConnection_isOneRequest_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("closed") << 0;
    QTest::newRow("reset") << 1;
    QTest::newRow("half of the status line") << 2;
    QTest::newRow("half of the headers") << 3;
    QTest::newRow("half of the body") << 4;
    QTest::newRow("garbage") << 5;
}

void TestExchangeCall::brokenConnection_isOneRequest()
{
    QFETCH(int, fault);
    const std::vector<FaultScript> scripts{faults::closeAfterBody(),   faults::reset(),
                                           faults::halfStatus(),       faults::halfHeaders(),
                                           faults::halfBody(goodBody), faults::garbage()};
    FaultServer server;
    server.setScripts({scripts.at(std::size_t(fault))});
    PlainRequest request = requestTo(server);
    request.method = "POST";
    request.body = SecretBytes("OIDCToken=example-token");
    Exchange exchange;
    m_client->exchange(std::move(request), &exchange.context, exchange.callback());
    QTRY_VERIFY(exchange.result);
    QVERIFY(!exchange.result->hasValue());
    QCOMPARE(exchange.kind(), Error::Kind::Offline);
    QCOMPARE(exchange.result->error().detail, QString());
    QCOMPARE(server.requests().size(), std::size_t(1));
}

void TestExchangeCall::tooLarge_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isAnnounced");
    QTest::addColumn<bool>("isTooLarge");
    QTest::newRow("the limit") << 1024 << true << false;
    QTest::newRow("one more") << 1025 << true << true;
    QTest::newRow("much more, unannounced") << 1024 * 1024 << false << true;
}

void TestExchangeCall::tooLarge()
{
    QFETCH(int, size);
    QFETCH(bool, isAnnounced);
    QFETCH(bool, isTooLarge);
    FaultServer server;
    FaultScript script = faults::answer(200, QByteArray(size, 'x'));
    if (!isAnnounced) {
        script.bytes = "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(size, 'x');
        script.ending = FaultScript::Ending::Close;
    }
    server.setScripts({script});
    PlainRequest request = requestTo(server);
    request.replyBytes = 1024;
    Exchange exchange;
    m_client->exchange(std::move(request), &exchange.context, exchange.callback());
    QTRY_VERIFY(exchange.result);
    QCOMPARE(exchange.result->hasValue(), !isTooLarge);
    if (isTooLarge)
        QCOMPARE(exchange.kind(), Error::Kind::TooLarge);
    else
        QCOMPARE(exchange.result->value().body.size(), std::size_t(size));
}

void TestExchangeCall::silentServer_readLimit()
{
    for (const FaultScript &script : {faults::hang(), faults::stall(goodBody)}) {
        FaultServer server;
        server.setScripts({script});
        PlainRequest request = requestTo(server);
        request.connect = 60s;
        request.read = 150ms;
        Exchange exchange;
        QElapsedTimer elapsed;
        elapsed.start();
        m_client->exchange(std::move(request), &exchange.context, exchange.callback());
        QTRY_VERIFY_WITH_TIMEOUT(exchange.result, 30'000);
        QCOMPARE(exchange.kind(), Error::Kind::TimedOut);
        QVERIFY(elapsed.elapsed() >= 150);
        QCOMPARE(server.requests().size(), std::size_t(1));
    }
}

void TestExchangeCall::silentHandshake_connectLimit()
{
    FaultServer server; // speaks no TLS, and waits for more
    server.setScripts({faults::hang()});
    PlainRequest request = requestTo(server);
    request.url.setScheme(QStringLiteral("https"));
    request.connect = 150ms;
    request.read = 60s;
    Exchange exchange;
    m_client->exchange(std::move(request), &exchange.context, exchange.callback());
    QTRY_VERIFY_WITH_TIMEOUT(exchange.result, 30'000);
    QCOMPARE(exchange.kind(), Error::Kind::TimedOut);
    QCOMPARE(server.begun(), 0);
}

void TestExchangeCall::untrustedServer_seesNoRequest()
{
    FaultServer server(m_certificate);
    server.setScripts({faults::answer(200, goodBody)});
    Exchange exchange;
    m_client->exchange(requestTo(server), &exchange.context, exchange.callback());
    QTRY_VERIFY(exchange.result);
    QCOMPARE(exchange.kind(), Error::Kind::Untrusted);
    QCOMPARE(exchange.result->error().detail, QString());
    QCOMPARE(server.begun(), 0);
}

void TestExchangeCall::proxy_isBypassedWhenAsked()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    FaultServer proxy;
    proxy.setScripts({faults::answer(502, "from the proxy")});
    const auto viaProxy = [&proxy](const QUrl &endpoint) {
        auto manager = newManager(endpoint);
        manager->setProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"),
                                        proxy.serverPort()));
        return manager;
    };
    ReadClient client(
        m_clock, newNonce, [] { return 0.0; }, {}, viaProxy);
    for (const bool bypasses : {false, true}) {
        PlainRequest request = requestTo(server);
        request.bypassesProxy = bypasses;
        Exchange exchange;
        client.exchange(std::move(request), &exchange.context, exchange.callback());
        QTRY_VERIFY(exchange.result);
        QCOMPARE(server.connections(), bypasses ? 1 : 0);
    }
    QCOMPARE(proxy.connections(), 1);
}

void TestExchangeCall::cancel_endsOnce()
{
    FaultServer server;
    server.setScripts({faults::hang()});
    Exchange exchange;
    const CallHandle handle =
        m_client->exchange(requestTo(server), &exchange.context, exchange.callback());
    QTRY_COMPARE(server.begun(), 1);
    handle.cancel();
    handle.cancel();
    QVERIFY(!exchange.result);
    QTRY_VERIFY(exchange.result);
    QCOMPARE(exchange.kind(), Error::Kind::Cancelled);
    QTest::qWait(50);
    handle.cancel();
    QTest::qWait(20);
    QCOMPARE(exchange.callbacks, 1);
    // Before it has left.
    Exchange early;
    m_client->exchange(requestTo(server), &early.context, early.callback()).cancel();
    QTRY_VERIFY(early.result);
    QCOMPARE(early.kind(), Error::Kind::Cancelled);
    QCOMPARE(server.begun(), 1);
}

void TestExchangeCall::finishAll_endsAll()
{
    FaultServer server;
    server.setScripts({faults::hang()});
    Exchange before;
    m_client->exchange(requestTo(server), &before.context, before.callback());
    QTRY_COMPARE(server.begun(), 1);
    m_client->finishAll();
    Exchange after;
    m_client->exchange(requestTo(server), &after.context, after.callback());
    QTRY_VERIFY(before.result && after.result);
    QCOMPARE(before.kind(), Error::Kind::Cancelled);
    QCOMPARE(after.kind(), Error::Kind::Cancelled);
    QCOMPARE(server.begun(), 1);
}

void TestExchangeCall::deadContext_hearsNothing()
{
    FaultServer server;
    FaultScript script = faults::answer(200, goodBody);
    script.delay = 50ms;
    server.setScripts({script});
    int callbacks = 0;
    auto context = std::make_unique<QObject>();
    m_client->exchange(requestTo(server), context.get(),
                       [&callbacks](Result<PlainReply>) { ++callbacks; });
    QTRY_COMPARE(server.begun(), 1);
    context.reset();
    QTest::qWait(150);
    QCOMPARE(callbacks, 0);
}

void TestExchangeCall::deadClient_hearsNothing()
{
    FaultServer server;
    server.setScripts({faults::hang()});
    Exchange exchange;
    const CallHandle handle =
        m_client->exchange(requestTo(server), &exchange.context, exchange.callback());
    QTRY_COMPARE(server.begun(), 1);
    m_client.reset();
    handle.cancel();
    QTest::qWait(50);
    QCOMPARE(exchange.callbacks, 0);
}

QTEST_GUILESS_MAIN(TestExchangeCall)
#include "tst_exchangecall.moc"
