// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keyissuewords.h"

#include "app/domain/displaytext.h"
#include "app/flows/identityreads.h"
#include "app/flows/renewalrule.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/keycodewords.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeyIssueWords)
};

QString roleOf(const KeySource &source)
{
    return source.role ? safeLine(source.role->arn, 256) : QString();
}

QString programText(const Error &error, const KeySource &source)
{
    const QString program =
        safeLine(splitCommand(source.command).value_or(QStringList()).value(0), 256);
    if (error.code == keyissuercodes::noProgram())
        return Words::tr("The program %1 that gives the keys was not found, or cannot be run. "
                         "Install it, or correct the command line of this profile.")
            .arg(program);
    if (error.code == keyissuercodes::programTooSlow())
        return Words::tr("The program %1 that gives the keys did not end in time and was stopped. "
                         "Run it in a terminal: it may be waiting for an answer.")
            .arg(program);
    return Words::tr("The program %1 failed and gave no keys. Run it in a terminal to see why.")
        .arg(program);
}

//! What did not answer with keys.
QString badAnswerText(const KeySource &source)
{
    switch (source.kind) {
    case KeyKind::Program:
        return Words::tr("What the program printed is no answer with keys. It must print one JSON "
                         "object with access_key_id and access_key_secret, and nothing else.");
    case KeyKind::LocalService:
        return Words::tr("What the service answered holds no keys. Check the address, and whether "
                         "the service is the right one.");
    case KeyKind::EcsRole:
        return Words::tr("The metadata service answered without keys. Check that a role is "
                         "attached to this instance, and its name.");
    default:
        return Words::tr("What was answered holds no keys.");
    }
}

QString metadataRefusal(const Error &error, const KeySource &source)
{
    if (error.kind != Error::Kind::NotFound)
        return Words::tr("The metadata service refuses to give keys (HTTP status %1): access to it "
                         "is limited on this instance. Whoever administers the instance can allow "
                         "it.")
            .arg(error.httpStatus);
    if (source.ecsRoleName.isEmpty())
        return Words::tr("The metadata service has no keys (HTTP status %1): no role is attached "
                         "to this instance. Attach one, or take the keys from elsewhere.")
            .arg(error.httpStatus);
    return Words::tr("The metadata service has no keys of the role %1 (HTTP status %2): it is not "
                     "attached to this instance. Attach it, or correct its name in the profile.")
        .arg(safeLine(source.ecsRoleName, 64), QString::number(error.httpStatus));
}

QString localServiceRefusal(const Error &error, const KeySource &source)
{
    const QString host = safeLine(source.serviceUrl.host(), 255);
    const QString status = QString::number(error.httpStatus);
    if (error.kind == Error::Kind::NotFound)
        return Words::tr("The service at %1 has nothing at the address that it was asked (HTTP "
                         "status %2). Correct the address in the profile.")
            .arg(host, status);
    if (error.kind == Error::Kind::Forbidden)
        return Words::tr("The service at %1 refuses to give keys to this program (HTTP status %2). "
                         "Whoever runs the service can allow it; check the address as well.")
            .arg(host, status);
    return Words::tr("The service at %1 does not give keys when it is asked for them (HTTP status "
                     "%2). Check in the profile whether it is the right one.")
        .arg(host, status);
}

QString cloudSsoRefusal(const Error &error, const KeySource &source)
{
    const QString profile = safeLine(source.cliProfile, 120);
    const QString status = QString::number(error.httpStatus);
    if (error.kind == Error::Kind::Refused)
        return Words::tr("CloudSSO does not accept what the CLI's profile “%1” asks for (HTTP "
                         "status %2). Configure that profile with the CLI again.")
            .arg(profile, status);
    return Words::tr("CloudSSO gives no keys for “%1” (HTTP status %2): its account or its access "
                     "configuration is not assigned to you, or not any more. Whoever administers "
                     "CloudSSO can assign it, or choose another one with the CLI.")
        .arg(profile, status);
}

