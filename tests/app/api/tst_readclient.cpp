// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/readclient.h"
#include "tests/support/faultserver.h"
#include "tests/support/shiftedclock.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QNetworkProxy>
#include <QScopeGuard>
#include <QTest>

#include <set>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QByteArray goodBody = R"({"RequestId":"7B2D0000-0000-4000-8000-00000000B001","x":1})";

QByteArray errorBody(const char *code)
{
    return QByteArray(R"({"Code":")") + code +
           R"(","Message":"words","RequestId":"7B2D0000-0000-4000-8000-00000000B002"})";
}

//! What one read came to.
struct Reading
{
    QObject context;
    int callbacks = 0;
    std::optional<Result<ApiReply>> result;
    auto callback()
    {
        return [this](Result<ApiReply> reply) {
            ++callbacks;
            result = std::move(reply);
        };
    }
};

//! A system whose proxy is another one from time to time.
class ChangingProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        return {QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port)};
    }
    quint16 port = 0;
};

} // namespace

class TestReadClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void callbackComesOnceAndLater();
    void deadContextHearsNothing();
    void cancelAndFinishAll();
    void repeatTable_data();
    void repeatTable();
    void limits();
    void wholeLimitCutsAnAttempt();
    void redirectsAreNotFollowed();
    void badBodies_data();
    void badBodies();
    void throttlingHoldsThePlace_data();
    void throttlingHoldsThePlace();
    void earlierCallDoesNotLiftTheHold();
    void usedNonceIsReplacedOnce();
    void clockIsCorrectedOnce();
    void endedToken_leavesOnceMoreWithOtherKeys();
    void endedToken_withoutOtherKeys_fails();
    void endedToken_replacedMeanwhile_asksNobody();
    void endedToken_callIsCancelledWhileItWaits();
    void serviceTime_isThatOfTheAnswers();
    void foreignPlainAddressIsRefused();
    void trustIsNotSharedBetweenLists();
    void largeReplyIsRead();
    void missingRightIsNamed();
    void forgottenConnections_areNotUsedAgain();
    void forgottenConnections_waitingCallLeavesAgain();
    void changedProxy_isUsedByTheNextCall();

private:
    ApiTarget targetOf(const FaultServer &server, const char *region = "cn-hangzhou") const;
    static ApiRequest request();
    ReadClient &newClient();

    TestCertificate m_certificate;
    ShiftedClock m_clock;
    ReadLimits m_limits;
    std::unique_ptr<ReadClient> m_client;
};

void TestReadClient::initTestCase()
{
    m_certificate = newTestCertificate();
    QVERIFY(m_certificate.isValid());
    m_limits.attempt = 400ms;
    m_limits.whole = 4000ms;
    m_limits.attempts = 3;
    m_limits.firstPause = 20ms;
    m_limits.longestPause = 40ms;
    m_limits.replyBytes = 1024 * 1024;
    m_limits.errorBytes = 4096;
}

ApiTarget TestReadClient::targetOf(const FaultServer &server, const char *region) const
{
    ApiTarget target;
    target.place = {ProfileId(QStringLiteral("p")), RegionId(QString::fromLatin1(region))};
    target.endpoint = server.address();
    target.caCertificates = m_certificate.pem;
    target.credentials = [] {
        auto credentials = std::make_shared<Credentials>();
        credentials->accessKeyId = QStringLiteral("LTAIexample");
        credentials->secret = SecretBytes("example-secret");
        return credentials;
    };
    return target;
}

ApiRequest TestReadClient::request()
{
    ApiRequest request;
    request.action = QStringLiteral("ListExecutions");
    return request;
}

ReadClient &TestReadClient::newClient()
{
    m_client = std::make_unique<ReadClient>(
        m_clock, newNonce, [] { return 0.0; }, m_limits);
    return *m_client;
}

