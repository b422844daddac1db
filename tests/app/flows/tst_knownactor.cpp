// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/knownactor.h"

#include <QTest>

using namespace countersign;

namespace {

const ProfileId theId(QStringLiteral("p1"));

std::shared_ptr<const Credentials> key(const char *id)
{
    Credentials made;
    made.accessKeyId = QString::fromLatin1(id);
    made.secret = SecretBytes("s");
    return std::make_shared<const Credentials>(std::move(made));
}

CallerIdentity caller(const char *account)
{
    CallerIdentity made;
    made.accountId = QString::fromLatin1(account);
    made.userId = QStringLiteral("200000000000000042");
    made.arn = QStringLiteral("acs:ram::%1:user/li.wei").arg(made.accountId);
    made.identityType = QStringLiteral("RAMUser");
    return made;
}

//! As it comes from the file at the next start.
Profile keptProfile()
{
    Profile profile;
    profile.id = theId;
    profile.accountId = QStringLiteral("1000000000000001");
    profile.verifiedKeyEnd = QStringLiteral("AAAA");
    profile.lastIdentity = caller("1000000000000001");
    profile.lastIdentityAt = QDateTime(QDate(2026, 11, 24), QTime(9, 14), Qt::UTC);
    return profile;
}

Profile keptRole()
{
    Profile profile = keptProfile();
    profile.source.role = RoleToAssume{QStringLiteral("acs:ram::1000000000000001:role/desk"),
                                       QStringLiteral("li.wei"),
                                       std::chrono::seconds(900),
                                       {},
                                       {}};
    return profile;
}

} // namespace

//! Who acts with a profile, verified or as it was last known.
class tst_KnownActor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_isVerified();
    void readOnAnotherDay_isMarked();
    void notRead_isTheLastOneMarked();
    void anotherKey_isNobodyKnown();
    void noKey_isNobodyKnown();
    void source_isTheLastOneWithoutKeys();
    void source_otherKeysOfIt();
    void source_changed_isNobodyKnown();
    void source_keysOfAnother_isNobodyKnown();
    void neverRead_isNobodyKnown();
    void movedToAnotherAccount_isNobodyKnown();
    void reading_isKeptForTheNextStart();
};

void tst_KnownActor::read_isVerified()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptProfile());
    profiles.setCredentials(theId, key("LTAI-BBBB"));
    QVERIFY(profiles.setIdentity(theId, caller("1000000000000001")));
    const auto known = knownActor(profiles, theId);
    QVERIFY(known.has_value());
    QVERIFY(!known->lastVerifiedAt.isValid());
    QCOMPARE(known->identity.userName(), QStringLiteral("li.wei"));
}

