// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/execution.h"

#include <QTest>

using namespace countersign;

class TestExecution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStates();
    void readsModes();
    void namesUsers();
};

void TestExecution::readsStates()
{
    for (const char16_t *word : {u"Started", u"Queued", u"Running", u"Waiting", u"Success",
                                 u"Failed", u"Cancelled", u"Pending", u"Skipped"})
        QCOMPARE(runStatusText(runStatusFromText(word)), QString::fromUtf16(word));
    for (const char16_t *word : {u"", u"waiting", u"Canceled", u"Success "})
        QCOMPARE(runStatusFromText(word), RunStatus::Unknown);
    QCOMPARE(runStatusText(RunStatus::Unknown), QString());
    QVERIFY(isFinal(RunStatus::Skipped));
    QVERIFY(isFinal(RunStatus::Cancelled));
    QVERIFY(!isFinal(RunStatus::Unknown));
    QVERIFY(!isFinal(RunStatus::Pending));
}

void TestExecution::readsModes()
{
    QCOMPARE(runModeFromText(u"Automatic"), RunMode::Automatic);
    QCOMPARE(runModeFromText(u"FailurePause"), RunMode::FailurePause);
    QCOMPARE(runModeFromText(u"Debug"), RunMode::Debug);
    QCOMPARE(runModeFromText(u"debug"), RunMode::Unknown);
}

void TestExecution::namesUsers()
{
    QCOMPARE(userNameOf(QStringLiteral("bob(20123456)")), QStringLiteral("bob"));
    QCOMPARE(userNameOf(QStringLiteral("20123456")), QStringLiteral("20123456"));
    QCOMPARE(userNameOf(QStringLiteral("(1)")), QStringLiteral("(1)"));
    QCOMPARE(userNameOf(QString()), QString());
}

QTEST_APPLESS_MAIN(TestExecution)
#include "tst_execution.moc"
