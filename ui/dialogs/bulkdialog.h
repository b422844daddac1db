// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QDialog>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace Ui {
class BulkDialog;
}

namespace countersign {

class BulkViewModel;
class ConfirmButton;
class NoteEdit;

//! One act about several waits: all of them with what differs, one note, their number typed, then
//! one after the other with a result for each that stays until the dialog is closed. While
//! something is on its way, Escape and closing stop what is to follow, and the dialog stays.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BulkDialog(std::unique_ptr<BulkViewModel> bulk, QWidget *parent = nullptr);
    ~BulkDialog() override;

    BulkViewModel &bulk() const { return *m_bulk; }
    //! Gives away what was begun, or has a note that was typed: it goes on without a dialog and may
    //! be given to another one; null where there is neither. Afterwards this one is only fit to be
    //! deleted.
    std::unique_ptr<BulkViewModel> takeBegun();
    ConfirmButton *confirmButton() const;
    ConfirmButton *goOnButton() const;
    NoteEdit *noteEdit() const;

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    //! Credentials of this profile are to be entered; the dialog stays.
    void keyEntryWanted(const countersign::ProfileId &profile);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void connectInput();
    void connectButtons();
    void confirm();
    void fillFacts();
    void fillTicks();
    void updateInput();
    void updateProgress();
    void updateOutcome();
    void fitColumns();
    void answer(const QString &words);
    void chooseFile(const QString &title, const QString &filter, const QString &suffix,
                    QByteArray (*write)(const BulkViewModel &));
    void saveAs(const QString &path, const QByteArray &bytes);

    std::unique_ptr<Ui::BulkDialog> m_ui;
    std::unique_ptr<BulkViewModel> m_bulk;
    std::vector<QCheckBox *> m_ticks;
    bool m_wasShown = false;
};

} // namespace countersign
