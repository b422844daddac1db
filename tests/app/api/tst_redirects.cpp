// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/oneshotsender.h"
#include "app/api/readclient.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

enum class Sender { Read, Sts, Decision };

} // namespace

//! Answers that point elsewhere: no byte of a second request leaves, wherever they point.
class TestRedirects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void redirect_isAnErrorAndNothingElse_data();
    void redirect_isAnErrorAndNothingElse();

private:
    Error errorOf(Sender sender, const FaultServer &server);

    TestCertificate m_certificate;
    SystemClock m_clock;
};

void TestRedirects::initTestCase()
{
    m_certificate = newTestCertificate();
    QVERIFY(m_certificate.isValid());
}

Error TestRedirects::errorOf(Sender sender, const FaultServer &server)
{
    ApiTarget target;
    target.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    target.endpoint = server.address();
    target.stsEndpoint = server.address();
    target.allowsPrivateEndpoint = true;
    target.caCertificates = m_certificate.pem;
    target.credentials = [] {
        auto credentials = std::make_shared<Credentials>();
        credentials->accessKeyId = QStringLiteral("LTAIexample");
        credentials->secret = SecretBytes("example-secret");
        return credentials;
    };
    ApiRequest request;
    request.product = sender == Sender::Sts ? ApiRequest::Product::Sts : ApiRequest::Product::Oos;
    request.action = sender == Sender::Decision ? QStringLiteral("NotifyExecution")
                                                : QStringLiteral("ListExecutions");
    QObject context;
    std::optional<Error> error;
    bool hasEnded = false;
    ReadClient client(m_clock, newNonce, [] { return 0.0; });
    OneShotSender oneShot(m_clock, newNonce);
    if (sender == Sender::Decision)
        oneShot.send(target, request, {}, &context, [&](const SendReport &report) {
            hasEnded = true;
            error = report.error;
        });
    else
        client.read(target, request, &context, [&](const Result<ApiReply> &reply) {
            hasEnded = true;
            if (!reply)
                error = reply.error();
        });
    (void)QTest::qWaitFor([&] { return hasEnded; }, 20'000);
    // A request that follows by itself would leave within this time.
    QTest::qWait(60);
    return error.value_or(Error());
}

void TestRedirects::redirect_isAnErrorAndNothingElse_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("pointsTo");
    QTest::addColumn<Sender>("sender");
    struct Named
    {
        const char *name;
        const char *address; //!< %1 the first server's port, %2 the other one's, %3 a plain one's
    };
    const Named targets[] = {
        {"same place", "https://127.0.0.1:%1/"},
        {"same host, another file", "https://127.0.0.1:%1/elsewhere?x=1"},
        {"relative", "/elsewhere"},
        {"another port", "https://127.0.0.1:%2/"},
        {"another name of this computer", "https://localhost:%2/"},
        {"plain http", "http://127.0.0.1:%3/"},
        {"plain http on the same port", "http://127.0.0.1:%1/"},
        {"another host", "https://198.51.100.7/"},
        {"a file", "file:///etc/passwd"},
        {"nowhere", ""},
    };
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const Named &target : targets) {
            for (const auto &[sender, word] :
                 {std::pair(Sender::Read, "read"), std::pair(Sender::Sts, "sts"),
                  std::pair(Sender::Decision, "decision")})
                QTest::addRow("%d, %s, %s", status, target.name, word)
                    << status << QString(QLatin1String(target.address)) << sender;
        }
    }
}

void TestRedirects::redirect_isAnErrorAndNothingElse()
{
    QFETCH(const int, status);
    QFETCH(QString, pointsTo);
    QFETCH(const Sender, sender);
    FaultServer server(m_certificate);
    FaultServer other(m_certificate);
    FaultServer plain;
    pointsTo.replace(QStringLiteral("%1"), QString::number(server.serverPort()))
        .replace(QStringLiteral("%2"), QString::number(other.serverPort()))
        .replace(QStringLiteral("%3"), QString::number(plain.serverPort()));
    server.setScripts(
        {faults::answer(status, "moved", "Location: " + pointsTo.toLatin1() + "\r\n")});
    const Error error = errorOf(sender, server);
    QCOMPARE(error.kind, Error::Kind::Redirected);
    QCOMPARE(int(server.requests().size()), 1);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(other.connections(), 0);
    QCOMPARE(plain.connections(), 0);
}

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
