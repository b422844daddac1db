// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/preferencesviewmodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SettingsDialog;
}

namespace countersign {

class NetworkViewModel;

//! The person's preferences on a few pages. What is changed applies at once; there is nothing to
//! confirm, and what would be lost can be taken back while the dialog is open.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    using Page = PreferencesViewModel::Page;

    //! Both outlive this; without `network` there is no page for it. Open with open() or show().
    explicit SettingsDialog(PreferencesViewModel &preferences, QWidget *parent = nullptr,
                            NetworkViewModel *network = nullptr);
    ~SettingsDialog() override;

    Page page() const;
    void showPage(Page page);
    void showNetworkPage();

    void done(int result) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPage(QWidget *page, const QString &title);
    void fitToScreen();
    void orderTabs();
    void ignoreWheels();
    bool isNetworkPage() const;
    void restoreDefaults();
    void undo();
    void update();

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    PreferencesViewModel &m_preferences;
    NetworkViewModel *const m_network;
    int m_networkIndex = -1;
};

} // namespace countersign
