// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/tasktreemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

namespace {

TaskExecution task(const QString &id, const QString &parent = {})
{
    TaskExecution row;
    row.id = TaskExecutionId(id);
    row.taskName = QString(QStringLiteral("task-") + id);
    row.taskAction = QStringLiteral("ACS::Sleep");
    row.status = RunStatus::Running;
    row.parentTaskExecutionId = TaskExecutionId(parent);
    return row;
}

QString printed(const TaskTreeModel &model, const QModelIndex &parent = {})
{
    QStringList parts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString id =
            index.data(TaskTreeModel::TaskExecutionIdRole).value<TaskExecutionId>().text();
        const QString below = printed(model, index);
        parts << (below.isEmpty() ? id : QString(id + QLatin1Char('(') + below + QLatin1Char(')')));
    }
    return parts.join(u' ');
}

const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");
const QString c = QStringLiteral("c");
const QString d = QStringLiteral("d");

} // namespace

class tst_TaskTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void apply_buildsTheTree_data();
    void apply_buildsTheTree();
    void apply_random_neverResets();
    void apply_longChain_isBounded();
    void apply_rowsWithoutId_areAllShown();
    void cells_giveTaskActionStateAndTime();
    void setNow_tellsOfCountingTasks();
    void setSubject_marksOneRow();
    void texts_areSafe();
    void plannedSteps_standAfterTheRows();
    void childRun_hangsBelowItsStarter();
    void childRun_isWantedOnce();
    void loop_saysHowItsItemsStand();
    void furtherColumns_giveBatchRiskReasonAndNote();
    void copying_givesTextsAsReceived();
};

void tst_TaskTreeModel::apply_buildsTheTree_data()
{
    QTest::addColumn<QList<QStringList>>("rows"); // id and parent
    QTest::addColumn<QString>("expected");
    using Rows = QList<QStringList>;
    QTest::newRow("none") << Rows{} << QString();
    QTest::newRow("flat") << Rows{{a, {}}, {b, {}}} << QStringLiteral("a b");
    QTest::newRow("loop") << Rows{{a, {}}, {b, a}, {c, a}, {d, {}}} << QStringLiteral("a(b c) d");
    QTest::newRow("child first") << Rows{{b, a}, {a, {}}} << QStringLiteral("a(b)");
    QTest::newRow("missing parent")
        << Rows{{b, QStringLiteral("x")}, {a, {}}} << QStringLiteral("b a");
    QTest::newRow("own parent") << Rows{{a, a}} << QStringLiteral("a");
    QTest::newRow("circle") << Rows{{a, b}, {b, a}, {c, a}} << QStringLiteral("a b c");
    QTest::newRow("repeated") << Rows{{a, {}}, {b, {}}, {a, b}} << QStringLiteral("b(a)");
}

void tst_TaskTreeModel::apply_buildsTheTree()
{
    QFETCH(QList<QStringList>, rows);
    QFETCH(QString, expected);
    std::vector<TaskExecution> tasks;
    for (const QStringList &row : rows)
        tasks.push_back(task(row[0], row[1]));
    TaskTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(tasks);
    QCOMPARE(printed(model), expected);
    model.apply({task(c), task(d, c)});
    QCOMPARE(printed(model), QStringLiteral("c(d)"));
    model.apply(tasks);
    QCOMPARE(printed(model), expected);
}

void tst_TaskTreeModel::apply_random_neverResets()
{
    TaskTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &TaskTreeModel::modelReset);
    QRandomGenerator random(3);
    for (int round = 0; round < 300; ++round) {
        std::vector<TaskExecution> rows;
        const int universe = round % 20 ? 12 : 300;
        QString above;
        for (int number = 0; number < universe; ++number) {
            if (random.bounded(4) == 0)
                continue;
            const QString id = QString::number(number);
            const bool isLoop = random.bounded(5) == 0;
            rows.push_back(task(id, isLoop ? QString() : above));
            rows.back().status = random.bounded(2) ? RunStatus::Running : RunStatus::Success;
            if (isLoop)
                above = id;
        }
        for (int swap = random.bounded(3) * random.bounded(100); swap > 0 && !rows.empty(); --swap)
            std::swap(rows[random.bounded(quint32(rows.size()))],
                      rows[random.bounded(quint32(rows.size()))]);
        const QPersistentModelIndex held = model.index(0, 0);
        const auto heldId = held.data(TaskTreeModel::TaskExecutionIdRole).value<TaskExecutionId>();
        model.apply(rows);
        TaskTreeModel fresh;
        fresh.apply(rows);
        QCOMPARE(printed(model), printed(fresh));
        for (const TaskExecution &row : rows)
            QCOMPARE(model.indexOf(row.id).data(TaskTreeModel::StatusRole).value<RunStatus>(),
                     row.status);
        if (held.isValid())
            QCOMPARE(held.data(TaskTreeModel::TaskExecutionIdRole).value<TaskExecutionId>(),
                     heldId);
    }
    QCOMPARE(reset.count(), 0);
}

