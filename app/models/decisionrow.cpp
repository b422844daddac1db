// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/decisionrow.h"

namespace countersign {

namespace {

void addAnswer(DecisionRow &row, const std::vector<JournalStep> &steps)
{
    for (const JournalStep &step : steps) {
        if (!step.facts.code.isEmpty())
            row.code = step.facts.code;
        if (!step.facts.requestId.isEmpty())
            row.requestId = step.facts.requestId;
    }
}

} // namespace

DecisionRow decisionRowOf(const JournalEntry &entry)
{
    const DecisionRecord &record = entry.record;
    DecisionRow row;
    row.key = record.id.hex;
    row.at = entry.steps.front().at;
    row.act = record.act;
    row.place = record.where.place;
    row.profileAlias = record.where.profileAlias;
    row.accountId = record.where.accountId;
    row.actor = record.where.actor;
    row.actorKind = record.where.actorKind;
    row.executionId = record.executionId;
    row.taskExecutionId = record.taskExecutionId;
    row.rowCount = static_cast<qsizetype>(record.taskExecutionIds.size());
    row.taskName = record.taskName.isEmpty() ? record.nextTaskName : record.taskName;
    row.loopItem = record.loopItem;
    row.shortId = record.id.shortForm();
    row.state = entry.state();
    row.waitsForOthers = entry.waitsForOthers;
    row.isClosed = entry.closedAt.isValid();
    row.isOverridden = entry.overriddenBy.has_value();
    row.evidence = entry.steps.back().facts.evidence;
    row.note = record.note;
    addAnswer(row, entry.steps);
    return row;
}

DecisionRow foundNoteOf(const TaskExecution &task, const Place &place)
{
    DecisionRow row;
    row.origin = DecisionRow::Origin::FoundNote;
    row.key = "note " + task.id.text().toUtf8();
    row.at = task.updateDate.isValid() ? task.updateDate : task.endDate;
    row.place = place;
    row.executionId = task.executionId;
    row.taskExecutionId = task.id;
    row.taskName = task.taskName;
    row.loopItem = task.loopItem;
    row.note = task.notifyNote();
    return row;
}

DecisionStanding standingOf(const DecisionRow &row)
{
    if (row.origin == DecisionRow::Origin::FoundNote)
        return DecisionStanding::FoundNote;
    switch (row.state) {
    case DecisionState::Ambiguous:
        return DecisionStanding::Unknown;
    case DecisionState::Unresolved:
        return row.isClosed ? DecisionStanding::Closed : DecisionStanding::Unknown;
    case DecisionState::ReconciledApplied:
        return DecisionStanding::Done;
    case DecisionState::ReconciledOtherActor:
        return DecisionStanding::OtherActor;
    case DecisionState::ReconciledNotApplied:
        return DecisionStanding::NotCarriedOut;
    case DecisionState::Refused:
        return DecisionStanding::Refused;
    case DecisionState::NotSent:
    case DecisionState::Changed:
        return DecisionStanding::NotSent;
    case DecisionState::Accepted:
        return row.waitsForOthers ? DecisionStanding::WaitsForOthers : DecisionStanding::Open;
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::IntentRecorded:
    case DecisionState::Sending:
    case DecisionState::Sent:
    case DecisionState::RefusedCodeUnknown:
        break;
    }
    return DecisionStanding::Open;
}

} // namespace countersign
