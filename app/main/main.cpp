// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/commandline.h"
#include "app/main/hardening.h"
#include "app/main/program.h"
#include "ui/views/heldkeys.h"
#include "ui/views/scrollaccess.h"
#include "ui/views/secretaccess.h"
#include "ui/windows/languages.h"
#include "version.h"

#include <QApplication>
#include <QLocale>

#include <cstdio>

namespace {

constexpr int refusedCommandLine = 2;

//! The language asked for through LANGUAGE goes before the one for dates and numbers.
QLocale wantedLocale()
{
    const QString asked = qEnvironmentVariable("LANGUAGE").section(QLatin1Char(':'), 0, 0);
    return asked.isEmpty() ? QLocale::system() : QLocale(asked);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("countersign"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(countersign::programVersion));
}

//! Help and version need no display, so they are answered before one is asked for.
countersign::CommandLine readCommandLine(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    nameApplication();
    countersign::Languages languages;
    languages.use(wantedLocale());
    return countersign::readCommandLine(QCoreApplication::arguments());
}

int answer(const countersign::CommandLine &line)
{
    const bool isRefused = line.task == countersign::CommandLine::Task::Refuse;
    std::fprintf(isRefused ? stderr : stdout, "%s\n", line.message.trimmed().toUtf8().constData());
    return isRefused ? refusedCommandLine : 0;
}

} // namespace

int main(int argc, char **argv)
{
    countersign::hardenProcess(countersign::isConfined());
    const countersign::CommandLine line = readCommandLine(argc, argv);
    if (line.task != countersign::CommandLine::Task::Run)
        return answer(line);
    countersign::leaveWorkingFolder();

    QApplication application(argc, argv);
    const countersign::HeldKeys heldKeys(&application);
    countersign::installScrollAccess();
    countersign::installSecretAccess();
    nameApplication();
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.countersign.Countersign"));
    countersign::Languages languages;
    languages.use(wantedLocale());
    countersign::Program program(line, languages);
    program.start();
    return QApplication::exec();
}
