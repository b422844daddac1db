// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"
#include "app/domain/error.h"

#include <QDateTime>

#include <chrono>

namespace countersign {

//! When keys are renewed (credentials.md 8); tests shorten it.
struct RenewalTimes
{
    //! Ahead of the end: a third of the lifetime, within these two, and never more than half.
    std::chrono::seconds leastAhead{180};
    std::chrono::seconds mostAhead{900};
    //! After a failure.
    std::chrono::milliseconds firstPause{30'000};
    std::chrono::milliseconds longestPause{600'000};
    //! How long keys without a known end are used until the source is asked again.
    std::chrono::milliseconds withoutEnd{600'000};
    //! Between two askings that went well and that nobody asked for.
    std::chrono::milliseconds apart{30'000};
    //! The longest time between two looks at the clock, which may be set.
    std::chrono::milliseconds look{30'000};
};

//! How long before `expiresAt` keys are renewed that were issued at `issuedAt`.
std::chrono::milliseconds renewalAhead(const QDateTime &issuedAt, const QDateTime &expiresAt,
                                       const RenewalTimes &times);

//! Whether a source of this kind is asked again by itself after it has failed so many times in a
//! row: causes that only a person can mend are not tried again, and a program that goes on giving
//! no keys is not begun over and over. `kind` is that of the keys which are needed first.
bool mayAskAgain(const Error &error, int failures, KeyKind kind);

//! The pause before the next try; `jitter` in [0, 1) takes away up to half of it.
std::chrono::milliseconds pauseAfter(const Error &error, int failures, double jitter,
                                     const RenewalTimes &times);

//! The service has said that the token's time is over.
bool isEndOfKeys(const Error &error);

//! Only the network was in the way: another one may bring another answer.
bool isOfNetwork(const Error &error);

//! Codes of errors that renewing itself has come to.
namespace renewalcodes {
//! The source cannot be used as it is, see problemOf(KeySource).
inline QString badSource()
{
    return QStringLiteral("Countersign.BadSource");
}
//! The key that the source begins with is not here.
inline QString noKey()
{
    return QStringLiteral("Countersign.NoKey");
}
//! The other profile does not exist.
inline QString noOtherProfile()
{
    return QStringLiteral("Countersign.NoOtherProfile");
}
//! Profiles take their keys from each other in a circle, or too many of them in a row.
inline QString loop()
{
    return QStringLiteral("Countersign.ProfileLoop");
}
//! What the source gave has ended already.
inline QString endedKeys()
{
    return keyissuercodes::endedKeys();
}
} // namespace renewalcodes

} // namespace countersign
