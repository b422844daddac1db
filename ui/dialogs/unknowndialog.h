// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/journalentry.h"

#include <QDialog>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class UnknownDialog;
}

namespace countersign {

class ConfirmButton;
class DecisionsViewModel;
class DecisionViewModel;

//! What happened to decisions whose outcome is unknown or could not be determined: the frozen
//! record, what the journal knows, what is being checked and what would settle it. One that could
//! not be determined is closed here, after it was read to its end. Not modal; one that is settled
//! while the dialog is open stays in it with its new words.
class UnknownDialog : public QDialog
{
    Q_OBJECT

public:
    //! `decisions` outlives the dialog.
    explicit UnknownDialog(DecisionsViewModel &decisions, QWidget *parent = nullptr);
    ~UnknownDialog() override;

    //! Shows this one first; nothing for one that is not among them.
    void showDecision(const DecisionId &decision);
    //! Nothing while there is none.
    const DecisionViewModel *shown() const;
    ConfirmButton *closeDecisionButton() const;
    //! Says what came of something that was wanted; safe text.
    void answer(const QString &words);

Q_SIGNALS:
    //! The person wants to see its run.
    void reviewWanted(const countersign::DecisionRecord &record);
    //! The run's page in the web console is to be opened.
    void consoleWanted(const QUrl &address);
    //! The person wants to decide again in spite of it; the dialog stays open.
    void overrideWanted(const countersign::DecisionRecord &record);

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void connectParts();
    void takeDecisions();
    void choose(int position);
    void fill();
    void fillSteps();
    void updateState();
    void updateRead();
    void updateButtons();
    void closeDecision();
    void beginReading();

    std::unique_ptr<Ui::UnknownDialog> m_ui;
    DecisionsViewModel &m_decisions;
    std::vector<DecisionViewModel *> m_shown; //!< in the order of the list
    int m_position = -1;
    QTimer m_reading;      //!< while its end is in view and was not for long
    bool m_isRead = false; //!< of the one that is shown, to its end
    DecisionState m_readState = DecisionState::Drafted; //!< what is being read about
    //! What the journal holds of the one that is shown; read when it changes, not with each check.
    std::optional<JournalEntry> m_entry;
    bool m_wasShown = false;
};

} // namespace countersign
