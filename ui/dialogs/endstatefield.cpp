// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/endstatefield.h"

#include "app/viewmodels/decisionfields.h"
#include "ui_endstatefield.h"

namespace countersign {

EndStateField::EndStateField(DecisionFields &fields, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EndStateField>())
    , m_fields(fields)
{
    m_ui->setupUi(this);
    m_ui->wordsLabel->setQuiet(true);
    for (const RunStatus status : {RunStatus::Success, RunStatus::Failed})
        m_ui->stateCombo->addItem(endStateLabel(runStatusText(status)), runStatusText(status));
    m_ui->stateCombo->setCurrentIndex(m_ui->stateCombo->findData(fields.endState()));
    connect(m_ui->stateCombo, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_fields.chooseEndState(m_ui->stateCombo->itemData(index).toString());
    });
    connect(&fields, &DecisionFields::changed, this, &EndStateField::update);
    update();
}

EndStateField::~EndStateField() = default;

void EndStateField::setReadOnly(bool isReadOnly)
{
    m_ui->stateCombo->setEnabled(!isReadOnly);
}

void EndStateField::update()
{
    // Its line is kept free, so that a choice moves nothing.
    m_ui->wordsLabel->setText(m_fields.endStateText());
}

} // namespace countersign
