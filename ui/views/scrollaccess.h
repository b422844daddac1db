// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign {

//! Makes scroll areas answer assistive technology that asks for a child that is gone by now: there
//! is none. Qt's own answer (6.4) reads past the end of its list, and ends the program, when a
//! scroll bar was hidden between the question how many children there are and the one for the
//! last. For the whole program, before its first window; again does nothing.
void installScrollAccess();

} // namespace countersign
