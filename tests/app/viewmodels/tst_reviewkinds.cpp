// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/displaytext.h"
#include "app/models/logmodel.h"
#include "app/models/outputmodel.h"
#include "app/models/parametermodel.h"
#include "app/models/tasktreemodel.h"
#include "person.h"
#include "tests/fakes/temporaryfiles.h"

#include <QFile>
#include <QTest>

#include <memory>

using namespace countersign;

namespace {

QByteArray templateFile(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/templates/") + name + QStringLiteral(".yml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString cell(const QModelIndex &row, int column)
{
    return row.siblingAtColumn(column).data().toString();
}

QStringList labels(const ReviewViewModel &review)
{
    QStringList found;
    for (const LabelledFact &fact : review.facts())
        found += fact.label + QStringLiteral(": ") + fact.value;
    return found;
}

} // namespace

//! Reviews of runs with loops, batches, failures and child runs, on the real sandbox.
class tst_ReviewKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void failedItems_standBelowTheirLoop();
    void batchPause_saysHowFarItIs();
    void childApproval_isSeenFromAboveAndKnowsTheWayDown();
    void outputsAndLog_nameTheirTasks();
    void parameters_areComparedWithTheRunBefore();

private:
    void start(const QStringList &templates, const QByteArray &behaviour = {});
    std::unique_ptr<ReviewViewModel> reviewOf(const ExecutionId &id);
    ExecutionId waiting(const QString &templateName, const QByteArray &parameters,
                        const QString &mode = {});
    //! A run whose first task has started a child run that waits, with that child.
    std::pair<ExecutionId, ExecutionId> startWithChild();

    QTemporaryDir m_folder;
    TemporaryFiles m_personal;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<SandboxWorld> m_world;
};

void tst_ReviewKinds::cleanup()
{
    m_world.reset();
    m_sandbox.reset();
}

void tst_ReviewKinds::start(const QStringList &templates, const QByteArray &behaviour)
{
    m_sandbox = std::make_unique<SandboxProcess>(QStringLiteral(PROGRAMS));
    for (const QString &name : templates)
        m_sandbox->addTemplate(name, templateFile(name));
    QStringList arguments{QStringLiteral("--scenario"), QStringLiteral("empty"),
                          QStringLiteral("--speed"), QStringLiteral("100")};
    if (!behaviour.isEmpty()) {
        QFile rules(m_folder.filePath(QStringLiteral("behaviour.json")));
        QVERIFY(rules.open(QIODevice::WriteOnly));
        rules.write(behaviour);
        arguments << QStringLiteral("--behaviour") << rules.fileName();
    }
    QVERIFY2(m_sandbox->start(arguments), qPrintable(m_sandbox->problem()));
    m_world = std::make_unique<SandboxWorld>(m_sandbox->announcement());
}

ExecutionId tst_ReviewKinds::waiting(const QString &templateName, const QByteArray &parameters,
                                     const QString &mode)
{
    QMap<QString, QString> further{{QStringLiteral("Parameters"), QString::fromUtf8(parameters)}};
    if (!mode.isEmpty())
        further.insert(QStringLiteral("Mode"), mode);
    const ExecutionId id = m_world->startExecution(templateName, further);
    m_world->waitForStatus(id, RunStatus::Waiting);
    return id;
}

std::unique_ptr<ReviewViewModel> tst_ReviewKinds::reviewOf(const ExecutionId &id)
{
    auto review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_world->services()), m_personal.files);
    WaitRow row;
    row.id = {m_world->place(), id, {}};
    review->show(row);
    const bool isReady = QTest::qWaitFor(
        [&review] {
            return review->state() != ReviewViewModel::State::Loading && !review->isReading();
        },
        10'000);
    return isReady ? std::move(review) : nullptr;
}

std::pair<ExecutionId, ExecutionId> tst_ReviewKinds::startWithChild()
{
    const ExecutionId id = m_world->startExecution(QStringLiteral("child-of-template"));
    ExecutionId child;
    const bool isThere = QTest::qWaitFor(
        [&] {
            for (const TaskExecution &row : m_world->rowsOf(id))
                child = row.childExecutionId;
            return !child.isEmpty();
        },
        10'000);
    if (isThere)
        m_world->waitForStatus(child, RunStatus::Waiting);
    return {id, child};
}

void tst_ReviewKinds::failedItems_standBelowTheirLoop()
{
    start({QStringLiteral("loop-concurrency")},
          R"([{"api":"DescribeInstances","loopItem":"i-2","code":"InstanceBusy","message":"The )"
          R"(server is busy."}])");
    const ExecutionId id =
        waiting(QStringLiteral("loop-concurrency"), R"({"servers":["i-1","i-2","i-3"]})",
                QStringLiteral("FailurePause"));
    const auto review = reviewOf(id);
    QVERIFY(review);
    const TaskTreeModel &tasks = *review->tasks();
    QModelIndex loop;
    for (int row = 0; row < tasks.rowCount(); ++row) {
        if (tasks.rowCount(tasks.index(row, 0)) > 0)
            loop = tasks.index(row, 0);
    }
    QCOMPARE(tasks.rowCount(loop), 3);
    const QModelIndex failed = tasks.index(1, 0, loop);
    QCOMPARE(failed.data(TaskTreeModel::LoopItemRole).toString(), QStringLiteral("i-2"));
    QCOMPARE(cell(failed, TaskTreeModel::StateColumn), QStringLiteral("Failed"));
    QVERIFY(cell(failed, TaskTreeModel::ReasonColumn).contains(QStringLiteral("is busy")));
    const std::vector<QString> pause = review->pauseLines();
    QVERIFY(pause.size() >= 2);
    QVERIFY2(pause[1].contains(QStringLiteral("i-2")), qPrintable(pause[1]));
}

