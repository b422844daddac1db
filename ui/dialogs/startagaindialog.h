// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QDialog>

#include <memory>

namespace Ui {
class StartAgainDialog;
}

namespace countersign {

class ConfirmButton;
class ParametersPane;
class StartAgainViewModel;

//! Starts another run of a template in Debug mode: where, what, its parameters, a description, and
//! then the new run or what became of the request. Escape and closing mean Back while nothing was
//! sent; what was sent goes on.
class StartAgainDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StartAgainDialog(std::unique_ptr<StartAgainViewModel> again,
                              QWidget *parent = nullptr);
    ~StartAgainDialog() override;

    StartAgainViewModel &again() const { return *m_again; }
    //! Gives away what was sent or entered: it goes on without a dialog and may be given to another
    //! one; null where there is neither. Afterwards this one is only fit to be deleted.
    std::unique_ptr<StartAgainViewModel> takeBegun();
    ConfirmButton *confirmButton() const;

Q_SIGNALS:
    //! The person wants to see the run that was started; the dialog closes.
    void runWanted(const countersign::WaitRow &row);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fill();
    void connectParts();
    void confirm();
    void updateInput();
    void updateStage();
    void answer(const QString &words);

    std::unique_ptr<StartAgainViewModel> m_again;
    std::unique_ptr<Ui::StartAgainDialog> m_ui;
    ParametersPane *m_pane;
    bool m_wasShown = false;
};

} // namespace countersign
