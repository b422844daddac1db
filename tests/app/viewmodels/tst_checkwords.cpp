// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyissuer.h"
#include "app/viewmodels/checkwords.h"

#include <QSet>
#include <QTest>

using namespace countersign;

namespace {

using Mark = CheckLine::Mark;
using Step = ProfileCheckReport::Step;
using Right = RightFinding::State;

const QString account = QStringLiteral("1000000000000001");

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

CallerIdentity caller(const QString &arn)
{
    CallerIdentity identity;
    identity.accountId = account;
    identity.arn = arn;
    return identity;
}

//! As a test of a user's key leaves it at `step`, with the rights as they are then.
ProfileCheckReport reportAt(Step step, Right first = Right::Present, Right others = Right::NotTried)
{
    ProfileCheckReport report;
    report.step = step;
    report.identity = caller(QStringLiteral("acs:ram::%1:user/li.wei").arg(account));
    for (const QString &right : usedRights()) {
        const bool isListing = right == QLatin1String("oos:ListExecutions");
        RightFinding finding{right, isListing ? first : others, {}};
        if (finding.state == Right::Missing)
            finding.error = errorOf(Error::Kind::Forbidden);
        report.rights.push_back(finding);
    }
    return report;
}

QStringList textsOf(const std::vector<CheckLine> &lines)
{
    QStringList texts;
    for (const CheckLine &line : lines)
        texts += line.text;
    return texts;
}

} // namespace

//! The lines of a profile's test, and why a profile cannot be saved.
class tst_CheckWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identity_eachKindHasItsOwnSentence();
    void identity_notRead_saysWhy();
    void otherAccount_stopsThere();
    void issuedKeys_comeFirst();
    void steps_tellWhatIsUnderWay();
    void road_saysWhyItFailed();
    void rights_eachStateHasItsOwnSentence();
    void scheme_andClock_areTold();
    void problems_eachHasItsOwnSentence();
    void hostileTexts_areSafe_data();
    void hostileTexts_areSafe();
};

void tst_CheckWords::identity_eachKindHasItsOwnSentence()
{
    QSet<QString> texts;
    for (const char *arn :
         {"acs:ram::1:user/li.wei", "acs:ram::1:assumed-role/ops/session", "acs:ram::1:root"}) {
        ProfileCheckReport report;
        report.identity = caller(QString::fromLatin1(arn));
        const CheckLine line = checkLinesOf(report, {}).front();
        QCOMPARE(line.mark, Mark::Good);
        QVERIFY(line.text.contains(account));
        texts.insert(line.text);
    }
    QCOMPARE(texts.size(), 3);
    QVERIFY(
        texts.contains(QStringLiteral("You act as the user li.wei in account %1.").arg(account)));
}

void tst_CheckWords::identity_notRead_saysWhy()
{
    const std::vector<CheckLine> begun = checkLinesOf({}, account);
    QCOMPARE(begun.size(), std::size_t(1));
    QCOMPARE(begun[0].mark, Mark::Open);
    ProfileCheckReport failed;
    failed.error = errorOf(Error::Kind::BadCredentials);
    const std::vector<CheckLine> lines = checkLinesOf(failed, account);
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0].mark, Mark::Bad);
    QVERIFY(lines[0].text != begun[0].text);
    QVERIFY(!lines[0].text.isEmpty());
}

void tst_CheckWords::issuedKeys_comeFirst()
{
    KeySource source;
    source.kind = KeyKind::Oidc;
    source.oidcTokenFile = QStringLiteral("/var/run/secrets/fake/oidc-token");
    ProfileCheckReport report;
    report.step = Step::Keys;
    auto lines = checkLinesOf(report, account, source);
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines.front().mark, Mark::Open);
    report.error = errorOf(Error::Kind::LocalFault);
    report.error->code = keyissuercodes::noTokenFile();
    lines = checkLinesOf(report, account, source);
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines.front().mark, Mark::Bad);
    QVERIFY(lines.front().text.contains(source.oidcTokenFile));
    lines = checkLinesOf(reportAt(Step::Done), account, source);
    QCOMPARE(lines.front().text, QStringLiteral("Keys were given for this test."));
    QCOMPARE(lines.front().mark, Mark::Good);
    QCOMPARE(lines[1], checkLinesOf(reportAt(Step::Done), account).front());
}

void tst_CheckWords::otherAccount_stopsThere()
{
    ProfileCheckReport report = reportAt(Step::Identity);
    report.isOtherAccount = true;
    const std::vector<CheckLine> lines = checkLinesOf(report, QStringLiteral("42"));
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0].mark, Mark::Bad);
    QCOMPARE(lines[0].text, QStringLiteral("The key belongs to account %1, and this profile is for "
                                           "account 42. Nothing was read with it.")
                                .arg(account));
}

void tst_CheckWords::steps_tellWhatIsUnderWay()
{
    const auto last = [](Step step, Right listing) {
        return checkLinesOf(reportAt(step, listing), account).back();
    };
    QCOMPARE(last(Step::Reading, Right::NotTried).text,
             QStringLiteral("Listing waiting executions…"));
    QCOMPARE(last(Step::Reading, Right::NotTried).mark, Mark::Open);
    QCOMPARE(last(Step::DecisionRoad, Right::Present).text,
             QStringLiteral("Trying a call in the shape of a decision…"));
    QCOMPARE(last(Step::Rights, Right::Present).text,
             QStringLiteral("A call in the shape of a decision arrives whole."));
    // Where listing is not allowed the road says nothing, and the right is told once.
    const std::vector<CheckLine> missing =
        checkLinesOf(reportAt(Step::Rights, Right::Missing), account);
    QCOMPARE(missing.back().mark, Mark::Bad);
    QVERIFY(
        missing.back().text.startsWith(QStringLiteral("Waiting executions cannot be listed. ")));
}

