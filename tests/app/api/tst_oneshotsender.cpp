// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/networkrequest.h"
#include "app/api/oneshotsender.h"
#include "tests/support/faultserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;
using Reply = SendReport::Reply;
using State = DecisionState;

namespace {

const QByteArray goodBody = R"({"RequestId":"5F1C7A20-0000-4000-8000-00000000A001"})";

QByteArray errorBody(const char *code)
{
    return QByteArray(R"({"Code":")") + code +
           R"(","Message":"no","RequestId":"5F1C7A20-0000-4000-8000-00000000A002"})";
}

//! One send and what came back.
struct Sending
{
    QObject context;
    int callbacks = 0;
    int sendingAsked = 0;
    int sentTold = 0;
    SendReport report;
};

} // namespace

class TestOneShotSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shapes_data();
    void shapes();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void oversizeReply();
    void deepReplyIsNotAccepted();
    void closedPortIsNotSent();
    void untrustedCertificateIsNotSent();
    void silentHandshakeIsNotSent();
    void foreignPlainAddressIsNotSent();
    void lockedProfileIsNotSent();
    void hooksStopTheSend_data();
    void hooksStopTheSend();
    void factsAreThoseOfTheRequest_data();
    void factsAreThoseOfTheRequest();
    void managersComeFromTheSource();
    void callbackComesOnceAndLater();
    void deadContextHearsNothing();
    void deadContextStopsWhatHasNotLeft();
    void cancelBeforeAnything();
    void cancelWhileWaiting();
    void notBusyInTheCallback();
    void lateAnswerWithinTheLimit();
    void missingRightIsNamed();

private:
    ApiTarget targetOf(const FaultServer &server, SignatureScheme scheme) const;
    static ApiRequest request();
    CallHandle send(Sending &sending, const ApiTarget &target);

    TestCertificate m_certificate;
    SystemClock m_clock;
    SendLimits m_limits{2000ms, 500ms, 700ms, 500ms, 64 * 1024};
    std::unique_ptr<OneShotSender> m_sender;
};

void TestOneShotSender::initTestCase()
{
    m_certificate = newTestCertificate();
    QVERIFY(m_certificate.isValid());
}

ApiTarget TestOneShotSender::targetOf(const FaultServer &server, SignatureScheme scheme) const
{
    ApiTarget target;
    target.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    target.endpoint = server.address();
    target.caCertificates = m_certificate.pem;
    target.scheme = scheme;
    target.credentials = [] {
        auto credentials = std::make_shared<Credentials>();
        credentials->accessKeyId = QStringLiteral("LTAIexample");
        credentials->secret = SecretBytes("example-secret");
        return credentials;
    };
    return target;
}

ApiRequest TestOneShotSender::request()
{
    ApiRequest request;
    request.action = QStringLiteral("NotifyExecution");
    request.parameters = {{QStringLiteral("ExecutionId"), QStringLiteral("exec-0001")},
                          {QStringLiteral("NotifyType"), QStringLiteral("Approve")}};
    return request;
}

CallHandle TestOneShotSender::send(Sending &sending, const ApiTarget &target)
{
    m_sender = std::make_unique<OneShotSender>(m_clock, newNonce, m_limits);
    OneShotSender::Hooks hooks;
    hooks.sending = [&sending] {
        ++sending.sendingAsked;
        return true;
    };
    hooks.sent = [&sending] { ++sending.sentTold; };
    return m_sender->send(target, request(), hooks, &sending.context,
                          [&sending](const SendReport &report) {
                              ++sending.callbacks;
                              sending.report = report;
                          });
}