void tst_TaskTreeModel::apply_longChain_isBounded()
{
    std::vector<TaskExecution> rows;
    for (int number = 0; number < 20'000; ++number)
        rows.push_back(task(QString::number(number), QString::number(number - 1)));
    TaskTreeModel model;
    model.apply(rows);
    int depth = 0;
    for (QModelIndex index = model.index(0, 0); index.isValid(); index = model.index(0, 0, index))
        ++depth;
    QVERIFY(depth > 10 && depth <= 32);
    QVERIFY(model.indexOf(TaskExecutionId(QStringLiteral("19999"))).isValid());
}

void tst_TaskTreeModel::apply_rowsWithoutId_areAllShown()
{
    TaskTreeModel model;
    model.apply({task({}), task({})});
    QCOMPARE(model.rowCount(), 2);
    model.apply({task({}), task({}), task(a)});
    QCOMPARE(model.rowCount(), 3);
}

void tst_TaskTreeModel::cells_giveTaskActionStateAndTime()
{
    TaskExecution find = task(a);
    find.taskName = QStringLiteral("findIdle");
    find.taskAction = QStringLiteral("ACS::ExecuteAPI");
    find.properties =
        EmbeddedJson::from(*Json::parse(R"({"Service":"ECS","API":"DescribeInstances"})").json);
    find.status = RunStatus::Success;
    find.statusText = QStringLiteral("Success");
    find.startDate = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC);
    find.endDate = find.startDate.addSecs(240);
    TaskExecution item = task(b, a);
    item.loopItem = QStringLiteral("i-bp1");
    item.taskAction = QStringLiteral("ACS::ECS::DeleteInstance");
    item.status = RunStatus::Unknown;
    item.statusText = QStringLiteral("Parked");
    TaskTreeModel model;
    model.apply({find, item});
    const auto cell = [&](const QModelIndex &index, int column) {
        return index.siblingAtColumn(column).data().toString();
    };
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(cell(top, TaskTreeModel::TaskColumn), QStringLiteral("findIdle"));
    QCOMPARE(cell(top, TaskTreeModel::ActionColumn),
             QStringLiteral("ACS::ExecuteAPI · ECS DescribeInstances"));
    QCOMPARE(cell(top, TaskTreeModel::StateColumn), QStringLiteral("Success"));
    QCOMPARE(cell(top, TaskTreeModel::TookColumn), QStringLiteral("4 min"));
    const QModelIndex below = model.index(0, 0, top);
    QCOMPARE(cell(below, TaskTreeModel::TaskColumn), QStringLiteral("task-b · i-bp1"));
    QCOMPARE(cell(below, TaskTreeModel::ActionColumn), QStringLiteral("ACS::ECS::DeleteInstance"));
    QCOMPARE(cell(below, TaskTreeModel::StateColumn), QStringLiteral("Parked"));
    QCOMPARE(cell(below, TaskTreeModel::TookColumn), QStringLiteral("—"));
    QCOMPARE(model.columnCount(), int(TaskTreeModel::ColumnCount));
}

void tst_TaskTreeModel::setNow_tellsOfCountingTasks()
{
    TaskExecution running = task(a);
    running.startDate = QDateTime({2026, 11, 25}, {10, 0}, Qt::UTC);
    TaskExecution done = running;
    done.id = TaskExecutionId(b);
    done.status = RunStatus::Success;
    done.endDate = running.startDate.addSecs(1);
    TaskTreeModel model;
    model.apply({running, done});
    QSignalSpy changed(&model, &TaskTreeModel::dataChanged);
    model.setNow(running.startDate.addSecs(180));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QCOMPARE(model.index(0, TaskTreeModel::TookColumn).data().toString(), QStringLiteral("3 min"));
    model.setNow(running.startDate.addSecs(190));
    QCOMPARE(changed.count(), 1);
}