void tst_ReviewKinds::batchPause_saysHowFarItIs()
{
    start({QStringLiteral("loop-batch-pause")});
    const auto review = reviewOf(waiting(QStringLiteral("loop-batch-pause"),
                                         R"({"servers":["i-1","i-2","i-3","i-4","i-5"]})"));
    QVERIFY(review);
    QCOMPARE(review->kind(), WaitKind::BatchPause);
    QCOMPARE(review->pauseLines(), std::vector<QString>{QStringLiteral(
                                       "restart: batch 1 of 3 is done: 2 succeeded, 0 failed.")});
    QVERIFY(review->tasks()->isUsed(TaskTreeModel::BatchColumn));
}

void tst_ReviewKinds::childApproval_isSeenFromAboveAndKnowsTheWayDown()
{
    start({QStringLiteral("child-approval"), QStringLiteral("child-of-template")});
    const auto [id, child] = startWithChild();
    const auto review = reviewOf(id);
    QVERIFY(review);
    const TaskTreeModel &tasks = *review->tasks();
    // The starter has not ended, so its child's rows are read without anybody asking.
    QTRY_COMPARE(tasks.rowCount(tasks.index(0, 0)), 1);
    const QModelIndex gate = tasks.index(0, 0, tasks.index(0, 0));
    QCOMPARE(cell(gate, TaskTreeModel::TaskColumn), QStringLiteral("gate"));
    QCOMPARE(cell(gate, TaskTreeModel::StateColumn), QStringLiteral("Waiting"));
    QCOMPARE(cell(tasks.index(1, 0), TaskTreeModel::StateColumn), QStringLiteral("Not run"));
    QCOMPARE(tasks.index(0, 0).data(TaskTreeModel::ChildExecutionIdRole).value<ExecutionId>(),
             child);
    const auto below = reviewOf(child);
    QVERIFY(below);
    const QString start = QStringLiteral("Way down: in run %1").arg(safeLine(id.text()));
    QTRY_VERIFY(labels(*below).join(u'\n').contains(start));
    QVERIFY(labels(*below).join(u'\n').contains(QStringLiteral("askFirst")));
}

void tst_ReviewKinds::outputsAndLog_nameTheirTasks()
{
    start({QStringLiteral("child-approval"), QStringLiteral("child-of-template")});
    const auto [id, child] = startWithChild();
    QVERIFY(m_world->call(QStringLiteral("NotifyExecution"),
                          {{QStringLiteral("ExecutionId"), child.text()},
                           {QStringLiteral("NotifyType"), QStringLiteral("Approve")}}));
    m_world->waitForStatus(id, RunStatus::Success);
    auto review = std::make_unique<ReviewViewModel>(
        std::make_unique<ReviewFlow>(m_world->services()), m_personal.files);
    WaitRow row;
    row.id = {m_world->place(), id, {}};
    review->show(row);
    QTRY_VERIFY(review->outputs()->rowCount() >= 2);
    const QModelIndex first = review->outputs()->index(0, 0);
    QCOMPARE(cell(first, OutputModel::TaskColumn), QStringLiteral("the whole run"));
    QCOMPARE(cell(first, OutputModel::NameColumn), QStringLiteral("subject"));
    QVERIFY(cell(first, OutputModel::ValueColumn).startsWith(QStringLiteral("restart of ")));
    QTRY_VERIFY(review->log()->rowCount() > 0);
    QTRY_COMPARE(cell(review->log()->index(0, 0), LogModel::TaskColumn),
                 QStringLiteral("askFirst"));
    QVERIFY(review->logProblem().isEmpty());
}

void tst_ReviewKinds::parameters_areComparedWithTheRunBefore()
{
    start({QStringLiteral("child-approval")});
    waiting(QStringLiteral("child-approval"), R"({"subject":"first","approvers":["li.wei"]})");
    QTest::qWait(1'100); // times of the service have no fractions
    const auto review = reviewOf(waiting(QStringLiteral("child-approval"),
                                         R"({"subject":"second","approvers":["li.wei"]})"));
    QVERIFY(review);
    QTRY_VERIFY(review->parameters()->isCompared());
    QStringList changed;
    for (int row = 0; row < review->parameters()->rowCount(); ++row) {
        const QModelIndex index = review->parameters()->index(row, 0);
        if (index.data(ParameterModel::IsChangedRole).toBool())
            changed += index.data(Qt::AccessibleTextRole).toString();
    }
    QCOMPARE(changed,
             QStringList{QStringLiteral("subject · changed: second, in the last run first")});
    QVERIFY(review->parameterComparison().contains(QStringLiteral("1 parameter(s) differ")));
}

QTEST_GUILESS_MAIN(tst_ReviewKinds)
#include "tst_reviewkinds.moc"
