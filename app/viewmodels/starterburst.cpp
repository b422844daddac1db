// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/starterburst.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

//! What a person started: of a child run the one at the top, as far as it was read.
ExecutionId startedRun(const WaitRow &row)
{
    return row.way.steps.empty() ? row.id.executionId : row.way.steps.front().execution;
}

//! When each run of one starter began to wait, in seconds; the earliest of its waits.
using Times = QHash<ExecutionId, qint64>;

void note(Times &times, const WaitRow &row)
{
    const qint64 at = row.waitingSince.toSecsSinceEpoch();
    const auto known = times.find(startedRun(row));
    if (known == times.end())
        times.insert(startedRun(row), at);
    else
        *known = std::min(*known, at);
}

bool counts(const WaitRow &row)
{
    return !row.starter.isEmpty() && row.waitingSince.isValid();
}

//! The largest group within `burstMinutes`, of those that hold `through` where that is given.
std::optional<StarterBurst> largest(const Times &times, const QString &starter,
                                    const std::optional<qint64> &through)
{
    std::vector<qint64> sorted(times.cbegin(), times.cend());
    std::sort(sorted.begin(), sorted.end());
    StarterBurst found{starter, 0, 1};
    std::size_t first = 0;
    for (std::size_t last = 0; last < sorted.size(); ++last) {
        while (sorted[last] - sorted[first] > burstMinutes * 60)
            ++first;
        if (through && (sorted[first] > *through || sorted[last] < *through))
            continue;
        const auto count = static_cast<int>(last - first + 1);
        if (count > found.count)
            found = {starter, count,
                     std::max(1, static_cast<int>((sorted[last] - sorted[first] + 59) / 60))};
    }
    return found.count >= leastForBurst ? std::optional(found) : std::nullopt;
}

} // namespace

std::vector<StarterBurst> starterBursts(const std::vector<WaitRow> &rows)
{
    QStringList starters;
    QHash<QString, Times> times;
    for (const WaitRow &row : rows) {
        if (!counts(row))
            continue;
        if (!times.contains(row.starter))
            starters += row.starter;
        note(times[row.starter], row);
    }
    std::vector<StarterBurst> bursts;
    for (const QString &starter : std::as_const(starters)) {
        if (const auto burst = largest(times[starter], userNameOf(starter), std::nullopt))
            bursts.push_back(*burst);
    }
    return bursts;
}

std::optional<StarterBurst> burstAround(const std::vector<WaitRow> &rows, const WaitRow &row)
{
    if (!counts(row))
        return std::nullopt;
    Times times;
    note(times, row);
    for (const WaitRow &other : rows) {
        if (other.starter == row.starter && counts(other))
            note(times, other);
    }
    return largest(times, userNameOf(row.starter), times.value(startedRun(row)));
}

} // namespace countersign
