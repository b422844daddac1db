// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyissuer.h"
#include "app/flows/identityreads.h"
#include "app/flows/renewalrule.h"
#include "app/viewmodels/keyissuewords.h"

#include <QSet>
#include <QTest>

using namespace countersign;

namespace {

Error errorOf(Error::Kind kind, const QString &code = {})
{
    Error error;
    error.kind = kind;
    error.code = code;
    error.detail = QStringLiteral("canary <b>words</b> of a program");
    return error;
}

KeySource sourceOf(KeyKind kind, bool hasRole = false)
{
    KeySource source;
    source.kind = kind;
    if (hasRole)
        source.role = RoleToAssume{QStringLiteral("acs:ram::1000000000000001:role/fake-oos"),
                                   QStringLiteral("oos-desktop"),
                                   std::chrono::seconds(3'600),
                                   {},
                                   {}};
    source.oidcTokenFile = QStringLiteral("/var/run/secrets/fake/oidc-token");
    source.serviceUrl = QUrl(QStringLiteral("http://127.0.0.1:18080/fake"));
    source.command = QStringLiteral("'my tool' --print");
    source.cliFile = QStringLiteral("/home/fake/.aliyun/config.json");
    source.cliProfile = QStringLiteral("fake-sso");
    return source;
}

} // namespace

//! Why there are no keys, and what to do.
class tst_KeyIssueWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCode_hasItsOwnWords();
    void words_nameWhatIsMeant();
    void refusals_sayWhoRefuses();
    void environment_endedTokenSaysHowToGoOn();
    void roleErrors_haveTheirOwnWords();
    void otherAccount_saysWhatToCorrect();
    void unreachable_namesWhoWasAsked();
    void unaccepted_saysWhoseKey();
    void wrongClock_saysHowFarOff();
    void remoteWords_neverEnter();
};

void tst_KeyIssueWords::everyCode_hasItsOwnWords()
{
    QSet<QString> texts;
    for (const QString &code :
         {keyissuercodes::notConfirmed(), keyissuercodes::forbiddenHere(),
          keyissuercodes::metadataForbidden(), keyissuercodes::noProgram(),
          keyissuercodes::programFailed(), keyissuercodes::programTooSlow(),
          keyissuercodes::badAnswer(), keyissuercodes::sourceRefused(),
          keyissuercodes::noTokenFile(), keyissuercodes::noCliProfile(),
          keyissuercodes::cliLoginEnded(), keyissuercodes::foreignLogin(),
          keyissuercodes::noEnvironment(), keyissuercodes::misplacedSecret(),
          renewalcodes::badSource(), renewalcodes::noKey(), renewalcodes::noOtherProfile(),
          renewalcodes::loop(), renewalcodes::endedKeys()}) {
        const QString text =
            keyIssueText(errorOf(Error::Kind::LocalFault, code), sourceOf(KeyKind::Program));
        QVERIFY2(!text.contains(QStringLiteral("Something on this computer")), qPrintable(text));
        // Cause and next step.
        QVERIFY2(text.count(QLatin1Char('.')) + text.count(QLatin1Char(':')) >= 2,
                 qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), 19);
}

void tst_KeyIssueWords::words_nameWhatIsMeant()
{
    const auto text = [](const QString &code, KeyKind kind) {
        return keyIssueText(errorOf(Error::Kind::LocalFault, code), sourceOf(kind));
    };
    QVERIFY(text(keyissuercodes::noProgram(), KeyKind::Program)
                .contains(QStringLiteral("The program my tool ")));
    QVERIFY(text(keyissuercodes::noTokenFile(), KeyKind::Oidc)
                .contains(QStringLiteral("/var/run/secrets/fake/oidc-token")));
    QVERIFY(text(keyissuercodes::noCliProfile(), KeyKind::OAuth)
                .contains(QStringLiteral("“fake-sso”")));
    const QString ended = text(keyissuercodes::cliLoginEnded(), KeyKind::CloudSso);
    QVERIFY(ended.contains(QStringLiteral("“fake-sso” has ended")));
    const QString command = renewalCommand(sourceOf(KeyKind::CloudSso));
    QVERIFY2(ended.endsWith(command) && !command.isEmpty(), qPrintable(ended));
}

//! Whatever role comes after it: the token service was not even asked.
void tst_KeyIssueWords::refusals_sayWhoRefuses()
{
    QSet<QString> texts;
    const auto add = [&texts](KeyKind kind, const QString &ecsRole, Error::Kind error, int status,
                              const char *part) {
        for (const bool hasRole : {false, true}) {
            KeySource source = sourceOf(kind, hasRole);
            source.ecsRoleName = ecsRole;
            Error refusal = errorOf(error, keyissuercodes::sourceRefused());
            refusal.httpStatus = status;
            const QString text = keyIssueText(refusal, source);
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
            QVERIFY2(text.contains(QStringLiteral("status %1)").arg(status)), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("sts:")), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("()")), qPrintable(text));
            texts.insert(text);
        }
    };
    const QString role = QStringLiteral("fake-ecs-role");
    add(KeyKind::EcsRole, {}, Error::Kind::NotFound, 404, "no role is attached");
    add(KeyKind::EcsRole, role, Error::Kind::NotFound, 404, "fake-ecs-role");
    add(KeyKind::EcsRole, role, Error::Kind::Forbidden, 403, "access to it is limited");
    add(KeyKind::LocalService, {}, Error::Kind::Forbidden, 401, "127.0.0.1 refuses");
    add(KeyKind::LocalService, {}, Error::Kind::NotFound, 404, "127.0.0.1 has nothing");
    add(KeyKind::LocalService, {}, Error::Kind::Refused, 405, "right one");
    add(KeyKind::CloudSso, {}, Error::Kind::Forbidden, 403, "not assigned to you");
    add(KeyKind::CloudSso, {}, Error::Kind::Refused, 400, "with the CLI again");
    QCOMPARE(texts.size(), 8);
}

