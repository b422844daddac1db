// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/secretnames.h"

#include "app/flows/reviewflow.h"
#include "app/templates/templateoutline.h"

namespace countersign {

namespace {

// A text may hold JSON whose texts hold JSON: the service nests once, and no more is followed.
constexpr int mostDecodings = 3;

//! The object or array that a text is, if it is one.
std::optional<Json> decoded(const Json &value)
{
    if (!value.isString())
        return std::nullopt;
    const QString text = value.toString();
    const QStringView trimmed = QStringView(text).trimmed();
    if (!trimmed.startsWith(u'{') && !trimmed.startsWith(u'['))
        return std::nullopt;
    return Json::parse(text.toUtf8()).json;
}

} // namespace

SecretNames::SecretNames(QSet<QString> declared)
    : m_declared(std::move(declared))
{
}

bool SecretNames::contains(const QString &name) const
{
    return m_declared.contains(name) || isSecretName(name);
}

bool SecretNames::holdsSecret(const Json &value, int depth) const
{
    bool isFound = false;
    if (value.isObject()) {
        value.forEachMember([&](const QString &name, const Json &member) {
            isFound = isFound || contains(name) || holdsSecret(member, depth);
        });
    } else if (value.isArray()) {
        value.forEachItem([&](const Json &item) { isFound = isFound || holdsSecret(item, depth); });
    } else if (depth < mostDecodings) {
        if (const auto inner = decoded(value))
            return holdsSecret(*inner, depth + 1);
    }
    return isFound;
}

Json SecretNames::hidden(const Json &value) const
{
    return holdsSecret(value, 0) ? hidden(value, 0) : value;
}

Json SecretNames::hidden(const Json &value, int depth) const
{
    if (value.isObject()) {
        std::vector<std::pair<QString, Json>> members;
        value.forEachMember([&](const QString &name, const Json &member) {
            members.emplace_back(name, contains(name) ? Json::fromString(u"••••")
                                                      : hidden(member, depth));
        });
        return Json::fromMembers(members);
    }
    if (value.isArray()) {
        std::vector<Json> items;
        value.forEachItem([&](const Json &item) { items.push_back(hidden(item, depth)); });
        return Json::fromItems(items);
    }
    if (depth < mostDecodings) {
        const auto inner = decoded(value);
        if (inner && holdsSecret(*inner, depth + 1))
            return Json::fromString(QString::fromUtf8(hidden(*inner, depth + 1).compact()));
    }
    return value;
}

QSet<QString> SecretNames::namesIn(const EmbeddedJson &object) const
{
    QSet<QString> names;
    if (object.json && object.json->isObject())
        object.json->forEachMember([&](const QString &name, const Json &) {
            if (contains(name))
                names.insert(name);
        });
    return names;
}

SecretNames secretNamesOf(const ReviewFacts &facts)
{
    QSet<QString> declared;
    if (facts.outline) {
        for (const ParameterDeclaration &parameter : facts.outline->parameters) {
            if (parameter.isMasked)
                declared.insert(parameter.name);
        }
    }
    return SecretNames(declared);
}

} // namespace countersign
