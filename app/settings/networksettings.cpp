// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/networksettings.h"

#include <QDir>
#include <QSettings>

namespace countersign {

namespace {

constexpr char modeKey[] = "network/proxy";
constexpr char kindKey[] = "network/proxyKind";
constexpr char hostKey[] = "network/proxyHost";
constexpr char portKey[] = "network/proxyPort";
constexpr char userKey[] = "network/proxyUser";
constexpr char fileKey[] = "network/companyCaFile";
constexpr char savedKey[] = "network/proxyPasswordInKeychain";
constexpr char backendKey[] = "network/proxyPasswordBackend";
constexpr char savedAtKey[] = "network/proxyPasswordSavedAt";
constexpr qsizetype longestText = 1'024;

QString wordOf(ProxyMode mode)
{
    switch (mode) {
    case ProxyMode::System:
        break;
    case ProxyMode::None:
        return QStringLiteral("none");
    case ProxyMode::Manual:
        return QStringLiteral("manual");
    }
    return QStringLiteral("system");
}

} // namespace

NetworkSettings::NetworkSettings(QSettings &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

QString NetworkSettings::text(const char *key) const
{
    return m_store.value(QLatin1String(key)).toString().left(longestText);
}

void NetworkSettings::write(const char *key, const QVariant &value, const QVariant &fallback)
{
    if (value == fallback)
        m_store.remove(QLatin1String(key));
    else
        m_store.setValue(QLatin1String(key), value);
}

NetworkChoice NetworkSettings::choice() const
{
    NetworkChoice choice;
    const QString mode = text(modeKey);
    if (mode == wordOf(ProxyMode::None))
        choice.mode = ProxyMode::None;
    if (mode == wordOf(ProxyMode::Manual))
        choice.mode = ProxyMode::Manual;
    if (text(kindKey) == QStringLiteral("socks5"))
        choice.kind = ProxyKind::Socks5;
    choice.host = text(hostKey);
    choice.port = text(portKey).toUShort();
    choice.user = text(userKey);
    const QString file = text(fileKey);
    if (QDir::isAbsolutePath(file))
        choice.companyCaFile = file;
    return choice;
}

void NetworkSettings::setChoice(const NetworkChoice &wanted)
{
    if (wanted == choice())
        return;
    write(modeKey, wordOf(wanted.mode), wordOf(ProxyMode::System));
    const bool isSocks = wanted.kind == ProxyKind::Socks5;
    write(kindKey, isSocks ? QStringLiteral("socks5") : QStringLiteral("http"),
          QStringLiteral("http"));
    write(hostKey, wanted.host, QString());
    write(portKey, int(wanted.port), 0);
    write(userKey, wanted.user, QString());
    write(fileKey, wanted.companyCaFile, QString());
    Q_EMIT changed();
}

SavedProxyPassword NetworkSettings::savedPassword() const
{
    SavedProxyPassword saved;
    saved.isSaved = text(savedKey) == QStringLiteral("true");
    if (!saved.isSaved)
        return saved;
    saved.backend = text(backendKey);
    const QDateTime at = QDateTime::fromString(text(savedAtKey), Qt::ISODateWithMs);
    saved.savedAt = at.isValid() ? at.toUTC() : QDateTime();
    return saved;
}

void NetworkSettings::setSavedPassword(const SavedProxyPassword &saved)
{
    if (saved == savedPassword())
        return;
    write(savedKey, saved.isSaved, false);
    write(backendKey, saved.backend, QString());
    write(savedAtKey,
          saved.savedAt.isValid() ? saved.savedAt.toUTC().toString(Qt::ISODateWithMs) : QString(),
          QString());
    Q_EMIT changed();
}

} // namespace countersign
