// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/jsonfields.h"

#include <algorithm>

namespace countersign {

QString journalTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void writeBytes(JsonWriter &writer, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes) {
        writer.value(text);
        return;
    }
    writer.beginObject();
    writer.member(u"base64", QString::fromLatin1(bytes.toBase64()));
    writer.endObject();
}

JsonFields::JsonFields(Json object)
    : m_members(object.members())
    , m_isGood(object.isObject())
{
}

Json JsonFields::member(QStringView name, Json::Type type)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [name](const auto &entry) { return entry.first == name; });
    if (found != m_members.end() && found->second.type() == type)
        return found->second;
    m_isGood = false;
    return {};
}

bool JsonFields::has(QStringView name) const
{
    return std::any_of(m_members.begin(), m_members.end(),
                       [name](const auto &entry) { return entry.first == name; });
}

QString JsonFields::text(QStringView name)
{
    return member(name, Json::Type::String).toString();
}

QByteArray JsonFields::bytes(QStringView name)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [name](const auto &entry) { return entry.first == name; });
    if (found != m_members.end() && found->second.isObject()) {
        JsonFields inner(found->second);
        const QString coded = inner.text(u"base64");
        m_isGood = m_isGood && inner.isGood();
        return QByteArray::fromBase64(coded.toLatin1());
    }
    return text(name).toUtf8();
}

qint64 JsonFields::integer(QStringView name)
{
    const auto value = member(name, Json::Type::Number).toInteger();
    m_isGood = m_isGood && value;
    return value.value_or(0);
}

bool JsonFields::truth(QStringView name)
{
    return member(name, Json::Type::Bool).toBool();
}

QDateTime JsonFields::time(QStringView name)
{
    const QString written = text(name);
    if (written.isEmpty())
        return {};
    const QDateTime read = QDateTime::fromString(written, Qt::ISODateWithMs);
    m_isGood = m_isGood && read.isValid();
    return read;
}

std::optional<qint64> JsonFields::integerOrNull(QStringView name)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [name](const auto &entry) { return entry.first == name; });
    if (found != m_members.end() && found->second.isNull())
        return std::nullopt;
    return integer(name);
}

std::vector<QString> JsonFields::texts(QStringView name)
{
    std::vector<QString> found;
    for (const Json &item : items(name)) {
        m_isGood = m_isGood && item.isString();
        found.push_back(item.toString());
    }
    return found;
}

std::vector<Json> JsonFields::items(QStringView name)
{
    return member(name, Json::Type::Array).items();
}

Json JsonFields::object(QStringView name)
{
    return member(name, Json::Type::Object);
}

Json JsonFields::objectOrNull(QStringView name)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [name](const auto &entry) { return entry.first == name; });
    if (found != m_members.end() && found->second.isNull())
        return {};
    return object(name);
}

} // namespace countersign
