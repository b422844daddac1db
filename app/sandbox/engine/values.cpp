// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/values.h"

#include <QLocale>

#include <cmath>

namespace countersign::sandbox {

const Json &emptyObject()
{
    static const Json object = Json::fromMembers({});
    return object;
}

Json literal(const QByteArray &text)
{
    const Json::ParseResult parsed = Json::parse(text);
    Q_ASSERT(parsed);
    return parsed ? *parsed.json : Json();
}

Json jsonNumber(double number)
{
    if (!std::isfinite(number))
        return Json();
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return Json::fromInteger(static_cast<qint64>(number));
    return literal(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
}

std::optional<double> numberOf(const Json &value)
{
    if (value.isString()) {
        bool ok = false;
        const double number = value.toString().trimmed().toDouble(&ok);
        return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    return value.toDouble();
}

std::optional<bool> truthOf(const Json &value)
{
    if (value.type() == Json::Type::Bool)
        return value.toBool();
    if (!value.isString())
        return std::nullopt;
    const QString text = value.toString().trimmed();
    if (text.compare(u"true", Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(u"false", Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

namespace {

QString numberForm(const Json &value)
{
    const QByteArray digits = value.numberText();
    if (!digits.contains('.') && !digits.contains('e') && !digits.contains('E'))
        return QString::fromLatin1(digits);
    const double number = value.toDouble().value_or(0.0);
    const int precision = number == std::floor(number) ? 0 : int(QLocale::FloatingPointShortest);
    return QString::number(number, 'f', precision);
}

} // namespace

QString textForm(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        return QString();
    case Json::Type::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case Json::Type::Number:
        return numberForm(value);
    case Json::Type::String:
        return value.toString();
    case Json::Type::Array:
    case Json::Type::Object:
        break;
    }
    return QString::fromUtf8(value.compact());
}

Json parsedText(const Json &value)
{
    if (!value.isString())
        return value;
    const Json::ParseResult parsed = Json::parse(value.toString().toUtf8());
    return parsed ? *parsed.json : value;
}

std::optional<Json> findMember(const Json &object, QStringView name)
{
    if (const std::optional<Json> exact = object.find(name))
        return exact;
    std::optional<Json> found;
    if (object.isObject()) {
        object.forEachMember([&](const QString &memberName, const Json &value) {
            if (!found && name.compare(memberName, Qt::CaseInsensitive) == 0)
                found = value;
        });
    }
    return found;
}

Json memberOf(const Json &object, QStringView name)
{
    return findMember(object, name).value_or(Json());
}

Json withMember(const Json &object, const QString &name, const Json &value)
{
    Members members = object.isObject() ? object.members() : Members();
    for (auto &[memberName, memberValue] : members) {
        if (memberName == name) {
            memberValue = value;
            return Json::fromMembers(members);
        }
    }
    members.emplace_back(name, value);
    return Json::fromMembers(members);
}

QString utcText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'") : QString();
}

} // namespace countersign::sandbox
