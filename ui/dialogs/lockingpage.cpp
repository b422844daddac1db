// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lockingpage.h"

#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/hints.h"
#include "ui_lockingpage.h"

namespace countersign {

LockingPage::LockingPage(PreferencesViewModel &preferences, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LockingPage>())
    , m_preferences(preferences)
{
    m_ui->setupUi(this);
    m_ui->explanationLabel->setText(
        tr("Locking hides everything that is shown and closes every dialog; what was typed is "
           "kept, apart from keys and the choices of an import. Watching goes on, and a decision "
           "that is being sent is not interrupted. Unlock "
           "shows it all again: the program has no password of its own. It protects from other "
           "people's eyes and from slips; from other people's hands the desktop's own lock "
           "protects."));
    m_ui->keysLabel->setText(
        tr("An account can be set to give up its key as well while the program is locked: under "
           "Profiles, Accounts and keys. It is not watched then."));
    for (const int minutes : Settings::idleLockChoices())
        m_ui->idleCombo->addItem(PreferencesViewModel::idleLockLabel(minutes), minutes);
    showHint(m_ui->idleHint, m_ui->idleCombo,
             tr("Keys and pointer over the program's own windows count as input. Time in which the "
                "computer is asleep counts as time without it."));
    connect(m_ui->sessionCheck, &QCheckBox::clicked, this,
            [this](bool isOn) { m_preferences.setOn(Switch::LockWithSession, isOn); });
    connect(m_ui->idleCombo, &QComboBox::activated, this,
            [this] { m_preferences.setIdleLockMinutes(m_ui->idleCombo->currentData().toInt()); });
    connect(&preferences, &PreferencesViewModel::changed, this, &LockingPage::update);
    update();
}

LockingPage::~LockingPage() = default;

void LockingPage::update()
{
    m_ui->sessionCheck->setChecked(m_preferences.isOn(Switch::LockWithSession));
    showHint(m_ui->sessionHint, m_ui->sessionCheck, m_preferences.sessionLockText());
    m_ui->idleCombo->setCurrentIndex(m_ui->idleCombo->findData(m_preferences.idleLockMinutes()));
}

} // namespace countersign
