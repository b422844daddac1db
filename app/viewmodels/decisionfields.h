// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/decisionfacts.h"
#include "app/viewmodels/decisionsummary.h"
#include "app/viewmodels/nexttask.h"
#include "app/viewmodels/reviewsubject.h"
#include "app/viewmodels/secretnames.h"
#include "app/viewmodels/taskchoice.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class ChoosableTasksModel;
class Drafts;
class ParametersViewModel;

//! All that a decision begins with, as it was read when its dialog opened.
struct DecisionCase
{
    Act act = Act::Approve;
    ReviewFacts facts; //!< the log's lines may be left out
    ReviewStanding standing;
    DecisionPlace where;
    std::optional<WaitKind> namedKind; //!< the person named the kind; nothing: it was recognised
    bool omitsTaskId = false;          //!< of the row that is bound, see DecisionRecord
    bool isOneRowOnly = false;         //!< Retry, Skip: several at once were refused
    std::vector<QString> cautions;     //!< whole sentences
    std::optional<DecisionId> predecessor;
    bool isOverride = false; //!< in spite of it, whose outcome is not known
    QDateTime frozenAt;      //!< UTC
    Drafts *drafts =
        nullptr; //!< of half-typed parameters; outlives the fields; null: none are kept
};

//! The fields that one act takes beside its note, and what the record and its words are for the
//! present choice. The record is complete whenever problemText() is empty; its id, reads and time
//! never change. Owned by the decision's view-model; main thread.
class DecisionFields : public QObject
{
    Q_OBJECT

public:
    //! So many rows are the careful most for one request (oos-api.md 5.3).
    static constexpr int mostRows = mostRowsTogether;
    explicit DecisionFields(DecisionCase decisionCase, QObject *parent = nullptr);
    ~DecisionFields() override;

    const DecisionRecord &record() const;
    const DecisionSummary &summary() const;
    //! Which names stand for secrets in what the decision rests on.
    SecretNames secrets() const;
    //! What is still to be chosen or mended, as a whole sentence; empty: nothing.
    QString problemText() const;

    //! Retry, Skip: what failed; Cancel task: what is under way. Null where the act takes no rows.
    ChoosableTasksModel *rows() const;
    bool takesSeveralRows() const;
    bool takesFailedRows() const;
    //! "3 of 500 failed tasks are chosen"
    QString rowsText() const;
    //! That more rows failed than one decision takes; empty: not so.
    QString rowsLimitText() const;

    bool takesTask() const;
    //! In the order of the template; empty when the template was not read or does not parse.
    const std::vector<TaskOffer> &tasks() const;
    QString task() const { return m_task; }
    //! Sentences about the chosen task: why it is proposed, that it has run and what it gave out,
    //! which approvals it leaves behind. Safe texts.
    std::vector<QString> taskWords() const;

    bool takesLoopItem() const; //!< the chosen task is a loop
    QStringList knownLoopItems() const;
    QString loopItem() const { return m_loopItem; }

    //! Of the chosen task; another one for each, and null where none is chosen or the act takes no
    //! parameters. Its text is in the record.
    ParametersViewModel *parameters() const;
    //! The decision has arrived: what was typed is no draft any more.
    void forgetDraft();

    bool takesEndState() const;
    QString endState() const { return m_endState; } //!< Success, Failed or empty
    //! What the chosen end state means and what it does not; empty where none is chosen.
    QString endStateText() const;

public Q_SLOTS:
    //! A name that is not in the template is no choice.
    void chooseTask(const QString &name);
    void setLoopItem(const QString &item);
    void chooseEndState(const QString &state);

Q_SIGNALS:
    //! Record, words or problem have changed.
    void changed();
    //! parameters() is another object; the one before goes when this has been told.
    void parametersReplaced();
    //! What is decided about is another one: deciding buttons rest (rule F2).
    void objectChanged();

private:
    void update();
    void fillRows();
    void fillTasks();
    void openParameters();
    void keepDraft();
    DecisionRecord freeze() const;
    void freezeChoice(DecisionRecord &record) const;
    DecisionObject object() const;
    DecisionSummary summarise(const DecisionObject &object) const;
    std::vector<LabelledFact> factsOf() const;
    const TaskDeclaration *declaration() const;

    DecisionCase m_case;
    DecisionRecord m_record;
    DecisionSummary m_summary;
    std::unique_ptr<ChoosableTasksModel> m_rows;
    std::vector<TaskOffer> m_tasks;
    NextTask m_next;
    QString m_task;
    QString m_loopItem;
    std::unique_ptr<ParametersViewModel> m_parameters;
    QString m_endState;
};

//! Rows that a pause after a failure waits for; where the kind was named by a person, every row
//! that is Failed. Approvals are not among them.
std::vector<TaskExecution> failedRows(const ReviewFacts &facts);

} // namespace countersign
