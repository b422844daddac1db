// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decision.h"

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr std::array<QStringView, 28> exactCodes = {
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
    u"MissingSecurityToken",
    u"MissingParameter",
    u"InvalidParameter",
    u"User.NoPermission",
    u"NoPermission",
    u"Forbidden",
    u"Throttling",
    u"Rejected.Throttling",
    u"EntityNotExists",
};

// What stands before the first dot of a code with a suffix.
constexpr std::array<QStringView, 9> prefixes = {
    u"EntityNotExists",      u"Throttling",         u"InvalidParameter",
    u"MissingParameter",     u"Forbidden",          u"NoPermission",
    u"InvalidSecurityToken", u"InvalidAccessKeyId", u"InvalidTimeStamp",
};

template <std::size_t size>
bool isIn(const std::array<QStringView, size> &words, QStringView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Missing<Name>, such as MissingExecutionId.
bool namesMissingParameter(QStringView code)
{
    constexpr QStringView missing = u"Missing";
    return code.startsWith(missing) && code.size() > missing.size() &&
           code[missing.size()].isUpper();
}

} // namespace

bool isCodeBeforeAction(const QString &code)
{
    const QStringView text = code;
    const qsizetype dot = text.indexOf(u'.');
    const QStringView prefix = dot < 0 ? text : text.first(dot);
    return isIn(exactCodes, text) || isIn(prefixes, prefix) || namesMissingParameter(text);
}

} // namespace countersign
