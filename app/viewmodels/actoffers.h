// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/acttable.h"
#include "app/viewmodels/reviewsubject.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! Whether an act may be chosen now, and if not, why not (a whole sentence for the tool tip).
struct Capability
{
    bool isOffered = false;   //!< among the acts of this wait
    bool isOnRequest = false; //!< not among them, and nothing that was read is against it
    bool isEnabled = false;
    QString reason;        //!< why it is not enabled; empty for an act that this wait does not have
    bool isDanger = false; //!< the act releases a dangerous call
    //! Not enabled only because something could not be read: a person may decide without having
    //! seen it, by a path of its own.
    bool isPossibleUnseen = false;
    friend bool operator==(const Capability &, const Capability &) = default;
};

//! What the table of acts is asked with, where a person has named the kind of the wait.
ActFacts actFactsAs(const ReviewFacts &facts, const std::optional<WaitKind> &namedKind);

//! By the table of acts alone, and then by what stands in the way.
Capability capabilityOf(Act act, const ReviewFacts &facts, const ReviewStanding &standing,
                        const std::optional<WaitKind> &namedKind);

//! Why a state that was read is against an act; empty for reasons that are none.
QString reasonText(ActReason reason);

} // namespace countersign
