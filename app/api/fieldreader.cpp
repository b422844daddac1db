// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/fieldreader.h"

#include <utility>

namespace countersign {

QDateTime readTime(QStringView text)
{
    QString plain = text.toString();
    plain.replace(QStringLiteral("T:"), QStringLiteral("T"));
    QDateTime time = QDateTime::fromString(plain, Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

FieldReader::FieldReader(const Json &object, QString path)
    : m_object(object)
    , m_path(std::move(path))
{
    if (!m_object.isObject())
        refuse({}, "not an object");
}

std::optional<Json> FieldReader::member(QStringView name) const
{
    const std::optional<Json> value = m_object.find(name);
    if (!value || value->isNull())
        return std::nullopt;
    return value;
}

void FieldReader::refuse(QStringView name, const char *reason)
{
    if (m_problem)
        return;
    Error error;
    error.kind = Error::Kind::BadReply;
    error.path = m_path;
    if (!name.isEmpty())
        error.path += (m_path.isEmpty() ? QString() : QStringLiteral(".")) + name.toString();
    error.detail = QString::fromLatin1(reason);
    m_problem = error;
}

QString FieldReader::text(QStringView name)
{
    const std::optional<Json> value = member(name);
    if (!value)
        return {};
    if (value->isString())
        return value->toString();
    // Numbers where texts are documented have been seen in other services: show their digits.
    if (value->type() == Json::Type::Number)
        return QString::fromLatin1(value->numberText());
    refuse(name, "expected a text");
    return {};
}

QString FieldReader::requiredText(QStringView name)
{
    const QString value = text(name);
    if (value.isEmpty())
        refuse(name, "required and missing");
    return value;
}

bool FieldReader::truth(QStringView name)
{
    const std::optional<Json> value = member(name);
    if (!value)
        return false;
    if (value->type() == Json::Type::Bool)
        return value->toBool();
    if (value->isString())
        return value->toString().compare(u"true", Qt::CaseInsensitive) == 0;
    refuse(name, "expected true or false");
    return false;
}

std::optional<qint64> FieldReader::integer(QStringView name)
{
    const std::optional<Json> value = member(name);
    if (!value)
        return std::nullopt;
    if (const auto number = value->toInteger())
        return number;
    bool isNumber = false;
    const qint64 number = value->toString().toLongLong(&isNumber);
    if (isNumber)
        return number;
    if (!value->isString() || !value->toString().isEmpty())
        refuse(name, "expected an integer");
    return std::nullopt;
}

QDateTime FieldReader::time(QStringView name)
{
    const QString written = text(name);
    return written.isEmpty() ? QDateTime() : readTime(written);
}

EmbeddedJson FieldReader::embedded(QStringView name)
{
    return EmbeddedJson::from(m_object.find(name));
}

std::vector<Json> FieldReader::list(QStringView name)
{
    const std::optional<Json> value = member(name);
    if (!value)
        return {};
    if (value->isArray())
        return value->items();
    refuse(name, "expected a list");
    return {};
}

std::vector<QString> FieldReader::texts(QStringView name)
{
    std::vector<QString> words;
    for (const Json &item : list(name)) {
        if (item.isString())
            words.push_back(item.toString());
        else
            refuse(name, "expected a list of texts");
    }
    return words;
}

QString FieldReader::elementPath(QStringView name, qsizetype index) const
{
    const QString prefix = m_path.isEmpty() ? QString() : QString(m_path + u'.');
    return prefix + name.toString() + u'[' + QString::number(index) + u']';
}

} // namespace countersign
