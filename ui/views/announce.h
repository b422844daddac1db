// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace countersign {

//! Tells assistive technology that a label which shows `words` is worth being read at once.
void announce(QLabel *label, const QString &words);

} // namespace countersign
