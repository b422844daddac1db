// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/ownapprovals.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

WaitRowId wait(int number)
{
    return {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
            ExecutionId(QStringLiteral("exec-%1").arg(number)),
            TaskExecutionId(QStringLiteral("task-%1").arg(number))};
}

} // namespace

class tst_OwnApprovals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restart_keepsThem();
    void otherUser_hasNotApproved();
    void withoutTask_isNotKept();
    void tooMany_oldestGoFirst();
};

void tst_OwnApprovals::restart_keepsThem()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    const QString path = folder.filePath(QStringLiteral("a.json"));
    {
        OwnApprovals approvals(path, clock);
        approvals.add(wait(1), QStringLiteral("li.wei"));
    }
    const OwnApprovals approvals(path, clock);
    QVERIFY(approvals.holds(wait(1), QStringLiteral("li.wei")));
    QVERIFY(!approvals.holds(wait(2), QStringLiteral("li.wei")));
}

void tst_OwnApprovals::otherUser_hasNotApproved()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    OwnApprovals approvals(folder.filePath(QStringLiteral("a.json")), clock);
    approvals.add(wait(1), QStringLiteral("li.wei"));
    QVERIFY(!approvals.holds(wait(1), QStringLiteral("anna.k")));
    QVERIFY(!approvals.holds(wait(1), {}));
}

void tst_OwnApprovals::withoutTask_isNotKept()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    OwnApprovals approvals(folder.filePath(QStringLiteral("a.json")), clock);
    WaitRowId run = wait(1);
    run.taskExecutionId = {};
    approvals.add(run, QStringLiteral("li.wei"));
    QVERIFY(approvals.isEmpty());
}

void tst_OwnApprovals::tooMany_oldestGoFirst()
{
    const QTemporaryDir folder;
    const ManualClock clock;
    OwnApprovals approvals(folder.filePath(QStringLiteral("a.json")), clock);
    for (int i = 0; i <= static_cast<int>(OwnApprovals::mostKept); ++i)
        approvals.add(wait(i), QStringLiteral("li.wei"));
    QVERIFY(!approvals.holds(wait(0), QStringLiteral("li.wei")));
    QVERIFY(approvals.holds(wait(1), QStringLiteral("li.wei")));
}

QTEST_GUILESS_MAIN(tst_OwnApprovals)
#include "tst_ownapprovals.moc"
