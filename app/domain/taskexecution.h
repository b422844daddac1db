// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/actorkind.h"
#include "app/domain/execution.h"

#include <optional>

namespace countersign {

//! One row of ListTaskExecutions (2019-06-01). Times are UTC, invalid when absent.
struct TaskExecution
{
    TaskExecutionId id;
    ExecutionId executionId;
    QString taskName;
    QString taskAction; //!< compare without regard to letter case
    RunStatus status = RunStatus::Unknown;
    QString statusText;
    QString statusMessage;
    EmbeddedJson properties; //!< resolved properties
    EmbeddedJson outputs;
    EmbeddedJson extraData; //!< the one documented key is NotifyNote
    EmbeddedJson loop;      //!< filled on the parent row of a loop
    QString loopItem;       //!< may itself be JSON text
    int loopBatchNumber = 0;
    TaskExecutionId parentTaskExecutionId;
    ExecutionId childExecutionId;
    QString templateId;
    QDateTime createDate;
    QDateTime startDate;
    QDateTime updateDate;
    QDateTime endDate;

    //! Same action name without regard to letter case.
    bool hasAction(QStringView action) const;
    //! ExtraData.NotifyNote, empty when absent.
    QString notifyNote() const;
    friend bool operator==(const TaskExecution &, const TaskExecution &) = default;
};

//! What an ACS::Approve row's resolved properties say.
struct ApprovalTerms
{
    std::vector<QString> approvers;          //!< empty: anyone with the right
    std::optional<qint64> requiredApprovals; //!< MinRequiredApprovals; the service's default is 1
    bool isReadable = false;                 //!< false when the properties could not be read
};
ApprovalTerms approvalTerms(const TaskExecution &row);

//! The call a task makes, as far as its action and properties say: ACS::ExecuteAPI with Service and
//! API, or a product action such as ACS::ECS::DeleteInstance.
struct ProductCall
{
    QString service; //!< such as ECS; empty when the task makes no product call
    QString api;     //!< such as DeleteInstance
    bool isEmpty() const { return service.isEmpty() || api.isEmpty(); }
    friend bool operator==(const ProductCall &, const ProductCall &) = default;
};
ProductCall productCall(const QString &taskAction, const EmbeddedJson &properties);

//! Resource ids the resolved properties name (InstanceId, InstanceIds, DiskId, regionless lists and
//! so on: members whose name ends in Id or Ids, texts that are such ids, at any depth), in order,
//! without RegionId, ZoneId and the like, without repeats.
std::vector<QString> targetIds(const EmbeddedJson &properties);

//! ListExecutionLogs: ExecutionLogs[].
struct LogLine
{
    TaskExecutionId taskExecutionId;
    QString logType;
    QString message;
    QDateTime timestamp;
    QString timestampText; //!< as received
    friend bool operator==(const LogLine &, const LogLine &) = default;
};

//! ListExecutionRiskyTasks: RiskyTasks[].
struct RiskyTask
{
    ProductCall call;
    std::vector<QString> tasks;
    std::vector<QString> templates;
    friend bool operator==(const RiskyTask &, const RiskyTask &) = default;
};

//! GetExecutionTemplate: Content and Template.
struct ExecutionTemplate
{
    QString content; //!< JSON or YAML text
    QString name;
    QString id;
    QString version;
    QString format; //!< JSON, YAML or empty
    QString description;
    QString hash;
    friend bool operator==(const ExecutionTemplate &, const ExecutionTemplate &) = default;
};

//! STS GetCallerIdentity.
struct CallerIdentity
{
    QString accountId;
    QString userId;
    QString principalId;
    QString arn;
    QString identityType; //!< Account, RAMUser, AssumedRoleUser, or what came
    //! The RAM user's name from the ARN (…:user/NAME); empty for other kinds.
    QString userName() const;
    //! By the ARN; by the type where the ARN is of another form.
    ActorKind kind() const;
    friend bool operator==(const CallerIdentity &, const CallerIdentity &) = default;
};

} // namespace countersign
