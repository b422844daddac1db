// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitrow.h"

#include <QTest>

using namespace countersign;

namespace {

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

WaitRow row(const char *run, const char *task, int minutes, const char *region = "a")
{
    WaitRow result;
    result.id.place.region = RegionId(QString::fromLatin1(region));
    result.id.executionId = ExecutionId(QString::fromLatin1(run));
    result.id.taskExecutionId = TaskExecutionId(QString::fromLatin1(task));
    if (minutes >= 0)
        result.waitingSince = noon.addSecs(minutes * 60);
    return result;
}

QString order(std::vector<WaitRow> rows)
{
    sortIntoInboxOrder(rows);
    QString result;
    for (const WaitRow &each : rows)
        result += each.id.executionId.text() + each.id.taskExecutionId.text() + u' ';
    return result.trimmed();
}

} // namespace

class TestWaitRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longestWaitingRunComesFirst();
    void rowsOfARunStayTogether();
    void isStable();
    void sortsManyRows();
};

void TestWaitRow::longestWaitingRunComesFirst()
{
    QCOMPARE(order({row("x", "1", 5), row("y", "1", 2), row("z", "1", -1), row("w", "1", 3)}),
             QStringLiteral("y1 w1 x1 z1"));
}

void TestWaitRow::rowsOfARunStayTogether()
{
    QCOMPARE(order({row("x", "1", 9), row("y", "1", 2), row("x", "2", 1), row("y", "2", 8)}),
             QStringLiteral("x1 x2 y1 y2"));
    QCOMPARE(order({row("x", "1", 9, "a"), row("y", "1", 5), row("x", "2", 1, "b")}),
             QStringLiteral("x2 y1 x1"));
}

void TestWaitRow::isStable()
{
    QCOMPARE(order({row("b", "2", 1), row("a", "1", 1), row("b", "1", 1)}),
             QStringLiteral("b2 b1 a1"));
    QCOMPARE(order({}), QString());
}

void TestWaitRow::sortsManyRows()
{
    std::vector<WaitRow> rows;
    for (int i = 0; i < 20'000; ++i)
        rows.push_back(row(QByteArray::number(i / 2).constData(),
                           QByteArray::number(i % 2).constData(), (i * 7919) % 20'011));
    sortIntoInboxOrder(rows);
    QCOMPARE(rows.size(), std::size_t{20'000});
    for (std::size_t i = 0; i < rows.size(); i += 2)
        QCOMPARE(rows[i].id.executionId, rows[i + 1].id.executionId);
}

QTEST_APPLESS_MAIN(TestWaitRow)
#include "tst_waitrow.moc"
