// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class NoticesPage;
}

namespace countersign {

class PreferencesViewModel;

//! What is told while nobody looks at the window, and when it is not.
class NoticesPage : public QWidget
{
    Q_OBJECT

public:
    //! `preferences` outlives this.
    explicit NoticesPage(PreferencesViewModel &preferences, QWidget *parent = nullptr);
    ~NoticesPage() override;

private:
    void connectSwitches();
    void connectTimes();
    void update();
    //! What means nothing while there are no notices, or no quiet hours.
    void updateEnabled();

    std::unique_ptr<Ui::NoticesPage> m_ui;
    PreferencesViewModel &m_preferences;
};

} // namespace countersign
