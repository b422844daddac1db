// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsondocument.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>
#include <deque>
#include <limits>

namespace countersign::detail {

namespace {

using Kind = JsonError::Kind;

// Objects up to this size compare their names pairwise, which needs no memory.
constexpr std::size_t pairwiseNames = 32;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// How many of eight string bytes need no closer look; one that does is a quote, a backslash, a
// control character or not ASCII. Borrows only disturb bytes behind the first hit.
int plainPrefix(const char *bytes)
{
    constexpr quint64 ones = 0x0101010101010101u;
    constexpr quint64 tops = 0x8080808080808080u;
    const auto word = qFromLittleEndian<quint64>(bytes);
    const quint64 quote = word ^ (ones * '"');
    const quint64 slash = word ^ (ones * '\\');
    const quint64 hits = ((word - ones * 0x20) | (quote - ones) | (slash - ones) | word) & tops;
    return hits == 0 ? 8 : std::countr_zero(hits) / 8;
}

// Length of the well-formed UTF-8 sequence at `bytes`, 0 when there is none (Unicode table 3-7).
int utf8Length(const char *bytes, const char *end)
{
    const auto byteAt = [&](int i) { return static_cast<unsigned char>(bytes[i]); };
    const auto available = end - bytes;
    const unsigned char lead = byteAt(0);
    const int length = lead < 0x80   ? 1
                       : lead < 0xC2 ? 0
                       : lead < 0xE0 ? 2
                       : lead < 0xF0 ? 3
                       : lead < 0xF5 ? 4
                                     : 0;
    if (length == 0 || available < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xC0) != 0x80)
            return 0;
    }
    const unsigned char second = length > 1 ? byteAt(1) : 0;
    const bool isIllFormed = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                             (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return isIllFormed ? 0 : length;
}

// One text, read once from front to back; the open containers are a list, not the call stack.
class Reader
{
public:
    Reader(JsonDocument &document, const JsonLimits &limits)
        : m_document(document)
        , m_nodes(document.nodes)
        , m_limits(limits)
        , m_begin(document.bytes.constData())
        , m_end(m_begin + document.bytes.size())
        , m_position(m_begin)
    {
    }

    std::optional<JsonError> read();

private:
    enum class Expect { Value, ValueOrEnd, Name, NameOrEnd, CommaOrEnd, Nothing };

    bool step();
    bool readValue();
    bool readName();
    bool readString(bool isName);
    bool readEscape();
    bool readNumber();
    bool readDigits();
    bool readWord(const char *word, Json::Type type);
    bool open(Json::Type type);
    bool close(char bracket);
    bool afterValue();
    bool countMember();
    bool namesAreUnique(quint32 object);
    bool namesAreUniquePairwise();
    bool namesAreUniqueHashed();
    bool sameName(quint32 a, quint32 b) const;
    void skipBlanks();
    JsonNode &add(Json::Type type, const char *begin);
    quint32 offsetOf(const char *place) const { return static_cast<quint32>(place - m_begin); }
    bool fail(Kind kind, const char *place, const char *reason);
    bool failDuplicate(quint32 first, quint32 second);
    int lineOf(const char *place) const;

