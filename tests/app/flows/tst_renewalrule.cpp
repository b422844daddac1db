// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyissuer.h"
#include "app/domain/transportcodes.h"
#include "app/flows/identityreads.h"
#include "app/flows/profilechain.h"
#include "app/flows/renewalrule.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC);

Profile other(const QString &id, const QString &from)
{
    Profile made;
    made.id = ProfileId(id);
    made.alias = QStringLiteral("alias ") + id;
    made.regions = {RegionId(QStringLiteral("cn-hangzhou"))};
    if (from.isEmpty())
        return made;
    made.source.kind = KeyKind::OtherProfile;
    made.source.otherProfile = ProfileId(from);
    return made;
}

} // namespace

class tst_RenewalRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ahead_data();
    void ahead();
    void again_data();
    void again();
    void pauses_growAndAreScattered();
    void pauses_ofTheClisFile_doNotGrow();
    void chain_data();
    void chain();
    void chain_ofAnUnsavedForm_isItsOwn();
};

void tst_RenewalRule::ahead_data()
{
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<int>("ahead");
    // credentials.md 8: max(180 s, min(900 s, lifetime / 3)).
    QTest::newRow("a quarter of an hour") << 900 << 300;
    QTest::newRow("an hour") << 3'600 << 900;
    QTest::newRow("half an hour") << 1'800 << 600;
    QTest::newRow("twelve hours") << 43'200 << 900;
    QTest::newRow("nine minutes") << 540 << 180;
    QTest::newRow("seven minutes") << 420 << 180;
    // Keys that hardly live are not asked for all the time.
    QTest::newRow("four minutes") << 240 << 120;
    QTest::newRow("ten seconds") << 10 << 5;
    QTest::newRow("ended") << -5 << 0;
}

void tst_RenewalRule::ahead()
{
    QFETCH(int, lifetime);
    QFETCH(int, ahead);
    QCOMPARE(renewalAhead(noon, noon.addSecs(lifetime), {}), std::chrono::seconds(ahead));
}

void tst_RenewalRule::again_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("isTried");
    QTest::addColumn<KeyKind>("source");
    const auto row = [](const char *name, Kind kind, const QString &code, int failures,
                        bool isTried, KeyKind source = KeyKind::Entered) {
        QTest::newRow(name) << kind << code << failures << isTried << source;
    };
    row("unreachable", Kind::Offline, {}, 40, true);
    row("silent", Kind::TimedOut, {}, 1, true);
    row("throttled", Kind::Throttled, QStringLiteral("Throttling.User"), 1, true);
    row("broken", Kind::ServerFault, {}, 9, true);
    row("unreadable", Kind::BadReply, {}, 1, true);
    row("no role", Kind::NotFound, QStringLiteral("EntityNotExist.Role"), 1, false);
    row("no right", Kind::Forbidden, QStringLiteral("NoPermission"), 1, false);
    row("bad parameter", Kind::Refused, QStringLiteral("InvalidParameter.DurationSeconds"), 1,
        false);
    row("certificate", Kind::Untrusted, {}, 1, false);
    row("base key is wrong", Kind::BadCredentials, QStringLiteral("InvalidAccessKeyId.NotFound"), 1,
        false);
    row("another account", Kind::BadCredentials, IdentityReads::otherAccountCode(), 1, false);
    row("base token has ended", Kind::BadCredentials,
        QStringLiteral("InvalidSecurityToken.Expired"), 1, true, KeyKind::OtherProfile);
    row("token that was entered has ended", Kind::BadCredentials,
        QStringLiteral("InvalidSecurityToken.Expired"), 1, false);
    row("token of the environment has ended", Kind::BadCredentials,
        QStringLiteral("InvalidSecurityToken.Expired"), 1, false, KeyKind::Environment);
    // The token file is read anew each time.
    row("workload token has ended", Kind::Refused,
        QStringLiteral("AuthenticationFail.OIDCToken.Expired"), 40, true, KeyKind::Oidc);
    row("workload token is none", Kind::Refused,
        QStringLiteral("AuthenticationFail.OIDCToken.Invalid"), 1, true, KeyKind::Oidc);
    row("workload is not trusted", Kind::Refused, QStringLiteral("AuthenticationFail.NoPermission"),
        1, false, KeyKind::Oidc);
    row("such a code of another kind", Kind::Refused,
        QStringLiteral("AuthenticationFail.OIDCToken.Expired"), 1, false, KeyKind::Entered);
    row("proxy refuses", Kind::ProxyRefused, {}, 40, true);
    row("proxy wants a password", Kind::ProxyRefused, transportcodes::proxyAuthentication(), 1,
        true);
    row("program, and the proxy refuses", Kind::ProxyRefused, {}, 40, true, KeyKind::Program);
    row("CloudSSO refuses the CLI's login", Kind::BadCredentials, keyissuercodes::cliLoginRefused(),
        50, true, KeyKind::CloudSso);
    row("the CLI's login has ended", Kind::BadCredentials, keyissuercodes::cliLoginEnded(), 50,
        true);
    row("the CLI's file is gone", Kind::LocalFault, keyissuercodes::noCliProfile(), 50, true);
    row("keys that had ended", Kind::BadCredentials, renewalcodes::endedKeys(), 5, true);
    row("program failed", Kind::LocalFault, keyissuercodes::programFailed(), 2, true,
        KeyKind::Program);
    row("program failed thrice", Kind::LocalFault, keyissuercodes::programFailed(), 3, false,
        KeyKind::Program);
    row("program too slow thrice", Kind::LocalFault, keyissuercodes::programTooSlow(), 3, false,
        KeyKind::Program);
    row("program that prints no keys thrice", Kind::BadReply, keyissuercodes::badAnswer(), 3, false,
        KeyKind::Program);
    row("service that gives no keys", Kind::BadReply, keyissuercodes::badAnswer(), 9, true,
        KeyKind::LocalService);
    row("answer with keys that had ended", Kind::BadReply, keyissuercodes::endedKeys(), 5, true);
    row("program whose keys had ended", Kind::BadCredentials, renewalcodes::endedKeys(), 3, false,
        KeyKind::Program);
    row("program, and the role is out of reach", Kind::Offline, {}, 40, true, KeyKind::Program);
    row("no program", Kind::LocalFault, keyissuercodes::noProgram(), 1, false);
    row("forbidden here", Kind::LocalFault, keyissuercodes::forbiddenHere(), 1, false);
    row("no agreement", Kind::LocalFault, keyissuercodes::notConfirmed(), 1, false);
    row("program ends", Kind::Cancelled, {}, 1, false);
}

