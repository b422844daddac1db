// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/domain/parameterchange.h"
#include "app/models/rowtable.h"

#include <QSet>

#include <optional>

namespace countersign {

//! One parameter of a run.
struct ParameterRow
{
    QString name;  //!< as received; empty for a value that is no object of parameters
    QString value; //!< as received: a text itself, everything else as compact JSON
    bool isMasked = false;
    std::optional<ParameterChange> change; //!< against an earlier run
    friend bool operator==(const ParameterRow &, const ParameterRow &) = default;
};

//! The parameters of a run, in the order received, and those that only an earlier run had. Values
//! of masked names never leave the model.
class ParameterModel : public RowTable<ParameterRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, EarlierColumn, ColumnCount };
    enum Role {
        RawValueRole = Qt::UserRole, //!< as received, for copying; empty when masked
        IsMaskedRole,                //!< bool
        IsChangedRole,               //!< bool: differs from the earlier run
    };

    explicit ParameterModel(QObject *parent = nullptr);

    void apply(const EmbeddedJson &parameters);
    //! Names that the template declares as not to be shown.
    void setMaskedNames(const QSet<QString> &names);
    //! What differs from an earlier run; nothing: there is none to compare with, and
    //! EarlierColumn is empty.
    void setChanges(std::optional<std::vector<ParameterChange>> changes);
    bool isCompared() const { return m_changes.has_value(); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void show(std::vector<ParameterRow> rows);
    QString nameText(const ParameterRow &row) const;
    QString valueText(const ParameterRow &row) const;
    QString earlierText(const ParameterRow &row) const;
    QString sentence(const ParameterRow &row) const;

    QSet<QString> m_maskedNames;
    std::optional<std::vector<ParameterChange>> m_changes;
};

} // namespace countersign
