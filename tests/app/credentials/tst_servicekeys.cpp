// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/servicekeys.h"
#include "tests/app/credentials/issuing.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace countersign;

class TestServiceKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answer_isReadWhole();
    void answer_mayHaveNoCode();
    void wrongClock_judgesNoEnd();
    void badAnswer_data();
    void badAnswer();
    void refusal_saysTheStatusAlone();
    void redirect_isNotFollowed();
    void otherAddress_isNotAsked();

private:
    Issuing &ask(const QUrl &address);

    ManualClock m_clock;
    std::optional<QDateTime> m_serviceNow; //!< as the client has learned it; nothing: as the clock
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<Issuing> m_issuing;
};

void TestServiceKeys::init()
{
    m_server = std::make_unique<FaultServer>();
    m_client = std::make_unique<ReadClient>(m_clock, newNonce, [] { return 0.0; });
}

Issuing &TestServiceKeys::ask(const QUrl &address)
{
    m_issuing = std::make_unique<Issuing>();
    askLocalService(
        *m_client, m_clock, address, [this] { return m_serviceNow.value_or(m_clock.now()); },
        &m_issuing->context, m_issuing->callback());
    m_issuing->waitForEnd();
    return *m_issuing;
}

void TestServiceKeys::answer_isReadWhole()
{
    m_server->setScripts({faults::answer(200, serviceAnswer())});
    QUrl address = m_server->address();
    address.setPath(QStringLiteral("/fake/credentials"));
    address.setQuery(QStringLiteral("profile=a%20b"));
    const Issuing &done = ask(address);
    QVERIFY(done.hasKeys());
    QCOMPARE(done.keys().credentials->accessKeyId, QStringLiteral("STS.FakeTemporaryIdForTests03"));
    QCOMPARE(done.secret(), QByteArray("FakeTemporarySecretForTests03"));
    QCOMPARE(done.token(), QByteArray("CAISFakeSecurityTokenForTests+plus/slash=="));
    QCOMPARE(m_server->requests().size(), std::size_t(1));
    const ArrivedRequest &arrived = m_server->requests().front();
    QCOMPARE(arrived.line, QByteArray("GET /fake/credentials?profile=a%20b HTTP/1.1"));
    QCOMPARE(arrived.header("Authorization"), QByteArray());
}

void TestServiceKeys::answer_mayHaveNoCode()
{
    m_server->setScripts(
        {faults::answer(200, QByteArray(serviceAnswer()).replace("\"Code\"", "\"State\""))});
    QVERIFY(ask(m_server->address()).hasKeys());
}

//! A service of this computer tells the computer's own time, which may be the wrong one: ends are
//! judged by the service that the keys are for.
void TestServiceKeys::wrongClock_judgesNoEnd()
{
    m_server->setScripts(
        {faults::answer(200, serviceAnswer()), faults::answer(200, serviceAnswer())});
    m_serviceNow = m_clock.now();
    const QDateTime end = ask(m_server->address()).keys().expiresAt;
    m_clock.advance(std::chrono::milliseconds(m_clock.now().msecsTo(end)) + std::chrono::hours(1));
    const Issuing &done = ask(m_server->address());
    QVERIFY(done.hasKeys());
    QCOMPARE(done.keys().issuedAt, *m_serviceNow);
}

void TestServiceKeys::badAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::newRow("HTML") << QByteArray("<html>") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("failed") << QByteArray(serviceAnswer()).replace("Success", "Failed")
                            << QStringLiteral("Code");
    QTest::newRow("code is a number")
        << QByteArray(serviceAnswer()).replace("\"Success\"", "200") << QStringLiteral("Code");
    QTest::newRow("no end") << QByteArray(serviceAnswer()).replace("\"Expiration\"", "\"End\"")
                            << QStringLiteral("Expiration");
    QTest::newRow("most") << serviceAnswer() + QByteArray(65'536 + 1 - serviceAnswer().size(), ' ')
                          << QString();
}

void TestServiceKeys::badAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    m_server->setScripts({faults::answer(200, body)});
    const Issuing &done = ask(m_server->address());
    QVERIFY(!done.hasKeys());
    QCOMPARE(done.error().path, path);
    if (body.size() <= 65'536)
        QCOMPARE(done.code(), keyissuercodes::badAnswer());
    else
        QCOMPARE(done.error().kind, Error::Kind::TooLarge);
}

void TestServiceKeys::refusal_saysTheStatusAlone()
{
    m_server->setScripts({faults::answer(500, R"({"Code":"X","Message":"CanaryText"})"),
                          faults::answer(404, "CanaryText"), faults::answer(204, {})});
    const Issuing &fault = ask(m_server->address());
    QCOMPARE(fault.error().kind, Error::Kind::ServerFault);
    QCOMPARE(fault.error().httpStatus, 500);
    QCOMPARE(fault.error().detail, QString());
    const Issuing &absent = ask(m_server->address());
    QCOMPARE(absent.error().kind, Error::Kind::NotFound);
    QCOMPARE(absent.error().detail, QString());
    QVERIFY(!ask(m_server->address()).hasKeys());
}

void TestServiceKeys::redirect_isNotFollowed()
{
    FaultServer other;
    other.setScripts({faults::answer(200, serviceAnswer())});
    m_server->setScripts({faults::redirect(307, other.address())});
    QCOMPARE(ask(m_server->address()).error().kind, Error::Kind::Redirected);
    QCOMPARE(other.connections(), 0);
}

void TestServiceKeys::otherAddress_isNotAsked()
{
    QUrl address = m_server->address();
    address.setHost(QStringLiteral("localhost"));
    QCOMPARE(ask(address).error().kind, Error::Kind::LocalFault);
    QCOMPARE(m_server->connections(), 0);
}

QTEST_GUILESS_MAIN(TestServiceKeys)
#include "tst_servicekeys.moc"
