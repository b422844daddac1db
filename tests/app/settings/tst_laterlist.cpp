// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/laterlist.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

const Place place{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};

WaitRow row(const QString &execution)
{
    WaitRow wait;
    wait.id = {place, ExecutionId(execution), TaskExecutionId(QStringLiteral("t"))};
    wait.runUpdated = QDateTime(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC);
    return wait;
}

} // namespace

class tst_LaterList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untilATime_endsThen();
    void untilItChanges_endsWhenTheRunIsTouched();
    void learningMore_isNoChange();
    void takenBack_isOver();
    void restart_keepsIt();
    void drop_forgetsWhatIsOver();
    void unreadableTime_isNotForEver();
};

void tst_LaterList::untilATime_endsThen()
{
    const QTemporaryDir folder;
    ManualClock clock;
    LaterList later(folder.filePath(QStringLiteral("l.json")), clock);
    WaitRow wait = row(QStringLiteral("exec-1"));
    later.putOff(wait, clock.now().addSecs(3'600));
    wait.runUpdated = wait.runUpdated.addSecs(60);
    QVERIFY(later.holds(wait));
    QCOMPARE(later.nextDue(), clock.now().addSecs(3'600));
    clock.advance(std::chrono::seconds(3'599));
    QVERIFY(later.holds(wait));
    clock.advance(std::chrono::seconds(1));
    QVERIFY(!later.holds(wait));
}

void tst_LaterList::untilItChanges_endsWhenTheRunIsTouched()
{
    const QTemporaryDir folder;
    ManualClock clock;
    LaterList later(folder.filePath(QStringLiteral("l.json")), clock);
    WaitRow wait = row(QStringLiteral("exec-1"));
    later.putOff(wait, {});
    clock.advance(std::chrono::hours(100));
    QVERIFY(later.holds(wait));
    wait.runUpdated = wait.runUpdated.addSecs(1);
    QVERIFY(!later.holds(wait));
}

void tst_LaterList::learningMore_isNoChange()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    LaterList later(folder.filePath(QStringLiteral("l.json")), clock);
    WaitRow wait = row(QStringLiteral("exec-1"));
    later.putOff(wait, {});
    wait.kind = WaitKind::HighRisk;
    wait.requiredApprovals = 2;
    wait.waitingSince = wait.runUpdated.addSecs(-5);
    QVERIFY(later.holds(wait));
}

void tst_LaterList::takenBack_isOver()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    LaterList later(folder.filePath(QStringLiteral("l.json")), clock);
    const QSignalSpy changed(&later, &LaterList::changed);
    const WaitRow wait = row(QStringLiteral("exec-1"));
    later.putOff(wait, {});
    later.remove(wait.id);
    later.remove(wait.id);
    QVERIFY(!later.holds(wait));
    QCOMPARE(changed.count(), 2);
}

void tst_LaterList::restart_keepsIt()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("l.json"));
    const QDateTime until = clock.now().addSecs(60);
    {
        LaterList later(path, clock);
        later.putOff(row(QStringLiteral("exec-1")), until);
        later.putOff(row(QStringLiteral("exec-2")), {});
    }
    const LaterList later(path, clock);
    QVERIFY(later.holds(row(QStringLiteral("exec-1"))));
    QCOMPARE(later.until(row(QStringLiteral("exec-1")).id), until);
    QVERIFY(later.holds(row(QStringLiteral("exec-2"))));
}

void tst_LaterList::drop_forgetsWhatIsOver()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    LaterList later(folder.filePath(QStringLiteral("l.json")), clock);
    const WaitRow stays = row(QStringLiteral("exec-1"));
    const WaitRow goes = row(QStringLiteral("exec-2"));
    later.putOff(stays, {});
    later.putOff(goes, {});
    // What was not read says nothing about what is over.
    QVERIFY(!later.drop({stays}, {}));
    QVERIFY(later.holds(goes));
    QVERIFY(later.drop({stays}, {place}));
    QVERIFY(!later.holds(goes));
    QVERIFY(later.holds(stays));
}

void tst_LaterList::unreadableTime_isNotForEver()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("l.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"version":1,"later":[{"profile":"p","region":"cn-hangzhou","execution":"exec-1",)"
        R"("task":"t","until":"tomorrow","condition":"2026-11-27T09:00:00.000Z"}]})");
    file.close();
    QVERIFY(!LaterList(path, clock).holds(row(QStringLiteral("exec-1"))));
}

QTEST_GUILESS_MAIN(tst_LaterList)
#include "tst_laterlist.moc"
