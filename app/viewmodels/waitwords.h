// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/waitkind.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! What was read of one wait, as far as sentences are made from it (rule F21 of security.md). Texts
//! are as received; the functions below make them safe.
struct WaitSubject
{
    WaitKind kind = WaitKind::Unknown;
    Confidence confidence = Confidence::Certain;
    QString taskName; //!< empty: no row is known, the whole run waits
    ProductCall call; //!< empty: none, or it could not be read
    std::vector<QString> targets;
    RegionId region;
    std::optional<qint64> requiredApprovals; //!< nothing: could not be read
};

//! "ECS DeleteInstance waits for approval". Never remote prose.
QString waitHeading(const WaitSubject &subject);
//! What the act does, in one sentence; "probably" where it is inferred. Empty when the act does not
//! fit the kind.
QString actConsequence(const WaitSubject &subject, Act act);
//! For kinds that no act of this program fits: what the run waits for, and where it is decided.
QString waitExplanation(const WaitSubject &subject);
//! True when the act releases a high-risk call.
bool releasesDanger(const WaitSubject &subject, Act act);
//! "Approve: ECS DeleteInstance on 3 targets".
QString decisionHeading(const WaitSubject &subject, Act act);
//! "Approve task “removeNodes” in acme-prod / cn-hangzhou".
QString decisionConfirmText(const WaitSubject &subject, Act act, const QString &alias);

} // namespace countersign
