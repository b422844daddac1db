// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace countersign {

class SafeLabel;

//! Shows `words` quietly below the control they are about, which assistive technology describes
//! with them. Empty: there is nothing to say, and the line is gone.
void showHint(SafeLabel *hint, QWidget *control, const QString &words);

} // namespace countersign
