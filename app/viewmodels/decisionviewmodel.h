// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/note.h"
#include "app/domain/noterule.h"
#include "app/domain/waitrow.h"
#include "app/flows/alternative.h"
#include "app/settings/settings.h"
#include "app/viewmodels/decisionsummary.h"
#include "app/viewmodels/factchanges.h"
#include "app/viewmodels/reviewviewmodel.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class DecideFlow;
class DecisionFields;
class PersonalFiles;

//! What a note is kept and offered from, and what the profile asks of it.
struct NoteDesk
{
    PersonalFiles &files; //!< outlives the decision
    WaitRowId wait;       //!< whose draft it is
    NoteRule rule;
};

//! One decision from the frozen record to its settled outcome: what a decision dialog shows, and
//! what the result line shows after the dialog was closed. Everything drawn comes from record(),
//! which follows the choice in fields() until confirm() and is fixed from then on.
class DecisionViewModel : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Composing, //!< the dialog is open, nothing was sent
        Sending,   //!< from the press to the classified reply
        Watching,  //!< accepted, ambiguous or refused-code-unknown: reads go on
        Settled, //!< a final word is there (refused, not sent, done, decided by someone else, …)
    };

    //! With fields in which the person chooses; record and words follow the choice.
    DecisionViewModel(std::unique_ptr<DecisionFields> fields, TagInNote tagMode,
                      std::unique_ptr<DecideFlow> flow, std::optional<NoteDesk> desk = {},
                      QObject *parent = nullptr);
    //! With the words of a summary that was frozen together with the record.
    DecisionViewModel(DecisionRecord record, DecisionSummary summary, TagInNote tagMode,
                      std::unique_ptr<DecideFlow> flow, std::optional<NoteDesk> desk = {},
                      QObject *parent = nullptr);
    //! With the words that the record alone allows.
    DecisionViewModel(DecisionRecord record, std::unique_ptr<DecideFlow> flow,
                      QObject *parent = nullptr);
    ~DecisionViewModel() override;

    const DecisionRecord &record() const;
    //! Null where the act takes nothing but a note.
    DecisionFields *fields() const;
    //! What carries it out, for whoever lets several decisions follow each other; may be null.
    DecideFlow *flow() const;
    Stage stage() const;
    DecisionState decisionState() const;

    QString windowTitle() const; //!< act only, no ids: "Approve"
    QString placeText() const;   //!< banner: production word, alias, account, region
    //! Of the endpoints that are called, for the banner: the one that was shown, and the others of
    //! the profile.
    QStringList endpointHosts() const;
    QString heading() const;     //!< "Approve: ECS DeleteInstance on 3 instances" where read
    QString consequence() const; //!< one sentence
    bool isDanger() const;
    //! What a person should hear first, a whole sentence each; none of it closes the act.
    std::vector<QString> cautions() const;
    std::vector<QString> targets() const;
    std::vector<LabelledFact>
    facts() const; //!< execution and task ids complete, starter, template, not readable …
    QString confirmText() const; //!< "Approve task “removeNodes” in acme-prod / cn-hangzhou"

    //! All that is drawn of the decision, as drawnText() of decisionsummary.h has it.
    QString drawnText() const;

    QString note() const;   //!< without the tag; a draft from before is there from the begin
    bool isDraft() const;   //!< the note was there when the dialog opened, and is as it was
    bool takesNote() const; //!< false: this act carries none
    bool isNoteRequired() const;
    QStringList usualNotes() const;
    QStringList recentNotes() const;
    QString noteTag() const; //!< the fixed part that will be sent behind it; empty: none
    NoteCheck noteCheck() const;
    QString noteCounterText() const; //!< "14 of 500"
    QString noteProblemText() const; //!< empty: fine
    QString noteWarningText() const; //!< "looks like a key …"; empty: fine

    QStringList tickTexts() const; //!< what must be ticked, a fact each; empty: nothing
    QString tickText() const;      //!< all of them, a line each
    bool isTicked(const QString &text) const;
    bool isTicked() const;         //!< all of them
    QString typedQuestion() const; //!< what must be typed; empty: nothing
    bool isTypedRight() const;
    //! That the wait is over while the dialog is open; empty: it is not, as far as was read.
    QString overText() const;
    //! What keeps the person from confirming and stands beside no field; empty: nothing.
    QString obstacleText() const;

    //! True when the person may press confirm (choice complete, note fine, ticks set, stage
    //! Composing). The dialog's own rests (rule F2) come on top.
    bool canConfirm() const;

    //! The words of security.md 4.3 for the state; first sentence says what happened to the
    //! service.
    QString outcomeText() const;
    //! More about it: what is being checked, next check time, the service's code, evidence.
    QString outcomeDetail() const;
    //! What stopped it, because it changed while it was read: each fact with its old value and the
    //! new one. Empty in every other state.
    const std::vector<FactChange> &changes() const;
    //! It changed while it was read, or somebody else would act, or another host be called, than
    //! was shown: a new review is due.
    bool isNewReviewDue() const;
    //! The note that was typed and has not arrived, as far as is known, or may have been in vain;
    //! for copying. Empty: there is none, or it may still be sent from here.
    QString noteToCopy() const;
    //! What may be decided instead of this one, which was refused.
    Alternative alternative() const;
    //! "Approve without naming the task…"; empty: nothing.
    QString alternativeText() const;
    //! It came to nothing because the credentials had ended: with others the same decision may be
    //! confirmed anew, see getKeys().
    bool areKeysWanted() const;
    //! What getKeys() does, for a button; empty: nothing at present.
    QString keysText() const;
    bool isLoud() const;                        //!< unknown outcome: across the window
    std::optional<QDateTime> nextCheck() const; //!< UTC
    //! Deadline of the sending stage, for the progress line.
    std::optional<std::chrono::seconds> sendingTimeLeft() const;

public Q_SLOTS:
    void setNote(const QString &note);
    void setTicked(const QString &text, bool isTicked);
    void setTicked(bool isTicked); //!< all of them
    void setTyped(const QString &text);
    //! The number of several decisions, of which this is one, was typed: that stands for its own
    //! answer.
    void takeTypedAsGiven();
    //! Says that the wait is over; nothing can be confirmed then. Empty: it is not.
    void setOverText(const QString &text);
    //! Sends, once. Later calls do nothing.
    void confirm();
    //! Reads the state at once while Watching.
    void checkNow();
    //! While areKeysWanted(): asks their source for other credentials, or wishes them to be entered
    //! (keyEntryWanted); once there are others, the decision is composed anew: the same note and
    //! choice, a record of its own, and whatever is to be ticked or typed is asked for again.
    //! Nothing is sent by this.
    void getKeys();
    //! The same composing anew, whether or not there are other credentials, for a decision that
    //! came to nothing for want of them (isForWantOfKeys()); false, and nothing happens, for every
    //! other.
    bool beginAnew();

Q_SIGNALS:
    //! Note, ticks, typed answer, or what they are for.
    void noteChanged();
    //! Heading, consequence, facts or button text follow another choice.
    void contentChanged();
    //! What is decided about is another one: deciding buttons rest (rule F2).
    void objectChanged();
    void stageChanged();    //!< stage, decisionState, outcome texts
    void progressChanged(); //!< times
    //! Credentials of this profile are to be entered.
    void keyEntryWanted(const countersign::ProfileId &profile);
    //! Composing again, after stageChanged().
    void composedAnew();

private:
    void connectParts();
    void connectFlow();
    void onFlowChanged();
    void watchKeys();
    void composeAnew();
    QString ruleText() const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
