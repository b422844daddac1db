// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitkind.h"

#include <QTest>

using namespace countersign;

class TestWaitKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsAsDocumented_data();
    void fitsAsDocumented();
    void modesRuleOut_data();
    void modesRuleOut();
    void namesNotifyTypes();
    void knowsRiskyVerbs_data();
    void knowsRiskyVerbs();
    void requiresReads();
};

// One line a kind, in the mode in which it occurs; columns Approve, Reject, RetryTask, SkipTask,
// ExecuteTask, CancelTask, CompleteExecution, CancelExecution. F fits, P probable, R ruled out by
// the mode that was read, - not for the kind.
void TestWaitKind::fitsAsDocumented_data()
{
    QTest::addColumn<WaitKind>("kind");
    QTest::addColumn<RunMode>("mode");
    QTest::addColumn<QString>("fits");
    const auto row = [](const char *name, WaitKind kind, RunMode mode, const char *fits) {
        QTest::newRow(name) << kind << mode << QString::fromLatin1(fits);
    };
    row("approval", WaitKind::Approval, RunMode::Automatic, "FFRRRRRF");
    row("approval in Debug", WaitKind::Approval, RunMode::Debug, "FFRR---F");
    row("approval in FailurePause", WaitKind::Approval, RunMode::FailurePause, "FF--RRRF");
    row("high risk", WaitKind::HighRisk, RunMode::Automatic, "FFRRRRRF");
    row("debug step", WaitKind::DebugStep, RunMode::Debug, "--RRFFFF");
    row("failure pause", WaitKind::FailurePause, RunMode::FailurePause, "--FFRRRF");
    row("batch pause", WaitKind::BatchPause, RunMode::Automatic, "PPRRRRRF");
    row("manual pause", WaitKind::ManualPause, RunMode::Automatic, "PPRRRRRF");
    row("inside a child", WaitKind::InsideChild, RunMode::Automatic, "--RRRRRF");
    row("unknown", WaitKind::Unknown, RunMode::Automatic, "--RRRRRF");
    row("unknown in no known mode", WaitKind::Unknown, RunMode::Unknown, "-------F");
    row("debug step in no known mode", WaitKind::DebugStep, RunMode::Unknown, "----FFFF");
    row("failure pause in no known mode", WaitKind::FailurePause, RunMode::Unknown, "--FF---F");
}

void TestWaitKind::fitsAsDocumented()
{
    QFETCH(WaitKind, kind);
    QFETCH(RunMode, mode);
    QFETCH(QString, fits);
    constexpr std::array acts = {Act::Approve,           Act::Reject,         Act::RetryTask,
                                 Act::SkipTask,          Act::ExecuteTask,    Act::CancelTask,
                                 Act::CompleteExecution, Act::CancelExecution};
    QString found;
    for (const Act act : acts) {
        switch (fit(kind, mode, act)) {
        case Fit::Fits:
            found += u'F';
            break;
        case Fit::Probable:
            found += u'P';
            break;
        case Fit::RuledOut:
            found += u'R';
            break;
        case Fit::NotForKind:
            found += u'-';
            break;
        }
    }
    QCOMPARE(found, fits);
}

void TestWaitKind::modesRuleOut_data()
{
    QTest::addColumn<WaitKind>("kind");
    for (int kind = 0; kind <= static_cast<int>(WaitKind::Unknown); ++kind)
        QTest::addRow("kind %d", kind) << static_cast<WaitKind>(kind);
}

void TestWaitKind::modesRuleOut()
{
    QFETCH(WaitKind, kind);
    for (const RunMode mode :
         {RunMode::Automatic, RunMode::FailurePause, RunMode::Debug, RunMode::Unknown}) {
        QVERIFY(fit(kind, mode, Act::Approve) != Fit::RuledOut);
        QVERIFY(fit(kind, mode, Act::Reject) != Fit::RuledOut);
        QCOMPARE(fit(kind, mode, Act::CancelExecution), Fit::Fits);
        const bool debugOut = mode == RunMode::Automatic || mode == RunMode::FailurePause;
        QCOMPARE(fit(kind, mode, Act::ExecuteTask) == Fit::RuledOut, debugOut);
        const bool retryOut = mode == RunMode::Automatic || mode == RunMode::Debug;
        QCOMPARE(fit(kind, mode, Act::SkipTask) == Fit::RuledOut, retryOut);
    }
}

void TestWaitKind::namesNotifyTypes()
{
    QCOMPARE(notifyTypeText(Act::Approve), QStringLiteral("Approve"));
    QCOMPARE(notifyTypeText(Act::Reject), QStringLiteral("Reject"));
    QCOMPARE(notifyTypeText(Act::RetryTask), QStringLiteral("RetryTask"));
    QCOMPARE(notifyTypeText(Act::SkipTask), QStringLiteral("SkipTask"));
    QCOMPARE(notifyTypeText(Act::ExecuteTask), QStringLiteral("ExecuteTask"));
    QCOMPARE(notifyTypeText(Act::CancelTask), QStringLiteral("CancelTask"));
    QCOMPARE(notifyTypeText(Act::CompleteExecution), QStringLiteral("CompleteExecution"));
    QCOMPARE(notifyTypeText(Act::CancelExecution), QString());
}

void TestWaitKind::knowsRiskyVerbs_data()
{
    QTest::addColumn<bool>("isRisky");
    for (const char *api : {"DeleteInstance", "ReleaseDedicatedHost", "StopInstances",
                            "TerminateSession", "RemoveTags", "RebootInstance", "ResetPassword",
                            "DestroyStack", "DetachDisk", "RevokeSecurityGroup", "DropTable",
                            "PurgeQueue", "ReplaceSystemDisk", "deleteInstance", "Delete"})
        QTest::newRow(api) << true;
    for (const char *api : {"DescribeInstances", "StartInstance", "Stopwatch", "UndeleteX",
                            "CreateDeleteJob", "", "Resettle"})
        QTest::newRow(api) << false;
}

void TestWaitKind::knowsRiskyVerbs()
{
    QFETCH(bool, isRisky);
    QCOMPARE(isRiskyByName(QString::fromLatin1(QTest::currentDataTag())), isRisky);
}

void TestWaitKind::requiresReads()
{
    const RequiredReads plain =
        RequiredRead::Run | RequiredRead::WaitingRow | RequiredRead::Template;
    QCOMPARE(requiredReads(WaitKind::Approval), plain);
    QCOMPARE(requiredReads(WaitKind::HighRisk), plain | RequiredRead::Call);
}

QTEST_APPLESS_MAIN(TestWaitKind)
#include "tst_waitkind.moc"
