// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/importviewmodel.h"

#include <QDialog>

#include <memory>
#include <utility>

namespace Ui {
class ImportDialog;
}

namespace countersign {

//! Profiles of another program's file, looked at before any of them is taken over. Opened with
//! open(); the secrets that were read go with the dialog.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(std::unique_ptr<ImportViewModel> import, QWidget *parent = nullptr);
    ~ImportDialog() override;

    ImportViewModel &import() const { return *m_import; }

public Q_SLOTS:
    //! Asks first while an import is under way.
    void reject() override;

Q_SIGNALS:
    //! The person wants to see a profile that was imported.
    void profileWanted(const countersign::ProfileId &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void connectParts();
    void fillRegions();
    void chooseFile();
    void refresh();
    void moveFocus();
    void refreshSource();
    void refreshState();
    void refreshKeeping();
    void refreshChosen();
    void onStateButton();
    void showRows();
    void fitColumns();
    int row() const;

    std::unique_ptr<Ui::ImportDialog> m_ui;
    std::unique_ptr<ImportViewModel> m_import;
    std::pair<int, int> m_shown{-1, 0};             //!< source and number of rows
    std::pair<ImportViewModel::Stage, bool> m_told; //!< stage, and whether it is being stopped
    bool m_wasShown = false;
};

} // namespace countersign