void TestReadClient::callbackComesOnceAndLater()
{
    for (const bool isTls : {false, true}) {
        FaultServer server(isTls ? std::optional(m_certificate) : std::nullopt);
        server.setScripts({faults::answer(200, goodBody)});
        Reading reading;
        const CallHandle handle =
            newClient().read(targetOf(server), request(), &reading.context, reading.callback());
        QCOMPARE(reading.callbacks, 0);
        QTRY_COMPARE(reading.callbacks, 1);
        QVERIFY(reading.result->hasValue());
        QCOMPARE((*reading.result)->requestId,
                 QStringLiteral("7B2D0000-0000-4000-8000-00000000B001"));
        handle.cancel();
        QTest::qWait(30);
        QCOMPARE(reading.callbacks, 1);
        QCOMPARE(int(server.requests().size()), 1);
        QCOMPARE(server.requests().front().line,
                 QByteArray("POST /?RegionId=cn-hangzhou HTTP/1.1"));
    }
}

void TestReadClient::deadContextHearsNothing()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    auto reading = std::make_unique<Reading>();
    int callbacks = 0;
    newClient().read(targetOf(server), request(), &reading->context,
                     [&](const Result<ApiReply> &) { ++callbacks; });
    connect(&server, &FaultServer::arrived, this, [&] { reading.reset(); });
    QTRY_VERIFY(!reading);
    QTest::qWait(60);
    QCOMPARE(callbacks, 0);
}

void TestReadClient::cancelAndFinishAll()
{
    FaultServer server;
    Reading first;
    Reading second;
    Reading third;
    ReadClient &client = newClient();
    const CallHandle handle =
        client.read(targetOf(server), request(), &first.context, first.callback());
    client.read(targetOf(server), request(), &second.context, second.callback());
    QTRY_COMPARE(int(server.requests().size()), 2);
    handle.cancel();
    handle.cancel();
    QCOMPARE(first.callbacks, 0);
    QTRY_COMPARE(first.callbacks, 1);
    QCOMPARE(first.result->error().kind, Error::Kind::Cancelled);
    QCOMPARE(second.callbacks, 0);
    client.finishAll();
    client.read(targetOf(server), request(), &third.context, third.callback());
    QCOMPARE(second.callbacks + third.callbacks, 0);
    QTRY_COMPARE(second.callbacks, 1);
    QTRY_COMPARE(third.callbacks, 1);
    QCOMPARE(second.result->error().kind, Error::Kind::Cancelled);
    QCOMPARE(third.result->error().kind, Error::Kind::Cancelled);
    QTest::qWait(30);
    QCOMPARE(first.callbacks + second.callbacks + third.callbacks, 3);
    QCOMPARE(int(server.requests().size()), 2);
}

void TestReadClient::repeatTable_data()
{
    QTest::addColumn<FaultScript>("script");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<int>("requests");
    const auto error = [](int status, const char *code) {
        return faults::answer(status, errorBody(code));
    };
    QTest::newRow("500") << error(500, "InternalError") << Error::Kind::ServerFault << 3;
    QTest::newRow("503") << error(503, "ServiceUnavailable") << Error::Kind::ServerFault << 3;
    QTest::newRow("502 page") << faults::answer(502, "<html>") << Error::Kind::ServerFault << 3;
    QTest::newRow("throttled") << error(400, "Throttling.User") << Error::Kind::Throttled << 3;
    QTest::newRow("rejected") << error(503, "Rejected.Throttling") << Error::Kind::Throttled << 3;
    QTest::newRow("hang") << faults::hang() << Error::Kind::TimedOut << 3;
    QTest::newRow("nonce") << error(400, "SignatureNonceUsed") << Error::Kind::NonceUsed << 2;
    QTest::newRow("no right") << error(401, "User.NoPermission") << Error::Kind::Forbidden << 1;
    QTest::newRow("signature") << error(403, "SignatureDoesNotMatch") << Error::Kind::BadCredentials
                               << 1;
    QTest::newRow("key") << error(404, "InvalidAccessKeyId.NotFound") << Error::Kind::BadCredentials
                         << 1;
    QTest::newRow("clock without a date")
        << error(400, "InvalidTimeStamp.Expired") << Error::Kind::WrongClock << 1;
    QTest::newRow("not found") << error(404, "EntityNotExists.Execution") << Error::Kind::NotFound
                               << 1;
    QTest::newRow("parameter") << error(400, "InvalidParameter.MaxResults") << Error::Kind::Refused
                               << 1;
    QTest::newRow("bad reply") << faults::answer(200, "[]") << Error::Kind::BadReply << 1;
}