    JsonDocument &m_document;
    std::vector<JsonNode> &m_nodes;
    const JsonLimits &m_limits;
    const char *m_begin;
    const char *m_end;
    const char *m_position;
    std::vector<quint32> m_open;
    std::vector<quint32> m_names;
    qint64 m_members = 0;
    Expect m_expect = Expect::Value;
    std::optional<JsonError> m_error;
};

std::optional<JsonError> Reader::read()
{
    if (m_document.bytes.size() > m_limits.bytes ||
        m_document.bytes.size() >= std::numeric_limits<quint32>::max()) {
        fail(Kind::TooLarge, m_begin, "the text is too large");
        return m_error;
    }
    if (m_document.bytes.startsWith("\xEF\xBB\xBF"))
        m_position += 3;
    m_nodes.reserve(static_cast<std::size_t>(m_end - m_begin) / 16 + 4);
    skipBlanks();
    while (m_position < m_end) {
        if (!step())
            return m_error;
        skipBlanks();
    }
    if (m_expect != Expect::Nothing)
        fail(Kind::Syntax, m_position, "the text ends too early");
    return m_error;
}

bool Reader::step()
{
    const char c = *m_position;
    switch (m_expect) {
    case Expect::ValueOrEnd:
        return c == ']' ? close(c) : countMember() && readValue();
    case Expect::Value:
        return (m_open.empty() || countMember()) && readValue();
    case Expect::NameOrEnd:
        return c == '}' ? close(c) : readName();
    case Expect::Name:
        return readName();
    case Expect::CommaOrEnd:
        if (c == '}' || c == ']')
            return close(c);
        if (c != ',')
            return fail(Kind::Syntax, m_position, "expected ',' or the end of the container");
        ++m_position;
        m_expect = m_nodes[m_open.back()].type == Json::Type::Object ? Expect::Name : Expect::Value;
        return true;
    case Expect::Nothing:
        break;
    }
    return fail(Kind::Syntax, m_position, "text behind the value");
}

bool Reader::readValue()
{
    const char c = *m_position;
    switch (c) {
    case '{':
        return open(Json::Type::Object);
    case '[':
        return open(Json::Type::Array);
    case '"':
        return readString(false) && afterValue();
    case 't':
        return readWord("true", Json::Type::Bool) && afterValue();
    case 'f':
        return readWord("false", Json::Type::Bool) && afterValue();
    case 'n':
        return readWord("null", Json::Type::Null) && afterValue();
    default:
        if (c == '-' || isDigit(c))
            return readNumber() && afterValue();
        return fail(Kind::Syntax, m_position, "expected a value");
    }
}

bool Reader::readName()
{
    if (*m_position != '"')
        return fail(Kind::Syntax, m_position, "expected a member name in quotes");
    if (!countMember() || !readString(true))
        return false;
    skipBlanks();
    if (m_position == m_end || *m_position != ':')
        return fail(Kind::Syntax, m_position, "expected ':'");
    ++m_position;
    skipBlanks();
    if (m_position == m_end)
        return fail(Kind::Syntax, m_position, "the text ends too early");
    return readValue();
}

bool Reader::readString(bool isName)
{
    const char *opening = m_position++;
    bool hasEscapes = false;
    for (;;) {
        for (int plain = 8; plain == 8 && m_end - m_position >= 8; m_position += plain)
            plain = plainPrefix(m_position);
        if (m_position == m_end)
            return fail(Kind::Syntax, opening, "a string without its end");
        const auto c = static_cast<unsigned char>(*m_position);
        if (c == '"')
            break;
        if (c == '\\') {
            hasEscapes = true;
            if (!readEscape())
                return false;
            continue;
        }
        if (c < 0x20)
            return fail(Kind::Syntax, m_position, "a control character in a string");
        const int length = utf8Length(m_position, m_end);
        if (length == 0)
            return fail(Kind::BadUtf8, m_position, "bytes that are not UTF-8");
        m_position += length;
    }
    const qsizetype size = m_position - opening - 1;
    ++m_position;
    JsonNode &node = add(Json::Type::String, opening);
    node.hasEscapes = hasEscapes;
    if (isName && size > m_limits.nameBytes) {
        fail(Kind::NameTooLong, opening, "a member name is too long");
        m_error->name = m_document.text(node).left(64);
        return false;
    }
    if (size > m_limits.stringBytes)
        return fail(Kind::StringTooLong, opening, "a string is too long");
    return true;
}

bool Reader::readEscape()
{
    const char *slash = m_position;
    const char letter = m_end - slash >= 2 ? slash[1] : '\0';
    if (letter != '\0' && std::strchr("\"\\/bfnrt", letter)) {
        m_position += 2;
        return true;
    }
    if (letter != 'u' || m_end - slash < 6 || !std::all_of(slash + 2, slash + 6, isHexDigit))
        return fail(Kind::Syntax, slash, "an escape that JSON does not have");
    m_position += 6;
    return true;
}

bool Reader::readDigits()
{
    if (m_position == m_end || !isDigit(*m_position))
        return fail(Kind::Syntax, m_position, "expected a digit");
    while (m_position < m_end && isDigit(*m_position))
        ++m_position;
    return true;
}

bool Reader::readNumber()
{
    const char *first = m_position;
    if (*m_position == '-')
        ++m_position;
    if (m_position < m_end && *m_position == '0')
        ++m_position;
    else if (!readDigits())
        return false;
    if (m_position < m_end && *m_position == '.') {
        ++m_position;
        if (!readDigits())
            return false;
    }
    if (m_position < m_end && (*m_position | 0x20) == 'e') {
        ++m_position;
        if (m_position < m_end && (*m_position == '+' || *m_position == '-'))
            ++m_position;
        if (!readDigits())
            return false;
    }
    add(Json::Type::Number, first);
    return true;
}

bool Reader::readWord(const char *word, Json::Type type)
{
    const auto length = static_cast<std::ptrdiff_t>(std::strlen(word));
    if (m_end - m_position < length ||
        std::memcmp(m_position, word, static_cast<std::size_t>(length)) != 0)
        return fail(Kind::Syntax, m_position, "expected a value");
    const char *first = m_position;
    m_position += length;
    add(type, first);
    return true;
}

bool Reader::open(Json::Type type)
{
    if (m_open.size() >= static_cast<std::size_t>(std::max(m_limits.depth, 0)))
        return fail(Kind::TooDeep, m_position, "the text is nested too deeply");
    m_open.push_back(static_cast<quint32>(m_nodes.size()));
    const char *bracket = m_position++;
    add(type, bracket);
    m_expect = type == Json::Type::Object ? Expect::NameOrEnd : Expect::ValueOrEnd;
    return true;
}

bool Reader::close(char bracket)
{
    const quint32 container = m_open.back();
    const bool isObject = m_nodes[container].type == Json::Type::Object;
    if (isObject != (bracket == '}'))
        return fail(Kind::Syntax, m_position, "the wrong closing bracket");
    ++m_position;
    m_nodes[container].end = offsetOf(m_position);
    m_nodes[container].next = static_cast<quint32>(m_nodes.size());
    m_open.pop_back();
    return (!isObject || namesAreUnique(container)) && afterValue();
}

bool Reader::afterValue()
{
    m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd;
    return true;
}

bool Reader::countMember()
{
    ++m_nodes[m_open.back()].size;
    if (++m_members > m_limits.members)
        return fail(Kind::TooManyMembers, m_position, "the text has too many members");
    return true;
}

bool Reader::namesAreUnique(quint32 object)
{
    const JsonNode &node = m_nodes[object];
    if (node.size < 2)
        return true;
    m_names.clear();
    for (quint32 name = object + 1; name < node.next; name = m_nodes[name + 1].next)
        m_names.push_back(name);
    return m_names.size() <= pairwiseNames ? namesAreUniquePairwise() : namesAreUniqueHashed();
}

bool Reader::sameName(quint32 a, quint32 b) const
{
    const JsonNode &first = m_nodes[a];
    const JsonNode &second = m_nodes[b];
    if (!first.hasEscapes && !second.hasEscapes) {
        const quint32 size = first.end - first.begin;
        return size == second.end - second.begin &&
               std::memcmp(m_begin + first.begin, m_begin + second.begin, size) == 0;
    }
    return m_document.text(first) == m_document.text(second);
}

bool Reader::namesAreUniquePairwise()
{
    for (std::size_t later = 1; later < m_names.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (sameName(m_names[earlier], m_names[later]))
                return failDuplicate(m_names[earlier], m_names[later]);
        }
    }
    return true;
}

