// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/keychainworld.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <signal.h>
#include <sys/prctl.h>

namespace countersign {

namespace {

constexpr int startMilliseconds = 20'000;
constexpr int stopMilliseconds = 5'000;

// No service can be started by its name: what the session lacks stays absent.
const char busConfiguration[] = R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

void stop(QProcess *process)
{
    if (!process || process->state() == QProcess::NotRunning)
        return;
    // A stopped process hears nothing else.
    ::kill(static_cast<pid_t>(process->processId()), SIGCONT);
    process->terminate();
    if (!process->waitForFinished(stopMilliseconds)) {
        process->kill();
        process->waitForFinished(stopMilliseconds);
    }
}

//! Waits for a line of output that is this word; false when the program ends first.
bool waitForLine(QProcess &process, const QByteArray &word)
{
    bool isThere = false;
    const auto isDecided = [&] {
        while (!isThere && process.canReadLine())
            isThere = process.readLine().trimmed().startsWith(word);
        return isThere || process.state() == QProcess::NotRunning;
    };
    // In the event loop, which other programs of the test need as well.
    return QTest::qWaitFor(isDecided, startMilliseconds) && isThere;
}

void signalTo(const QProcess &process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
}

} // namespace

KeychainWorld::KeychainWorld(const QString &sources)
    : m_sources(sources)
{
    QDir folder(m_folder.path());
    for (const char *name : {"data", "run", "home"}) {
        folder.mkdir(QString::fromLatin1(name));
        QFile::setPermissions(folder.filePath(QString::fromLatin1(name)),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

KeychainWorld::~KeychainWorld()
{
    for (QProcess *process : {m_prompter.get(), m_wallet.get(), m_keyring.get(), m_bus.get()})
        stop(process);
}

bool KeychainWorld::startBus()
{
    QFile configuration(m_folder.filePath(QStringLiteral("bus.conf")));
    const QString socket = m_folder.filePath(QStringLiteral("bus"));
    const QByteArray text = QString::fromLatin1(busConfiguration).arg(socket).toUtf8();
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(text) != text.size())
        return false;
    configuration.close();
    m_bus = start(QStringLiteral("dbus-daemon"),
                  {QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                   QStringLiteral("--config-file=%1").arg(configuration.fileName())},
                  {});
    m_address = QStringLiteral("unix:path=%1").arg(socket);
    return waitForLine(*m_bus, "unix:");
}

bool KeychainWorld::startKeyring(bool isUnlocked)
{
    QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (isUnlocked)
        arguments += QStringLiteral("--unlock");
    m_keyring = start(QStringLiteral("gnome-keyring-daemon"), arguments,
                      isUnlocked ? QByteArrayLiteral("password") : QByteArray());
    return QTest::qWaitFor([this] { return isKeyringOnBus(); }, startMilliseconds);
}

bool KeychainWorld::startPrompter(const QString &mode)
{
    m_prompter = startScript(QStringLiteral("prompter.py"), {mode, QStringLiteral("password")});
    return waitForLine(*m_prompter, "ready");
}

bool KeychainWorld::startWallet(const QString &mode)
{
    m_wallet = startScript(QStringLiteral("wallet.py"), {mode});
    return waitForLine(*m_wallet, "ready");
}

bool KeychainWorld::stopKeyring()
{
    stop(m_keyring.get());
    return QTest::qWaitFor([this] { return !isKeyringOnBus(); }, stopMilliseconds);
}

void KeychainWorld::stopWallet()
{
    stop(m_wallet.get());
}

void KeychainWorld::signalKeyring(int signal)
{
    signalTo(*m_keyring, signal);
}

void KeychainWorld::signalWallet(int signal)
{
    signalTo(*m_wallet, signal);
}

bool KeychainWorld::waitUntilAsked()
{
    return waitForLine(*m_prompter, "asked");
}

bool KeychainWorld::waitUntilWalletAsks()
{
    return waitForLine(*m_wallet, "asked");
}

void KeychainWorld::acceptLate()
{
    signalTo(*m_prompter, SIGUSR1);
}

QProcessEnvironment KeychainWorld::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // What could lead out of this session, or name a desktop.
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION",
                             "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID", "KDE_SESSION_VERSION",
                             "GNOME_KEYRING_CONTROL", "QT_NO_GLIB"})
        environment.remove(QString::fromLatin1(name));
    const auto set = [this, &environment](const char *name, const char *folder) {
        environment.insert(QString::fromLatin1(name),
                           m_folder.filePath(QString::fromLatin1(folder)));
    };
    set("HOME", "home");
    set("XDG_DATA_HOME", "data");
    set("XDG_RUNTIME_DIR", "run");
    environment.insert(
        QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
        m_address.isEmpty()
            ? QStringLiteral("unix:path=%1").arg(m_folder.filePath(QStringLiteral("none")))
            : m_address);
    return environment;
}

QStringList KeychainWorld::filesWith(const QList<QByteArray> &texts) const
{
    QStringList found;
    for (const QString &name : files()) {
        QFile file(name);
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const QByteArray &text : texts) {
            if (content.contains(text))
                found += name;
        }
    }
    return found;
}

KeychainWorld::Process KeychainWorld::start(const QString &program, const QStringList &arguments,
                                            const QByteArray &input)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setProcessChannelMode(QProcess::SeparateChannels);
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process->start(program, arguments);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

KeychainWorld::Process KeychainWorld::startScript(const QString &name, const QStringList &arguments)
{
    const QString script = QStringLiteral("%1/tests/fakes/%2").arg(m_sources, name);
    return start(QStringLiteral("/usr/bin/python3"),
                 QStringList{QStringLiteral("-B"), script} + arguments, {});
}

bool KeychainWorld::isKeyringOnBus() const
{
    const QString name = m_folder.path();
    bool isThere = false;
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(m_address, name);
        isThere = bus.isConnected() &&
                  bus.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets"));
    }
    QDBusConnection::disconnectFromBus(name);
    return isThere;
}

QStringList KeychainWorld::files() const
{
    QStringList names;
    QDirIterator iterator(m_folder.path(), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext())
        names += iterator.next();
    return names;
}

} // namespace countersign
