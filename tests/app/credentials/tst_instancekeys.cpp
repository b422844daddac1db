// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/instancekeys.h"
#include "tests/app/credentials/issuing.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace countersign;

namespace {

constexpr std::size_t steps = 3;

//! The three answers of a metadata service, one of them replaced.
std::vector<FaultScript> scriptsWith(std::size_t step, const FaultScript &script)
{
    std::vector<FaultScript> scripts{faults::answer(200, "session-token=="),
                                     faults::answer(200, "fake-ecs-role\n"),
                                     faults::answer(200, serviceAnswer())};
    scripts.at(step) = script;
    return scripts;
}

} // namespace

class TestInstanceKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sessionFirst_thenNameThenKeys();
    void givenName_isNotAskedFor();
    void badGivenName_nothingIsSent_data();
    void badGivenName_nothingIsSent();
    void withoutSession_nothingElseIsAsked_data();
    void withoutSession_nothingElseIsAsked();
    void badName_isNoAnswer_data();
    void badName_isNoAnswer();
    void badKeys_areNoAnswer_data();
    void badKeys_areNoAnswer();
    void ends_areJudgedByTheClockOfTheServices();
    void silence_endsWithinItsLimit();
    void redirect_isNotFollowed();

private:
    Issuing &ask(const QString &roleName);

    ManualClock m_clock;
    QDateTime m_serviceNow;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<Issuing> m_issuing;
    std::unique_ptr<QObject> m_owner;
};

void TestInstanceKeys::init()
{
    m_serviceNow = m_clock.now();
    m_server = std::make_unique<FaultServer>();
    m_client = std::make_unique<ReadClient>(m_clock, newNonce, [] { return 0.0; });
}

Issuing &TestInstanceKeys::ask(const QString &roleName)
{
    m_issuing = std::make_unique<Issuing>();
    m_owner = std::make_unique<QObject>();
    (new InstanceKeys(
         *m_client, m_server->address(), roleName, [this] { return m_serviceNow; },
         m_issuing->callback(), m_owner.get()))
        ->start();
    m_issuing->waitForEnd();
    return *m_issuing;
}

void TestInstanceKeys::sessionFirst_thenNameThenKeys()
{
    m_server->setScripts(scriptsWith(0, faults::answer(200, "session-token==\n")));
    const Issuing &done = ask({});
    QVERIFY(done.hasKeys());
    QCOMPARE(done.secret(), QByteArray("FakeTemporarySecretForTests03"));
    QCOMPARE(done.keys().expiresAt, QDateTime(QDate(2026, 11, 27), QTime(11, 0), Qt::UTC));
    QCOMPARE(m_server->requests().size(), steps);
    const ArrivedRequest &session = m_server->requests()[0];
    QCOMPARE(session.line, QByteArray("PUT /latest/api/token HTTP/1.1"));
    QCOMPARE(session.header("X-aliyun-ecs-metadata-token-ttl-seconds"), QByteArray("21600"));
    const ArrivedRequest &name = m_server->requests()[1];
    QCOMPARE(name.line, QByteArray("GET /latest/meta-data/ram/security-credentials/ HTTP/1.1"));
    QCOMPARE(name.header("X-aliyun-ecs-metadata-token"), QByteArray("session-token=="));
    const ArrivedRequest &keys = m_server->requests()[2];
    QCOMPARE(keys.line,
             QByteArray("GET /latest/meta-data/ram/security-credentials/fake-ecs-role HTTP/1.1"));
    QCOMPARE(keys.header("X-aliyun-ecs-metadata-token"), QByteArray("session-token=="));
}

void TestInstanceKeys::givenName_isNotAskedFor()
{
    m_server->setScripts(
        {faults::answer(200, "session-token"), faults::answer(200, serviceAnswer())});
    QVERIFY(ask(QStringLiteral("My.Role_1-x")).hasKeys());
    QCOMPARE(m_server->requests().size(), std::size_t(2));
    QCOMPARE(m_server->requests()[1].line,
             QByteArray("GET /latest/meta-data/ram/security-credentials/My.Role_1-x HTTP/1.1"));
}

void TestInstanceKeys::badGivenName_nothingIsSent_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"..", ".", "a/b", "../user-data", "a b", "a?b", "a#b", "a%2fb", "\n"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
    QTest::newRow("long") << QString(65, u'a');
}

void TestInstanceKeys::badGivenName_nothingIsSent()
{
    QFETCH(QString, name);
    m_server->setScripts(scriptsWith(1, faults::answer(200, serviceAnswer())));
    QCOMPARE(ask(name).error().kind, Error::Kind::LocalFault);
    QCOMPARE(m_server->connections(), 0);
}

