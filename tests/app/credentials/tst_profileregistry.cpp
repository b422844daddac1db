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

const ProfileId roleId(QStringLiteral("role"));

//! Takes a role with the key that is entered.
Profile roleProfile(const QString &account = {})
{
    Profile made = profile(roleId.text(), account);
    RoleToAssume role;
    role.arn = QStringLiteral("acs:ram::1:role/operator");
    role.sessionName = QStringLiteral("li.wei");
    made.source.role = role;
    return made;
}

CallerIdentity session(const QString &account, const QString &name)
{
    CallerIdentity made;
    made.accountId = account;
    made.principalId = QStringLiteral("300000000000000077:") + name;
    made.arn = QStringLiteral("acs:ram::") + account + QStringLiteral(":role/operator/") + name;
    return made;
}

const QDateTime tenOClock(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC);

IssuedKeys issued(const QString &keyId, const std::optional<CallerIdentity> &caller)
{
    IssuedKeys keys;
    keys.credentials = credentials(keyId);
    keys.issuedAt = tenOClock;
    keys.expiresAt = tenOClock.addSecs(3'600);
    keys.caller = caller;
    return keys;
}

QString lentId(const ProfileRegistry &registry, const ProfileId &id = roleId)
{
    const auto lent = registry.targetFor({id, {}})->credentials();
    return lent ? lent->accessKeyId : QString();
}

} // namespace

class tst_ProfileRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void host_hasAPortThatIsNotTheUsual();
    void target_belongsToItsPlace();
    void target_locksAtOnce();
    void target_outlivesTheRegistry();
    void target_realProfile_goesToTheRegionsHost();
    void identity_ofAnotherAccount_isRefused();
    void places_areEveryRegionOfEveryProfile();
    void enteredKey_ofARole_isNeverLent();
    void enteredKey_ofARole_isLentWhenTheRoleGoes();
    void enteredKey_goesWithItsKind();
    void otherEnteredKey_endsWhatWasIssued();
    void issued_ofTheSameCaller_keepTheIdentity();
    void issued_ofAnotherCaller_loseTheIdentity_data();
    void issued_ofAnotherCaller_loseTheIdentity();
    void issued_ofAnotherAccount_areNotLent();
    void issued_areNotTakenByALockedProfile();
    void issued_areNotTakenWhereKeysAreEntered();
    void ended_areLentNoMore();
    void expiry_isThatOfWhatIsLent();
    void otherSource_endsWhatWasIssued();
};

void tst_ProfileRegistry::host_hasAPortThatIsNotTheUsual()
{
    const auto host = [](const char *endpoint) {
        return hostOf(QUrl(QString::fromLatin1(endpoint)));
    };
    QCOMPARE(host("https://oos.example.com"), QStringLiteral("oos.example.com"));
    QCOMPARE(host("https://oos.example.com:443"), QStringLiteral("oos.example.com"));
    QCOMPARE(host("https://oos.example.com:8443"), QStringLiteral("oos.example.com:8443"));
    QCOMPARE(host("http://127.0.0.1:80"), QStringLiteral("127.0.0.1"));
    QCOMPARE(host("http://[::1]:4711"), QStringLiteral("[::1]:4711"));
    QCOMPARE(hostOf(QUrl(QStringLiteral("https://oos.b\u00fccher.example"))),
             QStringLiteral("oos.xn--bcher-kva.example"));
}

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

void tst_ProfileRegistry::enteredKey_ofARole_isNeverLent()
{
    ProfileRegistry registry;
    registry.setProfile(roleProfile());
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAIbase")));
    QVERIFY(!registry.isUnlocked(roleId));
    QCOMPARE(lentId(registry), QString());
    QCOMPARE(registry.enteredKey(roleId)->accessKeyId, QStringLiteral("LTAIbase"));
    QVERIFY(registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), {})));
    QCOMPARE(lentId(registry), QStringLiteral("STS.1"));
    QCOMPARE(registry.enteredKey(roleId)->accessKeyId, QStringLiteral("LTAIbase"));
}

void tst_ProfileRegistry::enteredKey_ofARole_isLentWhenTheRoleGoes()
{
    ProfileRegistry registry;
    registry.setProfile(roleProfile());
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAIbase")));
    registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), {}));
    Profile plain = roleProfile();
    plain.source.role.reset();
    registry.setProfile(plain);
    QCOMPARE(lentId(registry), QStringLiteral("LTAIbase"));
    registry.setProfile(roleProfile());
    QCOMPARE(lentId(registry), QString());
    QVERIFY(registry.enteredKey(roleId));
}

