// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/sandboxprocess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <signal.h>
#include <sys/prctl.h>

namespace countersign {

namespace {

constexpr int startMilliseconds = 20'000;
constexpr int stopMilliseconds = 5'000;

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

SandboxProcess::SandboxProcess(const QString &programs)
    : m_program(QString(programs + QStringLiteral("/countersign-sandbox")))
{
    QDir(m_folder.path()).mkdir(QStringLiteral("templates"));
    setFaults("[]");
}

SandboxProcess::~SandboxProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopMilliseconds)) {
        m_process.kill();
        m_process.waitForFinished(stopMilliseconds);
    }
}

void SandboxProcess::addTemplate(const QString &name, const QByteArray &text)
{
    write(m_folder.filePath(QStringLiteral("templates/%1.yml").arg(name)), text);
}

void SandboxProcess::setFaults(const QByteArray &rules)
{
    write(m_folder.filePath(QStringLiteral("faults.json")), rules);
    if (m_process.state() != QProcess::Running)
        return;
    ::kill(static_cast<pid_t>(m_process.processId()), SIGHUP);
    // The rules count from the next connection on; the signal is taken up within a moment.
    QTest::qWait(150);
}

bool SandboxProcess::start(const QStringList &arguments)
{
    QStringList all{QStringLiteral("--port"),      QStringLiteral("0"),
                    QStringLiteral("--announce"),  announcementFile(),
                    QStringLiteral("--receipts"),  m_folder.filePath(QStringLiteral("receipts")),
                    QStringLiteral("--faults"),    m_folder.filePath(QStringLiteral("faults.json")),
                    QStringLiteral("--templates"), m_folder.filePath(QStringLiteral("templates")),
                    QStringLiteral("--seed"),      QStringLiteral("7")};
    all += arguments;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.start(m_program, all);
    QElapsedTimer elapsed;
    elapsed.start();
    QByteArray output;
    while (elapsed.elapsed() < startMilliseconds && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        output += m_process.readAllStandardOutput();
        Result<SandboxAnnouncement> read = readAnnouncement(output.trimmed());
        if (read) {
            m_announcement = std::move(read).value();
            return true;
        }
    }
    m_problem = QStringLiteral("%1: %2 %3")
                    .arg(m_program, m_process.errorString(), QString::fromUtf8(output));
    return false;
}

std::vector<QJsonObject> SandboxProcess::receipts(const QString &action) const
{
    std::vector<QJsonObject> found;
    QFile file(m_folder.filePath(QStringLiteral("receipts")));
    if (!file.open(QIODevice::ReadOnly))
        return found;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QJsonObject receipt = QJsonDocument::fromJson(line).object();
        const bool isWanted =
            action.isEmpty() || receipt.value(QLatin1String("action")).toString() == action;
        if (!receipt.isEmpty() && isWanted)
            found.push_back(receipt);
    }
    return found;
}

} // namespace countersign
