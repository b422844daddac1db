// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keyissuer.h"

#include <QDir>
#include <QRegularExpression>

namespace countersign {

namespace {

//! One word for a POSIX shell.
QString quoted(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_./:@%+=-]+\\z"));
    if (plain.match(word).hasMatch())
        return word;
    QString inner = word;
    inner.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

} // namespace

QString renewalCommand(const KeySource &source)
{
    const bool isSso = source.kind == KeyKind::CloudSso;
    if (!isSso && source.kind != KeyKind::OAuth)
        return {};
    const QString mode = isSso ? QStringLiteral("CloudSSO") : QStringLiteral("OAuth");
    QString command = QStringLiteral("aliyun configure --mode %1 --profile ").arg(mode) +
                      quoted(source.cliProfile);
    const QString usual = QDir::homePath() + QStringLiteral("/.aliyun/config.json");
    if (QDir::cleanPath(source.cliFile) != usual)
        command += QStringLiteral(" --config-path ") + quoted(source.cliFile);
    return command;
}

} // namespace countersign
