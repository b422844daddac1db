// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

// Every template here is one for automation, written by a user, without a trigger.
bool fits(const ListFilter &filter, const StoredTemplate &stored)
{
    return filter.contains(u"TemplateName", stored.name) &&
           filter.is(u"ShareType", stored.shareType) &&
           filter.is(u"TemplateType", QStringLiteral("Automation")) &&
           filter.is(u"TemplateFormat", stored.format) &&
           filter.is(u"Category", QStringLiteral("Other")) &&
           isMadeBy(filter.value(u"CreatedBy"), stored) &&
           filter.inRange(QStringLiteral("CreatedDate"), stored.createdDate) &&
           filter.isTruth(u"HasTrigger", false) && filter.isTruth(u"IsExample", false) &&
           filter.isTruth(u"IsFavorite", false) && filter.is(u"ResourceGroupId", {}) &&
           hasTags(filter.value(u"Tags"), stored.tags);
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

std::optional<Refusal> Service::getExecutionTemplate(const Call &call, const User &,
                                                     JsonWriter &out)
{
    std::optional<Refusal> refusal;
    const ExecutionRecord *record = find(call, refusal);
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

std::optional<Refusal> Service::getTemplate(const Call &call, const User &, JsonWriter &out)
{
    const auto stored =
        m_engine.templateByName(call.params.value(QStringLiteral("TemplateName")),
                                call.params.value(QStringLiteral("TemplateVersion")));
    if (!stored) {
        return Refusal{404, QStringLiteral("EntityNotExists.Template"),
                       QStringLiteral("The specified template does not exist.")};
    }
    out.member(u"Content", stored->content).name(u"Template");
    writeTemplate(out, *stored, runsOf(stored->name));
    return {};
}

} // namespace countersign::sandbox
