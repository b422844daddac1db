// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/noticespage.h"

#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/dialogs/hints.h"
#include "ui_noticespage.h"

#include <QSignalBlocker>

#include <array>

namespace countersign {

namespace {

using Box = std::pair<QCheckBox *, Switch>;

std::array<Box, 5> boxesOf(const Ui::NoticesPage &ui)
{
    return {Box{ui.noticesCheck, Switch::Notices}, Box{ui.namesCheck, Switch::NamesInNotices},
            Box{ui.soundCheck, Switch::NoticeSound}, Box{ui.successCheck, Switch::NoticeOnSuccess},
            Box{ui.quietCheck, Switch::QuietHours}};
}

} // namespace

NoticesPage::NoticesPage(PreferencesViewModel &preferences, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NoticesPage>())
    , m_preferences(preferences)
{
    m_ui->setupUi(this);
    showHint(m_ui->namesHint, m_ui->namesCheck,
             tr("Whoever sees the screen can read them, on a locked screen, too."));
    connectSwitches();
    connectTimes();
    connect(&preferences, &PreferencesViewModel::changed, this, &NoticesPage::update);
    update();
}

NoticesPage::~NoticesPage() = default;

void NoticesPage::connectSwitches()
{
    for (const auto &[box, which] : boxesOf(*m_ui)) {
        const auto set = [this, which = which](bool isOn) { m_preferences.setOn(which, isOn); };
        connect(box, &QCheckBox::clicked, this, set);
    }
}

void NoticesPage::connectTimes()
{
    const auto setHours = [this] {
        m_preferences.setQuietHours(m_ui->fromEdit->time(), m_ui->untilEdit->time());
    };
    connect(m_ui->fromEdit, &QTimeEdit::timeChanged, this, setHours);
    connect(m_ui->untilEdit, &QTimeEdit::timeChanged, this, setHours);
    connect(m_ui->reminderSpin, &QSpinBox::valueChanged, this,
            [this](int minutes) { m_preferences.setReminderMinutes(minutes); });
}

void NoticesPage::update()
{
    for (const auto &[box, which] : boxesOf(*m_ui))
        box->setChecked(m_preferences.isOn(which));
    {
        // One of them alone would be taken for a change of both.
        const QSignalBlocker from(m_ui->fromEdit);
        const QSignalBlocker until(m_ui->untilEdit);
        m_ui->fromEdit->setTime(m_preferences.quietFrom());
        m_ui->untilEdit->setTime(m_preferences.quietTo());
    }
    m_ui->reminderSpin->setValue(m_preferences.reminderMinutes());
    showHint(m_ui->quietHint, m_ui->quietCheck,
             m_preferences.isOn(Switch::QuietHours) ? m_preferences.quietHoursText() : QString());
    updateEnabled();
}

void NoticesPage::updateEnabled()
{
    const bool hasNotices = m_preferences.isOn(Switch::Notices);
    const bool hasQuietHours = hasNotices && m_preferences.isOn(Switch::QuietHours);
    for (QWidget *control : std::initializer_list<QWidget *>{
             m_ui->namesCheck, m_ui->namesHint, m_ui->soundCheck, m_ui->successCheck,
             m_ui->quietCheck, m_ui->reminderLabel, m_ui->reminderSpin})
        control->setEnabled(hasNotices);
    for (QWidget *control : std::initializer_list<QWidget *>{
             m_ui->fromLabel, m_ui->fromEdit, m_ui->untilLabel, m_ui->untilEdit, m_ui->quietHint})
        control->setEnabled(hasQuietHours);
}

} // namespace countersign