void tst_RenewalRule::again()
{
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    QFETCH(int, failures);
    QFETCH(KeyKind, source);
    Error error;
    error.kind = kind;
    error.code = code;
    QTEST(mayAskAgain(error, failures, source), "isTried");
}

void tst_RenewalRule::pauses_growAndAreScattered()
{
    Error offline;
    offline.kind = Error::Kind::Offline;
    QCOMPARE(pauseAfter(offline, 1, 0.0, {}), 30'000ms);
    QCOMPARE(pauseAfter(offline, 2, 0.0, {}), 60'000ms);
    QCOMPARE(pauseAfter(offline, 4, 0.0, {}), 240'000ms);
    QCOMPARE(pauseAfter(offline, 6, 0.0, {}), 600'000ms);
    QCOMPARE(pauseAfter(offline, 60, 0.0, {}), 600'000ms);
    // A file is looked at often; a token that was refused is not sent as often.
    Error login;
    login.code = keyissuercodes::cliLoginEnded();
    QCOMPARE(pauseAfter(login, 60, 0.0, {}), 30'000ms);
    login.code = keyissuercodes::cliLoginRefused();
    QCOMPARE(pauseAfter(login, 60, 0.0, {}), 600'000ms);
    QCOMPARE(pauseAfter(offline, 1, 0.5, {}), 22'500ms);
}

void tst_RenewalRule::pauses_ofTheClisFile_doNotGrow()
{
    Error ended;
    ended.kind = Error::Kind::BadCredentials;
    ended.code = keyissuercodes::cliLoginEnded();
    QCOMPARE(pauseAfter(ended, 1, 0.0, {}), 30'000ms);
    QCOMPARE(pauseAfter(ended, 30, 0.0, {}), 30'000ms);
}

void tst_RenewalRule::chain_data()
{
    using Problem = ProfileChain::Problem;
    using Links = QList<QPair<QString, QString>>;
    QTest::addColumn<Links>("links");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QStringList>("aliases");
    const auto row = [](const char *name, const Links &links, Problem problem,
                        const QStringList &letters) {
        QStringList aliases;
        for (const QString &letter : letters)
            aliases += QStringLiteral("alias ") + letter;
        QTest::newRow(name) << links << problem << aliases;
    };
    const auto text = [](const char *letters) {
        return QString::fromLatin1(letters).split(QLatin1Char(' '));
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    row("alone", {{a, {}}}, Problem::None, text("a"));
    row("two", {{a, b}, {b, {}}}, Problem::None, text("a b"));
    row("gone", {{a, b}}, Problem::NoOther, text("a"));
    row("itself", {{a, a}}, Problem::Circle, text("a a"));
    row("each other", {{a, b}, {b, a}}, Problem::Circle, text("a b a"));
    row("a circle further on", {{a, b}, {b, c}, {c, b}}, Problem::Circle, text("a b c b"));
    Links links;
    for (char letter = 'a'; letter <= 'f'; ++letter)
        links += {QString(QLatin1Char(letter)), QString(QLatin1Char(char(letter + 1)))};
    Links five = links;
    five.back().second.clear();
    row("five behind it", five, Problem::None, text("a b c d e f"));
    links += {QStringLiteral("g"), QString()};
    row("six behind it", links, Problem::TooLong, text("a b c d e f g"));
}

void tst_RenewalRule::chain()
{
    using Links = QList<QPair<QString, QString>>;
    QFETCH(Links, links);
    QFETCH(ProfileChain::Problem, problem);
    QFETCH(QStringList, aliases);
    ProfileRegistry registry;
    for (const auto &[id, from] : links)
        registry.setProfile(other(id, from));
    const ProfileChain found =
        chainOf(*registry.profile(ProfileId(QStringLiteral("a"))), registry, 5);
    QCOMPARE(found.problem, problem);
    QCOMPARE(QStringList(found.aliases.begin(), found.aliases.end()), aliases);
}

//! What is being edited counts, not what stands in the registry.
void tst_RenewalRule::chain_ofAnUnsavedForm_isItsOwn()
{
    ProfileRegistry registry;
    registry.setProfile(other(QStringLiteral("a"), {}));
    registry.setProfile(other(QStringLiteral("b"), QStringLiteral("a")));
    const Profile edited = other(QStringLiteral("a"), QStringLiteral("b"));
    QCOMPARE(chainOf(edited, registry, 5).problem, ProfileChain::Problem::Circle);
}

QTEST_GUILESS_MAIN(tst_RenewalRule)
#include "tst_renewalrule.moc"
