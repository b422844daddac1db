// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/servicehosts.h"

#include "app/domain/displaytext.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace countersign {

namespace {

constexpr QLatin1String region("[a-z]{2}(-[a-z0-9]+)+");

bool matches(const QString &host, const QString &pattern)
{
    const QRegularExpression form(QRegularExpression::anchoredPattern(pattern.arg(region)));
    return form.match(host.toLower()).hasMatch();
}

QString encoded(const QString &host)
{
    const QByteArray ace = QUrl::toAce(host, QUrl::IgnoreIDNWhitelist);
    return ace.isEmpty() ? host : QString::fromLatin1(ace);
}

} // namespace

bool isOosHost(const QString &host)
{
    return matches(host, QStringLiteral("oos(-vpc)?\\.%1\\.aliyuncs\\.com"));
}

bool isStsHost(const QString &host)
{
    return matches(host, QStringLiteral("sts(\\.%1|-vpc\\.%1)?\\.aliyuncs\\.com"));
}

bool isOosHostOf(const QString &host, const RegionId &region)
{
    return isOosHost(host) &&
           host.section(u'.', 1, 1).compare(region.text(), Qt::CaseInsensitive) == 0;
}

bool isServiceHost(const QString &host)
{
    return isOosHost(host) || isStsHost(host);
}

QString privateHostOf(const QString &host, const Environment &environment)
{
    return environment.isSandbox || isServiceHost(host) ? QString() : encoded(host);
}

bool isDeceptiveHost(const QString &host)
{
    const QString readable =
        QUrl::fromAce(encoded(host).toLatin1(), QUrl::IgnoreIDNWhitelist).toLower();
    const QStringList words = (readable.isEmpty() ? host : readable).split(u'.');
    return std::any_of(words.begin(), words.end(),
                       [](const QString &word) { return hasMixedScripts(word); });
}

} // namespace countersign
