// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QDialog>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QPushButton;
QT_END_NAMESPACE

namespace Ui {
class DecisionDialog;
}

namespace countersign {

class ConfirmButton;
class DecisionViewModel;
class DecisionsViewModel;
class EndStateField;
class NoteEdit;
class ParametersPane;
class TaskField;
class TasksField;

//! One decision, from its frozen record to its outcome. Opened with open(); Escape and closing mean
//! Back while nothing was sent. What was sent is handed over to `decisions` when it closes.
class DecisionDialog : public QDialog
{
    Q_OBJECT

public:
    //! `decisions` outlives the dialog.
    DecisionDialog(std::unique_ptr<DecisionViewModel> decision, DecisionsViewModel &decisions,
                   QWidget *parent = nullptr);
    ~DecisionDialog() override;

    const DecisionViewModel &decision() const { return *m_decision; }
    //! Nothing was sent yet; false also once it was handed over.
    bool isComposing() const;
    ConfirmButton *confirmButton() const;
    NoteEdit *noteEdit() const;

    //! Says that the wait is over while nothing was sent; empty: it is not.
    void setOverText(const QString &text);

public Q_SLOTS:
    void done(int result) override;

Q_SIGNALS:
    //! The decision was refused and its alternative is wanted: a new one, in a dialog of its own.
    void alternativeWanted();
    //! It changed while it was read: the review is to be read anew, and the dialog is closing.
    void newReviewWanted();
    //! Its credentials have ended, and others of this profile are to be entered.
    void keyEntryWanted(const countersign::ProfileId &profile);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fill();
    void fillContent();
    void addFields();
    void arrangeForShortScreen();
    void showParameters();
    void arrangeButtons();
    void dressConfirmButton();
    void connectNote();
    void fillNoteMenu();
    void useNote(const QString &note);
    void connectButtons();
    void confirm();
    void updateNote();
    void updateTicks();
    void updateStage();
    void updateOutcome();
    void showChanges();
    void copyNote();
    void composeAnew();
    void onOutcomePressed();
    void updateProgress();
    void updateButtons();
    void answer(const QString &words);
    void handOver();
    void fitToScreen();
    int wantedWidth() const;

    std::unique_ptr<Ui::DecisionDialog> m_ui;
    std::unique_ptr<DecisionViewModel> m_decision;
    DecisionsViewModel &m_decisions;
    TasksField *m_tasks = nullptr;
    TaskField *m_task = nullptr;
    EndStateField *m_endState = nullptr;
    ParametersPane *m_parameters = nullptr;
    std::vector<QCheckBox *> m_ticks;
    QPushButton *m_handOver = nullptr;
    bool m_isShort = false; //!< what is entered scrolls with what is read
    bool m_wasShown = false;
};

} // namespace countersign
