// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/decisionwords.h"
#include "app/viewmodels/reviewsubject.h"

#include <QStringList>

#include <optional>

namespace countersign {

//! What a person must do before a decision can be confirmed (rule F7 of security.md).
struct Friction
{
    QStringList ticks;     //!< each names its fact
    QString typedQuestion; //!< what is to be typed; empty: nothing
    QString typedAnswer;
    friend bool operator==(const Friction &, const Friction &) = default;
};

//! What friction follows from, beside the object.
struct FrictionFacts
{
    bool isProduction = false;
    QString alias;                     //!< of the profile
    std::optional<WaitKind> namedKind; //!< the person named the kind; nothing: it was recognised
    bool isRowUnread = false;          //!< the whole run is decided because no row could be read
    bool isSecondApproval = false;     //!< this person's approval of the wait is recorded
    bool isOwnRequest = false;  //!< this person started the run, and wants that to be one more step
    std::vector<Unseen> unseen; //!< decided without them
    //! In spite of a decision whose outcome is not known (security.md 4.6).
    enum class Overrides { Nothing, Plain, Typed } overrides = Overrides::Nothing;
};

Friction frictionFor(const DecisionObject &object, Act act, const FrictionFacts &facts);

//! Letter case, blanks and full-width forms are forgiven.
bool isTypedRight(const QString &typed, const QString &answer);

} // namespace countersign
