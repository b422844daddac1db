// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/templateprogram.h"
#include "app/sandbox/gateway/listfilter.h"
#include "app/sandbox/gateway/service.h"

#include <algorithm>

namespace countersign::sandbox {

namespace {

bool isMadeBy(const QString &wanted, const StoredTemplate &stored)
{
    const QString id =
        stored.createdBy.section(u'(', 1).chopped(stored.createdBy.contains(u'(') ? 1 : 0);
    return wanted.isEmpty() || wanted == stored.createdBy ||
           wanted == userNameOf(stored.createdBy) || wanted == id;
}

Refusal unknownTemplate()
{
    return {404, QStringLiteral("EntityNotExists.Template"),
            QStringLiteral("The specified template does not exist.")};
}

// Every template here is one for automation, and nobody's example or favourite.
bool fits(const ListFilter &filter, const StoredTemplate &stored)
{
    return filter.contains(u"TemplateName", stored.name) &&
           filter.is(u"ShareType", stored.shareType) &&
           filter.is(u"TemplateType", QStringLiteral("Automation")) &&
           filter.is(u"TemplateFormat", stored.format) && filter.is(u"Category", stored.category) &&
           isMadeBy(filter.value(u"CreatedBy"), stored) &&
           filter.inRange(QStringLiteral("CreatedDate"), stored.createdDate) &&
           filter.isTruth(u"HasTrigger", stored.category != u"Other") &&
           filter.isTruth(u"IsExample", false) && filter.isTruth(u"IsFavorite", false) &&
           filter.is(u"ResourceGroupId", {}) && hasTags(filter.value(u"Tags"), stored.tags);
}

} // namespace

qint64 Service::runsOf(const QString &templateName) const
{
    const std::vector<const ExecutionRecord *> all = m_engine.executions();
    return std::count_if(all.begin(), all.end(), [&templateName](const ExecutionRecord *record) {
        return record->fields.templateName == templateName;
    });
}

std::optional<Refusal> Service::listTemplates(const Call &call, const User &, JsonWriter &out)
{
    Page page;
    if (auto refusal = readPage(call, 10, page))
        return refusal;
    const ListFilter filter{call};
    struct Row
    {
        StoredTemplate stored;
        qint64 runs = 0;
    };
    std::vector<Row> rows;
    for (const StoredTemplate &stored : m_engine.templates()) {
        if (fits(filter, stored))
            rows.push_back({stored, runsOf(stored.name)});
    }
    const QString field = filter.value(u"SortField");
    const bool ascending = filter.value(u"SortOrder") == u"Ascending";
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &left, const Row &right) {
        const Row &a = ascending ? left : right;
        const Row &b = ascending ? right : left;
        if (field == u"TemplateName")
            return a.stored.name < b.stored.name;
        if (field == u"CreatedDate")
            return a.stored.createdDate < b.stored.createdDate;
        if (field == u"UpdatedDate")
            return a.stored.updatedDate < b.stored.updatedDate;
        // Templates that are not public all have the same popularity.
        return field != u"Popularity" && a.runs < b.runs;
    });
    const qsizetype total = qsizetype(rows.size());
    writePage(out, page, total);
    out.name(u"Templates").beginArray();
    for (qsizetype i = page.first; i < std::min(total, page.first + page.size); ++i)
        writeTemplate(out, rows[size_t(i)].stored, rows[size_t(i)].runs);
    out.endArray();
    return {};
}

std::optional<Refusal> Service::getExecutionTemplate(const Call &call, const User &user,
                                                     JsonWriter &out)
{
    std::optional<Refusal> refusal;
    const ExecutionRecord *record = find(call, user, refusal);
    if (!record)
        return refusal;
    StoredTemplate stored =
        m_engine.templateByName(record->fields.templateName, record->fields.templateVersion)
            .value_or(StoredTemplate{});
    stored.name = record->fields.templateName;
    stored.version = record->fields.templateVersion;
    if (stored.format.isEmpty()) {
        stored.format = record->templateContent.trimmed().startsWith(u'{') ? QStringLiteral("JSON")
                                                                           : QStringLiteral("YAML");
    }
    out.member(u"Content", record->templateContent).name(u"Template");
    writeTemplate(out, stored, runsOf(stored.name));
    return {};
}

