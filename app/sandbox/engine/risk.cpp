// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/risk.h"

#include "app/sandbox/engine/productplan.h"
#include "app/sandbox/engine/values.h"

namespace countersign::sandbox {

bool isHighRisk(const QString &api, const QString &risk)
{
    if (risk.compare(u"High", Qt::CaseInsensitive) == 0)
        return true;
    if (risk.compare(u"Normal", Qt::CaseInsensitive) == 0)
        return false;
    static const QStringList verbs{QStringLiteral("Delete"),    QStringLiteral("Remove"),
                                   QStringLiteral("Terminate"), QStringLiteral("Drop"),
                                   QStringLiteral("Release"),   QStringLiteral("Stop")};
    return std::any_of(verbs.begin(), verbs.end(), [&api](const QString &verb) {
        return api.startsWith(verb, Qt::CaseInsensitive);
    });
}

namespace {

void note(std::vector<RiskyTask> &risky, const ProductCall &call, const QString &task,
          const std::vector<QString> &templates)
{
    for (RiskyTask &known : risky) {
        if (known.call == call) {
            known.tasks.push_back(task);
            for (const QString &name : templates) {
                if (std::find(known.templates.begin(), known.templates.end(), name) ==
                    known.templates.end())
                    known.templates.push_back(name);
            }
            return;
        }
    }
    risky.push_back({call, {task}, templates});
}

} // namespace

std::vector<RiskyTask> riskyCalls(const TemplateProgram &program, const QString &templateName)
{
    std::vector<RiskyTask> risky;
    for (const TaskStep &task : program.tasks) {
        if (const ProductPlan *plan = productPlan(task.action)) {
            for (const PlanStep &step : plan->steps) {
                if (isHighRisk(step.api, {}))
                    note(risky, {step.service, step.api}, task.name, {task.action, templateName});
            }
            continue;
        }
        const ProductCall call{memberOf(task.properties, u"Service").toString(),
                               memberOf(task.properties, u"API").toString()};
        if (isHighRisk(call.api, memberOf(task.properties, u"Risk").toString()))
            note(risky, call, task.name, {templateName});
    }
    return risky;
}

} // namespace countersign::sandbox
