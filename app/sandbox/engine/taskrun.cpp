// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/taskrun.h"

#include "app/sandbox/engine/risk.h"
#include "app/sandbox/engine/run.h"

#include <QTimer>

namespace countersign::sandbox {

namespace {

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

TaskRun::TaskRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent)
    : QObject(parent)
    , m_run(run)
    , m_step(step)
    , m_overlay(overlay)
    , m_scope(run.scope())
{
}

TaskRun::~TaskRun() = default;

TaskExecution &TaskRun::row()
{
    return m_run.record().tasks[size_t(m_row)];
}

bool TaskRun::isWaiting()
{
    return m_row >= 0 && row().status == RunStatus::Waiting;
}

void TaskRun::begin()
{
    m_row = m_run.addRow(m_step);
    m_run.log(row().id, u"The task " + m_step.name + u" started.");
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
    if (m_action)
        m_action.release()->deleteLater();
    m_scope = m_run.scope();
    m_run.setRowState(row(), RunStatus::Running);
    m_run.log(row().id, u"The task " + m_step.name + u" is tried again.");
    resolveProperties();
}

Evaluation TaskRun::evaluation() const
{
    return Evaluation(m_scope, m_memo);
}

bool TaskRun::settle(const Evaluation &evaluation, QObject *context, std::function<void()> again)
{
    for (const QString &remark : evaluation.remarks())
        m_run.logOnce(row().id, remark);
    if (evaluation.hasFailed()) {
        fail(evaluation.failure());
        return false;
    }
    if (!evaluation.missing())
        return true;
    const JqJob job = *evaluation.missing();
    m_run.services().jq->run(job, context, [this, job, again](const Selection &selection) {
        m_memo.insert(job, selection);
        again();
    });
    return false;
}

void TaskRun::checkWhen()
{
    if (m_step.when) {
        Evaluation evaluation = this->evaluation();
        const bool truth = evaluation.condition(*m_step.when);
        if (!settle(evaluation, this, [this] { checkWhen(); }))
            return;
        if (!truth) {
            m_run.log(row().id, u"The task " + m_step.name + u" was skipped.");
            finish(RunStatus::Skipped, {});
            return;
        }
    }
    if (m_step.hasLoop()) {
        fail(QStringLiteral("The sandbox does not simulate Loop."));
        return;
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
    // A choice's conditions are asked one after another, when their turn comes.
    if (!m_step.isAction(u"ACS::Choice")) {
        Evaluation evaluation = this->evaluation();
        m_properties = evaluation.value(declared);
        if (!settle(evaluation, this, [this] { resolveProperties(); }))
            return;
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
    if (!m_action)
        return fail(u"The sandbox does not simulate the action " + m_step.action + u'.');
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
    m_step.outputs.forEachMember([&](const QString &name, const Json &declaration) {
        outputs.emplace_back(name, evaluation.output(declaration, m_result.raw.value_or(Json())));
    });
    if (!settle(evaluation, this, [this] { selectOutputs(); }))
        return;
    m_result.outputs = outputs;
    row().outputs = {Json::fromMembers(outputs), {}};
    m_run.log(row().id, u"The task " + m_step.name + u" completed.");
    finish(RunStatus::Success, {});
}

void TaskRun::fail(const QString &message)
{
    if (m_isOver)
        return;
    const bool mayRetry = m_action && !m_action->repeatsItself() && m_step.node.find(u"Retries") &&
                          m_tries <= m_retryControl.retries && !m_result.raw;
    if (mayRetry) {
        m_run.log(row().id, u"Try " + QString::number(m_tries) + u" of the task " + m_step.name +
                                u" failed: " + message);
        after(m_retryControl.waitBefore(m_tries), this, [this] { act(); });
        return;
    }
    m_result = {};
    m_run.log(row().id, u"The task " + m_step.name + u" failed: " + message);
    finish(RunStatus::Failed, message);
}

void TaskRun::cancel(const QString &message)
{
    // A decision may be under way inside the action.
    if (m_action)
        m_action.release()->deleteLater();
    m_confirmed = nullptr;
    m_isOver = true;
    row().statusMessage = message;
    m_run.setRowState(row(), RunStatus::Cancelled);
    m_run.log(row().id, u"The task " + m_step.name + u" was cancelled.");
}

void TaskRun::finish(RunStatus status, const QString &message)
{
    m_isOver = true;
    row().statusMessage = message;
    m_run.setRowState(row(), status);
    Q_EMIT ended(this);
}

void TaskRun::wait()
{
    m_run.setRowState(row(), RunStatus::Waiting);
    m_run.log(row().id, u"The task " + m_step.name + u" is waiting.");
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

void TaskRun::makeCall(const QString &service, const QString &api, const Json &parameters,
                       QObject *context, std::function<void(const CloudReply &)> then)
{
    const CallSite site = m_run.callSite(row(), service, api);
    CallScript *const script = m_run.services().script;
    const std::optional<ScriptedAnswer> answer = script ? script->answerTo(site) : std::nullopt;
    const bool asksCloud = !answer || (!answer->failure && !answer->reply);
    after(answer ? answer->takes : usualCallTime, context,
          [this, site, answer, asksCloud, parameters, then] {
              const CloudReply reply =
                  asksCloud ? m_run.services().cloud->call(site.service, site.api, parameters,
                                                           m_scope.region)
                            : scriptedReply(*answer);
              if (reply.kind == CloudReply::Kind::NotSimulated)
                  fail(u"The sandbox does not simulate " + site.service + u' ' + site.api + u'.');
              else
                  then(reply);
          });
}

std::optional<Refusal> TaskRun::decide(const NotifyRequest &request)
{
    if (!m_confirmed)
        return m_action ? m_action->decide(request) : std::nullopt;
    const bool isApproval = request.notifyType == u"Approve";
    m_run.noteDecision(row(), request);
    m_run.log(row().id, request.userName + (isApproval ? u" approved" : u" rejected") +
                            u" the call of the task " + m_step.name + u'.');
    const std::function<void()> call = std::exchange(m_confirmed, nullptr);
    if (isApproval) {
        proceed();
        call();
    } else {
        Q_EMIT rejected(this);
    }
    return std::nullopt;
}

} // namespace countersign::sandbox