void TestReadClient::repeatTable()
{
    QFETCH(const FaultScript, script);
    QFETCH(const Error::Kind, kind);
    QFETCH(const int, requests);
    FaultServer server;
    server.setScripts({script});
    Reading reading;
    newClient().read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QVERIFY(!reading.result->hasValue());
    QCOMPARE(reading.result->error().kind, kind);
    QCOMPARE(int(server.requests().size()), requests);
    std::set<QByteArray> nonces;
    for (const ArrivedRequest &arrived : server.requests())
        nonces.insert(arrived.header("x-acs-signature-nonce"));
    QCOMPARE(int(nonces.size()), requests);
}

void TestReadClient::limits()
{
    FaultServer server;
    const QByteArray head = R"({"RequestId":"7B2D0000-0000-4000-8000-00000000B003","x":")";
    const QByteArray date =
        QLocale::c().toString(m_clock.now().addSecs(90), u"ddd, dd MMM yyyy hh:mm:ss").toLatin1();
    server.setScripts({faults::answer(200, head + QByteArray(1'100'000, 'a') + "\"}",
                                      "Date: " + date + " GMT\r\n")});
    Reading reading;
    newClient().read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    const Error &error = reading.result->error();
    QCOMPARE(error.kind, Error::Kind::TooLarge);
    QCOMPARE(error.requestId, QStringLiteral("7B2D0000-0000-4000-8000-00000000B003"));
    QCOMPARE(error.httpStatus, 200);
    QVERIFY(error.clockSkew);
    QVERIFY(std::abs(error.clockSkew->count() - 90) <= 2);
    QCOMPARE(int(server.requests().size()), 1);
}

void TestReadClient::wholeLimitCutsAnAttempt()
{
    FaultServer server;
    ReadLimits limits = m_limits;
    limits.attempt = 20'000ms;
    limits.whole = 200ms;
    ReadClient client(
        m_clock, newNonce, [] { return 0.0; }, limits);
    Reading reading;
    QElapsedTimer timer;
    timer.start();
    client.read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QCOMPARE(reading.result->error().kind, Error::Kind::TimedOut);
    QVERIFY(timer.elapsed() < 3000);
}

void TestReadClient::redirectsAreNotFollowed()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        FaultServer other;
        FaultServer server;
        server.setScripts({faults::redirect(status, other.address())});
        Reading reading;
        newClient().read(targetOf(server), request(), &reading.context, reading.callback());
        QTRY_COMPARE(reading.callbacks, 1);
        QCOMPARE(reading.result->error().kind, Error::Kind::Redirected);
        QCOMPARE(int(server.requests().size()), 1);
        QCOMPARE(other.connections(), 0);
    }
}

void TestReadClient::badBodies_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("duplicate names") << QByteArray(R"("x":1,"x":2)") << Error::Kind::BadReply;
    QTest::newRow("too deep") << QByteArray("\"x\":" + QByteArray(80, '[') + QByteArray(80, ']'))
                              << Error::Kind::TooLarge;
    QTest::newRow("not JSON") << QByteArray("x") << Error::Kind::BadReply;
    QTest::newRow("bad UTF-8") << QByteArray("\"x\":\"\xff\"") << Error::Kind::BadReply;
    QTest::newRow("name too long")
        << QByteArray('"' + QByteArray(300, 'n') + "\":1") << Error::Kind::TooLarge;
}

void TestReadClient::badBodies()
{
    QFETCH(const QByteArray, member);
    QFETCH(const Error::Kind, kind);
    FaultServer server;
    server.setScripts({faults::answer(
        200, R"({"RequestId":"7B2D0000-0000-4000-8000-00000000B004",)" + member + '}')});
    Reading reading;
    newClient().read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QVERIFY(!reading.result->hasValue());
    QCOMPARE(reading.result->error().kind, kind);
    QCOMPARE(reading.result->error().requestId,
             QStringLiteral("7B2D0000-0000-4000-8000-00000000B004"));
    QCOMPARE(int(server.requests().size()), 1);
}

