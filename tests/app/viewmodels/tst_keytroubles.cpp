// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/keychainproblem.h"
#include "app/viewmodels/keytroubles.h"

#include <QTest>

using namespace countersign;

namespace {

using Issued = RenewalStanding::State;
using Kept = KeyStanding::State;
using Remedy = KeyTrouble::Remedy;

const QDateTime now(QDate(2026, 2, 3), QTime(5, 13), Qt::UTC);

ProfileId idOf(const char *alias)
{
    return ProfileId(QStringLiteral("id of ") + QLatin1String(alias));
}

StandingFacts factsOf(const char *alias, KeyKind kind, Issued issued, const char *other = "")
{
    StandingFacts facts;
    facts.profile.id = idOf(alias);
    facts.profile.alias = QString::fromLatin1(alias);
    facts.profile.source.kind = kind;
    facts.profile.source.otherProfile = idOf(other);
    facts.issued.state = issued;
    facts.now = now;
    return facts;
}

StandingFacts entered(const char *alias, Kept kept)
{
    StandingFacts facts = factsOf(alias, KeyKind::Entered, Issued::NotIssued);
    facts.kept.state = kept;
    return facts;
}

StandingFacts lost(const char *alias)
{
    StandingFacts facts = entered(alias, Kept::Failed);
    facts.kept.error = keychainError(KeychainProblem::EntryMissing);
    return facts;
}

StandingFacts failed(const char *alias, Issued issued, Error::Kind kind, const QString &code = {})
{
    StandingFacts facts = factsOf(alias, KeyKind::Program, issued);
    Error error;
    error.kind = kind;
    error.code = code;
    facts.issued.error = error;
    return facts;
}

} // namespace

//! One line for each cause of missing keys.
class tst_KeyTroubles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellOrOnTheWay_isNoTrouble();
    void missingKey_isToBeEntered();
    void failingSource_isToBeAskedAgain();
    void whatOnlyTheProfileMends_isShown();
    void others_areNamedWithTheCause();
    void circle_isToldOnce();
    void oneCauseOfSeveral_isToldOnce();
    void whatEachNeedsForItself_isToldOfEach();
    void details_areThoseOfTheError();
};

void tst_KeyTroubles::wellOrOnTheWay_isNoTrouble()
{
    StandingFacts kept = entered("kept", Kept::Missing);
    kept.profile.key.isSaved = true; // the keychain will be asked
    StandingFacts lasting = entered("lasting", Kept::Here);
    lasting.kept.expiresAt = now.addSecs(60);
    QVERIFY(keyTroublesOf({entered("a", Kept::Here), entered("b", Kept::Reading), kept, lasting,
                           factsOf("c", KeyKind::Program, Issued::Here),
                           factsOf("d", KeyKind::Program, Issued::Issuing),
                           factsOf("e", KeyKind::OtherProfile, Issued::NeedsKey, "a")})
                .empty());
}

void tst_KeyTroubles::missingKey_isToBeEntered()
{
    StandingFacts ended = entered("ended", Kept::Here);
    ended.kept.expiresAt = now;
    StandingFacts role = factsOf("role", KeyKind::Entered, Issued::NeedsKey);
    const auto troubles = keyTroublesOf({entered("none", Kept::Missing), ended, role});
    QCOMPARE(troubles.size(), std::size_t(3));
    for (const KeyTrouble &trouble : troubles)
        QCOMPARE(trouble.remedy, Remedy::EnterKey);
    QVERIFY2(troubles[0].words.startsWith(QStringLiteral("none: No key was entered")),
             qPrintable(troubles[0].words));
}

void tst_KeyTroubles::failingSource_isToBeAskedAgain()
{
    const auto troubles = keyTroublesOf(
        {failed("slow", Issued::Ended, Error::Kind::LocalFault, keyissuercodes::programTooSlow()),
         failed("away", Issued::Failing, Error::Kind::Offline)});
    QCOMPARE(troubles.size(), std::size_t(2));
    for (const KeyTrouble &trouble : troubles)
        QCOMPARE(trouble.remedy, Remedy::RenewNow);
}

