// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsondocument.h"

#include <QHash>

#include <algorithm>
#include <charconv>
#include <utility>

namespace countersign::detail {

namespace {

// Values are equal when all pairs of scalars in them are, so the pairs still to be looked at can
// wait in a list; the call stack stays flat however deep the values are.
class Comparison
{
public:
    Comparison(const JsonDocument &a, const JsonDocument &b)
        : m_a(a)
        , m_b(b)
    {
    }

    bool areEqual(qsizetype nodeA, qsizetype nodeB)
    {
        m_pending.emplace_back(nodeA, nodeB);
        while (!m_pending.empty()) {
            const auto [a, b] = m_pending.back();
            m_pending.pop_back();
            if (!compare(a, b))
                return false;
        }
        return true;
    }

private:
    bool compare(qsizetype nodeA, qsizetype nodeB);
    bool compareItems(qsizetype nodeA, qsizetype nodeB);
    bool compareMembers(qsizetype nodeA, qsizetype nodeB);
    bool compareMembersByName(qsizetype nodeA, qsizetype nodeB);
    bool sameText(const JsonNode &a, const JsonNode &b) const;

    const JsonDocument &m_a;
    const JsonDocument &m_b;
    std::vector<std::pair<qsizetype, qsizetype>> m_pending;
};

bool Comparison::compare(qsizetype nodeA, qsizetype nodeB)
{
    const JsonNode &a = m_a.at(nodeA);
    const JsonNode &b = m_b.at(nodeB);
    if (a.type != b.type || a.size != b.size)
        return false;
    if (m_a.source(a) == m_b.source(b))
        return true;
    switch (a.type) {
    case Json::Type::Null:
    case Json::Type::Bool:
        return false;
    case Json::Type::Number:
        return decimalOf(m_a.source(a)) == decimalOf(m_b.source(b));
    case Json::Type::String:
        return sameText(a, b);
    case Json::Type::Array:
        return compareItems(nodeA, nodeB);
    case Json::Type::Object:
        return compareMembers(nodeA, nodeB);
    }
    return false;
}

bool Comparison::compareItems(qsizetype nodeA, qsizetype nodeB)
{
    qsizetype itemB = nodeB + 1;
    for (qsizetype itemA = nodeA + 1; itemA < m_a.at(nodeA).next; itemA = m_a.at(itemA).next) {
        m_pending.emplace_back(itemA, itemB);
        itemB = m_b.at(itemB).next;
    }
    return true;
}

bool Comparison::sameText(const JsonNode &a, const JsonNode &b) const
{
    if (!a.hasEscapes && !b.hasEscapes)
        return m_a.source(a) == m_b.source(b);
    return m_a.text(a) == m_b.text(b);
}

bool Comparison::compareMembers(qsizetype nodeA, qsizetype nodeB)
{
    const std::size_t before = m_pending.size();
    qsizetype nameB = nodeB + 1;
    for (qsizetype nameA = nodeA + 1; nameA < m_a.at(nodeA).next;) {
        if (!sameText(m_a.at(nameA), m_b.at(nameB))) {
            m_pending.resize(before);
            return compareMembersByName(nodeA, nodeB);
        }
        m_pending.emplace_back(nameA + 1, nameB + 1);
        nameA = m_a.at(nameA + 1).next;
        nameB = m_b.at(nameB + 1).next;
    }
    return true;
}

bool Comparison::compareMembersByName(qsizetype nodeA, qsizetype nodeB)
{
    QHash<QString, qsizetype> valuesB;
    for (qsizetype name = nodeB + 1; name < m_b.at(nodeB).next; name = m_b.at(name + 1).next)
        valuesB.insert(m_b.text(m_b.at(name)), name + 1);
    for (qsizetype name = nodeA + 1; name < m_a.at(nodeA).next; name = m_a.at(name + 1).next) {
        const auto valueB = valuesB.constFind(m_a.text(m_a.at(name)));
        if (valueB == valuesB.cend())
            return false;
        m_pending.emplace_back(name + 1, *valueB);
    }
    return true;
}

QByteArrayView withoutLeadingZeros(QByteArrayView digits)
{
    while (digits.startsWith('0'))
        digits = digits.sliced(1);
    return digits;
}

} // namespace

bool equalValues(const JsonDocument &a, qsizetype nodeA, const JsonDocument &b, qsizetype nodeB)
{
    return Comparison(a, b).areEqual(nodeA, nodeB);
}

Decimal decimalOf(QByteArrayView literal)
{
    Decimal result;
    if (literal.startsWith('-')) {
        result.isNegative = true;
        literal = literal.sliced(1);
    }
    const auto *mark =
        std::find_if(literal.begin(), literal.end(), [](char c) { return c == 'e' || c == 'E'; });
    QByteArrayView exponent =
        literal.sliced(std::min<qsizetype>(mark - literal.begin() + 1, literal.size()));
    const QByteArrayView mantissa = literal.first(mark - literal.begin());
    const qsizetype point = mantissa.indexOf('.');
    if (point >= 0) {
        result.digits = mantissa.first(point) + mantissa.sliced(point + 1).toByteArray();
        result.exponent = point + 1 - mantissa.size();
    } else {
        result.digits = mantissa.toByteArray();
    }
    result.digits = withoutLeadingZeros(result.digits).toByteArray();
    qsizetype length = result.digits.size();
    while (length > 0 && result.digits[length - 1] == '0')
        --length;
    result.exponent += result.digits.size() - length;
    result.digits.truncate(length);
    if (result.digits.isEmpty())
        return {};
    const bool isDown = exponent.startsWith('-');
    if (isDown || exponent.startsWith('+'))
        exponent = exponent.sliced(1);
    exponent = withoutLeadingZeros(exponent);
    if (exponent.size() > 18) {
        result.hugeExponent = (isDown ? QByteArray("-") : QByteArray()) + exponent.toByteArray();
        return result;
    }
    qint64 written = 0;
    std::from_chars(exponent.begin(), exponent.end(), written);
    result.exponent += isDown ? -written : written;
    return result;
}

} // namespace countersign::detail