void tst_KeyIssueWords::environment_endedTokenSaysHowToGoOn()
{
    const Error error =
        errorOf(Error::Kind::BadCredentials, QStringLiteral("InvalidSecurityToken.Expired"));
    for (const bool hasRole : {false, true}) {
        const QString text = keyIssueText(error, sourceOf(KeyKind::Environment, hasRole));
        QVERIFY2(text.contains(QStringLiteral("from a terminal")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("(InvalidSecurityToken.Expired)")), qPrintable(text));
    }
}

void tst_KeyIssueWords::roleErrors_haveTheirOwnWords()
{
    // Codes of credentials.md 7.1.
    QSet<QString> texts;
    const KeySource source = sourceOf(KeyKind::Entered, true);
    const auto add = [&](Error::Kind kind, const char *code, const char *part) {
        const QString text = keyIssueText(errorOf(kind, QString::fromLatin1(code)), source);
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        texts.insert(text);
    };
    add(Error::Kind::NotFound, "EntityNotExist.Role", "no role acs:ram::1000000000000001:role/");
    add(Error::Kind::Forbidden, "NoPermission", "sts:AssumeRole");
    add(Error::Kind::Refused, "InvalidParameter.RoleSessionName", "session's name");
    add(Error::Kind::Refused, "InvalidParameter.DurationSeconds", "shorter");
    add(Error::Kind::Refused, "InvalidParameter.PolicyGrammar", "policy");
    add(Error::Kind::Refused, "InvalidParameter.RoleArn", "role's fields");
    QCOMPARE(texts.size(), 6);
    const QString workload =
        keyIssueText(errorOf(Error::Kind::Forbidden, QStringLiteral("NoPermission")),
                     sourceOf(KeyKind::Oidc, true));
    QVERIFY2(workload.contains(QStringLiteral("identity provider")), qPrintable(workload));
    QVERIFY(!workload.contains(QStringLiteral("sts:AssumeRole")));
}

void tst_KeyIssueWords::otherAccount_saysWhatToCorrect()
{
    const Error error = errorOf(Error::Kind::BadCredentials, IdentityReads::otherAccountCode());
    const QString role = keyIssueText(error, sourceOf(KeyKind::Program, true));
    QVERIFY2(role.contains(QStringLiteral("role's ARN")), qPrintable(role));
    const QString program = keyIssueText(error, sourceOf(KeyKind::Program, false));
    QVERIFY2(program.contains(QStringLiteral("another account")), qPrintable(program));
    QVERIFY2(program.contains(QStringLiteral("Correct where they come from")), qPrintable(program));
    QVERIFY2(!program.contains(QStringLiteral("STS")), qPrintable(program));
}

void tst_KeyIssueWords::unreachable_namesWhoWasAsked()
{
    for (const auto kind : {Error::Kind::Offline, Error::Kind::TimedOut}) {
        QVERIFY(keyIssueText(errorOf(kind), sourceOf(KeyKind::Entered, true))
                    .contains(QStringLiteral("the token service (STS) could not be reached")));
        QVERIFY(keyIssueText(errorOf(kind), sourceOf(KeyKind::EcsRole))
                    .contains(QStringLiteral("the ECS metadata service could not be reached")));
        QVERIFY(keyIssueText(errorOf(kind), sourceOf(KeyKind::LocalService))
                    .contains(QStringLiteral("127.0.0.1 could not be reached")));
    }
}

void tst_KeyIssueWords::unaccepted_saysWhoseKey()
{
    const Error error =
        errorOf(Error::Kind::BadCredentials, QStringLiteral("InvalidAccessKeyId.NotFound"));
    QSet<QString> texts;
    for (const KeyKind kind : {KeyKind::Entered, KeyKind::OtherProfile, KeyKind::Oidc}) {
        const QString text = keyIssueText(error, sourceOf(kind, true));
        QVERIFY2(text.contains(QStringLiteral("(InvalidAccessKeyId.NotFound)")), qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), 3);
}

void tst_KeyIssueWords::wrongClock_saysHowFarOff()
{
    Error error = errorOf(Error::Kind::WrongClock, QStringLiteral("InvalidTimeStamp.Expired"));
    error.clockSkew = std::chrono::seconds(4'000);
    const QString text = keyIssueText(error, sourceOf(KeyKind::Entered, true));
    QVERIFY2(text.contains(QStringLiteral("4000")), qPrintable(text));
}

void tst_KeyIssueWords::remoteWords_neverEnter()
{
    for (const KeyKind kind : {KeyKind::Program, KeyKind::LocalService, KeyKind::Entered}) {
        for (const auto error :
             {Error::Kind::LocalFault, Error::Kind::BadReply, Error::Kind::Refused})
            QVERIFY(!keyIssueText(errorOf(error, QStringLiteral("X")), sourceOf(kind, true))
                         .contains(QStringLiteral("canary")));
    }
}

QTEST_GUILESS_MAIN(tst_KeyIssueWords)
#include "tst_keyissuewords.moc"
