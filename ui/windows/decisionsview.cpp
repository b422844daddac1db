// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/decisionsview.h"

#include "app/models/decisionstable.h"
#include "ui/views/cellcopy.h"
#include "ui/views/icons.h"
#include "ui/views/rowdelegate.h"
#include "ui/windows/tables.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTreeView>

#include <utility>

namespace countersign {

namespace {

QString iconOf(DecisionStanding standing)
{
    switch (standing) {
    case DecisionStanding::Open:
        return QStringLiteral("state-running");
    case DecisionStanding::Done:
        return QStringLiteral("state-success");
    case DecisionStanding::WaitsForOthers:
        return QStringLiteral("state-waiting");
    case DecisionStanding::Refused:
    case DecisionStanding::NotCarriedOut:
        return QStringLiteral("state-failed");
    case DecisionStanding::NotSent:
        return QStringLiteral("state-cancelled");
    case DecisionStanding::OtherActor:
        return QStringLiteral("warning");
    case DecisionStanding::FoundNote:
        return QStringLiteral("quote");
    case DecisionStanding::Closed:
        return QStringLiteral("state-skipped");
    case DecisionStanding::Unknown:
        break;
    }
    return QStringLiteral("question");
}

//! A shape before the words of the state.
class StateDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        option->icon =
            ownIcon(iconOf(index.data(DecisionsTable::StandingRole).value<DecisionStanding>()));
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
};

} // namespace

DecisionsView::DecisionsView(DecisionsTable *decisions,
                             std::function<QString(const QByteArray &)> lifeOf,
                             const QString &accessibleName, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_decisions(decisions)
    , m_lifeOf(std::move(lifeOf))
    , m_table(newTree(decisions, accessibleName, this))
    , m_life(new QPlainTextEdit(this))
{
    m_table->setItemDelegateForColumn(DecisionsTable::StateColumn, new StateDelegate(m_table));
    m_table->header()->setSortIndicator(DecisionsTable::WhenColumn, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    auto *copying = new CellCopy(m_table, DecisionsTable::CopyRole);
    copying->addEntry(tr("Copy execution id"), DecisionsTable::ExecutionIdRole);
    copying->addEntry(tr("Copy decision id"), DecisionsTable::DecisionIdRole);
    copying->addEntry(tr("Copy request id"), DecisionsTable::RequestIdRole);
    copying->addEntry(tr("Copy note"), DecisionsTable::NoteRole);
    m_life->setObjectName(QStringLiteral("decisionLife"));
    m_life->setReadOnly(true);
    m_life->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_life->setTabChangesFocus(true);
    m_life->setAccessibleName(tr("The chosen decision from its beginning"));
    m_life->hide();
    setChildrenCollapsible(false);
    addWidget(m_table);
    addWidget(m_life);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    setFocusProxy(m_table);
    connectTable();
}

void DecisionsView::connectTable()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        update();
        Q_EMIT chosenChanged();
    });
    // The chosen one can move on, or leave the list, without anybody choosing.
    for (const auto signal : {&QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted})
        connect(m_decisions, signal, this, &DecisionsView::update);
    connect(m_decisions, &QAbstractItemModel::dataChanged, this, &DecisionsView::update);
    connect(m_table, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT runWanted(index.data(DecisionsTable::KeyRole).toByteArray());
    });
}

QByteArray DecisionsView::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    const bool isChosen = m_table->selectionModel()->isSelected(current);
    return isChosen ? current.data(DecisionsTable::KeyRole).toByteArray() : QByteArray();
}

void DecisionsView::choose(const QByteArray &key)
{
    const int row = m_decisions->rowOf(key);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_decisions->index(row, 0));
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void DecisionsView::update()
{
    const QByteArray key = chosen();
    m_life->setVisible(!key.isEmpty());
    const QString life = key.isEmpty() ? QString() : m_lifeOf(key);
    if (life == m_life->toPlainText())
        return;
    // More of the same life leaves the reader where they are.
    const int place = key == m_shown ? m_life->verticalScrollBar()->value() : 0;
    m_shown = key;
    m_life->setPlainText(life);
    m_life->verticalScrollBar()->setValue(place);
}

} // namespace countersign
