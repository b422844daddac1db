// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace countersign {

namespace detail {
struct JsonDocument;
}

class Json;

//! Why a text is not accepted as JSON, and where.
struct JsonError
{
    enum class Kind {
        Syntax,
        BadUtf8,
        TooLarge,
        TooDeep,
        TooManyMembers,
        NameTooLong,
        StringTooLong,
        DuplicateName
    };

    Kind kind = Kind::Syntax;
    qsizetype offset = 0; //!< byte offset of the offending token
    int line = 1;         //!< from 1
    int column = 1;       //!< from 1, in bytes
    int firstLine = 0;    //!< DuplicateName: line of the first member of that name
    QString name;         //!< DuplicateName, NameTooLong: the (shortened) name
    QString reason;       //!< English words for a "Details" box, such as "expected ':'"
};

//! Bounds that are checked while reading, before memory is spent.
struct JsonLimits
{
    qsizetype bytes = 8 * 1024 * 1024;
    int depth = 64;
    int members = 200'000;     //!< object members and array elements of the whole text
    qsizetype nameBytes = 256; //!< as written, without the quotes
    qsizetype stringBytes = 1024 * 1024;
};

//! One JSON value, exactly as it was received: digits, key order, unknown members, escapes and
//! positions are kept, and source() gives the received bytes back. A Json is a cheap handle (a
//! shared document and an index); it is immutable and may be used from any thread.
//!
//! Duplicate names (compared after un-escaping) make a text unreadable. Lone surrogate escapes are
//! accepted; toString() then holds a lone UTF-16 code unit, which display text shows as a token.
//! A UTF-8 byte order mark at the start is skipped. Raw bytes must be valid UTF-8.
class Json
{
public:
    enum class Type { Null, Bool, Number, String, Array, Object };

    struct ParseResult;

    //! A null value.
    Json();

    static ParseResult parse(const QByteArray &text, const JsonLimits &limits = {});
    //! As parse(), for a text with secrets in it: its bytes are overwritten in place, also for
    //! those who share them, when the last handle is gone, and at once when it is unreadable. Not
    //! for a literal. What toString(), source() and the like give is a copy that nobody wipes.
    static ParseResult parseSecret(const QByteArray &text, const JsonLimits &limits = {});

    static Json fromString(QStringView text);
    static Json fromInteger(qint64 number);
    static Json fromBool(bool value);
    //! `items` in order.
    static Json fromItems(const std::vector<Json> &items);
    //! `members` in order; names must be unique (asserted).
    static Json fromMembers(const std::vector<std::pair<QString, Json>> &members);

    Type type() const;
    bool isNull() const { return type() == Type::Null; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    //! The truth value; `fallback` when this is not a Bool.
    bool toBool(bool fallback = false) const;
    //! The un-escaped text; empty when this is not a String.
    QString toString() const;
    //! The un-escaped text as UTF-8, without a copy on the way that stays; nothing when this is not
    //! a String, or when it has a lone surrogate.
    std::optional<SecretBytes> toSecret() const;
    //! The digits as written (such as 1.0e+2, 12345678901234567890); empty when not a Number.
    QByteArray numberText() const;
    //! The number when it is an integer literal without fraction or exponent that fits.
    std::optional<qint64> toInteger() const;
    //! The nearest double; nothing when this is not a Number.
    std::optional<double> toDouble() const;

    //! Number of elements or members; 0 for scalars.
    qsizetype size() const;
    //! Element `index` of an array, or value of member `index` of an object; null value when out of
    //! range. Walking by index from 0 upwards is O(1) a step with forEach…, O(n) here.
    Json at(qsizetype index) const;
    //! Name of member `index` of an object, un-escaped.
    QString nameAt(qsizetype index) const;
    //! Value of the member `name` (exact, case-sensitive); nothing when absent or not an object.
    std::optional<Json> find(QStringView name) const;
    //! As find(), null value when absent.
    Json operator[](QStringView name) const;
    //! Visits elements in order (array only).
    void forEachItem(const std::function<void(const Json &)> &visit) const;
    //! Visits members in order (object only).
    void
    forEachMember(const std::function<void(const QString &name, const Json &value)> &visit) const;
    std::vector<Json> items() const;
    std::vector<std::pair<QString, Json>> members() const;

    //! The bytes of this value as received, whitespace and escapes included.
    QByteArray source() const;
    //! The same value without insignificant whitespace; strings and digits stay as written.
    QByteArray compact() const;
    //! The same value with two blanks of indent a level; strings and digits stay as written.
    QByteArray indented() const;
    //! The same value in a document of its own, so that it does not keep the whole text it came in.
    //! offset() and line() count from its own first byte.
    Json detached() const;
    qsizetype offset() const; //!< of the first byte of this value in the document
    int line() const;         //!< from 1

    //! Equal values: objects regardless of member order, strings after un-escaping, numbers by
    //! their exact decimal value (1.0 equals 1, 1e2 equals 100; an exponent of more than 18 digits
    //! is compared as written).
    friend bool operator==(const Json &a, const Json &b);

private:
    Json(std::shared_ptr<const detail::JsonDocument> document, qsizetype node);

    std::shared_ptr<const detail::JsonDocument> m_document;
    qsizetype m_node = 0;
};

//! Either a value or an error.
struct Json::ParseResult
{
    std::optional<Json> json;
    JsonError error; //!< meaningful only without json
    explicit operator bool() const { return json.has_value(); }
};

//! Writes one JSON text piece by piece; commas are its work. Names are not checked for being
//! unique. Used by whoever makes JSON (requests, the sandbox's replies, exports).
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &name(QStringView name);
    JsonWriter &value(QStringView text);
    JsonWriter &value(qint64 number);
    //! Only for bool itself, so that a pointer to characters is not taken for a truth value.
    JsonWriter &value(std::same_as<bool> auto truth) { return writeBool(truth); }
    JsonWriter &value(const Json &json); //!< its compact() bytes
    JsonWriter &null();
    //! name() and value() in one.
    template <class Value>
    JsonWriter &member(QStringView memberName, const Value &memberValue)
    {
        return name(memberName).value(memberValue);
    }
    //! UTF-8; complete when every begin has its end.
    const QByteArray &bytes() const { return m_bytes; }
    //! `text` as a JSON string literal with its quotes; lone surrogates are written as \\uXXXX.
    static QByteArray quoted(QStringView text);

private:
    JsonWriter &writeBool(bool truth);
    void separate();

    QByteArray m_bytes;
    bool m_needsComma = false;
};

//! A field that the service may send as object, array, JSON text, plain text, null or not at all.
struct EmbeddedJson
{
    std::optional<Json> json; //!< the decoded value, when there is one
    QString text;             //!< the text as received when it is not JSON; empty otherwise

    bool isEmpty() const { return !json && text.isEmpty(); }
    //! Decodes text at most `decodings` times (default 1: JSON inside one string), with the default
    //! limits each. An empty text and the text null count as nothing.
    static EmbeddedJson from(const std::optional<Json> &value, int decodings = 1);
    friend bool operator==(const EmbeddedJson &, const EmbeddedJson &) = default;
};

} // namespace countersign
