// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/models/rowtable.h"

#include <QHash>

namespace countersign {

//! The log of one run, oldest line first. Kept are the newest 20,000 lines, 8 KiB of each and
//! 16 MiB of all; what was cut is said.
class LogModel : public RowTable<LogLine>
{
    Q_OBJECT

public:
    enum Column { TimeColumn, TypeColumn, TaskColumn, MessageColumn, ColumnCount };
    enum Role {
        TaskExecutionIdRole = Qt::UserRole, //!< TaskExecutionId
        MessageRole,                        //!< all that is kept, with its line breaks
        CopyRole,                           //!< QString: the cell as received
    };

    explicit LogModel(QObject *parent = nullptr);

    //! Shows these lines: what was read of the log so far, whole. New lines at the end are
    //! appended.
    void apply(const std::vector<LogLine> &lines);
    //! These lines come after the ones that are there.
    void append(std::vector<LogLine> lines);
    //! Lines since the last apply() that are not kept.
    int droppedLines() const { return m_droppedLines; }
    //! What the tasks of the run are called, as received; a line of another task shows its id.
    void setTaskNames(const QHash<TaskExecutionId, QString> &names);
    //! The tasks that lines are of, with their (safe) names, in the order of their first lines.
    //! Lines of the run itself have an empty id.
    std::vector<std::pair<TaskExecutionId, QString>> tasks() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void makeRoom();
    QString taskName(const TaskExecutionId &id) const;
    QString cell(const LogLine &line, int column) const;
    QString exactCell(const LogLine &line, int column) const;

    QHash<TaskExecutionId, QString> m_taskNames;
    qsizetype m_characters = 0; //!< of all messages
    int m_droppedLines = 0;
};

} // namespace countersign
