// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/run.h"

#include "app/sandbox/engine/looprun.h"
#include "app/sandbox/engine/noticetarget.h"

namespace countersign::sandbox {

namespace {

constexpr int mostStarts = 1000;

} // namespace

Run::Run(const Services &services, ExecutionRecord &record,
         std::shared_ptr<const TemplateProgram> program, std::shared_ptr<const Members> parameters,
         QObject *parent, Surroundings surroundings)
    : QObject(parent)
    , m_services(services)
    , m_record(record)
    , m_program(std::move(program))
    , m_parameters(std::move(parameters))
    , m_secondsBehind(record.fields.createDate.secsTo(services.clock->now()))
    , m_results(surroundings.results)
    , m_surroundings(std::move(surroundings))
{
    if (!m_surroundings.calls)
        m_surroundings.calls = std::make_shared<QHash<QStringList, int>>();
}

Run::~Run() = default;

Scope Run::scope() const
{
    Scope scope;
    scope.program = m_program;
    scope.parameters = m_parameters;
    scope.results = m_results;
    scope.loopItem = m_surroundings.loopItem;
    scope.outer = m_surroundings.outer;
    scope.region = m_record.region;
    scope.accountId = m_record.accountId;
    scope.executionId = m_record.fields.id.text();
    scope.executeUser = userNameOf(m_record.fields.executedBy);
    scope.now = now();
    return scope;
}

void Run::begin()
{
    m_record.fields.counters = counters();
    if (isDebug()) {
        setStatus(RunStatus::Waiting);
        return;
    }
    QTimer::singleShot(0, this, [this] {
        if (!m_isOver) {
            setStatus(RunStatus::Running);
            startTask(m_surroundings.firstTask);
        }
    });
}

void Run::adopt(int taskIndex)
{
    const TaskStep &step = m_program->tasks[size_t(taskIndex)];
    auto task = std::make_unique<TaskRun>(*this, step, Json(), this);
    watch(*task);
    const int row = int(m_record.tasks.size()) - 1;
    task->adopt(row, m_record.tasks.back().properties.json.value_or(Json()));
    m_current = std::move(task);
}

std::unique_ptr<StepRun> Run::makeStep(int index, const Json &overlay)
{
    const TaskStep &step = m_program->tasks[size_t(index)];
    std::unique_ptr<StepRun> run;
    if (step.hasLoop() || step.isAction(u"ACS::Loop"))
        run = std::make_unique<LoopRun>(*this, step, overlay, this);
    else
        run = std::make_unique<TaskRun>(*this, step, overlay, this);
    watch(*run);
    return run;
}

void Run::watch(StepRun &step)
{
    connect(&step, &StepRun::ended, this, &Run::stepEnded);
    connect(&step, &StepRun::paused, this, &Run::stepPaused);
    connect(&step, &StepRun::rejected, this, [this] { cancel({}); });
}

void Run::startTask(int index, const Json &overlay)
{
    if (index >= int(m_program->tasks.size()))
        return end(m_hasFailed ? RunStatus::Failed : RunStatus::Success);
    if (++m_starts > mostStarts) {
        m_hasFailed = true;
        m_failure = QStringLiteral("More than 1000 tasks were started.");
        return end(RunStatus::Failed);
    }
    m_current = makeStep(index, overlay);
    m_current->begin();
}

void Run::stepEnded(StepRun *step)
{
    // The task's own call is still on the stack.
    QTimer::singleShot(0, this, [this, step] {
        if (m_current.get() == step && !m_isOver)
            followStep(step);
    });
}

void Run::stepPaused(StepRun *step)
{
    const TaskExecution &row = step->row();
    m_record.fields.statusMessage = u"Task " + row.taskName + u" failed: " + row.statusMessage;
    refreshState();
}

void Run::followStep(StepRun *step)
{
    const TaskStep &task = step->step();
    const TaskExecution row = step->row();
    QString target = task.onSuccess;
    if (row.status == RunStatus::Success) {
        m_results.insert(task.name, step->result());
        if (!step->jump().isEmpty())
            target = step->jump();
    } else if (row.status == RunStatus::Skipped) {
        if (!step->isPassedOver())
            target = QStringLiteral("ACS::NEXT");
    } else if (row.status == RunStatus::Cancelled) {
        // Somebody stopped the nested execution; what follows it must not run.
        if (!isDebug())
            return cancel(row.statusMessage);
        target = task.onCancel;
    } else {
        target = task.onError;
        if (task.isCritical && !m_hasFailed) {
            m_hasFailed = true;
            m_failure = row.statusMessage;
        }
    }
    // What stands behind a trigger ran in its children.
    if (isTrigger(task.action) && row.status == RunStatus::Success)
        target = QStringLiteral("ACS::END");
    goOn(task, target);
}

void Run::leaveTask()
{
    if (!m_current)
        return;
    auto *const loop = qobject_cast<LoopRun *>(m_current.get());
    StepRun *const left = m_current.release();
    if (isDebug() && loop && !m_isOver) {
        std::unique_ptr<LoopRun> &kept = m_loops[loop->step().name];
        if (kept)
            kept.release()->deleteLater();
        kept.reset(loop);
    } else {
        left->deleteLater();
    }
}

void Run::goOn(const TaskStep &step, const QString &target)
{
    leaveTask();
    if (isDebug()) {
        refreshState();
        return;
    }
    if (isEndTarget(target))
        return end(m_hasFailed ? RunStatus::Failed : RunStatus::Success);
    const int index =
        isNextTarget(target) ? m_program->taskIndex(step.name) + 1 : m_program->taskIndex(target);
    startTask(index);
}

std::optional<Refusal> Run::notify(const NotifyRequest &request)
{
    m_secondsBehind = 0;
    const QString &type = request.notifyType;
    const bool stopsTask = isDebug() && m_current && type == u"CancelTask";
    if (m_record.fields.status != RunStatus::Waiting && !stopsTask) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       u"The execution " + m_record.fields.id.text() + u" is not waiting; it is " +
                           m_record.fields.statusText + u'.'};
    }
    if (type == u"Approve" || type == u"Reject")
        return notifyDecision(request);
    if (isDebug())
        return notifyDebug(request);
    if (pausesAtFailures() && (type == u"RetryTask" || type == u"SkipTask"))
        return notifyFailure(request);
    return wrongType(request);
}

