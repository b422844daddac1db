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
    RunMode mode = RunMode::Unknown;
    bool confirmsHighRisk = false; //!< the run's SafetyCheck
    QString loopItem;              //!< of a loop's item, exactly as it was read
    int failedTasks = 0; //!< of a pause after a failure: rows that may be retried or skipped
    std::vector<QString> waitingApprovals; //!< tasks of the run that wait for an approval
};

//! "ECS DeleteInstance waits for approval". Never remote prose.
QString waitHeading(const WaitSubject &subject);
//! What the act does, in one sentence; "probably" where it is inferred. For acts that take a choice
//! (tasks, an end state) it is said before the choice is made. Empty when the act does not fit the
//! kind.
QString actConsequence(const WaitSubject &subject, Act act);
//! What a person has to know of the wait beside what its acts do. May be empty.
QString waitExplanation(const WaitSubject &subject);
//! Running another task leaves approvals of a Debug run behind, task by task; empty: there are
//! none. `next` is the task that would run, empty while it is not chosen.
QString leftBehindText(const std::vector<QString> &approvals, const QString &next);
//! True when the act releases a high-risk call.
bool releasesDanger(const WaitSubject &subject, Act act);
//! "Approve: ECS DeleteInstance on 3 targets".
QString decisionHeading(const WaitSubject &subject, Act act);
//! "Approve task “removeNodes” in acme-prod / cn-hangzhou".
QString decisionConfirmText(const WaitSubject &subject, Act act, const QString &alias);

} // namespace countersign
