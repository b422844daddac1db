// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/templateprogram.h"
#include "app/sandbox/engine/values.h"

#include <QRegularExpression>

namespace countersign::sandbox {

namespace {

bool holds(const Json &list, const Json &value)
{
    bool found = false;
    list.forEachItem([&](const Json &item) { found = found || item == value; });
    return found;
}

std::optional<Json> asList(const Json &value)
{
    const Json parsed = parsedText(value);
    if (parsed.isArray())
        return parsed;
    const bool isSingle = value.isString() || value.type() == Json::Type::Number;
    return isSingle ? std::optional(Json::fromItems({value})) : std::nullopt;
}

std::optional<Json> asText(const Json &value, const Json &allowed)
{
    if (value.isString() || (allowed.isArray() && holds(allowed, value)))
        return value;
    const bool isScalar = value.type() == Json::Type::Number || value.type() == Json::Type::Bool;
    return isScalar ? std::optional(Json::fromString(textForm(value))) : std::nullopt;
}

std::optional<Json> asNumber(const Json &value)
{
    if (value.type() == Json::Type::Number)
        return value;
    const Json parsed = parsedText(value);
    return parsed.type() == Json::Type::Number ? std::optional(parsed) : std::nullopt;
}

std::optional<Json> inType(const ParameterRule &rule, const Json &value)
{
    if (rule.type == u"Number")
        return asNumber(value);
    if (rule.type == u"List")
        return asList(value);
    if (rule.type == u"Json")
        return parsedText(value);
    if (rule.type == u"Boolean") {
        const std::optional<bool> truth = truthOf(value);
        return truth ? std::optional(Json::fromBool(*truth)) : std::nullopt;
    }
    return asText(value, memberOf(rule.declaration, u"AllowedValues"));
}

bool isAllowed(const ParameterRule &rule, const Json &allowed, const Json &value)
{
    if (rule.type != u"List")
        return holds(allowed, value);
    bool areAll = true;
    value.forEachItem([&](const Json &item) { areAll = areAll && holds(allowed, item); });
    return areAll;
}

} // namespace

std::optional<Json> ParameterRule::typed(const Json &value, QString *problem) const
{
    const std::optional<Json> result = inType(*this, value);
    if (!result)
        *problem = u"The value of the parameter " + name + u" is not of the type " + type + u'.';
    return result;
}

QString ParameterRule::brokenRule(const Json &value) const
{
    const auto limit = [this](QStringView key) { return numberOf(memberOf(declaration, key)); };
    const auto broken = [this](const QString &words) {
        return QString(u"The value of the parameter " + name + u' ' + words + u'.');
    };
    const Json allowed = memberOf(declaration, u"AllowedValues");
    if (allowed.isArray() && !isAllowed(*this, allowed, value))
        return broken(QStringLiteral("is not among AllowedValues"));
    if (value.isString()) {
        const QString pattern = memberOf(declaration, u"AllowedPattern").toString();
        const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
        if (!pattern.isEmpty() && (!whole.isValid() || !whole.match(value.toString()).hasMatch()))
            return broken(u"does not match " + pattern);
        const auto length = double(value.toString().toUcs4().size());
        if (length < limit(u"MinLength").value_or(0.0))
            return broken(QStringLiteral("is shorter than MinLength"));
        if (length > limit(u"MaxLength").value_or(length))
            return broken(QStringLiteral("is longer than MaxLength"));
    }
    if (type == u"Number") {
        const double number = value.toDouble().value_or(0.0);
        if (number < limit(u"MinValue").value_or(number))
            return broken(QStringLiteral("is less than MinValue"));
        if (number > limit(u"MaxValue").value_or(number))
            return broken(QStringLiteral("is greater than MaxValue"));
    }
    return {};
}

} // namespace countersign::sandbox
