// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

LogLine line(int number)
{
    LogLine made;
    made.taskExecutionId = TaskExecutionId(QStringLiteral("t-1"));
    made.logType = QStringLiteral("INFO");
    made.message = QStringLiteral("step %1").arg(number);
    made.timestamp = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC).addSecs(number);
    return made;
}

std::vector<LogLine> lines(int from, int to)
{
    std::vector<LogLine> made;
    for (int number = from; number < to; ++number)
        made.push_back(line(number));
    return made;
}

QString message(const LogModel &model, int row)
{
    return model.index(row, LogModel::MessageColumn).data().toString();
}

} // namespace

class tst_LogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void apply_longerLog_appends();
    void apply_otherLog_replacesWithoutReset();
    void apply_beginningFallsAway_removesFromTheFront();
    void apply_equalLines_areNotComparedForEver();
    void apply_overTheLimits_keepsTheNewest();
    void append_addsWithoutLookingBack();
    void append_overTheLimits_keepsTheNewest();
    void taskNames_standBesideTheirLines();
    void copying_givesTheMessageAsReceived();
    void longMessage_isCutAndSaysSo();
    void columns_giveTimeTypeAndMessage();
};

void tst_LogModel::apply_longerLog_appends()
{
    LogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &LogModel::rowsInserted);
    QSignalSpy removed(&model, &LogModel::rowsRemoved);
    QSignalSpy reset(&model, &LogModel::modelReset);
    model.apply(lines(0, 10));
    model.apply(lines(0, 10));
    model.apply(lines(0, 12));
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(inserted[1][1].toInt(), 10);
    QCOMPARE(inserted[1][2].toInt(), 11);
    QCOMPARE(removed.count() + reset.count(), 0);
    QCOMPARE(message(model, 11), QStringLiteral("step 11"));
}

