// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/tables.h"

#include "ui/views/rowdelegate.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTimer>
#include <QTreeView>

namespace countersign {

namespace {

constexpr int widestColumn = 420;

//! Set on a view whose columns a person has arranged: they are not fitted any more.
constexpr char chosenColumns[] = "countersign_chosenColumns";

void fitColumns(QTreeView *view)
{
    if (view->property(chosenColumns).toBool())
        return;
    const QHeaderView *header = view->header();
    int last = header->count() - 1;
    while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    for (int place = 0; place < last; ++place) {
        const int column = header->logicalIndex(place);
        if (header->isSectionHidden(column))
            continue;
        view->resizeColumnToContents(column);
        if (view->columnWidth(column) > widestColumn)
            view->setColumnWidth(column, widestColumn);
    }
}

void fitHeight(QTreeView *view, int mostRows, QWidget *companion)
{
    const int rows = view->model()->rowCount();
    view->setVisible(rows > 0);
    if (companion != nullptr)
        companion->setVisible(rows > 0);
    if (rows == 0)
        return;
    const int rowHeight = qMax(view->sizeHintForRow(0), view->fontMetrics().height() + 6);
    const int bar = view->horizontalScrollBar()->isVisible()
                        ? view->horizontalScrollBar()->sizeHint().height()
                        : 0;
    view->setFixedHeight(view->header()->sizeHint().height() + qMin(rows, mostRows) * rowHeight +
                         2 * view->frameWidth() + bar + 2);
}

//! Tells columns that a person drags from those that are fitted.
class DragWatch : public QObject
{
public:
    explicit DragWatch(QTreeView *view)
        : QObject(view)
    {
        view->header()->viewport()->installEventFilter(this);
        connect(view->header(), &QHeaderView::sectionResized, view, [this, view] {
            if (m_isDragged)
                view->setProperty(chosenColumns, true);
        });
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonPress)
            m_isDragged = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_isDragged = false;
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isDragged = false;
};

} // namespace

bool hasChosenColumns(const QTreeView *view)
{
    return view->property(chosenColumns).toBool();
}

void chooseColumns(QTreeView *view, const QByteArray &state)
{
    if (view->header()->restoreState(state))
        view->setProperty(chosenColumns, true);
}

QTreeView *newTree(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent)
{
    auto *view = new QTreeView(parent);
    view->setModel(model);
    view->setAccessibleName(accessibleName);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setItemDelegate(new RowDelegate(view));
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTabKeyNavigation(false);
    view->setTextElideMode(Qt::ElideRight);
    view->header()->setStretchLastSection(true);
    // What a column needs is told from the rows in sight and a few more.
    view->header()->setResizeContentsPrecision(50);
    // One fitting per turn of the event loop, however many rows come.
    auto *timer = new QTimer(view);
    timer->setSingleShot(true);
    timer->setInterval(0);
    QObject::connect(timer, &QTimer::timeout, view, [view] { fitColumns(view); });
    const auto later = [timer] { timer->start(); };
    new DragWatch(view);
    QObject::connect(model, &QAbstractItemModel::rowsInserted, timer, later);
    QObject::connect(model, &QAbstractItemModel::modelReset, timer, later);
    QObject::connect(model, &QAbstractItemModel::dataChanged, timer, later);
    timer->start();
    return view;
}

void fitHeightToRows(QTreeView *view, int mostRows, QWidget *companion)
{
    const auto fit = [view, mostRows, companion] { fitHeight(view, mostRows, companion); };
    QObject::connect(view->model(), &QAbstractItemModel::rowsInserted, view, fit,
                     Qt::QueuedConnection);
    QObject::connect(view->model(), &QAbstractItemModel::rowsRemoved, view, fit,
                     Qt::QueuedConnection);
    QObject::connect(view->model(), &QAbstractItemModel::modelReset, view, fit,
                     Qt::QueuedConnection);
    fit();
}

} // namespace countersign
