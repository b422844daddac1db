// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/followedruns.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

FollowedRun run(const ManualClock &clock, const QString &id)
{
    FollowedRun followed;
    followed.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    followed.executionId = ExecutionId(id);
    followed.profileAlias = QStringLiteral("acme");
    followed.templateName = QStringLiteral("restart");
    followed.taskName = QStringLiteral("ask");
    followed.act = Act::SkipTask;
    followed.decidedAt = clock.now();
    return followed;
}

} // namespace

class tst_FollowedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restart_keepsEverything();
    void keep_replacesTheSameRun();
    void ended_staysForADay();
    void tooMany_endedGoFirst();
};

void tst_FollowedRuns::restart_keepsEverything()
{
    const QTemporaryDir folder;
    ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("f.json"));
    FollowedRun older = run(clock, QStringLiteral("exec-1"));
    older.status = RunStatus::Failed;
    older.statusText = QStringLiteral("Failed");
    older.readAt = clock.now();
    older.endedAt = clock.now();
    older.failedTask = QStringLiteral("install");
    clock.advance(std::chrono::seconds(5));
    const FollowedRun newer = run(clock, QStringLiteral("exec-2"));
    {
        FollowedRuns runs(path, clock);
        runs.keep(older);
        runs.keep(newer);
    }
    const FollowedRuns runs(path, clock);
    QCOMPARE(runs.runs(), (std::vector{newer, older}));
}

void tst_FollowedRuns::keep_replacesTheSameRun()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    FollowedRuns runs(folder.filePath(QStringLiteral("f.json")), clock);
    const QSignalSpy changed(&runs, &FollowedRuns::changed);
    FollowedRun followed = run(clock, QStringLiteral("exec-1"));
    runs.keep(followed);
    runs.keep(followed);
    followed.status = RunStatus::Running;
    runs.keep(followed);
    QCOMPARE(runs.runs().size(), std::size_t(1));
    QCOMPARE(changed.count(), 2);
    runs.remove(followed.place, followed.executionId);
    QVERIFY(runs.runs().empty());
}

void tst_FollowedRuns::ended_staysForADay()
{
    const QTemporaryDir folder;
    ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("f.json"));
    {
        FollowedRuns runs(path, clock);
        FollowedRun ended = run(clock, QStringLiteral("exec-1"));
        ended.status = RunStatus::Success;
        ended.statusText = QStringLiteral("Success");
        ended.endedAt = clock.now();
        runs.keep(ended);
        runs.keep(run(clock, QStringLiteral("exec-2")));
    }
    clock.advance(std::chrono::hours(23));
    QCOMPARE(FollowedRuns(path, clock).runs().size(), std::size_t(2));
    clock.advance(std::chrono::hours(2));
    QCOMPARE(FollowedRuns(path, clock).runs().size(), std::size_t(1));
}

void tst_FollowedRuns::tooMany_endedGoFirst()
{
    const QTemporaryDir folder;
    ManualClock clock;
    FollowedRuns runs(folder.filePath(QStringLiteral("f.json")), clock);
    for (int i = 0; i <= FollowedRuns::mostRuns; ++i) {
        clock.advance(std::chrono::seconds(1));
        FollowedRun followed = run(clock, QStringLiteral("exec-%1").arg(i));
        if (i == 150) {
            followed.status = RunStatus::Success;
            followed.endedAt = clock.now();
        }
        runs.keep(followed);
    }
    QCOMPARE(static_cast<int>(runs.runs().size()), FollowedRuns::mostRuns);
    const auto has = [&runs](const char *id) {
        return std::any_of(runs.runs().begin(), runs.runs().end(), [id](const FollowedRun &run) {
            return run.executionId.text() == QLatin1String(id);
        });
    };
    QVERIFY(!has("exec-150"));
    QVERIFY(has("exec-0"));
}

QTEST_GUILESS_MAIN(tst_FollowedRuns)
#include "tst_followedruns.moc"
