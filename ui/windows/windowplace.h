// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QSplitter;
QT_END_NAMESPACE

namespace countersign {

class Settings;

//! Puts the window where it was when it was last closed; leaves it alone when nothing is known.
void restorePlace(QMainWindow &window, QSplitter &splitter, const Settings &settings);
void savePlace(const QMainWindow &window, const QSplitter &splitter, Settings &settings);

} // namespace countersign
