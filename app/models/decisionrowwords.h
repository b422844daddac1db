// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/decisionrow.h"

#include <QString>

namespace countersign {

// Words about recorded decisions for lists; safe, plain, one line, in the person's language.

//! Where the decision stands, in the words of security.md 4.3 and no others.
QString decisionStateText(const DecisionRow &row);

//! The name of a standing, for choosing among them.
QString decisionStandingLabel(DecisionStanding standing);

//! The act's name; what a found note is.
QString decisionActText(const DecisionRow &row);

//! The task, how many of them, or that it was about the whole run.
QString decisionTaskText(const DecisionRow &row);

//! "acme-prod · 2000 0000 0000 0042"; empty of a found note.
QString decisionAccountText(const DecisionRow &row);

//! Who decided, see actorText(); of a found note that it was somebody.
QString decisionActorText(const DecisionRow &row);

} // namespace countersign
