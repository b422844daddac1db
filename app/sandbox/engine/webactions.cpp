// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/callactions.h"
#include "app/sandbox/engine/taskrun.h"

namespace countersign::sandbox {

namespace {

QString errorWords(const Json &body)
{
    return body[u"Code"].toString() + u": " + body[u"Message"].toString();
}

bool isAmong(const Json &list, const Json &value)
{
    bool found = false;
    list.forEachItem([&](const Json &item) { found = found || item == value; });
    return found;
}

//! One rule of CheckFor or WaitFor.
bool holdsRule(const Json &rule, const Json &value)
{
    const QString name = textForm(memberOf(rule, u"Operator"));
    const Json wanted = memberOf(rule, u"Value");
    if (name.compare(u"In", Qt::CaseInsensitive) == 0)
        return isAmong(parsedText(wanted), value);
    if (name.compare(u"NotIn", Qt::CaseInsensitive) == 0)
        return !isAmong(parsedText(wanted), value);
    return value == wanted;
}

} // namespace

void HttpAction::begin()
{
    m_repeats = 0;
    look();
}

void HttpAction::look()
{
    const Json &properties = m_task.properties();
    const QString url = textForm(memberOf(properties, u"URL"));
    const QString method = textForm(memberOf(properties, u"Method")).toUpper();
    if (url.isEmpty())
        return m_task.fail(QStringLiteral("The property URL is required."));
    if (!method.isEmpty() && method != u"GET" && method != u"POST")
        return m_task.fail(u"The method " + method.left(50) + u" is not known.");
    m_task.callScript(QStringLiteral("HTTP"), method.isEmpty() ? QStringLiteral("POST") : method,
                      this, [this](const std::optional<CloudReply> &reply) {
                          if (reply && reply->kind == CloudReply::Kind::Error)
                              m_task.fail(errorWords(reply->body));
                          else
                              judge(reply ? reply->body : emptyObject());
                      });
}

std::optional<bool> HttpAction::holdRules(QStringView group, const Json &body)
{
    const Json rules = parsedText(memberOf(memberOf(m_task.properties(), group), u"Rules"));
    Evaluation evaluation = m_task.evaluation();
    bool hold = true;
    rules.forEachItem([&](const Json &rule) {
        const QString selector = textForm(memberOf(rule, u"PropertySelector"));
        const auto results = evaluation.trySelect(normalisedSelector(selector), body);
        const Json value = results && !results->empty() ? results->front() : Json();
        hold = hold && results && holdsRule(rule, value);
    });
    if (!m_task.settle(evaluation, this, [this, body] { judge(body); }))
        return std::nullopt;
    return hold;
}

void HttpAction::judge(const Json &body)
{
    const std::optional<bool> isFit = holdRules(u"CheckFor", body);
    if (!isFit)
        return;
    if (!*isFit)
        return m_task.fail(QStringLiteral("The answer breaks a rule of CheckFor."));
    const std::optional<bool> isDone = holdRules(u"WaitFor", body);
    if (!isDone)
        return;
    if (*isDone)
        return m_task.succeed(body);
    if (m_repeats >= m_task.retryControl().retries)
        return m_task.fail(QStringLiteral("The answer did not come to fit the rules of WaitFor."));
    ++m_repeats;
    m_task.after(m_task.retryControl().waitBefore(m_repeats), this, [this] { look(); });
}

void RepositoryAction::begin()
{
    const Json &properties = m_task.properties();
    const auto part = [&properties](QStringView name) {
        return textForm(memberOf(properties, name));
    };
    const QString platform = part(u"Platform");
    const QString repository = part(u"Repository");
    if (platform.isEmpty() || repository.isEmpty())
        return m_task.fail(QStringLiteral("The properties Platform and Repository are required."));
    const QString owner = part(u"Organization").isEmpty() ? part(u"Owner") : part(u"Organization");
    const QString address =
        u"https://" + platform.toLower() + u".example.com/" + owner + u'/' + repository + u".git";
    m_task.succeed(Json::fromMembers({{QStringLiteral("Url"), Json::fromString(address)}}));
}

void ScriptedAction::begin()
{
    const QString action = m_task.step().action;
    m_task.callScript(
        action.section(QStringLiteral("::"), 1, -2), action.section(QStringLiteral("::"), -1), this,
        [this, action](const std::optional<CloudReply> &reply) {
            if (!reply)
                m_task.fail(u"The sandbox does not simulate the action " + action + u'.');
            else if (reply->kind == CloudReply::Kind::Error)
                m_task.fail(errorWords(reply->body));
            else
                m_task.succeed(reply->body);
        });
}

} // namespace countersign::sandbox
