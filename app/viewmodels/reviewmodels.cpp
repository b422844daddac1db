// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewmodels.h"

#include "app/flows/reviewflow.h"
#include "app/templates/taskgraph.h"
#include "app/viewmodels/reviewsubject.h"

namespace countersign {

namespace {

QSet<QString> maskedNames(const ReviewFacts &facts)
{
    QSet<QString> names;
    if (!facts.outline)
        return names;
    for (const ParameterDeclaration &parameter : facts.outline->parameters) {
        if (parameter.isMasked)
            names.insert(parameter.name);
    }
    return names;
}

void addByName(std::vector<RiskyCall> &calls, const ReachableCall &found)
{
    if (!found.isRisky)
        return;
    const ProductCall call{found.service, found.api};
    for (RiskyCall &known : calls) {
        const bool isTold =
            known.source != RiskyCall::Source::Name && known.call == call &&
            std::find(known.tasks.begin(), known.tasks.end(), found.task) != known.tasks.end();
        if (isTold) {
            known.source = RiskyCall::Source::Both;
            return;
        }
        if (known.source == RiskyCall::Source::Name && known.call == call) {
            known.tasks.push_back(found.task);
            return;
        }
    }
    calls.push_back({call, {found.task}, RiskyCall::Source::Name});
}

} // namespace

std::vector<RiskyCall> riskyCallsOf(const ReviewFacts &facts)
{
    std::vector<RiskyCall> calls;
    if (facts.riskyTasks.value) {
        for (const RiskyTask &task : *facts.riskyTasks.value)
            calls.push_back({task.call, task.tasks, RiskyCall::Source::Service});
    }
    if (!facts.outline)
        return calls;
    const QString task = subjectOf(facts).taskName;
    if (const TaskDeclaration *waiting = facts.outline->task(task)) {
        for (const ReachableCall &call : callsOf(*waiting))
            addByName(calls, call);
        for (const ReachableCall &call : callsAfter(*facts.outline, task))
            addByName(calls, call);
        return calls;
    }
    // Where the waiting task is not known, every call of the text may still come.
    for (const TaskDeclaration &declared : facts.outline->tasks) {
        for (const ReachableCall &call : callsOf(declared))
            addByName(calls, call);
    }
    return calls;
}

ReviewModels::ReviewModels()
    : parameters(std::make_unique<ParameterModel>())
    , riskyCalls(std::make_unique<RiskyCallModel>())
    , tasks(std::make_unique<TaskTreeModel>())
    , log(std::make_unique<LogModel>())
{
}

ReviewModels::~ReviewModels() = default;

void ReviewModels::fill(const ReviewFacts *facts, const QDateTime &now)
{
    if (!facts) {
        parameters->apply({});
        riskyCalls->apply({});
        tasks->apply({});
        log->apply({});
        return;
    }
    parameters->setMaskedNames(maskedNames(*facts));
    parameters->apply(facts->execution.value ? facts->execution.value->parameters : EmbeddedJson());
    riskyCalls->apply(riskyCallsOf(*facts));
    tasks->setNow(now);
    tasks->apply(facts->tasks.value.value_or(std::vector<TaskExecution>()));
    const TaskExecution *row = facts->boundRow();
    tasks->setSubject(row ? row->id : facts->row.id.taskExecutionId);
    log->apply(facts->log.value.value_or(std::vector<LogLine>()));
}

} // namespace countersign
