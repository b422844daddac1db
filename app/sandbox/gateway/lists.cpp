// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/argumentrules.h"
#include "app/sandbox/gateway/listfilter.h"
#include "app/sandbox/gateway/service.h"

#include <algorithm>

namespace countersign::sandbox {

namespace {

bool hasCategory(const ListFilter &filter, const QString &category)
{
    const QString wanted = filter.value(u"Categories");
    if (wanted.isEmpty())
        return filter.is(u"Category", category);
    const auto parsed = Json::parse(wanted.toUtf8());
    bool found = false;
    if (parsed)
        parsed.json->forEachItem([&](const Json &item) { found |= item.toString() == category; });
    return found;
}

bool atDepth(const ListFilter &filter, const ExecutionRecord &record, const Engine &engine)
{
    const QString parentId = record.fields.parentExecutionId.text();
    const bool isChild = !parentId.isEmpty();
    if (!filter.value(u"ExecutionId").isEmpty() || !filter.value(u"ParentExecutionId").isEmpty())
        return true;
    if (filter.value(u"Depth") == u"FirstChildDepth") {
        const ExecutionRecord *parent = isChild ? engine.execution(parentId) : nullptr;
        return parent && parent->fields.parentExecutionId.isEmpty();
    }
    return !isChild || filter.value(u"IncludeChildExecution") == u"true";
}

QMap<QString, QString> tagsOf(const EmbeddedJson &written)
{
    QMap<QString, QString> tags;
    if (written.json) {
        written.json->forEachMember([&tags](const QString &name, const Json &value) {
            tags.insert(name, value.toString());
        });
    }
    return tags;
}

// A resource is touched by a run that was given it or whose tasks worked on it or found it.
bool touches(const QString &resourceId, const ExecutionRecord &record)
{
    const auto names = [&resourceId](const EmbeddedJson &value) {
        const QByteArray text = JsonWriter::quoted(resourceId);
        return value.json && value.json->source().contains(text);
    };
    return resourceId.isEmpty() || names(record.fields.parameters) ||
           std::any_of(record.tasks.begin(), record.tasks.end(), [&](const TaskExecution &task) {
               return names(task.properties) || names(task.outputs);
           });
}

bool fits(const ListFilter &filter, const ExecutionRecord &record, const Engine &engine)
{
    const Execution &run = record.fields;
    return filter.is(u"RegionId", record.region) && filter.is(u"ExecutionId", run.id.text()) &&
           filter.is(u"Status", run.statusText) &&
           filter.contains(u"TemplateName", run.templateName) && filter.is(u"Mode", run.modeText) &&
           filter.is(u"RamRole", run.ramRole) &&
           (filter.is(u"ExecutedBy", run.executedBy) ||
            filter.is(u"ExecutedBy", userNameOf(run.executedBy))) &&
           filter.is(u"ParentExecutionId", run.parentExecutionId.text()) &&
           filter.is(u"ResourceGroupId", run.resourceGroupId) &&
           filter.contains(u"Description", run.description) && atDepth(filter, record, engine) &&
           hasCategory(filter, run.category) && hasTags(filter.value(u"Tags"), tagsOf(run.tags)) &&
           touches(filter.value(u"ResourceId"), record) && filter.is(u"ResourceTemplateName", {}) &&
           filter.dates(run.startDate, run.endDate);
}

template <class Row, class Fields>
void sortRows(std::vector<Row> &rows, const ListFilter &filter, const Fields &fields)
{
    const QString field = filter.value(u"SortField");
    const bool ascending = filter.value(u"SortOrder") == u"Ascending";
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &left, const Row &right) {
        const auto &a = fields(ascending ? left : right);
        const auto &b = fields(ascending ? right : left);
        if (field == u"EndDate")
            return a.endDate < b.endDate;
        if (field == u"Status")
            return a.statusText < b.statusText;
        return a.startDate < b.startDate;
    });
}

} // namespace

std::optional<Refusal> Service::readPage(const Call &call, int least, Page &page)
{
    const QString size = call.params.value(QStringLiteral("MaxResults"));
    if (!size.isEmpty()) {
        bool isNumber = false;
        page.size = size.toInt(&isNumber);
        if (!isNumber || page.size < least || page.size > 100)
            return invalidValue(QStringLiteral("MaxResults"));
    }
    const QString token = call.params.value(QStringLiteral("NextToken"));
    if (token.isEmpty())
        return {};
    const QString text = QString::fromLatin1(
        QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding));
    bool isNumber = false;
    page.first = text.section(u'/', 1).toLongLong(&isNumber);
    page.view = text.section(u'/', 0, 0);
    if (!isNumber || page.first < 0)
        return invalidValue(QStringLiteral("NextToken"));
    return {};
}

void Service::writePage(JsonWriter &out, const Page &page, qsizetype total)
{
    const qsizetype next = page.first + page.size;
    QString token;
    if (next < total) {
        const QString text = page.view + u'/' + QString::number(next);
        token = QString::fromLatin1(text.toLatin1().toBase64(QByteArray::Base64UrlEncoding |
                                                             QByteArray::OmitTrailingEquals));
    }
    out.member(u"MaxResults", qint64(page.size)).member(u"NextToken", token);
}

