// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/privatebus.h"

#include <QFile>
#include <QUuid>

#include <signal.h>
#include <sys/prctl.h>

namespace countersign {

namespace {

constexpr int patienceMs = 20'000;

constexpr char configuration[] = R"(<busconfig>
<type>session</type><listen>unix:path=%1</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
</policy>
</busconfig>
)";

} // namespace

PrivateBus::PrivateBus() = default;

PrivateBus::~PrivateBus()
{
    for (const QString &name : m_connections)
        QDBusConnection::disconnectFromBus(name);
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(patienceMs))
        m_daemon.kill();
}

bool PrivateBus::start()
{
    QFile file(m_folder.filePath(QStringLiteral("bus.conf")));
    const QString text =
        QString::fromLatin1(configuration).arg(m_folder.filePath(QStringLiteral("bus")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return false;
    file.close();
    m_daemon.setStandardErrorFile(QProcess::nullDevice());
    m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--config-file=%1").arg(file.fileName()),
                    QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(patienceMs)) {
    }
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    return !m_address.isEmpty();
}

QDBusConnection PrivateBus::connect()
{
    m_connections.append(QUuid::createUuid().toString());
    return QDBusConnection::connectToBus(m_address, m_connections.back());
}

} // namespace countersign
