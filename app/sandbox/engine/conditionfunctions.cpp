// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/functions.h"

namespace countersign::sandbox::functions {

Json equals(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    return pair.empty() ? Json() : Json::fromBool(pair[0] == pair[1]);
}

Json negation(Evaluation &evaluation, const Json &arguments)
{
    const bool isWrapped = arguments.isArray() && arguments.size() == 1;
    const bool truth = evaluation.condition(isWrapped ? arguments.at(0) : arguments);
    return Json::fromBool(!truth);
}

Json containsSubString(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    if (!pair[0].isString() || !pair[1].isString())
        return evaluation.fail(QStringLiteral("it takes two texts"));
    return Json::fromBool(pair[0].toString().contains(pair[1].toString()));
}

namespace {

//! The bytes of an IPv4 or IPv6 address; empty when it is none.
QByteArray addressBytes(const QString &text)
{
    const QStringList parts = text.split(u'.');
    QByteArray bytes;
    if (parts.size() == 4 && !text.contains(u':')) {
        for (const QString &part : parts) {
            bool ok = false;
            const ushort number = part.toUShort(&ok);
            if (!ok || number > 255)
                return {};
            bytes.append(char(uchar(number)));
        }
        return bytes;
    }
    const QStringList halves = text.split(QStringLiteral("::"));
    if (!text.contains(u':') || halves.size() > 2)
        return {};
    std::vector<QByteArray> sides;
    for (const QString &half : halves) {
        QByteArray side;
        for (const QString &group : half.isEmpty() ? QStringList() : half.split(u':')) {
            bool ok = false;
            const ushort number = group.toUShort(&ok, 16);
            if (!ok)
                return {};
            side.append(char(uchar(number >> 8))).append(char(uchar(number & 0xff)));
        }
        sides.push_back(side);
    }
    if (sides.size() == 1)
        return sides[0].size() == 16 ? sides[0] : QByteArray();
    const qsizetype gap = 16 - sides[0].size() - sides[1].size();
    return gap < 2 ? QByteArray() : QByteArray(sides[0] + QByteArray(gap, '\0') + sides[1]);
}

bool sameBits(const QByteArray &a, const QByteArray &b, int bits)
{
    for (int bit = 0; bit < bits; ++bit) {
        const int mask = 0x80 >> (bit % 8);
        if ((uchar(a[bit / 8]) & mask) != (uchar(b[bit / 8]) & mask))
            return false;
    }
    return true;
}

} // namespace

Json isIpInCidr(Evaluation &evaluation, const Json &arguments)
{
    const std::vector<Json> pair = listArguments(evaluation, arguments, 2, 2);
    if (pair.empty())
        return {};
    evaluation.remark(QStringLiteral("The arguments of Fn::IsIpInCIDR are taken as ip, cidr."));
    const QStringList network = pair[1].toString().split(u'/');
    const QByteArray address = addressBytes(pair[0].toString());
    const QByteArray base = addressBytes(network.value(0));
    bool ok = network.size() == 2;
    const int bits = ok ? network[1].toInt(&ok) : 0;
    if (!ok || address.isEmpty() || base.isEmpty() || bits < 0 || bits > base.size() * 8)
        return evaluation.fail(QStringLiteral("it takes an address and a network"));
    return Json::fromBool(address.size() == base.size() && sameBits(address, base, bits));
}

} // namespace countersign::sandbox::functions
