// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/followedrun.h"
#include "app/models/rowtable.h"

namespace countersign {

//! Runs that this person has decided about, in the order given. Texts are safe.
class FollowedModel : public RowTable<FollowedRun>
{
    Q_OBJECT

public:
    enum Column { RunColumn, StateColumn, PlaceColumn, DecidedColumn, ColumnCount };
    enum Role { StatusRole = Qt::UserRole /*!< RunStatus */, IsEndedRole };

    explicit FollowedModel(QObject *parent = nullptr);

    //! A run that stands there twice, through two profiles, is shown once.
    void apply(const std::vector<FollowedRun> &runs);
    const FollowedRun &runAt(int row) const { return at(row); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
};

//! "Failed: task install", "Running", "Not read yet"; safe text.
QString followedStateText(const FollowedRun &run);

} // namespace countersign
