// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/action.h"

#include "app/sandbox/engine/callactions.h"
#include "app/sandbox/engine/controlactions.h"
#include "app/sandbox/engine/productplan.h"
#include "app/sandbox/engine/taskrun.h"

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
    if (const ProductPlan *plan = productPlan(step.action))
        return std::make_unique<ProductAction>(task, *plan);
    return nullptr;
}

} // namespace countersign::sandbox
