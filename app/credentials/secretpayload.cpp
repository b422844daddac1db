// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secretpayload.h"

#include "app/domain/wipe.h"

#include <QStringDecoder>
#include <QtEndian>

#include <array>

namespace countersign {

namespace {

constexpr char payloadVersion = 1;
constexpr qsizetype numberBytes = 4;
constexpr qsizetype expiryBytes = 8;
constexpr std::size_t fieldCount = 5;

using Fields = std::array<QByteArrayView, fieldCount>;

void appendNumber(QByteArray &bytes, std::uint32_t number)
{
    std::array<char, numberBytes> raw{};
    qToBigEndian(number, raw.data());
    bytes.append(raw.data(), numberBytes);
}

std::uint32_t numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<std::uint32_t>(bytes.sliced(at, numberBytes).data());
}

QByteArray expiryField(const QDateTime &expiresAt)
{
    if (!expiresAt.isValid())
        return {};
    QByteArray raw(expiryBytes, '\0');
    qToBigEndian<qint64>(expiresAt.toSecsSinceEpoch(), raw.data());
    return raw;
}

//! The five fields of a whole payload; nothing when a length, the version or the checksum is wrong.
std::optional<Fields> fieldsOf(QByteArrayView bytes)
{
    if (bytes.size() > secretPayloadLimit || bytes.size() < 1 + numberBytes)
        return std::nullopt;
    const qsizetype end = bytes.size() - numberBytes;
    if (bytes.front() != payloadVersion || checksum(bytes.first(end)) != numberAt(bytes, end))
        return std::nullopt;
    Fields fields;
    qsizetype at = 1;
    for (QByteArrayView &field : fields) {
        if (end - at < numberBytes)
            return std::nullopt;
        const auto length = static_cast<qsizetype>(numberAt(bytes, at));
        at += numberBytes;
        if (length > end - at)
            return std::nullopt;
        field = bytes.sliced(at, length);
        at += length;
    }
    return at == end ? std::optional(fields) : std::nullopt;
}

std::optional<QString> textOf(QByteArrayView field)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(field);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

std::optional<SecretBytes> secretPayloadBytes(const SecretPayload &payload)
{
    const QByteArray keyId = payload.credentials.accessKeyId.toUtf8();
    const QByteArray accountId = payload.accountId.toUtf8();
    const QByteArray expiry = expiryField(payload.expiresAt);
    const Fields fields{keyId, payload.credentials.secret.view(),
                        payload.credentials.securityToken.view(), accountId, expiry};
    qsizetype size = 1 + numberBytes;
    for (const QByteArrayView field : fields)
        size += numberBytes + field.size();
    if (size > secretPayloadLimit)
        return std::nullopt;
    QByteArray bytes;
    bytes.reserve(size); // growing would leave copies behind
    bytes.append(payloadVersion);
    for (const QByteArrayView field : fields) {
        appendNumber(bytes, static_cast<std::uint32_t>(field.size()));
        bytes.append(field);
    }
    appendNumber(bytes, checksum(bytes));
    SecretBytes made{QByteArrayView(bytes)};
    wipeShared(bytes);
    return made;
}

std::optional<SecretPayload> readSecretPayload(const SecretBytes &bytes)
{
    const std::optional<Fields> fields = fieldsOf(bytes.view());
    if (!fields)
        return std::nullopt;
    const auto &[keyId, secret, token, account, expiry] = *fields;
    const std::optional<QString> keyIdText = textOf(keyId);
    const std::optional<QString> accountText = textOf(account);
    const bool isExpiryWhole = expiry.isEmpty() || expiry.size() == expiryBytes;
    if (!keyIdText || keyIdText->isEmpty() || !accountText || secret.isEmpty() || !isExpiryWhole)
        return std::nullopt;
    SecretPayload payload;
    payload.credentials.accessKeyId = *keyIdText;
    payload.credentials.secret = SecretBytes(secret);
    payload.credentials.securityToken = SecretBytes(token);
    payload.accountId = *accountText;
    if (!expiry.isEmpty())
        payload.expiresAt =
            QDateTime::fromSecsSinceEpoch(qFromBigEndian<qint64>(expiry.data()), Qt::UTC);
    return payload;
}

std::uint32_t checksum(QByteArrayView bytes)
{
    constexpr std::uint32_t polynomial = 0xEDB88320;
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? polynomial : 0);
    }
    return ~sum;
}

} // namespace countersign
