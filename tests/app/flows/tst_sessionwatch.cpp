// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/sourcekeyissuer.h"
#include "app/flows/keyrenewal.h"
#include "app/flows/watchflow.h"
#include "decidefixture.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

//! A watch over several sessions of a role, at the real sandbox.
class tst_SessionWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sessions_areRenewedUnderTheWatch();
};

//! Each session lasts for eight seconds, and every call of all of them succeeds.
void tst_SessionWatch::sessions_areRenewedUnderTheWatch()
{
    DecideFixture fixture;
    QCOMPARE(fixture.start({}, R"([{"sessionSeconds":8}])"), QString());
    SandboxWorld &world = fixture.world();
    const SystemClock clock;
    Profile profile = *world.profiles.profile(world.place().profile);
    RoleToAssume role;
    role.arn = QStringLiteral("acs:ram::1000000000000001:role/oos-operator");
    role.sessionName = QStringLiteral("desk");
    profile.source.role = role;
    world.profiles.setProfile(profile);
    world.profiles.setCredentials(profile.id,
                                  fixture.sandbox().announcement().users.front().credentials);
    SourceKeyIssuer issuer(world.client(), clock);
    RenewalTimes renewals;
    renewals.apart = 0ms;
    KeyRenewal renewal(
        world.client(), world.profiles, clock, issuer, [] { return 0.0; }, renewals);
    FlowServices services = world.services();
    services.renewal = &renewal;
    WatchTimes times;
    times.interval = 200ms;
    WatchFlow watch(services, times);
    QSignalSpy stopped(&watch, &WatchFlow::profileStopped);
    QSignalSpy renewed(&world.profiles, &ProfileRegistry::renewed);
    bool hasFailed = false;
    connect(&watch, &WatchFlow::placesChanged, this, [&watch, &hasFailed] {
        for (const PlaceState &state : watch.places())
            hasFailed = hasFailed || state.error;
    });
    renewal.start();
    watch.start();
    QTRY_VERIFY_WITH_TIMEOUT(world.profiles.isUnlocked(profile.id), 10'000);
    const ExecutionId run =
        fixture.startRun(QStringLiteral("ask-one"), QStringLiteral("Automatic"));
    // The first two have ended by then.
    QTRY_VERIFY_WITH_TIMEOUT(renewed.count() >= 5, 120'000);
    QVERIFY(!hasFailed);
    QCOMPARE(stopped.count(), 0);
    const auto &rows = watch.snapshot().rows;
    QVERIFY(std::any_of(rows.begin(), rows.end(),
                        [&run](const WaitRow &row) { return row.id.executionId == run; }));
    int lists = 0;
    int roles = 0;
    for (const QJsonObject &receipt : fixture.sandbox().receipts()) {
        const QString text = QString::fromUtf8(QJsonDocument(receipt).toJson());
        QVERIFY2(receipt.value(QLatin1String("status")).toInt() == 200, qPrintable(text));
        const QString action = receipt.value(QLatin1String("action")).toString();
        const QString user = receipt.value(QLatin1String("user")).toString();
        // The key that was entered takes the role and nothing else.
        QCOMPARE(user, action == u"AssumeRole" ? QStringLiteral("li.wei")
                                               : QStringLiteral("oos-operator/desk"));
        lists += action == u"ListExecutions" ? 1 : 0;
        roles += action == u"AssumeRole" ? 1 : 0;
    }
    QVERIFY2(roles >= 6, qPrintable(QString::number(roles)));
    QVERIFY2(lists >= 2 * roles, qPrintable(QString::number(lists)));
}

QTEST_GUILESS_MAIN(tst_SessionWatch)
#include "tst_sessionwatch.moc"
