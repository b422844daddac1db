// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/commandline.h"

#include <QDir>
#include <QTest>

using namespace countersign;
using Task = CommandLine::Task;

namespace {

CommandLine lineOf(const QStringList &arguments)
{
    return readCommandLine(QStringList{QStringLiteral("countersign")} + arguments);
}

//! A web-console address of one execution.
const QString consoleAddress =
    QStringLiteral("https://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec-1");

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing_runsOnTheUsualPlaces();
    void version_isOneLine();
    void help_namesEveryOption();
    void sandbox_withAndWithoutAFile_data();
    void sandbox_withAndWithoutAFile();
    void configRoot_isMadeAbsolute();
    void background_startsHidden();
    void screenshot_onlyWithTheSandbox();
    void review_namesAnExecution_data();
    void review_namesAnExecution();
    void review_emptyAtTheEnd_isNoReview();
    void wrong_isRefusedInWords_data();
    void wrong_isRefusedInWords();
};

void tst_CommandLine::nothing_runsOnTheUsualPlaces()
{
    const CommandLine line = lineOf({});
    QCOMPARE(line.task, Task::Run);
    QVERIFY(!line.usesSandbox);
    QVERIFY(!line.startsHidden);
    for (const QString &text : {line.message, line.announcementFile, line.configRoot,
                                line.textToOpen, line.screenshotFolder})
        QVERIFY(text.isEmpty());
}

void tst_CommandLine::version_isOneLine()
{
    const CommandLine line = lineOf({QStringLiteral("--version")});
    QCOMPARE(line.task, Task::ShowVersion);
    QVERIFY(line.message.startsWith(QStringLiteral("countersign ")));
    QVERIFY(line.message.back().isDigit());
    QVERIFY(!line.message.contains(QLatin1Char('\n')));
}

void tst_CommandLine::help_namesEveryOption()
{
    const CommandLine line = lineOf({QStringLiteral("--help")});
    QCOMPARE(line.task, Task::ShowHelp);
    for (const char *option : {"--sandbox", "--config-root <DIR>", "--review <TEXT>",
                               "--background", "--screenshot <DIR>", "--version", "--help"})
        QVERIFY2(line.message.contains(QString::fromLatin1(option)), option);
    QCOMPARE(lineOf({QStringLiteral("-h")}).task, Task::ShowHelp);
    QCOMPARE(lineOf({QStringLiteral("-v")}).task, Task::ShowVersion);
}

void tst_CommandLine::sandbox_withAndWithoutAFile_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    const QString here = QDir::currentPath();
    QTest::newRow("alone") << QStringList{QStringLiteral("--sandbox")} << QString();
    QTest::newRow("before another option")
        << QStringList{QStringLiteral("--sandbox"), QStringLiteral("--background")} << QString();
    QTest::newRow("absolute") << QStringList{QStringLiteral("--sandbox=/a/b.json")}
                              << QStringLiteral("/a/b.json");
    QTest::newRow("relative") << QStringList{QStringLiteral("--sandbox=b.json")}
                              << QString(here + QStringLiteral("/b.json"));
}

void tst_CommandLine::sandbox_withAndWithoutAFile()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, file);
    const CommandLine line = lineOf(arguments);
    QCOMPARE(line.task, Task::Run);
    QVERIFY(line.usesSandbox);
    QCOMPARE(line.announcementFile, file);
}

void tst_CommandLine::configRoot_isMadeAbsolute()
{
    QCOMPARE(lineOf({QStringLiteral("--config-root"), QStringLiteral("/a/root")}).configRoot,
             QStringLiteral("/a/root"));
    QCOMPARE(lineOf({QStringLiteral("--config-root=root")}).configRoot,
             QString(QDir::currentPath() + QStringLiteral("/root")));
}

void tst_CommandLine::background_startsHidden()
{
    const CommandLine line = lineOf({QStringLiteral("--background")});
    QCOMPARE(line.task, Task::Run);
    QVERIFY(line.startsHidden);
    QVERIFY(!line.usesSandbox);
}

void tst_CommandLine::screenshot_onlyWithTheSandbox()
{
    const CommandLine line = lineOf(
        {QStringLiteral("--sandbox"), QStringLiteral("--screenshot"), QStringLiteral("/pictures")});
    QCOMPARE(line.task, Task::Run);
    QCOMPARE(line.screenshotFolder, QStringLiteral("/pictures"));
    const CommandLine alone = lineOf({QStringLiteral("--screenshot"), QStringLiteral("/pictures")});
    QCOMPARE(alone.task, Task::Refuse);
    QVERIFY(alone.message.contains(QStringLiteral("--sandbox")));
}

void tst_CommandLine::review_namesAnExecution_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("id") << QStringLiteral("exec-1");
    QTest::newRow("link") << QStringLiteral("countersign:cn-hangzhou/exec-1");
    QTest::newRow("web-console address") << consoleAddress;
    QTest::newRow("link that names nothing") << QStringLiteral("countersign:///approve/now");
}

void tst_CommandLine::review_namesAnExecution()
{
    QFETCH(QString, text);
    for (const QStringList &arguments :
         {QStringList{QStringLiteral("--review"), text},
          QStringList{QString(QStringLiteral("--review=") + text)}}) {
        const CommandLine line = lineOf(arguments);
        QCOMPARE(line.task, Task::Run);
        QCOMPARE(line.textToOpen, text);
    }
}

void tst_CommandLine::review_emptyAtTheEnd_isNoReview()
{
    const CommandLine line = lineOf({QStringLiteral("--review")});
    QCOMPARE(line.task, Task::Run);
    QVERIFY(line.textToOpen.isEmpty());
}

void tst_CommandLine::wrong_isRefusedInWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown option")
        << QStringList{QStringLiteral("--approve=exec-1")} << QStringLiteral("approve");
    // Qt's own help option would come with this one, which has nothing to say here.
    QTest::newRow("help of Qt's options")
        << QStringList{QStringLiteral("--help-all")} << QStringLiteral("help-all");
    QTest::newRow("something left over")
        << QStringList{QStringLiteral("exec-1")} << QStringLiteral("exec-1");
    QTest::newRow("left over, not fit to be shown")
        << QStringList{QStringLiteral("a\x1b[2J")} << QStringLiteral("⟨U+001B⟩");
    QTest::newRow("config root without a folder")
        << QStringList{QStringLiteral("--config-root")} << QStringLiteral("config-root");
    QTest::newRow("screenshot without a folder")
        << QStringList{QStringLiteral("--sandbox"), QStringLiteral("--screenshot")}
        << QStringLiteral("screenshot");
    QTest::newRow("background with a value")
        << QStringList{QStringLiteral("--background=yes")} << QStringLiteral("background");
    QTest::newRow("review of another host")
        << QStringList{QStringLiteral("--review=https://example.com/cn-hangzhou/execution/detail/"
                                      "exec-1")}
        << QStringLiteral("--review");
    QTest::newRow("review before an option")
        << QStringList{QStringLiteral("--review"), QStringLiteral("--sandbox")}
        << QStringLiteral("review");
}

void tst_CommandLine::wrong_isRefusedInWords()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const CommandLine line = lineOf(arguments);
    QCOMPARE(line.task, Task::Refuse);
    QVERIFY2(line.message.contains(words), qPrintable(line.message));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
