// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/evidence.h"

#include "app/flows/seenrows.h"

#include <algorithm>

namespace countersign {

bool isNoteSeen(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (record.note.isEmpty())
        return false;
    const auto isNew = [&record](const SeenRow *known, const SeenRow &row) {
        return row.note == record.note && (!known || known->note != record.note);
    };
    if (now.row && isNew(before.row ? &*before.row : nullptr, *now.row))
        return true;
    if (!now.rows)
        return false;
    const std::vector<SeenRow> decided =
        isForFailure(record.act) ? decidedRows(record, before) : std::vector<SeenRow>();
    return std::any_of(now.rows->begin(), now.rows->end(), [&](const SeenRow &row) {
        const bool isConcerned =
            decided.empty() || std::any_of(decided.begin(), decided.end(), [&row](const auto &own) {
                return own.taskName == row.taskName && own.loopItem == row.loopItem;
            });
        return isConcerned && isNew(find(before.rows, row.id), row);
    });
}

namespace {

bool hasGoneStill(const Observation &before, const Observation &now)
{
    return now.run->status == before.run->status && now.run->updateDate == before.run->updateDate &&
           idsOf(now.waitingRows) == idsOf(before.waitingRows);
}

bool isMoved(const SeenRow &before, const SeenRow &now)
{
    return now.status != before.status || now.updateDate != before.updateDate ||
           now.note != before.note;
}

// A run with parallel branches moves between these two by itself.
bool isOpen(RunStatus status)
{
    return status == RunStatus::Waiting || status == RunStatus::Running;
}

bool hasRunEnded(const Observation &before, const Observation &now)
{
    return now.run->status != before.run->status &&
           !(isOpen(now.run->status) && isOpen(before.run->status));
}

bool haveFailedRowsMoved(const DecisionRecord &record, const Observation &before,
                         const Observation &now)
{
    const std::vector<SeenRow> decided = decidedRows(record, before);
    return std::any_of(decided.begin(), decided.end(), [&](const SeenRow &row) {
        const SeenRow *found = find(now.rows, row.id);
        return !found || isMoved(row, *found) || fateOf(row, before, now) != Fate::Stays;
    });
}

} // namespace

bool hasAnyChange(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    if (!now.run || !before.run || hasRunEnded(before, now))
        return true;
    if (isForFailure(record.act) && now.rows)
        return haveFailedRowsMoved(record, before, now);
    // Nothing but an end of the run comes of these.
    if (record.act == Act::CancelExecution || record.act == Act::CompleteExecution)
        return false;
    if (record.taskExecutionId.isEmpty())
        return now.run->status != before.run->status ||
               idsOf(now.waitingRows) != idsOf(before.waitingRows) ||
               (record.act == Act::ExecuteTask && hasNewRow(before, now)) ||
               isNoteSeen(record, before, now);
    return !now.row || !before.row || isMoved(*before.row, *now.row);
}

bool isUntouched(const DecisionRecord &record, const Observation &before, const Observation &now)
{
    return now.run && before.run && hasGoneStill(before, now) && !hasAnyChange(record, before, now);
}

namespace {

bool isEarlier(const QDateTime &a, const QDateTime &b)
{
    return a.isValid() && b.isValid() && a < b;
}

bool isOlderRow(const SeenRow &now, const std::vector<SeenRow> &known)
{
    return std::any_of(known.begin(), known.end(), [&now](const SeenRow &row) {
        return row.id == now.id && isEarlier(now.updateDate, row.updateDate);
    });
}

std::vector<SeenRow> allOf(const Observation &observation)
{
    std::vector<SeenRow> all = rowsOf(observation);
    if (observation.row)
        all.push_back(*observation.row);
    return all;
}

} // namespace

bool isOlder(const Observation &now, const Observation &known)
{
    if (now.run && known.run && isEarlier(now.run->updateDate, known.run->updateDate))
        return true;
    const std::vector<SeenRow> rows = allOf(now);
    const std::vector<SeenRow> knownRows = allOf(known);
    return std::any_of(rows.begin(), rows.end(),
                       [&knownRows](const SeenRow &row) { return isOlderRow(row, knownRows); });
}

QString nextWaitingTask(const DecisionRecord &record, const Observation &before,
                        const Observation &now)
{
    const std::vector<TaskExecutionId> known = idsOf(before.waitingRows);
    for (const SeenRow &row : now.waitingRows) {
        const bool isNew = !std::binary_search(known.begin(), known.end(), row.id);
        if (isNew && row.id != record.taskExecutionId)
            return row.taskName;
    }
    return {};
}

} // namespace countersign
