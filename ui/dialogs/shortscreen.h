// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QDialog;
class QLayout;
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! True where what is read, entered and pressed have no room one above the other, such as 768
//! pixels at 200 per cent: what is entered then scrolls with what is read, so that account,
//! consequence and buttons stay in view.
bool isShortScreen(const QWidget &window);

//! Moves a part of a dialog's column to the end of what scrolls.
void moveInto(QBoxLayout &scrolled, QBoxLayout &column, QLayout &part);
void moveInto(QBoxLayout &scrolled, QBoxLayout &column, QWidget &part);

//! Makes a dialog, whose layout is a column without spacing, higher when its parts need more than
//! it has, as far as the screen goes: words that come up later squeeze nothing.
void growToFit(QDialog &dialog);

} // namespace countersign