void TestOneShotSender::shapes_data()
{
    QTest::addColumn<FaultScript>("script");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<int>("status");
    QTest::addColumn<State>("state");
    struct Row
    {
        const char *name;
        FaultScript script;
        Reply reply;
        int status;
        State state;
    };
    const std::vector<Row> rows = {
        {"answer", faults::answer(200, goodBody), Reply::Complete, 200, State::Accepted},
        {"close before body", faults::closeBeforeBody(), Reply::None, 0, State::Ambiguous},
        {"close after body", faults::closeAfterBody(), Reply::None, 0, State::Ambiguous},
        {"close later", faults::closeLater(), Reply::None, 0, State::Ambiguous},
        {"reset", faults::reset(), Reply::None, 0, State::Ambiguous},
        {"half status", faults::halfStatus(), Reply::None, 0, State::Ambiguous},
        {"half headers", faults::halfHeaders(), Reply::None, -1, State::Ambiguous},
        {"half body", faults::halfBody(goodBody), Reply::Incomplete, 200, State::Ambiguous},
        {"stalled body", faults::stall(goodBody), Reply::Incomplete, 200, State::Ambiguous},
        {"garbage", faults::garbage(), Reply::None, 0, State::Ambiguous},
        {"continue only", faults::continueOnly(), Reply::None, -1, State::Ambiguous},
        {"hang", faults::hang(), Reply::None, 0, State::Ambiguous},
        {"408", faults::answer(408, errorBody("RequestTimeout"), "Connection: close\r\n"),
         Reply::Complete, 408, State::Ambiguous},
        {"503", faults::answer(503, errorBody("ServiceUnavailable")), Reply::Complete, 503,
         State::Ambiguous},
        {"502 page", faults::answer(502, "<html>bad gateway</html>"), Reply::Complete, 502,
         State::Ambiguous},
        {"407", faults::answer(407, "{}"), Reply::Incomplete, 407, State::Ambiguous},
        {"no request id", faults::answer(200, "{}"), Reply::Complete, 200, State::Ambiguous},
        {"request id in the header alone",
         faults::answer(200, "{}", "x-acs-request-id: 5F1C7A20-A003\r\n"), Reply::Complete, 200,
         State::Ambiguous},
        {"unreadable", faults::answer(200, "{\"RequestId\":\"5F1C7A20-A004\",", {}),
         Reply::Complete, 200, State::Ambiguous},
        {"error in a 200", faults::answer(200, errorBody("InternalError")), Reply::Complete, 200,
         State::Ambiguous},
        {"no right", faults::answer(401, errorBody("User.NoPermission")), Reply::Complete, 401,
         State::Refused},
        {"throttled", faults::answer(429, errorBody("Throttling.User")), Reply::Complete, 429,
         State::Refused},
        {"nonce used", faults::answer(400, errorBody("SignatureNonceUsed")), Reply::Complete, 400,
         State::Ambiguous},
        {"unknown code", faults::answer(409, errorBody("ExecutionMoved")), Reply::Complete, 409,
         State::RefusedCodeUnknown},
    };
    for (const Row &row : rows) {
        for (const bool isTls : {false, true}) {
            QTest::addRow("%s, %s", row.name, isTls ? "tls" : "plain")
                << row.script << isTls << SignatureScheme::V3 << row.reply << row.status
                << row.state;
        }
    }
    QTest::addRow("answer, V1") << faults::answer(200, goodBody) << false << SignatureScheme::V1
                                << Reply::Complete << 200 << State::Accepted;
    QTest::addRow("close after body, V1") << faults::closeAfterBody() << true << SignatureScheme::V1
                                          << Reply::None << 0 << State::Ambiguous;
}

void TestOneShotSender::shapes()
{
    QFETCH(const FaultScript, script);
    QFETCH(const bool, isTls);
    QFETCH(const SignatureScheme, scheme);
    QFETCH(const Reply, reply);
    QFETCH(const int, status);
    QFETCH(const State, state);
    FaultServer server(isTls ? std::optional(m_certificate) : std::nullopt);
    server.setScripts({script});
    Sending sending;
    send(sending, targetOf(server, scheme));
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.sendingAsked, 1);
    QVERIFY(sending.report.bytesHandedOut > 0);
    if (status >= 0) {
        QCOMPARE(sending.report.httpStatus, status);
        QCOMPARE(sending.report.reply, reply);
    }
    QCOMPARE(classify(sending.report), state);
    // A copy that Qt sends by itself would follow within this time.
    QTest::qWait(60);
    QCOMPARE(server.begun(), 1);
    QVERIFY(server.requests().size() <= 1);
    if (!script.isBeforeBody)
        QCOMPARE(int(server.requests().size()), 1);
    QCOMPARE(sending.callbacks, 1);
    QVERIFY(sending.sentTold <= 1);
}

void TestOneShotSender::redirectsAreNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isTls");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d plain", status) << status << false;
        QTest::addRow("%d tls", status) << status << true;
    }
}

void TestOneShotSender::redirectsAreNotFollowed()
{
    QFETCH(const int, status);
    QFETCH(const bool, isTls);
    const auto certificate = isTls ? std::optional(m_certificate) : std::nullopt;
    FaultServer other(certificate);
    FaultServer server(certificate);
    server.setScripts({faults::redirect(status, other.address())});
    Sending sending;
    send(sending, targetOf(server, SignatureScheme::V3));
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.report.httpStatus, status);
    QCOMPARE(classify(sending.report), State::Ambiguous);
    QVERIFY(sending.report.error);
    QCOMPARE(sending.report.error->kind, Error::Kind::Redirected);
    QTest::qWait(60);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(int(server.requests().size()), 1);
}