bool Reader::namesAreUniqueHashed()
{
    QHash<QStringView, quint32> seen;
    seen.reserve(static_cast<qsizetype>(m_names.size()));
    std::deque<QString> texts;
    for (const quint32 name : m_names) {
        const QString &text = texts.emplace_back(m_document.text(m_nodes[name]));
        const auto earlier = seen.constFind(text);
        if (earlier != seen.cend())
            return failDuplicate(*earlier, name);
        seen.insert(text, name);
    }
    return true;
}

void Reader::skipBlanks()
{
    while (m_position < m_end && (*m_position == ' ' || *m_position == '\n' ||
                                  *m_position == '\r' || *m_position == '\t'))
        ++m_position;
}

JsonNode &Reader::add(Json::Type type, const char *begin)
{
    JsonNode &node = m_nodes.emplace_back();
    node.type = type;
    node.begin = offsetOf(begin);
    node.end = offsetOf(m_position);
    node.next = static_cast<quint32>(m_nodes.size());
    return node;
}

int Reader::lineOf(const char *place) const
{
    return static_cast<int>(std::count(m_begin, place, '\n')) + 1;
}

bool Reader::fail(Kind kind, const char *place, const char *reason)
{
    JsonError error;
    error.kind = kind;
    error.offset = place - m_begin;
    error.line = lineOf(place);
    const char *lineStart = place;
    while (lineStart > m_begin && lineStart[-1] != '\n')
        --lineStart;
    error.column = static_cast<int>(place - lineStart) + 1;
    error.reason = QString::fromLatin1(reason);
    m_error = std::move(error);
    return false;
}

bool Reader::failDuplicate(quint32 first, quint32 second)
{
    fail(Kind::DuplicateName, m_begin + m_nodes[second].begin, "a member name stands twice");
    m_error->firstLine = lineOf(m_begin + m_nodes[first].begin);
    m_error->name = m_document.text(m_nodes[second]).left(64);
    return false;
}

} // namespace

std::optional<JsonError> readJson(JsonDocument &document, const JsonLimits &limits)
{
    return Reader(document, limits).read();
}

} // namespace countersign::detail
