// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/sandboxstarter.h"

#include "app/credentials/environmentkeys.h"

#include <QCoreApplication>

#include <signal.h>
#include <sys/prctl.h>

namespace countersign {

namespace {

constexpr std::chrono::seconds startPatience{20};
constexpr int stopMilliseconds = 3'000;
constexpr qsizetype outputBytes = 64 * 1024;

Error localFault(const QString &detail)
{
    Error error;
    error.kind = Error::Kind::LocalFault;
    error.detail = detail;
    return error;
}

} // namespace

SandboxStarter::SandboxStarter(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setProcessEnvironment(environmentWithoutKeys());
    // A console that is killed does not leave its service behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxStarter::onOutput);
    connect(&m_process, &QProcess::errorOccurred, this, [this] {
        if (!m_isStopping)
            end(localFault(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        if (m_isStopping)
            return;
        end(localFault(QStringLiteral("the sandbox ended before it was ready")));
        Q_EMIT diedUnasked();
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { end(localFault(QStringLiteral("the sandbox was not ready in time"))); });
}

SandboxStarter::~SandboxStarter()
{
    m_isStopping = true;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopMilliseconds)) {
        m_process.kill();
        m_process.waitForFinished(stopMilliseconds);
    }
}

void SandboxStarter::start(const QStringList &arguments, Callback callback)
{
    m_callback = std::move(callback);
    m_patience.start(startPatience);
    const QString program =
        QString(QCoreApplication::applicationDirPath() + QStringLiteral("/countersign-sandbox"));
    m_process.start(program, arguments);
}

void SandboxStarter::rereadFaults()
{
    if (m_process.state() == QProcess::Running)
        ::kill(static_cast<pid_t>(m_process.processId()), SIGHUP);
}

void SandboxStarter::onOutput()
{
    const QByteArray more = m_process.readAllStandardOutput();
    if (!m_callback)
        return;
    m_output += more;
    // The announcement is one object; what follows it is not ours.
    const Result<SandboxAnnouncement> announcement = readAnnouncement(m_output.trimmed());
    if (announcement || m_output.size() > outputBytes)
        end(announcement);
}

void SandboxStarter::end(const Result<SandboxAnnouncement> &result)
{
    m_patience.stop();
    const Callback callback = std::exchange(m_callback, {});
    if (callback)
        callback(result);
}

} // namespace countersign
