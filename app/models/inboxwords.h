// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QString>

namespace countersign {

// What the inbox says of a wait; ours, from fields that were read, with "probably" where the kind
// is inferred (rules F20 and F21 of security.md). Remote pieces in it are safe one-line text.

//! "Approve before ECS DeleteInstance", "Approval “approveRestart”".
QString inboxHeading(const WaitRow &row);

//! "restart-web-fleet v4"; empty when the template has no name.
QString templateLabel(const WaitRow &row);

//! "removeNodes · cleanup-idle-ecs v12 · 2 approvals needed · probable".
QString inboxDetail(const WaitRow &row);

//! "in run exec-A (template deploy-all) › task “deploy” › run exec-B › task “approveIt”": from the
//! top-level run down to the child run `self` and its waiting task, which may be empty. Empty for a
//! run that is no child.
QString wayDownText(const WayDown &way, const ExecutionId &self, const QString &task);

//! "Needs you" and so on, as headings of groups.
QString waitGroupLabel(WaitGroup group);

//! How the group of a wait was told, as a whole sentence.
QString groupReasonText(GroupReason reason, WaitKind kind);

//! One sentence with every fact of the row, for those who do not see it. `age` may be empty.
QString inboxSentence(const WaitRow &row, const QString &age);

//! Plain text of several lines with the ids in full.
QString inboxToolTip(const WaitRow &row);

} // namespace countersign
