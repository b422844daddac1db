// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/reviewflow.h"
#include "app/templates/templateoutline.h"

namespace countersign::reviewtest {

inline EmbeddedJson embedded(const QByteArray &text)
{
    return EmbeddedJson::from(*Json::parse(text).json);
}

inline TaskExecution row(const QString &id, const QString &task, RunStatus status)
{
    TaskExecution made;
    made.id = TaskExecutionId(id);
    made.executionId = ExecutionId(QStringLiteral("exec-1"));
    made.taskName = task;
    made.status = status;
    return made;
}

//! A waiting run of the template "cleanup" that was read, with these rows.
inline ReviewFacts waitingRun(std::vector<TaskExecution> rows)
{
    ReviewFacts facts;
    facts.row.id = {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
                    ExecutionId(QStringLiteral("exec-1")),
                    {}};
    Execution run;
    run.id = facts.row.id.executionId;
    run.status = RunStatus::Waiting;
    run.mode = RunMode::Automatic;
    run.templateName = QStringLiteral("cleanup");
    run.startDate = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC);
    facts.execution.value = run;
    facts.tasks.value = std::move(rows);
    return facts;
}

inline void setTemplate(ReviewFacts &facts, const QString &text)
{
    const TemplateReading reading = readTemplateTree(text);
    if (reading.tree)
        facts.outline = outlineOf(*reading.tree);
}

} // namespace countersign::reviewtest
