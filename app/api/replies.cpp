// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/fieldreader.h"
#include "app/api/operations.h"

namespace countersign {

namespace {

// One row of a list; what is not as promised goes to `problem`.
Execution readExecution(const Json &json, const QString &path, std::optional<Error> &problem)
{
    FieldReader fields(json, path);
    Execution row;
    row.id = ExecutionId(fields.requiredText(u"ExecutionId"));
    row.statusText = fields.requiredText(u"Status");
    row.status = runStatusFromText(row.statusText);
    row.waitingStatus = fields.text(u"WaitingStatus");
    row.statusMessage = fields.text(u"StatusMessage");
    row.statusReason = fields.text(u"StatusReason");
    row.modeText = fields.text(u"Mode");
    row.mode = runModeFromText(row.modeText);
    row.safetyCheck = fields.text(u"SafetyCheck");
    qsizetype index = 0;
    for (const Json &item : fields.list(u"CurrentTasks")) {
        FieldReader task(item, fields.elementPath(u"CurrentTasks", index++));
        row.currentTasks.push_back({TaskExecutionId(task.text(u"TaskExecutionId")),
                                    task.text(u"TaskName"), task.text(u"TaskAction")});
        if (task.problem() && !problem)
            problem = task.problem();
    }
    row.templateName = fields.text(u"TemplateName");
    row.templateId = fields.text(u"TemplateId");
    row.templateVersion = fields.text(u"TemplateVersion");
    row.parameters = fields.embedded(u"Parameters");
    row.outputs = fields.embedded(u"Outputs");
    row.targets = fields.embedded(u"Targets");
    row.counters = fields.embedded(u"Counters");
    row.tags = fields.embedded(u"Tags");
    row.executedBy = fields.text(u"ExecutedBy");
    row.ramRole = fields.text(u"RamRole");
    row.accountId = fields.text(u"AccountId");
    row.isParent = fields.truth(u"IsParent");
    row.parentExecutionId = ExecutionId(fields.text(u"ParentExecutionId"));
    row.category = fields.text(u"Category");
    row.description = fields.text(u"Description");
    row.resourceGroupId = fields.text(u"ResourceGroupId");
    row.createDate = fields.time(u"CreateDate");
    row.startDate = fields.time(u"StartDate");
    row.updateDate = fields.time(u"UpdateDate");
    row.endDate = fields.time(u"EndDate");
    if (fields.problem() && !problem)
        problem = fields.problem();
    return row;
}

TaskExecution readTaskExecution(const Json &json, const QString &path,
                                std::optional<Error> &problem)
{
    FieldReader fields(json, path);
    TaskExecution row;
    row.id = TaskExecutionId(fields.requiredText(u"TaskExecutionId"));
    row.executionId = ExecutionId(fields.text(u"ExecutionId"));
    row.taskName = fields.text(u"TaskName");
    row.taskAction = fields.text(u"TaskAction");
    row.statusText = fields.requiredText(u"Status");
    row.status = runStatusFromText(row.statusText);
    row.statusMessage = fields.text(u"StatusMessage");
    row.properties = fields.embedded(u"Properties");
    row.outputs = fields.embedded(u"Outputs");
    row.extraData = fields.embedded(u"ExtraData");
    row.loop = fields.embedded(u"Loop");
    row.loopItem = fields.text(u"LoopItem");
    row.loopBatchNumber = static_cast<int>(fields.integer(u"LoopBatchNumber").value_or(0));
    row.parentTaskExecutionId = TaskExecutionId(fields.text(u"ParentTaskExecutionId"));
    row.childExecutionId = ExecutionId(fields.text(u"ChildExecutionId"));
    row.templateId = fields.text(u"TemplateId");
    row.createDate = fields.time(u"CreateDate");
    row.startDate = fields.time(u"StartDate");
    row.updateDate = fields.time(u"UpdateDate");
    row.endDate = fields.time(u"EndDate");
    if (fields.problem() && !problem)
        problem = fields.problem();
    return row;
}

LogLine readLogLine(const Json &json, const QString &path, std::optional<Error> &problem)
{
    FieldReader fields(json, path);
    LogLine line;
    line.taskExecutionId = TaskExecutionId(fields.text(u"TaskExecutionId"));
    line.logType = fields.text(u"LogType");
    line.message = fields.text(u"Message");
    line.timestampText = fields.text(u"Timestamp");
    line.timestamp = line.timestampText.isEmpty() ? QDateTime() : readTime(line.timestampText);
    if (fields.problem() && !problem)
        problem = fields.problem();
    return line;
}

// A list must be there: a reply without it is not an empty list.
template <class Row, class ReadRow>
Result<ListPage<Row>> readPage(const Json &body, QStringView listName, const ReadRow &readRow)
{
    FieldReader fields(body, {});
    ListPage<Row> page;
    page.requestId = fields.requiredText(u"RequestId");
    page.nextToken = fields.text(u"NextToken");
    page.totalCount = fields.integer(u"TotalCount");
    std::optional<Error> problem = fields.problem();
    const std::optional<Json> list = body.find(listName);
    if (!list || !list->isArray()) {
        Error error;
        error.kind = Error::Kind::BadReply;
        error.requestId = page.requestId;
        error.path = listName.toString();
        error.detail = QStringLiteral("expected a list");
        return problem.value_or(error);
    }
    page.rows.reserve(static_cast<std::size_t>(list->size()));
    qsizetype index = 0;
    list->forEachItem([&](const Json &item) {
        page.rows.push_back(readRow(item, fields.elementPath(listName, index++), problem));
    });
    if (!problem)
        return page;
    problem->requestId = page.requestId;
    return *problem;
}

} // namespace

Result<ListPage<Execution>> readListExecutions(const Json &body)
{
    return readPage<Execution>(body, u"Executions", readExecution);
}

Result<ListPage<TaskExecution>> readListTaskExecutions(const Json &body)
{
    return readPage<TaskExecution>(body, u"TaskExecutions", readTaskExecution);
}

Result<ListPage<LogLine>> readListExecutionLogs(const Json &body)
{
    return readPage<LogLine>(body, u"ExecutionLogs", readLogLine);
}

Result<ExecutionTemplate> readGetExecutionTemplate(const Json &body)
{
    FieldReader fields(body, {});
    ExecutionTemplate reading;
    const QString requestId = fields.requiredText(u"RequestId");
    reading.content = fields.requiredText(u"Content");
    std::optional<Error> problem = fields.problem();
    if (const auto facts = body.find(u"Template"); facts && !facts->isNull()) {
        FieldReader inner(*facts, QStringLiteral("Template"));
        reading.name = inner.text(u"TemplateName");
        reading.id = inner.text(u"TemplateId");
        reading.version = inner.text(u"TemplateVersion");
        reading.format = inner.text(u"TemplateFormat");
        reading.description = inner.text(u"Description");
        reading.hash = inner.text(u"Hash");
        if (inner.problem() && !problem)
            problem = inner.problem();
    }
    if (!problem)
        return reading;
    problem->requestId = requestId;
    return *problem;
}

Result<std::vector<RiskyTask>> readListExecutionRiskyTasks(const Json &body)
{
    const auto readRow = [](const Json &json, const QString &path, std::optional<Error> &problem) {
        FieldReader fields(json, path);
        RiskyTask row;
        row.call = {fields.requiredText(u"Service"), fields.requiredText(u"API")};
        row.tasks = fields.texts(u"Task");
        row.templates = fields.texts(u"Template");
        if (fields.problem() && !problem)
            problem = fields.problem();
        return row;
    };
    Result<ListPage<RiskyTask>> page = readPage<RiskyTask>(body, u"RiskyTasks", readRow);
    if (!page)
        return page.error();
    return std::move(page.value().rows);
}

Result<Execution> readStartExecution(const Json &body)
{
    FieldReader fields(body, {});
    const QString requestId = fields.requiredText(u"RequestId");
    std::optional<Error> problem = fields.problem();
    const Execution started =
        readExecution(body[u"Execution"], QStringLiteral("Execution"), problem);
    if (!problem)
        return started;
    problem->requestId = requestId;
    return *problem;
}

Result<std::vector<Region>> readDescribeRegions(const Json &body)
{
    const auto readRow = [](const Json &json, const QString &path, std::optional<Error> &problem) {
        FieldReader fields(json, path);
        Region row{RegionId(fields.requiredText(u"RegionId")), fields.text(u"LocalName"),
                   fields.text(u"RegionEndpoint")};
        if (fields.problem() && !problem)
            problem = fields.problem();
        return row;
    };
    Result<ListPage<Region>> page = readPage<Region>(body, u"Regions", readRow);
    if (!page)
        return page.error();
    return std::move(page.value().rows);
}

Result<CallerIdentity> readGetCallerIdentity(const Json &body)
{
    FieldReader fields(body, {});
    CallerIdentity identity;
    identity.accountId = fields.requiredText(u"AccountId");
    identity.userId = fields.text(u"UserId");
    identity.principalId = fields.text(u"PrincipalId");
    identity.arn = fields.requiredText(u"Arn");
    identity.identityType = fields.text(u"IdentityType");
    if (!fields.problem())
        return identity;
    Error error = *fields.problem();
    error.requestId = body[u"RequestId"].toString();
    return error;
}

Result<QString> readRequestIdReply(const Json &body)
{
    FieldReader fields(body, {});
    const QString requestId = fields.requiredText(u"RequestId");
    if (fields.problem())
        return *fields.problem();
    return requestId;
}

} // namespace countersign
