// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profilestore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);

Profile whole(const QString &alias)
{
    Profile profile;
    profile.id = newProfileId();
    profile.alias = alias;
    profile.accountId = QStringLiteral("2000000000000042");
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou")),
                       RegionId(QStringLiteral("us-east-1"))};
    profile.endpoint = QUrl(QStringLiteral("https://oos.proxy.example:8443"));
    profile.stsEndpoint = QUrl(QStringLiteral("https://sts.proxy.example"));
    profile.usesVpc = true;
    profile.omitsTaskId = true;
    profile.scheme = SignatureScheme::V1;
    profile.environment = {QStringLiteral("生产"), EnvironmentColor::Red,
                           EnvironmentPattern::Stripes, true, false};
    profile.noteRule = {true, QStringLiteral("CHG-\\d+"), QStringLiteral("CHG-1234")};
    profile.key = {true, QStringLiteral("libsecret"), profile.accountId, now, now.addSecs(60)};
    profile.keyIdEnd = QStringLiteral("q7Xz");
    profile.allowsPrivateEndpoint = true;
    profile.dropsKeysOnLock = true;
    profile.source.kind = KeyKind::Program;
    profile.source.command = QStringLiteral("keys --for 'ops team'");
    profile.source = confirmed(profile.source);
    profile.lastIdentity = {profile.accountId, QStringLiteral("300"), QStringLiteral("300"),
                            QStringLiteral("acs:ram::2000000000000042:user/li.wei"),
                            QStringLiteral("RAMUser")};
    profile.lastIdentityAt = now.addDays(-1);
    return profile;
}

} // namespace

class tst_ProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saved_isReadBack();
    void worlds_areApartAndKept();
    void sandboxWorld_takesOwnAddressesOnly();
    void unusableEntries_areCountedAndLeftOut();
    void unknownProduction_countsAsProduction();
    void problem_isFound_data();
    void problem_isFound();
    void problem_ofOthers();
    void privateEndpoint_needsAnAgreement_data();
    void privateEndpoint_needsAnAgreement();
    void privateEndpoint_withoutAgreementIsStillThere();
    void endpointOfAnotherRegion_isRefused_data();
    void endpointOfAnotherRegion_isRefused();
    void endpointOfAnotherRegion_isStillThere();
    void freeLook_isNobodys();
};

void tst_ProfileStore::saved_isReadBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.json"));
    Profile plain;
    plain.id = newProfileId();
    plain.alias = QStringLiteral("dev");
    plain.regions = {RegionId(QStringLiteral("cn-beijing"))};
    const std::vector<Profile> profiles{whole(QStringLiteral("prod")), plain};
    QVERIFY(ProfileStore(path, ProfileWorld::Real).save(profiles));
    ProfileStore store(path, ProfileWorld::Real);
    QCOMPARE(store.load(now), profiles);
    QCOMPARE(store.leftOut(), 0);
}

void tst_ProfileStore::worlds_areApartAndKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.json"));
    Profile sandbox = whole(QStringLiteral("sandbox"));
    sandbox.environment.isSandbox = true;
    sandbox.environment.isProduction = false;
    sandbox.endpoint = QUrl(QStringLiteral("http://127.0.0.1:4010"));
    sandbox.stsEndpoint = sandbox.endpoint;
    const Profile real = whole(QStringLiteral("real"));
    QVERIFY(ProfileStore(path, ProfileWorld::Real).save({real}));
    {
        ProfileStore store(path, ProfileWorld::Sandbox);
        QVERIFY(store.load(now).empty());
        QVERIFY(store.save({sandbox}));
    }
    QCOMPARE(ProfileStore(path, ProfileWorld::Sandbox).load(now), std::vector{sandbox});
    ProfileStore store(path, ProfileWorld::Real);
    QCOMPARE(store.load(now), std::vector{real});
    QVERIFY(store.save({}));
    QCOMPARE(ProfileStore(path, ProfileWorld::Sandbox).load(now), std::vector{sandbox});
}

