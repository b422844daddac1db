// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchsummary.h"

#include <algorithm>

namespace countersign {

WatchSummary summaryOf(const std::vector<PlaceState> &places)
{
    const auto isUnread = [](const PlaceState &place) {
        return place.isLocked || place.isStopped || place.error.has_value();
    };
    if (places.empty() || !std::all_of(places.begin(), places.end(), isUnread))
        return {};
    WatchSummary summary;
    const bool hasNoKeys = std::all_of(places.begin(), places.end(),
                                       [](const PlaceState &place) { return place.isLocked; });
    summary.state = hasNoKeys ? WatchSummary::State::NoKeys : WatchSummary::State::Unread;
    for (const PlaceState &place : places) {
        if (place.lastGoodRead.isValid() &&
            (!summary.lastGoodRead.isValid() || place.lastGoodRead > summary.lastGoodRead))
            summary.lastGoodRead = place.lastGoodRead;
    }
    return summary;
}

} // namespace countersign
