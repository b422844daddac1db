// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decision.h"

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr std::array<QStringView, 21> exactCodes = {
    u"InvalidVersion",
    u"NoSuchVersion",
    u"InvalidAction.NotFound",
    u"InvalidApi.NotFound",
    u"InvalidProduct.NotFound",
    u"InvalidRegion.NotFound",
    u"InvalidResourceId.NotFound",
    u"InvalidAccountType",
    u"InvalidStsToken",
    u"ExpiredStsToken",
    u"InvalidSignatureMethod",
    u"InvalidProtocol.NeedSsl",
    u"UnsupportedHTTPMethod",
    u"UnsupportedOperation",
    u"IncompleteSignature",
    u"SignatureDoesNotMatch",
    u"IllegalTimestamp",
    u"ContentMD5NotMatched",
    u"ContentLengthDoesNotMatch",
    u"User.NoPermission",
    u"Rejected.Throttling",
};

// Known alone and with whatever follows their first dot.
constexpr std::array<QStringView, 8> prefixes = {
    u"EntityNotExists", u"Throttling",           u"InvalidParameter",   u"Forbidden",
    u"NoPermission",    u"InvalidSecurityToken", u"InvalidAccessKeyId", u"InvalidTimeStamp",
};

template <std::size_t size>
bool isIn(const std::array<QStringView, size> &words, QStringView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Missing<Name>, such as MissingExecutionId or MissingParameter.
bool namesMissingParameter(QStringView code)
{
    constexpr QStringView missing = u"Missing";
    const QStringView name = code.startsWith(missing) ? code.sliced(missing.size()) : QStringView();
    return !name.isEmpty() && name.front().isUpper();
}

} // namespace

bool isCodeBeforeAction(const QString &code)
{
    return isIn(exactCodes, code) || isIn(prefixes, code.section(u'.', 0, 0)) ||
           namesMissingParameter(code);
}

} // namespace countersign
