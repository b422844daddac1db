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

namespace {

Json::ParseResult parsed(const RawReply &raw, const JsonLimits &limits)
{
    return raw.isSecret ? Json::parseSecret(raw.body, limits) : Json::parse(raw.body, limits);
}

Error errorReplyOf(const RawReply &raw, const Json::ParseResult &body)
{
    const QString words = raw.isSecret ? QString() : QString::fromUtf8(raw.body.left(2048));
    Error error = readErrorReply(raw.httpStatus, body, words, raw.right);
    if (error.requestId.isEmpty())
        error.requestId = raw.headerRequestId;
    return error;
}

Error unreadable(const RawReply &raw, const JsonError &problem)
{
    Error error;
    error.httpStatus = raw.httpStatus;
    error.kind = kindOf(problem.kind);
    error.requestId = raw.isSecret ? raw.headerRequestId : requestIdIn(raw);
    error.detail = QStringLiteral("%1 (line %2, column %3)")
                       .arg(problem.reason)
                       .arg(problem.line)
                       .arg(problem.column);
    if (!raw.isSecret)
        error.path = problem.name;
    return error;
}

} // namespace

Result<ApiReply> understand(const RawReply &raw, const ReadLimits &limits)
{
    if (raw.httpStatus < 200 || raw.httpStatus > 299)
        return errorReplyOf(raw, parsed(raw, {}));
    JsonLimits jsonLimits;
    jsonLimits.bytes = limits.replyBytes;
    const Json::ParseResult body = parsed(raw, jsonLimits);
    if (!body)
        return unreadable(raw, body.error);
    if (!body.json->isObject()) {
        Error error;
        error.httpStatus = raw.httpStatus;
        error.requestId = raw.headerRequestId;
        error.detail = QStringLiteral("the reply is not a JSON object");
        return error;
    }
    if (isErrorCode((*body.json)[u"Code"].toString()))
        return errorReplyOf(raw, body);
    ApiReply reply;
    reply.body = *body.json;
    reply.requestId = reply.body[u"RequestId"].toString();
    return reply;
}

} // namespace countersign
