// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/domain/execution.h"
#include "app/domain/json.h"
#include "app/domain/result.h"
#include "app/domain/taskexecution.h"

#include <optional>
#include <vector>

namespace countersign {

//! One page of a list operation.
template <class Row>
struct ListPage
{
    std::vector<Row> rows;
    QString nextToken; //!< empty on the last page
    QString requestId;
    std::optional<qint64> totalCount;
};

//! ListExecutions (oos-api.md 7.1).
struct ListExecutionsRequest
{
    ExecutionId executionId;
    QString status;
    QString templateName;
    QString sortField;
    QString sortOrder;
    bool includeChildExecution = false;
    ExecutionId parentExecutionId;
    int maxResults = 100;
    QDateTime startDateBefore; //!< UTC, this second included; invalid: any
    QDateTime startDateAfter;  //!< UTC, this second included; invalid: any
    ApiRequest toRequest(const QString &nextToken = {}) const;
};
//! Strict: a row needs ExecutionId and Status; a field we use must have one of the shapes that
//! oos-api.md 1.2 lists. BadReply with the path else.
Result<ListPage<Execution>> readListExecutions(const Json &body);

//! ListTaskExecutions (7.2).
struct ListTaskExecutionsRequest
{
    ExecutionId executionId;
    TaskExecutionId taskExecutionId;
    QString status;
    bool includeChildTaskExecution = true;
    QString sortOrder = QStringLiteral("Ascending");
    int maxResults = 100;
    ApiRequest toRequest(const QString &nextToken = {}) const;
};
Result<ListPage<TaskExecution>> readListTaskExecutions(const Json &body);

//! ListExecutionLogs (7.4).
struct ListExecutionLogsRequest
{
    ExecutionId executionId;
    TaskExecutionId taskExecutionId;
    int maxResults = 100;
    ApiRequest toRequest(const QString &nextToken = {}) const;
};
Result<ListPage<LogLine>> readListExecutionLogs(const Json &body);

ApiRequest getExecutionTemplateRequest(const ExecutionId &id);
Result<ExecutionTemplate> readGetExecutionTemplate(const Json &body);

ApiRequest listExecutionRiskyTasksRequest(const QString &templateName);
Result<std::vector<RiskyTask>> readListExecutionRiskyTasks(const Json &body);

struct Region
{
    RegionId id;
    QString localName;
    QString endpoint;
};
//! StartExecution (7.9). Either the name or the content of the template is given, not both; empty
//! fields are left out. It changes something, so it leaves through the one-shot sender like a
//! decision: that the service keeps its promise about ClientToken has not been seen live, and an
//! automatic repeat could start a second run. A person repeats it, with the same token.
struct StartExecutionRequest
{
    QString templateName;
    QString templateVersion; //!< with a name; empty: the newest
    QString templateContent; //!< text, JSON or YAML
    QString parameters;      //!< a JSON object as text, exactly as it is sent
    QString mode;            //!< Automatic, FailurePause or Debug
    QString safetyCheck;     //!< Skip or ConfirmEveryHighRiskAction
    QString description;
    QString clientToken; //!< at most 64 ASCII characters
    ApiRequest toRequest() const;
    friend bool operator==(const StartExecutionRequest &, const StartExecutionRequest &) = default;
};
//! The new run; BadReply where it has no id or no state.
Result<Execution> readStartExecution(const Json &body);

ApiRequest describeRegionsRequest();
Result<std::vector<Region>> readDescribeRegions(const Json &body);

ApiRequest getCallerIdentityRequest();
Result<CallerIdentity> readGetCallerIdentity(const Json &body);

//! NotifyExecution and CancelExecution answer with RequestId alone; BadReply when it is missing.
Result<QString> readRequestIdReply(const Json &body);

//! The error shape (1.4) as an Error of the right kind; `body` may be anything. `right` is what the
//! operation needs (see rightFor()), for a refusal of rights that does not name one.
Error readErrorReply(int httpStatus, const QByteArray &body, const QString &right = {});
//! As above, of a body that was read; `unreadable` are the words for one that is not JSON.
Error readErrorReply(int httpStatus, const Json::ParseResult &body, const QString &unreadable,
                     const QString &right);

} // namespace countersign
