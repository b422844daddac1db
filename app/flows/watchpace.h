// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace countersign {

//! What the person has of the window.
enum class Attention {
    Active,  //!< it has the focus
    Visible, //!< it is open beside others
    Hidden,  //!< minimised, closed to the tray, or the session is locked
};

//! How often and how much; tests shorten it. Every pace is a multiple of `interval`.
struct WatchTimes
{
    std::chrono::milliseconds interval{10'000}; //!< the shortest between two readings of a place
    std::chrono::milliseconds afterTrouble{30'000}; //!< after a failure; doubles when it was no
                                                    //!< failure of the network
    std::chrono::milliseconds grace{60'000}; //!< after a wake, failures of the network are quiet
    std::chrono::milliseconds firstRetry{2'000}; //!< in the grace; doubles
    int placesInParallel = 10;
    int profilesAtOnce = 50;   //!< what all profiles together may cost, in profiles
    int rowReadsPerRound = 40; //!< runs of one place whose task rows are read in one round
};

//! When each place is read next: a pure rule over what was seen there. Often where something
//! arrived lately or the person acts, up to once a minute behind a hidden window for places in use,
//! ever rarer where nothing was seen for long. Places are spread over time by a phase of their own;
//! a throttled account is slowed as a whole, doubling at once and recovering in steps. Keeps no
//! timer: every time is handed in, from one monotonic clock.
class WatchPace
{
public:
    using Time = std::chrono::milliseconds;

    struct Watched
    {
        Place place;
        QString account; //!< limits count per account; any text that is the same for one account
    };

    explicit WatchPace(const WatchTimes &times);

    //! What is watched from now on. Places that stay keep their history; new ones are asked for.
    void setPlaces(const std::vector<Watched> &watched, Time now);
    void setAttention(Attention attention) { m_attention = attention; }
    //! Exactly these rest: their places are never due and cost the others nothing.
    void setResting(const QSet<ProfileId> &profiles, Time now);

    //! The person chose or decided something there.
    void noteActivity(const Place &place, Time now);
    //! To be read at the next turn; while it is being read, once more afterwards.
    void ask(const Place &place, Time now);
    void askAll(Time now);
    //! The network may be a different one: everything is asked for, failures are forgotten, and
    //! the time of grace begins.
    void beginGrace(Time now);

    void onStarted(const Place &place, Time now);
    //! A complete reading: what waits there, and whether some of it was not there before.
    void onRead(const Place &place, int waiting, bool hasArrivals, Time now);
    void onFailed(const Place &place, bool isNetwork, Time now);
    //! The service asked the account of this place to pause for so long.
    void onThrottled(const Place &place, Time pause, Time now);

    //! A wait was seen there, or the person acted there, within the last two days.
    bool isInUse(const Place &place, Time now) const;
    bool isInGrace(Time now) const { return now < m_graceUntil; }
    //! Nothing may leave for this account before; in the past when it may.
    Time heldUntil(const Place &place) const;
    //! Between two readings of this place, as things stand.
    Time pause(const Place &place, Time now) const;
    //! When it is read next; nothing while it is being read, while it rests and when not watched.
    std::optional<Time> dueAt(const Place &place, Time now) const;
    //! What is to be read now, most urgent first.
    std::vector<Place> due(Time now) const;
    //! When the next one becomes due that is not due yet.
    std::optional<Time> nextAfter(Time now) const;

private:
    struct Account
    {
        double slowness = 1.0; //!< at `slowedAt`
        Time slowedAt{0};
        Time heldUntil{0};
    };
    struct History
    {
        Place place;
        std::size_t account = 0; //!< in m_accounts
        bool isResting = false;
        double share = 1.0; //!< how much rarer than alone, with many profiles
        double phase = 0.0; //!< [0, 1)
        Time watchedSince{0};
        std::optional<Time> askedAt;
        bool isReading = false;
        std::optional<Time> lastStart;
        std::optional<Time> lastWait; //!< when something was last seen to wait
        std::optional<Time> lastAct;  //!< of the person
        double heat = 0.0;            //!< of arrivals, at `heatedAt`
        Time heatedAt{0};
        Time hotUntil{0};
        int failures = 0; //!< in a row
        bool isNetworkFailure = false;
        Time failingSince{0};
        Time lastFailure{0};
    };

    History *find(const Place &place);
    const History *find(const Place &place) const;
    void heat(History &history, Time now);
    bool isHot(const History &history, Time now) const;
    bool isInUse(const History &history, Time now) const;
    double slownessOf(const History &history, Time now) const;
    Time pauseOf(const History &history, Time now) const;
    Time regularDue(const History &history, Time now) const;
    Time retryPause(const History &history, Time now) const;
    std::optional<Time> dueAt(const History &history, Time now) const;
    double idlePace(const History &history, Time now) const;
    void askWhatFailedMeanwhile(Time now);
    std::size_t accountIndex(const QString &account);
    void shareOut(Time now);

    WatchTimes m_times;
    Attention m_attention = Attention::Active;
    std::vector<History> m_histories;
    QHash<Place, std::size_t> m_index;
    std::vector<Account> m_accounts;
    QHash<QString, std::size_t> m_accountIndex;
    QSet<ProfileId> m_usedProfiles;
    Time m_graceUntil{0};
    Time m_lastSuccess{0};
};

} // namespace countersign
