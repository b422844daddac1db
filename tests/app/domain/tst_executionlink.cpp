// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/executionlink.h"

#include <QTest>

using namespace countersign;

class tst_ExecutionLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isUnderstood_data();
    void text_isUnderstood();
    void text_isRefused_data();
    void text_isRefused();
    void written_isReadBack();
};

void tst_ExecutionLink::text_isUnderstood_data()
{
    using Form = ExecutionLink::Form;
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("account");
    const auto row = [](const char *name, const char *text, Form form, const char *id,
                        const char *region = "", const char *account = "") {
        QTest::newRow(name) << QString::fromUtf8(text) << static_cast<int>(form)
                            << QString::fromLatin1(id) << QString::fromLatin1(region)
                            << QString::fromLatin1(account);
    };
    row("id", " exec-7f3a9c20b1d84e5f93\n", Form::Id, "exec-7f3a9c20b1d84e5f93");
    row("child id", "exec-7f3a9c20b1.child#2", Form::Id, "exec-7f3a9c20b1.child#2");
    row("word", "restart", Form::Word, "restart");
    row("console", "https://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec-1a2b",
        Form::WebConsole, "exec-1a2b", "cn-hangzhou");
    row("console, upper case, slash, more",
        "HTTPS://OOS.console.aliyun.com/us-east-1/execution/detail/exec-1a2b/?spm=a.b&x=1#log",
        Form::WebConsole, "exec-1a2b", "us-east-1");
    row("international console",
        "https://oos.console.alibabacloud.com/eu-west-1/execution/detail/exec-1a2b",
        Form::WebConsole, "exec-1a2b", "eu-west-1");
    row("link", "countersign:///execution/exec-1a2b?account=2000000000000042&region=cn-beijing",
        Form::Link, "exec-1a2b", "cn-beijing", "2000000000000042");
    row("short link", "countersign:exec-1a2b", Form::Link, "exec-1a2b");
    row("link with region", "countersign:cn-hangzhou/exec-1a2b", Form::Link, "exec-1a2b",
        "cn-hangzhou");
    row("link with host", "countersign://execution/exec-1a2b", Form::Link, "exec-1a2b");
    row("link by parameter", "countersign:?execution=exec-1a2b&region=cn-beijing", Form::Link,
        "exec-1a2b", "cn-beijing");
    row("link with foreign parameters",
        "countersign:///execution/exec-1a2b?act=approve&note=ok&profile=prod", Form::Link,
        "exec-1a2b");
    row("escaped id", "countersign:///execution/exec-1a2b%23task", Form::Link, "exec-1a2b#task");
}

void tst_ExecutionLink::text_isUnderstood()
{
    QFETCH(const QString, text);
    QFETCH(const int, form);
    QFETCH(const QString, id);
    QFETCH(const QString, region);
    QFETCH(const QString, account);
    const auto link = executionLinkFrom(text);
    QVERIFY(link);
    QCOMPARE(static_cast<int>(link->form), form);
    QCOMPARE(link->execution.text(), id);
    QCOMPARE(link->region.text(), region);
    QCOMPARE(link->accountId, account);
}

void tst_ExecutionLink::text_isRefused_data()
{
    QTest::addColumn<QString>("text");
    const char *texts[] = {
        "",
        "two words",
        "exec-\u202e1",
        "http://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec-1a2b",
        "https://oos.console.aliyun.com.evil.example/cn-hangzhou/execution/detail/exec-1a2b",
        "https://oos.console.aliyun.com@evil.example/cn-hangzhou/execution/detail/exec-1a2b",
        "https://user@oos.console.aliyun.com/cn-hangzhou/execution/detail/exec-1a2b",
        "https://oos.console.aliyun.com:444/cn-hangzhou/execution/detail/exec-1a2b",
        "https://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec-1a2b/more",
        "https://oos.console.aliyun.com/cn-hangzhou/template/detail/exec-1a2b",
        "https://oos.console.aliyun.com/CN_1/execution/detail/exec-1a2b",
        "https://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec%2F1",
        "https://oos.console.aliyun.com/cn-hangzhou/execution/detail/exec%0A1",
        "https://evil.example/cn-hangzhou/execution/detail/exec-1a2b",
        "countersign:",
        "countersign://evil.example/execution/exec-1a2b",
        "countersign://evil.example?execution=exec-1a2b",
        "countersign:///execution/exec-1a2b/approve",
        "countersign:///Approve/exec-1a2b",
        "countersign:cn-hangzhou/exec-1?region=cn-beijing",
        "countersign:///execution/exec%201",
        "countersign:///execution/exec-1?region=..%2F..",
        "countersign:///execution/exec-1?region=cn-beijing&region=cn-hangzhou",
        "countersign:///execution/exec-1?account=admin",
        "file:///etc/passwd",
        "javascript:alert(1)",
    };
    for (const char *text : texts)
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("long") << QString(2'049, QLatin1Char('a'));
    QTest::newRow("long id") << QString(129, QLatin1Char('a'));
}

void tst_ExecutionLink::text_isRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!executionLinkFrom(text));
}

void tst_ExecutionLink::written_isReadBack()
{
    const ExecutionId id(QStringLiteral("exec-1a2b.c#d:e"));
    const RegionId region(QStringLiteral("cn-hangzhou"));
    const auto link =
        executionLinkFrom(executionLinkText(id, region, QStringLiteral("2000000000000042")));
    QVERIFY(link);
    QCOMPARE(link->execution, id);
    QCOMPARE(link->region, region);
    QCOMPARE(link->accountId, QStringLiteral("2000000000000042"));
    const auto bare = executionLinkFrom(executionLinkText(id, {}, {}));
    QVERIFY(bare);
    QCOMPARE(bare->execution, id);
}

QTEST_GUILESS_MAIN(tst_ExecutionLink)
#include "tst_executionlink.moc"
