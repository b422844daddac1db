// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "app/viewmodels/parameterfield.h"

namespace countersign {

//! The rows of the form for parameters, declared ones first. Rows come and go only for members that
//! nothing declares.
class ParameterFieldModel : public RowTable<ParameterField>
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, OriginColumn, ColumnCount };
    enum Role {
        IsEditedRole = Qt::UserRole, //!< bool
        ProblemRole,                 //!< text; empty: fine
    };

    explicit ParameterFieldModel(QObject *parent = nullptr);

    //! Names must be unique.
    void apply(std::vector<ParameterField> fields);
    const ParameterField &field(int row) const { return at(row); }
    //! -1: none.
    int rowOf(const QString &name) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
};

} // namespace countersign
