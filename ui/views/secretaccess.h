// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qglobal.h>

#include <memory>

QT_BEGIN_NAMESPACE
class QAccessibleEvent;
QT_END_NAMESPACE

namespace countersign {

//! Keeps what is typed, pasted or emptied in a line edit that hides its text out of what assistive
//! technology is told of the change: there are bullets instead. Qt's line edit (6.4) masks what it
//! is asked for, and tells every change in clear, on a bus that many programs listen to. For the
//! whole program, before its first window; again does nothing.
void installSecretAccess();

//! What assistive technology is told instead of this event by installSecretAccess(); null: the
//! event itself. Without an echo there is nothing in place of the text, so that its length is not
//! told either. A change of a table's model is replaced as well: the table has heard of it before,
//! and is kept from counting it a second time, which Qt asks for by accessibleInterface(): null
//! the first time it is called, and the table from then on.
std::unique_ptr<QAccessibleEvent> toldInstead(const QAccessibleEvent &event);

} // namespace countersign
