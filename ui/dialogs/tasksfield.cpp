// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tasksfield.h"

#include "app/models/choosabletasksmodel.h"
#include "app/viewmodels/decisionfields.h"
#include "ui_tasksfield.h"

#include <QScrollBar>
#include <QStyledItemDelegate>

namespace countersign {

namespace {

//! Rows from which on a filter is worth its line.
constexpr int manyRows = 8;
constexpr int rowsInView = 5;

//! Letters of two fonts make lines of uneven height: a row that is a fraction too low for both of
//! its lines would be drawn with the first one alone.
class RoomyRows final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6);
    }
};

} // namespace

TasksField::TasksField(DecisionFields &fields, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TasksField>())
    , m_fields(fields)
{
    m_ui->setupUi(this);
    fill();
    showChosen();
    update();
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TasksField::takeChosen);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &TasksField::filter);
    connect(m_ui->allButton, &QPushButton::clicked, this, &TasksField::chooseShown);
    connect(m_ui->noneButton, &QPushButton::clicked, m_ui->list->selectionModel(),
            &QItemSelectionModel::clearSelection);
    connect(&fields, &DecisionFields::changed, this, &TasksField::update);
}

TasksField::~TasksField() = default;

void TasksField::fill()
{
    const bool isMany = m_fields.takesSeveralRows();
    ChoosableTasksModel *rows = m_fields.rows();
    m_ui->list->setModel(rows);
    m_ui->list->setItemDelegate(new RoomyRows(m_ui->list));
    m_ui->list->setSelectionMode(isMany ? QAbstractItemView::MultiSelection
                                        : QAbstractItemView::SingleSelection);
    if (!m_fields.takesFailedRows()) {
        m_ui->titleLabel->setText(tr("&Tasks under way"));
        m_ui->list->setAccessibleName(tr("Tasks under way"));
    }
    const int shown = qBound(1, rows->rowCount(), rowsInView);
    const int line = m_ui->list->sizeHintForRow(0) + 2 * m_ui->list->spacing();
    const int frame = 2 * m_ui->list->frameWidth();
    m_ui->list->setMinimumHeight(line * qMin(shown, 3) + frame);
    if (rows->rowCount() <= rowsInView)
        m_ui->list->setMaximumHeight(line * shown + frame);
    m_ui->filterEdit->setVisible(rows->rowCount() > manyRows);
    m_ui->allButton->setVisible(isMany && rows->rowCount() > 1);
    m_ui->noneButton->setVisible(isMany && rows->rowCount() > 1);
    m_ui->list->setVisible(rows->rowCount() > 0);
    m_ui->countLabel->setQuiet(true);
    m_ui->limitLabel->setQuiet(true);
    m_ui->limitLabel->setText(m_fields.rowsLimitText());
    m_ui->limitLabel->setVisible(!m_fields.rowsLimitText().isEmpty());
}

void TasksField::setReadOnly(bool isReadOnly)
{
    m_ui->list->setEnabled(!isReadOnly);
    m_ui->allButton->setEnabled(!isReadOnly);
    m_ui->noneButton->setEnabled(!isReadOnly);
    m_ui->filterEdit->setEnabled(!isReadOnly);
}

void TasksField::showChosen()
{
    const ChoosableTasksModel *rows = m_fields.rows();
    QItemSelection chosen;
    for (int row = 0; row < rows->rowCount(); ++row) {
        if (rows->isChosen(row))
            chosen.select(rows->index(row), rows->index(row));
    }
    m_ui->list->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (!chosen.isEmpty())
        m_ui->list->selectionModel()->setCurrentIndex(chosen.indexes().front(),
                                                      QItemSelectionModel::NoUpdate);
}

void TasksField::takeChosen()
{
    std::vector<int> chosen;
    for (const QModelIndex &index : m_ui->list->selectionModel()->selectedIndexes())
        chosen.push_back(index.row());
    m_fields.rows()->choose(chosen);
}

//! Adds what the filter shows, in the order of the list, up to the most for one decision.
void TasksField::chooseShown()
{
    const ChoosableTasksModel *rows = m_fields.rows();
    int room = DecisionFields::mostRows - rows->chosenCount();
    QItemSelection added;
    for (int row = 0; row < rows->rowCount() && room > 0; ++row) {
        if (m_ui->list->isRowHidden(row) || rows->isChosen(row))
            continue;
        added.select(rows->index(row), rows->index(row));
        --room;
    }
    m_ui->list->selectionModel()->select(added, QItemSelectionModel::Select);
}

void TasksField::filter(const QString &text)
{
    const QString wanted = text.trimmed().toCaseFolded();
    const ChoosableTasksModel *rows = m_fields.rows();
    for (int row = 0; row < rows->rowCount(); ++row) {
        const QString whole = rows->index(row).data(ChoosableTasksModel::SearchRole).toString();
        m_ui->list->setRowHidden(row, !wanted.isEmpty() && !whole.contains(wanted));
    }
    m_ui->allButton->setText(wanted.isEmpty() ? tr("Choose &all") : tr("Choose &all shown"));
}

void TasksField::update()
{
    m_ui->countLabel->setText(m_fields.rowsText());
}

} // namespace countersign
