// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/oneshotsender.h"
#include "app/api/readclient.h"
#include "app/credentials/profileregistry.h"
#include "app/flows/keyrenewal.h"
#include "app/log/eventlog.h"
#include "app/main/eventfeed.h"
#include "tests/fakes/fakeissuer.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace countersign;

namespace {

constexpr char profileId[] = "1a2b3c4d-0000-4000-8000-000000000000";

Profile profile()
{
    Profile made;
    made.id = ProfileId(QString::fromLatin1(profileId));
    made.alias = QStringLiteral("alias-of-the-person");
    made.accountId = QStringLiteral("1000000000000001");
    made.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    return made;
}

std::shared_ptr<const Credentials> key()
{
    auto made = std::make_shared<Credentials>();
    made->accessKeyId = QStringLiteral("LTAI5tQwErTy99ab");
    made->secret = SecretBytes(QByteArrayView("secret"));
    return made;
}

} // namespace

class tst_EventFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void profile_fromItsComingToItsEnd();
    void calls_areToldByFixedFields();
    void hostileAnswer_leavesNoText();
    void throttling_isTold();
    void issuedKeys_renewedFailedAndEnded();
    void issuedKeys_hostileError_leavesNoText();

private:
    //! The lines without their times.
    QStringList told() const
    {
        QStringList lines;
        for (const QString &line : m_log->lastLines())
            lines += line.section(QLatin1Char(' '), 1);
        return lines;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<EventFeed> m_feed;
    std::unique_ptr<ReadClient> m_client;
};

void tst_EventFeed::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = std::make_unique<EventLog>(m_folder->filePath(QStringLiteral("logs")), m_clock);
    m_feed = std::make_unique<EventFeed>(*m_log);
    m_client = std::make_unique<ReadClient>(
        m_clock, [] { return QByteArray("nonce"); }, [] { return 0.5; });
    m_feed->follow(*m_client);
}

void tst_EventFeed::cleanup()
{
    m_client.reset();
    m_feed.reset();
    m_log.reset();
}

void tst_EventFeed::profile_fromItsComingToItsEnd()
{
    ProfileRegistry profiles;
    m_feed->follow(profiles);
    Profile changed = profile();
    profiles.setProfile(changed);
    profiles.setProfile(changed); // nothing is different
    profiles.setCredentials(changed.id, key());
    profiles.setCredentials(changed.id, key());
    changed.alias = QStringLiteral("another-alias");
    profiles.setProfile(changed);
    profiles.setCredentials(changed.id, nullptr);
    profiles.removeProfile(changed.id);
    const QString end = QStringLiteral(" profile=1a2b3c4d");
    QCOMPARE(told(), QStringList({QString(QStringLiteral("ProfileAdded") + end),
                                  QString(QStringLiteral("KeyLent") + end),
                                  QString(QStringLiteral("ProfileChanged") + end),
                                  QString(QStringLiteral("KeyDropped") + end),
                                  QString(QStringLiteral("ProfileRemoved") + end)}));
}

void tst_EventFeed::calls_areToldByFixedFields()
{
    ExchangeFacts facts;
    facts.place = {profile().id, RegionId(QStringLiteral("cn-hangzhou"))};
    facts.action = QStringLiteral("ListTaskExecutions");
    facts.execution = ExecutionId(QStringLiteral("exec-9f8e7d6c5b4a39281706"));
    facts.httpStatus = 200;
    facts.requestId = QStringLiteral("C8B26B44-0189-443E-9816-D951F59623A9");
    facts.duration = std::chrono::milliseconds(31);
    facts.bytesIn = 77;
    Q_EMIT m_client->ended(facts);
    OneShotSender sender(m_clock, [] { return QByteArray("nonce"); });
    m_feed->follow(sender);
    facts.action = QStringLiteral("NotifyExecution");
    facts.failure = Error::Kind::Refused;
    facts.httpStatus = 400;
    facts.code = QStringLiteral("InvalidStatus");
    facts.bytesOut = 12;
    facts.attempts = 3;
    Q_EMIT sender.ended(facts);
    QCOMPARE(
        told(),
        QStringList({QStringLiteral("Read profile=1a2b3c4d region=cn-hangzhou "
                                    "operation=ListTaskExecutions "
                                    "execution=exec-9f8e7d6c5b4a39281706 status=200 "
                                    "request=C8B26B44-0189-443E-9816-D951F59623A9 ms=31 in=77"),
                     QStringLiteral("Send profile=1a2b3c4d region=cn-hangzhou "
                                    "operation=NotifyExecution "
                                    "execution=exec-9f8e7d6c5b4a39281706 failure=Refused "
                                    "status=400 code=InvalidStatus "
                                    "request=C8B26B44-0189-443E-9816-D951F59623A9 ms=31 "
                                    "out=12 in=77 count=3")}));
}

