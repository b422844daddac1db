// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/decisionrow.h"
#include "app/models/decisionsfilter.h"
#include "app/models/rowtable.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace countersign {

//! A decision as the table holds it: the row and, once it was searched, its folded texts.
struct ListedDecision
{
    DecisionRow row;
    mutable QString folded; //!< null: not searched yet
};
using ListedDecisionPtr = std::shared_ptr<const ListedDecision>;

//! Recorded decisions, and notes that were found, as a table: those that fit a filter, sorted by
//! raw values, newest first until something else is wished. Nothing is ever reset: selection and
//! scroll position stay with their decision.
class DecisionsTable : public RowTable<ListedDecisionPtr>
{
    Q_OBJECT

public:
    enum Column {
        WhenColumn,
        ActColumn,
        TaskColumn,
        ItemColumn,
        StateColumn,
        ActorColumn,
        NoteColumn,
        RunColumn,
        AccountColumn,
        RegionColumn,
        CodeColumn,
        ColumnCount
    };
    enum Role {
        KeyRole = Qt::UserRole, //!< QByteArray
        StandingRole,           //!< DecisionStanding
        ExecutionIdRole,        //!< QString, as received
        DecisionIdRole,         //!< QString, the short form; empty of a found note
        RequestIdRole,          //!< QString, as received
        NoteRole,               //!< QString, as received
        CopyRole,               //!< QString, the cell as received
    };

    explicit DecisionsTable(QObject *parent = nullptr);

    //! These are all that there are; keys are unique.
    void apply(std::vector<DecisionRow> rows);
    //! These come to what is there, or take the place of those with the same key.
    void takeIn(std::vector<DecisionRow> rows);

    void setFilter(const DecisionsFilter &filter);
    const DecisionsFilter &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    //! How many there are, whether they fit the filter or not.
    int total() const { return static_cast<int>(m_all.size()); }
    const DecisionRow &rowAt(int row) const { return at(row)->row; }
    //! -1 when it is not listed.
    int rowOf(const QByteArray &key) const;
    //! Of all of them, listed or not.
    std::vector<const DecisionRow *> allRows() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    //! total() or what is listed may be another than before.
    void listed();

private:
    bool comesBefore(const ListedDecisionPtr &a, const ListedDecisionPtr &b) const;
    const ListedDecisionPtr &keep(DecisionRow row);
    void takeOut(const ListedDecisionPtr &decision);
    void putIn(const ListedDecisionPtr &decision);
    void sortAll();
    bool accepts(const ListedDecision &decision) const;
    void foldSome();
    void list();

    std::vector<ListedDecisionPtr> m_all; //!< in the order of the list
    QHash<QByteArray, ListedDecisionPtr> m_known;
    QTimer m_folding; //!< folds ahead in small portions, so that the first key need not wait
    std::size_t m_foldedUpTo = 0;
    DecisionsFilter m_filter;
    QStringList m_words;
    int m_sortColumn = WhenColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace countersign
