// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parameterinput.h"

namespace countersign {

namespace {

std::optional<Json> readJson(const QString &text)
{
    // Without lone surrogates, which UTF-8 does not have.
    return text.isValidUtf16() ? Json::parse(text.toUtf8()).json : std::nullopt;
}

} // namespace

std::optional<QByteArray> jsonOfEntry(ParameterKind kind, const QString &typed)
{
    if (kind == ParameterKind::Text)
        return JsonWriter::quoted(typed);
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<Json> json = readJson(text);
    const bool isWanted =
        json && ((kind == ParameterKind::Number && json->type() == Json::Type::Number) ||
                 (kind == ParameterKind::Truth && json->type() == Json::Type::Bool) ||
                 kind == ParameterKind::Structure || kind == ParameterKind::Free);
    return isWanted ? json->source() : JsonWriter::quoted(typed);
}

QString entryOf(ParameterKind kind, const Json &value)
{
    const QString source = QString::fromUtf8(value.source());
    if (!value.isString())
        return source;
    const QString text = value.toString();
    const bool mayBeJson = kind == ParameterKind::Structure || kind == ParameterKind::Free;
    return mayBeJson && (text.trimmed().isEmpty() || readJson(text)) ? source : text;
}

} // namespace countersign
