// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/operations.h"

#include <QRegularExpression>

#include <array>

namespace countersign {

namespace {

using Kind = Error::Kind;

struct CodeRow
{
    const char16_t *code;
    Kind kind;
};

// Looked up exactly first, then by the part before the first dot.
constexpr std::array codes{
    CodeRow{u"User.NoPermission", Kind::Forbidden},
    CodeRow{u"NoPermission", Kind::Forbidden},
    CodeRow{u"Forbidden", Kind::Forbidden},
    CodeRow{u"Forbidden.AccessKeyDisabled", Kind::BadCredentials},
    CodeRow{u"InvalidStsToken", Kind::BadCredentials},
    CodeRow{u"ExpiredStsToken", Kind::BadCredentials},
    CodeRow{u"InvalidAccessKeyId", Kind::BadCredentials},
    CodeRow{u"InvalidSecurityToken", Kind::BadCredentials},
    CodeRow{u"MissingSecurityToken", Kind::BadCredentials},
    CodeRow{u"SignatureDoesNotMatch", Kind::BadCredentials},
    CodeRow{u"IncompleteSignature", Kind::BadCredentials},
    CodeRow{u"SignatureNonceUsed", Kind::NonceUsed},
    CodeRow{u"InvalidTimeStamp", Kind::WrongClock},
    CodeRow{u"IllegalTimestamp", Kind::WrongClock},
    CodeRow{u"EntityNotExists", Kind::NotFound},
    CodeRow{u"InvalidResourceId.NotFound", Kind::NotFound},
    CodeRow{u"Throttling", Kind::Throttled},
    CodeRow{u"Rejected.Throttling", Kind::Throttled},
    CodeRow{u"ServiceUnavailable", Kind::ServerFault},
    CodeRow{u"InternalError", Kind::ServerFault},
    CodeRow{u"UnknownError", Kind::ServerFault},
};

std::optional<Kind> kindOfCode(QStringView code)
{
    for (const CodeRow &row : codes) {
        if (code == QStringView(row.code))
            return row.kind;
    }
    if (code.contains(u"Throttling"))
        return Kind::Throttled;
    const QStringView prefix = code.left(code.indexOf(u'.'));
    for (const CodeRow &row : codes) {
        if (code.contains(u'.') && prefix == QStringView(row.code))
            return row.kind;
    }
    return std::nullopt;
}

Kind kindOfStatus(int status)
{
    if (status == 401 || status == 403)
        return Kind::Forbidden;
    if (status == 404)
        return Kind::NotFound;
    if (status == 429)
        return Kind::Throttled;
    if (status >= 300 && status < 400)
        return Kind::Redirected;
    return status >= 500 || status == 0 ? Kind::ServerFault : Kind::Refused;
}

// Member names of the error shape are found in either letter case.
QString textOf(const Json &object, QStringView name)
{
    QString text;
    object.forEachMember([&](const QString &memberName, const Json &value) {
        if (text.isEmpty() && memberName.compare(name, Qt::CaseInsensitive) == 0)
            text = value.toString();
    });
    return text;
}

// Forbidden has other reasons too, such as an account that is not verified.
bool isMissingRight(const QString &code)
{
    return code == u"User.NoPermission" || code == u"Forbidden.RAM" || code == u"NoPermission" ||
           code.startsWith(u"NoPermission.");
}

// The right that is missing: AccessDeniedDetail.AuthAction, else an oos:Name in the message.
QString neededRightOf(const Json &body, const QString &message)
{
    QString right;
    body.forEachMember([&](const QString &name, const Json &value) {
        if (name.compare(u"AccessDeniedDetail", Qt::CaseInsensitive) == 0 && value.isObject())
            right = textOf(value, u"AuthAction");
    });
    if (!right.isEmpty())
        return right;
    static const QRegularExpression named(QStringLiteral("\\b(oos|sts|ram):[A-Za-z]{3,64}\\b"));
    const QRegularExpressionMatch match = named.match(message);
    return match.hasMatch() ? match.captured() : QString();
}

// The service says what it has computed a signature over, and the security token stands in there.
QString withoutSignedText(const QString &message)
{
    static const QRegularExpression begin(QStringLiteral("server string ?to ?sign"),
                                          QRegularExpression::CaseInsensitiveOption);
    const qsizetype at = message.indexOf(begin);
    return at < 0 ? message : message.left(at).trimmed();
}

} // namespace

Error readErrorReply(int httpStatus, const QByteArray &body, const QString &right)
{
    return readErrorReply(httpStatus, Json::parse(body), QString::fromUtf8(body.left(2048)), right);
}

Error readErrorReply(int httpStatus, const Json::ParseResult &body, const QString &unreadable,
                     const QString &right)
{
    Error error;
    error.httpStatus = httpStatus;
    if (!body || !body.json->isObject()) {
        error.kind = kindOfStatus(httpStatus);
        error.detail = unreadable;
        return error;
    }
    const Json &json = *body.json;
    error.code = textOf(json, u"Code");
    error.requestId = textOf(json, u"RequestId");
    error.detail = withoutSignedText(textOf(json, u"Message"));
    error.kind = kindOfCode(error.code)
                     .value_or(error.code.isEmpty() || httpStatus >= 500 ? kindOfStatus(httpStatus)
                                                                         : Kind::Refused);
    if (error.kind == Kind::Forbidden)
        error.neededRight = neededRightOf(json, error.detail);
    if (error.neededRight.isEmpty() && isMissingRight(error.code))
        error.neededRight = right;
    return error;
}

} // namespace countersign