void TestOneShotSender::oversizeReply()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody.chopped(1) + QByteArray(70'000, ' ') + '}')});
    Sending sending;
    send(sending, targetOf(server, SignatureScheme::V3));
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.report.reply, Reply::TooLarge);
    QCOMPARE(classify(sending.report), State::Ambiguous);
    QCOMPARE(int(server.requests().size()), 1);
}

void TestOneShotSender::deepReplyIsNotAccepted()
{
    FaultServer server;
    const QByteArray deep = QByteArray(100, '[') + QByteArray(100, ']');
    server.setScripts({faults::answer(
        200, R"({"RequestId":"5F1C7A20-0000-4000-8000-00000000A005","x":)" + deep + '}')});
    Sending sending;
    send(sending, targetOf(server, SignatureScheme::V3));
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(classify(sending.report), State::Ambiguous);
    QCOMPARE(sending.report.error->requestId,
             QStringLiteral("5F1C7A20-0000-4000-8000-00000000A005"));
}

void TestOneShotSender::closedPortIsNotSent()
{
    for (const bool isTls : {false, true}) {
        FaultServer server(isTls ? std::optional(m_certificate) : std::nullopt);
        const ApiTarget target = targetOf(server, SignatureScheme::V3);
        server.close();
        Sending sending;
        send(sending, target);
        QTRY_COMPARE(sending.callbacks, 1);
        QCOMPARE(sending.report.bytesHandedOut, 0);
        QCOMPARE(sending.sendingAsked, 0);
        QCOMPARE(sending.report.error->kind, Error::Kind::Offline);
        QCOMPARE(classify(sending.report), State::NotSent);
    }
}

void TestOneShotSender::untrustedCertificateIsNotSent()
{
    FaultServer server(m_certificate);
    for (const QByteArray &trusted : {QByteArray(), newTestCertificate().pem}) {
        ApiTarget target = targetOf(server, SignatureScheme::V3);
        target.caCertificates = trusted;
        Sending sending;
        send(sending, target);
        QTRY_COMPARE(sending.callbacks, 1);
        QCOMPARE(sending.report.bytesHandedOut, 0);
        QCOMPARE(sending.sendingAsked, 0);
        QCOMPARE(sending.report.error->kind, Error::Kind::Untrusted);
        QCOMPARE(classify(sending.report), State::NotSent);
        QCOMPARE(server.begun(), 0);
    }
}

void TestOneShotSender::silentHandshakeIsNotSent()
{
    FaultServer plain;
    ApiTarget target = targetOf(plain, SignatureScheme::V3);
    target.endpoint.setScheme(QStringLiteral("https"));
    Sending sending;
    send(sending, target);
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.report.bytesHandedOut, 0);
    QCOMPARE(sending.report.error->kind, Error::Kind::TimedOut);
    QCOMPARE(classify(sending.report), State::NotSent);
    QCOMPARE(sending.sendingAsked, 0);
}

void TestOneShotSender::foreignPlainAddressIsNotSent()
{
    FaultServer server;
    for (const char *address : {"http://198.51.100.7/", "http://localhost/", "ftp://127.0.0.1/"}) {
        ApiTarget target = targetOf(server, SignatureScheme::V3);
        target.endpoint = QUrl(QString::fromLatin1(address));
        Sending sending;
        send(sending, target);
        QCOMPARE(sending.callbacks, 0);
        QTRY_COMPARE(sending.callbacks, 1);
        QCOMPARE(sending.report.error->kind, Error::Kind::LocalFault);
        QCOMPARE(classify(sending.report), State::NotSent);
    }
}

void TestOneShotSender::lockedProfileIsNotSent()
{
    FaultServer server;
    ApiTarget target = targetOf(server, SignatureScheme::V3);
    target.credentials = [] { return std::shared_ptr<const Credentials>(); };
    Sending sending;
    send(sending, target);
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.report.error->kind, Error::Kind::BadCredentials);
    QCOMPARE(classify(sending.report), State::NotSent);
    QCOMPARE(server.connections(), 0);
}

void TestOneShotSender::hooksStopTheSend_data()
{
    QTest::addColumn<bool>("isVerify");
    QTest::addColumn<bool>("isTls");
    QTest::newRow("verify, plain") << true << false;
    QTest::newRow("verify, tls") << true << true;
    QTest::newRow("sending, plain") << false << false;
    QTest::newRow("sending, tls") << false << true;
}

