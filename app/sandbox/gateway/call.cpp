// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/call.h"

namespace countersign::sandbox {

namespace {

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

bool addPairs(const QByteArray &encoded, QMap<QString, QString> &into)
{
    bool repeated = false;
    for (const QByteArray &pair : encoded.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString name = decoded(equals < 0 ? pair : pair.left(equals));
        repeated = repeated || into.contains(name);
        into.insert(name, equals < 0 ? QString() : decoded(pair.mid(equals + 1)));
    }
    return repeated;
}

} // namespace

QByteArray Call::header(QByteArrayView name) const
{
    for (const auto &[headerName, value] : headers) {
        if (headerName == name)
            return value;
    }
    return {};
}

Call Call::from(const QByteArray &method, const QByteArray &encodedQuery,
                const QList<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &body)
{
    Call call;
    call.method = method;
    for (const auto &[name, value] : headers)
        call.headers.append({name.toLower(), value.trimmed()});
    call.body = body;
    call.hasRepeatedName = addPairs(encodedQuery, call.query);
    if (call.header("content-type").toLower().startsWith("application/x-www-form-urlencoded"))
        call.hasRepeatedName = addPairs(body, call.form) || call.hasRepeatedName;
    call.params = call.query;
    for (auto it = call.form.cbegin(); it != call.form.cend(); ++it) {
        call.hasRepeatedName = call.hasRepeatedName || call.params.contains(it.key());
        call.params.insert(it.key(), it.value());
    }
    return call;
}

QString Call::routeOf(const QByteArray &method, const QString &path, QString &roleName)
{
    static const QString roles = QStringLiteral("/latest/meta-data/ram/security-credentials/");
    if (method == "PUT" && path == u"/latest/api/token")
        return QStringLiteral("MetadataToken");
    if (method == "POST" && path == u"/cloud-credentials")
        return QStringLiteral("CloudCredentials");
    if (method != "GET")
        return {};
    if (path == u"/credentials")
        return QStringLiteral("LocalCredentials");
    if (!path.startsWith(roles))
        return {};
    roleName = path.mid(roles.size());
    return roleName.isEmpty() ? QStringLiteral("MetadataRole")
                              : QStringLiteral("MetadataCredentials");
}

QString Call::scheme() const
{
    if (!route.isEmpty())
        return {};
    if (!header("authorization").isEmpty())
        return QStringLiteral("ACS3-HMAC-SHA256");
    if (params.contains(QStringLiteral("Signature")))
        return QStringLiteral("HMAC-SHA1");
    return {};
}

QString Call::action() const
{
    if (!route.isEmpty())
        return route;
    const QString named = params.value(QStringLiteral("Action"));
    return named.isEmpty() ? QString::fromUtf8(header("x-acs-action")) : named;
}

QString Call::version() const
{
    const QString named = params.value(QStringLiteral("Version"));
    return named.isEmpty() ? QString::fromUtf8(header("x-acs-version")) : named;
}

QString Call::accessKeyId() const
{
    const QByteArray authorization = header("authorization");
    if (authorization.isEmpty())
        return params.value(QStringLiteral("AccessKeyId"));
    const qsizetype mark = authorization.indexOf("Credential=");
    const qsizetype begin = mark < 0 ? authorization.size() : mark + 11;
    const qsizetype end = authorization.indexOf(',', begin);
    return QString::fromUtf8(authorization.mid(begin, end < 0 ? -1 : end - begin).trimmed());
}

QByteArray Call::securityToken() const
{
    return header("authorization").isEmpty()
               ? params.value(QStringLiteral("SecurityToken")).toUtf8()
               : header("x-acs-security-token");
}

QString Call::nonce() const
{
    const QString named = params.value(QStringLiteral("SignatureNonce"));
    return named.isEmpty() ? QString::fromUtf8(header("x-acs-signature-nonce")) : named;
}

} // namespace countersign::sandbox
