// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/risk.h"

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
            if (std::find(known.tasks.begin(), known.tasks.end(), task) == known.tasks.end())
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

namespace {

constexpr int deepest = 5;

//! The template a task runs, as far as the text tells.
const TemplateStore::Entry *nestedTemplate(const TaskStep &task, const TemplateStore &store)
{
    if (task.isAction(u"ACS::Template")) {
        const QString name = textForm(memberOf(task.properties, u"TemplateName"));
        const QString version = textForm(memberOf(task.properties, u"TemplateVersion"));
        return version.isEmpty() ? store.findAction(name) : store.find(name, version);
    }
    return store.findAction(task.action);
}

//! `around`: the names of the templates down to this one; `outerTask`: the task of the outermost
//! template that leads here, empty at the top.
void collect(const TemplateProgram &program, const std::vector<QString> &around,
             const QString &outerTask, const TemplateStore &store, std::vector<RiskyTask> &risky)
{
    if (around.size() > deepest)
        return;
    for (const TaskStep &task : program.tasks) {
        const QString name = outerTask.isEmpty() ? task.name : outerTask;
        if (task.inner)
            collect(*task.inner, around, name, store, risky);
        if (const TemplateStore::Entry *nested = nestedTemplate(task, store)) {
            std::vector<QString> names{nested->stored.name};
            names.insert(names.end(), around.begin(), around.end());
            collect(*nested->program, names, name, store, risky);
            continue;
        }
        const ProductCall call{memberOf(task.properties, u"Service").toString(),
                               memberOf(task.properties, u"API").toString()};
        if (isHighRisk(call.api, memberOf(task.properties, u"Risk").toString()))
            note(risky, call, name, around);
    }
}

} // namespace

std::vector<RiskyTask> riskyCalls(const TemplateProgram &program, const QString &templateName,
                                  const TemplateStore &store)
{
    std::vector<RiskyTask> risky;
    collect(program, {templateName}, {}, store, risky);
    return risky;
}

} // namespace countersign::sandbox
