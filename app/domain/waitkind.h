// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <QFlags>

#include <optional>
#include <vector>

namespace countersign {

//! Why an execution waits. The service has no field for it; recogniseWaits() infers it.
enum class WaitKind {
    Approval,
    HighRisk,
    DebugStep,
    FailurePause,
    BatchPause,
    ManualPause,
    InsideChild,
    Unknown
};

//! Certain: read from fields. Probable: inferred, and said so wherever it is shown.
enum class Confidence { Certain, Probable };

//! NotifyExecution: NotifyType, plus CancelExecution which is an operation of its own.
enum class Act {
    Approve,
    Reject,
    RetryTask,
    SkipTask,
    ExecuteTask,
    CancelTask,
    CompleteExecution,
    CancelExecution
};

//! The service's word for NotifyType; empty for CancelExecution.
QString notifyTypeText(Act act);

//! How an act stands to a wait kind (oos-api.md 5.1 and 5.3).
enum class Fit {
    Fits,      //!< the documents give this act for this kind
    Probable,  //!< inferred, not documented
    RuledOut,  //!< a state that was read says the act cannot apply
    NotForKind //!< the documents give other acts for this kind
};
//! Pure table: act for a kind in a mode. RuledOut only ever follows from `mode` (a state that was
//! read), never from the inferred kind: for the kind alone the answer is NotForKind.
Fit fit(WaitKind kind, RunMode mode, Act act);

//! Reads a decision of a kind must not be made without (security.md D10): the run's row and the
//! waiting row always where there is one, the template text (whether or not it parses), and for a
//! high-risk wait the call, from the row or the template.
enum class RequiredRead { Run = 1, WaitingRow = 2, Template = 4, Call = 8 };
Q_DECLARE_FLAGS(RequiredReads, RequiredRead)
Q_DECLARE_OPERATORS_FOR_FLAGS(RequiredReads)
RequiredReads requiredReads(WaitKind kind);

//! What is known of an execution besides its own row. All of it may be missing.
struct WaitEvidence
{
    //! Rows of ListTaskExecutions with loop children; nothing when they could not be read.
    std::optional<std::vector<TaskExecution>> rows;
    //! BatchPauseOption other than Automatic in the template (in Loop or Loop.RateControl), by task
    //! name; nothing when the template was not read.
    std::optional<std::vector<QString>> tasksWithBatchPause;
    //! Nothing when ListExecutionRiskyTasks was not readable.
    std::optional<std::vector<RiskyTask>> riskyTasks;
    //! Child executions that were read as Waiting; nothing when children were not listed.
    std::optional<std::vector<ExecutionId>> waitingChildren{};
};

//! One wait of an execution: a kind, how sure, and the row it stands for.
struct Wait
{
    WaitKind kind = WaitKind::Unknown;
    Confidence confidence = Confidence::Certain;
    std::optional<TaskExecution> row; //!< nothing: the whole run, or several failed rows
    //! FailurePause: what may be retried or skipped, in the order of the rows.
    std::vector<TaskExecution> failed{};
    friend bool operator==(const Wait &, const Wait &) = default;
};

//! All waits of a waiting execution: approvals first, then manual pauses, debug steps, the failure
//! pause, batch pauses, high-risk calls, waits inside a child, and Unknown. At the least Unknown
//! for the whole run; empty only for a trigger execution that waits for its clock or event. An
//! execution that is not Waiting gives waits only for rows that are. Where no row says it waits,
//! CurrentTasks stand in: the wait's row then holds no more than id, name and action. A failure
//! pause is one wait, however many rows have failed: those that nothing was done about since.
std::vector<Wait> recogniseWaits(const Execution &execution, const WaitEvidence &evidence);

//! True when an API name's verb is of the delete, release, stop kind (Delete…, Release…, Stop…,
//! Terminate…, Remove…, Reboot…, Reset…, Destroy…, Detach…, Revoke…, Drop…, Purge…, Replace…).
bool isRiskyByName(QStringView api);

} // namespace countersign
