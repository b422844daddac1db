// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/handoverwords.h"

#include <QTest>

using namespace countersign;

namespace {

DecisionRecord recordWithNote(const QString &note)
{
    DecisionRecord record;
    record.act = Act::Reject;
    record.where.place.region = RegionId(QStringLiteral("cn-hangzhou"));
    record.executionId = ExecutionId(QStringLiteral("exec-1"));
    record.note = note;
    return record;
}

} // namespace

class tst_HandOverWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_sayThatCountersignWillNotKnow();
    void sandbox_saysWhatTheToolAsks();
    void cmd_isForThePrompt();
    void impossible_saysWhichValueAndCopiesNothing_data();
    void impossible_saysWhichValueAndCopiesNothing();
};

void tst_HandOverWords::words_sayThatCountersignWillNotKnow()
{
    for (const Shell shell : {Shell::Posix, Shell::PowerShell, Shell::Cmd}) {
        const HandOver result = handOver(recordWithNote(QStringLiteral("no")), shell);
        QVERIFY(result.command.contains(QStringLiteral("NotifyExecution")));
        QVERIFY(result.words.contains(QStringLiteral("does the same as this decision")));
        QVERIFY(result.words.contains(QStringLiteral("Countersign will not know of it")));
    }
}

void tst_HandOverWords::sandbox_saysWhatTheToolAsks()
{
    DecisionRecord record = recordWithNote({});
    QVERIFY(!handOver(record, Shell::Posix).words.contains(QStringLiteral("sandbox")));
    record.where.environment.isSandbox = true;
    QVERIFY(handOver(record, Shell::Posix)
                .words.contains(QStringLiteral("asks the real service, not the sandbox")));
}

void tst_HandOverWords::cmd_isForThePrompt()
{
    QVERIFY(handOver(recordWithNote({}), Shell::Cmd)
                .words.contains(QStringLiteral("not for a batch file")));
}

void tst_HandOverWords::impossible_saysWhichValueAndCopiesNothing_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("word");
    QTest::newRow("line break") << Shell::Cmd << QStringLiteral("a\nb")
                                << QStringLiteral("line break");
    QTest::newRow("control") << Shell::Cmd << QStringLiteral("a\tb")
                             << QStringLiteral("control character");
    QTest::newRow("nul") << Shell::Posix << QString(u'a' + QString(QChar(u'\0')))
                         << QStringLiteral("NUL");
    QTest::newRow("surrogate") << Shell::PowerShell << QString(QChar(0xdc00))
                               << QStringLiteral("Unicode");
}

void tst_HandOverWords::impossible_saysWhichValueAndCopiesNothing()
{
    QFETCH(Shell, shell);
    QFETCH(QString, note);
    QFETCH(QString, word);
    const HandOver result = handOver(recordWithNote(note), shell);
    QCOMPARE(result.command, QString());
    QVERIFY2(result.words.contains(word), qPrintable(result.words));
    QVERIFY2(result.words.contains(QStringLiteral("NotifyNote")), qPrintable(result.words));
    QVERIFY(result.words.startsWith(QStringLiteral("Nothing was copied")));
}

QTEST_GUILESS_MAIN(tst_HandOverWords)
#include "tst_handoverwords.moc"