void TestReadClient::throttlingHoldsThePlace_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("pause");
    QTest::newRow("milliseconds") << QByteArray("x-acs-retry-after: 300\r\n") << 300;
    QTest::newRow("seconds") << QByteArray("Retry-After: 1\r\n") << 1000;
    QTest::newRow("the exact one counts")
        << QByteArray("Retry-After: 9\r\nx-acs-retry-after: 250\r\n") << 250;
}

void TestReadClient::throttlingHoldsThePlace()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, pause);
    FaultServer server;
    server.setScripts(
        {faults::answer(429, errorBody("Throttling.Api"), header), faults::answer(200, goodBody)});
    ReadClient &client = newClient();
    Reading first;
    Reading second;
    Reading elsewhere;
    client.read(targetOf(server), request(), &first.context, first.callback());
    QTRY_VERIFY(client.heldUntil(targetOf(server).place));
    const auto until = *client.heldUntil(targetOf(server).place);
    QVERIFY(until - m_clock.monotonic() <= std::chrono::milliseconds(pause));
    QVERIFY(until - m_clock.monotonic() > std::chrono::milliseconds(pause - 200));
    const ApiTarget other = targetOf(server, "cn-beijing");
    QVERIFY(!client.heldUntil(other.place));
    client.read(targetOf(server), request(), &second.context, second.callback());
    client.read(other, request(), &elsewhere.context, elsewhere.callback());
    QTRY_COMPARE(elsewhere.callbacks, 1);
    QVERIFY(m_clock.monotonic() < until);
    QCOMPARE(int(server.requests().size()), 2);
    QTRY_COMPARE(first.callbacks + second.callbacks, 2);
    QVERIFY(m_clock.monotonic() >= until);
    QVERIFY(first.result->hasValue() && second.result->hasValue());
    QVERIFY(!client.heldUntil(targetOf(server).place));
}

void TestReadClient::earlierCallDoesNotLiftTheHold()
{
    FaultServer slow;
    FaultServer strict;
    FaultScript late = faults::answer(200, goodBody);
    late.delay = 150ms;
    slow.setScripts({late});
    strict.setScripts({faults::answer(429, errorBody("Throttling"), "x-acs-retry-after: 1500\r\n"),
                       faults::answer(200, goodBody)});
    ReadClient &client = newClient();
    Reading earlier;
    Reading throttled;
    client.read(targetOf(slow), request(), &earlier.context, earlier.callback());
    QTRY_COMPARE(int(slow.requests().size()), 1);
    client.read(targetOf(strict), request(), &throttled.context, throttled.callback());
    QTRY_VERIFY(client.heldUntil(targetOf(strict).place));
    QTRY_COMPARE(earlier.callbacks, 1);
    QVERIFY(earlier.result->hasValue());
    QVERIFY(client.heldUntil(targetOf(strict).place));
    QTRY_COMPARE(throttled.callbacks, 1);
    QVERIFY(throttled.result->hasValue());
}

void TestReadClient::usedNonceIsReplacedOnce()
{
    FaultServer server;
    server.setScripts(
        {faults::answer(400, errorBody("SignatureNonceUsed")), faults::answer(200, goodBody)});
    Reading reading;
    newClient().read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QVERIFY(reading.result->hasValue());
    QCOMPARE(int(server.requests().size()), 2);
    QVERIFY(server.requests()[0].header("x-acs-signature-nonce") !=
            server.requests()[1].header("x-acs-signature-nonce"));
}

