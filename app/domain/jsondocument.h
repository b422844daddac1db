// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QByteArrayView>

#include <mutex>
#include <vector>

namespace countersign::detail {

//! One value or member name of a text. The nodes of a document stand in reading order: a container
//! is followed by its content, a member's name by its value.
struct JsonNode
{
    quint32 begin = 0; //!< byte offset of the first byte; of a string, of its opening quote
    quint32 end = 0;   //!< behind the last byte
    quint32 next = 0;  //!< the node behind this one and its content
    quint32 size = 0;  //!< elements or members
    Json::Type type = Json::Type::Null;
    bool hasEscapes = false; //!< of a string
};

//! The received bytes and their nodes; immutable once read, apart from the line index, which is
//! made on first use.
struct JsonDocument
{
    QByteArray bytes;
    std::vector<JsonNode> nodes;
    bool isSecret = false; //!< the bytes are wiped at the end

    JsonDocument() = default;
    ~JsonDocument();
    Q_DISABLE_COPY_MOVE(JsonDocument)

    const JsonNode &at(qsizetype index) const { return nodes[static_cast<std::size_t>(index)]; }
    //! The bytes between the quotes of a string node.
    QByteArrayView rawString(const JsonNode &node) const;
    QByteArrayView source(const JsonNode &node) const;
    QString text(const JsonNode &node) const;
    int lineOf(qsizetype offset) const;

private:
    mutable std::once_flag m_linesMade;
    mutable std::vector<quint32> m_lineFeeds;
};

//! The text of a JSON string's inside. `raw` has passed the reader.
QString unescaped(QByteArrayView raw, bool hasEscapes);

//! The same as UTF-8; nothing when it has a lone surrogate.
std::optional<SecretBytes> unescapedSecret(QByteArrayView raw, bool hasEscapes);

//! QString::fromUtf8() without its habit of dropping a leading byte order mark.
QString fromUtf8Exactly(QByteArrayView bytes);

//! Fills `document` from its bytes; the reason when they are not JSON.
std::optional<JsonError> readJson(JsonDocument &document, const JsonLimits &limits);

//! `source` (valid JSON) without insignificant whitespace, or with `indent` blanks a level.
QByteArray compactLayout(QByteArrayView source);
QByteArray indentedLayout(QByteArrayView source, int indent);

//! Equal values by the rules of Json's operator==.
bool equalValues(const JsonDocument &a, qsizetype nodeA, const JsonDocument &b, qsizetype nodeB);

//! A decimal literal apart: value = digits * 10^exponent, digits without zeros at either end.
struct Decimal
{
    bool isNegative = false;
    QByteArray digits; //!< empty for zero
    qint64 exponent = 0;
    QByteArray hugeExponent; //!< as written, when it has more than 18 digits

    friend bool operator==(const Decimal &, const Decimal &) = default;
};
Decimal decimalOf(QByteArrayView literal);

} // namespace countersign::detail
