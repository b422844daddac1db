// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/json.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace countersign {

//! States of an execution or a task execution (ListExecutions, ListTaskExecutions: Status). A value
//! that is not listed is Unknown, is shown as received, and counts as not final.
enum class RunStatus {
    Started,
    Queued,
    Running,
    Waiting,
    Success,
    Failed,
    Cancelled,
    Pending,
    Skipped,
    Unknown
};

//! Exact match of the service's word.
RunStatus runStatusFromText(QStringView text);
//! The service's word; empty for Unknown.
QString runStatusText(RunStatus status);
//! Success, Failed, Cancelled, Skipped.
bool isFinal(RunStatus status);

//! StartExecution: Mode.
enum class RunMode { Automatic, FailurePause, Debug, Unknown };
RunMode runModeFromText(QStringView text);

//! ListExecutions: Executions[].CurrentTasks[].
struct CurrentTask
{
    TaskExecutionId id;
    QString name;
    QString action;
    friend bool operator==(const CurrentTask &, const CurrentTask &) = default;
};

//! One row of ListExecutions (2019-06-01). Any field but the id and Status can be empty. Times are
//! UTC, invalid when absent.
struct Execution
{
    ExecutionId id;
    RunStatus status = RunStatus::Unknown;
    QString statusText; //!< Status as received
    QString waitingStatus;
    QString statusMessage;
    QString statusReason;
    RunMode mode = RunMode::Unknown;
    QString modeText;
    QString safetyCheck; //!< Skip, ConfirmEveryHighRiskAction, or what came
    std::vector<CurrentTask> currentTasks;
    QString templateName;
    QString templateId;
    QString templateVersion;
    EmbeddedJson parameters;
    EmbeddedJson outputs;
    EmbeddedJson targets;
    EmbeddedJson counters;
    EmbeddedJson tags;
    QString executedBy; //!< name(id), or a bare id
    QString ramRole;
    QString accountId; //!< of its owner; mostly empty, which says nothing
    bool isParent = false;
    ExecutionId parentExecutionId;
    QString category;
    QString description; //!< free text of the starter
    QString resourceGroupId;
    QDateTime createDate;
    QDateTime startDate;
    QDateTime updateDate;
    QDateTime endDate;

    bool confirmsHighRisk() const;
    friend bool operator==(const Execution &, const Execution &) = default;
};

//! The name part of "name(id)"; the whole text when it has no such form.
QString userNameOf(const QString &executedBy);

} // namespace countersign
