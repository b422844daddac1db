// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! Texts that turn labels which guess their format into rich text, reorder what stands beside them,
//! or are far too long.
QStringList hostileTexts();

//! Labels below `root` whose format is not plain text, and tool tips that would be drawn as markup
//! of someone else; one line each.
QStringList unsafePlaces(const QWidget &root);

} // namespace countersign
