// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/action.h"

#include "app/sandbox/engine/callactions.h"
#include "app/sandbox/engine/childactions.h"
#include "app/sandbox/engine/controlactions.h"
#include "app/sandbox/engine/run.h"
#include "app/sandbox/engine/targetsaction.h"
#include "app/sandbox/engine/taskrun.h"
#include "app/sandbox/engine/triggeraction.h"

namespace countersign::sandbox {

Action::Action(TaskRun &task)
    : m_task(task)
{
}

std::optional<Refusal> Action::decide(const NotifyRequest &request)
{
    return Refusal{400, QStringLiteral("InvalidParameter.NotifyType"),
                   u"The task " + m_task.step().name + u" does not wait for " + request.notifyType +
                       u'.'};
}

std::optional<Refusal> Action::trigger(const QString &type, const Json &message)
{
    Q_UNUSED(type)
    Q_UNUSED(message)
    return Refusal{400, QStringLiteral("UnsupportedOperation"),
                   u"The task " + m_task.step().name + u" is no trigger."};
}

std::unique_ptr<Action> makeAction(TaskRun &task)
{
    const TaskStep &step = task.step();
    if (step.isAction(u"ACS::ExecuteAPI"))
        return std::make_unique<ApiAction>(task);
    if (step.isAction(u"ACS::WaitFor"))
        return std::make_unique<PollAction>(task, true);
    if (step.isAction(u"ACS::CheckFor"))
        return std::make_unique<PollAction>(task, false);
    if (step.isAction(u"ACS::Sleep"))
        return std::make_unique<SleepAction>(task);
    if (step.isAction(u"ACS::Choice"))
        return std::make_unique<ChoiceAction>(task);
    if (step.isAction(u"ACS::Notify"))
        return std::make_unique<NotifyAction>(task);
    if (step.isAction(u"ACS::Approve"))
        return std::make_unique<ApproveAction>(task);
    if (step.isAction(u"ACS::Pause"))
        return std::make_unique<PauseAction>(task);
    if (step.isAction(u"ACS::ExecuteHttpRequest"))
        return std::make_unique<HttpAction>(task);
    if (step.isAction(u"ACS::GitCodeRepo"))
        return std::make_unique<RepositoryAction>(task);
    if (step.isAction(u"ACS::SelectTargets"))
        return std::make_unique<TargetsAction>(task);
    if (isTrigger(step.action))
        return std::make_unique<TriggerAction>(task);
    if (step.isAction(u"ACS::Loop"))
        return std::make_unique<LoopBodyAction>(task);
    if (step.isAction(u"ACS::Template"))
        return std::make_unique<TemplateAction>(task);
    if (const TemplateStore::Entry *entry =
            task.run().services().templates->findAction(step.action))
        return std::make_unique<NamedAction>(task, *entry);
    return std::make_unique<ScriptedAction>(task);
}

} // namespace countersign::sandbox
