// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/noticetarget.h"

namespace countersign::sandbox {

namespace {

Refusal invalid(const QString &parameter, const QString &message)
{
    return {400, u"InvalidParameter." + parameter, message};
}

//! Keeps the steps that fit; refuses when none is left.
template <class Fits>
void narrow(NoticeTarget &target, const QString &parameter, const QString &value, Fits fits)
{
    if (value.isEmpty() || target.refusal)
        return;
    std::vector<StepRun *> kept;
    std::copy_if(target.steps.begin(), target.steps.end(), std::back_inserter(kept), fits);
    target.steps = kept;
    if (kept.empty()) {
        target.refusal = invalid(parameter, u"No task execution with this " + parameter +
                                                u" waits: " + value.left(200) + u'.');
    }
}

QString idOf(StepRun &step, bool isExecution)
{
    return isExecution ? step.row().childExecutionId.text() : step.row().id.text();
}

void takeOnly(NoticeTarget &target, const QStringList &ids, bool areExecutions)
{
    std::vector<StepRun *> named;
    for (const QString &id : ids) {
        const auto found =
            std::find_if(target.steps.begin(), target.steps.end(),
                         [&](StepRun *step) { return idOf(*step, areExecutions) == id; });
        if (id.isEmpty() || found == target.steps.end()) {
            target.refusal = invalid(areExecutions ? QStringLiteral("TaskExecutionIds")
                                                   : QStringLiteral("TaskExecutionId"),
                                     u"The task execution " + id.left(200) + u" does not wait.");
            return;
        }
        if (std::find(named.begin(), named.end(), *found) == named.end())
            named.push_back(*found);
    }
    target.steps = named;
}

} // namespace

NoticeTarget noticeTarget(const NotifyRequest &request, const std::vector<StepRun *> &candidates,
                          bool idsAreExecutions)
{
    NoticeTarget target{candidates, std::nullopt};
    if (!request.taskExecutionId.isEmpty())
        takeOnly(target, {request.taskExecutionId}, false);
    if (!request.taskExecutionIds.isEmpty() && !target.refusal) {
        const Json list = parsedText(Json::fromString(request.taskExecutionIds));
        QStringList ids;
        list.forEachItem([&ids](const Json &id) { ids.append(id.toString()); });
        if (!list.isArray() || ids.isEmpty())
            target.refusal = invalid(QStringLiteral("TaskExecutionIds"),
                                     QStringLiteral("TaskExecutionIds must be a JSON array."));
        else
            takeOnly(target, ids, idsAreExecutions);
    }
    narrow(target, QStringLiteral("TaskName"), request.taskName,
           [&](StepRun *step) { return step->row().taskName == request.taskName; });
    narrow(target, QStringLiteral("LoopItem"), request.loopItem,
           [&](StepRun *step) { return step->row().loopItem == request.loopItem; });
    return target;
}

} // namespace countersign::sandbox
