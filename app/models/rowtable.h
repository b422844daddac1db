// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/listupdater.h"

#include <QAbstractTableModel>

#include <vector>

namespace countersign {

//! A table over a vector of values that is brought up to date without a reset. For the short lists
//! of a review; columns and texts are the deriving class's.
template <class Item>
class RowTable : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    const std::vector<Item> &rows() const { return m_rows; }
    const Item &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    //! `keyOf(item)` gives a reference to what tells items apart; keys must be unique.
    template <class KeyOf>
    void replaceRows(std::vector<Item> next, const KeyOf &keyOf)
    {
        Update<KeyOf> update{*this, next, keyOf};
        updateList(update);
    }
    void appendRows(std::vector<Item> more)
    {
        if (more.empty())
            return;
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(more.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        endInsertRows();
    }
    void removeRange(int first, int last)
    {
        if (last < first)
            return;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
    }

private:
    template <class KeyOf>
    struct Update
    {
        RowTable &table;
        std::vector<Item> &next;
        const KeyOf &keyOf;

        Item &old(int row) { return table.m_rows[static_cast<std::size_t>(row)]; }
        Item &nextAt(int row) { return next[static_cast<std::size_t>(row)]; }
        int count() const { return static_cast<int>(table.m_rows.size()); }
        int nextCount() const { return static_cast<int>(next.size()); }
        const auto &keyAt(int row) { return keyOf(old(row)); }
        const auto &nextKeyAt(int row) { return keyOf(nextAt(row)); }
        void remove(int first, int last) { table.removeRange(first, last); }
        void insert(int at, const std::vector<int> &nextRows)
        {
            table.beginInsertRows({}, at, at + static_cast<int>(nextRows.size()) - 1);
            std::vector<Item> items;
            for (const int row : nextRows)
                items.push_back(nextAt(row));
            table.m_rows.insert(table.m_rows.begin() + at, items.begin(), items.end());
            table.endInsertRows();
        }
        void move(int from, int to)
        {
            table.beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
            detail::moveRow(table.m_rows, from, to);
            table.endMoveRows();
        }
        void rearrange(const std::vector<int> &order)
        {
            Q_EMIT table.layoutAboutToBeChanged();
            const QModelIndexList before = table.persistentIndexList();
            table.m_rows = rearranged(table.m_rows, order);
            const std::vector<int> place = inverse(order);
            QModelIndexList after;
            for (const QModelIndex &index : before)
                after.append(
                    table.index(place[static_cast<std::size_t>(index.row())], index.column()));
            table.changePersistentIndexList(before, after);
            Q_EMIT table.layoutChanged();
        }
        unsigned replace(int row)
        {
            if (old(row) == nextAt(row))
                return 0;
            old(row) = std::move(nextAt(row));
            return 1;
        }
        void changed(int first, int last, unsigned)
        {
            Q_EMIT table.dataChanged(table.index(first, 0),
                                     table.index(last, table.columnCount() - 1));
        }
    };

    std::vector<Item> m_rows;
};

} // namespace countersign
