// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/handover/shellquoting.h"

#include <QString>

namespace countersign {

//! The command that does the same as a decision, for pasting elsewhere.
struct HandOver
{
    QString command; //!< exact, not made safe for showing; empty: there is none
    QString words;   //!< whole sentences: what the command does, or why there is none
};

//! For the vendor's tool. The note goes along without the tag by which this program recognises what
//! it has sent itself, so a command is never taken for a decision made here.
HandOver handOver(const DecisionRecord &record, Shell shell);

//! "POSIX shell", "PowerShell", "Command Prompt (cmd)".
QString shellLabel(Shell shell);

} // namespace countersign