void TestOneShotSender::hooksStopTheSend()
{
    QFETCH(const bool, isVerify);
    QFETCH(const bool, isTls);
    FaultServer server(isTls ? std::optional(m_certificate) : std::nullopt);
    server.setScripts({faults::answer(200, goodBody)});
    OneShotSender sender(m_clock, newNonce, m_limits);
    SignedRequest seen;
    OneShotSender::Hooks hooks;
    hooks.verify = [&](const SignedRequest &signedRequest) {
        seen = signedRequest;
        return !isVerify;
    };
    hooks.sending = [] { return false; };
    Sending sending;
    sender.send(targetOf(server, SignatureScheme::V3), request(), hooks, &sending.context,
                [&](const SendReport &report) {
                    ++sending.callbacks;
                    sending.report = report;
                });
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(seen.query, QByteArray("ExecutionId=exec-0001&NotifyType=Approve"));
    QCOMPARE(seen.body, QByteArray("RegionId=cn-hangzhou"));
    QCOMPARE(sending.report.bytesHandedOut, 0);
    QCOMPARE(sending.report.error->kind, Error::Kind::Cancelled);
    QCOMPARE(classify(sending.report), State::NotSent);
    QTest::qWait(60);
    QCOMPARE(int(server.requests().size()), 0);
}

void TestOneShotSender::factsAreThoseOfTheRequest_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QString>("name");
    QTest::newRow("V3") << SignatureScheme::V3 << QStringLiteral("ACS3-HMAC-SHA256");
    QTest::newRow("V1") << SignatureScheme::V1 << QStringLiteral("HMAC-SHA1");
}

// Compared with what arrived: query, line feed and body.
void TestOneShotSender::factsAreThoseOfTheRequest()
{
    QFETCH(const SignatureScheme, scheme);
    QFETCH(const QString, name);
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    OneShotSender sender(m_clock, newNonce, m_limits);
    std::optional<RequestFacts> facts;
    bool isBeforeVerify = false;
    OneShotSender::Hooks hooks;
    hooks.signedAs = [&](const RequestFacts &told) { facts = told; };
    hooks.verify = [&](const SignedRequest &) {
        isBeforeVerify = facts.has_value();
        return true;
    };
    Sending sending;
    sender.send(targetOf(server, scheme), request(), hooks, &sending.context,
                [&](const SendReport &report) {
                    ++sending.callbacks;
                    sending.report = report;
                });
    QTRY_COMPARE(sending.callbacks, 1);
    QVERIFY(isBeforeVerify);
    QCOMPARE(server.requests().size(), std::size_t(1));
    const ArrivedRequest &arrived = server.requests().front();
    const QByteArray path = arrived.line.split(' ').at(1);
    const qsizetype mark = path.indexOf('?');
    const QByteArray query = mark < 0 ? QByteArray() : path.mid(mark + 1);
    const QByteArray bytes = query + '\n' + arrived.body;
    QCOMPARE(facts->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(facts->scheme, name);
    QCOMPARE(facts->keyIdTail, QStringLiteral("mple"));
    QVERIFY(bytes.contains(facts->nonce) || arrived.headers.contains(facts->nonce));
    const QByteArray time = facts->timestamp.toString(Qt::ISODate).toLatin1();
    QVERIFY(arrived.headers.contains(time) || bytes.contains(QByteArray(time).replace(":", "%3A")));
    QVERIFY(!facts->skew);
    QCOMPARE(sending.report.bytesIn, goodBody.size());
    QCOMPARE(sending.report.bytesHandedOut, arrived.body.size());
}

void TestOneShotSender::managersComeFromTheSource()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    std::vector<QUrl> asked;
    OneShotSender sender(m_clock, newNonce, m_limits, [&asked](const QUrl &endpoint) {
        asked.push_back(endpoint);
        return newManager(endpoint);
    });
    Sending sending;
    sender.send(targetOf(server, SignatureScheme::V3), request(), {}, &sending.context,
                [&](const SendReport &report) {
                    ++sending.callbacks;
                    sending.report = report;
                });
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(asked.size(), std::size_t(1));
    QCOMPARE(asked.front().port(), server.address().port());
    QCOMPARE(classify(sending.report), State::Accepted);
}