std::optional<Refusal> Service::listRiskyTasks(const Call &call, const User &, JsonWriter &out)
{
    const auto outcome = m_engine.riskyTasks(call.params.value(QStringLiteral("TemplateName")));
    if (outcome.refusal)
        return outcome.refusal;
    const auto writeNames = [&](QStringView name, const std::vector<QString> &values) {
        out.name(name).beginArray();
        for (const QString &value : values)
            out.value(QStringView(value));
        out.endArray();
    };
    out.name(u"RiskyTasks").beginArray();
    for (const RiskyTask &risk : outcome.tasks) {
        out.beginObject().member(u"Service", risk.call.service).member(u"API", risk.call.api);
        writeNames(u"Task", risk.tasks);
        writeNames(u"Template", risk.templates);
        out.endObject();
    }
    out.endArray();
    return {};
}

std::optional<Refusal> Service::listTemplateVersions(const Call &call, const User &,
                                                     JsonWriter &out)
{
    Page page;
    if (auto refusal = readPage(call, 10, page))
        return refusal;
    const QString name = call.params.value(QStringLiteral("TemplateName"));
    const auto newest = m_engine.templateByName(name);
    if (!newest)
        return unknownTemplate();
    std::vector<StoredTemplate> versions;
    const ListFilter filter{call};
    const int count =
        filter.is(u"ShareType", newest->shareType) ? newest->version.mid(1).toInt() : 0;
    for (int number = count; number > 0; --number) {
        if (const auto stored = m_engine.templateByName(name, u'v' + QString::number(number)))
            versions.push_back(*stored);
    }
    const qsizetype total = qsizetype(versions.size());
    writePage(out, page, total);
    out.name(u"TemplateVersions").beginArray();
    for (qsizetype i = page.first; i < std::min(total, page.first + page.size); ++i) {
        const StoredTemplate &stored = versions[size_t(i)];
        out.beginObject().member(u"TemplateVersion", stored.version);
        out.member(u"VersionName", QString()).member(u"TemplateFormat", stored.format);
        out.member(u"Description", embeddedText(stored.description));
        out.member(u"UpdatedBy", stored.createdBy);
        out.member(u"UpdatedDate", timeText(stored.updatedDate)).endObject();
    }
    out.endArray();
    return {};
}

std::optional<Refusal> Service::validateTemplateContent(const Call &call, const User &,
                                                        JsonWriter &out)
{
    const QString content = call.params.value(QStringLiteral("Content"));
    if (content.isEmpty() == call.params.value(QStringLiteral("TemplateURL")).isEmpty()) {
        return Refusal{400, QStringLiteral("MissingParameter"),
                       QStringLiteral("Exactly one of Content and TemplateURL is required.")};
    }
    if (content.isEmpty())
        return urlRefusal();
    const Compilation compiled = compileTemplate(content);
    if (!compiled.program) {
        return Refusal{400, QStringLiteral("InvalidParameter.Content"),
                       u"The template is not valid: " + compiled.problem};
    }
    const auto textOf = [](const Json &value) {
        return value.isObject() ? QString::fromUtf8(value.compact()) : QStringLiteral("{}");
    };
    JsonWriter parameters;
    parameters.beginObject();
    for (const ParameterRule &rule : compiled.program->parameters)
        parameters.member(rule.name, rule.declaration);
    out.member(u"Parameters", QString::fromUtf8(parameters.endObject().bytes()));
    out.member(u"Outputs", textOf(compiled.program->outputs));
    out.member(u"RamRole", compiled.program->ramRole).name(u"Tasks").beginArray();
    for (const TaskStep &task : compiled.program->tasks) {
        out.beginObject().member(u"Name", task.name).member(u"Type", task.action);
        out.member(u"Description", embeddedText(EmbeddedJson::from(task.node[u"Description"])));
        out.member(u"Properties", textOf(task.properties));
        out.member(u"Outputs", textOf(task.outputs)).endObject();
    }
    out.endArray();
    return {};
}

std::optional<Refusal> Service::getTemplate(const Call &call, const User &, JsonWriter &out)
{
    const auto stored =
        m_engine.templateByName(call.params.value(QStringLiteral("TemplateName")),
                                call.params.value(QStringLiteral("TemplateVersion")));
    if (!stored)
        return unknownTemplate();
    out.member(u"Content", stored->content).name(u"Template");
    writeTemplate(out, *stored, runsOf(stored->name));
    return {};
}

} // namespace countersign::sandbox
