// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/hardening.h"

#include "app/log/scrub.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign {

namespace {

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOurs = QByteArrayView(context.category).startsWith("countersign");
    const bool isChatter = type == QtDebugMsg || type == QtInfoMsg;
    if (isChatter && !isOurs)
        return;
    std::fprintf(stderr, "countersign: %s\n", scrubbed(message).toUtf8().constData());
    if (type == QtFatalMsg)
        std::abort();
}

//! The library's own handler prints what the exception says, which may be anything.
[[noreturn]] void endAfterError()
{
    constexpr char words[] = "countersign: ended by an error that nobody handled\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, words, sizeof words - 1);
    std::abort();
}

void closeDumps(bool isConfined)
{
    const struct rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // A core handler that is a pipe does not look at the limit.
    if (!isConfined)
        ::prctl(PR_SET_DUMPABLE, 0);
}

//! Each secret has a page of its own that is kept from the swap.
void allowLockedPages()
{
    struct rlimit limit = {};
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_MEMLOCK, &limit);
}

//! What would make libraries print addresses, headers and replies, or write them to a file.
void clearTellingVariables()
{
    for (const char *name : {"QT_LOGGING_RULES", "QT_LOGGING_CONF", "QT_LOGGING_DEBUG",
                             "QT_DEBUG_PLUGINS", "G_MESSAGES_DEBUG", "SSLKEYLOGFILE"})
        qunsetenv(name);
}

} // namespace

bool isConfined()
{
    if (QFile::exists(QStringLiteral("/.flatpak-info")))
        return true;
    const QString snap = qEnvironmentVariable("SNAP");
    return !snap.isEmpty() && QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))
                                  .startsWith(QString(snap + QLatin1Char('/')));
}

void hardenProcess(bool isConfined)
{
    ::umask(S_IRWXG | S_IRWXO);
    qInstallMessageHandler(writeMessage);
    std::set_terminate(endAfterError);
    clearTellingVariables();
    closeDumps(isConfined);
    allowLockedPages();
}

void leaveWorkingFolder()
{
    QDir::setCurrent(QDir::rootPath());
}

} // namespace countersign
