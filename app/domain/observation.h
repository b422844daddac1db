// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! What the effect of a decision is told by, of a run. Nothing secret.
struct SeenRun
{
    RunStatus status = RunStatus::Unknown;
    QString statusText;   //!< as received
    QDateTime updateDate; //!< UTC; invalid: absent
    friend bool operator==(const SeenRun &, const SeenRun &) = default;
};

//! What the effect of a decision is told by, of a row. No parameters, outputs or properties. Times
//! are UTC, invalid when absent.
struct SeenRow
{
    TaskExecutionId id;
    QString taskName;
    QString loopItem;
    TaskExecutionId parentTaskExecutionId;
    ExecutionId childExecutionId;
    RunStatus status = RunStatus::Unknown;
    QString statusText; //!< as received
    QDateTime startDate;
    QDateTime updateDate;
    QDateTime endDate;
    QString note; //!< ExtraData.NotifyNote; empty when absent
    friend bool operator==(const SeenRow &, const SeenRow &) = default;
};

//! The run and the rows that matter to one decision, as one reading found them.
struct Observation
{
    std::optional<SeenRun> run;       //!< nothing: the service does not know it
    std::optional<SeenRow> row;       //!< the bound row; nothing: none is bound, or it is gone
    std::vector<SeenRow> waitingRows; //!< in the service's order
    //! All rows of the run, loop children included; nothing: they were not asked for.
    std::optional<std::vector<SeenRow>> rows{};
    friend bool operator==(const Observation &, const Observation &) = default;
};

SeenRun seenRun(const Execution &execution);
SeenRow seenRow(const TaskExecution &row);

//! Compact JSON with a version, for DecisionIntent::seenBefore.
QByteArray observationText(const Observation &observation);
//! Nothing for a text that observationText() would not have written in this version.
std::optional<Observation> observationFrom(const QByteArray &text);

} // namespace countersign
