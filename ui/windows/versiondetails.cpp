// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/versiondetails.h"

#include "app/domain/displaytext.h"
#include "generated/version.h"

#include <QApplication>
#include <QLocale>
#include <QScreen>
#include <QStringList>
#include <QStyle>
#include <QSysInfo>

namespace countersign {

QString versionDetails(const QString &keychain)
{
    QStringList lines{
        QStringLiteral("Countersign %1").arg(QLatin1String(programVersion)),
        QStringLiteral("Qt %1, built with %2")
            .arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR)),
        QStringLiteral("Style: %1").arg(QApplication::style()->objectName()),
        QStringLiteral("Platform: %1").arg(QGuiApplication::platformName()),
        QStringLiteral("Language: %1").arg(QLocale().name()),
        QStringLiteral("System: %1, %2")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
    };
    if (const QScreen *screen = QGuiApplication::primaryScreen())
        lines += QStringLiteral("Screen: %1x%2 at %3 %")
                     .arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(qRound(screen->devicePixelRatio() * 100));
    if (!keychain.isEmpty())
        lines += QStringLiteral("Keychain: %1").arg(safeLine(keychain, 80));
    return lines.join(QLatin1Char('\n'));
}

} // namespace countersign
