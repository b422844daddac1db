// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templatetree.h"
#include "app/viewmodels/nexttask.h"

#include <QTest>

using namespace countersign;

namespace {

using Basis = NextTask::Basis;

TemplateOutline outline(const QByteArray &tasks)
{
    const auto tree =
        readTemplateTree(QString::fromUtf8("FormatVersion: OOS-2019-06-01\nTasks:\n" + tasks));
    return tree.tree ? outlineOf(*tree.tree) : TemplateOutline();
}

//! prepare, choose (to fast or slow), slow, fast, undo (on error of fast), done.
TemplateOutline branching()
{
    return outline("  - {Name: prepare, Action: 'ACS::Sleep', OnSuccess: choose}\n"
                   "  - {Name: aside, Action: 'ACS::Sleep'}\n"
                   "  - Name: choose\n"
                   "    Action: ACS::Choice\n"
                   "    Properties:\n"
                   "      DefaultTask: slow\n"
                   "      Choices:\n"
                   "        - {When: {'Fn::Equals': [a, a]}, NextTask: fast}\n"
                   "  - {Name: slow, Action: 'ACS::Sleep', OnSuccess: 'ACS::END'}\n"
                   "  - {Name: fast, Action: 'ACS::Sleep', OnError: undo, OnSuccess: done}\n"
                   "  - {Name: undo, Action: 'ACS::Sleep', OnSuccess: 'ACS::END'}\n"
                   "  - {Name: done, Action: 'ACS::Sleep', When: {'Fn::Equals': [a, b]}}\n");
}

TaskExecution row(const QString &task, RunStatus status, int second = 0)
{
    TaskExecution made;
    made.id = TaskExecutionId(QString(task + QString::number(second)));
    made.taskName = task;
    made.status = status;
    if (second > 0)
        made.createDate = QDateTime(QDate(2026, 11, 27), QTime(10, 0, second), Qt::UTC);
    return made;
}

} // namespace

class tst_NextTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void follows_data();
    void follows();
    void choice_branchIsReadFromTheRow();
    void latest_byDateThenByOrder();
    void repeated_isSaid();
    void loop_goesOnUntilItEnds();
    void approvals_leftBehind();
};

void tst_NextTask::follows_data()
{
    QTest::addColumn<QString>("ran");
    QTest::addColumn<RunStatus>("status");
    QTest::addColumn<QString>("next");
    QTest::addColumn<Basis>("basis");
    // oos-language.md: OnSuccess and OnError name the next step, the default of OnError is the end;
    // a skipped task is followed by the next one in the text.
    QTest::newRow("nothing ran") << "" << RunStatus::Success << "prepare" << Basis::Start;
    QTest::newRow("on success") << "prepare" << RunStatus::Success << "choose" << Basis::Order;
    QTest::newRow("skipped") << "prepare" << RunStatus::Skipped << "aside" << Basis::Order;
    QTest::newRow("next in the text") << "aside" << RunStatus::Success << "choose" << Basis::Order;
    QTest::newRow("choice, not readable")
        << "choose" << RunStatus::Success << "slow" << Basis::ChoiceGuess;
    QTest::newRow("to the end") << "slow" << RunStatus::Success << "" << Basis::End;
    QTest::newRow("on error") << "fast" << RunStatus::Failed << "undo" << Basis::Order;
    QTest::newRow("no way on after an error")
        << "prepare" << RunStatus::Failed << "" << Basis::AfterFailure;
    QTest::newRow("last of the text") << "done" << RunStatus::Success << "" << Basis::End;
    QTest::newRow("not in the template")
        << "other" << RunStatus::Success << "" << Basis::CannotTell;
}

void tst_NextTask::follows()
{
    QFETCH(QString, ran);
    QFETCH(RunStatus, status);
    QFETCH(QString, next);
    QFETCH(Basis, basis);
    std::vector<TaskExecution> rows;
    if (!ran.isEmpty())
        rows.push_back(row(ran, status));
    const NextTask found = nextTask(branching(), rows);
    QCOMPARE(found.name, next);
    QCOMPARE(found.basis, basis);
    QCOMPARE(found.after, ran);
    QVERIFY(!found.hasRun);
}

