// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/parametercomparison.h"
#include "app/viewmodels/reviewwords.h"
#include "reviewfacts.h"

#include <QTest>

using namespace countersign;
using namespace countersign::reviewtest;

namespace {

ReviewFacts compared(const QByteArray &before, const QByteArray &now)
{
    ReviewFacts facts = waitingRun({});
    facts.execution.value->parameters = embedded(now);
    Execution earlier;
    earlier.id = ExecutionId(QStringLiteral("exec-0"));
    earlier.status = RunStatus::Success;
    earlier.statusText = QStringLiteral("Success");
    earlier.templateVersion = QStringLiteral("v11");
    earlier.startDate = QDateTime({2026, 11, 18}, {2, 0}, Qt::UTC);
    earlier.parameters = embedded(before);
    facts.earlierRun.value = EarlierRun{earlier, false, false};
    return facts;
}

QStringList lines(const ReviewFacts &facts)
{
    const auto made = parameterChangeLines(facts);
    return QStringList(made.begin(), made.end());
}

} // namespace

class tst_ParameterComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_sayWhatDiffers_data();
    void lines_sayWhatDiffers();
    void changes_giveBothValuesAsReceived();
    void secrets_areNeverTold();
    void text_saysWithWhat();
    void text_saysWhyNot();
    void dialog_namesTheFirstDifferences();
};

void tst_ParameterComparison::lines_sayWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("same") << QByteArray(R"({"a":1,"b":{"x":1,"y":2}})")
                          << QByteArray(R"({"b":{"y":2.0,"x":1},"a":1})") << QStringList{};
    QTest::newRow("changed, new, gone")
        << QByteArray(R"({"idleDays":30,"zone":"b"})")
        << QByteArray(R"({"vpc":"vpc-web","idleDays":3})")
        << QStringList{QStringLiteral("New since the last run: vpc vpc-web"),
                       QStringLiteral("Changed since the last run: idleDays 30 → 3"),
                       QStringLiteral("Gone since the last run: zone b")};
    QTest::newRow("number and text are two things")
        << QByteArray(R"({"a":"3"})") << QByteArray(R"({"a":3})")
        << QStringList{QStringLiteral("Changed since the last run: a 3 → 3")};
    QTest::newRow("empty text") << QByteArray(R"({"a":""})") << QByteArray(R"({"a":"x"})")
                                << QStringList{
                                       QStringLiteral("Changed since the last run: a “” → x")};
    QTest::newRow("secret") << QByteArray(R"({"password":"hunter1"})")
                            << QByteArray(R"({"password":"hunter2"})")
                            << QStringList{
                                   QStringLiteral("Changed since the last run: password (hidden)")};
    QTest::newRow("hostile") << QByteArray("{\"a\":1}") << QByteArray("{\"a\":\"\\u202e\\n\"}")
                             << QStringList{
                                    QStringLiteral("Changed since the last run: a 1 → ⟨U+202E⟩⏎")};
    QTest::newRow("no object") << QByteArray("[1]") << QByteArray("[2]")
                               << QStringList{QStringLiteral(
                                      "Changed since the last run: (without a name) [1] → [2]")};
}

void tst_ParameterComparison::lines_sayWhatDiffers()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, now);
    QFETCH(QStringList, expected);
    QCOMPARE(lines(compared(before, now)), expected);
}

void tst_ParameterComparison::changes_giveBothValuesAsReceived()
{
    const auto changes =
        parameterChangesOf(compared(R"({"a":12345678901234567890})", R"({"a":[1, 2]})"));
    QCOMPARE(changes->size(), std::size_t(1));
    QCOMPARE(changes->front().before, QStringLiteral("12345678901234567890"));
    QCOMPARE(changes->front().after, QStringLiteral("[1,2]"));
    QCOMPARE(changes->front().kind, ParameterChange::Kind::Changed);
}

void tst_ParameterComparison::secrets_areNeverTold()
{
    const ReviewFacts facts = compared(R"({"user":{"name":"a","token":"hunter1"},"key":"hunter1"})",
                                       R"({"user":{"name":"b","token":"hunter2"}})");
    const auto changes = parameterChangesOf(facts);
    for (const ParameterChange &change : *changes) {
        QVERIFY(!change.before.contains(QStringLiteral("hunter")));
        QVERIFY(!change.after.contains(QStringLiteral("hunter")));
    }
    QCOMPARE(lines(facts).last(), QStringLiteral("Gone since the last run: key (hidden)"));
}

void tst_ParameterComparison::text_saysWithWhat()
{
    // Tests run in the zone Asia/Shanghai.
    ReviewFacts facts = compared(R"({"a":1})", R"({"a":2})");
    QCOMPARE(parameterComparisonText(facts),
             QStringLiteral("Compared with the run before it: exec-0 v11, started "
                            "2026-11-18 10:00 +08:00, Success. 1 parameter(s) differ."));
    facts.execution.value->parameters = embedded(R"({"a":1})");
    QVERIFY(parameterComparisonText(facts).endsWith(QStringLiteral("No parameter differs.")));
    facts.earlierRun.value->isOfSameSecond = true;
    QVERIFY(parameterComparisonText(facts).contains(QStringLiteral("in the same second")));
}

void tst_ParameterComparison::text_saysWhyNot()
{
    ReviewFacts facts = waitingRun({});
    QCOMPARE(parameterComparisonText(facts), QString());
    QVERIFY(!parameterChangesOf(facts));
    facts.earlierRun.value = EarlierRun{};
    QVERIFY(parameterComparisonText(facts).contains(QStringLiteral("first run")));
    facts.earlierRun.value->isCut = true;
    QVERIFY(parameterComparisonText(facts).contains(QStringLiteral("were not read")));
    facts.earlierRun.value.reset();
    Error error;
    error.kind = Error::Kind::Offline;
    facts.earlierRun.error = error;
    QVERIFY(parameterComparisonText(facts).startsWith(
        QStringLiteral("The run before this one could not be read")));
    facts.execution.value->templateName.clear();
    QVERIFY(parameterComparisonText(facts).startsWith(
        QStringLiteral("The run has no stored template")));
}

void tst_ParameterComparison::dialog_namesTheFirstDifferences()
{
    const auto fact = [](const ReviewFacts &facts) {
        for (const LabelledFact &one : dialogFacts(facts, {})) {
            if (one.label == u"What differs")
                return one.value;
        }
        return QString();
    };
    QCOMPARE(fact(compared(R"({"idleDays":30})", R"({"idleDays":3})")),
             QStringLiteral("Changed since the last run: idleDays 30 → 3"));
    const QStringList many = fact(compared("{}", R"({"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1})"))
                                 .split(QLatin1Char('\n'));
    QCOMPARE(many.size(), 6);
    QCOMPARE(many.last(), QStringLiteral("2 more parameter(s) differ."));
    QVERIFY(fact(compared("{}", "{}")).endsWith(QStringLiteral("No parameter differs.")));
    QCOMPARE(fact(waitingRun({})), QString());
}

QTEST_GUILESS_MAIN(tst_ParameterComparison)
#include "tst_parametercomparison.moc"
