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

QString Call::scheme() const
{
    if (!header("authorization").isEmpty())
        return QStringLiteral("ACS3-HMAC-SHA256");
    if (params.contains(QStringLiteral("Signature")))
        return QStringLiteral("HMAC-SHA1");
    return {};
}

QString Call::action() const
{
    const QString named = params.value(QStringLiteral("Action"));
    return named.isEmpty() ? QString::fromUtf8(header("x-acs-action")) : named;
}

QString Call::version() const
{
    const QString named = params.value(QStringLiteral("Version"));
    return named.isEmpty() ? QString::fromUtf8(header("x-acs-version")) : named;
}

QString Call::nonce() const
{
    const QString named = params.value(QStringLiteral("SignatureNonce"));
    return named.isEmpty() ? QString::fromUtf8(header("x-acs-signature-nonce")) : named;
}

} // namespace countersign::sandbox