void tst_TaskTreeModel::setSubject_marksOneRow()
{
    TaskTreeModel model;
    model.apply({task(a), task(b, a)});
    model.setSubject(TaskExecutionId(b));
    QCOMPARE(model.index(0, 0).data(TaskTreeModel::IsSubjectRole).toBool(), false);
    const QModelIndex below = model.indexOf(TaskExecutionId(b));
    QCOMPARE(below.data(TaskTreeModel::IsSubjectRole).toBool(), true);
    QCOMPARE(below.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("task-b, the task to decide, ACS::Sleep, Running, —"));
    model.setSubject({});
    QCOMPARE(below.data(TaskTreeModel::IsSubjectRole).toBool(), false);
}

void tst_TaskTreeModel::texts_areSafe()
{
    const QString hostile = QString(QStringLiteral("<b>\u202E\n") + QString(1'000'000, u'x'));
    TaskExecution row = task(a);
    row.taskName = row.taskAction = row.loopItem = row.statusText = row.statusMessage = hostile;
    row.status = RunStatus::Unknown;
    TaskTreeModel model;
    model.apply({row});
    for (int column = 0; column < TaskTreeModel::ColumnCount; ++column) {
        const QModelIndex index = model.index(0, column);
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
            const QString text = index.data(role).toString();
            QVERIFY(text.size() < 3'000);
            QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(u'\n'));
        }
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }
}

void tst_TaskTreeModel::plannedSteps_standAfterTheRows()
{
    TaskSurroundings around;
    around.planned = {{QStringLiteral("task-a"), QStringLiteral("ACS::Sleep")},
                      {QStringLiteral("later"), QStringLiteral("ACS::ECS::DeleteInstance")},
                      {QStringLiteral("later"), QStringLiteral("ACS::Sleep")}};
    TaskTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({task(a)}, around);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex later = model.index(1, 0);
    QCOMPARE(later.data().toString(), QStringLiteral("later"));
    QVERIFY(later.data(TaskTreeModel::IsPlannedRole).toBool());
    QVERIFY(later.data(TaskTreeModel::TaskExecutionIdRole).value<TaskExecutionId>().isEmpty());
    QCOMPARE(later.siblingAtColumn(TaskTreeModel::StateColumn).data().toString(),
             QStringLiteral("Not run"));
    TaskExecution begun = task(b);
    begun.taskName = QStringLiteral("later");
    model.apply({task(a), begun}, around);
    QCOMPARE(printed(model), QStringLiteral("a b"));
}

void tst_TaskTreeModel::childRun_hangsBelowItsStarter()
{
    TaskExecution starter = task(a);
    starter.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    TaskExecution nested = task(QStringLiteral("e2.t1"));
    nested.executionId = ExecutionId(QStringLiteral("exec-2"));
    nested.childExecutionId = ExecutionId(QStringLiteral("exec-3"));
    TaskSurroundings around;
    around.children.insert(
        starter.childExecutionId,
        {ChildRun::State::Read, {nested, task(QStringLiteral("e2.t2"), QStringLiteral("e2.t1"))}});
    // A run that names itself as its own child ends the way down.
    around.children.insert(nested.childExecutionId,
                           {ChildRun::State::Read, {starter, task(QStringLiteral("e3.t1"))}});
    TaskTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({starter, task(b)}, around);
    QCOMPARE(printed(model), QStringLiteral("a(e2.t1(e2.t2 e3.t1)) b"));
    model.apply({starter, task(b)});
    QCOMPARE(printed(model), QStringLiteral("a b"));
}

void tst_TaskTreeModel::childRun_isWantedOnce()
{
    TaskExecution starter = task(a);
    starter.childExecutionId = ExecutionId(QStringLiteral("exec-2"));
    TaskTreeModel model;
    model.apply({starter, task(b)});
    const QModelIndex top = model.index(0, 0);
    QVERIFY(model.hasChildren(top) && model.canFetchMore(top));
    QVERIFY(!model.hasChildren(model.index(1, 0)));
    QSignalSpy wanted(&model, &TaskTreeModel::childWanted);
    model.fetchMore(top);
    model.fetchMore(top);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].value<ExecutionId>(), starter.childExecutionId);
    TaskSurroundings around;
    around.children.insert(starter.childExecutionId, {ChildRun::State::Reading, {}});
    const auto reason = [&] {
        return top.siblingAtColumn(TaskTreeModel::ReasonColumn).data().toString();
    };
    model.apply({starter, task(b)}, around);
    QCOMPARE(reason(), QStringLiteral("The tasks of the child run are being read."));
    QSignalSpy changed(&model, &TaskTreeModel::dataChanged);
    around.children[starter.childExecutionId].state = ChildRun::State::Failed;
    model.apply({starter, task(b)}, around);
    QVERIFY(changed.count() > 0);
    QCOMPARE(reason(), QStringLiteral("The tasks of the child run could not be read."));
}

