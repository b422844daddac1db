// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/triggeraction.h"

#include "app/sandbox/engine/run.h"
#include "app/sandbox/engine/taskrun.h"
#include "app/sandbox/engine/timetext.h"

namespace countersign::sandbox {

void TriggerAction::begin()
{
    if (m_task.step().isAction(u"ACS::TimerTrigger"))
        return beginTimer();
    m_task.wait();
}

void TriggerAction::beginTimer()
{
    const auto property = [this](QStringView name) {
        return textForm(memberOf(m_task.properties(), name));
    };
    m_clock = m_task.run().now();
    const std::optional<QDateTime> end = parsedMoment(property(u"EndDate"));
    if (!end)
        return m_task.fail(QStringLiteral("A timer needs an EndDate in UTC."));
    m_end = *end;
    const QString startText = property(u"StartDate");
    const std::optional<QDateTime> start = startText.isEmpty() ? m_clock : parsedMoment(startText);
    if (!start)
        return m_task.fail(u"The StartDate " + startText.left(100) + u" is not a moment in UTC.");
    QString problem;
    m_schedule = Schedule::from(property(u"Type").toLower(), property(u"Expression"),
                                property(u"TimeZone"), *start, &problem);
    if (!m_schedule)
        return m_task.fail(problem);
    m_clock = std::max(m_clock, start->addSecs(startText.isEmpty() ? 0 : -1));
    m_task.wait();
    planNext();
}

void TriggerAction::planNext()
{
    const QDateTime before = m_clock;
    const std::optional<QDateTime> next = m_schedule->next(before);
    const bool isOver = !next || *next > m_end;
    m_clock = isOver ? m_end : *next;
    m_task.run().record().trigger->nextScheduleTime = isOver ? QDateTime() : m_clock;
    const qint64 wait = std::max<qint64>(0, before.msecsTo(m_clock));
    m_task.after(std::chrono::milliseconds(wait), this, [this, isOver] {
        if (isOver)
            return m_task.succeed(Json());
        if (m_children.isEmpty())
            fire(emptyObject());
        planNext();
    });
}

std::optional<Refusal> TriggerAction::trigger(const QString &type, const Json &message)
{
    if (!m_task.step().isAction(QString(u"ACS::" + type + u"Trigger"))) {
        return Refusal{400, QStringLiteral("InvalidParameter.Type"),
                       u"The trigger " + m_task.step().name + u" is not of the type " +
                           type.left(50) + u'.'};
    }
    fire(message);
    return std::nullopt;
}

void TriggerAction::fire(const Json &message)
{
    Run &run = m_task.run();
    Evaluation evaluation(m_task.scope(), m_memo);
    TaskResult result;
    m_task.step().outputs.forEachMember([&](const QString &name, const Json &declaration) {
        result.outputs.emplace_back(name, evaluation.output(declaration, message));
    });
    if (evaluation.missing()) {
        const JqJob job = *evaluation.missing();
        run.services().jq->run(job, this, [this, job, message](const Selection &selection) {
            m_memo.insert(job, selection);
            fire(message);
        });
        return;
    }
    if (evaluation.hasFailed())
        run.log(m_task.row().id, u"The message has no such outputs: " + evaluation.failure());
    ChildRequest request;
    request.program = m_task.scope().program;
    request.templateName = run.record().fields.templateName;
    request.templateId = run.record().fields.templateId;
    request.templateVersion = run.record().fields.templateVersion;
    request.values = m_task.scope().parameters;
    request.mode = run.record().fields.modeText;
    request.surroundings.firstTask = 1;
    request.surroundings.results.insert(m_task.step().name, result);
    run.record().trigger->lastTriggerTime = run.now();
    const ChildOutcome outcome = run.startChild(m_task, request);
    if (!outcome.run) {
        run.record().trigger->lastTriggerStatus = runStatusText(RunStatus::Failed);
        run.record().trigger->lastTriggerStatusMessage = outcome.problem;
        return;
    }
    Run *const child = outcome.run;
    m_children.append(child->record().fields.id.text());
    run.record().trigger->lastTriggerStatus = child->record().fields.statusText;
    run.record().trigger->lastTriggerStatusMessage.clear();
    connect(child, &Run::finished, this, [this, child] { childEnded(*child); });
    m_task.proceed();
}

void TriggerAction::childEnded(Run &child)
{
    if (!m_children.removeOne(child.record().fields.id.text()))
        return;
    Run &run = m_task.run();
    run.catchUp(child);
    const Execution &fields = child.record().fields;
    TriggerFacts &facts = *run.record().trigger;
    facts.lastTriggerStatus = runStatusText(fields.status);
    facts.lastTriggerStatusMessage = fields.statusMessage;
    facts.lastTriggerOutputs = fields.outputs;
    if (fields.status == RunStatus::Success)
        facts.lastSuccessfulTriggerTime = facts.lastTriggerTime;
    run.log(m_task.row().id, u"The child execution " + fields.id.text() + u" ended as " +
                                 facts.lastTriggerStatus + u'.');
    if (m_children.isEmpty())
        m_task.wait();
}

void TriggerAction::abandon(const QString &message)
{
    const QStringList children = std::exchange(m_children, {});
    for (const QString &child : children)
        m_task.run().services().cancelExecution(child, message);
}

} // namespace countersign::sandbox