void TestReadClient::clockIsCorrectedOnce()
{
    FaultServer server;
    m_clock.wrongBy = -3600s;
    const QDateTime right = SystemClock().now();
    const QByteArray date =
        "Date: " + QLocale::c().toString(right, u"ddd, dd MMM yyyy hh:mm:ss").toLatin1() +
        " GMT\r\n";
    server.setScripts({faults::answer(400, errorBody("InvalidTimeStamp.Expired"), date),
                       faults::answer(200, goodBody, date),
                       faults::answer(400, errorBody("InvalidTimeStamp.Expired"), date)});
    ReadClient &client = newClient();
    Reading first;
    client.read(targetOf(server), request(), &first.context, first.callback());
    QTRY_COMPARE(first.callbacks, 1);
    Reading second;
    client.read(targetOf(server), request(), &second.context, second.callback());
    QTRY_COMPARE(second.callbacks, 1);
    m_clock.wrongBy = 0s;
    QVERIFY(first.result->hasValue());
    QVERIFY(std::abs((*first.result)->clockSkew->count() - 3600) <= 3);
    const auto signedTime = [&](std::size_t index) {
        return QDateTime::fromString(
            QString::fromLatin1(server.requests()[index].header("x-acs-date")), Qt::ISODate);
    };
    QVERIFY(std::abs(right.secsTo(signedTime(0)) + 3600) <= 3);
    QVERIFY(std::abs(right.secsTo(signedTime(1))) <= 5);
    QVERIFY(std::abs(right.secsTo(signedTime(2))) <= 5);
    QCOMPARE(second.result->error().kind, Error::Kind::WrongClock);
    QCOMPARE(int(server.requests().size()), 4);
}

namespace {

const FaultScript endedToken = faults::answer(400, errorBody("InvalidSecurityToken.Expired"));

std::shared_ptr<const Credentials> session(const QString &id)
{
    auto made = std::make_shared<Credentials>();
    made->accessKeyId = id;
    made->secret = SecretBytes("secret");
    made->securityToken = SecretBytes("token");
    return made;
}

//! Lends what it holds, and holds other keys when it is asked to.
struct Wallet
{
    std::shared_ptr<const Credentials> lent = session(QStringLiteral("STS.1"));
    std::shared_ptr<const Credentials> next;
    std::vector<std::shared_ptr<const Credentials>> refused;
    bool isSilent = false;

    ReadClient::KeyRenewer renewer()
    {
        return [this](const ProfileId &, const std::shared_ptr<const Credentials> &ended,
                      QObject *context, std::function<void(bool)> done) {
            refused.push_back(ended);
            if (isSilent)
                return;
            QTimer::singleShot(0, context, [this, done] {
                if (next)
                    lent = next;
                done(next != nullptr);
            });
        };
    }
    ApiTarget target(ApiTarget from)
    {
        from.credentials = [this] { return lent; };
        return from;
    }
};

} // namespace

