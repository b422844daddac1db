// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign {

//! True inside of Flatpak or Snap. Portals look into the process that asks them, which they cannot
//! do when it hides from everybody.
bool isConfined();

//! Before anything else: logging goes through our own handler, which drops Qt's chatter and removes
//! what looks like a key; nobody else may read what this process writes; there is no core dump, and
//! an error that nobody handles is told without its text. Unless `isConfined`, other processes of
//! the same user cannot look into this one either.
void hardenProcess(bool isConfined);

//! After all paths of the command line were made absolute: leaves a folder that others may own.
void leaveWorkingFolder();

} // namespace countersign
