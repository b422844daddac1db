// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/argumentrules.h"
#include "app/sandbox/gateway/service.h"

namespace countersign::sandbox {

namespace {

constexpr qsizetype mostTags = 20;

//! The documented limits of the tags of an execution; `tags` receives them.
std::optional<Refusal> readTags(const QString &text, QMap<QString, QString> &tags)
{
    if (text.isEmpty())
        return {};
    const auto parsed = Json::parse(text.toUtf8());
    if (!parsed || !parsed.json->isObject() || parsed.json->size() > mostTags)
        return invalidValue(QStringLiteral("Tags"));
    bool areTexts = true;
    parsed.json->forEachMember([&](const QString &name, const Json &tag) {
        areTexts = areTexts && tag.isString();
        tags.insert(name, tag.toString());
    });
    return areTexts ? std::nullopt : std::optional(invalidValue(QStringLiteral("Tags")));
}

//! The template's text of a run that holds this one task.
QString textOfOneTask(const QString &action, const Json &properties)
{
    JsonWriter out;
    out.beginObject().member(u"FormatVersion", QStringLiteral("OOS-2019-06-01"));
    out.name(u"Tasks").beginArray().beginObject();
    out.member(u"Name", QStringLiteral("debugTask")).member(u"Action", action);
    out.member(u"Properties", properties).endObject().endArray().endObject();
    return QString::fromUtf8(out.bytes());
}

} // namespace

Refusal Service::urlRefusal()
{
    return {400, QStringLiteral("UnsupportedOperation"),
            QStringLiteral("This service opens no connection, so that TemplateURL cannot be read; "
                           "send the template's text.")};
}

std::optional<Refusal> Service::checkOrigin(const Call &call) const
{
    int given = 0;
    for (const char *name : {"TemplateName", "TemplateContent", "TemplateURL"})
        given += call.params.value(QString::fromLatin1(name)).isEmpty() ? 0 : 1;
    if (given != 1) {
        return Refusal{400, QStringLiteral("MissingParameter"),
                       QStringLiteral("Exactly one of TemplateName, TemplateContent and "
                                      "TemplateURL is required.")};
    }
    if (!call.params.value(QStringLiteral("TemplateURL")).isEmpty())
        return urlRefusal();
    const QString parent = call.params.value(QStringLiteral("ParentExecutionId"));
    if (!parent.isEmpty() && !m_engine.execution(parent)) {
        return Refusal{404, QStringLiteral("EntityNotExists.Execution"),
                       QStringLiteral("The specified parent execution does not exist.")};
    }
    return {};
}

StartRequest Service::requestFrom(const Call &call, const User &user)
{
    const auto value = [&](const char *name) {
        return call.params.value(QString::fromLatin1(name));
    };
    StartRequest request;
    request.region = value("RegionId").isEmpty() ? regions().constFirst() : value("RegionId");
    request.accountId = user.accountId;
    request.executedBy = user.nameAndId();
    request.templateName = value("TemplateName");
    request.templateVersion = value("TemplateVersion");
    if (!value("TemplateContent").isEmpty())
        request.content = value("TemplateContent");
    request.parameters = value("Parameters");
    request.mode = value("Mode");
    request.loopMode = value("LoopMode");
    request.safetyCheck = value("SafetyCheck");
    request.description = value("Description");
    request.resourceGroupId = value("ResourceGroupId");
    request.parentExecutionId = value("ParentExecutionId");
    return request;
}

QString Service::tokenKey(const Call &call, const User &user)
{
    const QString token = call.params.value(QStringLiteral("ClientToken"));
    return token.isEmpty() ? QString() : QString(call.action() + u'/' + user.id + u'/' + token);
}

std::optional<Refusal> Service::startOnce(const Call &call, const User &user,
                                          const StartRequest &request, QString &id)
{
    const QString key = tokenKey(call, user);
    id = key.isEmpty() ? QString() : m_doneByToken.value(key);
    if (!id.isEmpty())
        return {};
    const Engine::StartOutcome outcome = m_engine.start(request);
    id = outcome.executionId;
    if (!outcome.refusal && !key.isEmpty())
        m_doneByToken.insert(key, id);
    return outcome.refusal;
}

std::optional<Refusal> Service::startExecution(const Call &call, const User &user, JsonWriter &out)
{
    if (const auto refusal = checkOrigin(call))
        return refusal;
    StartRequest request = requestFrom(call, user);
    if (const auto refusal = readTags(call.params.value(QStringLiteral("Tags")), request.tags))
        return refusal;
    QString id;
    if (const auto refusal = startOnce(call, user, request, id))
        return refusal;
    if (const ExecutionRecord *record = m_engine.execution(id)) {
        out.name(u"Execution");
        writeStartedExecution(out, *record);
    }
    return {};
}

std::optional<Refusal> Service::startDebugExecution(const Call &call, const User &user,
                                                    JsonWriter &out)
{
    const QString text = call.params.value(QStringLiteral("Properties"));
    const auto properties = Json::parse(text.isEmpty() ? QByteArray("{}") : text.toUtf8());
    if (!properties || !properties.json->isObject())
        return invalidValue(QStringLiteral("Properties"));
    StartRequest request = requestFrom(call, user);
    request.content =
        textOfOneTask(call.params.value(QStringLiteral("TaskType")), *properties.json);
    QString id;
    if (const auto refusal = startOnce(call, user, request, id))
        return refusal;
    out.member(u"ExecutionId", id);
    return {};
}

std::optional<Refusal> Service::triggerExecution(const Call &call, const User &user, JsonWriter &)
{
    std::optional<Refusal> refusal;
    const ExecutionRecord *record = find(call, user, refusal);
    if (!record)
        return refusal;
    const QString content = call.params.value(QStringLiteral("Content"));
    const auto parsed = Json::parse(content.isEmpty() ? QByteArray("{}") : content.toUtf8());
    if (!parsed || !parsed.json->isObject())
        return invalidValue(QStringLiteral("Content"));
    const QString key = tokenKey(call, user);
    if (!key.isEmpty() && m_doneByToken.contains(key))
        return {};
    const QString id = record->fields.id.text();
    refusal = m_engine.trigger(id, call.params.value(QStringLiteral("Type")), content);
    if (!refusal && !key.isEmpty())
        m_doneByToken.insert(key, id);
    return refusal;
}

} // namespace countersign::sandbox
