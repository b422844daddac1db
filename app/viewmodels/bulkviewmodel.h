// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/environment.h"
#include "app/domain/waitrow.h"
#include "app/viewmodels/labelledfact.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

class BulkModel;
class DecisionViewModel;
class DecisionsViewModel;
class ReviewViewModel;

//! How a decision of several went, for the list and for an export.
struct BulkResult
{
    WaitRow row;
    DecisionRecord record; //!< without an id where none was frozen
    QString result;        //!< a few words: "accepted", "already decided", "left out: …"
    QString sentence;      //!< all of it
    QString state;         //!< fixed English word for programs, such as Accepted
    QString code;          //!< the service's; empty: none
    QString requestId;     //!< the service's; empty: none
    QDateTime sentAt;      //!< UTC; invalid: nothing was sent
};

//! One act about several waits (security.md, O12): reads each of them, shows what differs, asks for
//! their number, and sends one decision for each, one after the other. What was sent belongs to
//! `decisions` at once, so that it outlives the dialog. Main thread.
class BulkViewModel : public QObject
{
    Q_OBJECT

public:
    enum class Stage {
        Reading,   //!< facts are read; nothing was sent
        Composing, //!< all reads have ended; nothing was sent
        Running,   //!< one after the other is sent
        Stopping,  //!< the one on its way is the last
        Stopped,   //!< some are left, and nothing leaves without goOn()
        Done       //!< every one has a result
    };
    using NewReview = std::function<std::unique_ptr<ReviewViewModel>()>;

    //! Reading begins at once. `rows` are of one kind that `act` fits; `decisions` outlives this.
    BulkViewModel(Act act, std::vector<WaitRow> rows, NewReview newReview,
                  DecisionsViewModel &decisions, QObject *parent = nullptr);
    ~BulkViewModel() override;

    Act act() const;
    Stage stage() const;
    BulkModel *model() const;
    int itemCount() const;
    //! Those that will be sent, or were to be.
    int includedCount() const;

    QString windowTitle() const; //!< the act alone
    Environment environment() const;
    //! Of the endpoints that are called, for the banner.
    QStringList endpointHosts() const;
    QString placeText() const;
    QString actorText() const; //!< empty: not known, or not the same for all
    QString heading() const;   //!< "Approve: 30 waits"
    //! What the act does: one sentence where it is the same for all.
    std::vector<QString> consequences() const;
    bool isDanger() const;
    std::vector<LabelledFact> sameFacts() const; //!< once all were read
    QString differenceText() const; //!< which facts differ, or that none does; empty: reading
    QString burstText() const;      //!< rule F10; empty: none
    QString readingText() const;    //!< "12 of 30 read"; empty when all were
    QString leftOutText() const;    //!< how many are left out; empty: none
    QString confirmText() const;

    bool takesNote() const;
    bool isNoteRequired() const;
    QString note() const;
    QString noteCounterText() const;
    QString noteProblemText() const; //!< empty: fine
    QString noteWarningText() const; //!< "looks like a key …"; empty: fine
    //! Says that each note ends in a tag of its own; empty: none does.
    QString noteTagText() const;

    QString countPrompt() const; //!< "Type 29, the number of waits, to confirm"
    bool isCountRight() const;
    QString countProblemText() const; //!< empty: nothing typed yet, or right
    //! What must be ticked, each naming the fact and of how many waits.
    std::vector<QString> tickTexts() const;
    bool isTicked(std::size_t tick) const;
    bool canConfirm() const;

    QString progressText() const; //!< what is going on, or how it ended; a whole sentence or two
    int begun() const;            //!< for a bar, of includedCount()
    QString goOnText() const;     //!< "Go on with the remaining 6"; empty: none remain
    //! It has stopped because the keys of the next one have ended or are not in memory: that one is
    //! left too, and goOn() begins with it.
    bool areKeysWanted() const;
    //! What getKeys() does, for a button; empty: nothing at present.
    QString keysText() const;
    //! How the keys stand that are wanted; a whole sentence or two, empty: nothing to say.
    QString keysDetail() const;
    bool isUnclear() const; //!< one of them has an unknown outcome
    bool isClean() const;   //!< done, and every one was accepted
    //! Waits that are worth staying chosen: not accepted, left out or not begun.
    std::vector<WaitRowId> unfinished() const;

    //! One for each wait, in their order; meaningful once something was sent.
    std::vector<BulkResult> results() const;

public Q_SLOTS:
    void setNote(const QString &note);
    void setCountText(const QString &text);
    void setTicked(std::size_t tick, bool isTicked);
    //! Begins to send; later calls do nothing.
    void confirm();
    void stop();
    void goOn();
    //! While areKeysWanted(): asks their source for others, or wishes them to be entered
    //! (keyEntryWanted). Nothing is sent by this.
    void getKeys();

Q_SIGNALS:
    //! Facts were read: what is drawn above the note has changed.
    void factsChanged();
    //! Note, count, ticks.
    void inputChanged();
    //! Stage, results, progress.
    void progressChanged();
    //! Credentials of this profile are to be entered.
    void keyEntryWanted(const countersign::ProfileId &profile);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