void tst_KeyTroubles::whatOnlyTheProfileMends_isShown()
{
    StandingFacts unread = entered("unread", Kept::Failed);
    unread.kept.error = keychainError(KeychainProblem::Locked);
    const auto troubles =
        keyTroublesOf({factsOf("new", KeyKind::Program, Issued::NeedsAgreement), unread,
                       failed("role", Issued::Ended, Error::Kind::NotFound,
                              QStringLiteral("EntityNotExist.Role")),
                       failed("length", Issued::Ended, Error::Kind::Refused,
                              QStringLiteral("InvalidParameter.DurationSeconds"))});
    QCOMPARE(troubles.size(), std::size_t(4));
    for (const KeyTrouble &trouble : troubles)
        QCOMPARE(trouble.remedy, Remedy::ShowProfile);
}

void tst_KeyTroubles::others_areNamedWithTheCause()
{
    const auto troubles =
        keyTroublesOf({factsOf("second", KeyKind::OtherProfile, Issued::NeedsKey, "first"),
                       factsOf("first", KeyKind::OtherProfile, Issued::NeedsKey, "key"),
                       entered("key", Kept::Missing), entered("alone", Kept::Here)});
    QCOMPARE(troubles.size(), std::size_t(1));
    QCOMPARE(troubles[0].profile, idOf("key"));
    QVERIFY2(troubles[0].words.endsWith(QStringLiteral("also needed for: second, first.")),
             qPrintable(troubles[0].words));
    QCOMPARE(troubles[0].covered, (std::vector{idOf("key"), idOf("second"), idOf("first")}));
}

void tst_KeyTroubles::circle_isToldOnce()
{
    StandingFacts first = factsOf("a", KeyKind::OtherProfile, Issued::Loop, "b");
    first.issued.chain = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")};
    StandingFacts second = factsOf("b", KeyKind::OtherProfile, Issued::Loop, "a");
    second.issued.chain = {QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("b")};
    const auto troubles = keyTroublesOf({first, second});
    QCOMPARE(troubles.size(), std::size_t(1));
    QVERIFY(troubles[0].words.contains(QStringLiteral("a → b → a")));
    QVERIFY(!troubles[0].words.contains(QStringLiteral("also needed")));
}

void tst_KeyTroubles::oneCauseOfSeveral_isToldOnce()
{
    StandingFacts one = entered("one", Kept::Failed);
    one.kept.error = keychainError(KeychainProblem::NoService);
    StandingFacts two = entered("two", Kept::Failed);
    two.kept.error = one.kept.error;
    const auto troubles =
        keyTroublesOf({one, failed("away", Issued::Ended, Error::Kind::Offline), two,
                       factsOf("role", KeyKind::OtherProfile, Issued::NeedsKey, "two"),
                       failed("far", Issued::Ended, Error::Kind::Offline)});
    QCOMPARE(troubles.size(), std::size_t(2));
    QVERIFY2(troubles[0].words.startsWith(QStringLiteral("one, two: No system keychain")),
             qPrintable(troubles[0].words));
    QVERIFY(troubles[0].words.endsWith(QStringLiteral("also needed for: role.")));
    QVERIFY(troubles[0].isOfKeychain);
    QCOMPARE(troubles[0].covered, (std::vector{idOf("one"), idOf("two"), idOf("role")}));
    QVERIFY2(troubles[1].words.startsWith(QStringLiteral("away, far: ")),
             qPrintable(troubles[1].words));
    QVERIFY(!troubles[1].isOfKeychain);
    QCOMPARE(troubles[1].alike, std::vector{idOf("far")});
}

void tst_KeyTroubles::whatEachNeedsForItself_isToldOfEach()
{
    const auto troubles = keyTroublesOf({entered("a", Kept::Missing), entered("b", Kept::Missing),
                                         factsOf("c", KeyKind::Program, Issued::NeedsAgreement),
                                         factsOf("d", KeyKind::Program, Issued::NeedsAgreement),
                                         lost("e"), lost("f")});
    QCOMPARE(troubles.size(), std::size_t(6));
}

void tst_KeyTroubles::details_areThoseOfTheError()
{
    StandingFacts facts =
        failed("role", Issued::Ended, Error::Kind::Forbidden, QStringLiteral("NoPermission"));
    facts.issued.error->requestId = QStringLiteral("0000-0002");
    facts.issued.error->detail = QStringLiteral("words <b>of</b> the service");
    const auto troubles = keyTroublesOf({facts});
    QVERIFY(troubles[0].details.contains(QStringLiteral("0000-0002")));
    QVERIFY(!troubles[0].words.contains(QStringLiteral("<b>")));
}

QTEST_GUILESS_MAIN(tst_KeyTroubles)
#include "tst_keytroubles.moc"
