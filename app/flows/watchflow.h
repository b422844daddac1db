// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"

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
    std::optional<Error> error; //!< of the last reading; nothing when it was good
    QDateTime lastGoodRead;     //!< UTC; invalid: never
    QDateTime nextRead;         //!< UTC; invalid: not planned
    bool isReading = false;
    bool isHeld = false;           //!< the service asked to slow down
    bool isIncomplete = false;     //!< the last list ended early; rows that were not in it are kept
    bool areChildrenListed = true; //!< false: the service refuses to list child executions as well
    int unrecognisedRuns = 0;      //!< runs whose waiting rows are still to be read
    friend bool operator==(const PlaceState &, const PlaceState &) = default;
};

//! How often and how much; tests shorten it.
struct WatchTimes
{
    std::chrono::milliseconds interval{10'000};
    std::chrono::milliseconds afterTrouble{30'000};
    int rowReadsPerRound = 40; //!< runs of one place whose task rows are read in one round
};

//! Read R0: lists what waits in every place of every profile, again and again, and says so in one
//! snapshot. What was read stays when a later reading fails. Starts nothing while a decision is
//! being sent. Owned by main; main thread.
class WatchFlow : public QObject
{
    Q_OBJECT

public:
    explicit WatchFlow(const FlowServices &services, const WatchTimes &times = {},
                       QObject *parent = nullptr);
    ~WatchFlow() override;

    //! Reads every place and goes on doing so.
    void start();
    //! Reads every place now; a place that is being read is not read twice.
    void refresh();

    const WaitSnapshot &snapshot() const;
    std::vector<PlaceState> places() const;
    bool isReading() const;
    //! The services it was made with, for what hangs on the same profiles.
    const FlowServices &services() const;

Q_SIGNALS:
    void snapshotChanged();
    void placesChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
