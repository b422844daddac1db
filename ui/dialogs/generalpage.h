// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class GeneralPage;
}

namespace countersign {

class PreferencesViewModel;

//! Language, colours, tray, and whether the program starts with the session.
class GeneralPage : public QWidget
{
    Q_OBJECT

public:
    //! `preferences` outlives this.
    explicit GeneralPage(PreferencesViewModel &preferences, QWidget *parent = nullptr);
    ~GeneralPage() override;

private:
    void update();

    std::unique_ptr<Ui::GeneralPage> m_ui;
    PreferencesViewModel &m_preferences;
};

} // namespace countersign
