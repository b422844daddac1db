// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace countersign {

//! The tasks of a run, all of them or only those that failed or wait, with the rows above them.
class TaskFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TaskFilter(QObject *parent = nullptr);

    void setOnlyTroubled(bool isOnlyTroubled);
    bool isOnlyTroubled() const { return m_isOnlyTroubled; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    bool m_isOnlyTroubled = false;
};

} // namespace countersign
