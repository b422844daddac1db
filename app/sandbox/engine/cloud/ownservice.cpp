// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/cloud/ownservice.h"

#include "app/sandbox/engine.h"

namespace countersign::sandbox {

namespace {

Json text(const QString &words)
{
    return Json::fromString(words);
}

Json embedded(const EmbeddedJson &value)
{
    return text(value.json ? QString::fromUtf8(value.json->compact()) : value.text);
}

bool isAsked(const Json &parameters, QStringView name, const QString &actual)
{
    const QString wanted = textForm(memberOf(parameters, name));
    return wanted.isEmpty() || wanted == actual;
}

Json executionRow(const ExecutionRecord &record)
{
    const Execution &run = record.fields;
    return Json::fromMembers({
        {QStringLiteral("ExecutionId"), text(run.id.text())},
        {QStringLiteral("TemplateName"), text(run.templateName)},
        {QStringLiteral("TemplateVersion"), text(run.templateVersion)},
        {QStringLiteral("Status"), text(run.statusText)},
        {QStringLiteral("StatusMessage"), text(run.statusMessage)},
        {QStringLiteral("Mode"), text(run.modeText)},
        {QStringLiteral("Parameters"), run.parameters.json.value_or(emptyObject())},
        {QStringLiteral("Outputs"), embedded(run.outputs)},
        {QStringLiteral("Tags"), run.tags.json.value_or(emptyObject())},
        {QStringLiteral("ExecutedBy"), text(run.executedBy)},
        {QStringLiteral("RamRole"), text(run.ramRole)},
        {QStringLiteral("IsParent"), Json::fromBool(run.isParent)},
        {QStringLiteral("ParentExecutionId"), text(run.parentExecutionId.text())},
        {QStringLiteral("Description"), text(run.description)},
        {QStringLiteral("StartDate"), text(utcText(run.startDate))},
        {QStringLiteral("EndDate"), text(run.endDate.isValid() ? utcText(run.endDate) : QString())},
    });
}

Json taskRow(const TaskExecution &row)
{
    return Json::fromMembers({
        {QStringLiteral("TaskExecutionId"), text(row.id.text())},
        {QStringLiteral("ExecutionId"), text(row.executionId.text())},
        {QStringLiteral("TaskName"), text(row.taskName)},
        {QStringLiteral("TaskAction"), text(row.taskAction)},
        {QStringLiteral("Status"), text(row.statusText)},
        {QStringLiteral("StatusMessage"), text(row.statusMessage)},
        {QStringLiteral("Properties"), embedded(row.properties)},
        {QStringLiteral("Outputs"), embedded(row.outputs)},
        {QStringLiteral("LoopItem"), text(row.loopItem)},
        {QStringLiteral("ChildExecutionId"), text(row.childExecutionId.text())},
    });
}

CloudReply listed(const QString &name, const std::vector<Json> &rows)
{
    return {CloudReply::Kind::Answer,
            Json::fromMembers({{QStringLiteral("TotalCount"),
                                Json::fromInteger(static_cast<qint64>(rows.size()))},
                               {name, Json::fromItems(rows)}})};
}

CloudReply listExecutions(const Engine &engine, const Json &parameters, const QString &region)
{
    std::vector<Json> rows;
    const std::vector<const ExecutionRecord *> all = engine.executions();
    // Newest first, as the service lists them.
    for (auto record = all.rbegin(); record != all.rend(); ++record) {
        const Execution &run = (*record)->fields;
        const bool isFit =
            (*record)->region == region && isAsked(parameters, u"ExecutionId", run.id.text()) &&
            isAsked(parameters, u"Status", run.statusText) &&
            isAsked(parameters, u"ParentExecutionId", run.parentExecutionId.text()) &&
            run.templateName.contains(textForm(memberOf(parameters, u"TemplateName")));
        if (isFit)
            rows.push_back(executionRow(**record));
    }
    return listed(QStringLiteral("Executions"), rows);
}

CloudReply listTaskExecutions(const Engine &engine, const Json &parameters)
{
    std::vector<Json> rows;
    const ExecutionRecord *record =
        engine.execution(textForm(memberOf(parameters, u"ExecutionId")));
    if (record) {
        for (const TaskExecution &row : record->tasks) {
            if (isAsked(parameters, u"TaskName", row.taskName) &&
                isAsked(parameters, u"Status", row.statusText) &&
                isAsked(parameters, u"TaskExecutionId", row.id.text()))
                rows.push_back(taskRow(row));
        }
    }
    return listed(QStringLiteral("TaskExecutions"), rows);
}

CloudReply getTemplate(const Engine &engine, const Json &parameters)
{
    const auto stored = engine.templateByName(textForm(memberOf(parameters, u"TemplateName")),
                                              textForm(memberOf(parameters, u"TemplateVersion")));
    if (!stored) {
        return {CloudReply::Kind::Error,
                Json::fromMembers(
                    {{QStringLiteral("Code"), text(QStringLiteral("EntityNotExists.Template"))},
                     {QStringLiteral("Message"),
                      text(QStringLiteral("The specified template does not exist."))}})};
    }
    const Json facts =
        Json::fromMembers({{QStringLiteral("TemplateName"), text(stored->name)},
                           {QStringLiteral("TemplateId"), text(stored->id)},
                           {QStringLiteral("TemplateVersion"), text(stored->version)},
                           {QStringLiteral("TemplateFormat"), text(stored->format)}});
    return {CloudReply::Kind::Answer,
            Json::fromMembers({{QStringLiteral("Content"), text(stored->content)},
                               {QStringLiteral("Template"), facts}})};
}

} // namespace

CloudReply ownServiceReply(const Engine &engine, const QString &api, const Json &parameters,
                           const QString &region)
{
    const auto is = [&api](QStringView name) {
        return name.compare(api, Qt::CaseInsensitive) == 0;
    };
    if (is(u"ListExecutions"))
        return listExecutions(engine, parameters, region);
    if (is(u"ListTaskExecutions"))
        return listTaskExecutions(engine, parameters);
    if (is(u"GetTemplate"))
        return getTemplate(engine, parameters);
    return {CloudReply::Kind::Answer, emptyObject()};
}

} // namespace countersign::sandbox
