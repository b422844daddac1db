// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/followedrun.h"
#include "app/flows/flowservices.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace countersign {

//! How often followed runs are read; tests shorten it.
struct FollowTimes
{
    std::chrono::milliseconds fresh{15'000}; //!< decided within the last ten minutes
    std::chrono::milliseconds old{60'000};
};

//! Reads followed runs, one after another, until they end; for a failed one the name of its first
//! failed task as well. A run that cannot be read is tried again with the next turn. Nothing is
//! read while a decision of its account and region is being sent.
class FollowFlow : public QObject
{
    Q_OBJECT

public:
    explicit FollowFlow(const FlowServices &services, const FollowTimes &times = {},
                        QObject *parent = nullptr);
    ~FollowFlow() override;

    //! The runs to look after; ended ones are left alone.
    void setRuns(const std::vector<FollowedRun> &runs);
    //! Reads all of them now.
    void readNow();

Q_SIGNALS:
    //! The run as it was read; hasEnded() tells the end.
    void read(const countersign::FollowedRun &run);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