void tst_ProfileRegistry::enteredKey_goesWithItsKind()
{
    ProfileRegistry registry;
    Profile changing = profile(roleId.text());
    registry.setProfile(changing);
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAIbase")));
    changing.source.kind = KeyKind::Program;
    registry.setProfile(changing);
    QVERIFY(!registry.enteredKey(roleId));
    QVERIFY(!registry.isUnlocked(roleId));
    // Such a profile takes none either.
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAIother")));
    QVERIFY(!registry.enteredKey(roleId));
    QVERIFY(!registry.isUnlocked(roleId));
}

void tst_ProfileRegistry::otherEnteredKey_endsWhatWasIssued()
{
    ProfileRegistry registry;
    registry.setProfile(roleProfile());
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAIone")));
    registry.renewCredentials(
        roleId,
        issued(QStringLiteral("STS.1"), session(QStringLiteral("1"), QStringLiteral("li.wei"))));
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAItwo")));
    QCOMPARE(lentId(registry), QString());
}

void tst_ProfileRegistry::issued_ofTheSameCaller_keepTheIdentity()
{
    ProfileRegistry registry;
    int changes = 0;
    int renewals = 0;
    QObject::connect(&registry, &ProfileRegistry::changed, &registry, [&changes] { ++changes; });
    QObject::connect(&registry, &ProfileRegistry::renewed, &registry, [&renewals] { ++renewals; });
    const CallerIdentity caller = session(QStringLiteral("1"), QStringLiteral("li.wei"));
    registry.setProfile(roleProfile());
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAIbase")));
    registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), caller));
    // As GetCallerIdentity tells it: another form of the ARN, the same principal.
    CallerIdentity read = caller;
    read.arn = QStringLiteral("acs:ram::1:assumed-role/operator/li.wei");
    QVERIFY(registry.setIdentity(roleId, read));
    const quint64 lending = registry.lending(roleId);
    const int changesBefore = changes;
    QVERIFY(registry.renewCredentials(roleId, issued(QStringLiteral("STS.2"), caller)));
    QCOMPARE(lentId(registry), QStringLiteral("STS.2"));
    QCOMPARE(registry.identity(roleId), std::optional(read));
    QCOMPARE(registry.lending(roleId), lending);
    QCOMPARE(changes, changesBefore);
    QCOMPARE(renewals, 1);
}

void tst_ProfileRegistry::issued_ofAnotherCaller_loseTheIdentity_data()
{
    QTest::addColumn<std::optional<CallerIdentity>>("next");
    const QString account = QStringLiteral("1");
    QTest::newRow("unknown") << std::optional<CallerIdentity>();
    QTest::newRow("other session") << std::optional(session(account, QStringLiteral("zhang")));
    CallerIdentity other = session(account, QStringLiteral("li.wei"));
    other.principalId.clear();
    other.arn = QStringLiteral("acs:ram::1:role/reader/li.wei");
    QTest::newRow("other role, by ARN alone") << std::optional(other);
    CallerIdentity nobody;
    nobody.accountId = account;
    QTest::newRow("account alone") << std::optional(nobody);
}

void tst_ProfileRegistry::issued_ofAnotherCaller_loseTheIdentity()
{
    QFETCH(std::optional<CallerIdentity>, next);
    ProfileRegistry registry;
    const CallerIdentity caller = session(QStringLiteral("1"), QStringLiteral("li.wei"));
    registry.setProfile(roleProfile());
    registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), caller));
    registry.setIdentity(roleId, caller);
    const quint64 lending = registry.lending(roleId);
    QVERIFY(registry.renewCredentials(roleId, issued(QStringLiteral("STS.2"), next)));
    QVERIFY(!registry.identity(roleId));
    QVERIFY(registry.lending(roleId) != lending);
    QCOMPARE(lentId(registry), QStringLiteral("STS.2"));
}

void tst_ProfileRegistry::issued_ofAnotherAccount_areNotLent()
{
    ProfileRegistry registry;
    registry.setProfile(roleProfile(QStringLiteral("1")));
    registry.renewCredentials(
        roleId,
        issued(QStringLiteral("STS.1"), session(QStringLiteral("1"), QStringLiteral("li.wei"))));
    QVERIFY(!registry.renewCredentials(
        roleId,
        issued(QStringLiteral("STS.2"), session(QStringLiteral("2"), QStringLiteral("li.wei")))));
    QCOMPARE(lentId(registry), QString());
    QVERIFY(!registry.isUnlocked(roleId));
}

