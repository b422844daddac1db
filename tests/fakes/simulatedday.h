// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/watchpace.h"

#include <QtGlobal>

#include <vector>

namespace countersign {

//! How waits are looked for in a simulated day.
enum class DayPoll {
    Adaptive,   //!< by WatchPace
    EveryTenth, //!< everything every ten seconds
};

//! What a simulated day came to. Delays are seconds from waiting to notice.
struct DayResult
{
    int calls = 0;
    double hours = 0;
    std::vector<double>
        usedDelays; //!< in places where the person saw a wait in the two days before
    std::vector<double> hiddenDelays; //!< those of them that came while the window was hidden
    std::vector<double> otherDelays;  //!< in all other places
    int missed = 0;                   //!< never noticed before the end
    int mostAtOnce = 0;               //!< readings under way together
    double callsPerHour() const { return calls / hours; }
};

//! The value that `part` (0..1) of the values do not exceed; 0 for none.
double percentile(std::vector<double> values, double part);

//! Two days and nights of five accounts in 20 regions, in virtual time: five sandbox services are
//! asked for what waits exactly when the poll says so, a person looks now and then, decides, and
//! further gates open. The first day starts with nothing known; only the second one is counted.
//! Arrivals, spells of attention and times of replies follow from the seed.
DayResult simulateDay(DayPoll poll, quint32 seed);

} // namespace countersign
