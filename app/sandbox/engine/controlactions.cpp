// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/controlactions.h"

#include "app/sandbox/engine/run.h"
#include "app/sandbox/engine/taskrun.h"
#include "app/sandbox/engine/timetext.h"

namespace countersign::sandbox {

void SleepAction::begin()
{
    const QString duration = textForm(memberOf(m_task.properties(), u"Duration"));
    const QString end = textForm(memberOf(m_task.properties(), u"EndDate"));
    std::optional<std::chrono::seconds> wait = parsedDuration(duration);
    if (duration.isEmpty()) {
        const std::optional<QDateTime> moment = parsedMoment(end);
        if (!moment)
            return m_task.fail(QStringLiteral("Sleep needs a Duration or an EndDate in UTC."));
        wait = std::chrono::seconds(std::max<qint64>(0, m_task.run().now().secsTo(*moment)));
    } else if (!wait || wait->count() < 1) {
        return m_task.fail(u"The duration " + duration.left(100) + u" is not valid.");
    }
    m_task.after(*wait, this, [this] { m_task.succeed(Json()); });
}

void ChoiceAction::begin()
{
    Evaluation evaluation = m_task.evaluation();
    const Json &properties = m_task.properties();
    QString target;
    const std::vector<Json> choices = memberOf(properties, u"Choices").items();
    for (const Json &choice : choices) {
        if (evaluation.condition(memberOf(choice, u"When"))) {
            target = memberOf(choice, u"NextTask").toString();
            break;
        }
        if (evaluation.stopped())
            break;
    }
    if (!m_task.settle(evaluation, this, [this] { begin(); }))
        return;
    m_task.setJump(target.isEmpty() ? memberOf(properties, u"DefaultTask").toString() : target);
    m_task.succeed(Json());
}

void NotifyAction::begin()
{
    const QString type = textForm(memberOf(m_task.properties(), u"NotifyType"));
    if (type != u"WebHook" && type != u"Mail")
        return m_task.fail(u"The NotifyType " + type.left(50) + u" is not known.");
    m_task.run().log(m_task.row().id, u"A notification by " + type + u" was simulated.");
    m_task.succeed(Json());
}

namespace {

//! Users in Approvers; empty: anybody.
QStringList approversOf(const Json &properties)
{
    const Json list = parsedText(memberOf(properties, u"Approvers"));
    QStringList names;
    if (list.isString())
        names.append(list.toString());
    list.forEachItem([&](const Json &name) { names.append(textForm(name)); });
    names.removeAll(QString());
    return names;
}

std::optional<int> neededApprovals(const Json &properties)
{
    const Json given = memberOf(properties, u"MinRequiredApprovals");
    if (given.isNull() || textForm(given).isEmpty())
        return 1;
    const std::optional<double> number = numberOf(given);
    const bool isFit = number && *number >= 1.0 && *number <= 1000.0;
    return isFit ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

} // namespace

void ApproveAction::begin()
{
    if (!neededApprovals(m_task.properties()))
        return m_task.fail(QStringLiteral("MinRequiredApprovals must be a number from 1."));
    m_task.wait();
}

std::optional<Refusal> ApproveAction::objection(const NotifyRequest &request)
{
    const QStringList approvers = approversOf(m_task.properties());
    if (!approvers.isEmpty() && !approvers.contains(request.userName)) {
        return Refusal{403, QStringLiteral("Forbidden"),
                       u"The user " + request.userName +
                           u" is not among the approvers of the task " + m_task.step().name + u'.'};
    }
    return std::nullopt;
}

std::optional<Refusal> ApproveAction::decide(const NotifyRequest &request)
{
    Run &run = m_task.run();
    const TaskExecutionId id = m_task.row().id;
    run.noteDecision(m_task.row(), request);
    if (request.notifyType == u"Reject") {
        run.log(id, request.userName + u" rejected the task " + m_task.title() + u'.');
        Q_EMIT m_task.rejected();
        return std::nullopt;
    }
    const int needed = neededApprovals(m_task.properties()).value_or(1);
    QStringList &approvedBy = run.record().approvedBy[id.text()];
    const bool isRepeated = approvedBy.contains(request.userName);
    if (!isRepeated)
        approvedBy.append(request.userName);
    const QString count = isRepeated
                              ? QStringLiteral("again, which does not count")
                              : QStringLiteral("%1 of %2").arg(approvedBy.size()).arg(needed);
    run.log(id, request.userName + u" approved the task " + m_task.title() + u" (" + count + u").");
    if (approvedBy.size() < needed)
        return std::nullopt;
    run.record().approvedBy.remove(id.text());
    m_task.proceed();
    m_task.after(std::chrono::milliseconds(0), this, [this] { m_task.succeed(Json()); });
    return std::nullopt;
}

void PauseAction::begin()
{
    m_task.wait();
}

std::optional<Refusal> PauseAction::decide(const NotifyRequest &request)
{
    const bool isApproval = request.notifyType == u"Approve";
    Run &run = m_task.run();
    run.noteDecision(m_task.row(), request);
    run.log(m_task.row().id, request.userName + (isApproval ? u" approved" : u" rejected") +
                                 u" the pause " + m_task.title() + u'.');
    if (!isApproval) {
        Q_EMIT m_task.rejected();
        return std::nullopt;
    }
    m_task.proceed();
    m_task.after(std::chrono::milliseconds(0), this, [this] { m_task.succeed(Json()); });
    return std::nullopt;
}

} // namespace countersign::sandbox
