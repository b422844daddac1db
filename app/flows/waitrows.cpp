// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/waitrows.h"

#include "app/flows/knownactor.h"

#include <algorithm>

namespace countersign {

namespace {

bool isAction(const QString &action, QLatin1String name)
{
    return action.compare(name, Qt::CaseInsensitive) == 0;
}

bool waitsByItself(const CurrentTask &task)
{
    return isAction(task.action, QLatin1String("ACS::Approve")) ||
           isAction(task.action, QLatin1String("ACS::Pause"));
}

QDateTime waitingSince(const Execution &execution, const std::optional<TaskExecution> &row)
{
    if (row && row->updateDate.isValid())
        return row->updateDate;
    return execution.updateDate.isValid() ? execution.updateDate : execution.startDate;
}

void setGroup(WaitRow &row, const TaskExecution *task, const Viewer &viewer)
{
    const WaitGrouping grouping = groupOf(row.kind, row.id.taskExecutionId, task, viewer);
    row.group = grouping.group;
    row.groupReason = grouping.reason;
}

void fillTask(WaitRow &row, const TaskExecution &task)
{
    if (row.kind != WaitKind::FailurePause)
        row.id.taskExecutionId = task.id;
    row.taskName = task.taskName;
    row.taskAction = task.taskAction;
    row.loopItem = task.loopItem;
    row.call = productCall(task.taskAction, task.properties);
    if (row.kind != WaitKind::Approval)
        return;
    const ApprovalTerms terms = approvalTerms(task);
    if (terms.isReadable)
        row.requiredApprovals = terms.requiredApprovals.value_or(1);
}

//! What all failed rows have in common is said of the wait.
void fillFailed(WaitRow &row, const std::vector<TaskExecution> &failed)
{
    row.failedTasks = static_cast<int>(failed.size());
    if (failed.size() < 2)
        return;
    const auto isSameTask = [&failed](const TaskExecution &task) {
        return task.taskName == failed.front().taskName;
    };
    if (std::all_of(failed.begin(), failed.end(), isSameTask)) {
        row.taskName = failed.front().taskName;
        row.taskAction = failed.front().taskAction;
    }
    for (const TaskExecution &task : failed) {
        const QDateTime &since = task.updateDate;
        if (since.isValid() && (!row.waitingSince.isValid() || since < row.waitingSince))
            row.waitingSince = since;
    }
}

//! Rows for the tasks that CurrentTasks names, for an execution whose task rows were not read.
std::vector<WaitRow> rowsOfCurrentTasks(const Execution &execution, const WaitRow &common,
                                        const Viewer &viewer)
{
    std::vector<WaitRow> rows;
    for (const CurrentTask &task : execution.currentTasks) {
        if (!waitsByItself(task))
            continue;
        WaitRow row = common;
        row.kind = isAction(task.action, QLatin1String("ACS::Approve")) ? WaitKind::Approval
                                                                        : WaitKind::ManualPause;
        row.id.taskExecutionId = task.id;
        row.taskName = task.name;
        row.taskAction = task.action;
        row.waitingSince = waitingSince(execution, {});
        setGroup(row, nullptr, viewer);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

bool isToldByCurrentTasks(const Execution &execution)
{
    const std::vector<CurrentTask> &tasks = execution.currentTasks;
    return execution.mode != RunMode::FailurePause && !tasks.empty() &&
           std::all_of(tasks.begin(), tasks.end(), [](const CurrentTask &task) {
               return waitsByItself(task) && !task.id.isEmpty();
           });
}

WaitRow runRowOf(const Execution &execution, const Place &place, const Profile &profile)
{
    WaitRow row;
    row.id = {place, execution.id, {}};
    row.profileAlias = profile.alias;
    row.accountId = profile.accountId;
    row.templateName = execution.templateName;
    row.templateVersion = execution.templateVersion;
    row.starter = execution.executedBy;
    row.description = execution.description;
    row.runUpdated = execution.updateDate;
    return row;
}

std::vector<WaitRow> waitRowsOf(const Execution &execution, const WaitEvidence &evidence,
                                const Place &place, const Profile &profile, const Viewer &viewer)
{
    const WaitRow common = runRowOf(execution, place, profile);
    if (!evidence.rows && isToldByCurrentTasks(execution))
        return rowsOfCurrentTasks(execution, common, viewer);

    std::vector<WaitRow> rows;
    for (const Wait &wait : recogniseWaits(execution, evidence)) {
        if (wait.kind == WaitKind::InsideChild && wait.confidence == Confidence::Certain)
            continue;
        WaitRow row = common;
        row.kind = wait.kind;
        row.confidence = wait.confidence;
        row.waitingSince = waitingSince(execution, wait.row);
        if (wait.row)
            fillTask(row, *wait.row);
        fillFailed(row, wait.failed);
        setGroup(row, wait.row ? &*wait.row : nullptr, viewer);
        rows.push_back(std::move(row));
    }
    return rows;
}

Viewer viewerOf(const FlowServices &services, const ProfileId &profile)
{
    Viewer viewer;
    const auto own = services.profiles.profile(profile);
    const auto actor = knownActor(services.profiles, profile);
    if (!own || !actor)
        return viewer;
    viewer.userName = actor->identity.userName();
    for (const TaskExecutionId &task :
         services.journal.approvedTasks(own->accountId, actorName(actor->identity)))
        viewer.approved.insert(task);
    return viewer;
}

} // namespace countersign
