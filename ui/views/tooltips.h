// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QAction;
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! Shows `words`, which may be remote text, as the tool tip, and describes the widget with them as
//! they are: without a description of its own, assistive technology would read the tool tip's
//! markup. Empty: neither.
void setToolTipWords(QWidget *widget, const QString &words);

//! Keeps the description of a button that stands for `action` at the action's status tip, which
//! says in plain words what its tool tip shows.
void describeAs(QWidget *button, QAction *action);

} // namespace countersign
