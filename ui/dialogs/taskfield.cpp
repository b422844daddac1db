// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/taskfield.h"

#include "app/viewmodels/decisionfields.h"
#include "ui_taskfield.h"

#include <QLineEdit>
#include <QSignalBlocker>

namespace countersign {

namespace {

//! Longer than any item that was seen; what is typed is sent as it is.
constexpr int longestItem = 8'000;

} // namespace

TaskField::TaskField(DecisionFields &fields, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TaskField>())
    , m_fields(fields)
{
    m_ui->setupUi(this);
    fill();
    update();
    connect(m_ui->taskCombo, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_fields.chooseTask(m_ui->taskCombo->itemData(index).toString());
    });
    connect(m_ui->itemCombo, &QComboBox::currentTextChanged, &fields, &DecisionFields::setLoopItem);
    // What a line edit makes of a text is not always the text: a known item is taken as it is.
    connect(m_ui->itemCombo, &QComboBox::activated, this, [this](int index) {
        const QStringList items = m_fields.knownLoopItems();
        if (index >= 0 && index < items.size())
            m_fields.setLoopItem(items.at(index));
    });
    connect(&fields, &DecisionFields::changed, this, &TaskField::update);
}

TaskField::~TaskField() = default;

void TaskField::fill()
{
    m_ui->taskCombo->setMaxVisibleItems(16);
    for (const TaskOffer &task : m_fields.tasks())
        m_ui->taskCombo->addItem(task.words, task.name);
    m_ui->taskCombo->setCurrentIndex(m_ui->taskCombo->findData(m_fields.task()));
    m_ui->itemCombo->lineEdit()->setMaxLength(longestItem);
    m_ui->itemCombo->setInsertPolicy(QComboBox::NoInsert);
    m_ui->itemCombo->setCompleter(nullptr);
    m_ui->wordsLabel->setQuiet(true);
}

void TaskField::setReadOnly(bool isReadOnly)
{
    m_ui->taskCombo->setEnabled(!isReadOnly);
    m_ui->itemCombo->setEnabled(!isReadOnly);
}

void TaskField::update()
{
    const std::vector<QString> words = m_fields.taskWords();
    m_ui->wordsLabel->setText(QStringList(words.begin(), words.end()).join(QLatin1Char('\n')));
    m_ui->wordsLabel->setVisible(!words.empty());
    const bool takesItem = m_fields.takesLoopItem();
    m_ui->itemLabel->setVisible(takesItem);
    m_ui->itemCombo->setVisible(takesItem);
    if (!takesItem || m_itemsOf == m_fields.task())
        return;
    m_itemsOf = m_fields.task();
    const QSignalBlocker quiet(m_ui->itemCombo);
    m_ui->itemCombo->clear();
    m_ui->itemCombo->addItems(m_fields.knownLoopItems());
    m_ui->itemCombo->setCurrentIndex(-1);
    m_ui->itemCombo->setEditText(m_fields.loopItem());
}

} // namespace countersign
