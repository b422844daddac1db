// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/decisionspage.h"

#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/hints.h"
#include "ui_decisionspage.h"

#include <utility>

namespace countersign {

DecisionsPage::DecisionsPage(PreferencesViewModel &preferences, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DecisionsPage>())
    , m_preferences(preferences)
{
    m_ui->setupUi(this);
    showHint(m_ui->waitHint, m_ui->waitSpin,
             tr("After that time without an answer the outcome counts as unknown, and the program "
                "reads what happened. Nothing is sent twice."));
    showHint(m_ui->recentHint, m_ui->recentCheck,
             tr("They are kept on this computer. While this is off, none are added."));
    // The entries stand in the order of the modes.
    connect(m_ui->tagCombo, &QComboBox::activated, this,
            [this](int index) { m_preferences.setTagInNote(static_cast<TagInNote>(index)); });
    connect(m_ui->waitSpin, &QSpinBox::valueChanged, this,
            [this](int seconds) { m_preferences.setFirstReplySeconds(seconds); });
    connect(m_ui->recentCheck, &QCheckBox::clicked, this,
            [this](bool isOn) { m_preferences.setOn(Switch::RecentNotes, isOn); });
    showHint(m_ui->hasteHint, m_ui->hasteCheck,
             tr("After three reviews that were each decided in under five seconds, the next one "
                "says so and begins with what differs from the last."));
    connect(m_ui->ownCombo, &QComboBox::activated, this,
            [this](int index) { m_preferences.setOwnRequests(static_cast<OwnRequests>(index)); });
    connect(m_ui->hasteCheck, &QCheckBox::clicked, this,
            [this](bool isOn) { m_preferences.setOn(Switch::HasteWarning, isOn); });
    connect(m_ui->forgetButton, &QPushButton::clicked, &preferences,
            &PreferencesViewModel::forgetRecentNotes);
    connectKeeping();
    connect(&preferences, &PreferencesViewModel::changed, this, &DecisionsPage::update);
    update();
}

DecisionsPage::~DecisionsPage() = default;

void DecisionsPage::connectKeeping()
{
    for (const int months : Settings::keepMonthsChoices())
        m_ui->keepCombo->addItem(PreferencesViewModel::keepLabel(months), months);
    connect(m_ui->keepCombo, &QComboBox::activated, this, &DecisionsPage::onKeepChosen);
    connect(m_ui->removeDecisionsButton, &QPushButton::clicked, this, [this] {
        if (const auto months = std::exchange(m_keepWanted, std::nullopt))
            m_preferences.setKeepMonths(*months);
        m_ui->keepCombo->setFocus(Qt::OtherFocusReason);
        updateKeeping();
    });
    connect(m_ui->keepDecisionsButton, &QPushButton::clicked, this, [this] {
        m_keepWanted.reset();
        m_ui->keepCombo->setFocus(Qt::OtherFocusReason);
        updateKeeping();
    });
}

//! What nothing is lost by applies at once.
void DecisionsPage::onKeepChosen()
{
    const int months = m_ui->keepCombo->currentData().toInt();
    m_keepWanted.reset();
    if (months != m_preferences.keepMonths()) {
        if (m_preferences.leavingText(months).isEmpty())
            m_preferences.setKeepMonths(months);
        else
            m_keepWanted = months;
    }
    updateKeeping();
}

void DecisionsPage::updateKeeping()
{
    const int months = m_keepWanted.value_or(m_preferences.keepMonths());
    const QString leaving = m_keepWanted ? m_preferences.leavingText(months) : QString();
    m_ui->keepCombo->setCurrentIndex(m_ui->keepCombo->findData(months));
    QString words = PreferencesViewModel::keepText(months);
    if (m_keepWanted)
        words += QLatin1Char('\n') + leaving;
    showHint(m_ui->keepHint, m_ui->keepCombo, words);
    m_ui->removeDecisionsButton->setVisible(m_keepWanted.has_value());
    m_ui->keepDecisionsButton->setVisible(m_keepWanted.has_value());
}

void DecisionsPage::update()
{
    updateKeeping();
    m_ui->tagCombo->setCurrentIndex(static_cast<int>(m_preferences.tagInNote()));
    showHint(m_ui->tagHint, m_ui->tagCombo, tagText());
    m_ui->waitSpin->setValue(m_preferences.firstReplySeconds());
    m_ui->recentCheck->setChecked(m_preferences.isOn(Switch::RecentNotes));
    m_ui->ownCombo->setCurrentIndex(static_cast<int>(m_preferences.ownRequests()));
    showHint(m_ui->ownHint, m_ui->ownCombo, ownText());
    m_ui->hasteCheck->setChecked(m_preferences.isOn(Switch::HasteWarning));
    m_ui->forgetButton->setEnabled(m_preferences.hasRecentNotes());
}

QString DecisionsPage::tagText() const
{
    switch (m_preferences.tagInNote()) {
    case TagInNote::WhenNeeded:
        return tr("A few characters such as [cs k3f9q2x7aa] are added where a note is empty, short "
                  "or used before: they tell this decision from others when its answer is lost.");
    case TagInNote::Always:
        return tr("A few characters such as [cs k3f9q2x7aa] are added to every note: they tell "
                  "this decision from others when its answer is lost.");
    case TagInNote::Never:
        break;
    }
    return tr("Nothing is added. When the answer to a decision is lost, it may stay unknown "
              "whether it was yours that took effect.");
}

QString DecisionsPage::ownText() const
{
    switch (m_preferences.ownRequests()) {
    case OwnRequests::Warn:
        return tr("The review and the dialog say that you started the run.");
    case OwnRequests::ExtraStep:
        return tr("You confirm that you started the run: by a tick, and in production by typing "
                  "the account's name.");
    case OwnRequests::Block:
        break;
    }
    return tr("Approve is closed where it is certain that you started the run. All other acts "
              "stay open.");
}

} // namespace countersign
