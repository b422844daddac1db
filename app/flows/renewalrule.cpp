// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/renewalrule.h"

#include "app/api/readagain.h"

#include <algorithm>

namespace countersign {

namespace {

//! A program may open a window of its own: it is not begun over and over.
constexpr int mostProgramTries = 3;

bool mayLocalFaultPass(const QString &code)
{
    return code.isEmpty() || code == keyissuercodes::badAnswer() ||
           code == keyissuercodes::programFailed() || code == keyissuercodes::programTooSlow() ||
           code == keyissuercodes::noTokenFile() || code == keyissuercodes::noCliProfile() ||
           code == keyissuercodes::foreignLogin() || code == keyissuercodes::cliLoginEnded() ||
           code == renewalcodes::endedKeys();
}

//! Of whatever stands between this computer and the token service, and not of the source.
bool isOfTheWay(Error::Kind kind)
{
    return kind == Error::Kind::Offline || kind == Error::Kind::TimedOut ||
           kind == Error::Kind::ProxyRefused || kind == Error::Kind::Throttled ||
           kind == Error::Kind::ServerFault;
}

//! The token file is read anew for every exchange, and whoever runs the workload puts another one
//! there ahead of the end.
bool isWorkloadTokenRefused(const Error &error, KeyKind kind)
{
    return kind == KeyKind::Oidc &&
           error.code.startsWith(QStringLiteral("AuthenticationFail.OIDCToken."));
}

//! What was entered, and what stood in the environment, stays as it is.
bool canTokenChange(KeyKind kind)
{
    return kind != KeyKind::Entered && kind != KeyKind::Environment;
}

} // namespace

std::chrono::milliseconds renewalAhead(const QDateTime &issuedAt, const QDateTime &expiresAt,
                                       const RenewalTimes &times)
{
    using std::chrono::milliseconds;
    const milliseconds lifetime(std::max<qint64>(issuedAt.msecsTo(expiresAt), 0));
    const milliseconds third =
        std::clamp<milliseconds>(lifetime / 3, times.leastAhead, times.mostAhead);
    return std::min(third, lifetime / 2);
}

bool mayAskAgain(const Error &error, int failures, KeyKind kind)
{
    if (kind == KeyKind::Program && !isOfTheWay(error.kind) && failures >= mostProgramTries)
        return false;
    if (isWorkloadTokenRefused(error, kind))
        return true;
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::ProxyRefused:
    case Error::Kind::Throttled:
    case Error::Kind::ServerFault:
    case Error::Kind::NonceUsed:
    case Error::Kind::WrongClock:
    case Error::Kind::Redirected:
    case Error::Kind::TooLarge:
    case Error::Kind::BadReply:
    case Error::Kind::Incomplete:
        return true;
    case Error::Kind::BadCredentials:
        // The CLI renews its login, and another profile its keys.
        return error.code == keyissuercodes::cliLoginEnded() ||
               error.code == keyissuercodes::cliLoginRefused() ||
               error.code == renewalcodes::endedKeys() ||
               (isExpiredToken(error) && canTokenChange(kind));
    case Error::Kind::LocalFault:
        return mayLocalFaultPass(error.code);
    case Error::Kind::Cancelled:
    case Error::Kind::Untrusted:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Refused:
        return false;
    }
    return false;
}

std::chrono::milliseconds pauseAfter(const Error &error, int failures, double jitter,
                                     const RenewalTimes &times)
{
    // A file is looked at: whoever has just renewed the login does not wait long.
    const bool isFile = error.code == keyissuercodes::cliLoginEnded() ||
                        error.code == keyissuercodes::noCliProfile();
    return pauseBefore(isFile ? 2 : failures + 1, times.firstPause, times.longestPause, jitter,
                       std::nullopt);
}

bool isEndOfKeys(const Error &error)
{
    return isExpiredToken(error);
}

bool isOfNetwork(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::TimedOut ||
           error.kind == Error::Kind::Untrusted || error.kind == Error::Kind::Redirected ||
           error.kind == Error::Kind::ProxyRefused;
}

} // namespace countersign
