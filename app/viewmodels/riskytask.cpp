// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/riskytask.h"

#include "app/flows/reviewflow.h"
#include "app/templates/taskgraph.h"

#include <algorithm>

namespace countersign {

namespace {

bool isListedAsRisky(const ReviewFacts &facts, const ProductCall &call, const QString &taskName)
{
    if (!facts.riskyTasks.value)
        return false;
    const auto same = [](const QString &a, const QString &b) {
        return a.compare(b, Qt::CaseInsensitive) == 0;
    };
    return std::any_of(
        facts.riskyTasks.value->begin(), facts.riskyTasks.value->end(), [&](const RiskyTask &task) {
            const bool isCall = !call.isEmpty() && same(task.call.service, call.service) &&
                                same(task.call.api, call.api);
            return isCall ||
                   std::find(task.tasks.begin(), task.tasks.end(), taskName) != task.tasks.end();
        });
}

bool isRatedNormal(const TaskExecution *row)
{
    return row != nullptr && row->properties.json &&
           (*row->properties.json)[u"Risk"].toString().compare(u"Normal", Qt::CaseInsensitive) == 0;
}

} // namespace

ProductCall declaredCall(const TaskDeclaration *task)
{
    if (task == nullptr)
        return {};
    for (const ReachableCall &call : callsOf(*task)) {
        if (!call.isUnresolved && !call.isChildTemplate)
            return {call.service, call.api};
    }
    return {};
}

bool isRiskyTask(const ReviewFacts &facts, const QString &taskName, const TaskExecution *row)
{
    const TaskDeclaration *task = facts.outline ? facts.outline->task(taskName) : nullptr;
    const ProductCall made = row ? productCall(row->taskAction, row->properties) : ProductCall();
    const ProductCall call = made.isEmpty() ? declaredCall(task) : made;
    if (isListedAsRisky(facts, call, taskName))
        return true;
    if (!made.isEmpty() && isRiskyByName(made.api))
        return !isRatedNormal(row);
    if (task == nullptr)
        return false;
    const std::vector<ReachableCall> calls = callsOf(*task);
    return std::any_of(calls.begin(), calls.end(), [](const ReachableCall &reachable) {
        return reachable.isRisky && !reachable.isRatedNormal;
    });
}

bool cannotJudge(const ReviewFacts &facts, const QString &taskName)
{
    const TaskDeclaration *task = facts.outline ? facts.outline->task(taskName) : nullptr;
    if (task == nullptr)
        return true;
    const std::vector<ReachableCall> calls = callsOf(*task);
    return std::any_of(calls.begin(), calls.end(), [&facts](const ReachableCall &call) {
        return call.isUnresolved || (call.isChildTemplate && !facts.riskyTasks.value);
    });
}

} // namespace countersign
