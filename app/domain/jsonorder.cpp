// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsondocument.h"
#include "app/domain/jsonedit.h"

namespace countersign {

namespace {

using detail::Decimal;
using Order = std::strong_ordering;

int signOf(const Decimal &number)
{
    if (number.digits.isEmpty())
        return 0;
    return number.isNegative ? -1 : 1;
}

// -1: next to nothing, 1: beyond all that have an exponent of the usual size.
int hugeness(const Decimal &number)
{
    if (number.hugeExponent.isEmpty())
        return 0;
    return number.hugeExponent.startsWith('-') ? -1 : 1;
}

std::optional<Order> sizeOrder(const Decimal &a, const Decimal &b)
{
    if (hugeness(a) != hugeness(b))
        return hugeness(a) <=> hugeness(b);
    if (hugeness(a) != 0)
        return a == b ? std::optional(Order::equal) : std::nullopt;
    const qint64 topOfA = a.exponent + a.digits.size();
    const qint64 topOfB = b.exponent + b.digits.size();
    if (topOfA != topOfB)
        return topOfA <=> topOfB;
    // Digits have no zeros at their end, so the longer of two with one beginning is larger.
    return a.digits.compare(b.digits) <=> 0;
}

} // namespace

std::optional<Order> compareNumbers(const Json &a, const Json &b)
{
    if (a.type() != Json::Type::Number || b.type() != Json::Type::Number)
        return std::nullopt;
    const Decimal first = detail::decimalOf(a.numberText());
    const Decimal second = detail::decimalOf(b.numberText());
    if (signOf(first) != signOf(second))
        return signOf(first) <=> signOf(second);
    if (signOf(first) == 0)
        return Order::equal;
    return first.isNegative ? sizeOrder(second, first) : sizeOrder(first, second);
}

} // namespace countersign
