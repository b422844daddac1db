// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cellcopy.h"

#include "app/domain/ids.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>

#include <algorithm>

namespace countersign {

namespace {

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

//! A column's name in a menu, where "&" would mark a letter.
QString forMenu(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

CellCopy::CellCopy(QAbstractItemView *view, int role)
    : QObject(view)
    , m_view(view)
    , m_role(role)
{
    auto *action = new QAction(tr("Copy"), this);
    action->setShortcut(QKeySequence::Copy);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, &CellCopy::copyCell);
    view->addAction(action);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, &CellCopy::showMenu);
}

void CellCopy::addEntry(const QString &words, int role)
{
    m_entries.emplace_back(words, role);
}

//! Columns as they are seen.
std::vector<int> CellCopy::columns() const
{
    std::vector<int> shown;
    const auto *tree = qobject_cast<const QTreeView *>(m_view);
    for (int place = 0; place < m_view->model()->columnCount(); ++place) {
        const int column = tree ? tree->header()->logicalIndex(place) : place;
        if (!tree || !tree->isColumnHidden(column))
            shown.push_back(column);
    }
    return shown;
}

QString CellCopy::cell(const QModelIndex &index, int column) const
{
    return index.siblingAtColumn(column).data(m_role).toString();
}

void CellCopy::copyCell()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        copy(cell(current, current.column()));
}

void CellCopy::fillMenu(QMenu *menu, const QModelIndex &index)
{
    QStringList row;
    for (const int column : columns())
        row += cell(index, column);
    menu->addAction(tr("Copy &row"), this, [text = row.join(QLatin1Char('\t'))] { copy(text); });
    menu->addSeparator();
    for (const int column : columns()) {
        const QString text = cell(index, column);
        const QString name = index.model()->headerData(column, Qt::Horizontal).toString();
        if (!text.isEmpty())
            //: %1 is the heading of a column
            menu->addAction(tr("Copy “%1”").arg(forMenu(name)), this, [text] { copy(text); });
    }
    for (const auto &[words, role] : m_entries) {
        const QVariant value = index.siblingAtColumn(0).data(role);
        QString text = value.toString();
        if (value.canConvert<TaskExecutionId>())
            text = value.value<TaskExecutionId>().text();
        else if (value.canConvert<ExecutionId>())
            text = value.value<ExecutionId>().text();
        if (!text.isEmpty())
            menu->addAction(words, this, [text] { copy(text); });
    }
    Q_EMIT menuFilled(menu, index);
}

void CellCopy::showMenu(const QPoint &position)
{
    // From the keyboard the menu is for the current row, wherever the pointer is.
    QModelIndex index = m_view->indexAt(position);
    QPoint place = position;
    if (!index.isValid()) {
        index = m_view->currentIndex();
        place = m_view->visualRect(index).bottomLeft();
    }
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, index);
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

} // namespace countersign
