// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionpace.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

namespace {

WaitRowId wait(int number)
{
    WaitRowId id;
    id.executionId = ExecutionId(QStringLiteral("exec-%1").arg(number));
    return id;
}

BulkFact fact(const char *label, const QString &value)
{
    return {QString::fromLatin1(label), value, value, false};
}

} // namespace

//! Rule F11 of security.md.
class tst_DecisionPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeInHaste_areSaid();
    void fiveSeconds_areNoHaste();
    void aSlowOne_beginsAnew();
    void timeOfEarlierLooks_counts();
    void lines_beginWithTheDifferences();
    void lines_manyDifferences_areCounted();
};

void tst_DecisionPace::threeInHaste_areSaid()
{
    DecisionPace pace;
    QVERIFY(!pace.isHasty());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!pace.isHasty());
        pace.decided(wait(i), 4'999ms, {fact("Region", QString::number(i))});
    }
    QVERIFY(pace.isHasty());
    QVERIFY(pace.wasLast(wait(2)) && !pace.wasLast(wait(1)));
    QCOMPARE(pace.lastFacts().front().exact, QStringLiteral("2"));
}

void tst_DecisionPace::fiveSeconds_areNoHaste()
{
    DecisionPace pace;
    pace.decided(wait(1), 1s, {});
    pace.decided(wait(2), 1s, {});
    pace.decided(wait(3), 5s, {});
    QVERIFY(!pace.isHasty());
}

void tst_DecisionPace::aSlowOne_beginsAnew()
{
    DecisionPace pace;
    for (int i = 0; i < 3; ++i)
        pace.decided(wait(i), 1s, {});
    QVERIFY(pace.isHasty());
    pace.decided(wait(3), 20s, {});
    QVERIFY(!pace.isHasty());
    pace.decided(wait(4), 1s, {});
    pace.decided(wait(5), 1s, {});
    QVERIFY(!pace.isHasty());
    pace.decided(wait(6), 1s, {});
    QVERIFY(pace.isHasty());
}

//! Whoever has read a wait for a minute and comes back to it may be quick.
void tst_DecisionPace::timeOfEarlierLooks_counts()
{
    DecisionPace pace;
    pace.decided(wait(1), 1s, {});
    pace.decided(wait(2), 1s, {});
    pace.looked(wait(3), 3s);
    pace.looked(wait(4), 60s);
    pace.looked(wait(3), 1s);
    pace.decided(wait(3), 1s, {});
    QVERIFY(!pace.isHasty());
}

void tst_DecisionPace::lines_beginWithTheDifferences()
{
    const std::vector<BulkFact> last = {fact("Region", QStringLiteral("cn-hangzhou")),
                                        fact("Template", QStringLiteral("cleanup v3"))};
    const std::vector<BulkFact> now = {fact("Region", QStringLiteral("cn-beijing")),
                                       fact("Template", QStringLiteral("cleanup v3"))};
    const std::vector<QString> lines = hasteLines(last, now);
    QCOMPARE(lines.size(), std::size_t(2));
    QVERIFY2(lines[0].contains(QStringLiteral("under five seconds")), qPrintable(lines[0]));
    QCOMPARE(lines[1], QStringLiteral("Region: cn-beijing (in the last one: cn-hangzhou)"));
    QVERIFY(hasteLines(last, last)[1].contains(QStringLiteral("nothing differs")));
}

void tst_DecisionPace::lines_manyDifferences_areCounted()
{
    std::vector<BulkFact> last;
    std::vector<BulkFact> now;
    for (int i = 0; i < 9; ++i) {
        const QByteArray label = "Parameter p" + QByteArray::number(i);
        last.push_back(fact(label.constData(), QStringLiteral("a")));
        now.push_back(fact(label.constData(), QStringLiteral("b")));
    }
    const std::vector<QString> lines = hasteLines(last, now);
    QCOMPARE(lines.size(), std::size_t(8));
    QVERIFY2(lines.back().startsWith(QStringLiteral("3 more fact")), qPrintable(lines.back()));
}

QTEST_GUILESS_MAIN(tst_DecisionPace)
#include "tst_decisionpace.moc"