void tst_ProfileRegistry::issued_areNotTakenByALockedProfile()
{
    ProfileRegistry registry;
    registry.setProfile(roleProfile());
    registry.setCredentials(roleId, credentials(QStringLiteral("LTAIbase")));
    registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), {}));
    registry.setCredentials(roleId, nullptr);
    QVERIFY(registry.isLocked(roleId));
    QVERIFY(!registry.enteredKey(roleId));
    QCOMPARE(lentId(registry), QString());
    // What was on its way when it was locked.
    QVERIFY(!registry.renewCredentials(roleId, issued(QStringLiteral("STS.2"), {})));
    QCOMPARE(lentId(registry), QString());
    registry.unlock(roleId);
    QVERIFY(!registry.isLocked(roleId));
    QVERIFY(!registry.isUnlocked(roleId));
    QVERIFY(registry.renewCredentials(roleId, issued(QStringLiteral("STS.3"), {})));
}

void tst_ProfileRegistry::issued_areNotTakenWhereKeysAreEntered()
{
    ProfileRegistry registry;
    const ProfileId id(QStringLiteral("a"));
    registry.setProfile(profile(id.text()));
    registry.setCredentials(id, credentials(QStringLiteral("LTAIone")));
    QVERIFY(!registry.renewCredentials(id, issued(QStringLiteral("STS.1"), {})));
    QCOMPARE(lentId(registry, id), QStringLiteral("LTAIone"));
    QVERIFY(!registry.renewCredentials(ProfileId(QStringLiteral("unknown")),
                                       issued(QStringLiteral("STS.1"), {})));
}

void tst_ProfileRegistry::ended_areLentNoMore()
{
    ProfileRegistry registry;
    const CallerIdentity caller = session(QStringLiteral("1"), QStringLiteral("li.wei"));
    registry.setProfile(roleProfile());
    registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), caller));
    registry.setIdentity(roleId, caller);
    const quint64 lending = registry.lending(roleId);
    registry.endCredentials(roleId);
    QVERIFY(!registry.isUnlocked(roleId));
    QVERIFY(!registry.isLocked(roleId));
    // The next ones of the same caller are his again.
    QVERIFY(registry.renewCredentials(roleId, issued(QStringLiteral("STS.2"), caller)));
    QCOMPARE(registry.lending(roleId), lending);
    QVERIFY(registry.identity(roleId));
}

void tst_ProfileRegistry::expiry_isThatOfWhatIsLent()
{
    ProfileRegistry registry;
    const ProfileId id(QStringLiteral("a"));
    registry.setProfile(profile(id.text()));
    registry.setCredentials(id, credentials(QStringLiteral("STS.typed")), tenOClock);
    QCOMPARE(registry.expiresAt(id), tenOClock);
    registry.setCredentials(id, credentials(QStringLiteral("LTAItyped")));
    QVERIFY(!registry.expiresAt(id).isValid());
    registry.setProfile(roleProfile());
    registry.setCredentials(roleId, credentials(QStringLiteral("STS.base")), tenOClock);
    QVERIFY(!registry.expiresAt(roleId).isValid());
    registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), {}));
    QCOMPARE(registry.expiresAt(roleId), tenOClock.addSecs(3'600));
    registry.endCredentials(roleId);
    QVERIFY(!registry.expiresAt(roleId).isValid());
}

void tst_ProfileRegistry::otherSource_endsWhatWasIssued()
{
    ProfileRegistry registry;
    const CallerIdentity caller = session(QStringLiteral("1"), QStringLiteral("li.wei"));
    registry.setProfile(roleProfile());
    registry.renewCredentials(roleId, issued(QStringLiteral("STS.1"), caller));
    registry.setIdentity(roleId, caller);
    registry.setProfile(*registry.profile(roleId));
    QVERIFY(registry.isUnlocked(roleId));
    Profile other = *registry.profile(roleId);
    other.source.role->arn = QStringLiteral("acs:ram::1:role/reader");
    registry.setProfile(other);
    QVERIFY(!registry.isUnlocked(roleId));
    QVERIFY(!registry.identity(roleId));
}

QTEST_GUILESS_MAIN(tst_ProfileRegistry)
#include "tst_profileregistry.moc"
