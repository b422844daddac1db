// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/inboxfilterspec.h"
#include "app/models/inboxmodel.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <vector>

namespace countersign {

//! The rows of an InboxModel that fit a filter, in the model's order. A change of the filter is one
//! layoutChanged; changes of the model come through as inserts, removes, moves and changed ranges.
//! Persistent indexes and selections stay on their wait. The model must outlive it.
class InboxFilter : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit InboxFilter(InboxModel &model, QObject *parent = nullptr);

    void setSpec(const InboxFilterSpec &spec);
    const InboxFilterSpec &spec() const { return m_spec; }
    //! Sets the text of the filter, the rest stays.
    void setText(const QString &text);

    //! The wait shown in `row`, which must be a row.
    WaitRow waitRow(int row) const;
    //! -1 when it is not shown.
    int rowOf(const WaitRowId &id) const;

    //! True when the wait in `row` is the first of its group.
    bool startsGroup(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    //! GroupCountRole counts what is shown; all else is the model's.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;

private:
    void setSourceModel(QAbstractItemModel *sourceModel) override;
    void connectModel();
    void onInserted(int first, int last);
    void onAboutToBeRemoved(int first, int last);
    void onRemoved(int first, int last);
    void onAboutToBeMoved(int first, int last, int destination);
    void onMoved();
    void onDataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles);
    void onLayoutAboutToBeChanged();
    void onLayoutChanged();

    //! Position in m_rows of the first shown row that is not before `sourceRow`.
    int lowerBound(int sourceRow) const;
    void shiftFrom(int position, int by);
    void hideRows(int first, int last);
    void showRows(int first, int last);
    void refilter(bool isOnlyNarrower);
    bool accepts(int sourceRow) const;
    bool fitsText(int sourceRow) const;
    const QString &folded(int sourceRow) const;
    void forgetFolded(int first, int last);
    void foldSome();
    void makeRoom();
    bool isShown(int sourceRow) const;
    void setShown(int sourceRow, bool isShown);
    std::vector<int> shownRows() const;

    InboxModel &m_model;
    InboxFilterSpec m_spec;
    QStringList m_words;
    QString m_starter;
    std::vector<int> m_rows;               //!< source rows shown, ascending
    std::vector<char> m_isShown;           //!< by slot
    mutable std::vector<QString> m_folded; //!< by slot; null: not folded yet
    QTimer m_folding; //!< folds ahead in small portions, so that the first key need not wait
    int m_foldedUpTo = 0;
    bool m_isMoving = false;
    QModelIndexList m_kept;
    QList<QPersistentModelIndex> m_keptSource;
};

} // namespace countersign
