// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/hardening.h"

#include <QLoggingCategory>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <functional>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace countersign;

namespace {

struct Ended
{
    int status = 0;
    QByteArray words; //!< from its standard error
};

//! What a child that does this comes to: hardening cannot be taken back.
Ended inChild(const std::function<int()> &work)
{
    QTemporaryFile file;
    if (!file.open())
        return {-1, "no file"};
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(file.handle(), STDERR_FILENO);
        ::signal(SIGABRT, SIG_DFL); // the test's own handler tells what its child was doing
        ::_exit(work());
    }
    Ended ended;
    ::waitpid(child, &ended.status, 0);
    file.seek(0);
    ended.words = file.readAll();
    return ended;
}

bool isExit(const Ended &ended, int code)
{
    return WIFEXITED(ended.status) && WEXITSTATUS(ended.status) == code;
}

} // namespace

class tst_Hardening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void process_isClosed();
    void confinedProcess_staysOpenToPortals();
    void variables_thatMakeLibrariesTell_areGone();
    void chatter_isDropped();
    void warning_isScrubbed();
    void exceptionNobodyCaught_isToldWithoutItsText();
    void fatalMessage_leavesNoDump();
    void snapVariable_aloneIsNoConfinement();
};

void tst_Hardening::process_isClosed()
{
    const Ended ended = inChild([] {
        ::umask(0);
        hardenProcess(false);
        struct rlimit core = {1, 1};
        ::getrlimit(RLIMIT_CORE, &core);
        const bool isClosed = ::umask(0) == 077 && core.rlim_cur == 0 && core.rlim_max == 0 &&
                              ::prctl(PR_GET_DUMPABLE) == 0;
        return isClosed ? 7 : 1;
    });
    QVERIFY2(isExit(ended, 7), ended.words.constData());
}

void tst_Hardening::confinedProcess_staysOpenToPortals()
{
    const Ended ended = inChild([] {
        hardenProcess(true);
        struct rlimit core = {1, 1};
        ::getrlimit(RLIMIT_CORE, &core);
        return core.rlim_max == 0 && ::prctl(PR_GET_DUMPABLE) == 1 ? 7 : 1;
    });
    QVERIFY2(isExit(ended, 7), ended.words.constData());
}

void tst_Hardening::variables_thatMakeLibrariesTell_areGone()
{
    const Ended ended = inChild([] {
        const auto names = {"QT_LOGGING_RULES", "QT_LOGGING_CONF", "QT_DEBUG_PLUGINS",
                            "G_MESSAGES_DEBUG", "SSLKEYLOGFILE"};
        for (const char *name : names)
            qputenv(name, "*=true");
        hardenProcess(false);
        return std::any_of(names.begin(), names.end(),
                           [](const char *name) { return qEnvironmentVariableIsSet(name); })
                   ? 1
                   : 7;
    });
    QVERIFY2(isExit(ended, 7), ended.words.constData());
}

void tst_Hardening::chatter_isDropped()
{
    const Ended ended = inChild([] {
        hardenProcess(false);
        qDebug("of a library");
        qInfo("of a library");
        return 7;
    });
    QVERIFY(isExit(ended, 7));
    QCOMPARE(ended.words, QByteArray());
}

void tst_Hardening::warning_isScrubbed()
{
    const Ended ended = inChild([] {
        hardenProcess(false);
        qWarning("no answer from https://oos.example/?Signature=abc for LTAI5tQwErTy99ab");
        return 7;
    });
    QVERIFY(isExit(ended, 7));
    QCOMPARE(ended.words, QByteArray("countersign: no answer from https://oos.example/?[removed] "
                                     "for [removed]\n"));
}

void tst_Hardening::exceptionNobodyCaught_isToldWithoutItsText()
{
    const Ended ended = inChild([]() -> int {
        hardenProcess(false);
        // Out of a thread nobody can catch it.
        std::thread([] { throw std::runtime_error("the secret"); }).join();
        return 1;
    });
    QVERIFY(WIFSIGNALED(ended.status));
    QCOMPARE(WTERMSIG(ended.status), SIGABRT);
    QCOMPARE(ended.words, QByteArray("countersign: ended by an error that nobody handled\n"));
}

void tst_Hardening::fatalMessage_leavesNoDump()
{
    const Ended ended = inChild([]() -> int {
        hardenProcess(false);
        qFatal("AccessKeySecret=planted");
        return 1;
    });
    QVERIFY(WIFSIGNALED(ended.status));
    QVERIFY(!WCOREDUMP(ended.status));
    QCOMPARE(ended.words, QByteArray("countersign: AccessKeySecret=[removed]\n"));
}

void tst_Hardening::snapVariable_aloneIsNoConfinement()
{
    qputenv("SNAP", "/snap/other/1");
    QVERIFY(!isConfined());
    qunsetenv("SNAP");
}

QTEST_GUILESS_MAIN(tst_Hardening)
#include "tst_hardening.moc"
