// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parameterbasis.h"

#include "app/domain/jsonedit.h"

#include <algorithm>

namespace countersign {

namespace {

std::optional<Json> objectOf(const EmbeddedJson &value)
{
    return value.json && value.json->isObject() ? value.json : std::nullopt;
}

ParameterBasis commonBasis(const TemplateOutline &outline, const Execution &run,
                           const QString &locale)
{
    ParameterBasis basis;
    basis.declarations = outline.parameters;
    basis.groups = outline.parameterGroups;
    basis.runValues = objectOf(run.parameters);
    basis.locale = locale;
    return basis;
}

bool isMasked(const ParameterBasis &basis, const QString &name)
{
    const auto declared =
        std::find_if(basis.declarations.begin(), basis.declarations.end(),
                     [&](const ParameterDeclaration &candidate) { return candidate.name == name; });
    return isSecretName(name) || (declared != basis.declarations.end() && declared->isMasked);
}

} // namespace

ParameterBasis basisForTask(const TemplateOutline &outline, const Execution &run,
                            const std::vector<TaskExecution> &rows, const QString &taskName,
                            const QString &locale)
{
    ParameterBasis basis = commonBasis(outline, run, locale);
    basis.taskName = taskName;
    if (const TaskDeclaration *task = outline.task(taskName))
        basis.taskProperties = task->properties;
    for (const TaskExecution &row : rows) {
        if (row.taskName == taskName && objectOf(row.properties))
            basis.lastProperties = objectOf(row.properties);
        if (const std::optional<Json> outputs = objectOf(row.outputs)) {
            outputs->forEachMember([&](const QString &name, const Json &value) {
                basis.outputs.push_back({row.taskName, name, value});
            });
        }
    }
    return basis;
}

ParameterBasis basisForNewRun(const TemplateOutline &outline, const Execution &run,
                              const QString &locale)
{
    ParameterBasis basis = commonBasis(outline, run, locale);
    basis.purpose = ParameterBasis::Purpose::StartRun;
    if (!basis.runValues)
        return basis;
    QByteArray text = basis.runValues->indented();
    basis.runValues->forEachMember([&](const QString &name, const Json &) {
        if (isMasked(basis, name))
            text = withoutMember(text, {name}).value_or(text);
    });
    basis.initialText = QString::fromUtf8(text);
    return basis;
}

} // namespace countersign