//! The source was asked, and refuses.
QString refusalText(const Error &error, const KeySource &source)
{
    switch (source.kind) {
    case KeyKind::EcsRole:
        return metadataRefusal(error, source);
    case KeyKind::LocalService:
        return localServiceRefusal(error, source);
    case KeyKind::CloudSso:
        return cloudSsoRefusal(error, source);
    default:
        return keyCodeText(error.code);
    }
}

QString cliText(const Error &error, const KeySource &source)
{
    const QString profile = safeLine(source.cliProfile, 120);
    if (error.code == keyissuercodes::noCliProfile())
        return Words::tr("The CLI's file has no profile “%1” with such a login, or the file cannot "
                         "be read. Check both in this profile.")
            .arg(profile);
    if (error.code == keyissuercodes::foreignLogin())
        return Words::tr("The CLI's file says that people sign in for “%1” at %2, which is none of "
                         "CloudSSO's addresses. The login was not sent there. Correct the profile "
                         "with the CLI.")
            .arg(profile, safeLine(error.path, 253));
    const QString command = renewalCommand(source);
    if (error.code == keyissuercodes::cliLoginRefused())
        return Words::tr(
                   "CloudSSO does not accept the CLI's login for “%1” any more. Run this in a "
                   "terminal, then renew: %2")
            .arg(profile, safeLine(command, 1'024));
    if (command.isEmpty())
        return Words::tr("The CLI's login for “%1” has ended. Sign in with the CLI again.")
            .arg(profile);
    return Words::tr("The CLI's login for “%1” has ended. Run this in a terminal, then renew: %2")
        .arg(profile, safeLine(command, 1'024));
}

//! Empty: `error` is not of the source itself.
QString sourceText(const Error &error, const KeySource &source)
{
    const QString &code = error.code;
    if (code == keyissuercodes::noProgram() || code == keyissuercodes::programFailed() ||
        code == keyissuercodes::programTooSlow())
        return programText(error, source);
    if (code == keyissuercodes::badAnswer())
        return badAnswerText(source);
    if (code == keyissuercodes::sourceRefused())
        return refusalText(error, source);
    if (code == keyissuercodes::noTokenFile())
        return Words::tr("The token file %1 cannot be read, or holds no token. Whoever runs the "
                         "workload has to put one there.")
            .arg(safeLine(source.oidcTokenFile, 512));
    if (code == keyissuercodes::noCliProfile() || code == keyissuercodes::cliLoginEnded() ||
        code == keyissuercodes::cliLoginRefused() || code == keyissuercodes::foreignLogin())
        return cliText(error, source);
    if (source.kind == KeyKind::Environment && isEndOfKeys(error))
        return Words::tr("The token that stood in the environment variables has ended (%1). They "
                         "are read once: start Countersign anew from a terminal that has new ones.")
            .arg(safeLine(code));
    return keyCodeText(code);
}

QString parameterText(const Error &error)
{
    if (error.code.contains(QStringLiteral("RoleSessionName")))
        return Words::tr("The token service does not accept the session's name (%1). Correct it in "
                         "the profile.")
            .arg(safeLine(error.code));
    if (error.code.contains(QStringLiteral("DurationSeconds")))
        return Words::tr("The token service does not accept the duration (%1): the role allows "
                         "less. Choose a shorter one in the profile.")
            .arg(safeLine(error.code));
    if (error.code.contains(QStringLiteral("Policy")))
        return Words::tr("The token service does not accept the policy that narrows the rights "
                         "(%1). Correct it in the profile.")
            .arg(safeLine(error.code));
    return Words::tr("The token service does not accept what it was asked (%1). Check the role's "
                     "fields in the profile.")
        .arg(safeLine(error.code));
}

QString baseKeyText(const Error &error, const KeySource &source)
{
    if (source.kind == KeyKind::OtherProfile)
        return Words::tr("The token service does not accept the keys of the profile that takes the "
                         "role (%1). Look at that profile.")
            .arg(safeLine(error.code));
    if (source.kind == KeyKind::Oidc)
        return Words::tr("The token service does not accept the workload token (%1): it has ended, "
                         "or is for somebody else. Look at the token file and the provider.")
            .arg(safeLine(error.code));
    return Words::tr("The key that takes the role is not accepted (%1). Enter another one, or look "
                     "where it comes from.")
        .arg(safeLine(error.code));
}

QString forbiddenText(const Error &error, const KeySource &source)
{
    if (source.kind == KeyKind::Oidc)
        return Words::tr("The role %1 may not be taken (%2): it does not trust this identity "
                         "provider, or not this workload. An administrator of the account can tell "
                         "which.")
            .arg(roleOf(source), safeLine(error.code));
    return Words::tr(
               "The role %1 may not be taken (%2): the key lacks the right sts:AssumeRole, or "
               "the role does not trust it, or the external id is another one; the key of an "
               "account itself may take none. An administrator of the account can tell "
               "which.")
        .arg(roleOf(source), safeLine(error.code));
}

//! Empty: the token service has not named a cause of its own.
QString roleText(const Error &error, const KeySource &source)
{
    const QString &code = error.code;
    if (code == IdentityReads::otherAccountCode())
        return Words::tr(
                   "The role %1 belongs to another account than this profile, so that nothing "
                   "is read or sent with it. Correct the role's ARN, or make a profile for "
                   "that account.")
            .arg(roleOf(source));
    if (code == QStringLiteral("EntityNotExist.Role"))
        return Words::tr("There is no role %1. Correct its ARN in the profile.")
            .arg(roleOf(source));
    if (code.startsWith(QStringLiteral("EntityNotExist.")))
        return Words::tr("The account has no such identity provider (%1). Correct its ARN in the "
                         "profile.")
            .arg(safeLine(code));
    if (code == QStringLiteral("NoPermission") || error.kind == Error::Kind::Forbidden)
        return forbiddenText(error, source);
    if (code.startsWith(QStringLiteral("InvalidParameter")))
        return parameterText(error);
    if (error.kind == Error::Kind::BadCredentials ||
        code.startsWith(QStringLiteral("AuthenticationFail")))
        return baseKeyText(error, source);
    return {};
}

QString askedText(const KeySource &source)
{
    switch (source.kind) {
    case KeyKind::EcsRole:
        return Words::tr("the ECS metadata service", "who gives keys");
    case KeyKind::LocalService:
        return safeLine(source.serviceUrl.host(), 255);
    case KeyKind::CloudSso:
        return Words::tr("CloudSSO", "who gives keys");
    default:
        return Words::tr("the token service (STS)", "who gives keys");
    }
}

} // namespace

QString keyIssueText(const Error &error, const KeySource &source)
{
    for (const QString &text :
         {sourceText(error, source), source.role ? roleText(error, source) : QString()}) {
        if (!text.isEmpty())
            return text;
    }
    if (error.code == IdentityReads::otherAccountCode())
        return Words::tr("The keys that are given belong to another account than this profile, so "
                         "that nothing is read or sent with them. Correct where they come from, or "
                         "make a profile for that account.");
    if (error.kind == Error::Kind::WrongClock)
        //: %1 is a sentence about this computer's clock
        return Words::tr("%1 Keys are given again when it is right.").arg(errorText(error));
    if (error.kind == Error::Kind::Offline || error.kind == Error::Kind::TimedOut)
        //: %1 is who gives keys
        return Words::tr("No new keys: %1 could not be reached. Check the network and the proxy; "
                         "it is tried again.")
            .arg(askedText(source));
    //: %1 is who gives keys, %2 a sentence
    return Words::tr("No new keys from %1. %2").arg(askedText(source), errorText(error));
}

} // namespace countersign
