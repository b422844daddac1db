// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/error.h"

namespace countersign {

bool isOfOneObject(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Refused:
    case Error::Kind::TooLarge:
    case Error::Kind::BadReply:
    case Error::Kind::Incomplete:
        return true;
    case Error::Kind::Cancelled:
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::Untrusted:
    case Error::Kind::ProxyRefused:
    case Error::Kind::Redirected:
    case Error::Kind::Throttled:
    case Error::Kind::BadCredentials:
    case Error::Kind::WrongClock:
    case Error::Kind::NonceUsed:
    case Error::Kind::ServerFault:
    case Error::Kind::LocalFault:
        return false;
    }
    return false;
}

} // namespace countersign
