// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/waitkind.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace countersign {

class DecisionDialog;
class DecisionsViewModel;
class InboxViewModel;
class ReviewViewModel;
class Settings;

//! The one window: inbox on the left, review of the chosen row on the right, decisions that are not
//! settled across the top, places that are not well along the foot. The view-models outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(InboxViewModel &inbox, ReviewViewModel &review, DecisionsViewModel &decisions,
               Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Shows, instead of inbox and review, that no account is set up. `startSandbox` is behind a
    //! button; without it there is no button.
    void showStartPage(std::function<void()> startSandbox = {});
    void leaveStartPage();

    //! Chooses the execution's first row as soon as the inbox has it. Only navigates.
    void selectExecution(const ExecutionId &execution);

    //! Opens the dialog of an act for the chosen row; nullptr when the act cannot be taken now.
    //! The window owns the dialog.
    DecisionDialog *openDecision(Act act);

    //! Window-modal, plain; the window owns it.
    QDialog *openAbout();

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
