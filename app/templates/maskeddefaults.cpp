// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/maskeddefaults.h"

#include "app/templates/secretvalues.h"

#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

bool saysSomething(const Json &value)
{
    if (!value.isString())
        return !value.isNull();
    const QString text = value.toString().trimmed();
    return !text.isEmpty() && !(text.startsWith(u"{{") && text.endsWith(u"}}"));
}

//! Where characters and UTF-16 units differ: the unit at which character `column` (from 1) begins.
qsizetype unitAt(const QString &line, int column)
{
    qsizetype at = 0;
    for (int i = 1; i < column && at < line.size(); ++i)
        at += line.at(at).isHighSurrogate() && at + 1 < line.size() ? 2 : 1;
    return at;
}

//! The end of the quoted text that begins at `from`; -1 when it does not end in this line.
qsizetype endOfQuoted(const QString &line, qsizetype from)
{
    const QChar quote = line.at(from);
    for (qsizetype at = from + 1; at < line.size(); ++at) {
        if (line.at(at) == u'\\' && quote == u'"') {
            ++at;
        } else if (line.at(at) == quote) {
            if (quote == u'"' || at + 1 == line.size() || line.at(at + 1) != quote)
                return at + 1;
            ++at;
        }
    }
    return -1;
}

qsizetype endOfValue(const QString &line, qsizetype from, const Json &value)
{
    if (from >= line.size())
        return line.size();
    if (line.at(from) == u'"' || line.at(from) == u'\'') {
        const qsizetype end = endOfQuoted(line, from);
        return end < 0 ? line.size() : end;
    }
    const QString plain =
        value.isString() ? value.toString() : QString::fromUtf8(value.source().trimmed());
    return QStringView(line).mid(from).startsWith(plain) ? from + plain.size() : line.size();
}

void hide(QStringList &lines, const ParameterDeclaration &parameter)
{
    const TemplatePlace &place = parameter.defaultPlace;
    if (place.line < 1 || place.line > lines.size())
        return;
    QString &first = lines[place.line - 1];
    const qsizetype from = unitAt(first, place.column);
    const bool isOneLine = place.lastLine <= place.line;
    const qsizetype end =
        isOneLine ? endOfValue(first, from, *parameter.defaultValue) : first.size();
    first.replace(from, end - from, u'"' + hiddenValue() + u'"');
    const qsizetype last = std::min<qsizetype>(place.lastLine, lines.size());
    for (qsizetype i = place.line; i < last; ++i)
        lines[i].clear();
}

} // namespace

QString withMaskedDefaultsHidden(const QString &text, const TemplateOutline &outline)
{
    std::vector<const ParameterDeclaration *> masked;
    for (const ParameterDeclaration &parameter : outline.parameters) {
        if (parameter.isMasked && parameter.defaultValue && saysSomething(*parameter.defaultValue))
            masked.push_back(&parameter);
    }
    if (masked.empty())
        return text;
    // From the back: what stands before a place does not move.
    std::sort(masked.begin(), masked.end(), [](const auto *a, const auto *b) {
        return std::pair(a->defaultPlace.line, a->defaultPlace.column) >
               std::pair(b->defaultPlace.line, b->defaultPlace.column);
    });
    QStringList lines = text.split(u'\n');
    for (const ParameterDeclaration *parameter : masked)
        hide(lines, *parameter);
    return lines.join(u'\n');
}

} // namespace countersign
