// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/selector.h"

#include <QRegularExpression>

namespace countersign::sandbox {

namespace {

struct Step
{
    enum class Kind { Member, Index, Each };
    Kind kind = Kind::Member;
    QString name;
    int index = 0;
    bool isOptional = false;
};

QString kindWord(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        return QStringLiteral("null");
    case Json::Type::Bool:
        return QStringLiteral("boolean");
    case Json::Type::Number:
        return QStringLiteral("number");
    case Json::Type::String:
        return QStringLiteral("string");
    case Json::Type::Array:
        return QStringLiteral("array");
    case Json::Type::Object:
        break;
    }
    return QStringLiteral("object");
}

std::optional<std::vector<Step>> parsePath(const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(\G(?:\.?\[\s*(?<index>-?\d{1,9})?\s*\]|\.(?<name>[A-Za-z_]\w*))(?<optional>\?)?)"));
    std::vector<Step> steps;
    if (path == u".")
        return steps;
    // A path opens with a dot; only then may brackets follow one another.
    qsizetype at = path.startsWith(u".[") ? 1 : 0;
    if (!path.startsWith(u'.'))
        return std::nullopt;
    while (at < path.size()) {
        const QRegularExpressionMatch match = pattern.match(path, at);
        if (!match.hasMatch() || match.capturedLength() == 0)
            return std::nullopt;
        Step step;
        step.isOptional = match.capturedLength(u"optional") > 0;
        if (match.capturedLength(u"name") > 0) {
            step.name = match.captured(u"name");
        } else {
            const bool hasIndex = match.capturedLength(u"index") > 0;
            step.kind = hasIndex ? Step::Kind::Index : Step::Kind::Each;
            step.index = match.captured(u"index").toInt();
        }
        steps.push_back(step);
        at = match.capturedEnd();
    }
    return steps;
}

std::vector<Json> childrenOf(const Json &value)
{
    if (value.isArray())
        return value.items();
    std::vector<Json> values;
    value.forEachMember([&](const QString &, const Json &member) { values.push_back(member); });
    return values;
}

QString shown(const Json &value)
{
    const QString text = QString::fromUtf8(value.compact());
    return text.size() > 11 ? QString(text.left(10) + u"...") : text;
}

//! Appends what `step` makes of `value`; returns the error.
QString take(const Step &step, const Json &value, std::vector<Json> &into)
{
    switch (step.kind) {
    case Step::Kind::Each:
        if (!value.isArray() && !value.isObject())
            return u"Cannot iterate over " + kindWord(value) + u" (" + shown(value) + u')';
        for (const Json &child : childrenOf(value))
            into.push_back(child);
        return {};
    case Step::Kind::Index: {
        if (!value.isArray() && !value.isNull())
            return u"Cannot index " + kindWord(value) + u" with number";
        const qsizetype index = step.index < 0 ? value.size() + step.index : step.index;
        into.push_back(value.isArray() && index >= 0 ? value.at(index) : Json());
        return {};
    }
    case Step::Kind::Member:
        break;
    }
    if (!value.isObject() && !value.isNull())
        return u"Cannot index " + kindWord(value) + u" with string \"" + step.name + u'"';
    into.push_back(value[step.name]);
    return {};
}

} // namespace

QString normalisedSelector(const QString &selector)
{
    const QString trimmed = selector.trimmed();
    if (trimmed.isEmpty())
        return QStringLiteral(".");
    const QChar first = trimmed.front();
    return first.isLetter() || first == u'_' ? QString(u'.' + trimmed) : trimmed;
}

std::optional<Selection> walkPlainPath(const QString &normalised, const Json &input)
{
    const std::optional<std::vector<Step>> steps = parsePath(normalised);
    if (!steps)
        return std::nullopt;
    Selection selection;
    selection.results.push_back(input);
    for (const Step &step : *steps) {
        std::vector<Json> next;
        for (const Json &value : selection.results) {
            const QString error = take(step, value, next);
            if (!error.isEmpty() && !step.isOptional)
                return Selection{{}, error};
        }
        selection.results = std::move(next);
    }
    return selection;
}

} // namespace countersign::sandbox
