// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/inboxlist.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

namespace countersign {

InboxList::InboxList(QWidget *parent)
    : QListView(parent)
{
    // In single selection the base class chooses a neighbour of a removed row: the review would go
    // on to another wait without anyone having asked for it.
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(false);
}

void InboxList::setChoosingSeveral(bool isOn)
{
    setSelectionMode(isOn ? QAbstractItemView::MultiSelection
                          : QAbstractItemView::ExtendedSelection);
}

bool InboxList::isChoosingSeveral() const
{
    return selectionMode() == QAbstractItemView::MultiSelection;
}

void InboxList::selectAll()
{
    const QScopedValueRollback<bool> own(m_isOwnInput, true);
    QListView::selectAll();
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
    const QScopedValueRollback<bool> own(m_isOwnInput, true);
    QListView::keyPressEvent(event);
    // The current row may be there without being chosen: a key that would go to it goes nowhere.
    const bool isNavigation = event->key() == Qt::Key_Home || event->key() == Qt::Key_Up ||
                              event->key() == Qt::Key_End || event->key() == Qt::Key_Down;
    const bool isPlain = event->modifiers() == Qt::NoModifier && !isChoosingSeveral();
    if (isNavigation && isPlain && selectedIndexes().isEmpty() && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void InboxList::mousePressEvent(QMouseEvent *event)
{
    // A press beside the rows would choose none of them.
    if (!indexAt(event->position().toPoint()).isValid()) {
        event->accept();
        return;
    }
    const QScopedValueRollback<bool> own(m_isOwnInput, true);
    QListView::mousePressEvent(event);
}

void InboxList::mouseMoveEvent(QMouseEvent *event)
{
    const QScopedValueRollback<bool> own(m_isOwnInput, true);
    QListView::mouseMoveEvent(event);
}

void InboxList::mouseReleaseEvent(QMouseEvent *event)
{
    const QScopedValueRollback<bool> own(m_isOwnInput, true);
    QListView::mouseReleaseEvent(event);
}

} // namespace countersign
