// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/decisionprogress.h"

#include <QDateTime>

#include <optional>

namespace countersign {

//! Whether, how and from when a person may decide again although the outcome of a decision is not
//! known (security.md 4.6). Both requests may count then. The new record's predecessor is the old
//! one, which is still looked after.
struct OverrideRule
{
    enum class Kind {
        None,               //!< there is nothing to override, or something has moved
        SecondConfirmation, //!< a plain one
        Typed               //!< the typed confirmation of security.md F7
    };
    Kind kind = Kind::None;
    QDateTime from; //!< UTC; invalid with None
    friend bool operator==(const OverrideRule &, const OverrideRule &) = default;
};

//! How deciding again is confirmed: a second vote where one is enough does no more than the first.
//! `requiredApprovals` is nothing where it could not be read. Never None.
OverrideRule::Kind overrideKind(Act act, std::optional<qint64> requiredApprovals);
//! Pure. One that could not be determined is read and closed instead.
OverrideRule overrideRule(const DecisionRecord &record, const DecisionBasis &basis,
                          const DecisionProgress &progress);

} // namespace countersign
