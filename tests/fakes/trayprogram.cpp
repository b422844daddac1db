// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program with nothing but the tray icon, for tests that need a desktop. It writes what it sees
// as lines, and ends when its standard input does.
#include "ui/tray/trayicon.h"

#include <QAction>
#include <QApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const SystemClock clock;
    QAction show(QStringLiteral("Show"));
    QObject::connect(&show, &QAction::triggered, [] { say("show"); });
    TrayIcon tray(QDBusConnection::sessionBus(), clock, {&show}, {.lookEvery = 200ms});
    tray.setStatus({TrayState::Watching, 3, {}});
    QObject::connect(&tray, &TrayIcon::reachableChanged,
                     [](bool isReachable) { say(isReachable ? "reachable" : "unreachable"); });
    QObject::connect(&tray, &TrayIcon::activated, [] { say("activated"); });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    say(tray.isReachable() ? "reachable" : "unreachable");
    return QApplication::exec();
}
