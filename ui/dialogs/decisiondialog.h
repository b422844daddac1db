// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Ui {
class DecisionDialog;
}

namespace countersign {

class ConfirmButton;
class DecisionViewModel;
class DecisionsViewModel;
class NoteEdit;

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
    ConfirmButton *confirmButton() const;
    NoteEdit *noteEdit() const;

public Q_SLOTS:
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fill();
    void fillConsequence();
    void arrangeButtons();
    void connectNote();
    void fillNoteMenu();
    void useNote(const QString &note);
    void connectButtons();
    void confirm();
    void updateNote();
    void updateStage();
    void updateProgress();
    void updateButtons();
    void answer(const QString &words);
    void handOver();
    void fitToScreen();

    std::unique_ptr<Ui::DecisionDialog> m_ui;
    std::unique_ptr<DecisionViewModel> m_decision;
    DecisionsViewModel &m_decisions;
    QPushButton *m_handOver = nullptr;
    bool m_wasShown = false;
};

} // namespace countersign
