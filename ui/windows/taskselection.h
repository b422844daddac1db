// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! Chooses the row of a task in the tree of tasks that `page` is or holds, opens what lies above
//! it, and gives it the focus. Nothing happens where the tree does not show it.
void showTask(QWidget &page, const TaskExecutionId &row);

} // namespace countersign