void tst_LogModel::apply_otherLog_replacesWithoutReset()
{
    LogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &LogModel::modelReset);
    model.apply(lines(0, 10));
    model.apply(lines(50, 53));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(message(model, 0), QStringLiteral("step 50"));
    model.apply({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(reset.count(), 0);
}

void tst_LogModel::apply_beginningFallsAway_removesFromTheFront()
{
    LogModel model;
    model.apply(lines(0, 10));
    const QPersistentModelIndex held = model.index(7, 0);
    model.apply(lines(4, 20));
    QCOMPARE(model.rowCount(), 16);
    QCOMPARE(held.row(), 3);
    QCOMPARE(message(model, 3), QStringLiteral("step 7"));
}

void tst_LogModel::apply_equalLines_areNotComparedForEver()
{
    std::vector<LogLine> same(20'000, line(1));
    std::vector<LogLine> ended = same;
    ended.back() = line(2);
    LogModel model;
    model.apply(ended);
    model.apply(same);
    QCOMPARE(model.rowCount(), 20'000);
    QCOMPARE(message(model, 19'999), QStringLiteral("step 1"));
    model.apply(ended);
    QCOMPARE(message(model, 19'999), QStringLiteral("step 2"));
}

void tst_LogModel::apply_overTheLimits_keepsTheNewest()
{
    LogModel model;
    model.apply(lines(0, 20'500));
    QCOMPARE(model.rowCount(), 20'000);
    QCOMPARE(model.droppedLines(), 500);
    QCOMPARE(message(model, 0), QStringLiteral("step 500"));
    QSignalSpy removed(&model, &LogModel::rowsRemoved);
    QSignalSpy inserted(&model, &LogModel::rowsInserted);
    model.apply(lines(0, 20'510));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed[0][2].toInt(), 9);
    QCOMPARE(inserted.count(), 1);
    // 16 MiB of lines that are cut at 8 KiB each are 2,048 lines.
    std::vector<LogLine> heavy = lines(0, 3'000);
    for (LogLine &one : heavy)
        one.message = QString(100'000, u'x');
    model.apply(heavy);
    QCOMPARE(model.rowCount(), 2'048);
    QCOMPARE(model.droppedLines(), 952);
}

void tst_LogModel::append_addsWithoutLookingBack()
{
    LogModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(lines(0, 3));
    QSignalSpy inserted(&model, &LogModel::rowsInserted);
    QSignalSpy removed(&model, &LogModel::rowsRemoved);
    QSignalSpy reset(&model, &LogModel::modelReset);
    model.append(lines(3, 5));
    model.append({});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted[0][1].toInt(), 3);
    QCOMPARE(removed.count() + reset.count(), 0);
    QCOMPARE(message(model, 4), QStringLiteral("step 4"));
}

void tst_LogModel::append_overTheLimits_keepsTheNewest()
{
    LogModel model;
    model.apply(lines(0, 19'990));
    model.append(lines(19'990, 20'005));
    QCOMPARE(model.rowCount(), 20'000);
    QCOMPARE(model.droppedLines(), 5);
    QCOMPARE(message(model, 0), QStringLiteral("step 5"));
    QCOMPARE(message(model, 19'999), QStringLiteral("step 20004"));
    // 16 MiB of lines that are cut at 8 KiB (and one character that tells of it) each.
    std::vector<LogLine> heavy = lines(0, 3'000);
    for (LogLine &one : heavy)
        one.message = QString(100'000, u'x');
    model.append(heavy);
    QCOMPARE(model.rowCount(), 16 * 1'024 * 1'024 / 8'193);
}

void tst_LogModel::taskNames_standBesideTheirLines()
{
    LogModel model;
    LogLine ofRun = line(1);
    ofRun.taskExecutionId = {};
    LogLine other = line(2);
    other.taskExecutionId = TaskExecutionId(QStringLiteral("t-2"));
    model.apply({line(0), ofRun, other, line(3)});
    QCOMPARE(model.index(0, LogModel::TaskColumn).data().toString(), QStringLiteral("t-1"));
    QSignalSpy changed(&model, &LogModel::dataChanged);
    model.setTaskNames({{TaskExecutionId(QStringLiteral("t-1")), QStringLiteral("find\u202E")}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0, LogModel::TaskColumn).data().toString(),
             QStringLiteral("find⟨U+202E⟩"));
    QCOMPARE(model.index(1, LogModel::TaskColumn).data().toString(), QString());
    const auto tasks = model.tasks();
    QCOMPARE(tasks.size(), std::size_t(3));
    QCOMPARE(tasks[0].second, QStringLiteral("find⟨U+202E⟩"));
    QVERIFY(tasks[1].first.isEmpty());
    QCOMPARE(tasks[2].second, QStringLiteral("t-2"));
}

void tst_LogModel::copying_givesTheMessageAsReceived()
{
    LogModel model;
    LogLine one = line(1);
    one.message = QStringLiteral("a\n\u202E<b>\t");
    model.apply({one});
    QCOMPARE(model.index(0, LogModel::MessageColumn).data(LogModel::CopyRole).toString(),
             QStringLiteral("a\n\u202E<b>\t"));
}

void tst_LogModel::longMessage_isCutAndSaysSo()
{
    LogModel model;
    LogLine one = line(1);
    one.message = QString(QString(8'192, u'x') + QStringLiteral("yyy"));
    model.apply({one});
    const QString shown = message(model, 0);
    QCOMPARE(shown.count(u'x'), 512);
    QVERIFY(shown.contains(u'…'));
    const QString kept = model.index(0, 0).data(LogModel::MessageRole).toString();
    QCOMPARE(kept.count(u'x'), 8'192);
    QVERIFY(!kept.contains(u'y'));
    QVERIFY(kept.contains(u'1'));
    one.message = QStringLiteral("a\n\u202E<b>");
    model.apply({one});
    QCOMPARE(message(model, 0), QStringLiteral("a⏎⟨U+202E⟩<b>"));
    QVERIFY(!model.index(0, LogModel::MessageColumn)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(QStringLiteral("<b>")));
}

void tst_LogModel::columns_giveTimeTypeAndMessage()
{
    LogModel model;
    LogLine odd = line(1);
    odd.timestamp = {};
    odd.timestampText = QStringLiteral("yesterday");
    model.apply({line(0), odd});
    QCOMPARE(model.columnCount(), int(LogModel::ColumnCount));
    // Tests run in the zone Asia/Shanghai.
    QCOMPARE(model.index(0, LogModel::TimeColumn).data().toString(),
             QStringLiteral("2026-11-25 18:00:00 +08:00"));
    QCOMPARE(model.index(1, LogModel::TimeColumn).data().toString(), QStringLiteral("yesterday"));
    QCOMPARE(model.index(0, LogModel::TypeColumn).data().toString(), QStringLiteral("INFO"));
    QCOMPARE(model.index(0, 0).data(LogModel::TaskExecutionIdRole).value<TaskExecutionId>(),
             TaskExecutionId(QStringLiteral("t-1")));
    for (int column = 0; column < LogModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

QTEST_GUILESS_MAIN(tst_LogModel)
#include "tst_logmodel.moc"