void TestReadClient::endedToken_leavesOnceMoreWithOtherKeys()
{
    FaultServer server;
    server.setScripts({endedToken, faults::answer(200, goodBody)});
    Wallet wallet;
    wallet.next = session(QStringLiteral("STS.2"));
    Reading reading;
    ReadClient &client = newClient();
    client.setKeyRenewer(wallet.renewer());
    client.read(wallet.target(targetOf(server)), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QVERIFY(reading.result->hasValue());
    QCOMPARE(wallet.refused.size(), std::size_t(1));
    QCOMPARE(wallet.refused.front()->accessKeyId, QStringLiteral("STS.1"));
    QCOMPARE(server.requests().size(), std::size_t(2));
    QVERIFY(server.requests()[0].headers.contains("Credential=STS.1"));
    QVERIFY(server.requests()[1].headers.contains("Credential=STS.2"));
    // The other ones are refused as well: once is enough.
    server.setScripts({endedToken});
    Reading second;
    client.read(wallet.target(targetOf(server)), request(), &second.context, second.callback());
    QTRY_COMPARE(second.callbacks, 1);
    QCOMPARE(second.result->error().code, QStringLiteral("InvalidSecurityToken.Expired"));
    QCOMPARE(server.requests().size(), std::size_t(4));
}

void TestReadClient::endedToken_withoutOtherKeys_fails()
{
    FaultServer server;
    server.setScripts({endedToken});
    Wallet wallet;
    Reading reading;
    ReadClient &client = newClient();
    client.read(wallet.target(targetOf(server)), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QCOMPARE(reading.result->error().kind, Error::Kind::BadCredentials);
    Reading second;
    client.setKeyRenewer(wallet.renewer());
    client.read(wallet.target(targetOf(server)), request(), &second.context, second.callback());
    QTRY_COMPARE(second.callbacks, 1);
    QCOMPARE(second.result->error().code, QStringLiteral("InvalidSecurityToken.Expired"));
    QCOMPARE(wallet.refused.size(), std::size_t(1));
    QCOMPARE(server.requests().size(), std::size_t(2));
}

void TestReadClient::endedToken_replacedMeanwhile_asksNobody()
{
    FaultServer server;
    FaultScript slow = endedToken;
    slow.delay = 100ms;
    server.setScripts({slow, faults::answer(200, goodBody)});
    Wallet wallet;
    Reading reading;
    ReadClient &client = newClient();
    client.setKeyRenewer(wallet.renewer());
    client.read(wallet.target(targetOf(server)), request(), &reading.context, reading.callback());
    QTRY_COMPARE(server.begun(), 1);
    wallet.lent = session(QStringLiteral("STS.3"));
    QTRY_COMPARE(reading.callbacks, 1);
    QVERIFY(reading.result->hasValue());
    QVERIFY(wallet.refused.empty());
    QVERIFY(server.requests()[1].headers.contains("Credential=STS.3"));
}

void TestReadClient::endedToken_callIsCancelledWhileItWaits()
{
    FaultServer server;
    server.setScripts({endedToken});
    Wallet wallet;
    wallet.isSilent = true;
    Reading reading;
    ReadClient &client = newClient();
    client.setKeyRenewer(wallet.renewer());
    const CallHandle call = client.read(wallet.target(targetOf(server)), request(),
                                        &reading.context, reading.callback());
    QTRY_COMPARE(wallet.refused.size(), std::size_t(1));
    call.cancel();
    QTRY_COMPARE(reading.callbacks, 1);
    QCOMPARE(reading.result->error().kind, Error::Kind::Cancelled);
}

void TestReadClient::serviceTime_isThatOfTheAnswers()
{
    FaultServer server;
    // Further than a day from ours: nothing to go by (signing.md 10).
    server.setScripts({faults::answer(200, goodBody, "Date: Tue, 04 Mar 2031 05:06:07 GMT\r\n")});
    const ApiTarget target = targetOf(server);
    ReadClient &client = newClient();
    const auto ahead = [&] { return m_clock.now().secsTo(client.serviceNow(target)); };
    QVERIFY(std::abs(ahead()) <= 1);
    Reading far;
    client.read(target, request(), &far.context, far.callback());
    QTRY_COMPARE(far.callbacks, 1);
    QVERIFY(std::abs(ahead()) <= 1);
    const QString told = QLocale::c().toString(m_clock.now().toUTC().addSecs(3'600),
                                               QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    server.setScripts(
        {faults::answer(200, goodBody, QByteArray("Date: ") + told.toLatin1() + "\r\n")});
    Reading near;
    client.read(target, request(), &near.context, near.callback());
    QTRY_COMPARE(near.callbacks, 1);
    QVERIFY2(ahead() >= 3'595 && ahead() <= 3'605, qPrintable(QString::number(ahead())));
    // Setting the wall clock does not change the time of the service.
    const QDateTime before = client.serviceNow(target);
    m_clock.wrongBy = std::chrono::seconds(-7'200);
    QVERIFY(std::abs(before.secsTo(client.serviceNow(target))) <= 2);
    m_clock.wrongBy = std::chrono::seconds(0);
    ApiTarget other = target;
    other.endpoint = QUrl(QStringLiteral("https://other.example"));
    other.stsEndpoint = other.endpoint;
    QVERIFY(std::abs(m_clock.now().secsTo(client.serviceNow(other))) <= 1);
    // Where the service was not asked yet, the token service tells it.
    other.stsEndpoint = target.endpoint;
    QVERIFY(m_clock.now().secsTo(client.serviceNow(other)) >= 3'595);
}

void TestReadClient::foreignPlainAddressIsRefused()
{
    FaultServer server;
    for (const char *address : {"http://198.51.100.7/", "http://localhost/", "file:///tmp/x"}) {
        ApiTarget target = targetOf(server);
        target.endpoint = QUrl(QString::fromLatin1(address));
        Reading reading;
        newClient().read(target, request(), &reading.context, reading.callback());
        QTRY_COMPARE(reading.callbacks, 1);
        QCOMPARE(reading.result->error().kind, Error::Kind::LocalFault);
    }
}

void TestReadClient::trustIsNotSharedBetweenLists()
{
    FaultServer server(m_certificate);
    server.setScripts({faults::answer(200, goodBody)});
    ReadClient &client = newClient();
    Reading trusted;
    client.read(targetOf(server), request(), &trusted.context, trusted.callback());
    QTRY_COMPARE(trusted.callbacks, 1);
    QVERIFY(trusted.result->hasValue());
    ApiTarget target = targetOf(server);
    target.caCertificates = newTestCertificate().pem;
    Reading other;
    client.read(target, request(), &other.context, other.callback());
    QTRY_COMPARE(other.callbacks, 1);
    QVERIFY(!other.result->hasValue());
    QCOMPARE(other.result->error().kind, Error::Kind::Untrusted);
    QCOMPARE(int(server.requests().size()), 1);
}

void TestReadClient::largeReplyIsRead()
{
    FaultServer server;
    const QByteArray text(600'000, 'a');
    server.setScripts({faults::answer(
        200, R"({"RequestId":"7B2D0000-0000-4000-8000-00000000B005","x":")" + text + "\"}")});
    Reading reading;
    newClient().read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QVERIFY(reading.result->hasValue());
    QCOMPARE((*reading.result)->body[u"x"].toString().size(), text.size());
}

void TestReadClient::missingRightIsNamed()
{
    FaultServer server;
    server.setScripts({faults::answer(401, errorBody("User.NoPermission"))});
    Reading reading;
    newClient().read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(reading.callbacks, 1);
    QCOMPARE(reading.result->error().neededRight, QStringLiteral("oos:ListExecutions"));
}

void TestReadClient::forgottenConnections_areNotUsedAgain()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    ReadClient &client = newClient();
    const auto readOnce = [&] {
        Reading reading;
        client.read(targetOf(server), request(), &reading.context, reading.callback());
        QTRY_VERIFY(reading.result.has_value());
        QVERIFY(*reading.result);
    };
    readOnce();
    readOnce();
    QCOMPARE(server.connections(), 1);
    client.forgetConnections();
    readOnce();
    QCOMPARE(server.connections(), 2);
}

// An answer that was on its way when the computer fell asleep never comes.
void TestReadClient::forgottenConnections_waitingCallLeavesAgain()
{
    FaultServer server;
    server.setScripts({faults::hang(), faults::answer(200, goodBody)});
    m_limits.attempt = 60'000ms;
    ReadClient &client = newClient();
    m_limits.attempt = 400ms;
    Reading reading;
    client.read(targetOf(server), request(), &reading.context, reading.callback());
    QTRY_COMPARE(server.requests().size(), std::size_t(1));
    client.forgetConnections();
    QTRY_VERIFY(reading.result.has_value());
    QVERIFY(*reading.result);
    QCOMPARE(reading.callbacks, 1);
    QCOMPARE(server.connections(), 2);
    client.forgetConnections();
    QTest::qWait(50);
    QCOMPARE(reading.callbacks, 1);
}

// The system is asked for its proxy with every attempt.
void TestReadClient::changedProxy_isUsedByTheNextCall()
{
    FaultServer first;
    first.setScripts({faults::closeAfterBody()});
    FaultServer second;
    second.setScripts({faults::closeAfterBody()});
    auto *factory = new ChangingProxy;
    factory->port = first.serverPort();
    QNetworkProxyFactory::setApplicationProxyFactory(factory);
    const auto leave =
        qScopeGuard([] { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); });
    ReadClient &client = newClient();
    ApiTarget target = targetOf(first);
    target.endpoint = QUrl(QStringLiteral("https://oos.example.invalid"));
    const auto readOnce = [&] {
        Reading reading;
        client.read(target, request(), &reading.context, reading.callback());
        QTRY_VERIFY(reading.result.has_value());
    };
    readOnce();
    QVERIFY(!first.requests().empty());
    QVERIFY(first.requests().front().line.startsWith("CONNECT oos.example.invalid:443"));
    QVERIFY(second.requests().empty());
    factory->port = second.serverPort();
    const std::size_t before = first.requests().size();
    readOnce();
    QCOMPARE(first.requests().size(), before);
    QVERIFY(!second.requests().empty());
}

QTEST_GUILESS_MAIN(TestReadClient)
#include "tst_readclient.moc"
