// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/webconsole.h"

#include <QDesktopServices>
#include <QStringList>

namespace countersign {

bool isConsoleAddress(const QUrl &url)
{
    static const QStringList hosts{QStringLiteral("oos.console.aliyun.com"),
                                   QStringLiteral("oos.console.alibabacloud.com")};
    return url.isValid() && url.scheme() == u"https" && hosts.contains(url.host()) &&
           url.userInfo().isEmpty() && url.port() == -1 &&
           url.authority(QUrl::FullyEncoded) == url.host(QUrl::FullyEncoded);
}

bool openConsole(const QUrl &url, const std::function<bool(const QUrl &)> &open)
{
    if (!isConsoleAddress(url))
        return false;
    return open ? open(url) : QDesktopServices::openUrl(url);
}

} // namespace countersign