void tst_NextTask::choice_branchIsReadFromTheRow()
{
    TaskExecution chose = row(QStringLiteral("choose"), RunStatus::Success);
    const auto withWhen = [&chose](const QByteArray &when) {
        chose.properties.json =
            *Json::parse("{\"DefaultTask\":\"slow\",\"Choices\":[{\"When\":" + when +
                         ",\"NextTask\":\"fast\"}]}")
                 .json;
        return nextTask(branching(), {chose});
    };
    QCOMPARE(withWhen("true").name, QStringLiteral("fast"));
    QCOMPARE(withWhen("true").basis, Basis::Order);
    QCOMPARE(withWhen("false").name, QStringLiteral("slow"));
    QCOMPARE(withWhen("false").basis, Basis::Order);
    QCOMPARE(withWhen("{\"Fn::Equals\":[\"a\",\"a\"]}").basis, Basis::ChoiceGuess);
}

void tst_NextTask::latest_byDateThenByOrder()
{
    const TaskExecution first = row(QStringLiteral("prepare"), RunStatus::Success, 1);
    const TaskExecution second = row(QStringLiteral("aside"), RunStatus::Success, 2);
    QCOMPARE(latestRow({first, second})->taskName, QStringLiteral("aside"));
    QCOMPARE(latestRow({second, first})->taskName, QStringLiteral("aside"));
    // Of one second: as the list goes on.
    const TaskExecution twin = row(QStringLiteral("choose"), RunStatus::Success, 2);
    QCOMPARE(latestRow({first, second, twin})->taskName, QStringLiteral("choose"));
    QCOMPARE(latestRow({twin, second, first})->taskName, QStringLiteral("choose"));
    TaskExecution item = row(QStringLiteral("slow"), RunStatus::Success, 3);
    item.parentTaskExecutionId = second.id;
    QCOMPARE(latestRow({first, second, item})->taskName, QStringLiteral("aside"));
    QVERIFY(latestRow({}) == nullptr);
}

void tst_NextTask::repeated_isSaid()
{
    const auto found =
        nextTask(branching(), {row(QStringLiteral("choose"), RunStatus::Success, 1),
                               row(QStringLiteral("prepare"), RunStatus::Success, 2)});
    QCOMPARE(found.name, QStringLiteral("choose"));
    QVERIFY(found.hasRun);
}

void tst_NextTask::loop_goesOnUntilItEnds()
{
    const TemplateOutline looping =
        outline("  - {Name: each, Action: 'ACS::Sleep', Loop: {Items: [a, b]}}\n"
                "  - {Name: after, Action: 'ACS::Sleep'}\n");
    const auto going = nextTask(looping, {row(QStringLiteral("each"), RunStatus::Running)});
    QCOMPARE(going.name, QStringLiteral("each"));
    QCOMPARE(going.basis, Basis::LoopGoesOn);
    QVERIFY(going.isLoop);
    const auto done = nextTask(looping, {row(QStringLiteral("each"), RunStatus::Success)});
    QCOMPARE(done.name, QStringLiteral("after"));
}

void tst_NextTask::approvals_leftBehind()
{
    const TemplateOutline gated =
        outline("  - {Name: first, Action: 'ACS::Sleep'}\n"
                "  - {Name: ask, Action: 'acs::approve', Properties: {NotifyType: WebHook}}\n"
                "  - {Name: last, Action: 'ACS::Sleep'}\n");
    const QString first = QStringLiteral("first");
    const QString ask = QStringLiteral("ask");
    const QString last = QStringLiteral("last");
    const std::vector<QString> none;
    const std::vector<QString> passed{ask};
    QCOMPARE(approvalsPassedOver(gated, {}, first, last), passed);
    QCOMPARE(approvalsPassedOver(gated, {}, first, first), none);
    QCOMPARE(approvalsPassedOver(gated, {}, first, ask), none);
    TaskExecution given = row(ask, RunStatus::Success);
    given.taskAction = QStringLiteral("ACS::Approve");
    QCOMPARE(approvalsPassedOver(gated, {given}, first, last), none);
    TaskExecution waiting = row(ask, RunStatus::Waiting);
    waiting.taskAction = QStringLiteral("ACS::Approve");
    QCOMPARE(approvalsPassedOver(gated, {waiting}, last, last), passed);
}

QTEST_GUILESS_MAIN(tst_NextTask)
#include "tst_nexttask.moc"
