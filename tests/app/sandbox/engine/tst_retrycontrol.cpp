// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/retrycontrol.h"

#include <QTest>

using namespace countersign;
using namespace countersign::sandbox;

//! Defaults, ranges and sums from the table of the retry keys.
class TestRetryControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waits_data();
    void waits();
    void ranges_data();
    void ranges();
};

void TestRetryControl::waits_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<int>("retries");
    QTest::addColumn<QList<int>>("first"); // seconds
    QTest::addColumn<int>("sum");          // of all waits, seconds
    const auto row = [](const char *name, const char *keys, int retries, const QList<int> &first,
                        int sum) {
        QTest::newRow(name) << QByteArray(keys) << retries << first << sum;
    };
    row("defaults", "{}", 10, {2, 4, 8, 16}, 2046);
    row("the usual pair", R"({"Retries":296,"MaxRetryInterval":300})", 296, {2, 4, 8}, 86'910);
    row("constant", R"({"Retries":7,"DelayType":"Constant","Delay":15})", 7, {15, 15}, 105);
    row("constant, delay left out", R"({"Retries":3,"DelayType":"Constant"})", 3, {2, 2, 2}, 6);
    row("delay alone has no effect", R"({"Retries":2,"Delay":15})", 2, {2, 4}, 6);
    row("linear", R"({"Retries":3,"DelayType":"Linear","Delay":10,"BackOff":5})", 3, {15, 20, 25},
        60);
    row("linear, by default", R"({"Retries":3,"DelayType":"Linear"})", 3, {4, 6, 8}, 18);
    row("cut", R"({"Retries":2,"DelayType":"Constant","Delay":3600})", 2, {1800, 1800}, 3600);
    row("text of numbers", R"({"Retries":"2","DelayType":"Constant","Delay":"15"})", 2, {15}, 30);
    row("none", R"({"Retries":0})", 0, {}, 0);
}

void TestRetryControl::waits()
{
    QFETCH(QByteArray, keys);
    QFETCH(QList<int>, first);
    QString problem;
    const auto control = RetryControl::from(*Json::parse(keys).json, &problem);
    QVERIFY2(control, qUtf8Printable(problem));
    QTEST(control->retries, "retries");
    for (int i = 0; i < first.size(); ++i)
        QCOMPARE(control->waitBefore(i + 1),
                 std::chrono::milliseconds(std::chrono::seconds(first[i])));
    std::chrono::milliseconds sum(0);
    for (int number = 1; number <= control->retries; ++number)
        sum += control->waitBefore(number);
    QTEST(static_cast<int>(sum.count() / 1000), "sum");
}

void TestRetryControl::ranges_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *keys, const char *problem) {
        QTest::newRow(keys) << QByteArray(keys) << QString::fromUtf8(problem);
    };
    row(R"({"Retries":300})", "");
    row(R"({"Retries":301})", "Retries must be a number from 0 to 300.");
    row(R"({"Retries":-1})", "Retries must be a number from 0 to 300.");
    row(R"({"Retries":"often"})", "Retries must be a number from 0 to 300.");
    row(R"({"Delay":0})", "Delay must be a number from 1 to 3600.");
    row(R"({"Delay":3601})", "Delay must be a number from 1 to 3600.");
    row(R"({"BackOff":0})", "BackOff must be a number from 1 to 3600.");
    row(R"({"MaxRetryInterval":1801})", "MaxRetryInterval must be a number from 1 to 1800.");
    row(R"({"DelayType":"Random"})", "DelayType must be Exponential, Constant or Linear.");
}

void TestRetryControl::ranges()
{
    QFETCH(QByteArray, keys);
    QString problem;
    const auto control = RetryControl::from(*Json::parse(keys).json, &problem);
    QTEST(problem, "problem");
    QCOMPARE(control.has_value(), problem.isEmpty());
}

QTEST_GUILESS_MAIN(TestRetryControl)
#include "tst_retrycontrol.moc"
