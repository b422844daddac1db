// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

#include "app/domain/jsondocument.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace countersign {

using detail::JsonDocument;
using detail::JsonNode;

namespace {

std::shared_ptr<const JsonDocument> nullDocument()
{
    static const std::shared_ptr<const JsonDocument> document = [] {
        auto made = std::make_shared<JsonDocument>();
        made->bytes = QByteArrayLiteral("null");
        detail::readJson(*made, {});
        return made;
    }();
    return document;
}

// Text of our own making has no limits; it is JSON by construction.
Json parsedOwn(const QByteArray &text)
{
    JsonLimits limits;
    limits.bytes = std::numeric_limits<qsizetype>::max();
    limits.depth = std::numeric_limits<int>::max();
    limits.members = std::numeric_limits<int>::max();
    limits.nameBytes = limits.bytes;
    limits.stringBytes = limits.bytes;
    const Json::ParseResult result = Json::parse(text, limits);
    Q_ASSERT(result);
    return result ? *result.json : Json();
}

// True when the plain bytes of a name are `name`; both ASCII in nearly all cases.
bool isName(QByteArrayView raw, QStringView name, bool nameIsAscii, const QByteArray &utf8)
{
    if (!nameIsAscii)
        return raw == utf8;
    return raw.size() == name.size() &&
           std::equal(raw.begin(), raw.end(), name.begin(), [](char byte, QChar character) {
               return static_cast<unsigned char>(byte) == character.unicode();
           });
}

} // namespace

Json::Json()
    : m_document(nullDocument())
{
}

Json::Json(std::shared_ptr<const JsonDocument> document, qsizetype node)
    : m_document(std::move(document))
    , m_node(node)
{
}

Json::ParseResult Json::parse(const QByteArray &text, const JsonLimits &limits)
{
    auto document = std::make_shared<JsonDocument>();
    document->bytes = text;
    if (auto error = detail::readJson(*document, limits))
        return {std::nullopt, *std::move(error)};
    return {Json(std::move(document), 0), {}};
}

Json::ParseResult Json::parseSecret(const QByteArray &text, const JsonLimits &limits)
{
    auto document = std::make_shared<JsonDocument>();
    document->bytes = text;
    document->isSecret = true;
    if (auto error = detail::readJson(*document, limits))
        return {std::nullopt, *std::move(error)};
    return {Json(std::move(document), 0), {}};
}

Json Json::detached() const
{
    const JsonNode &own = m_document->at(m_node);
    auto document = std::make_shared<JsonDocument>();
    document->bytes = source();
    document->nodes.assign(m_document->nodes.begin() + m_node,
                           m_document->nodes.begin() + own.next);
    for (JsonNode &node : document->nodes) {
        node.begin -= own.begin;
        node.end -= own.begin;
        node.next -= static_cast<quint32>(m_node);
    }
    return {std::move(document), 0};
}

Json Json::fromString(QStringView text)
{
    return parsedOwn(JsonWriter::quoted(text));
}

Json Json::fromInteger(qint64 number)
{
    return parsedOwn(QByteArray::number(number));
}

Json Json::fromBool(bool value)
{
    return parsedOwn(value ? QByteArrayLiteral("true") : QByteArrayLiteral("false"));
}

Json Json::fromItems(const std::vector<Json> &items)
{
    JsonWriter writer;
    writer.beginArray();
    for (const Json &item : items)
        writer.value(item);
    return parsedOwn(writer.endArray().bytes());
}

Json Json::fromMembers(const std::vector<std::pair<QString, Json>> &members)
{
    JsonWriter writer;
    writer.beginObject();
    for (const auto &[name, value] : members)
        writer.member(name, value);
    return parsedOwn(writer.endObject().bytes());
}

Json::Type Json::type() const
{
    return m_document->at(m_node).type;
}

bool Json::toBool(bool fallback) const
{
    if (type() != Type::Bool)
        return fallback;
    return m_document->source(m_document->at(m_node)).startsWith('t');
}

QString Json::toString() const
{
    return isString() ? m_document->text(m_document->at(m_node)) : QString();
}

std::optional<SecretBytes> Json::toSecret() const
{
    if (!isString())
        return std::nullopt;
    const JsonNode &node = m_document->at(m_node);
    return detail::unescapedSecret(m_document->rawString(node), node.hasEscapes);
}

QByteArray Json::numberText() const
{
    return type() == Type::Number ? source() : QByteArray();
}

