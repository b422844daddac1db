// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/riskycalls.h"

#include "app/flows/reviewflow.h"
#include "app/templates/taskgraph.h"
#include "app/viewmodels/reviewsubject.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RiskyCalls)
};

bool isSame(const ProductCall &a, const ProductCall &b)
{
    return a.service.compare(b.service, Qt::CaseInsensitive) == 0 &&
           a.api.compare(b.api, Qt::CaseInsensitive) == 0;
}

//! How the tasks of a template lie to the one that waits.
class Places
{
public:
    Places(const std::optional<TemplateOutline> &outline, const QString &waiting)
    {
        if (!outline)
            return;
        m_graph = taskGraphOf(*outline);
        m_waiting = m_graph.indexOf(waiting);
        m_after = tasksAfter(m_graph, m_waiting);
        m_usual = tasksAfter(m_graph, m_waiting, Ways::WithoutErrors);
    }

    RiskyStep::Where of(const QString &task) const
    {
        const int index = m_graph.indexOf(task);
        if (m_waiting < 0 || index < 0)
            return RiskyStep::Where::Unknown;
        if (index == m_waiting)
            return RiskyStep::Where::Waiting;
        if (contains(m_usual, index))
            return RiskyStep::Where::After;
        return contains(m_after, index) ? RiskyStep::Where::AfterError : RiskyStep::Where::Before;
    }

private:
    static bool contains(const std::vector<int> &indices, int index)
    {
        return std::find(indices.begin(), indices.end(), index) != indices.end();
    }

    TaskGraph m_graph;
    int m_waiting = -1;
    std::vector<int> m_after;
    std::vector<int> m_usual;
};

RiskyStep *stepOf(RiskyCall &call, const QString &task)
{
    for (RiskyStep &step : call.steps) {
        if (step.task == task)
            return &step;
    }
    return nullptr;
}

void addByName(std::vector<RiskyCall> &calls, const ReachableCall &found, const Places &places)
{
    const ProductCall call{found.service, found.api};
    const RiskyStep step{found.task, places.of(found.task), found.isRatedNormal};
    for (RiskyCall &known : calls) {
        const bool isByName = known.source == RiskyCall::Source::Name;
        if (known.source == RiskyCall::Source::Untold || !isSame(known.call, call))
            continue;
        if (RiskyStep *told = stepOf(known, found.task)) {
            told->isRatedNormal = told->isRatedNormal || found.isRatedNormal;
            known.source = isByName ? RiskyCall::Source::Name : RiskyCall::Source::Both;
            return;
        }
        if (isByName) {
            known.steps.push_back(step);
            return;
        }
    }
    calls.push_back({call, {step}, RiskyCall::Source::Name, {}});
}

//! What the text does not tell: calls whose names are made while the run goes on, and those of
//! nested templates where the service's list, which includes them, was not read.
void addUntold(std::vector<RiskyCall> &calls, const ReachableCall &found, const Places &places,
               bool isServiceRead)
{
    if (found.isChildTemplate && isServiceRead && !found.isUnresolved)
        return;
    const ProductCall call{found.service, found.api};
    const RiskyStep step{found.task, places.of(found.task), found.isRatedNormal};
    for (RiskyCall &known : calls) {
        if (known.source == RiskyCall::Source::Untold && known.call == call) {
            if (!stepOf(known, found.task))
                known.steps.push_back(step);
            return;
        }
    }
    calls.push_back({call, {step}, RiskyCall::Source::Untold, {}});
}

RiskyCall fromService(const RiskyTask &task, const QString &ownTemplate, const Places &places)
{
    RiskyCall call{task.call, {}, RiskyCall::Source::Service, {}};
    for (const QString &name : task.tasks)
        call.steps.push_back({name, places.of(name), false});
    for (const QString &name : task.templates) {
        if (name != ownTemplate)
            call.templates.push_back(name);
    }
    return call;
}

bool isOnlyBefore(const RiskyCall &call)
{
    return !call.steps.empty() &&
           std::all_of(call.steps.begin(), call.steps.end(), [](const RiskyStep &step) {
               return step.where == RiskyStep::Where::Before;
           });
}

} // namespace

std::vector<RiskyCall> riskyCallsOf(const ReviewFacts &facts)
{
    const Places places(facts.outline, subjectOf(facts).taskName);
    const QString ownTemplate =
        facts.execution.value ? facts.execution.value->templateName : facts.row.templateName;
    std::vector<RiskyCall> calls;
    if (facts.riskyTasks.value) {
        for (const RiskyTask &task : *facts.riskyTasks.value)
            calls.push_back(fromService(task, ownTemplate, places));
    }
    if (facts.outline) {
        for (const TaskDeclaration &declared : facts.outline->tasks) {
            for (const ReachableCall &call : callsOf(declared)) {
                if (call.isRisky)
                    addByName(calls, call, places);
                else if (call.isUnresolved || call.isChildTemplate)
                    addUntold(calls, call, places, facts.riskyTasks.value.has_value());
            }
        }
    }
    std::stable_partition(calls.begin(), calls.end(),
                          [](const RiskyCall &call) { return !isOnlyBefore(call); });
    return calls;
}

QHash<QString, QString> risksByTask(const std::vector<RiskyCall> &calls)
{
    QHash<QString, QString> risks;
    for (const RiskyCall &call : calls) {
        for (const RiskyStep &step : call.steps) {
            const QString source = riskSourceText(call.source);
            //: %1 is a high-risk call, %2 who says that it is one
            QString text = Words::tr("%1 – %2").arg(riskyCallText(call), source);
            if (step.isRatedNormal)
                //: %1 is a high-risk call, %2 who says that it is one
                text = Words::tr("%1 – %2, rated Risk: Normal").arg(riskyCallText(call), source);
            QString &all = risks[step.task];
            all = all.isEmpty() ? text : QString(all + QStringLiteral("; ") + text);
        }
    }
    return risks;
}

} // namespace countersign
