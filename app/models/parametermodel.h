// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/models/rowtable.h"

#include <QSet>

namespace countersign {

//! One parameter of a run.
struct ParameterRow
{
    QString name;  //!< as received; empty for a value that is no object of parameters
    QString value; //!< as received: a text itself, everything else as compact JSON
    bool isMasked = false;
    friend bool operator==(const ParameterRow &, const ParameterRow &) = default;
};

//! The parameters of a run, in the order received. Values of masked names never leave the model.
class ParameterModel : public RowTable<ParameterRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum Role {
        RawValueRole = Qt::UserRole, //!< as received, for copying; empty when masked
        IsMaskedRole,                //!< bool
    };

    explicit ParameterModel(QObject *parent = nullptr);

    void apply(const EmbeddedJson &parameters);
    //! Names that the template declares as not to be shown.
    void setMaskedNames(const QSet<QString> &names);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void show(std::vector<ParameterRow> rows);
    QString valueText(const ParameterRow &row) const;

    QSet<QString> m_maskedNames;
};

} // namespace countersign
