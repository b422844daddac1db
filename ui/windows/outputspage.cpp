// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/outputspage.h"

#include "app/models/outputmodel.h"
#include "ui/views/cellcopy.h"
#include "ui/views/statepage.h"
#include "ui/windows/tables.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>

namespace countersign {

OutputsPage::OutputsPage(OutputModel *model, QWidget *parent)
    : QStackedWidget(parent)
    , m_empty(new StatePage(this))
{
    auto *parts = new QSplitter(Qt::Vertical, this);
    m_rows = newTree(model, tr("Outputs of the run"), parts);
    m_rows->setObjectName(QStringLiteral("outputColumns"));
    new CellCopy(m_rows, OutputModel::CopyRole);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_rows);
    parts->addWidget(makeViewer());
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    addWidget(m_empty);
    addWidget(parts);
    setFocusProxy(m_rows);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OutputsPage::showCurrentValue);
    // The current row can go, or get another value, without anybody choosing.
    for (const auto signal : {&QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted})
        connect(model, signal, this, &OutputsPage::showCurrentValue);
    connect(model, &QAbstractItemModel::dataChanged, this, &OutputsPage::showCurrentValue);
    showCurrentValue();
}

QWidget *OutputsPage::makeViewer()
{
    m_viewer = new QWidget(this);
    m_value = new QPlainTextEdit(m_viewer);
    m_value->setObjectName(QStringLiteral("outputValue"));
    m_value->setReadOnly(true);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_value->setTabChangesFocus(true);
    m_value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_value->setAccessibleName(tr("Value of the chosen output"));
    m_indented = new QCheckBox(tr("&Indent JSON"), m_viewer);
    m_indented->setObjectName(QStringLiteral("indentBox"));
    m_copy = new QPushButton(tr("&Copy value"), m_viewer);
    m_copy->setObjectName(QStringLiteral("copyValueButton"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(6, 3, 6, 3);
    bar->addWidget(m_indented);
    bar->addStretch(1);
    bar->addWidget(m_copy);
    auto *column = new QVBoxLayout(m_viewer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_value, 1);
    connect(m_indented, &QCheckBox::toggled, this, &OutputsPage::showCurrentValue);
    connect(m_copy, &QPushButton::clicked, this, &OutputsPage::copyValue);
    return m_viewer;
}

void OutputsPage::update(const QString &noOutputs)
{
    const bool isEmpty = m_rows->model()->rowCount() == 0;
    if (isEmpty)
        m_empty->setState(QStringLiteral("information"), tr("No outputs"), noOutputs);
    setCurrentIndex(isEmpty ? 0 : 1);
}

void OutputsPage::start()
{
    m_rows->setCurrentIndex({});
    m_rows->scrollToTop();
}

void OutputsPage::showCurrentValue()
{
    const QModelIndex current = m_rows->currentIndex();
    m_viewer->setVisible(current.isValid());
    if (!current.isValid())
        return;
    m_copy->setEnabled(!current.data(OutputModel::IsMaskedRole).toBool());
    const int role = m_indented->isChecked() ? OutputModel::IndentedRole : OutputModel::ValueRole;
    const QString value = current.data(role).toString();
    // The same text again would take selection and scroll position away.
    if (value != m_value->toPlainText())
        m_value->setPlainText(value);
}

//! As received, however it is shown.
void OutputsPage::copyValue()
{
    const QModelIndex value = m_rows->currentIndex().siblingAtColumn(OutputModel::ValueColumn);
    if (value.isValid())
        QGuiApplication::clipboard()->setText(value.data(OutputModel::CopyRole).toString());
}

} // namespace countersign
