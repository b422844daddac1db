// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsondocument.h"

namespace countersign::detail {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Position behind the string that begins at `quote`.
qsizetype behindString(QByteArrayView source, qsizetype quote)
{
    qsizetype position = quote + 1;
    while (source[position] != '"')
        position += source[position] == '\\' ? 2 : 1;
    return position + 1;
}

// Hands `visit` each piece between blanks: a bracket, a comma, a colon, a whole string or a scalar.
template <class Visit>
void forEachToken(QByteArrayView source, const Visit &visit)
{
    qsizetype position = 0;
    while (position < source.size()) {
        const char c = source[position];
        if (isBlank(c)) {
            ++position;
            continue;
        }
        qsizetype end = position + 1;
        if (c == '"') {
            end = behindString(source, position);
        } else if (!QByteArrayView("{}[],:").contains(c)) {
            while (end < source.size() && !isBlank(source[end]) &&
                   !QByteArrayView("{}[],:").contains(source[end]))
                ++end;
        }
        visit(source.sliced(position, end - position));
        position = end;
    }
}

} // namespace

QByteArray compactLayout(QByteArrayView source)
{
    QByteArray result;
    result.reserve(source.size());
    forEachToken(source, [&](QByteArrayView token) { result.append(token); });
    return result;
}

QByteArray indentedLayout(QByteArrayView source, int indent)
{
    QByteArray result;
    qsizetype level = 0;
    bool isJustOpened = false;
    const auto breakLine = [&] {
        result += '\n';
        result += QByteArray(level * indent, ' ');
    };
    forEachToken(source, [&](QByteArrayView token) {
        const char c = token.front();
        if (c == '}' || c == ']') {
            --level;
            if (!isJustOpened)
                breakLine();
            isJustOpened = false;
            result.append(token);
            return;
        }
        if (isJustOpened)
            breakLine();
        isJustOpened = c == '{' || c == '[';
        result.append(token);
        if (isJustOpened)
            ++level;
        else if (c == ',')
            breakLine();
        else if (c == ':')
            result += ' ';
    });
    return result;
}

} // namespace countersign::detail
