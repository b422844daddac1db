// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/noticetext.h"

#include <QTest>

using namespace countersign;

namespace {

Notice arrivals(int waits)
{
    Notice notice;
    notice.profileAliases = {QStringLiteral("acme-prod")};
    notice.waits = waits;
    notice.waitKind = WaitKind::Approval;
    return notice;
}

} // namespace

class tst_NoticeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivals_sayCountAccountAndKind();
    void eachKind_hasItsOwnTitle();
    void digest_namesThreeAccountsAtMost();
    void digest_ofAllThings_saysAllOfThem();
    void names_standOnLinesOfTheirOwn();
    void hostileText_staysOneLineAndHasNoHiddenCharacters_data();
    void hostileText_staysOneLineAndHasNoHiddenCharacters();
};

void tst_NoticeText::arrivals_sayCountAccountAndKind()
{
    const NoticeText text = noticeText(arrivals(3));
    QCOMPARE(text.title, QStringLiteral("3 new wait(s) need you"));
    QCOMPARE(text.body, QStringLiteral("acme-prod · Approval"));
    Notice mixed = arrivals(3);
    mixed.waitKind.reset();
    QCOMPARE(noticeText(mixed).body, QStringLiteral("acme-prod · several kinds"));
}

void tst_NoticeText::eachKind_hasItsOwnTitle()
{
    Notice notice = arrivals(2);
    QSet<QString> titles = {noticeText(notice).title};
    for (const Notice::Kind kind : {Notice::Kind::Reminder, Notice::Kind::Digest}) {
        notice.kind = kind;
        titles.insert(noticeText(notice).title);
    }
    Notice failed;
    failed.kind = Notice::Kind::RunsEnded;
    failed.profileAliases = notice.profileAliases;
    failed.failedRuns = 1;
    titles.insert(noticeText(failed).title);
    QCOMPARE(noticeText(failed).body, QStringLiteral("acme-prod"));
    failed.failedRuns = 0;
    failed.otherRuns = 1;
    titles.insert(noticeText(failed).title);
    QCOMPARE(noticeText(failed).body, QStringLiteral("acme-prod"));
    QCOMPARE(titles.size(), 5);
}

void tst_NoticeText::digest_namesThreeAccountsAtMost()
{
    Notice digest = arrivals(9);
    digest.kind = Notice::Kind::Digest;
    digest.profileAliases = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    QCOMPARE(noticeText(digest).body, QStringLiteral("a, b, c · Approval"));
    digest.profileAliases += {QStringLiteral("d"), QStringLiteral("e")};
    QCOMPARE(noticeText(digest).body, QStringLiteral("a, b, c and 2 more account(s) · Approval"));
}

void tst_NoticeText::digest_ofAllThings_saysAllOfThem()
{
    Notice digest = arrivals(4);
    digest.kind = Notice::Kind::Digest;
    digest.failedRuns = 2;
    digest.otherRuns = 1;
    const NoticeText text = noticeText(digest);
    QCOMPARE(text.title, QStringLiteral("4 wait(s) need you"));
    QCOMPARE(text.body.split(QLatin1Char('\n')),
             (QStringList{QStringLiteral("acme-prod · Approval"),
                          QStringLiteral("2 run(s) you decided failed"),
                          QStringLiteral("1 run(s) you decided ended")}));
}

void tst_NoticeText::names_standOnLinesOfTheirOwn()
{
    Notice named = arrivals(1);
    named.headings = {QStringLiteral("Approval “gate”")};
    named.failedTasks = {QStringLiteral("removeNodes")};
    QCOMPARE(noticeText(named).body.split(QLatin1Char('\n')),
             (QStringList{QStringLiteral("acme-prod · Approval"), QStringLiteral("Approval “gate”"),
                          QStringLiteral("Task “removeNodes” failed")}));
}

void tst_NoticeText::hostileText_staysOneLineAndHasNoHiddenCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("override") << QStringLiteral("abc\u202Edcba");
    QTest::newRow("lines") << QStringLiteral("a\nb\r\nc\td");
    QTest::newRow("nul") << QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("long") << QString(100'000, QLatin1Char('W'));
    QTest::newRow("accents") << QString(QStringLiteral("a") + QString(10'000, QChar(0x0301)));
    QTest::newRow("places") << QStringLiteral("%1 %2 %n %L1");
}

void tst_NoticeText::hostileText_staysOneLineAndHasNoHiddenCharacters()
{
    QFETCH(QString, text);
    Notice hostile = arrivals(1);
    hostile.profileAliases = {text, text};
    hostile.headings = {text};
    hostile.failedTasks = {text};
    const NoticeText words = noticeText(hostile);
    QCOMPARE(words.title, QStringLiteral("1 new wait(s) need you"));
    QCOMPARE(words.body.count(QLatin1Char('\n')), 2);
    QVERIFY(words.body.endsWith(QStringLiteral("” failed")));
    QVERIFY(words.body.contains(QStringLiteral(" · Approval\n")));
    QVERIFY(words.body.size() < 1'000);
    for (const QChar character : words.body)
        QVERIFY(character == u'\n' || (character.category() != QChar::Other_Control &&
                                       character.category() != QChar::Other_Format));
}

QTEST_GUILESS_MAIN(tst_NoticeText)
#include "tst_noticetext.moc"