void tst_EventFeed::hostileAnswer_leavesNoText()
{
    ExchangeFacts facts;
    facts.place = {profile().id, RegionId(QStringLiteral("cn-hangzhou"))};
    facts.action = QStringLiteral("ListExecutions");
    facts.failure = Error::Kind::Refused;
    facts.httpStatus = 400;
    facts.code = QStringLiteral("Secret\nLTAI5tQwErTy99ab");
    facts.requestId = QStringLiteral("r7Kq2mZp9Lw4Xc8Vb1Nf6Hj3Td5Gs0");
    Q_EMIT m_client->ended(facts);
    QCOMPARE(told(), QStringList(QStringLiteral(
                         "Read profile=1a2b3c4d region=cn-hangzhou operation=ListExecutions "
                         "failure=Refused status=400 code=unusual request=unusual ms=0 in=0")));
}

void tst_EventFeed::throttling_isTold()
{
    const Place place{profile().id, RegionId(QStringLiteral("cn-hangzhou"))};
    Q_EMIT m_client->throttled(place, std::chrono::milliseconds(500));
    QCOMPARE(told(),
             QStringList(QStringLiteral("Throttled profile=1a2b3c4d region=cn-hangzhou ms=500")));
}

//! Keys of a role: lent, renewed in time, not renewed while they are good, and ended.
void tst_EventFeed::issuedKeys_renewedFailedAndEnded()
{
    ManualClock clock;
    ReadClient client(
        clock, [] { return QByteArray("nonce"); }, [] { return 0.5; });
    ProfileRegistry profiles;
    FakeIssuer issuer;
    KeyRenewal renewal(client, profiles, clock, issuer, [] { return 0.5; });
    m_feed->follow(renewal);
    Profile taking = profile();
    taking.source.kind = KeyKind::LocalService;
    taking.source.serviceUrl = QUrl(QStringLiteral("http://127.0.0.1:1/keys"));
    taking.source = confirmed(taking.source);
    profiles.setProfile(taking);
    renewal.start();
    const auto answer = [&](const Result<IssuedKeys> &result) {
        QTRY_VERIFY(!issuer.asked.empty() && issuer.asked.back().callback);
        issuer.answerLast(result);
    };
    answer(sessionKeys(QStringLiteral("first0001"), clock.now(), std::chrono::seconds(900)));
    clock.advance(std::chrono::seconds(700));
    renewal.check();
    answer(sessionKeys(QStringLiteral("second0002"), clock.now(), std::chrono::seconds(900)));
    clock.advance(std::chrono::seconds(700));
    renewal.check();
    Error error = errorNamed(Error::Kind::ServerFault, QStringLiteral("ServiceUnavailable"));
    error.httpStatus = 503;
    error.requestId = QStringLiteral("C8B26B44-0189-443E-9816-D951F59623A9");
    answer(error);
    clock.advance(std::chrono::seconds(150));
    renewal.check();
    answer(error);
    clock.advance(std::chrono::seconds(60));
    renewal.check();
    answer(error);
    const QString failed =
        QStringLiteral(" profile=1a2b3c4d failure=ServerFault status=503 code=ServiceUnavailable "
                       "request=C8B26B44-0189-443E-9816-D951F59623A9");
    QTRY_COMPARE(told(), QStringList({QStringLiteral("KeyRenewed profile=1a2b3c4d"),
                                      QStringLiteral("KeyRenewed profile=1a2b3c4d"),
                                      QString(QStringLiteral("KeyRenewalFailed") + failed),
                                      QString(QStringLiteral("KeyEnded") + failed)}));
}

void tst_EventFeed::issuedKeys_hostileError_leavesNoText()
{
    ProfileRegistry profiles;
    FakeIssuer issuer;
    KeyRenewal renewal(*m_client, profiles, m_clock, issuer, [] { return 0.5; });
    m_feed->follow(renewal);
    Error error = errorNamed(Error::Kind::Refused, QStringLiteral("token r7Kq2mZp9Lw4Xc8Vb1Nf"));
    error.detail = QStringLiteral("AccessKeySecret=r7Kq2mZp9Lw4Xc8Vb1Nf");
    error.requestId = QStringLiteral("https://example.com/?Signature=r7Kq2mZp9Lw4Xc8Vb1Nf");
    Q_EMIT renewal.ended(profile().id, error);
    QCOMPARE(told(),
             QStringList(QStringLiteral("KeyEnded profile=1a2b3c4d failure=Refused code=unusual "
                                        "request=unusual")));
}

QTEST_GUILESS_MAIN(tst_EventFeed)
#include "tst_eventfeed.moc"
