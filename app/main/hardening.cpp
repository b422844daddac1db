// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/hardening.h"

#include "app/domain/note.h"

#include <QByteArray>
#include <QDir>
#include <QLoggingCategory>

#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace countersign {

namespace {

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOurs = QByteArrayView(context.category).startsWith("countersign");
    const bool isChatter = type == QtDebugMsg || type == QtInfoMsg;
    if (isChatter && !isOurs)
        return;
    QString line = message;
    while (const auto secret = keyLikeText(line))
        line.replace(*secret, QStringLiteral("[…]"));
    std::fprintf(stderr, "countersign: %s\n", line.toUtf8().constData());
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void hardenProcess()
{
    qInstallMessageHandler(writeMessage);
    // Rules from outside could switch on categories that print addresses and headers.
    qunsetenv("QT_LOGGING_RULES");
    qunsetenv("QT_LOGGING_CONF");
    ::umask(S_IRWXG | S_IRWXO);
    const struct rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // A core handler that is a pipe does not look at the limit.
    ::prctl(PR_SET_DUMPABLE, 0);
}

void leaveWorkingFolder()
{
    QDir::setCurrent(QDir::rootPath());
}

} // namespace countersign
