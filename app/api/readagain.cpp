// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/readagain.h"

#include <algorithm>

namespace countersign {

ReadAgain readAgainAfter(Error::Kind kind)
{
    using How = ReadAgain::How;
    switch (kind) {
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::ServerFault:
        return {How::AfterPause};
    case Error::Kind::Throttled:
        return {How::AfterThrottle};
    case Error::Kind::NonceUsed:
        return {How::Once};
    case Error::Kind::WrongClock:
        return {How::OnceWithOffset};
    case Error::Kind::Cancelled:
    case Error::Kind::Untrusted:
    case Error::Kind::Redirected:
    case Error::Kind::BadCredentials:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Refused:
    case Error::Kind::TooLarge:
    case Error::Kind::BadReply:
    case Error::Kind::Incomplete:
    case Error::Kind::LocalFault:
        return {How::Never};
    }
    return {How::Never};
}

bool isExpiredToken(const Error &error)
{
    return error.code == QStringLiteral("InvalidSecurityToken.Expired") ||
           error.code == QStringLiteral("ExpiredStsToken");
}

std::chrono::milliseconds pauseBefore(int attempt, std::chrono::milliseconds first,
                                      std::chrono::milliseconds longest, double jitter,
                                      std::optional<std::chrono::milliseconds> asked)
{
    constexpr std::chrono::milliseconds longestAsked = std::chrono::minutes(10);
    if (asked)
        return std::clamp(*asked, std::chrono::milliseconds(0), longestAsked);
    std::chrono::milliseconds pause = first;
    for (int i = 2; i < attempt && pause < longest; ++i)
        pause *= 2;
    pause = std::min(pause, longest);
    const auto taken = static_cast<qint64>(static_cast<double>(pause.count()) * jitter / 2);
    return pause - std::chrono::milliseconds(taken);
}

} // namespace countersign