std::optional<Refusal> Run::trigger(const QString &type, const Json &message)
{
    m_secondsBehind = 0;
    auto *const task = qobject_cast<TaskRun *>(m_current.get());
    if (task && isTrigger(task->step().action) && !task->isOver())
        return task->trigger(type, message);
    return Refusal{400, QStringLiteral("UnsupportedOperation"),
                   u"The execution " + m_record.fields.id.text() +
                       u" is not a trigger that waits."};
}

void Run::cancel(const QString &message)
{
    m_secondsBehind = 0;
    if (m_isOver)
        return;
    if (m_current)
        m_current->cancel(message);
    m_record.fields.statusMessage = message;
    end(RunStatus::Cancelled);
}

void Run::end(RunStatus status)
{
    m_isOver = true;
    leaveTask();
    if (status == RunStatus::Failed && m_hasFailed)
        m_record.fields.statusMessage = m_failure;
    else if (status == RunStatus::Success)
        m_record.fields.statusMessage.clear();
    // A stop takes effect at once. Otherwise the end is there with the outputs, which may need the
    // jq program.
    m_endStatus = status;
    if (status == RunStatus::Cancelled)
        m_record.fields.endDate = now();
    setStatus(status == RunStatus::Cancelled ? status : RunStatus::Running);
    writeOutputs();
}

void Run::writeOutputs()
{
    const Scope current = scope();
    Members outputs;
    std::optional<JqJob> missing;
    m_program->outputs.forEachMember([&](const QString &name, const Json &declaration) {
        Evaluation evaluation(current, m_memo);
        const Json value = evaluation.value(memberOf(declaration, u"Value"));
        if (evaluation.hasFailed())
            logOnce({}, u"The output " + name + u" has no value: " + evaluation.failure());
        if (evaluation.missing())
            missing = evaluation.missing();
        outputs.emplace_back(name, value);
    });
    if (missing) {
        m_services.jq->run(*missing, this, [this, job = *missing](const Selection &selection) {
            m_memo.insert(job, selection);
            writeOutputs();
        });
        return;
    }
    m_record.fields.outputs = {Json::fromMembers(outputs), {}};
    if (!m_record.fields.endDate.isValid())
        m_record.fields.endDate = now();
    setStatus(m_endStatus);
    Q_EMIT finished(m_record.fields.id.text());
}

} // namespace countersign::sandbox
