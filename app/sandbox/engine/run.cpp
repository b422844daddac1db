// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/run.h"

namespace countersign::sandbox {

namespace {

constexpr int mostStarts = 1000;

bool isActive(RunStatus status)
{
    return !isFinal(status);
}

} // namespace

Run::Run(const Services &services, ExecutionRecord &record,
         std::shared_ptr<const TemplateProgram> program, std::shared_ptr<const Members> parameters,
         QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_record(record)
    , m_program(std::move(program))
    , m_parameters(std::move(parameters))
    , m_secondsBehind(record.fields.createDate.secsTo(QDateTime::currentDateTimeUtc()))
{
}

Run::~Run() = default;

Scope Run::scope() const
{
    Scope scope;
    scope.program = m_program;
    scope.parameters = m_parameters;
    scope.results = m_results;
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
            startTask(0);
        }
    });
}

void Run::adopt(int taskIndex)
{
    const TaskStep &step = m_program->tasks[size_t(taskIndex)];
    m_current = std::make_unique<TaskRun>(*this, step, Json(), this);
    connect(m_current.get(), &TaskRun::ended, this, &Run::taskEnded);
    connect(m_current.get(), &TaskRun::rejected, this, [this] { cancel({}); });
    const int row = int(m_record.tasks.size()) - 1;
    m_current->adopt(row, m_record.tasks.back().properties.json.value_or(Json()));
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
    m_current = std::make_unique<TaskRun>(*this, m_program->tasks[size_t(index)], overlay, this);
    connect(m_current.get(), &TaskRun::ended, this, &Run::taskEnded);
    connect(m_current.get(), &TaskRun::rejected, this, [this] { cancel({}); });
    m_current->begin();
}

void Run::taskEnded(TaskRun *task)
{
    const TaskExecution &row = task->row();
    const bool failed = row.status == RunStatus::Failed;
    if (failed && m_record.fields.mode == RunMode::FailurePause) {
        m_isPaused = true;
        m_record.fields.statusMessage = u"Task " + row.taskName + u" failed: " + row.statusMessage;
        refreshState();
        return;
    }
    // The task's own call is still on the stack.
    QTimer::singleShot(0, this, [this, task] {
        if (m_current.get() == task && !m_isOver)
            followTask(task);
    });
}

void Run::followTask(TaskRun *task)
{
    const TaskStep &step = task->step();
    const TaskExecution row = task->row();
    QString target = step.onSuccess;
    if (row.status == RunStatus::Success) {
        m_results.insert(step.name, task->result());
        if (!task->jump().isEmpty())
            target = task->jump();
    } else if (row.status == RunStatus::Skipped) {
        target = QStringLiteral("ACS::NEXT");
    } else {
        target = row.status == RunStatus::Cancelled ? step.onCancel : step.onError;
        if (row.status == RunStatus::Failed && step.isCritical && !m_hasFailed) {
            m_hasFailed = true;
            m_failure = row.statusMessage;
        }
    }
    goOn(step, target);
}

void Run::leaveTask()
{
    if (m_current)
        m_current.release()->deleteLater();
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
    if (m_record.fields.status != RunStatus::Waiting) {
        return Refusal{400, QStringLiteral("UnsupportedOperation"),
                       u"The execution " + m_record.fields.id.text() + u" is not waiting; it is " +
                           m_record.fields.statusText + u'.'};
    }
    if (const std::optional<Refusal> refusal = checkTarget(request))
        return refusal;
    const QString &type = request.notifyType;
    const bool isDecision = type == u"Approve" || type == u"Reject";
    if (isDecision && m_current && m_current->isWaiting())
        return m_current->decide(request);
    if (isDebug() && !isDecision)
        return notifyDebug(request);
    if (m_isPaused && (type == u"RetryTask" || type == u"SkipTask"))
        return notifyFailure(request);
    return Refusal{400, QStringLiteral("InvalidParameter.NotifyType"),
                   u"The execution " + m_record.fields.id.text() + u" does not wait for " + type +
                       u'.'};
}

std::optional<Refusal> Run::checkTarget(const NotifyRequest &request)
{
    QStringList ids;
    if (!request.taskExecutionId.isEmpty())
        ids.append(request.taskExecutionId);
    if (!request.taskExecutionIds.isEmpty()) {
        const Json list = parsedText(Json::fromString(request.taskExecutionIds));
        if (!list.isArray())
            return Refusal{400, QStringLiteral("InvalidParameter.TaskExecutionIds"),
                           QStringLiteral("TaskExecutionIds must be a JSON array.")};
        list.forEachItem([&ids](const Json &id) { ids.append(id.toString()); });
    }
    for (const QString &id : ids) {
        if (!m_current || m_current->row().id.text() != id)
            return Refusal{400, QStringLiteral("InvalidParameter.TaskExecutionId"),
                           u"The task execution " + id + u" does not wait."};
    }
    if (!request.loopItem.isEmpty() &&
        (!m_current || m_current->row().loopItem != request.loopItem))
        return Refusal{400, QStringLiteral("InvalidParameter.LoopItem"),
                       QStringLiteral("No task execution with this LoopItem waits.")};
    return std::nullopt;
}

void Run::cancel(const QString &message)
{
    m_secondsBehind = 0;
    if (m_current && isActive(m_current->row().status))
        m_current->cancel(message);
    m_record.fields.statusMessage = message;
    end(RunStatus::Cancelled);
}

void Run::end(RunStatus status)
{
    m_isOver = true;
    m_isPaused = false;
    leaveTask();
    if (status == RunStatus::Failed && m_hasFailed)
        m_record.fields.statusMessage = m_failure;
    else if (status == RunStatus::Success)
        m_record.fields.statusMessage.clear();
    // A decision takes effect at once; outputs may need the jq program and follow.
    if (status == RunStatus::Cancelled) {
        m_record.fields.endDate = now();
        setStatus(status);
    } else {
        m_record.fields.statusText.clear();
        m_record.fields.status = status;
    }
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
    setStatus(m_record.fields.status);
    Q_EMIT finished(m_record.fields.id.text());
}

} // namespace countersign::sandbox
