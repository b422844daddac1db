// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/errortext.h"

#include "app/domain/displaytext.h"
#include "app/domain/transportcodes.h"
#include "app/flows/identityreads.h"
#include "app/flows/renewalrule.h"
#include "app/viewmodels/keycodewords.h"
#include "app/viewmodels/transportwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString forbiddenText(const Error &error)
{
    if (error.neededRight.isEmpty())
        return Words::tr("The service refused the call: this user lacks a right (%1).")
            .arg(safeLine(error.code));
    return Words::tr("The service refused the call: this user lacks the right %1.")
        .arg(safeLine(error.neededRight));
}

QString badCredentialsText(const Error &error)
{
    if (error.code == IdentityReads::otherAccountCode())
        return Words::tr("These credentials belong to another account than the profile.");
    const QString code = safeLine(error.code);
    const auto begins = [&error](QLatin1String part) { return error.code.startsWith(part); };
    if (begins(QLatin1String("InvalidAccessKeyId.Inactive")) ||
        begins(QLatin1String("Forbidden.AccessKeyDisabled")))
        return Words::tr("The service does not accept these credentials: the key is disabled (%1). "
                         "An administrator of the account can enable it; otherwise another key is "
                         "needed.")
            .arg(code);
    if (begins(QLatin1String("InvalidAccessKeyId")))
        return Words::tr("The service does not accept these credentials: there is no key with this "
                         "id (%1). Check it where the key comes from, or use another key.")
            .arg(code);
    if (begins(QLatin1String("SignatureDoesNotMatch")))
        return Words::tr("The service does not accept these credentials: the secret is not that of "
                         "this key (%1). The id and the secret are needed again, as they were "
                         "issued together.")
            .arg(code);
    if (isEndOfKeys(error))
        return Words::tr("The service does not accept these credentials: the security token has "
                         "ended (%1). A new one is needed, with the key that comes with it.")
            .arg(code);
    if (begins(QLatin1String("InvalidSecurityToken")) || begins(QLatin1String("InvalidStsToken")))
        return Words::tr("The service does not accept these credentials: the security token does "
                         "not belong to this key (%1). The id, the secret and the token are needed "
                         "as they were issued together.")
            .arg(code);
    if (begins(QLatin1String("MissingSecurityToken")))
        return Words::tr("The service does not accept these credentials: a security token is "
                         "missing (%1). The one that was issued with the key is needed too.")
            .arg(code);
    return Words::tr("The service does not accept these credentials (%1).").arg(code);
}

QString clockText(const Error &error)
{
    if (!error.clockSkew)
        return Words::tr("The service refused the time of this computer. Check its clock.");
    const auto seconds = static_cast<int>(error.clockSkew->count());
    if (seconds >= 0)
        return Words::tr("The service refused the time of this computer: its clock is %n second(s) "
                         "behind the service's.",
                         nullptr, seconds);
    return Words::tr("The service refused the time of this computer: its clock is %n second(s) "
                     "ahead of the service's.",
                     nullptr, -seconds);
}

QString serverFaultText(const Error &error)
{
    if (error.httpStatus == 0)
        return Words::tr("The service failed to answer properly.");
    return Words::tr("The service failed with HTTP status %1.").arg(error.httpStatus);
}

QString badReplyText(const Error &error)
{
    if (error.path.isEmpty())
        return Words::tr("The reply could not be read: it is not what this call promises.");
    return Words::tr("The reply could not be read: %1 is not what this call promises.")
        .arg(safeLine(error.path));
}

} // namespace

QString errorText(const Error &error)
{
    const QString ofSource = keyCodeText(error.code);
    if (!ofSource.isEmpty())
        return ofSource;
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return Words::tr("The call was given up.");
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::Untrusted:
    case Error::Kind::ProxyRefused:
        return transportText(error);
    case Error::Kind::Redirected:
        return Words::tr("The reply pointed to another address, which is never followed.");
    case Error::Kind::Throttled:
        return Words::tr("The service asks to slow down.");
    case Error::Kind::BadCredentials:
        return badCredentialsText(error);
    case Error::Kind::Forbidden:
        return forbiddenText(error);
    case Error::Kind::WrongClock:
        return clockText(error);
    case Error::Kind::NonceUsed:
        return Words::tr("The service has seen this request before.");
    case Error::Kind::NotFound:
        return Words::tr("The service does not know this object (%1).").arg(safeLine(error.code));
    case Error::Kind::Refused:
        return Words::tr("The service refused the call (%1).").arg(safeLine(error.code));
    case Error::Kind::ServerFault:
        return serverFaultText(error);
    case Error::Kind::TooLarge:
        return Words::tr("The reply is larger or deeper than this program reads.");
    case Error::Kind::BadReply:
        return badReplyText(error);
    case Error::Kind::Incomplete:
        return Words::tr("The list ended early: not everything in it could be read.");
    case Error::Kind::LocalFault:
        if (error.code == transportcodes::privateEndpoint())
            return privateEndpointText(error.detail);
        if (error.code == transportcodes::foreignEndpoint())
            return foreignEndpointText(error.detail);
        return Words::tr("Something on this computer failed.");
    }
    Q_UNREACHABLE();
    return {};
}

QString errorDetails(const Error &error)
{
    QStringList lines;
    if (!error.code.isEmpty())
        lines += Words::tr("Code: %1").arg(safeLine(error.code));
    if (!error.proxy.isEmpty())
        lines += Words::tr("Proxy: %1").arg(safeLine(error.proxy, 255));
    if (error.httpStatus != 0)
        lines += Words::tr("HTTP status: %1").arg(error.httpStatus);
    if (!error.requestId.isEmpty())
        lines += Words::tr("Request id: %1").arg(safeLine(error.requestId));
    if (!error.path.isEmpty())
        lines += Words::tr("Place in the reply: %1").arg(safeLine(error.path));
    if (!error.detail.isEmpty())
        lines += Words::tr("Message: %1").arg(safeBlock(error.detail, 4'096));
    return lines.join(QLatin1Char('\n'));
}

} // namespace countersign
