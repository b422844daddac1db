// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

namespace countersign {

namespace {

void appendUnicodeEscape(QByteArray &bytes, char16_t unit)
{
    constexpr char digits[] = "0123456789abcdef";
    bytes += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        bytes += digits[(unit >> shift) & 0xF];
}

bool appendEscape(QByteArray &bytes, char16_t unit)
{
    switch (unit) {
    case u'"':
        bytes += "\\\"";
        return true;
    case u'\\':
        bytes += "\\\\";
        return true;
    case u'\n':
        bytes += "\\n";
        return true;
    case u'\r':
        bytes += "\\r";
        return true;
    case u'\t':
        bytes += "\\t";
        return true;
    default:
        if (unit >= 0x20)
            return false;
        appendUnicodeEscape(bytes, unit);
        return true;
    }
}

} // namespace

QByteArray JsonWriter::quoted(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() + 2);
    bytes += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (appendEscape(bytes, unit))
            continue;
        if (unit < 0x80) {
            bytes += static_cast<char>(unit);
        } else if (!QChar::isSurrogate(unit)) {
            bytes += text.sliced(i, 1).toUtf8();
        } else if (QChar::isHighSurrogate(unit) && i + 1 < text.size() &&
                   text[i + 1].isLowSurrogate()) {
            bytes += text.sliced(i, 2).toUtf8();
            ++i;
        } else {
            appendUnicodeEscape(bytes, unit);
        }
    }
    bytes += '"';
    return bytes;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_bytes += ',';
    m_needsComma = true;
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_bytes += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_bytes += '}';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_bytes += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_bytes += ']';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::name(QStringView name)
{
    separate();
    m_bytes += quoted(name);
    m_bytes += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(QStringView text)
{
    separate();
    m_bytes += quoted(text);
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    separate();
    m_bytes += QByteArray::number(number);
    return *this;
}

JsonWriter &JsonWriter::writeBool(bool truth)
{
    separate();
    m_bytes += truth ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::value(const Json &json)
{
    separate();
    m_bytes += json.compact();
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    m_bytes += "null";
    return *this;
}

} // namespace countersign
