// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/operations.h"

namespace countersign {

namespace {

// Optional parameters are left out when they are empty; the service has defaults of its own.
void addText(ApiRequest &request, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        request.parameters.insert(name, value);
}

void addPage(ApiRequest &request, int maxResults, const QString &nextToken)
{
    request.parameters.insert(QStringLiteral("MaxResults"), QString::number(maxResults));
    addText(request, QStringLiteral("NextToken"), nextToken);
}

ApiRequest named(const QString &action)
{
    ApiRequest request;
    request.action = action;
    return request;
}

} // namespace

QString apiVersion(ApiRequest::Product product)
{
    return product == ApiRequest::Product::Sts ? QStringLiteral("2015-04-01")
                                               : QStringLiteral("2019-06-01");
}

QString rightFor(const ApiRequest &request)
{
    const bool isSts = request.product == ApiRequest::Product::Sts;
    return (isSts ? QStringLiteral("sts:") : QStringLiteral("oos:")) + request.action;
}

ApiRequest ListExecutionsRequest::toRequest(const QString &nextToken) const
{
    ApiRequest request = named(QStringLiteral("ListExecutions"));
    addText(request, QStringLiteral("ExecutionId"), executionId.text());
    addText(request, QStringLiteral("Status"), status);
    addText(request, QStringLiteral("TemplateName"), templateName);
    addText(request, QStringLiteral("SortField"), sortField);
    addText(request, QStringLiteral("SortOrder"), sortOrder);
    addText(request, QStringLiteral("ParentExecutionId"), parentExecutionId.text());
    const auto addTime = [&request](const QString &name, const QDateTime &time) {
        if (time.isValid())
            addText(request, name, time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"));
    };
    addTime(QStringLiteral("StartDateBefore"), startDateBefore);
    addTime(QStringLiteral("StartDateAfter"), startDateAfter);
    if (includeChildExecution)
        addText(request, QStringLiteral("IncludeChildExecution"), QStringLiteral("true"));
    addPage(request, maxResults, nextToken);
    return request;
}

ApiRequest ListTaskExecutionsRequest::toRequest(const QString &nextToken) const
{
    ApiRequest request = named(QStringLiteral("ListTaskExecutions"));
    addText(request, QStringLiteral("ExecutionId"), executionId.text());
    addText(request, QStringLiteral("TaskExecutionId"), taskExecutionId.text());
    addText(request, QStringLiteral("Status"), status);
    addText(request, QStringLiteral("SortOrder"), sortOrder);
    if (includeChildTaskExecution)
        addText(request, QStringLiteral("IncludeChildTaskExecution"), QStringLiteral("true"));
    addPage(request, maxResults, nextToken);
    return request;
}

ApiRequest ListExecutionLogsRequest::toRequest(const QString &nextToken) const
{
    ApiRequest request = named(QStringLiteral("ListExecutionLogs"));
    addText(request, QStringLiteral("ExecutionId"), executionId.text());
    addText(request, QStringLiteral("TaskExecutionId"), taskExecutionId.text());
    addPage(request, maxResults, nextToken);
    return request;
}

ApiRequest getExecutionTemplateRequest(const ExecutionId &id)
{
    ApiRequest request = named(QStringLiteral("GetExecutionTemplate"));
    request.parameters.insert(QStringLiteral("ExecutionId"), id.text());
    return request;
}

ApiRequest listExecutionRiskyTasksRequest(const QString &templateName)
{
    ApiRequest request = named(QStringLiteral("ListExecutionRiskyTasks"));
    request.parameters.insert(QStringLiteral("TemplateName"), templateName);
    return request;
}

ApiRequest StartExecutionRequest::toRequest() const
{
    ApiRequest request = named(QStringLiteral("StartExecution"));
    addText(request, QStringLiteral("TemplateName"), templateName);
    addText(request, QStringLiteral("TemplateVersion"), templateVersion);
    addText(request, QStringLiteral("TemplateContent"), templateContent);
    addText(request, QStringLiteral("Parameters"), parameters);
    addText(request, QStringLiteral("Mode"), mode);
    addText(request, QStringLiteral("SafetyCheck"), safetyCheck);
    addText(request, QStringLiteral("Description"), description);
    addText(request, QStringLiteral("ClientToken"), clientToken);
    return request;
}

ApiRequest describeRegionsRequest()
{
    return named(QStringLiteral("DescribeRegions"));
}

ApiRequest getCallerIdentityRequest()
{
    ApiRequest request = named(QStringLiteral("GetCallerIdentity"));
    request.product = ApiRequest::Product::Sts;
    return request;
}

} // namespace countersign
