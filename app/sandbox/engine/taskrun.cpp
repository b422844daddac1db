// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/taskrun.h"

#include "app/sandbox/engine/risk.h"
#include "app/sandbox/engine/run.h"

#include <QTimer>

namespace countersign::sandbox {

namespace {

//! A template that stands in the task itself; its references are its own. Null when there is none.
Json writtenTemplate(const TaskStep &step, const Json &properties)
{
    const Json content = step.isAction(u"ACS::Template") ? properties[u"TemplateContent"] : Json();
    return content.isString() && wholeReference(content.toString()) ? Json() : content;
}

CloudReply scriptedReply(const ScriptedAnswer &answer)
{
    if (answer.failure) {
        return {CloudReply::Kind::Error,
                Json::fromMembers(
                    {{QStringLiteral("Code"), Json::fromString(answer.failure->code)},
                     {QStringLiteral("Message"), Json::fromString(answer.failure->message)}})};
    }
    return {CloudReply::Kind::Answer, answer.reply.value_or(emptyObject())};
}

} // namespace

TaskRun::TaskRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent,
                 const std::optional<ItemPlace> &place)
    : StepRun(run, step, overlay, parent)
    , m_place(place)
{
    if (m_place)
        m_scope.loopItem = m_place->item;
}

TaskRun::~TaskRun() = default;

void TaskRun::begin()
{
    m_row = m_run.addRow(m_step);
    if (m_place) {
        row().loopItem = textForm(m_place->item);
        row().loopBatchNumber = m_place->batch;
        row().parentTaskExecutionId = m_place->parent;
    }
    m_run.log(row().id, u"The task " + title() + u" started.");
    checkWhen();
}

void TaskRun::adopt(int row, const Json &properties)
{
    m_row = row;
    m_properties = properties;
    m_action = makeAction(*this);
}

void TaskRun::retry()
{
    row().statusMessage.clear();
    row().endDate = QDateTime();
    m_tries = 0;
    m_isOver = false;
    m_isPaused = false;
    if (m_action)
        m_action.release()->deleteLater();
    m_scope = m_run.scope();
    if (m_place)
        m_scope.loopItem = m_place->item;
    m_run.setRowState(row(), RunStatus::Running);
    m_run.log(row().id, u"The task " + title() + u" is tried again.");
    resolveProperties();
}

Evaluation TaskRun::evaluation() const
{
    return Evaluation(m_scope, m_memo);
}

void TaskRun::checkWhen()
{
    if (m_step.when) {
        Evaluation evaluation = this->evaluation();
        const bool truth = evaluation.condition(*m_step.when);
        if (!settle(evaluation, this, [this] { checkWhen(); }))
            return;
        if (!truth) {
            m_run.log(row().id, u"The task " + title() + u" was skipped.");
            finish(RunStatus::Skipped, {});
            return;
        }
    }
    m_run.setRowState(row(), RunStatus::Running);
    resolveProperties();
}

void TaskRun::resolveProperties()
{
    Json declared = m_step.properties;
    m_overlay.forEachMember([&declared](const QString &name, const Json &value) {
        declared = withMember(declared, name, value);
    });
    // A choice's conditions are asked when their turn comes, and inner tasks resolve their own.
    if (!m_step.isAction(u"ACS::Choice") && !m_step.isAction(u"ACS::Loop")) {
        const Json kept = writtenTemplate(m_step, declared);
        if (!kept.isNull())
            declared = withMember(declared, QStringLiteral("TemplateContent"), Json());
        Evaluation evaluation = this->evaluation();
        m_properties = evaluation.value(declared);
        if (!settle(evaluation, this, [this] { resolveProperties(); }))
            return;
        if (!kept.isNull())
            m_properties = withMember(m_properties, QStringLiteral("TemplateContent"), kept);
    } else {
        m_properties = declared;
    }
    row().properties = {m_properties, {}};
    resolveRetries();
}

void TaskRun::resolveRetries()
{
    Members keys;
    for (const char16_t *key :
         {u"Retries", u"Delay", u"DelayType", u"BackOff", u"MaxRetryInterval"}) {
        const QString name = QString::fromUtf16(key);
        if (const std::optional<Json> given = m_step.node.find(name))
            keys.emplace_back(name, *given);
    }
    Evaluation evaluation = this->evaluation();
    const Json resolved = evaluation.value(Json::fromMembers(keys));
    if (!settle(evaluation, this, [this] { resolveRetries(); }))
        return;
    QString problem;
    const std::optional<RetryControl> control = RetryControl::from(resolved, &problem);
    if (!control)
        return fail(problem);
    m_retryControl = *control;
    m_action = makeAction(*this);
    act();
}

void TaskRun::act()
{
    ++m_tries;
    m_action->begin();
}

void TaskRun::succeed(const Json &raw)
{
    if (m_isOver)
        return;
    m_result.raw = raw;
    selectOutputs();
}

void TaskRun::selectOutputs()
{
    Evaluation evaluation = this->evaluation();
    Members outputs;
    if (m_step.isAction(u"ACS::Loop"))
        outputs = m_result.raw->members(); // selected where the inner tasks ran
    else
        m_step.outputs.forEachMember([&](const QString &name, const Json &declaration) {
            outputs.emplace_back(name,
                                 evaluation.output(declaration, m_result.raw.value_or(Json())));
        });
    if (!settle(evaluation, this, [this] { selectOutputs(); }))
        return;
    m_result.outputs = outputs;
    row().outputs = {Json::fromMembers(outputs), {}};
    m_run.log(row().id, u"The task " + title() + u" completed.");
    finish(RunStatus::Success, {});
}

