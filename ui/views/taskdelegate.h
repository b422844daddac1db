// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/rowdelegate.h"

namespace countersign {

//! Draws the tasks of a run: a state has its shape beside its word, a high-risk call the sign of a
//! warning, and the task to decide stands in bold.
class TaskDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

//! Draws parameters: those that differ from the last run on a tint, their names in bold.
class ChangeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace countersign
