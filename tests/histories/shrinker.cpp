// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/shrinker.h"

#include <algorithm>

namespace countersign {

namespace {

using Fails = std::function<bool(const History &)>;

//! True when something could be left out.
bool leaveOut(History &history, std::size_t together, const Fails &fails)
{
    bool hasShrunk = false;
    for (std::size_t first = 0; first < history.steps.size();) {
        History shorter = history;
        const auto begin = shorter.steps.begin() + std::ptrdiff_t(first);
        const std::size_t count = std::min(together, shorter.steps.size() - first);
        shorter.steps.erase(begin, begin + std::ptrdiff_t(count));
        if (fails(shorter)) {
            history = std::move(shorter);
            hasShrunk = true;
        } else {
            first += together;
        }
    }
    return hasShrunk;
}

void shorten(History &history, const Fails &fails)
{
    for (std::size_t i = 0; i < history.steps.size(); ++i) {
        for (const Step::Time wait : {Step::Time(0), Step::Time(1'000), Step::Time(60'000)}) {
            if (history.steps[i].wait <= wait)
                break;
            History sooner = history;
            sooner.steps[i].wait = wait;
            if (!fails(sooner))
                continue;
            history = std::move(sooner);
            break;
        }
    }
}

} // namespace

History shrunk(const History &history, const Fails &fails)
{
    History best = history;
    for (std::size_t together = std::max<std::size_t>(1, best.steps.size() / 2); together > 0;
         together /= 2) {
        while (leaveOut(best, together, fails)) {
        }
    }
    shorten(best, fails);
    while (leaveOut(best, 1, fails)) {
    }
    return best;
}

} // namespace countersign
