// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QPushButton;
class QToolButton;

namespace countersign {

//! Gives the button its menu, in a way that assistive technology can use whole: opening it from
//! outside returns at once (Qt's own buttons wait for the menu to close, or open nothing), and the
//! menu stands below the button. The menu stays its owner's.
void giveMenu(QPushButton *button, QMenu *menu);
void giveMenu(QToolButton *button, QMenu *menu);

} // namespace countersign
