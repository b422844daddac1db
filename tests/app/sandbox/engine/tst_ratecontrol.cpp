// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/ratecontrol.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

namespace {

//! items/atOnce of every batch, then the errors allowed and the pause.
QString words(const RateControl &control)
{
    QStringList parts;
    for (const RateControl::Batch &batch : control.batches)
        parts.append(QString::number(batch.items) + u'/' + QString::number(batch.atOnce));
    parts.append(u'e' + QString::number(control.maxErrors));
    parts.append(u'p' + QString::number(static_cast<int>(control.pause)));
    return parts.join(u' ');
}

} // namespace

class TestRateControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readings_data()
    {
        QTest::addColumn<QByteArray>("loop");
        QTest::addColumn<int>("items");
        QTest::addColumn<QString>("loopMode");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *loop, int items, const char *loopMode,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(loop) << items << QString::fromLatin1(loopMode)
                                << QString::fromLatin1(expected);
        };
        row("defaults", "{}", 7, "", "7/1 e0 p0");
        row("number", R"({"RateControl":{"Mode":"Concurrency","MaxErrors":2,"Concurrency":10}})", 7,
            "", "7/10 e2 p0");
        row("texts of numbers", R"({"RateControl":{"MaxErrors":"2","Concurrency":"3"}})", 7, "",
            "7/3 e2 p0");
        row("percent up and down", R"({"RateControl":{"MaxErrors":"50%","Concurrency":"20%"}})", 7,
            "", "7/2 e3 p0");
        row("percent of few is one", R"({"RateControl":{"Concurrency":"1%"}})", 7, "", "7/1 e0 p0");
        row("older keys", R"({"Concurrency":4,"MaxErrors":"10%"})", 10, "", "10/4 e1 p0");
        row("RateControl wins", R"({"Concurrency":4,"RateControl":{"Concurrency":2}})", 10, "",
            "10/2 e0 p0");
        row("RateControl as text", "{\"RateControl\":\"{\\\"Concurrency\\\":5}\"}", 10, "",
            "10/5 e0 p0");
        row("batches", R"({"RateControl":{"Mode":"Batch","Batch":[1,2,3]}})", 12, "",
            "1/20 2/20 3/20 3/20 3/20 e0 p0");
        row("batches in percent", R"({"RateControl":{"Mode":"Batch","Batch":["10%",0]}})", 12, "",
            "2/20 1/20 1/20 1/20 1/20 1/20 1/20 1/20 1/20 1/20 1/20 e0 p0");
        row("speeds of batches",
            R"({"RateControl":{"Mode":"Batch","Batch":[1,4],"ConcurrencyInBatches":[1,2]}})", 9, "",
            "1/1 4/2 4/2 e0 p0");
        row("pause", R"({"Batch":[1,2],"BatchPauseOption":"FirstBatchPause"})", 3, "",
            "1/20 2/20 e0 p1");
        row("pause beside Items", R"({"Concurrency":3,"BatchPauseOption":"EveryBatchPause"})", 8,
            "", "3/3 3/3 2/3 e0 p2");
        row("LoopMode wins", R"({"Concurrency":4,"BatchPauseOption":"EveryBatchPause"})", 8,
            "Automatic", "8/4 e0 p0");
        row("LoopMode alone", R"({"Concurrency":4})", 8, "FirstBatchPause", "4/4 4/4 e0 p1");
        row("no items", R"({"RateControl":{"Mode":"Batch","Batch":[1]}})", 0, "", "e0 p0");
        row("bad mode", R"({"RateControl":{"Mode":"Fast"}})", 3, "", "Mode");
        row("bad concurrency", R"({"Concurrency":"many"})", 3, "", "Concurrency");
        row("bad errors", R"({"MaxErrors":-1})", 3, "", "MaxErrors");
        row("bad pause", R"({"BatchPauseOption":"Sometimes"})", 3, "", "BatchPauseOption");
    }

    void readings()
    {
        QFETCH(QByteArray, loop);
        QFETCH(int, items);
        QFETCH(QString, loopMode);
        QFETCH(QString, expected);
        QString problem;
        const auto control = RateControl::from(*Json::parse(loop).json, items, loopMode, &problem);
        if (control)
            QCOMPARE(words(*control), expected);
        else
            QVERIFY2(problem.contains(expected + u' '), qPrintable(problem));
    }
};

QTEST_GUILESS_MAIN(TestRateControl)
#include "tst_ratecontrol.moc"
