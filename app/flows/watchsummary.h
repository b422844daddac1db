// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/watchflow.h"

#include <vector>

namespace countersign {

//! Whether anything is watched at all.
struct WatchSummary
{
    enum class State {
        Watched, //!< a place at least, or there is none
        Unread,  //!< no place could be read when it was last tried
        NoKeys   //!< no profile has credentials
    };
    State state = State::Watched;
    QDateTime lastGoodRead{}; //!< UTC, of all places; invalid: while one is watched, or never
    friend bool operator==(const WatchSummary &, const WatchSummary &) = default;
};

WatchSummary summaryOf(const std::vector<PlaceState> &places);

} // namespace countersign
