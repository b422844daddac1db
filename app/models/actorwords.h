// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QString>

namespace countersign {

// Words about who acts; safe, plain, one line, in the person's language.

//! "user li.wei", "role oos-operator, session li.wei", "the account itself (root)"; the name alone
//! where its kind is not known. `actor` is "role/session" for a role. Empty: nobody is known.
QString actorText(const QString &actor, ActorKind kind);

//! "not verified today, last on 2026-11-27 09:14 +01:00"; empty for an invalid time, which means
//! that it was verified.
QString notVerifiedText(const QDateTime &lastVerifiedAt, const QDateTime &now);

//! Both of a recorded decision, as it stood when its dialog was opened.
QString actorText(const DecisionRecord &record);

} // namespace countersign
