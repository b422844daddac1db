// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/webconsole.h"

#include <QTest>

using namespace countersign;

class TestWebConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheConsoleIsOpened_data();
    void onlyTheConsoleIsOpened();
};

void TestWebConsole::onlyTheConsoleIsOpened_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("opens");
    const QString good[] = {
        QStringLiteral("https://oos.console.aliyun.com/"),
        QStringLiteral("https://oos.console.aliyun.com"),
        QStringLiteral("https://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec-1"),
        QStringLiteral("https://oos.console.aliyun.com/cn-hangzhou/execution?x=1#y"),
        QStringLiteral("https://oos.console.alibabacloud.com/eu-central-1/execution/detail/exec-2"),
        QStringLiteral("HTTPS://OOS.Console.Aliyun.Com/cn-hangzhou"), // names of hosts have no case
    };
    for (const QString &address : good)
        QTest::newRow(qPrintable(address)) << address << true;
    const QString host = QStringLiteral("oos.console.aliyun.com");
    for (const char *scheme : {"http",      "ftp",    "file",   "smb",   "javascript",  "data",
                               "mailto",    "tel",    "ssh",    "vnc",   "rdp",         "ldap",
                               "nfs",       "dav",    "webcal", "steam", "countersign", "ms-msdt",
                               "search-ms", "magnet", "gopher", "jar",   "view-source", "about",
                               "chrome",    "qrc",    "sftp",   "ws",    "wss",         "httpss"})
        QTest::newRow(scheme) << QString(QString::fromLatin1(scheme) + QStringLiteral("://") +
                                         host + QStringLiteral("/x"))
                              << false;
    const QString bad[] = {
        QStringLiteral(""),
        QStringLiteral("oos.console.aliyun.com"),
        QStringLiteral("//oos.console.aliyun.com/x"),
        QStringLiteral("https:///x"),
        QStringLiteral("https://"),
        QStringLiteral("https://oos.console.aliyun.com:443/x"),
        QStringLiteral("https://oos.console.aliyun.com:8443/x"),
        QStringLiteral("https://user@oos.console.aliyun.com/x"),
        QStringLiteral("https://user:secret@oos.console.aliyun.com/x"),
        QStringLiteral("https://oos.console.aliyun.com@evil.example/x"),
        QStringLiteral("https://oos.console.aliyun.com.evil.example/x"),
        QStringLiteral("https://evil.example/oos.console.aliyun.com"),
        QStringLiteral("https://evil.example#oos.console.aliyun.com"),
        QStringLiteral("https://evil.example?oos.console.aliyun.com"),
        QStringLiteral("https://xoos.console.aliyun.com/x"),
        QStringLiteral("https://oos-console.aliyun.com/x"),
        QStringLiteral("https://oos.console.aliyun.com./x"),
        QStringLiteral("https://.oos.console.aliyun.com/x"),
        QStringLiteral("https://oos.console.aliyun.co/x"),
        QStringLiteral("https://oos.console.aliyun.com.cn/x"),
        QStringLiteral("https://aliyun.com/x"),
        QStringLiteral("https://www.aliyun.com/x"),
        QStringLiteral("https://oos.console.aliyun\u3002com.evil.example/x"),
        QStringLiteral("https://oos.c\u043Ensole.aliyun.com/x"),
        QStringLiteral("https://xn--os-emc.console.aliyun.com/x"),
        QStringLiteral("https://127.0.0.1/x"),
        QStringLiteral("https://[::1]/x"),
        QStringLiteral("https://localhost/x"),
        QStringLiteral("https://oos.console.aliyun.com%00.evil.example/x"),
        QStringLiteral("https://oos.console.aliyun.com%2f@evil.example/x"),
        QStringLiteral("https://oos.console.aliyun.com\\@evil.example/x"),
        QStringLiteral("https://oos.console.aliyun.com\n.evil.example/x"),
        QStringLiteral("javascript:alert(1)//https://oos.console.aliyun.com/"),
        QStringLiteral("/etc/passwd"),
        QStringLiteral("C:\\Windows\\system32\\calc.exe"),
        QStringLiteral("\\\\server\\share"),
        QStringLiteral("https:oos.console.aliyun.com/x"),
    };
    for (const QString &address : bad)
        QTest::newRow(qPrintable(QStringLiteral("bad %1").arg(address))) << address << false;
}

void TestWebConsole::onlyTheConsoleIsOpened()
{
    QFETCH(QString, address);
    QFETCH(bool, opens);
    std::vector<QUrl> opened;
    const bool isOpened = openConsole(QUrl(address), [&opened](const QUrl &url) {
        opened.push_back(url);
        return true;
    });
    QCOMPARE(isOpened, opens);
    QCOMPARE(opened.size(), opens ? size_t(1) : size_t(0));
}

QTEST_MAIN(TestWebConsole)
#include "tst_webconsole.moc"