void TaskRun::fail(const QString &message)
{
    if (m_isOver)
        return;
    const bool mayRetry = m_action && !m_action->repeatsItself() && m_step.node.find(u"Retries") &&
                          m_tries <= m_retryControl.retries && !m_result.raw;
    if (mayRetry) {
        m_run.log(row().id, u"Try " + QString::number(m_tries) + u" of the task " + title() +
                                u" failed: " + message);
        after(m_retryControl.waitBefore(m_tries), this, [this] { act(); });
        return;
    }
    m_result = {};
    m_run.log(row().id, u"The task " + title() + u" failed: " + message);
    finish(RunStatus::Failed, message);
}

void TaskRun::cancel(const QString &message)
{
    if (isOver() || !hasRow())
        return;
    // A decision may be under way inside the action.
    if (m_action) {
        m_action->abandon(message);
        m_action.release()->deleteLater();
    }
    m_confirmed = nullptr;
    m_isOver = true;
    // What failed stays failed; only the wait for a person is over.
    if (std::exchange(m_isPaused, false))
        return;
    row().statusMessage = message;
    m_run.setRowState(row(), RunStatus::Cancelled);
    m_run.log(row().id, u"The task " + title() + u" was cancelled.");
}

void TaskRun::endCancelled(const QString &message)
{
    if (m_isOver)
        return;
    m_result = {};
    m_run.log(row().id, u"The task " + title() + u" was cancelled.");
    finish(RunStatus::Cancelled, message);
}

void TaskRun::addWaiting(std::vector<StepRun *> &steps)
{
    if (isWaiting())
        steps.push_back(this);
}

void TaskRun::addFailed(std::vector<StepRun *> &steps)
{
    if (m_isPaused)
        steps.push_back(this);
}

void TaskRun::addCurrent(std::vector<StepRun *> &steps)
{
    if (hasRow() && !isOver())
        steps.push_back(this);
}

void TaskRun::wait()
{
    m_run.setRowState(row(), RunStatus::Waiting);
    m_run.log(row().id, u"The task " + title() + u" is waiting.");
}

void TaskRun::proceed()
{
    m_run.setRowState(row(), RunStatus::Running);
}

void TaskRun::after(std::chrono::milliseconds engineTime, QObject *context,
                    std::function<void()> then)
{
    m_run.services().after(engineTime, context, std::move(then));
}

void TaskRun::callCloud(const QString &service, const QString &api, const Json &parameters,
                        const QString &risk, QObject *context,
                        std::function<void(const CloudReply &)> then)
{
    const auto call = [this, service, api, parameters, context, then] {
        makeCall(service, api, parameters, context, then);
    };
    if (!m_run.record().fields.confirmsHighRisk() || !isHighRisk(api, risk)) {
        call();
        return;
    }
    m_confirmed = call;
    m_run.log(row().id, u"The high-risk call " + service + u' ' + api + u" waits for a decision.");
    wait();
}

void TaskRun::callScript(const QString &service, const QString &api, QObject *context,
                         std::function<void(const std::optional<CloudReply> &)> then)
{
    CallScript *const script = m_run.services().script;
    const CallSite site = m_run.callSite(row(), service, api);
    const std::optional<ScriptedAnswer> answer = script ? script->answerTo(site) : std::nullopt;
    const bool isAnswered = answer && (answer->failure || answer->reply);
    after(answer ? answer->takes : usualCallTime, context, [answer, isAnswered, then] {
        then(isAnswered ? std::optional(scriptedReply(*answer)) : std::nullopt);
    });
}

void TaskRun::makeCall(const QString &service, const QString &api, const Json &parameters,
                       QObject *context, std::function<void(const CloudReply &)> then)
{
    callScript(service, api, context,
               [this, service, api, parameters, then](const std::optional<CloudReply> &scripted) {
                   const CloudReply reply =
                       scripted
                           ? *scripted
                           : m_run.services().cloud->call(service, api, parameters, m_scope.region);
                   if (reply.kind == CloudReply::Kind::NotSimulated)
                       fail(u"The sandbox does not simulate " + service + u' ' + api + u'.');
                   else
                       then(reply);
               });
}

QString TaskRun::title() const
{
    return m_place ? QString(m_step.name + u" (item " + textForm(m_place->item).left(200) + u')')
                   : m_step.name;
}

std::optional<Refusal> TaskRun::trigger(const QString &type, const Json &message)
{
    if (m_action)
        return m_action->trigger(type, message);
    return Refusal{400, QStringLiteral("UnsupportedOperation"),
                   u"The trigger " + m_step.name + u" does not wait yet."};
}

std::optional<Refusal> TaskRun::objection(const NotifyRequest &request)
{
    return m_action && !m_confirmed ? m_action->objection(request) : std::nullopt;
}

std::optional<Refusal> TaskRun::decide(const NotifyRequest &request)
{
    if (!m_confirmed)
        return m_action ? m_action->decide(request) : std::nullopt;
    const bool isApproval = request.notifyType == u"Approve";
    m_run.noteDecision(row(), request);
    m_run.log(row().id, request.userName + (isApproval ? u" approved" : u" rejected") +
                            u" the call of the task " + title() + u'.');
    const std::function<void()> call = std::exchange(m_confirmed, nullptr);
    if (isApproval) {
        proceed();
        call();
    } else {
        Q_EMIT rejected();
    }
    return std::nullopt;
}

} // namespace countersign::sandbox