void tst_ProfileStore::sandboxWorld_takesOwnAddressesOnly()
{
    Profile profile = whole(QStringLiteral("a"));
    for (const char *address : {"", "https://oos.cn-hangzhou.aliyuncs.com", "http://192.168.0.1",
                                "http://localhost.evil.example"}) {
        profile.endpoint = QUrl(QString::fromLatin1(address));
        QCOMPARE(problemOf(profile, {}, ProfileWorld::Sandbox), ProfileProblem::BadEndpoint);
    }
    profile.endpoint = QUrl(QStringLiteral("http://127.0.0.1:4010"));
    profile.stsEndpoint = QUrl(QStringLiteral("http://[::1]:4010"));
    QCOMPARE(problemOf(profile, {}, ProfileWorld::Sandbox), ProfileProblem::None);
    QCOMPARE(problemOf(profile, {}, ProfileWorld::Real), ProfileProblem::BadEndpoint);
}

void tst_ProfileStore::unusableEntries_areCountedAndLeftOut()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray id = newProfileId().text().toLatin1();
    file.write(R"({"version":1,"profiles":[7,{},{"id":"x","alias":"a","regions":["cn-beijing"]},)"
               R"({"id":")" +
               id + R"(","alias":"good","regions":["cn-beijing"]},{"id":")" + id +
               R"(","alias":"same id","regions":["cn-beijing"]},{"id":")" +
               newProfileId().text().toLatin1() +
               R"(","alias":"GOOD","regions":["cn-beijing"]},{"id":")" +
               newProfileId().text().toLatin1() +
               R"(","alias":"http","regions":["cn-beijing"],"endpoint":"http://a.example"}]})");
    file.close();
    ProfileStore store(path, ProfileWorld::Real);
    const std::vector<Profile> profiles = store.load(now);
    QCOMPARE(profiles.size(), std::size_t(1));
    QCOMPARE(profiles.front().alias, QStringLiteral("good"));
    QCOMPARE(store.leftOut(), 6);
    // They are somebody's work, and stay when the rest is saved.
    QVERIFY(store.save(profiles));
    ProfileStore again(path, ProfileWorld::Real);
    QCOMPARE(again.load(now).size(), std::size_t(1));
    QCOMPARE(again.leftOut(), 6);
}

void tst_ProfileStore::unknownProduction_countsAsProduction()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":1,"profiles":[{"id":")" + newProfileId().text().toLatin1() +
               R"(","alias":"a","regions":["cn-beijing"]}]})");
    file.close();
    const std::vector<Profile> profiles = ProfileStore(path, ProfileWorld::Real).load(now);
    QCOMPARE(profiles.size(), std::size_t(1));
    QVERIFY(profiles.front().environment.isProduction);
}

void tst_ProfileStore::problem_isFound_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *field, const char *value, ProfileProblem problem) {
        QTest::addRow("%s: %s", field, value)
            << QString::fromUtf8(field) << QString::fromUtf8(value) << static_cast<int>(problem);
    };
    row("alias", " ", ProfileProblem::NoAlias);
    row("regions", "", ProfileProblem::NoRegion);
    row("regions", "cn hangzhou", ProfileProblem::BadRegion);
    row("regions", "evil.example/", ProfileProblem::BadRegion);
    for (const char *address :
         {"http://oos.example", "ftp://oos.example", "https://user@oos.example",
          "https://oos.example/path", "https://oos.example?x=1", "https://", "oos.example"}) {
        row("endpoint", address, ProfileProblem::BadEndpoint);
        row("stsEndpoint", address, ProfileProblem::BadStsEndpoint);
    }
    row("endpoint", "https://oos.example:8443/", ProfileProblem::None);
    row("pattern", "CHG-(", ProfileProblem::BadPattern);
    row("pattern", "CHG-[0-9]{4,}", ProfileProblem::None);
}

