// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/profileregistry.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace countersign;

namespace {

Profile profile(const QString &id, const QString &account = {})
{
    Profile made;
    made.id = ProfileId(id);
    made.alias = QStringLiteral("alias of ") + id;
    made.accountId = account;
    made.regions = {RegionId(QStringLiteral("cn-hangzhou")),
                    RegionId(QStringLiteral("cn-beijing"))};
    return made;
}

std::shared_ptr<const Credentials> credentials(const QString &keyId)
{
    Credentials made;
    made.accessKeyId = keyId;
    made.secret = SecretBytes(QByteArrayView("secret"));
    return std::make_shared<const Credentials>(std::move(made));
}

CallerIdentity identity(const QString &account, const QString &arn)
{
    CallerIdentity made;
    made.accountId = account;
    made.arn = arn;
    return made;
}

} // namespace

class tst_ProfileRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void target_belongsToItsPlace();
    void target_locksAtOnce();
    void target_outlivesTheRegistry();
    void target_realProfile_goesToTheRegionsHost();
    void identity_ofAnotherAccount_isRefused();
    void places_areEveryRegionOfEveryProfile();
};

void tst_ProfileRegistry::target_belongsToItsPlace()
{
    ProfileRegistry registry;
    registry.setProfile(profile(QStringLiteral("a")));
    registry.setProfile(profile(QStringLiteral("b")));
    registry.setCredentials(ProfileId(QStringLiteral("a")), credentials(QStringLiteral("key-a")));
    registry.setCredentials(ProfileId(QStringLiteral("b")), credentials(QStringLiteral("key-b")));
    const RegionId region(QStringLiteral("cn-hangzhou"));
    const auto a = registry.targetFor({ProfileId(QStringLiteral("a")), region});
    const auto b = registry.targetFor({ProfileId(QStringLiteral("b")), region});
    QCOMPARE(a->credentials()->accessKeyId, QStringLiteral("key-a"));
    QCOMPARE(b->credentials()->accessKeyId, QStringLiteral("key-b"));
    QVERIFY(!registry.targetFor({ProfileId(QStringLiteral("c")), region}));
}

void tst_ProfileRegistry::target_locksAtOnce()
{
    ProfileRegistry registry;
    const ProfileId id(QStringLiteral("a"));
    registry.setProfile(profile(id.text()));
    registry.setCredentials(id, credentials(QStringLiteral("key")));
    const auto target = registry.targetFor({id, RegionId(QStringLiteral("cn-hangzhou"))});
    QVERIFY(registry.isUnlocked(id));
    registry.setCredentials(id, nullptr);
    QVERIFY(!registry.isUnlocked(id));
    QVERIFY(!target->credentials());
}

void tst_ProfileRegistry::target_outlivesTheRegistry()
{
    std::optional<ApiTarget> target;
    {
        ProfileRegistry registry;
        const ProfileId id(QStringLiteral("a"));
        registry.setProfile(profile(id.text()));
        registry.setCredentials(id, credentials(QStringLiteral("key")));
        target = registry.targetFor({id, RegionId(QStringLiteral("cn-hangzhou"))});
    }
    QVERIFY(!target->credentials());
}

void tst_ProfileRegistry::target_realProfile_goesToTheRegionsHost()
{
    ProfileRegistry registry;
    registry.setProfile(profile(QStringLiteral("a")));
    const auto target = registry.targetFor(
        {ProfileId(QStringLiteral("a")), RegionId(QStringLiteral("ap-southeast-1"))});
    QCOMPARE(target->endpoint, QUrl(QStringLiteral("https://oos.ap-southeast-1.aliyuncs.com")));
}

void tst_ProfileRegistry::identity_ofAnotherAccount_isRefused()
{
    ProfileRegistry registry;
    const ProfileId id(QStringLiteral("a"));
    registry.setProfile(profile(id.text()));
    QVERIFY(registry.setIdentity(
        id, identity(QStringLiteral("1"), QStringLiteral("acs:ram::1:user/ops-reviewer"))));
    QCOMPARE(registry.profile(id)->accountId, QStringLiteral("1"));
    QCOMPARE(actorName(*registry.identity(id)), QStringLiteral("ops-reviewer"));
    QVERIFY(!registry.setIdentity(
        id, identity(QStringLiteral("2"), QStringLiteral("acs:ram::2:user/other"))));
    QCOMPARE(registry.identity(id)->accountId, QStringLiteral("1"));
    QVERIFY(!registry.setIdentity(id, identity({}, {})));
}

void tst_ProfileRegistry::places_areEveryRegionOfEveryProfile()
{
    ProfileRegistry registry;
    registry.setProfile(profile(QStringLiteral("a")));
    registry.setProfile(profile(QStringLiteral("b")));
    registry.setProfile(profile(QStringLiteral("a"), QStringLiteral("7")));
    QCOMPARE(registry.places().size(), std::size_t(4));
    QCOMPARE(registry.profiles().size(), std::size_t(2));
    QCOMPARE(registry.profile(ProfileId(QStringLiteral("a")))->accountId, QStringLiteral("7"));
}

QTEST_GUILESS_MAIN(tst_ProfileRegistry)
#include "tst_profileregistry.moc"
