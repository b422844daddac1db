// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
class QMenu;
class QModelIndex;
QT_END_NAMESPACE

namespace countersign {

//! Copying out of a table: Ctrl+C takes the current cell, the context menu the whole row (cells
//! apart by tabs), any of its cells, and what belongs to the row beside them. Texts are copied as
//! received. A child of the view.
class CellCopy : public QObject
{
    Q_OBJECT

public:
    //! `role` gives the text of a cell as received.
    CellCopy(QAbstractItemView *view, int role);

    //! A further entry of the menu, for rows that have a text in `role`.
    void addEntry(const QString &words, int role);
    //! Fills `menu` for the row of `index`.
    void fillMenu(QMenu *menu, const QModelIndex &index);

Q_SIGNALS:
    //! `menu` is about to be shown for the row of `index`; others may add to it.
    void menuFilled(QMenu *menu, const QModelIndex &index);

private:
    void copyCell();
    void showMenu(const QPoint &position);
    std::vector<int> columns() const;
    QString cell(const QModelIndex &index, int column) const;

    QAbstractItemView *m_view;
    int m_role;
    std::vector<std::pair<QString, int>> m_entries;
};

} // namespace countersign