//! A program that runs over midnight has verified it on another day.
void tst_KnownActor::readOnAnotherDay_isMarked()
{
    const QDateTime evening(QDate(2026, 11, 24), QTime(22, 0), Qt::LocalTime);
    ProfileRegistry profiles;
    profiles.setProfile(keptProfile());
    profiles.setCredentials(theId, key("LTAI-BBBB"));
    QVERIFY(profiles.setIdentity(theId, caller("1000000000000001"), evening.toUTC()));
    const auto known = knownActor(profiles, theId);
    QVERIFY(known && !known->lastVerifiedAt.isValid());
    QVERIFY(!known->notVerifiedSince(evening.addSecs(3'600).toUTC()).isValid());
    QCOMPARE(known->notVerifiedSince(evening.addSecs(3 * 3'600).toUTC()), evening.toUTC());
    QVERIFY(profiles.setIdentity(theId, caller("1000000000000001"),
                                 evening.addSecs(3 * 3'600).toUTC()));
    QVERIFY(!knownActor(profiles, theId)
                 ->notVerifiedSince(evening.addSecs(3 * 3'600).toUTC())
                 .isValid());
}

void tst_KnownActor::notRead_isTheLastOneMarked()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptProfile());
    profiles.setCredentials(theId, key("LTAI-AAAA"));
    const auto known = knownActor(profiles, theId);
    QVERIFY(known.has_value());
    QCOMPARE(known->identity, caller("1000000000000001"));
    QCOMPARE(known->lastVerifiedAt, keptProfile().lastIdentityAt);
}

void tst_KnownActor::anotherKey_isNobodyKnown()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptProfile());
    profiles.setCredentials(theId, key("LTAI-BBBB"));
    QVERIFY(!knownActor(profiles, theId));
}

void tst_KnownActor::noKey_isNobodyKnown()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptProfile());
    QVERIFY(!knownActor(profiles, theId));
    QVERIFY(!knownActor(profiles, ProfileId(QStringLiteral("other"))));
}

//! The token service is down at the start: nothing is lent, and who it was is still known.
void tst_KnownActor::source_isTheLastOneWithoutKeys()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptRole());
    const auto known = knownActor(profiles, theId);
    QVERIFY(known.has_value());
    QCOMPARE(known->identity, caller("1000000000000001"));
    QCOMPARE(known->lastVerifiedAt, keptProfile().lastIdentityAt);
}

void tst_KnownActor::source_otherKeysOfIt()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptRole());
    IssuedKeys keys;
    keys.credentials = key("STS.ZZZZ");
    QVERIFY(profiles.renewCredentials(theId, keys));
    QCOMPARE(knownActor(profiles, theId)->lastVerifiedAt, keptProfile().lastIdentityAt);
}

void tst_KnownActor::source_changed_isNobodyKnown()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptRole());
    Profile other = *profiles.profile(theId);
    other.source.role->arn = QStringLiteral("acs:ram::1000000000000001:role/other");
    profiles.setProfile(other);
    QVERIFY(!knownActor(profiles, theId));
    QVERIFY(!profiles.profile(theId)->lastIdentityAt.isValid());
}

void tst_KnownActor::source_keysOfAnother_isNobodyKnown()
{
    ProfileRegistry profiles;
    profiles.setProfile(keptRole());
    IssuedKeys keys;
    keys.credentials = key("STS.ZZZZ");
    keys.caller = caller("1000000000000001");
    keys.caller->principalId = QStringLiteral("300000000000000077:zhang.min");
    keys.caller->arn = QStringLiteral("acs:ram::1000000000000001:assumed-role/other/zhang.min");
    QVERIFY(profiles.renewCredentials(theId, keys));
    QVERIFY(!knownActor(profiles, theId));
}

void tst_KnownActor::neverRead_isNobodyKnown()
{
    ProfileRegistry profiles;
    Profile profile = keptProfile();
    profile.lastIdentityAt = {};
    profiles.setProfile(profile);
    profiles.setCredentials(theId, key("LTAI-AAAA"));
    QVERIFY(!knownActor(profiles, theId));
}

void tst_KnownActor::movedToAnotherAccount_isNobodyKnown()
{
    ProfileRegistry profiles;
    Profile profile = keptProfile();
    profile.accountId = QStringLiteral("2000000000000002");
    profiles.setProfile(profile);
    profiles.setCredentials(theId, key("LTAI-AAAA"));
    QVERIFY(!knownActor(profiles, theId));
}

void tst_KnownActor::reading_isKeptForTheNextStart()
{
    ProfileRegistry profiles;
    Profile fresh;
    fresh.id = theId;
    profiles.setProfile(fresh);
    profiles.setCredentials(theId, key("LTAI-CCCC"));
    const QDateTime time(QDate(2026, 11, 25), QTime(8, 0), Qt::UTC);
    QVERIFY(profiles.setIdentity(theId, caller("1000000000000001"), time));
    const Profile kept = *profiles.profile(theId);
    QCOMPARE(kept.lastIdentity, caller("1000000000000001"));
    QCOMPARE(kept.lastIdentityAt, time);
    // What is read of another account is refused, and changes nothing.
    QVERIFY(!profiles.setIdentity(theId, caller("2000000000000002"), time.addDays(1)));
    QCOMPARE(*profiles.profile(theId), kept);
    // The next start begins with it.
    ProfileRegistry next;
    next.setProfile(kept);
    next.setCredentials(theId, key("LTAI-CCCC"));
    QCOMPARE(knownActor(next, theId)->lastVerifiedAt, time);
}

QTEST_GUILESS_MAIN(tst_KnownActor)
#include "tst_knownactor.moc"