void tst_TaskTreeModel::loop_saysHowItsItemsStand()
{
    std::vector<TaskExecution> rows{task(a), task(b, a), task(c, a), task(d, a)};
    rows[1].status = rows[2].status = RunStatus::Success;
    TaskTreeModel model;
    model.apply(rows);
    const QModelIndex reason = model.index(0, TaskTreeModel::ReasonColumn);
    QCOMPARE(reason.data().toString(), QStringLiteral("3 item(s): 2 Success, 1 Running"));
    QSignalSpy changed(&model, &TaskTreeModel::dataChanged);
    rows[3].status = RunStatus::Failed;
    model.apply(rows);
    QCOMPARE(reason.data().toString(), QStringLiteral("3 item(s): 2 Success, 1 Failed"));
    const bool isTold = std::any_of(changed.begin(), changed.end(), [](const QVariantList &one) {
        return !one[0].toModelIndex().parent().isValid();
    });
    QVERIFY(isTold);
}

void tst_TaskTreeModel::furtherColumns_giveBatchRiskReasonAndNote()
{
    TaskExecution item = task(b, a);
    item.loopItem = QStringLiteral(R"({"id":"i-1"})");
    item.loopBatchNumber = 2;
    item.status = RunStatus::Failed;
    item.statusMessage = QStringLiteral("The disk is attached.");
    item.extraData.json = Json::parse(R"({"NotifyNote":"seen by li.wei"})").json;
    TaskTreeModel model;
    model.apply({task(a)});
    QVERIFY(!model.isUsed(TaskTreeModel::BatchColumn));
    QVERIFY(!model.isUsed(TaskTreeModel::ReasonColumn));
    TaskSurroundings around;
    around.risks.insert(QStringLiteral("task-b"), QStringLiteral("ECS DeleteDisk – by name"));
    model.apply({task(a), item}, around);
    const QModelIndex top = model.index(0, 0);
    const auto cell = [&](const QModelIndex &index, int column) {
        return index.siblingAtColumn(column).data().toString();
    };
    const QModelIndex below = model.index(0, 0, top);
    QCOMPARE(cell(below, TaskTreeModel::TaskColumn), QStringLiteral(R"(task-b · {"id":"i-1"})"));
    QCOMPARE(cell(below, TaskTreeModel::BatchColumn), QStringLiteral("2"));
    QCOMPARE(cell(top, TaskTreeModel::BatchColumn), QStringLiteral("1 batch(es)"));
    QCOMPARE(cell(below, TaskTreeModel::RiskColumn), QStringLiteral("ECS DeleteDisk – by name"));
    QCOMPARE(cell(below, TaskTreeModel::ReasonColumn), QStringLiteral("The disk is attached."));
    QCOMPARE(cell(below, TaskTreeModel::NoteColumn), QStringLiteral("seen by li.wei"));
    for (const auto column : {TaskTreeModel::BatchColumn, TaskTreeModel::RiskColumn,
                              TaskTreeModel::ReasonColumn, TaskTreeModel::NoteColumn})
        QVERIFY(model.isUsed(column));
    QCOMPARE(below.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral(R"(task-b · {"id":"i-1"}, ACS::Sleep, Failed, —, batch 2, )"
                            R"(ECS DeleteDisk – by name, The disk is attached., )"
                            R"(note: seen by li.wei)"));
}

void tst_TaskTreeModel::copying_givesTextsAsReceived()
{
    TaskExecution item = task(a);
    item.taskName = QStringLiteral("x\u202E");
    item.loopItem = QStringLiteral("{\"a\":\n1}");
    item.statusMessage = QStringLiteral("line 1\nline 2");
    TaskTreeModel model;
    model.apply({item});
    const auto copied = [&](int column, int role) {
        return model.index(0, column).data(role).toString();
    };
    QCOMPARE(copied(0, TaskTreeModel::CopyRole), QStringLiteral("x\u202E · {\"a\":\n1}"));
    QCOMPARE(copied(0, TaskTreeModel::LoopItemRole), item.loopItem);
    QCOMPARE(copied(TaskTreeModel::ReasonColumn, TaskTreeModel::CopyRole), item.statusMessage);
}

QTEST_GUILESS_MAIN(tst_TaskTreeModel)
#include "tst_tasktreemodel.moc"
