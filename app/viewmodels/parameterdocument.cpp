// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parameterdocument.h"

#include "app/domain/jsonedit.h"
#include "app/templates/secretvalues.h"
#include "app/templates/templateoutline.h"

namespace countersign {

namespace {

std::optional<Json> readObject(const QString &text)
{
    const Json::ParseResult parsed =
        text.isValidUtf16() ? Json::parse(text.toUtf8()) : Json::ParseResult{};
    return parsed && parsed.json->isObject() ? parsed.json : std::nullopt;
}

QByteArray bullets()
{
    return JsonWriter::quoted(hiddenValue());
}

} // namespace

ParameterDocument::ParameterDocument(QString initialText, QSet<QString> maskedNames)
    : m_initial(std::move(initialText))
    , m_maskedNames(std::move(maskedNames))
    , m_shown(m_initial)
    , m_object(readObject(m_initial))
    , m_lastObject(m_object.value_or(Json()))
    , m_initialObject(m_object)
{
}

void ParameterDocument::setShownText(const QString &text)
{
    m_shown = text;
    m_object = readObject(text);
    m_lastObject = m_object.value_or(m_lastObject);
}

bool ParameterDocument::isMasked(const QString &name) const
{
    return m_maskedNames.contains(name) || isSecretName(name);
}

bool ParameterDocument::isChanged() const
{
    return m_shown != m_initial;
}

std::optional<Json> ParameterDocument::shownValue(const QString &name) const
{
    return m_lastObject.find(name);
}

QStringList ParameterDocument::names() const
{
    QStringList names;
    m_lastObject.forEachMember([&](const QString &name, const Json &) { names += name; });
    return names;
}

QMap<QString, Json> ParameterDocument::hiddenValues() const
{
    QMap<QString, Json> values;
    for (auto secret = m_secrets.cbegin(); secret != m_secrets.cend(); ++secret) {
        const std::optional<Json> shown = shownValue(secret.key());
        if (shown && shown->source() == bullets())
            values.insert(secret.key(), secret.value());
    }
    return values;
}

QString ParameterDocument::wholeText() const
{
    const QMap<QString, Json> hidden = hiddenValues();
    if (hidden.isEmpty())
        return m_shown;
    QByteArray text = m_shown.toUtf8();
    for (auto secret = hidden.cbegin(); secret != hidden.cend(); ++secret)
        text = withMember(text, {secret.key()}, secret->source()).value_or(text);
    return QString::fromUtf8(text);
}

QString ParameterDocument::draftText() const
{
    return isChanged() ? withSecretsHidden(m_shown, m_maskedNames) : QString();
}

bool ParameterDocument::isEdited(const QString &name) const
{
    const std::optional<Json> now = shownValue(name);
    const std::optional<Json> before = m_initialObject ? m_initialObject->find(name) : std::nullopt;
    if (!now || !before)
        return now.has_value() != before.has_value();
    return now->source() != before->source();
}

void ParameterDocument::set(const QString &name, const QByteArray &json)
{
    const bool isHidden = isMasked(name);
    const auto text = withMember(m_shown.toUtf8(), {name}, isHidden ? bullets() : json);
    if (!m_object || !text)
        return;
    if (isHidden)
        m_secrets.insert(name, Json::parse(json).json.value_or(Json()));
    show(*text);
}

void ParameterDocument::takeBack(const QString &name)
{
    if (!m_object)
        return;
    m_secrets.remove(name);
    const std::optional<Json> before = m_initialObject ? m_initialObject->find(name) : std::nullopt;
    const QByteArray text = m_shown.toUtf8();
    const auto next =
        before ? withMember(text, {name}, before->source()) : withoutMember(text, {name});
    show(next.value_or(text));
}

void ParameterDocument::hideSecrets()
{
    if (!m_object)
        return;
    QByteArray text = m_shown.toUtf8();
    m_object->forEachMember([&](const QString &name, const Json &value) {
        if (!isMasked(name) || value.source() == bullets() || value.isNull())
            return;
        m_secrets.insert(name, value.detached());
        text = withMember(text, {name}, bullets()).value_or(text);
    });
    show(text);
}

} // namespace countersign
