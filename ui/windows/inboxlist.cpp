// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/inboxlist.h"

#include <QKeyEvent>

namespace countersign {

InboxList::InboxList(QWidget *parent)
    : QListView(parent)
{
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(false);
}

void InboxList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    // In single selection the base class chooses a neighbour of a removed row: the review would go
    // on to another wait without anyone having asked for it.
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    QListView::rowsAboutToBeRemoved(parent, start, end);
    setSelectionMode(QAbstractItemView::SingleSelection);
}

void InboxList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat() && !selectedIndexes().isEmpty())
            Q_EMIT rowEntered();
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
    // The current row may be there without being chosen: a key that would go to it goes nowhere.
    const bool isNavigation = event->key() == Qt::Key_Home || event->key() == Qt::Key_Up ||
                              event->key() == Qt::Key_End || event->key() == Qt::Key_Down;
    if (isNavigation && selectedIndexes().isEmpty() && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
}

} // namespace countersign
