// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitrow.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace countersign {

namespace {

struct Run
{
    qint64 waitingSince = std::numeric_limits<qint64>::max();
    std::size_t order = 0; //!< of its first row
};

struct Entry
{
    std::size_t run = 0;
    std::size_t row = 0;
};

qint64 sinceOf(const WaitRow &row)
{
    return row.waitingSince.isValid() ? row.waitingSince.toMSecsSinceEpoch()
                                      : std::numeric_limits<qint64>::max();
}

} // namespace

void sortIntoInboxOrder(std::vector<WaitRow> &rows)
{
    QHash<WaitRowId, std::size_t> runOfId;
    std::vector<Run> runs;
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const WaitRowId runId{rows[i].id.place, rows[i].id.executionId, {}};
        const auto known = runOfId.constFind(runId);
        const std::size_t run = known == runOfId.cend() ? runs.size() : *known;
        if (known == runOfId.cend()) {
            runOfId.insert(runId, run);
            runs.push_back({.order = i});
        }
        runs[run].waitingSince = std::min(runs[run].waitingSince, sinceOf(rows[i]));
        entries.push_back({run, i});
    }
    std::sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        const Run &runA = runs[a.run];
        const Run &runB = runs[b.run];
        return std::tie(runA.waitingSince, runA.order, a.row) <
               std::tie(runB.waitingSince, runB.order, b.row);
    });
    std::vector<WaitRow> sorted;
    sorted.reserve(rows.size());
    for (const Entry &entry : entries)
        sorted.push_back(std::move(rows[entry.row]));
    rows = std::move(sorted);
}

} // namespace countersign