void tst_ProfileStore::problem_isFound()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const int, problem);
    Profile profile = whole(QStringLiteral("a"));
    if (field == QStringLiteral("alias"))
        profile.alias = value;
    if (field == QStringLiteral("regions"))
        profile.regions = value.isEmpty() ? std::vector<RegionId>() : std::vector{RegionId(value)};
    if (field == QStringLiteral("endpoint"))
        profile.endpoint = QUrl(value);
    if (field == QStringLiteral("stsEndpoint"))
        profile.stsEndpoint = QUrl(value);
    if (field == QStringLiteral("pattern"))
        profile.noteRule.pattern = value;
    QCOMPARE(static_cast<int>(problemOf(profile, {}, ProfileWorld::Real)), problem);
}

void tst_ProfileStore::privateEndpoint_needsAnAgreement_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("stsEndpoint");
    QTest::addColumn<QStringList>("hosts");
    const QString none;
    QTest::newRow("the region's") << none << none << QStringList();
    QTest::newRow("documented") << QStringLiteral("https://oos-vpc.cn-hangzhou.aliyuncs.com")
                                << QStringLiteral("https://sts.cn-hangzhou.aliyuncs.com")
                                << QStringList();
    QTest::newRow("foreign") << QStringLiteral("https://oos.company.example") << none
                             << QStringList{QStringLiteral("oos.company.example")};
    QTest::newRow("foreign STS") << none << QStringLiteral("https://sts.company.example:8443")
                                 << QStringList{QStringLiteral("sts.company.example:8443")};
    QTest::newRow("documented at another port")
        << QStringLiteral("https://oos.cn-hangzhou.aliyuncs.com:8443") << none
        << QStringList{QStringLiteral("oos.cn-hangzhou.aliyuncs.com:8443")};
    QTest::newRow("STS of another region")
        << none << QStringLiteral("https://sts.eu-central-1.aliyuncs.com") << QStringList();
    QTest::newRow("a bucket") << QStringLiteral("https://oos.oss-cn-hangzhou.aliyuncs.com") << none
                              << QStringList{QStringLiteral("oos.oss-cn-hangzhou.aliyuncs.com")};
    QTest::newRow("both the same")
        << QStringLiteral("https://gateway.example") << QStringLiteral("https://gateway.example")
        << QStringList{QStringLiteral("gateway.example")};
}

void tst_ProfileStore::privateEndpoint_needsAnAgreement()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QString, stsEndpoint);
    QFETCH(const QStringList, hosts);
    Profile profile = whole(QStringLiteral("a"));
    profile.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    profile.endpoint = QUrl(endpoint);
    profile.stsEndpoint = QUrl(stsEndpoint);
    QCOMPARE(privateHostsOf(profile), hosts);
    profile.allowsPrivateEndpoint = true;
    QCOMPARE(problemOf(profile, {}, ProfileWorld::Real), ProfileProblem::None);
    profile.allowsPrivateEndpoint = false;
    QCOMPARE(problemOf(profile, {}, ProfileWorld::Real),
             hosts.isEmpty() ? ProfileProblem::None : ProfileProblem::PrivateEndpoint);
}

void tst_ProfileStore::privateEndpoint_withoutAgreementIsStillThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.json"));
    Profile profile = whole(QStringLiteral("a"));
    profile.allowsPrivateEndpoint = false;
    QVERIFY(ProfileStore(path, ProfileWorld::Real).save({profile}));
    ProfileStore store(path, ProfileWorld::Real);
    QCOMPARE(store.load(now), std::vector{profile});
    QCOMPARE(store.leftOut(), 0);
}

