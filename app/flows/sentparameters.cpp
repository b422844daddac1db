// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/sentparameters.h"

#include <QSet>
#include <QStringDecoder>

namespace countersign {

namespace {

//! Strict: %XX pairs only, valid UTF-8 only, and no '+', which our encoding never writes.
std::optional<QString> decoded(QByteArrayView text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '+')
            return std::nullopt;
        if (text[i] != '%') {
            bytes += text[i];
            continue;
        }
        bool isHex = i + 2 < text.size();
        const int code = isHex ? text.sliced(i + 1, 2).toByteArray().toInt(&isHex, 16) : 0;
        if (!isHex)
            return std::nullopt;
        bytes += static_cast<char>(code);
        i += 2;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString result = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return result;
}

bool addPairs(QMap<QString, QString> &parameters, const QByteArray &text)
{
    if (text.isEmpty())
        return true;
    for (const QByteArray &pair : text.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals < 1)
            return false;
        const auto name = decoded(QByteArrayView(pair).first(equals));
        const auto value = decoded(QByteArrayView(pair).sliced(equals + 1));
        if (!name || !value || parameters.contains(*name))
            return false;
        parameters.insert(*name, *value);
    }
    return true;
}

const QSet<QString> &commonOfV1()
{
    static const QSet<QString> names{
        QStringLiteral("Action"),           QStringLiteral("Version"),
        QStringLiteral("Format"),           QStringLiteral("AccessKeyId"),
        QStringLiteral("SecurityToken"),    QStringLiteral("SignatureMethod"),
        QStringLiteral("SignatureVersion"), QStringLiteral("SignatureNonce"),
        QStringLiteral("Timestamp"),        QStringLiteral("Signature"),
        QStringLiteral("SignatureType")};
    return names;
}

} // namespace

std::optional<QMap<QString, QString>> sentParameters(const SignedRequest &request,
                                                     SignatureScheme scheme)
{
    QMap<QString, QString> parameters;
    if (!addPairs(parameters, request.query) || !addPairs(parameters, request.body))
        return std::nullopt;
    // With V3 the common parameters travel in headers, so that everything here is the operation's.
    if (scheme == SignatureScheme::V1)
        parameters.removeIf([](const auto &item) { return commonOfV1().contains(item.key()); });
    return parameters;
}

QString sentAction(const SignedRequest &request, SignatureScheme scheme)
{
    if (scheme == SignatureScheme::V1) {
        QMap<QString, QString> parameters;
        const bool isReadable =
            addPairs(parameters, request.query) && addPairs(parameters, request.body);
        return isReadable ? parameters.value(QStringLiteral("Action")) : QString();
    }
    QStringList actions;
    for (const auto &[name, value] : request.headers) {
        if (name == "x-acs-action")
            actions += QString::fromLatin1(value);
    }
    return actions.size() == 1 ? actions.front() : QString();
}

} // namespace countersign
