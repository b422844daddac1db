// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/generalpage.h"

#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/hints.h"
#include "ui_generalpage.h"

namespace countersign {

GeneralPage::GeneralPage(PreferencesViewModel &preferences, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::GeneralPage>())
    , m_preferences(preferences)
{
    m_ui->setupUi(this);
    for (const auto &language : preferences.languages())
        m_ui->languageCombo->addItem(language.name, language.code);
    connect(m_ui->languageCombo, &QComboBox::activated, this, [this](int index) {
        m_preferences.setLanguage(m_ui->languageCombo->itemData(index).toString());
    });
    // The entries stand in the order of the schemes.
    connect(m_ui->colorCombo, &QComboBox::activated, this,
            [this](int index) { m_preferences.setColorScheme(static_cast<ColorScheme>(index)); });
    connect(m_ui->trayCheck, &QCheckBox::clicked, this,
            [this](bool isOn) { m_preferences.setOn(Switch::KeepInTray, isOn); });
    connect(m_ui->autostartCheck, &QCheckBox::clicked, this,
            [this](bool isOn) { m_preferences.setStartsWithSession(isOn); });
    connect(&preferences, &PreferencesViewModel::changed, this, &GeneralPage::update);
    update();
}

void GeneralPage::update()
{
    m_ui->languageCombo->setCurrentIndex(m_ui->languageCombo->findData(m_preferences.language()));
    showHint(m_ui->languageHint, m_ui->languageCombo, m_preferences.languageText());
    m_ui->colorCombo->setCurrentIndex(static_cast<int>(m_preferences.colorScheme()));
    m_ui->trayCheck->setChecked(m_preferences.isOn(Switch::KeepInTray));
    showHint(m_ui->trayHint, m_ui->trayCheck, m_preferences.trayText());
    m_ui->autostartCheck->setChecked(m_preferences.startsWithSession());
    showHint(m_ui->autostartHint, m_ui->autostartCheck, m_preferences.autostartText());
}

GeneralPage::~GeneralPage() = default;

} // namespace countersign