std::vector<Service::Listed> Service::listed(const Call &call, const User &user)
{
    const ListFilter filter{call};
    const bool isLagging = m_listLag.isOn() && filter.value(u"ExecutionId").isEmpty();
    const std::vector<ListLag::Record> lagging =
        isLagging ? m_listLag.executions() : std::vector<ListLag::Record>();
    std::vector<const ExecutionRecord *> rows;
    if (!isLagging)
        rows = m_engine.executions();
    QHash<const ExecutionRecord *, ListLag::Record> kept;
    for (const ListLag::Record &record : lagging) {
        rows.push_back(record.get());
        kept.insert(record.get(), record);
    }
    std::erase_if(rows, [&](const ExecutionRecord *row) {
        return row->accountId != user.accountId || !fits(filter, *row, m_engine);
    });
    sortRows(rows, filter,
             [](const ExecutionRecord *row) -> const Execution & { return row->fields; });
    std::vector<Listed> list;
    for (const ExecutionRecord *row : rows)
        list.push_back({row->fields.id.text(), kept.value(row)});
    return list;
}

std::optional<Refusal> Service::listExecutions(const Call &call, const User &user, JsonWriter &out)
{
    Page page;
    if (auto refusal = readPage(call, 10, page))
        return refusal;
    const ListFilter filter{call};
    if (isStrict(Strictness::IncludeChildWithStatusRefused) && !filter.value(u"Status").isEmpty() &&
        filter.value(u"IncludeChildExecution") == u"true")
        return invalidValue(QStringLiteral("IncludeChildExecution"));
    if (page.view.isEmpty()) {
        page.view = QString::number(++m_viewCount);
        m_views.insert(page.view, listed(call, user));
        m_viewOrder.append(page.view);
        if (m_viewOrder.size() > 32)
            m_views.remove(m_viewOrder.takeFirst());
    }
    const auto view = m_views.constFind(page.view);
    if (view == m_views.constEnd())
        return invalidValue(QStringLiteral("NextToken"));
    const qsizetype total = qsizetype(view->size());
    writePage(out, page, total);
    out.member(u"TotalCount", qint64(total)).name(u"Executions").beginArray();
    for (qsizetype i = page.first; i < std::min(total, page.first + page.size); ++i) {
        const Listed &row = (*view)[size_t(i)];
        const ExecutionRecord *record =
            row.lagging ? row.lagging.get() : m_engine.execution(row.id);
        if (record)
            writeExecution(out, *record);
    }
    out.endArray();
    return {};
}

std::optional<Refusal> Service::listTaskExecutions(const Call &call, const User &user,
                                                   JsonWriter &out)
{
    Page page;
    if (auto refusal = readPage(call, 20, page))
        return refusal;
    const ListFilter filter{call};
    std::vector<const TaskExecution *> rows;
    const QString parent = filter.value(u"ParentTaskExecutionId");
    const bool withChildren = filter.value(u"IncludeChildTaskExecution") == u"true" ||
                              !parent.isEmpty() || !filter.value(u"TaskExecutionId").isEmpty();
    for (const ExecutionRecord *record : m_engine.executions()) {
        if (record->accountId != user.accountId || !filter.is(u"RegionId", record->region) ||
            !filter.is(u"ExecutionId", record->fields.id.text()))
            continue;
        for (const TaskExecution &row : record->tasks) {
            if ((withChildren || row.parentTaskExecutionId.isEmpty()) &&
                filter.is(u"TaskExecutionId", row.id.text()) &&
                filter.is(u"TaskName", row.taskName) && filter.is(u"Status", row.statusText) &&
                (filter.value(u"TaskAction").isEmpty() ||
                 row.hasAction(filter.value(u"TaskAction"))) &&
                filter.is(u"ParentTaskExecutionId", row.parentTaskExecutionId.text()) &&
                filter.dates(row.startDate, row.endDate))
                rows.push_back(&row);
        }
    }
    sortRows(rows, filter, [](const TaskExecution *row) -> const TaskExecution & { return *row; });
    const qsizetype total = qsizetype(rows.size());
    writePage(out, page, total);
    out.name(u"TaskExecutions").beginArray();
    for (qsizetype i = page.first; i < std::min(total, page.first + page.size); ++i)
        writeTaskExecution(out, *rows[size_t(i)]);
    out.endArray();
    return {};
}

std::optional<Refusal> Service::listExecutionLogs(const Call &call, const User &user,
                                                  JsonWriter &out)
{
    Page page;
    std::optional<Refusal> refusal = readPage(call, 1, page);
    const ExecutionRecord *record = refusal ? nullptr : find(call, user, refusal);
    if (!record)
        return refusal;
    const ListFilter filter{call};
    std::vector<const LogLine *> lines;
    for (const LogLine &line : record->logs) {
        if (filter.is(u"TaskExecutionId", line.taskExecutionId.text()) &&
            filter.is(u"LogType", line.logType))
            lines.push_back(&line);
    }
    const qsizetype total = qsizetype(lines.size());
    writePage(out, page, total);
    out.member(u"IsTruncated", page.first + page.size < total).name(u"ExecutionLogs").beginArray();
    for (qsizetype i = page.first; i < std::min(total, page.first + page.size); ++i) {
        const LogLine &line = *lines[size_t(i)];
        out.beginObject().member(u"TaskExecutionId", line.taskExecutionId.text());
        out.member(u"LogType", line.logType).member(u"Message", line.message);
        out.member(u"Timestamp", timeText(line.timestamp)).endObject();
    }
    out.endArray();
    return {};
}

} // namespace countersign::sandbox
