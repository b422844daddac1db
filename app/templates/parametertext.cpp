// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/parametertext.h"

#include <QRegularExpression>

namespace countersign {

namespace {

std::optional<Json> valueOf(const QString &name, const Json &parameters)
{
    if (auto exact = parameters.find(name))
        return exact;
    std::optional<Json> loose;
    parameters.forEachMember([&](const QString &member, const Json &value) {
        if (!loose && member.compare(name, Qt::CaseInsensitive) == 0)
            loose = value;
    });
    return loose;
}

QString shown(const Json &value)
{
    if (value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(value.compact());
}

void appendPlain(std::vector<TextPiece> &pieces, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!pieces.empty() && !pieces.back().isDerived)
        pieces.back().text += text;
    else
        pieces.push_back({text, false, {}});
}

} // namespace

std::vector<TextPiece> withParameters(const QString &text, const Json &parameters)
{
    static const QRegularExpression reference(
        QStringLiteral("\\{\\{\\s*([A-Za-z0-9_-]+)\\s*\\}\\}"));
    std::vector<TextPiece> pieces;
    qsizetype done = 0;
    auto matches = reference.globalMatch(text);
    while (matches.hasNext() && parameters.isObject()) {
        const QRegularExpressionMatch match = matches.next();
        const std::optional<Json> value = valueOf(match.captured(1), parameters);
        if (!value)
            continue;
        appendPlain(pieces, text.sliced(done, match.capturedStart() - done));
        pieces.push_back({shown(*value), true, match.captured(0)});
        done = match.capturedEnd();
    }
    appendPlain(pieces, text.sliced(done));
    return pieces;
}

} // namespace countersign