void TestOneShotSender::callbackComesOnceAndLater()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    Sending sending;
    const CallHandle handle = send(sending, targetOf(server, SignatureScheme::V3));
    QCOMPARE(sending.callbacks, 0);
    QVERIFY(m_sender->isBusy());
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.sentTold, 1);
    handle.cancel();
    QTest::qWait(50);
    QCOMPARE(sending.callbacks, 1);
    handle.cancel();
    QCOMPARE(server.requests().front().line,
             QByteArray("POST /?ExecutionId=exec-0001&NotifyType=Approve HTTP/1.1"));
    QCOMPARE(server.requests().front().header("x-acs-action"), QByteArray("NotifyExecution"));
    QCOMPARE(server.requests().front().header("Connection").toLower(), QByteArray("close"));
    QCOMPARE(server.requests().front().body, QByteArray("RegionId=cn-hangzhou"));
}

void TestOneShotSender::deadContextHearsNothing()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody, {})});
    OneShotSender sender(m_clock, newNonce, m_limits);
    auto context = std::make_unique<QObject>();
    int callbacks = 0;
    sender.send(targetOf(server, SignatureScheme::V3), request(), {}, context.get(),
                [&](const SendReport &) { ++callbacks; });
    connect(&server, &FaultServer::arrived, this, [&] { context.reset(); });
    QTRY_VERIFY(!context);
    QTRY_VERIFY(!sender.isBusy());
    QCOMPARE(callbacks, 0);
}

void TestOneShotSender::deadContextStopsWhatHasNotLeft()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    OneShotSender sender(m_clock, newNonce, m_limits);
    auto context = std::make_unique<QObject>();
    int asked = 0;
    OneShotSender::Hooks hooks;
    hooks.sending = [&] { return ++asked > 0; };
    sender.send(targetOf(server, SignatureScheme::V3), request(), hooks, context.get(),
                [](const SendReport &) {});
    context.reset();
    QTRY_VERIFY(!sender.isBusy());
    QCOMPARE(asked, 0);
    QCOMPARE(int(server.requests().size()), 0);
}

void TestOneShotSender::cancelBeforeAnything()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    Sending sending;
    const CallHandle handle = send(sending, targetOf(server, SignatureScheme::V3));
    handle.cancel();
    QCOMPARE(sending.callbacks, 0);
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.report.error->kind, Error::Kind::Cancelled);
    QCOMPARE(classify(sending.report), State::NotSent);
    QTest::qWait(60);
    QCOMPARE(int(server.requests().size()), 0);
}

void TestOneShotSender::cancelWhileWaiting()
{
    FaultServer server;
    Sending sending;
    const CallHandle handle = send(sending, targetOf(server, SignatureScheme::V3));
    QTRY_COMPARE(int(server.requests().size()), 1);
    handle.cancel();
    handle.cancel();
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.report.error->kind, Error::Kind::Cancelled);
    QVERIFY(sending.report.bytesHandedOut > 0);
    QCOMPARE(classify(sending.report), State::Ambiguous);
    QTest::qWait(50);
    QCOMPARE(sending.callbacks, 1);
}

void TestOneShotSender::notBusyInTheCallback()
{
    FaultServer server;
    server.setScripts({faults::answer(200, goodBody)});
    OneShotSender sender(m_clock, newNonce, m_limits);
    std::optional<bool> busy;
    sender.send(targetOf(server, SignatureScheme::V3), request(), {}, this,
                [&](const SendReport &) { busy = sender.isBusy(); });
    QVERIFY(sender.isBusy());
    QTRY_VERIFY(busy.has_value());
    QCOMPARE(*busy, false);
}

void TestOneShotSender::lateAnswerWithinTheLimit()
{
    FaultServer server;
    FaultScript late = faults::answer(200, goodBody);
    late.delay = 300ms;
    server.setScripts({late});
    // The limit for connecting is over before the answer: it must not end what has left.
    m_limits.connect = 150ms;
    Sending sending;
    send(sending, targetOf(server, SignatureScheme::V3));
    m_limits.connect = 2000ms;
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(classify(sending.report), State::Accepted);
}

void TestOneShotSender::missingRightIsNamed()
{
    FaultServer server;
    server.setScripts({faults::answer(403, errorBody("NoPermission"))});
    Sending sending;
    send(sending, targetOf(server, SignatureScheme::V3));
    QTRY_COMPARE(sending.callbacks, 1);
    QCOMPARE(sending.report.error->neededRight, QStringLiteral("oos:NotifyExecution"));
    QCOMPARE(sending.report.code, QStringLiteral("NoPermission"));
    QCOMPARE(sending.report.message, QStringLiteral("no"));
}

QTEST_GUILESS_MAIN(TestOneShotSender)
#include "tst_oneshotsender.moc"
