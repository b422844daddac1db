// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/json.h"
#include "app/models/rowtable.h"

namespace countersign {

//! What tells the rows of OutputModel apart.
struct OutputKey
{
    TaskExecutionId taskExecutionId;
    QString name;
    int repeat = 0;
    friend bool operator==(const OutputKey &, const OutputKey &) = default;
    friend size_t qHash(const OutputKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.taskExecutionId, key.name, key.repeat);
    }
};

//! One output of a task or of the run. Secret parts of the value have been masked before.
struct OutputRow
{
    OutputKey key; //!< no task execution: of the run; no name: Outputs are no object
    QString task;  //!< as received, with the loop item; empty: of the run
    Json value;
    bool isMasked = false; //!< the whole value is hidden
    friend bool operator==(const OutputRow &, const OutputRow &) = default;
};

//! What a run and its tasks have put out, in the order given.
class OutputModel : public RowTable<OutputRow>
{
    Q_OBJECT

public:
    enum Column { TaskColumn, NameColumn, ValueColumn, ColumnCount };
    enum Role {
        CopyRole = Qt::UserRole, //!< QString: the cell as received; a text itself, else its JSON
        ValueRole,               //!< QString: the value for the viewer, as received, safe
        IndentedRole,            //!< QString: the same as indented JSON; a text that is JSON too
        IsMaskedRole,            //!< bool
    };

    explicit OutputModel(QObject *parent = nullptr);

    //! No two rows have the same task execution, name and `repeat`.
    void apply(std::vector<OutputRow> rows);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString cell(const OutputRow &row, int column) const;
    QString exactCell(const OutputRow &row, int column) const;
};

} // namespace countersign
