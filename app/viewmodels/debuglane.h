// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/environment.h"
#include "app/flows/decideflow.h"
#include "app/viewmodels/reviewsubject.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace countersign {

class DecisionViewModel;

//! What the debug lane offers for what was read.
struct LaneOffer
{
    bool isHere = false;  //!< one's own Debug run outside production that waits for a step
    bool canStep = false; //!< Run task may go without a dialog
    QString task;         //!< the next in order, exactly; empty: none is proposed
    QString reason;       //!< while here: why the dialog is needed instead; a whole sentence
    friend bool operator==(const LaneOffer &, const LaneOffer &) = default;
};

//! `userId` is the caller's id as the service tells it; `obstacle` is what stands in the way of any
//! Run task. Pure.
LaneOffer laneOffer(const ReviewFacts &facts, const ReviewStanding &standing, const QString &userId,
                    const Environment &environment, const std::optional<QString> &obstacle);

//! When the effect of a step is looked for: sooner than for a decision that others share in.
DecideTimes stepTimes();

//! Steps through one's own Debug run without a dialog. Each step is a decision like any other, with
//! its record, its second read and its journal entry; this only begins it, and reads the run again
//! and again until it waits for the next one. Owned by the review's view-model.
class DebugLane : public QObject
{
    Q_OBJECT

public:
    //! What the lane works with; everything outlives it.
    struct Host
    {
        std::function<const ReviewFacts *()> facts;
        std::function<LaneOffer()> offer;
        std::function<std::unique_ptr<DecisionViewModel>()> begin; //!< of Run task
        std::function<void()> read;                                //!< the run and its rows, once
        std::function<QDateTime()> now; //!< UTC, by the clock that readings are dated with
    };

    explicit DebugLane(Host host, QObject *parent = nullptr);
    ~DebugLane() override;

    LaneOffer offer() const;
    //! From the step to the next wait, an end, or an outcome that is not clean.
    bool isStepping() const { return m_isStepping; }
    //! The task that is being run.
    QString runningTask() const { return m_running; }
    //! "Run task “deploy” (F10)", or what goes on.
    QString buttonText() const;
    //! Why there is no step now, or what goes on; empty: nothing to say.
    QString words() const;

    //! Begins the step and gives its decision, which is being sent already; null: none can be
    //! taken now. The caller keeps it.
    std::unique_ptr<DecisionViewModel> step();
    //! Follows a Run task that a dialog decides, once it is being sent.
    void follow(DecisionViewModel &decision);
    //! To be called whenever something was read.
    void update();
    //! Another run is shown.
    void leave();

Q_SIGNALS:
    void changed();

private:
    bool isOver() const;
    void begin(DecisionViewModel &decision);
    void onDecision();
    void planRead();
    void end();

    Host m_host;
    bool m_isStepping = false;
    QString m_running;
    QPointer<DecisionViewModel> m_decision;
    DecisionId m_followed; //!< of the last decision that a dialog began
    QDateTime m_settledAt; //!< UTC; what was read before says nothing of the step
    QTimer m_reading;
    std::size_t m_reads = 0;
    std::size_t m_rowsBefore = 0;
};

} // namespace countersign