void tst_ProfileStore::endpointOfAnotherRegion_isRefused_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("stsEndpoint");
    QTest::addColumn<QStringList>("regions");
    QTest::addColumn<int>("problem");
    const QString none;
    const QStringList one{QStringLiteral("cn-hangzhou")};
    const QStringList two{QStringLiteral("cn-hangzhou"), QStringLiteral("us-east-1")};
    const auto row = [&](const char *name, const QString &endpoint, const QString &sts,
                         const QStringList &regions, ProfileProblem problem) {
        QTest::newRow(name) << endpoint << sts << regions << static_cast<int>(problem);
    };
    const QString own = QStringLiteral("https://oos.cn-hangzhou.aliyuncs.com");
    row("its region's", own, none, one, ProfileProblem::None);
    row("of one region of two", own, none, two, ProfileProblem::ForeignEndpoint);
    row("another region's", QStringLiteral("https://oos.us-east-1.aliyuncs.com"), none, one,
        ProfileProblem::ForeignEndpoint);
    row("another region's VPC", QStringLiteral("https://oos-vpc.us-east-1.aliyuncs.com"), none, one,
        ProfileProblem::ForeignEndpoint);
    row("STS for OOS", QStringLiteral("https://sts.aliyuncs.com"), none, one,
        ProfileProblem::ForeignEndpoint);
    row("OOS for STS", none, own, one, ProfileProblem::ForeignStsEndpoint);
    row("STS of another region", none, QStringLiteral("https://sts.us-east-1.aliyuncs.com"), one,
        ProfileProblem::None);
}

void tst_ProfileStore::endpointOfAnotherRegion_isRefused()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QString, stsEndpoint);
    QFETCH(const QStringList, regions);
    QFETCH(const int, problem);
    Profile profile = whole(QStringLiteral("a"));
    profile.endpoint = QUrl(endpoint);
    profile.stsEndpoint = QUrl(stsEndpoint);
    profile.regions.clear();
    for (const QString &region : regions)
        profile.regions.push_back(RegionId(region));
    // An agreement is to private endpoints alone.
    for (const bool isAgreedTo : {false, true}) {
        profile.allowsPrivateEndpoint = isAgreedTo;
        QCOMPARE(static_cast<int>(problemOf(profile, {}, ProfileWorld::Real)), problem);
    }
    QCOMPARE(privateHostsOf(profile), QStringList());
}

//! Nothing is sent to it; the person's profile does not vanish for that.
void tst_ProfileStore::endpointOfAnotherRegion_isStillThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("p.json"));
    Profile profile = whole(QStringLiteral("a"));
    profile.endpoint = QUrl(QStringLiteral("https://oos.eu-west-1.aliyuncs.com"));
    Profile other = whole(QStringLiteral("b"));
    other.endpoint = QUrl(QStringLiteral("https://oos.company.example"));
    other.stsEndpoint = QUrl(QStringLiteral("https://oos.cn-hangzhou.aliyuncs.com"));
    QVERIFY(ProfileStore(path, ProfileWorld::Real).save({profile, other}));
    ProfileStore store(path, ProfileWorld::Real);
    QCOMPARE(store.load(now), (std::vector{profile, other}));
    QCOMPARE(store.leftOut(), 0);
}

void tst_ProfileStore::problem_ofOthers()
{
    const Profile first = whole(QStringLiteral("prod"));
    Profile second = whole(QStringLiteral("PROD"));
    QCOMPARE(problemOf(second, {first}, ProfileWorld::Real), ProfileProblem::AliasTaken);
    second.alias = QStringLiteral("staging");
    QCOMPARE(problemOf(second, {first}, ProfileWorld::Real), ProfileProblem::LookTaken);
    second.environment.pattern = EnvironmentPattern::Dots;
    QCOMPARE(problemOf(second, {first}, ProfileWorld::Real), ProfileProblem::None);
    QCOMPARE(problemOf(first, {first, second}, ProfileWorld::Real), ProfileProblem::None);
}

void tst_ProfileStore::freeLook_isNobodys()
{
    std::vector<Profile> profiles;
    for (int i = 0; i < 25; ++i) {
        Profile profile = whole(QString::number(i));
        profile.environment = freeLook(profiles);
        QCOMPARE(problemOf(profile, profiles, ProfileWorld::Real), ProfileProblem::None);
        QVERIFY(profile.environment.color != EnvironmentColor::Red);
        profiles.push_back(profile);
    }
}

QTEST_GUILESS_MAIN(tst_ProfileStore)
#include "tst_profilestore.moc"
