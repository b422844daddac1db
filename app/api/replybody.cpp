// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/replybody.h"

#include "app/api/operations.h"

#include <QRegularExpression>

namespace countersign {

namespace {

Error::Kind kindOf(JsonError::Kind kind)
{
    switch (kind) {
    case JsonError::Kind::TooLarge:
    case JsonError::Kind::TooDeep:
    case JsonError::Kind::TooManyMembers:
    case JsonError::Kind::NameTooLong:
    case JsonError::Kind::StringTooLong:
        return Error::Kind::TooLarge;
    case JsonError::Kind::Syntax:
    case JsonError::Kind::BadUtf8:
    case JsonError::Kind::DuplicateName:
        break;
    }
    return Error::Kind::BadReply;
}

// Older services answer 200 with the error shape; these codes mean success there.
bool isErrorCode(const QString &code)
{
    return !code.isEmpty() && code != u"200" && code != u"OK" &&
           code.compare(u"success", Qt::CaseInsensitive) != 0;
}

} // namespace

// An unreadable reply still names its request id somewhere, as a rule; support asks for it.
QString requestIdIn(const RawReply &raw)
{
    if (!raw.headerRequestId.isEmpty())
        return raw.headerRequestId;
    static const QRegularExpression pattern(
        QStringLiteral("\"RequestId\"\\s*:\\s*\"([A-Za-z0-9-]{8,64})\""));
    const QString begin = QString::fromUtf8(raw.body.left(4096));
    const QRegularExpressionMatch atBegin = pattern.match(begin);
    if (atBegin.hasMatch())
        return atBegin.captured(1);
    return pattern.match(QString::fromUtf8(raw.body.right(4096))).captured(1);
}

Result<ApiReply> understand(const RawReply &raw, const ReadLimits &limits)
{
    if (raw.httpStatus < 200 || raw.httpStatus > 299) {
        Error error = readErrorReply(raw.httpStatus, raw.body, raw.right);
        if (error.requestId.isEmpty())
            error.requestId = raw.headerRequestId;
        return error;
    }
    JsonLimits jsonLimits;
    jsonLimits.bytes = limits.replyBytes;
    const Json::ParseResult parsed = Json::parse(raw.body, jsonLimits);
    Error error;
    error.httpStatus = raw.httpStatus;
    if (!parsed) {
        error.kind = kindOf(parsed.error.kind);
        error.requestId = requestIdIn(raw);
        error.detail = QStringLiteral("%1 (line %2, column %3)")
                           .arg(parsed.error.reason)
                           .arg(parsed.error.line)
                           .arg(parsed.error.column);
        error.path = parsed.error.name;
        return error;
    }
    if (!parsed.json->isObject()) {
        error.requestId = raw.headerRequestId;
        error.detail = QStringLiteral("the reply is not a JSON object");
        return error;
    }
    if (isErrorCode((*parsed.json)[u"Code"].toString()))
        return readErrorReply(raw.httpStatus, raw.body, raw.right);
    ApiReply reply;
    reply.body = *parsed.json;
    reply.requestId = reply.body[u"RequestId"].toString();
    return reply;
}

} // namespace countersign
