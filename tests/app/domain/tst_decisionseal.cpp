// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/changedrecords.h"

#include <QTest>

using namespace countersign;

class tst_DecisionSeal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField_changed_breaksTheSeal();
    void equalRecords_haveEqualSeals();
    void withoutSeal_isNotIntact();
    void listsAreClosed();
    void recordOfBefore_keepsItsSeal();
};

void tst_DecisionSeal::everyField_changed_breaksTheSeal()
{
    const DecisionRecord record = sealed(wholeRecord());
    QVERIFY(isSealIntact(record));
    for (const ChangedRecord &changed : changedRecords(record)) {
        QVERIFY2(!isSealIntact(changed.record), qPrintable(changed.field));
        QVERIFY2(frozenDigest(changed.record) != record.frozenSha256, qPrintable(changed.field));
    }
}

void tst_DecisionSeal::equalRecords_haveEqualSeals()
{
    const DecisionRecord record = wholeRecord();
    QCOMPARE(frozenDigest(record), frozenDigest(sealed(record)));
    QCOMPARE(frozenDigest(record).size(), 64);
    DecisionRecord elsewhere = record;
    elsewhere.frozenAt = record.frozenAt.toOffsetFromUtc(8 * 3600);
    QCOMPARE(frozenDigest(elsewhere), frozenDigest(record));
}

void tst_DecisionSeal::withoutSeal_isNotIntact()
{
    QVERIFY(!isSealIntact(wholeRecord()));
    DecisionRecord other = sealed(wholeRecord());
    other.frozenSha256 = QByteArray(64, '0');
    QVERIFY(!isSealIntact(other));
}

// What stands at the end of one field does not count as the begin of the next.
void tst_DecisionSeal::listsAreClosed()
{
    DecisionRecord a = wholeRecord();
    DecisionRecord b = a;
    a.taskName = QStringLiteral("ab");
    a.nextTaskName = QStringLiteral("c");
    b.taskName = QStringLiteral("a");
    b.nextTaskName = QStringLiteral("bc");
    QVERIFY(frozenDigest(a) != frozenDigest(b));
    a = b;
    a.taskExecutionIds = {TaskExecutionId(QStringLiteral("t1,t2"))};
    b.taskExecutionIds = {TaskExecutionId(QStringLiteral("t1")),
                          TaskExecutionId(QStringLiteral("t2"))};
    QVERIFY(frozenDigest(a) != frozenDigest(b));
}

// The seal of a record from before there was a kind of actor, as that version made it.
void tst_DecisionSeal::recordOfBefore_keepsItsSeal()
{
    DecisionRecord record = wholeRecord();
    record.where.actorKind = ActorKind::Unknown;
    record.where.actorVerifiedAt = {};
    QCOMPARE(frozenDigest(record),
             QByteArray("67ba76fe5cbee2ce70c9ba22d4b09b11372fed13b89e2f2b2a3475be2f189250"));
}

QTEST_GUILESS_MAIN(tst_DecisionSeal)
#include "tst_decisionseal.moc"
