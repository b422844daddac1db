// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/schedule.h"

#include <QTest>

using namespace countersign::sandbox;

namespace {

QDateTime moment(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextMoments_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *type, const char *expression, const char *zone,
                            const char *after, const char *expected) {
            QTest::addRow("%s %s %s", type, expression, zone)
                << QString::fromLatin1(type) << QString::fromLatin1(expression)
                << QString::fromLatin1(zone) << QString::fromLatin1(after)
                << QString::fromLatin1(expected);
        };
        // 2026-03-02 is a Monday.
        row("cron", "0 0 12 ? * *", "", "2026-03-02T08:14:09Z", "2026-03-02T12:00:00Z");
        row("cron", "0 0 8 ? * *", "", "2026-03-02T08:00:00Z", "2026-03-03T08:00:00Z");
        row("cron", "0 0 1 ? * *", "Asia/Shanghai", "2026-03-02T08:14:09Z", "2026-03-02T17:00:00Z");
        row("cron", "0 15/30 * ? * *", "", "2026-03-02T08:14:09Z", "2026-03-02T08:15:00Z");
        row("cron", "0 15/30 * ? * * ", "", "2026-03-02T08:15:00Z", "2026-03-02T08:45:00Z");
        row("cron", "0 30 8 ? * MON-FRI", "", "2026-03-06T08:30:00Z", "2026-03-09T08:30:00Z");
        row("cron", "0 0 0 ? * 1", "", "2026-03-02T08:00:00Z", "2026-03-08T00:00:00Z");
        row("cron", "0 0 0 29 FEB ?", "", "2026-03-02T08:00:00Z", "2028-02-29T00:00:00Z");
        row("cron", "5,10 0 8,9 * * *", "", "2026-03-02T08:00:05Z", "2026-03-02T08:00:10Z");
        row("cron", "0 0 0 31 2 ?", "", "2026-03-02T08:00:00Z", "");
        row("rate", "30 minutes", "", "2026-03-02T08:00:00Z", "2026-03-02T08:30:00Z");
        row("rate", "1 hour", "", "2026-03-02T10:20:00Z", "2026-03-02T11:00:00Z");
        row("rate", "2 days", "", "2026-03-04T08:00:00Z", "2026-03-06T08:00:00Z");
        row("at", "2026-03-02T08:14Z", "", "2026-03-02T08:00:00Z", "2026-03-02T08:14:00Z");
        row("at", "2026-03-02T08:14Z", "", "2026-03-02T08:14:00Z", "");
    }

    void nextMoments()
    {
        QFETCH(QString, type);
        QFETCH(QString, expression);
        QFETCH(QString, zone);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QString problem;
        const auto schedule = Schedule::from(
            type, expression, zone, moment(QStringLiteral("2026-03-02T08:00:00Z")), &problem);
        QVERIFY2(schedule, qPrintable(problem));
        const std::optional<QDateTime> next = schedule->next(moment(after));
        QCOMPARE(next ? next->toString(Qt::ISODate) : QString(), expected);
    }

    void whatCannotBeRead_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("zone");
        const auto row = [](const char *type, const char *expression, const char *zone = "") {
            QTest::addRow("%s %s %s", type, expression, zone)
                << QString::fromLatin1(type) << QString::fromLatin1(expression)
                << QString::fromLatin1(zone);
        };
        row("cron", "0 0 12 ? *");
        row("cron", "60 0 12 ? * *");
        row("cron", "0 0 12 ? * MON-");
        row("cron", "0 0/0 12 ? * *");
        row("cron", "0 0 12 ? * FRI-MON");
        row("cron", "0 0 12 ? * *", "Nowhere/Land");
        row("rate", "0 minutes");
        row("rate", "soon");
        row("at", "tomorrow");
        row("daily", "x");
    }

    void whatCannotBeRead()
    {
        QFETCH(QString, type);
        QFETCH(QString, expression);
        QFETCH(QString, zone);
        QString problem;
        QVERIFY(!Schedule::from(type, expression, zone, QDateTime::currentDateTimeUtc(), &problem));
        QVERIFY(!problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
