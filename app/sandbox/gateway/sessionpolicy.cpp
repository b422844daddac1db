// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/sessionpolicy.h"

#include "app/domain/json.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign::sandbox {

namespace {

//! One text or a list of texts; empty: neither.
QStringList textsOf(const Json &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    bool areTexts = value.isArray();
    value.forEachItem([&](const Json &item) {
        areTexts = areTexts && item.isString();
        texts.append(item.toString());
    });
    return areTexts ? texts : QStringList();
}

//! '*' stands for any characters, '?' for one.
bool fitsPattern(const QString &pattern, const QString &text, Qt::CaseSensitivity sensitivity)
{
    QString expression = QRegularExpression::escape(pattern);
    expression.replace(QStringLiteral("\\*"), QStringLiteral(".*"));
    expression.replace(QStringLiteral("\\?"), QStringLiteral("."));
    const QRegularExpression matcher(QRegularExpression::anchoredPattern(expression),
                                     sensitivity == Qt::CaseInsensitive
                                         ? QRegularExpression::CaseInsensitiveOption
                                         : QRegularExpression::NoPatternOption);
    return matcher.match(text).hasMatch();
}

bool fitsAny(const QStringList &patterns, const QString &text, Qt::CaseSensitivity sensitivity)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        return fitsPattern(pattern, text, sensitivity);
    });
}

} // namespace

bool SessionPolicy::Statement::isAbout(const QString &action, const QString &resource) const
{
    return fitsAny(actions, action, Qt::CaseInsensitive) != isInverted &&
           fitsAny(resources, resource, Qt::CaseSensitive);
}

std::optional<SessionPolicy> SessionPolicy::parse(const QString &text)
{
    const Json::ParseResult parsed = Json::parse(text.toUtf8());
    if (!parsed || !parsed.json->isObject())
        return std::nullopt;
    const Json list = (*parsed.json)[u"Statement"];
    if ((*parsed.json)[u"Version"].toString() != u"1" || !list.isArray() || list.size() == 0)
        return std::nullopt;
    SessionPolicy policy;
    for (const Json &item : list.items()) {
        Statement statement;
        const QString effect = item[u"Effect"].toString();
        statement.isAllow = effect == u"Allow";
        statement.isInverted = !item.find(u"Action").has_value();
        statement.actions = textsOf(statement.isInverted ? item[u"NotAction"] : item[u"Action"]);
        statement.resources = textsOf(item[u"Resource"]);
        statement.hasCondition = item.find(u"Condition").has_value();
        if ((!statement.isAllow && effect != u"Deny") || statement.actions.isEmpty() ||
            statement.resources.isEmpty())
            return std::nullopt;
        policy.m_statements.push_back(std::move(statement));
    }
    return policy;
}

bool SessionPolicy::allows(const QString &action, const QString &resource) const
{
    bool isAllowed = false;
    for (const Statement &statement : m_statements) {
        if (!statement.isAbout(action, resource))
            continue;
        if (!statement.isAllow)
            return false;
        isAllowed = isAllowed || !statement.hasCondition;
    }
    return isAllowed;
}

} // namespace countersign::sandbox