std::optional<qint64> Json::toInteger() const
{
    if (type() != Type::Number)
        return std::nullopt;
    const QByteArrayView text = m_document->source(m_document->at(m_node));
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (error != std::errc() || end != text.end())
        return std::nullopt;
    return number;
}

std::optional<double> Json::toDouble() const
{
    if (type() != Type::Number)
        return std::nullopt;
    const QByteArrayView text = m_document->source(m_document->at(m_node));
    double number = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
    if (error != std::errc::result_out_of_range)
        return number;
    const detail::Decimal decimal = detail::decimalOf(text);
    const bool isTiny = decimal.hugeExponent.isEmpty()
                            ? decimal.exponent + decimal.digits.size() < 0
                            : decimal.hugeExponent.startsWith('-');
    const double size = isTiny ? 0.0 : std::numeric_limits<double>::infinity();
    return decimal.isNegative ? -size : size;
}

qsizetype Json::size() const
{
    return m_document->at(m_node).size;
}

Json Json::at(qsizetype index) const
{
    const JsonNode &container = m_document->at(m_node);
    if (index < 0 || index >= qsizetype{container.size})
        return {};
    const qsizetype lead = isObject() ? 1 : 0;
    qsizetype node = m_node + 1 + lead;
    for (qsizetype i = 0; i < index; ++i)
        node = m_document->at(node).next + lead;
    return {m_document, node};
}

QString Json::nameAt(qsizetype index) const
{
    const JsonNode &container = m_document->at(m_node);
    if (!isObject() || index < 0 || index >= qsizetype{container.size})
        return {};
    qsizetype node = m_node + 1;
    for (qsizetype i = 0; i < index; ++i)
        node = m_document->at(node + 1).next;
    return m_document->text(m_document->at(node));
}

std::optional<Json> Json::find(QStringView name) const
{
    if (!isObject())
        return std::nullopt;
    const bool nameIsAscii =
        std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
    // A lone surrogate can only have come from an escape.
    const bool mayBePlain = nameIsAscii || name.isValidUtf16();
    const QByteArray utf8 = nameIsAscii ? QByteArray() : name.toUtf8();
    const qsizetype end = m_document->at(m_node).next;
    for (qsizetype node = m_node + 1; node < end; node = m_document->at(node + 1).next) {
        const JsonNode &candidate = m_document->at(node);
        const bool isHit =
            candidate.hasEscapes
                ? m_document->text(candidate) == name
                : mayBePlain && isName(m_document->rawString(candidate), name, nameIsAscii, utf8);
        if (isHit)
            return Json(m_document, node + 1);
    }
    return std::nullopt;
}

Json Json::operator[](QStringView name) const
{
    return find(name).value_or(Json());
}

void Json::forEachItem(const std::function<void(const Json &)> &visit) const
{
    if (!isArray())
        return;
    const qsizetype end = m_document->at(m_node).next;
    for (qsizetype node = m_node + 1; node < end; node = m_document->at(node).next)
        visit(Json(m_document, node));
}

void Json::forEachMember(
    const std::function<void(const QString &name, const Json &value)> &visit) const
{
    if (!isObject())
        return;
    const qsizetype end = m_document->at(m_node).next;
    for (qsizetype node = m_node + 1; node < end; node = m_document->at(node + 1).next)
        visit(m_document->text(m_document->at(node)), Json(m_document, node + 1));
}

std::vector<Json> Json::items() const
{
    std::vector<Json> result;
    if (isArray())
        result.reserve(static_cast<std::size_t>(size()));
    forEachItem([&](const Json &item) { result.push_back(item); });
    return result;
}

std::vector<std::pair<QString, Json>> Json::members() const
{
    std::vector<std::pair<QString, Json>> result;
    if (isObject())
        result.reserve(static_cast<std::size_t>(size()));
    forEachMember(
        [&](const QString &name, const Json &value) { result.emplace_back(name, value); });
    return result;
}

QByteArray Json::source() const
{
    return m_document->source(m_document->at(m_node)).toByteArray();
}

QByteArray Json::compact() const
{
    return detail::compactLayout(m_document->source(m_document->at(m_node)));
}

QByteArray Json::indented() const
{
    return detail::indentedLayout(m_document->source(m_document->at(m_node)), 2);
}

qsizetype Json::offset() const
{
    return m_document->at(m_node).begin;
}

int Json::line() const
{
    return m_document->lineOf(offset());
}

bool operator==(const Json &a, const Json &b)
{
    return detail::equalValues(*a.m_document, a.m_node, *b.m_document, b.m_node);
}

} // namespace countersign
