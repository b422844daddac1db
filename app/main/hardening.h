// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign {

//! Before anything else: logging goes through our own handler, which drops Qt's chatter and removes
//! what looks like a key; nobody else may read what this process writes; its memory is not dumped.
void hardenProcess();

//! After all paths of the command line were made absolute: leaves a folder that others may own.
void leaveWorkingFolder();

} // namespace countersign
