// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/keychainproblem.h"
#include "app/viewmodels/standingwords.h"

#include <QTest>

using namespace countersign;

namespace {

using Issued = RenewalStanding::State;
using Kept = KeyStanding::State;

// 13:13 in the zone of the tests, which is UTC+8.
const QDateTime now(QDate(2026, 2, 3), QTime(5, 13), Qt::UTC);

StandingFacts factsOf(KeyKind kind, Issued issued)
{
    StandingFacts facts;
    facts.profile.source.kind = kind;
    facts.issued.state = issued;
    facts.now = now;
    return facts;
}

StandingFacts entered(Kept kept)
{
    StandingFacts facts = factsOf(KeyKind::Entered, Issued::NotIssued);
    facts.kept.state = kept;
    return facts;
}

Error cause()
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.code = keyissuercodes::programTooSlow();
    return error;
}

} // namespace

//! How a profile stands with its keys, in words.
class tst_StandingWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void until_namesTimeZoneAndWhatIsLeft_data();
    void until_namesTimeZoneAndWhatIsLeft();
    void enteredKeys_sayWhereTheyAre();
    void enteredToken_endsVisibly();
    void unavailableKey_saysWhyAndWhatToDo();
    void issuedKeys_sayHowLongTheyLast();
    void failing_keepsWhatIsValid();
    void ended_saysCauseAndNextTry();
    void notAgreedTo_wasNeverAsked();
    void circles_areNamed();
    void waitingForTheOther_isNoWarning();
    void roleOfAKeyThatIsMissing_asksForTheKey();
    void newProfile_isNotSavedYet();
    void cliCommand_isHandedOn();
};

