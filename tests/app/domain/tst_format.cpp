// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/format.h"

#include <QTest>

using namespace countersign;
using namespace std::chrono_literals;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAges();
    void tellsTimes();
    void tellsDurations();
    void namesThings();
};

void TestFormat::tellsAges()
{
    QCOMPARE(ageText(-5s), QStringLiteral("< 1 min"));
    QCOMPARE(ageText(59s), QStringLiteral("< 1 min"));
    QCOMPARE(ageText(4min + 59s), QStringLiteral("4 min"));
    QCOMPARE(ageText(1h + 40min), QStringLiteral("1 h 40"));
    QCOMPARE(ageText(2h + 5min), QStringLiteral("2 h 05"));
    QCOMPARE(ageText(2h), QStringLiteral("2 h"));
    QCOMPARE(ageText(75h), QStringLiteral("3 d"));
}

// The test's time zone is set to Shanghai's, eight hours ahead of UTC all year.
void TestFormat::tellsTimes()
{
    const QDateTime utc(QDate(2026, 11, 25), QTime(2, 14, 59), Qt::UTC);
    QCOMPARE(localTimeText(utc), QStringLiteral("2026-11-25 10:14 +08:00"));
    QCOMPARE(localAndUtcText(utc), QStringLiteral("2026-11-25 10:14 +08:00 (02:14 UTC)"));
    const QDateTime evening(QDate(2026, 11, 24), QTime(20, 5), Qt::UTC);
    QCOMPARE(localAndUtcText(evening),
             QStringLiteral("2026-11-25 04:05 +08:00 (2026-11-24 20:05 UTC)"));
    QCOMPARE(localSecondsText(utc), QStringLiteral("2026-11-25 10:14:59 +08:00"));
    QCOMPARE(localSecondsText({}), QStringLiteral("—"));
    QCOMPARE(localTimeText({}), QStringLiteral("—"));
    QCOMPARE(localAndUtcText({}), QStringLiteral("—"));
}

void TestFormat::tellsDurations()
{
    QCOMPARE(durationText(-1ms), QStringLiteral("—"));
    QCOMPARE(durationText(350ms), QStringLiteral("350 ms"));
    QCOMPARE(durationText(1299ms), QStringLiteral("1.2 s"));
    QCOMPARE(durationText(4min), QStringLiteral("4 min"));
}

void TestFormat::namesThings()
{
    QCOMPARE(runStatusLabel(RunStatus::Waiting), QStringLiteral("Waiting"));
    QCOMPARE(runStatusLabel(RunStatus::Unknown, QStringLiteral("New\u202E")),
             QStringLiteral("New⟨U+202E⟩"));
    QCOMPARE(runStatusLabel(RunStatus::Unknown), QStringLiteral("—"));
    QCOMPARE(waitKindLabel(WaitKind::FailurePause), QStringLiteral("Failure pause"));
    QCOMPARE(waitKindLabel(WaitKind::Unknown), QStringLiteral("Unknown kind"));
    QCOMPARE(actLabel(Act::CompleteExecution), QStringLiteral("End execution"));
    QCOMPARE(actLabel(Act::CancelExecution), QStringLiteral("Cancel execution"));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
