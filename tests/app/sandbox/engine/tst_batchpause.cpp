// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "loopscript.h"

using namespace countersign;
using namespace countersign::sandbox;

namespace {

const QByteArray three = "[i-bp1000000000000a01, i-bp1000000000000a02, i-bp1000000000000a03]";

} // namespace

class TestBatchPause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pauses_data()
    {
        QTest::addColumn<QByteArray>("loop");
        QTest::addColumn<QString>("loopMode");
        QTest::addColumn<QList<int>>("doneAtPauses");
        const auto row = [](const char *name, const char *loop, const char *mode,
                            const QList<int> &done) {
            QTest::newRow(name) << QByteArray(loop) << QString::fromLatin1(mode) << done;
        };
        row("after the first",
            "RateControl: {Mode: Batch, Batch: [1, 1], BatchPauseOption: FirstBatchPause}", "",
            {1});
        row("after each but the last",
            "RateControl: {Mode: Batch, Batch: [1], BatchPauseOption: EveryBatchPause}", "",
            {1, 2});
        row("beside Items, in groups of Concurrency",
            "Concurrency: {'Fn::CalculateBatch': [2, [1, 2, 3]]}, BatchPauseOption: "
            "EveryBatchPause",
            "", {2});
        row("asked for at the start", "RateControl: {Mode: Batch, Batch: [2]}", "EveryBatchPause",
            {2});
        row("the start's Automatic wins",
            "RateControl: {Mode: Batch, Batch: [1], BatchPauseOption: EveryBatchPause}",
            "Automatic", {});
        row("not asked for", "RateControl: {Mode: Batch, Batch: [1]}", "", {});
    }

    void pauses()
    {
        QFETCH(QByteArray, loop);
        QFETCH(QString, loopMode);
        QFETCH(QList<int>, doneAtPauses);
        EngineFixture fixture;
        fixture.loopMode = loopMode;
        QVERIFY(!fixture.start(rebootLoop(three, loop)));
        for (const int done : doneAtPauses) {
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isWaiting(), 10'000);
            QCOMPARE(fixture.record().tasks[0].status, RunStatus::Waiting);
            QCOMPARE(fixture.itemsIn(RunStatus::Success), done);
            QCOMPARE(fixture.record().tasks.size(), size_t(done) + 1);
            QCOMPARE(fixture.record().fields.currentTasks.size(), size_t(1));
            QCOMPARE(fixture.codeOf(fixture.notify("RetryTask")),
                     QStringLiteral("InvalidParameter.NotifyType"));
            NotifyRequest request = fixture.request("Approve");
            request.taskExecutionId = fixture.record().tasks[0].id.text();
            request.note = QStringLiteral("the next %1").arg(done);
            QVERIFY(!fixture.engine.notify(request));
            QCOMPARE(fixture.record().tasks[0].notifyNote(), request.note);
            QVERIFY(!fixture.isWaiting());
        }
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(), 10'000);
        QCOMPARE(fixture.status(), QStringLiteral("Success"));
        QCOMPARE(fixture.itemsIn(RunStatus::Success), 3);
    }

    void rejectionStops()
    {
        EngineFixture fixture;
        fixture.loopMode = QStringLiteral("FirstBatchPause");
        QVERIFY(!fixture.start(rebootLoop(three, "Concurrency: 1")));
        QTRY_VERIFY(fixture.isWaiting());
        QVERIFY(!fixture.notify("Reject", "li.wei", QStringLiteral("stop here")));
        QCOMPARE(fixture.status(), QStringLiteral("Cancelled"));
        QCOMPARE(fixture.rows(), QStringLiteral("reboot=Cancelled reboot=Success"));
        QCOMPARE(fixture.record().tasks[0].notifyNote(), QStringLiteral("stop here"));
    }

    void tooManyErrorsDoNotPause()
    {
        LoopScript script;
        script.failures.insert(QStringLiteral("i-bp1000000000000a01"), 9);
        EngineFixture fixture({10000.0, 7, {}, &script});
        fixture.loopMode = QStringLiteral("EveryBatchPause");
        QVERIFY(!fixture.start(rebootLoop(three, "Concurrency: 1")));
        QTRY_VERIFY(fixture.hasEnded());
        QCOMPARE(fixture.status(), QStringLiteral("Failed"));
        QCOMPARE(fixture.items(), QStringLiteral("i-bp1000000000000a01=Failed"));
    }
};

QTEST_GUILESS_MAIN(TestBatchPause)
#include "tst_batchpause.moc"
