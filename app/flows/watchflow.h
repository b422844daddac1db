// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"
#include "app/flows/watchpace.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! How one place is doing.
struct PlaceState
{
    Place place;
    QString alias;
    std::optional<Error> error;         //!< of the last reading, or why the profile is stopped
    QDateTime lastGoodRead;             //!< UTC; invalid: never
    QDateTime nextRead;                 //!< UTC; invalid: not planned
    std::chrono::milliseconds pause{0}; //!< between two readings, as things stand
    bool isReading = false;
    bool isHeld = false;           //!< the service asked the account to slow down
    bool isStopped = false;        //!< the profile is refused; not read before resume() or a change
    bool isLocked = false;         //!< the profile has no credentials; not read before it has
    bool isWaking = false;         //!< not read since a wake, and no failure is told yet
    bool isIncomplete = false;     //!< the last list ended early; rows that were not in it are kept
    bool areChildrenListed = true; //!< false: the service refuses to list child executions as well
    int rowCount = 0;              //!< rows of the snapshot that are from here
    int unrecognisedRuns = 0;      //!< runs whose waiting rows are still to be read
    friend bool operator==(const PlaceState &, const PlaceState &) = default;
};

//! Read R0: lists what waits in every place of every profile, again and again, and says so in one
//! snapshot. What was read stays when a later reading fails. WatchPace says when, with a limited
//! number of readings at once; nothing starts while a decision of the same account and region is
//! being sent. A profile without credentials is left alone; one that is refused stops until it
//! changes, its keys are renewed, or resume() is called, and so does one whose keys have ended and
//! could not be renewed. Owned by main; main thread.
class WatchFlow : public QObject
{
    Q_OBJECT

public:
    explicit WatchFlow(const FlowServices &services, const WatchTimes &times = {},
                       QObject *parent = nullptr);
    ~WatchFlow() override;

    //! Reads every place and goes on doing so.
    void start();
    //! Reads every place now, those in use first, and tries stopped profiles again; a place that
    //! is being read is read once more afterwards.
    void refresh();
    //! Reads this place now, if it is read at all.
    void refresh(const Place &place);
    //! What the person has of the window; Active at first.
    void setAttention(Attention attention);
    //! The person chose or decided something there: the place is read soon and often.
    void noteActivity(const Place &place);
    //! Tries a stopped profile again, beginning with one reading; one whose keys have ended, by
    //! asking for others.
    void resume(const ProfileId &profile);

    //! The computer was asleep: kept connections are dropped, everything is read, and failures of
    //! the network are told only when they outlast the time of grace.
    void onWake();
    //! The network or the proxy is a different one. As onWake(), but what was read well within the
    //! last minute does not count as unread.
    void onNetworkChanged();

    const WaitSnapshot &snapshot() const;
    std::vector<PlaceState> places() const;
    bool isReading() const;
    //! Every place that can be read was read, or is known to fail, since the start, the last wake,
    //! or since it was added or unlocked; and whoever was asked for is known, without which nothing
    //! tells whose turn a wait is.
    bool isAllRead() const;
    //! The services it was made with, for what hangs on the same profiles.
    const FlowServices &services() const;

Q_SIGNALS:
    void snapshotChanged();
    void placesChanged();
    //! isAllRead() has become true; the snapshot is complete.
    void allRead();
    //! The profile is refused as a whole. Once for each cause, until it was read well again or has
    //! changed.
    void profileStopped(const countersign::ProfileId &profile, const countersign::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
