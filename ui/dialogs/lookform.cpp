// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lookform.h"

#include "app/viewmodels/decisionsummary.h"
#include "ui_lookform.h"

namespace countersign {

LookForm::LookForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LookForm>())
{
    m_ui->setupUi(this);
    m_ui->bannerHeading->setWeight(true);
    m_ui->notesHeading->setWeight(true);
    m_ui->productionHint->setQuiet(true);
    m_ui->patternHint->setQuiet(true);
    for (const EnvironmentColor color :
         {EnvironmentColor::Grey, EnvironmentColor::Green, EnvironmentColor::Blue,
          EnvironmentColor::Violet, EnvironmentColor::Orange, EnvironmentColor::Red})
        m_ui->colorCombo->addItem(environmentColorText(color), static_cast<int>(color));
    for (const EnvironmentPattern pattern :
         {EnvironmentPattern::Plain, EnvironmentPattern::Stripes, EnvironmentPattern::Dots,
          EnvironmentPattern::Bars, EnvironmentPattern::Checks})
        m_ui->patternCombo->addItem(environmentPatternText(pattern), static_cast<int>(pattern));
    for (QComboBox *combo : {m_ui->colorCombo, m_ui->patternCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &LookForm::edited);
    for (QLineEdit *edit : {m_ui->wordEdit, m_ui->notePatternEdit, m_ui->noteExampleEdit})
        connect(edit, &QLineEdit::textChanged, this, &LookForm::edited);
    for (QCheckBox *tick : {m_ui->productionTick, m_ui->noteRequiredTick})
        connect(tick, &QCheckBox::toggled, this, &LookForm::edited);
}

LookForm::~LookForm() = default;

void LookForm::setProfile(const Profile &profile)
{
    const Environment &look = profile.environment;
    m_ui->wordEdit->setText(look.word);
    m_ui->colorCombo->setCurrentIndex(m_ui->colorCombo->findData(static_cast<int>(look.color)));
    m_ui->patternCombo->setCurrentIndex(
        m_ui->patternCombo->findData(static_cast<int>(look.pattern)));
    m_ui->productionTick->setChecked(look.isProduction);
    m_ui->noteRequiredTick->setChecked(profile.noteRule.isRequired);
    m_ui->notePatternEdit->setText(profile.noteRule.pattern);
    m_ui->noteExampleEdit->setText(profile.noteRule.example);
    showPreview(profile);
}

void LookForm::writeTo(Profile &profile) const
{
    Environment &look = profile.environment;
    look.word = m_ui->wordEdit->text();
    look.color = static_cast<EnvironmentColor>(m_ui->colorCombo->currentData().toInt());
    look.pattern = static_cast<EnvironmentPattern>(m_ui->patternCombo->currentData().toInt());
    look.isProduction = m_ui->productionTick->isChecked();
    profile.noteRule = {m_ui->noteRequiredTick->isChecked(), m_ui->notePatternEdit->text(),
                        m_ui->noteExampleEdit->text()};
}

void LookForm::showPreview(const Profile &profile)
{
    const RegionId region = profile.regions.empty() ? RegionId() : profile.regions.front();
    m_ui->banner->setPlace(profile.environment, placeText(profile.alias, profile.accountId, region),
                           {}, ProfilesViewModel::privateHosts(profile));
}

} // namespace countersign
