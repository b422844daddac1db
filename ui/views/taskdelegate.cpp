// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/taskdelegate.h"

#include "app/models/parametermodel.h"
#include "app/models/tasktreemodel.h"
#include "ui/views/icons.h"
#include "ui/views/tones.h"

namespace countersign {

namespace {

void setIcon(QStyleOptionViewItem &option, const QIcon &icon)
{
    const int side = option.fontMetrics.height();
    option.icon = icon;
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.decorationSize = QSize(side, side);
}

//! The colour that text has in this row, so that an icon is as legible as its word.
QColor textColor(const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace

void TaskDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    option->font.setBold(index.data(TaskTreeModel::IsSubjectRole).toBool());
    if (index.column() == TaskTreeModel::StateColumn) {
        const auto status = index.data(TaskTreeModel::StatusRole).value<RunStatus>();
        const bool isPlanned = index.data(TaskTreeModel::IsPlannedRole).toBool();
        setIcon(*option,
                ownIcon(iconName(isPlanned ? RunStatus::Pending : status), textColor(*option)));
    } else if (index.column() == TaskTreeModel::RiskColumn && !option->text.isEmpty()) {
        setIcon(*option, ownIcon(QStringLiteral("warning"), textColor(*option)));
    }
}

void ChangeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (!index.data(ParameterModel::IsChangedRole).toBool())
        return;
    option->font.setBold(index.column() == ParameterModel::NameColumn);
    if (option->state.testFlag(QStyle::State_Selected))
        return;
    const ToneColors colors = toneColors(option->palette, Tone::Warning);
    option->backgroundBrush = colors.background;
    option->palette.setColor(QPalette::Text, colors.text);
}

} // namespace countersign
