// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace countersign {

//! The lines of a log, all of them or those of one task.
class LogFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    //! Nothing: all lines. An empty id: lines of the run itself.
    void setTask(const std::optional<TaskExecutionId> &task);
    const std::optional<TaskExecutionId> &task() const { return m_task; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    std::optional<TaskExecutionId> m_task;
};

} // namespace countersign
