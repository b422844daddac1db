// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/instance/otherprocess.h"

#include "app/instance/instancesocket.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace countersign {

namespace {

constexpr int patienceMilliseconds = 10'000;

void say(const char *words)
{
    std::printf("%s\n", words);
    std::fflush(stdout);
}

sockaddr_un addressOf(const char *path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    return address;
}

int playConsole(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const InstanceSocket socket(QFile::decodeName(argv[2]), QFile::decodeName(argv[3]));
    say(std::array{"First", "Second", "Alone"}[static_cast<std::size_t>(socket.role())]);
    return QCoreApplication::exec();
}

int playStranger(char **argv)
{
    const int file = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = addressOf(argv[2]);
    // Whoever calls listen() is the peer that the other side sees.
    if (::bind(file, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::setuid(static_cast<uid_t>(std::atoi(argv[3]))) != 0 || ::listen(file, 4) != 0)
        return 1;
    say("listening");
    const int visitor = ::accept(file, nullptr, nullptr);
    std::array<char, 64> heard = {};
    const auto count = ::read(visitor, heard.data(), heard.size() - 1);
    say(count > 0 ? heard.data() : "silence");
    return 0;
}

int playVisitor(char **argv)
{
    const int file = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = addressOf(argv[2]);
    if (::setuid(static_cast<uid_t>(std::atoi(argv[3]))) != 0 ||
        ::connect(file, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return 1;
    ::signal(SIGPIPE, SIG_IGN);
    [[maybe_unused]] const auto sent = ::write(file, argv[4], std::strlen(argv[4]));
    std::array<char, 64> heard = {};
    const auto count = ::read(file, heard.data(), heard.size() - 1);
    say(count > 0 ? heard.data() : "turned away");
    return 0;
}

} // namespace

QStringList OtherProcess::console(const QString &configRoot, const QString &runtimeFolder)
{
    return {QStringLiteral("--console"), configRoot, runtimeFolder};
}

QStringList OtherProcess::stranger(const QString &path, uint uid)
{
    return {QStringLiteral("--stranger"), path, QString::number(uid)};
}

QStringList OtherProcess::visitor(const QString &path, uint uid, const QByteArray &line)
{
    return {QStringLiteral("--visitor"), path, QString::number(uid), QString::fromUtf8(line)};
}

OtherProcess::~OtherProcess()
{
    kill();
}

bool OtherProcess::start(const QStringList &part)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(QCoreApplication::applicationFilePath(), part);
    m_said = next();
    return !m_said.isEmpty();
}

QByteArray OtherProcess::next()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMilliseconds))
            return {};
    }
    return m_process.readLine().trimmed();
}

void OtherProcess::signal(int number)
{
    ::kill(static_cast<pid_t>(m_process.processId()), number);
}

void OtherProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patienceMilliseconds);
}

std::optional<int> OtherProcess::play(int argc, char **argv)
{
    const QByteArray part = argc > 1 ? argv[1] : "";
    if (part == "--console")
        return playConsole(argc, argv);
    if (part == "--stranger")
        return playStranger(argv);
    if (part == "--visitor")
        return playVisitor(argv);
    return std::nullopt;
}

} // namespace countersign
