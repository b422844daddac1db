// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class LockingPage;
}

namespace countersign {

class PreferencesViewModel;

//! When the program locks, and what that does.
class LockingPage : public QWidget
{
    Q_OBJECT

public:
    //! `preferences` outlives this.
    explicit LockingPage(PreferencesViewModel &preferences, QWidget *parent = nullptr);
    ~LockingPage() override;

private:
    void update();

    std::unique_ptr<Ui::LockingPage> m_ui;
    PreferencesViewModel &m_preferences;
};

} // namespace countersign
