// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/startparameters.h"

#include "app/sandbox/engine/evaluation.h"

namespace countersign::sandbox {

namespace {

StartParameters refuse(const QString &code, const QString &message)
{
    return {nullptr, Refusal{400, code, message}};
}

bool isEmptyDefault(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        return true;
    case Json::Type::Number:
        return value == Json::fromInteger(0);
    case Json::Type::String:
        return value.toString().isEmpty();
    case Json::Type::Array:
    case Json::Type::Object:
        return value.size() == 0;
    case Json::Type::Bool:
        break;
    }
    return false;
}

//! The typed value of a parameter, or the reason why it is refused.
std::optional<Json> checked(const ParameterRule &rule, const Json &value, bool isDefault,
                            QString *problem)
{
    // An empty default stands for "nothing chosen", in any type.
    const std::optional<Json> typed = rule.typed(value, problem);
    if (isDefault && isEmptyDefault(value)) {
        problem->clear();
        return typed ? *typed : value;
    }
    if (typed)
        *problem = rule.brokenRule(*typed);
    return problem->isEmpty() ? typed : std::nullopt;
}

} // namespace

StartParameters startParameters(const Scope &scope, const QString &text)
{
    const QByteArray bytes = text.isEmpty() ? QByteArray("{}") : text.toUtf8();
    const Json::ParseResult parsed = Json::parse(bytes);
    const QString invalid = QStringLiteral("InvalidParameter.Parameters");
    if (!parsed || !parsed.json->isObject())
        return refuse(invalid, QStringLiteral("Parameters must be a JSON object."));
    Members values;
    const Members given = parsed.json->members();
    for (const auto &[name, value] : given) {
        const ParameterRule *rule = scope.program->parameter(name);
        if (!rule)
            return refuse(invalid, u"The template has no parameter " + name + u'.');
        QString problem;
        const std::optional<Json> typed = checked(*rule, value, false, &problem);
        if (!value.isNull() && !typed)
            return refuse(invalid, problem);
        if (!value.isNull())
            values.emplace_back(rule->name, *typed);
    }
    Scope withGiven = scope;
    withGiven.parameters = std::make_shared<const Members>(values);
    const JqMemo nothing;
    bool isVolatile = false;
    for (const ParameterRule &rule : scope.program->parameters) {
        const auto isRule = [&rule](const auto &member) { return member.first == rule.name; };
        if (std::any_of(values.begin(), values.end(), isRule))
            continue;
        if (!rule.defaultValue)
            return refuse(QStringLiteral("MissingParameter"),
                          u"The parameter " + rule.name + u" is required.");
        Evaluation evaluation(withGiven, nothing);
        const Json value = evaluation.value(*rule.defaultValue);
        if (evaluation.stopped())
            return refuse(invalid, u"The default of the parameter " + rule.name +
                                       u" has no value: " + evaluation.failure());
        isVolatile = isVolatile || evaluation.isVolatile();
        QString problem;
        const std::optional<Json> typed = checked(rule, value, true, &problem);
        if (!typed)
            return refuse(invalid, problem);
        values.emplace_back(rule.name, *typed);
    }
    return {std::make_shared<const Members>(values), std::nullopt, isVolatile};
}

} // namespace countersign::sandbox
