// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/instancemessage.h"

#include <QTest>

using namespace countersign;

class tst_InstanceMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_isReadBack_data();
    void line_isReadBack();
    void token_unusualOneIsLeftOut_data();
    void token_unusualOneIsLeftOut();
    void otherForms_areRead();
    void garbage_isNoMessage_data();
    void garbage_isNoMessage();
    void limits_longestReviewPasses();
};

void tst_InstanceMessage::line_isReadBack_data()
{
    QTest::addColumn<InstanceMessage>("message");
    QTest::newRow("raise") << InstanceMessage{};
    QTest::newRow("raise with token")
        << InstanceMessage{{}, QStringLiteral("gnome-shell/x/1-0 TIME7")};
    QTest::newRow("id") << InstanceMessage{QStringLiteral("exec-7f3a9c20b1d8"), {}};
    QTest::newRow("link") << InstanceMessage{
        QStringLiteral("countersign:cn-hangzhou/exec-1?a=\"b\"&c=\\"), QStringLiteral("token-1")};
    QTest::newRow("Chinese") << InstanceMessage{QStringLiteral("执行 exec-1 😀"), {}};
}

void tst_InstanceMessage::line_isReadBack()
{
    QFETCH(InstanceMessage, message);
    const QByteArray line = instanceMessageLine(message);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QVERIFY(readInstanceMessage(line) == message);
}

void tst_InstanceMessage::token_unusualOneIsLeftOut_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("too long") << QString(257, QLatin1Char('a'));
    QTest::newRow("control character") << QStringLiteral("a\x1b[0m");
    QTest::newRow("not ASCII") << QStringLiteral("é");
}

void tst_InstanceMessage::token_unusualOneIsLeftOut()
{
    QFETCH(QString, token);
    QVERIFY(readInstanceMessage(instanceMessageLine({QStringLiteral("exec-1"), token})) ==
            (InstanceMessage{QStringLiteral("exec-1"), {}}));
}

void tst_InstanceMessage::otherForms_areRead()
{
    QVERIFY(readInstanceMessage("{ \"token\" : \"t\", \"show\" : true }\r\n") ==
            (InstanceMessage{{}, QStringLiteral("t")}));
}

void tst_InstanceMessage::garbage_isNoMessage_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("empty line") << QByteArray("\n");
    QTest::newRow("not ended") << QByteArray("{\"show\":true}");
    QTest::newRow("words") << QByteArray("show\n");
    QTest::newRow("list") << QByteArray("[\"show\"]\n");
    QTest::newRow("no act") << QByteArray("{}\n");
    QTest::newRow("token only") << QByteArray("{\"token\":\"t\"}\n");
    QTest::newRow("show false") << QByteArray("{\"show\":false}\n");
    QTest::newRow("show text") << QByteArray("{\"show\":\"true\"}\n");
    QTest::newRow("both") << QByteArray("{\"show\":true,\"review\":\"exec-1\"}\n");
    QTest::newRow("another act") << QByteArray("{\"approve\":\"exec-1\"}\n");
    QTest::newRow("an act beside it") << QByteArray("{\"review\":\"exec-1\",\"note\":\"go\"}\n");
    QTest::newRow("review twice") << QByteArray("{\"review\":\"exec-1\",\"review\":\"exec-2\"}\n");
    QTest::newRow("empty review") << QByteArray("{\"review\":\"\"}\n");
    QTest::newRow("review number") << QByteArray("{\"review\":7}\n");
    QTest::newRow("review with a line feed") << QByteArray("{\"review\":\"exec-1\\nexec-2\"}\n");
    QTest::newRow("review with NUL") << QByteArray("{\"review\":\"exec-1\\u0000\"}\n");
    QTest::newRow("review too long") << "{\"review\":\"" + QByteArray(2'049, 'a') + "\"}\n";
    QTest::newRow("token too long")
        << "{\"show\":true,\"token\":\"" + QByteArray(257, 'a') + "\"}\n";
    QTest::newRow("token number") << QByteArray("{\"show\":true,\"token\":1}\n");
    QTest::newRow("token with an escape") << QByteArray("{\"show\":true,\"token\":\"\\u001b\"}\n");
    QTest::newRow("bad UTF-8") << QByteArray("{\"review\":\"exec-\xff\"}\n");
    QTest::newRow("two lines") << QByteArray("{\"show\":true}\n{\"show\":true}\n");
    QTest::newRow("more than 4 KiB") << "{\"show\":true" + QByteArray(4'096, ' ') + "}\n";
}

void tst_InstanceMessage::garbage_isNoMessage()
{
    QFETCH(QByteArray, line);
    QVERIFY(!readInstanceMessage(line));
}

void tst_InstanceMessage::limits_longestReviewPasses()
{
    const QString longest(2'048, QLatin1Char('a'));
    QVERIFY(readInstanceMessage(instanceMessageLine({longest, {}})) ==
            (InstanceMessage{longest, {}}));
}

QTEST_GUILESS_MAIN(tst_InstanceMessage)
#include "tst_instancemessage.moc"