void tst_StandingWords::until_namesTimeZoneAndWhatIsLeft_data()
{
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<QString>("text");
    QTest::newRow("52 minutes") << now.addSecs(52 * 60) << QStringLiteral("14:05 UTC+8 (52 min)");
    QTest::newRow("hours") << now.addSecs(100 * 60) << QStringLiteral("14:53 UTC+8 (1 h 40)");
    QTest::newRow("seconds") << now.addSecs(30) << QStringLiteral("13:13 UTC+8 (< 1 min)");
    QTest::newRow("tomorrow") << now.addSecs(12 * 3'600)
                              << QStringLiteral("2026-02-04 01:13 UTC+8 (12 h)");
    QTest::newRow("passed") << now.addSecs(-60) << QStringLiteral("13:12 UTC+8");
}

void tst_StandingWords::until_namesTimeZoneAndWhatIsLeft()
{
    QFETCH(QDateTime, end);
    QFETCH(QString, text);
    QCOMPARE(untilText(end, now), text);
}

void tst_StandingWords::enteredKeys_sayWhereTheyAre()
{
    StandingFacts facts = entered(Kept::Missing);
    QCOMPARE(standingOf(facts).line, QStringLiteral("no key"));
    QCOMPARE(standingOf(facts).mark, StandingMark::Open);
    facts.profile.key.isSaved = true;
    QCOMPARE(standingOf(facts).line, QStringLiteral("key not read"));
    QCOMPARE(standingOf(entered(Kept::Reading)).mark, StandingMark::Asking);
    facts = entered(Kept::Here);
    facts.kept.keyIdEnd = QStringLiteral("0001");
    QCOMPARE(standingOf(facts).line, QStringLiteral("in keychain"));
    QCOMPARE(standingOf(facts).mark, StandingMark::Good);
    QCOMPARE(standingOf(facts).text,
             QStringLiteral("The key is kept in the keychain. The key id ends in 0001."));
    QVERIFY(standingOf(facts).hasEnteredKey);
    facts.profile.key.savedAt = now;
    QCOMPARE(standingOf(facts).text,
             QStringLiteral("The key is kept in the keychain since 2026-02-03 13:13 +08:00. The "
                            "key id ends in 0001."));
    facts.kept.isSessionOnly = true;
    QCOMPARE(standingOf(facts).line, QStringLiteral("in memory only"));
}

void tst_StandingWords::enteredToken_endsVisibly()
{
    StandingFacts facts = entered(Kept::Here);
    facts.kept.expiresAt = now.addSecs(52 * 60);
    QCOMPARE(standingOf(facts).line, QStringLiteral("keys until 14:05 UTC+8 (52 min)"));
    QCOMPARE(standingOf(facts).mark, StandingMark::Good);
    QVERIFY(standingOf(facts).text.contains(QStringLiteral("does not renew itself")));
    facts.kept.expiresAt = now.addSecs(-60);
    QCOMPARE(standingOf(facts).line, QStringLiteral("token ended 13:12 UTC+8"));
    QCOMPARE(standingOf(facts).mark, StandingMark::Warning);
    QVERIFY(standingOf(facts).text.contains(QStringLiteral("Enter a new key")));
}

void tst_StandingWords::unavailableKey_saysWhyAndWhatToDo()
{
    StandingFacts facts = entered(Kept::Failed);
    facts.kept.error = keychainError(KeychainProblem::Locked);
    const ShownStanding shown = standingOf(facts);
    QCOMPARE(shown.line, QStringLiteral("key unavailable"));
    QCOMPARE(shown.mark, StandingMark::Warning);
    QVERIFY2(shown.text.contains(QStringLiteral("locked")), qPrintable(shown.text));
}

void tst_StandingWords::issuedKeys_sayHowLongTheyLast()
{
    StandingFacts facts = factsOf(KeyKind::Program, Issued::Here);
    facts.issued.expiresAt = now.addSecs(52 * 60);
    facts.issued.keyIdEnd = QStringLiteral("ts03");
    ShownStanding shown = standingOf(facts);
    QCOMPARE(shown.line, QStringLiteral("keys until 14:05 UTC+8 (52 min)"));
    QCOMPARE(shown.mark, StandingMark::Good);
    QVERIFY(shown.text.contains(QStringLiteral("ends in ts03")));
    facts.issued.isAsking = true;
    shown = standingOf(facts);
    QCOMPARE(shown.line, QStringLiteral("renewing… · keys until 14:05 UTC+8 (52 min)"));
    QCOMPARE(shown.mark, StandingMark::Asking);
    facts.issued = {};
    facts.issued.state = Issued::Here;
    QVERIFY(standingOf(facts).text.contains(QStringLiteral("is not known")));
    QCOMPARE(standingOf(factsOf(KeyKind::Program, Issued::Issuing)).mark, StandingMark::Asking);
}

void tst_StandingWords::failing_keepsWhatIsValid()
{
    StandingFacts facts = factsOf(KeyKind::Program, Issued::Failing);
    facts.issued.error = cause();
    facts.issued.expiresAt = now.addSecs(52 * 60);
    const ShownStanding shown = standingOf(facts);
    QCOMPARE(shown.line, QStringLiteral("not renewed · keys until 14:05 UTC+8 (52 min)"));
    QCOMPARE(shown.mark, StandingMark::Warning);
    QVERIFY2(shown.text.contains(QStringLiteral("did not end in time")), qPrintable(shown.text));
    QVERIFY2(shown.text.endsWith(QStringLiteral("until they end at 14:05 UTC+8 (52 min).")),
             qPrintable(shown.text));
}

void tst_StandingWords::ended_saysCauseAndNextTry()
{
    StandingFacts facts = factsOf(KeyKind::Program, Issued::Ended);
    facts.issued.error = cause();
    facts.issued.nextTry = now.addSecs(600);
    const ShownStanding shown = standingOf(facts);
    QCOMPARE(shown.line, QStringLiteral("no keys"));
    QVERIFY(shown.text.contains(QStringLiteral("did not end in time")));
    QVERIFY(shown.text.contains(QStringLiteral("Nothing is read or sent")));
    QVERIFY2(shown.text.endsWith(QStringLiteral("Next try at 13:23 UTC+8 (10 min).")),
             qPrintable(shown.text));
}

void tst_StandingWords::notAgreedTo_wasNeverAsked()
{
    const ShownStanding shown = standingOf(factsOf(KeyKind::Program, Issued::NeedsAgreement));
    QCOMPARE(shown.line, QStringLiteral("waits for your agreement"));
    QCOMPARE(shown.mark, StandingMark::Warning);
    QVERIFY(shown.text.contains(QStringLiteral("nothing was run or asked")));
}

void tst_StandingWords::circles_areNamed()
{
    StandingFacts facts = factsOf(KeyKind::OtherProfile, Issued::Loop);
    facts.issued.chain = {QStringLiteral("prod"), QStringLiteral("ch\u202eain"),
                          QStringLiteral("prod")};
    QVERIFY(
        standingOf(facts).text.contains(QStringLiteral("circle: prod → ch⟨U+202E⟩ain → prod.")));
    facts.issued.isChainTooLong = true;
    QVERIFY(standingOf(facts).text.startsWith(QStringLiteral("Too many profiles")));
}

void tst_StandingWords::waitingForTheOther_isNoWarning()
{
    const ShownStanding shown = standingOf(factsOf(KeyKind::OtherProfile, Issued::NeedsKey));
    QCOMPARE(shown.mark, StandingMark::Open);
    QVERIFY(shown.text.contains(QStringLiteral("by itself")));
}

void tst_StandingWords::roleOfAKeyThatIsMissing_asksForTheKey()
{
    StandingFacts facts = factsOf(KeyKind::Entered, Issued::NeedsKey);
    QCOMPARE(standingOf(facts).line, QStringLiteral("no key"));
    facts.kept.state = Kept::Reading;
    QCOMPARE(standingOf(facts).line, QStringLiteral("reading key…"));
}

void tst_StandingWords::newProfile_isNotSavedYet()
{
    StandingFacts facts = entered(Kept::Missing);
    facts.isSaved = false;
    QCOMPARE(standingOf(facts).line, QStringLiteral("not saved yet"));
}

void tst_StandingWords::cliCommand_isHandedOn()
{
    StandingFacts facts = factsOf(KeyKind::CloudSso, Issued::Ended);
    facts.issued.cliCommand = QStringLiteral("aliyun configure --mode CloudSSO --profile x");
    QCOMPARE(standingOf(facts).command, facts.issued.cliCommand);
}

QTEST_GUILESS_MAIN(tst_StandingWords)
#include "tst_standingwords.moc"