void tst_CheckWords::road_saysWhyItFailed()
{
    ProfileCheckReport report = reportAt(Step::DecisionRoad);
    report.error = errorOf(Error::Kind::TimedOut);
    const CheckLine line = checkLinesOf(report, account).back();
    QCOMPARE(line.mark, Mark::Bad);
    QVERIFY(line.text.startsWith(
        QStringLiteral("A call in the shape of a decision did not come through. ")));
    QVERIFY(line.text.size() > 60);
}

void tst_CheckWords::rights_eachStateHasItsOwnSentence()
{
    QSet<QString> texts;
    for (const Right state : {Right::Present, Right::Missing, Right::NotTried, Right::Unclear}) {
        const auto report = reportAt(Step::Done, Right::Present, state);
        const std::vector<CheckLine> lines = checkLinesOf(report, account);
        QCOMPARE(lines.size(), usedRights().size() + 2); // identity, listing, road, other rights
        const CheckLine &line = lines.back();
        QVERIFY(line.text.contains(usedRights().back()));
        QVERIFY2(line.text.endsWith(QLatin1Char('.')), qPrintable(line.text));
        QCOMPARE(line.mark == Mark::Good, state == Right::Present);
        QCOMPARE(line.mark == Mark::Bad, state == Right::Missing || state == Right::Unclear);
        texts.insert(line.text);
    }
    QCOMPARE(texts.size(), 4);
    // While the test goes on, a right that will be tried is not called untried.
    QCOMPARE(checkLinesOf(reportAt(Step::Rights), account).size(), std::size_t(3));
    ProfileCheckReport unclear = reportAt(Step::Done, Right::Present, Right::Unclear);
    unclear.rights.back().error = errorOf(Error::Kind::Throttled);
    QVERIFY(!texts.contains(checkLinesOf(unclear, account).back().text));
}

void tst_CheckWords::scheme_andClock_areTold()
{
    ProfileCheckReport report = reportAt(Step::Done);
    const qsizetype plain = textsOf(checkLinesOf(report, account)).size();
    report.clockSkew = std::chrono::seconds(-200);
    QCOMPARE(textsOf(checkLinesOf(report, account)).size(), plain);
    report.clockSkew = std::chrono::seconds(-420);
    report.isSchemeChanged = true;
    const QStringList texts = textsOf(checkLinesOf(report, account));
    QCOMPARE(texts.size(), plain + 2);
    QVERIFY(texts.contains(QStringLiteral(
        "The clock of this computer is off by 7 minute(s); over 10 nothing is sent.")));
    QVERIFY(texts.filter(QStringLiteral("HMAC-SHA1")).size() == 1);
}

void tst_CheckWords::problems_eachHasItsOwnSentence()
{
    QCOMPARE(profileProblemText(ProfileProblem::None, ProfileWorld::Real), QString());
    for (const ProfileWorld world : {ProfileWorld::Real, ProfileWorld::Sandbox}) {
        QSet<QString> texts;
        int problems = 0;
        for (const ProfileProblem problem :
             {ProfileProblem::NoAlias, ProfileProblem::LongAlias, ProfileProblem::AliasTaken,
              ProfileProblem::NoRegion, ProfileProblem::BadRegion, ProfileProblem::BadEndpoint,
              ProfileProblem::BadStsEndpoint, ProfileProblem::ForeignEndpoint,
              ProfileProblem::ForeignStsEndpoint, ProfileProblem::BadPattern,
              ProfileProblem::LookTaken}) {
            const QString text = profileProblemText(problem, world);
            QVERIFY2(text.endsWith(QLatin1Char('.')) && text.at(0).isUpper() &&
                         !text.contains(QLatin1Char('%')),
                     qPrintable(text));
            texts.insert(text);
            ++problems;
        }
        // With the sandbox both addresses have the same rule.
        QCOMPARE(texts.size(), world == ProfileWorld::Real ? problems : problems - 1);
    }
}

void tst_CheckWords::hostileTexts_areSafe_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("override") << QStringLiteral("abc\u202Edcba");
    QTest::newRow("lines") << QStringLiteral("a\nb\r\nc\td");
    QTest::newRow("nul") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("half a character") << QString(QStringLiteral("a") + QChar(0xD800));
    QTest::newRow("long") << QString(100'000, QLatin1Char('W'));
    QTest::newRow("places") << QStringLiteral("%1 %2 %n %L1");
}

void tst_CheckWords::hostileTexts_areSafe()
{
    QFETCH(QString, text);
    ProfileCheckReport report = reportAt(Step::Done, Right::Missing, Right::Unclear);
    for (const QString &arn : {QString(QStringLiteral("acs:ram::1:user/") + text),
                               QString(QStringLiteral("acs:ram::1:assumed-role/") + text), text}) {
        report.identity = caller(arn);
        report.identity->accountId = text;
        report.identity->identityType = text;
        for (RightFinding &finding : report.rights) {
            Error error = errorOf(Error::Kind::Refused);
            error.code = error.detail = error.requestId = error.neededRight = text;
            finding.error = error;
        }
        for (const bool isOther : {false, true}) {
            report.isOtherAccount = isOther;
            for (const CheckLine &line : checkLinesOf(report, text)) {
                QVERIFY(!line.text.isEmpty() && line.text.size() < 2'000);
                for (const QChar character : line.text)
                    QVERIFY(character.isPrint() && !character.isSurrogate());
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_CheckWords)
#include "tst_checkwords.moc"
