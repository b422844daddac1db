// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/callactions.h"

#include "app/sandbox/engine/run.h"
#include "app/sandbox/engine/taskrun.h"

namespace countersign::sandbox {

namespace {

//! null and empty values mean "not sent".
Json sentParameters(const Json &parameters)
{
    Members sent;
    parameters.forEachMember([&sent](const QString &name, const Json &value) {
        const bool isEmptyText = value.isString() && value.toString().isEmpty();
        const bool isEmptyGroup = (value.isArray() || value.isObject()) && value.size() == 0;
        if (!value.isNull() && !isEmptyText && !isEmptyGroup)
            sent.emplace_back(name, value);
    });
    return Json::fromMembers(sent);
}

QString errorWords(const Json &body)
{
    return body[u"Code"].toString() + u": " + body[u"Message"].toString();
}

bool holds(const Json &list, const Json &value)
{
    bool found = false;
    list.forEachItem([&](const Json &item) {
        const bool isTextOfValue = item.isString() && !value.isString() &&
                                   (value.isArray() || value.isObject()) &&
                                   parsedText(item) == value;
        found = found || item == value || isTextOfValue;
    });
    return found;
}

//! What an API task calls.
struct Call
{
    QString service;
    QString api;
    Json parameters;
    QString risk;

    static Call of(const Json &properties)
    {
        return {textForm(memberOf(properties, u"Service")), textForm(memberOf(properties, u"API")),
                sentParameters(parsedText(memberOf(properties, u"Parameters"))),
                textForm(memberOf(properties, u"Risk"))};
    }
};

} // namespace

void ApiAction::begin()
{
    const Call call = Call::of(m_task.properties());
    if (call.service.isEmpty() || call.api.isEmpty())
        return m_task.fail(QStringLiteral("The properties Service and API are required."));
    m_task.callCloud(call.service, call.api, call.parameters, call.risk, this,
                     [this](const CloudReply &reply) {
                         if (reply.kind == CloudReply::Kind::Error)
                             m_task.fail(errorWords(reply.body));
                         else
                             m_task.succeed(reply.body);
                     });
}

PollAction::PollAction(TaskRun &task, bool isWaitFor)
    : Action(task)
    , m_isWaitFor(isWaitFor)
{
    const bool repeats = isWaitFor || task.step().node.find(u"Retries").has_value();
    m_most = repeats ? task.retryControl().retries : 0;
}

void PollAction::begin()
{
    look();
}

void PollAction::look()
{
    const Call call = Call::of(m_task.properties());
    if (call.service.isEmpty() || call.api.isEmpty())
        return m_task.fail(QStringLiteral("The properties Service and API are required."));
    m_task.callCloud(call.service, call.api, call.parameters, call.risk, this,
                     [this](const CloudReply &reply) { judge(reply.body); });
}

void PollAction::judge(const Json &body)
{
    const Json &properties = m_task.properties();
    const QString selector = textForm(memberOf(properties, u"PropertySelector"));
    Evaluation evaluation = m_task.evaluation();
    const auto results = evaluation.trySelect(normalisedSelector(selector), body);
    if (!m_task.settle(evaluation, this, [this, body] { judge(body); }))
        return;
    const Json value = results && !results->empty() ? results->front() : Json();
    const auto list = [&properties](QStringView name) {
        const Json given = parsedText(memberOf(properties, name));
        return given.isArray() && given.size() > 0 ? given : Json();
    };
    if (m_isWaitFor && results && holds(list(u"StopRetryValues"), value))
        return m_task.fail(u"The value " + textForm(value) + u" is among StopRetryValues.");
    const Json desired = list(u"DesiredValues");
    const Json unwanted = list(u"NotDesiredValues");
    const bool isMatch =
        results &&
        (desired.isArray() ? holds(desired, value) : unwanted.isArray() && !holds(unwanted, value));
    if (isMatch)
        m_task.succeed(body);
    else
        again(value);
}

void PollAction::again(const Json &value)
{
    if (m_repeats >= m_most) {
        const QString shown = value.isNull() ? QStringLiteral("null") : textForm(value);
        return m_task.fail(u"The value " + shown + u" is not a desired value after " +
                           QString::number(m_repeats + 1) + u" tries.");
    }
    ++m_repeats;
    m_task.after(m_task.retryControl().waitBefore(m_repeats), this, [this] { look(); });
}

} // namespace countersign::sandbox
