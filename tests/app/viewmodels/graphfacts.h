// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/reviewflow.h"
#include "app/templates/templateoutline.h"

namespace countersign {

//! A template with every kind of way: a jump, a choice, an error way, a cancel way, a condition, a
//! loop, inner tasks, a child, a task that no way reaches, a target that is not there.
inline QString everyWayTemplate()
{
    return QStringLiteral(R"(FormatVersion: OOS-2019-06-01
Tasks:
  - Name: checkImage
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: DescribeImages}
    OnError: ACS::END
  - Name: decide
    Action: ACS::Choice
    Properties:
      DefaultTask: waitReady
      Choices:
        - When: {Fn::Equals: [a, b]}
          NextTask: restart
  - Name: waitReady
    Action: ACS::WaitFor
    Properties: {Service: ECS, API: DescribeInstances}
    OnError: cleanUp
    OnCancel: cleanUp
  - Name: restart
    Action: ACS::ECS::RebootInstance
    Loop: {Items: '{{ ids }}'}
  - Name: notifyOwner
    Action: ACS::Notify
    When: {Fn::Equals: [1, 1]}
    OnSuccess: deploy
  - Name: unreached
    Action: ACS::Sleep
    OnSuccess: nowhere
  - Name: deploy
    Action: ACS::Template
    Properties: {TemplateName: child-deploy}
  - Name: each
    Action: ACS::Loop
    Properties:
      LoopItems: [a, b]
      LoopTasks:
        - Name: stopOne
          Action: ACS::ExecuteAPI
          Properties: {Service: ECS, API: StopInstance}
        - Name: startOne
          Action: ACS::ExecuteAPI
          Properties: {Service: ECS, API: StartInstance}
    OnSuccess: ACS::END
  - Name: cleanUp
    Action: ACS::ExecuteAPI
    Properties: {Service: ECS, API: DeleteInstance}
)");
}

inline std::optional<TemplateOutline> outlineOfText(const QString &text)
{
    const TemplateReading reading = readTemplateTree(text);
    return reading.tree ? std::optional(outlineOf(*reading.tree)) : std::nullopt;
}

//! What a review has after its template was read.
inline ReviewFacts factsOf(const QString &text)
{
    ReviewFacts facts;
    facts.row.id.executionId = ExecutionId(QStringLiteral("exec-1"));
    facts.templateText.value = ExecutionTemplate();
    facts.templateText.value->content = text;
    const TemplateReading reading = readTemplateTree(text);
    if (reading.tree)
        facts.outline = outlineOf(*reading.tree);
    else
        facts.templateProblem = reading.problem;
    facts.tasks.value = std::vector<TaskExecution>();
    return facts;
}

inline TaskExecution taskRow(const QString &id, const QString &name, RunStatus status)
{
    TaskExecution row;
    row.id = TaskExecutionId(id);
    row.taskName = name;
    row.status = status;
    row.statusText = runStatusText(status);
    return row;
}

//! A chain of tasks, the kind that large templates are.
inline QString longTemplate(int tasks)
{
    QString text = QStringLiteral("FormatVersion: OOS-2019-06-01\nTasks:\n");
    for (int i = 0; i < tasks; ++i)
        text += QStringLiteral("- {Name: task%1, Action: ACS::ExecuteAPI, OnError: task%2, "
                               "Properties: {Service: ECS, API: DescribeInstances}}\n")
                    .arg(i)
                    .arg(std::min(tasks - 1, i + 1 + i % 7));
    return text;
}

} // namespace countersign
