// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/logview.h"

#include "app/models/logmodel.h"
#include "ui/windows/tables.h"

#include <QPlainTextEdit>
#include <QTreeView>

namespace countersign {

LogView::LogView(LogModel *model, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_lines(newTree(model, tr("Log of the run"), this))
    , m_message(new QPlainTextEdit(this))
{
    setChildrenCollapsible(false);
    addWidget(m_lines);
    addWidget(m_message);
    setStretchFactor(0, 3);
    setStretchFactor(1, 1);
    m_message->setReadOnly(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setTabChangesFocus(true);
    m_message->setAccessibleName(tr("Message of the chosen line"));
    m_message->hide();
    const QItemSelectionModel *selection = m_lines->selectionModel();
    connect(selection, &QItemSelectionModel::currentChanged, this, &LogView::showCurrentMessage);
    // The current line can go, or be another one, without anybody choosing.
    for (const auto signal : {&QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted})
        connect(model, signal, this, &LogView::showCurrentMessage);
    connect(model, &QAbstractItemModel::modelReset, this, &LogView::showCurrentMessage);
}

void LogView::scrollToTop()
{
    m_lines->scrollToTop();
}

void LogView::showCurrentMessage()
{
    const QModelIndex current = m_lines->currentIndex();
    const QString message = current.data(LogModel::MessageRole).toString();
    m_message->setVisible(current.isValid());
    // The same text again would take selection and scroll position away.
    if (message != m_message->toPlainText())
        m_message->setPlainText(message);
}

} // namespace countersign