void TestInstanceKeys::withoutSession_nothingElseIsAsked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("not there") << QByteArray("no") << 404 << Error::Kind::NotFound;
    QTest::newRow("forbidden") << QByteArray("no") << 403 << Error::Kind::Forbidden;
    QTest::newRow("not allowed") << QByteArray("no") << 405 << Error::Kind::Refused;
    QTest::newRow("fault") << QByteArray("no") << 500 << Error::Kind::ServerFault;
    QTest::newRow("empty") << QByteArray() << 200 << Error::Kind::BadReply;
    QTest::newRow("HTML") << QByteArray("<html>\n<body>") << 200 << Error::Kind::BadReply;
    QTest::newRow("long") << QByteArray(4'097, 'x') << 200 << Error::Kind::BadReply;
    QTest::newRow("a header in it")
        << QByteArray("token\r\nX-Other: x") << 200 << Error::Kind::BadReply;
}

// The first version of the service would answer without a session; it is never asked.
void TestInstanceKeys::withoutSession_nothingElseIsAsked()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(Error::Kind, kind);
    m_server->setScripts(scriptsWith(0, faults::answer(status, body)));
    const Issuing &done = ask({});
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.error().kind, kind);
    QCOMPARE(m_server->requests().size(), std::size_t(1));
}

void TestInstanceKeys::badName_isNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"", "\n", "..", "a b", "a/b", "<html>", "[\"role\"]"})
        QTest::addRow("%s", body) << QByteArray(body);
    QTest::newRow("long") << QByteArray(65, 'a');
    QTest::newRow("not ASCII") << QByteArray("r\xC3\xB4le");
}

void TestInstanceKeys::badName_isNoAnswer()
{
    QFETCH(QByteArray, body);
    m_server->setScripts(scriptsWith(1, faults::answer(200, body)));
    const Issuing &done = ask({});
    QCOMPARE(done.code(), keyissuercodes::badAnswer());
    QCOMPARE(m_server->requests().size(), std::size_t(2));
}

void TestInstanceKeys::badKeys_areNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("HTML") << QByteArray("<html>") << QString();
    QTest::newRow("failed") << QByteArray(serviceAnswer()).replace("Success", "Failed")
                            << QStringLiteral("Code");
    QTest::newRow("no code") << QByteArray(serviceAnswer()).replace("\"Code\"", "\"State\"")
                             << QStringLiteral("Code");
    QTest::newRow("no end") << QByteArray(serviceAnswer()).replace("\"Expiration\"", "\"End\"")
                            << QStringLiteral("Expiration");
    QTest::newRow("ended") << serviceAnswer("2026-11-27T09:00:00Z") << QStringLiteral("Expiration");
}

void TestInstanceKeys::badKeys_areNoAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    m_server->setScripts(scriptsWith(2, faults::answer(200, body)));
    const Issuing &done = ask({});
    QCOMPARE(done.code(), qstrcmp(QTest::currentDataTag(), "ended") == 0
                              ? keyissuercodes::endedKeys()
                              : keyissuercodes::badAnswer());
    QCOMPARE(done.error().path, path);
}

//! Whatever the metadata service's own clock says.
void TestInstanceKeys::ends_areJudgedByTheClockOfTheServices()
{
    m_server->setScripts(scriptsWith(
        2, faults::answer(200, serviceAnswer(), "Date: Fri, 27 Nov 2026 12:00:00 GMT\r\n")));
    const Issuing &good = ask({});
    QVERIFY2(good.hasKeys(), qPrintable(good.code()));
    QCOMPARE(good.keys().issuedAt, m_serviceNow);
    m_serviceNow = m_serviceNow.addSecs(3'600);
    m_server = std::make_unique<FaultServer>();
    m_server->setScripts(scriptsWith(
        2, faults::answer(200, serviceAnswer(), "Date: Fri, 27 Nov 2026 10:00:00 GMT\r\n")));
    QCOMPARE(ask({}).code(), keyissuercodes::endedKeys());
}

void TestInstanceKeys::silence_endsWithinItsLimit()
{
    for (std::size_t step = 0; step < steps; ++step) {
        m_server = std::make_unique<FaultServer>();
        m_server->setScripts(scriptsWith(step, faults::hang()));
        const Issuing &done = ask({});
        QVERIFY(done.result);
        QCOMPARE(done.error().kind, Error::Kind::TimedOut);
        QCOMPARE(m_server->requests().size(), step + 1);
    }
}

void TestInstanceKeys::redirect_isNotFollowed()
{
    FaultServer other;
    for (std::size_t step = 0; step < steps; ++step) {
        m_server = std::make_unique<FaultServer>();
        m_server->setScripts(scriptsWith(step, faults::redirect(302, other.address())));
        QCOMPARE(ask({}).error().kind, Error::Kind::Redirected);
    }
    QCOMPARE(other.connections(), 0);
}

QTEST_GUILESS_MAIN(TestInstanceKeys)
#include "tst_instancekeys.moc"
