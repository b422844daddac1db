// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/models/rowtable.h"

namespace countersign {

//! The log of one run, oldest line first. Kept are the newest 20,000 lines, 8 KiB of each and
//! 16 MiB of all; what was cut is said.
class LogModel : public RowTable<LogLine>
{
    Q_OBJECT

public:
    enum Column { TimeColumn, TypeColumn, MessageColumn, ColumnCount };
    enum Role {
        TaskExecutionIdRole = Qt::UserRole, //!< TaskExecutionId
        MessageRole,                        //!< all that is kept, with its line breaks
    };

    explicit LogModel(QObject *parent = nullptr);

    //! Shows these lines: what was read of the log so far, whole. New lines at the end are
    //! appended.
    void apply(const std::vector<LogLine> &lines);
    //! Lines of the last apply() that are not kept.
    int droppedLines() const { return m_droppedLines; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    int m_droppedLines = 0;
};

} // namespace countersign
