// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/decisiontrack.h"
#include "app/flows/observationread.h"
#include "app/flows/settling.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace countersign {

//! Looks for the effect of a decision until it is settled (R3 and R4 of security.md 4.4), and moves
//! its track on. Waits while there are no credentials. A reading that shows an earlier state than
//! one before it is no evidence. Deadlines go by time that does not jump; whether a request can
//! still arrive is judged by the service's time as well.
class SettleFlow : public QObject
{
    Q_OBJECT

public:
    //! What it starts from.
    struct Begin
    {
        Observation before; //!< what the second read found; without a run: not known
        std::optional<qint64> requiredApprovals;
        QDateTime signedAt; //!< UTC, as in the request
        //! Clock::withSleep() when it was sent; nothing: by an earlier run of the program.
        std::optional<std::chrono::milliseconds> sentAt;
    };

    SettleFlow(const FlowServices &services, const DecideTimes &times, DecisionTrack &track,
               QObject *parent = nullptr);
    ~SettleFlow() override;

    //! From the outcome on; later calls do nothing.
    void watch(const Begin &begin);
    //! At once, unless a reading is under way or there is nothing to look for.
    void checkNow();
    //! The outcome is called unknown although the reply may still come.
    void awaitReply();
    //! It came, or will not come any more; `isAcceptance`: it was a good one.
    void noteLateReply(bool isAcceptance);

    //! What was read last, else what the second read found.
    const Observation &last() const { return m_last; }

Q_SIGNALS:
    //! A reading was judged.
    void judged();

private:
    bool isWatched() const;
    std::chrono::milliseconds sinceOutcome() const;
    std::chrono::milliseconds sinceGone() const;
    //! When the reading that is judged began: what it found may be as old as that, and older than
    //! a sleep.
    bool isWindowOverAt(const std::optional<std::chrono::seconds> &skew) const;
    std::chrono::milliseconds nextDue();
    void plan();
    void planAt(std::chrono::milliseconds due);
    void check();
    bool mayRead();
    void holdFor(DecisionProgress::Hold hold);
    void onProfileChanged(const ProfileId &id);
    void onRead(const Result<ObservationReading> &result);
    void onFailure(const Error &error);
    void giveUp();
    void settleDueRefusal();
    bool isLagging(const Observation &now);
    StepFacts factsOf(const Watched &watched, const Verdict &verdict) const;
    Watched watchedOf(const Observation &now, const std::optional<std::chrono::seconds> &skew);
    void judge(const Observation &now, const std::optional<std::chrono::seconds> &skew);
    void moveBy(const Watched &watched);
    void updateOverride(bool isUnchanged);

    FlowServices m_services;
    const DecideTimes m_times;
    DecisionTrack &m_track;
    Begin m_begin;
    Observation m_last;
    std::chrono::milliseconds m_outcomeAt{0};               //!< monotonic
    std::chrono::milliseconds m_watchingAt{0};              //!< with sleep
    std::optional<std::chrono::milliseconds> m_goneAt;      //!< monotonic
    std::optional<std::chrono::milliseconds> m_laggingAt;   //!< monotonic
    std::optional<std::chrono::milliseconds> m_unchangedAt; //!< monotonic, the first such reading
    std::size_t m_planned = 0;
    bool m_hasBegun = false;
    bool m_isAcceptedLate = false;
    bool m_isReplyAwaited = false;
    std::chrono::milliseconds m_readingAt{0}; //!< with sleep, when it began
    std::unique_ptr<ObservationRead> m_reading;
    QTimer m_timer;
};

} // namespace countersign
