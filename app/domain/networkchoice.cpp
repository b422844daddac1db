// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/networkchoice.h"

#include "app/domain/servicehosts.h"

#include <QUrl>

namespace countersign {

namespace {

//! A name or an address, and nothing else that an address bar would take.
bool isHost(const QString &text)
{
    const bool isBracketed = text.startsWith(u'[') && text.endsWith(u']');
    const bool isAddress = text.count(u':') > 1 && !isBracketed;
    const QString written = isAddress ? QString(u'[' + text + u']') : text;
    const QUrl url(QString(QStringLiteral("https://") + written), QUrl::StrictMode);
    const bool isAlone = url.isValid() && url.port() == -1 && url.userInfo().isEmpty() &&
                         url.path().isEmpty() && !url.hasQuery() && !url.hasFragment();
    return isAlone && !url.host().isEmpty() && !isDeceptiveHost(url.host());
}

} // namespace

NetworkProblem problemOf(const NetworkChoice &choice)
{
    if (choice.mode != ProxyMode::Manual)
        return NetworkProblem::None;
    if (choice.host.isEmpty())
        return NetworkProblem::NoProxyHost;
    if (!isHost(choice.host))
        return NetworkProblem::BadProxyHost;
    return choice.port == 0 ? NetworkProblem::NoProxyPort : NetworkProblem::None;
}

} // namespace countersign
