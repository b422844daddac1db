// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secretfile.h"

#include "app/domain/wipe.h"

#include <QFile>
#include <QFileInfo>

namespace countersign {

namespace {

// What stands around a text in a file: some tools end it with a line end.
constexpr qsizetype mostBlanks = 1'024;

QByteArrayView trimmed(QByteArrayView bytes)
{
    const auto isBlank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!bytes.isEmpty() && isBlank(bytes.front()))
        bytes = bytes.sliced(1);
    while (!bytes.isEmpty() && isBlank(bytes.back()))
        bytes.chop(1);
    return bytes;
}

} // namespace

std::optional<SecretBytes> readSecretFile(const QString &path, qsizetype limit, SecretFileTrim trim)
{
    // A pipe or a device would keep whoever opens it waiting.
    if (!QFileInfo(path).isFile())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    const bool trims = trim == SecretFileTrim::Blanks;
    const qsizetype room = limit + (trims ? mostBlanks : 0) + 1;
    QByteArray bytes(room, '\0');
    qsizetype size = 0;
    qint64 read = 0;
    while (size < room && (read = file.read(bytes.data() + size, room - size)) > 0)
        size += static_cast<qsizetype>(read);
    const QByteArrayView all = QByteArrayView(bytes).first(size);
    const QByteArrayView text = trims ? trimmed(all) : all;
    const bool isWhole = read >= 0 && size < room && text.size() <= limit;
    SecretBytes secret(isWhole ? text : QByteArrayView());
    wipeShared(bytes);
    return isWhole ? std::optional(std::move(secret)) : std::nullopt;
}

} // namespace countersign
