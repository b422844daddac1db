// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/logfilter.h"
#include "app/models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

LogLine line(const QString &task, const QString &message)
{
    LogLine made;
    made.taskExecutionId = TaskExecutionId(task);
    made.message = message;
    made.timestamp = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC);
    return made;
}

QStringList messages(const LogFilter &filter)
{
    QStringList shown;
    for (int row = 0; row < filter.rowCount(); ++row)
        shown += filter.index(row, LogModel::MessageColumn).data().toString();
    return shown;
}

const QString one = QStringLiteral("one");
const QString two = QStringLiteral("two");
const QString three = QStringLiteral("three");
const QString four = QStringLiteral("four");

} // namespace

class tst_LogFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setTask_showsItsLinesAlone();
};

void tst_LogFilter::setTask_showsItsLinesAlone()
{
    const QString a = QStringLiteral("exec-1#1");
    LogModel model;
    LogFilter filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&filter, &LogFilter::modelReset);
    model.apply({line(a, one), line({}, two), line(QStringLiteral("exec-1#11"), three)});
    QCOMPARE(messages(filter), (QStringList{one, two, three}));
    filter.setTask(TaskExecutionId(a));
    QCOMPARE(messages(filter), QStringList{one});
    model.append({line({}, four), line(a, four)});
    QCOMPARE(messages(filter), (QStringList{one, four}));
    filter.setTask(TaskExecutionId());
    QCOMPARE(messages(filter), (QStringList{two, four}));
    filter.setTask({});
    QCOMPARE(filter.rowCount(), 5);
    QCOMPARE(reset.count(), 0);
}

QTEST_GUILESS_MAIN(tst_LogFilter)
#include "tst_logfilter.moc"
