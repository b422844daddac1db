// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitkind.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

bool isSameWord(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isTrigger(const TaskExecution &row)
{
    return row.hasAction(u"ACS::TimerTrigger") || row.hasAction(u"ACS::EventTrigger") ||
           row.hasAction(u"ACS::AlarmTrigger");
}

bool isAtWork(RunStatus status)
{
    return status == RunStatus::Running || status == RunStatus::Started ||
           status == RunStatus::Waiting;
}

// The order in which kinds are tested and waits are listed.
int orderOf(WaitKind kind)
{
    constexpr std::array order = {
        WaitKind::Approval,   WaitKind::ManualPause, WaitKind::DebugStep,   WaitKind::FailurePause,
        WaitKind::BatchPause, WaitKind::HighRisk,    WaitKind::InsideChild, WaitKind::Unknown};
    return static_cast<int>(std::find(order.begin(), order.end(), kind) - order.begin());
}

class Recognition
{
public:
    Recognition(const Execution &execution, const WaitEvidence &evidence)
        : m_evidence(evidence)
        , m_run(execution)
    {
        if (evidence.rows) {
            for (const TaskExecution &row : *evidence.rows)
                m_rows.push_back(&row);
        }
    }

    std::vector<Wait> waits();

private:
    using Rows = std::vector<const TaskExecution *>;

    void addWaitingRows();
    void addFailedRows();
    void addSilentBatchPauses(bool templateSaysSo);
    void addCurrentTasks();
    void addWaitOfRun();
    void add(WaitKind kind, Confidence confidence, std::optional<TaskExecution> row);
    Wait waitOfRow(const TaskExecution &row) const;
    Wait waitWithRiskCheck(const TaskExecution &row) const;

    Rows waitingRows() const;
    Rows failedRows() const;
    Rows childrenOf(const TaskExecution &row) const;
    Rows withoutParents(const Rows &rows) const;
    bool isDealtWith(std::size_t failedIndex) const;
    bool isBatchEnd(const TaskExecution &row) const;
    bool pausesByTemplate(const TaskExecution &row) const;
    bool isListedAsRisky(const TaskExecution &row) const;
    bool waitsForTrigger() const;
    std::vector<TaskExecution> currentTaskRows() const;
    std::optional<TaskExecution> onlyCurrentTask() const;

    const WaitEvidence &m_evidence;
    const Execution &m_run;
    Rows m_rows;
    Rows m_failed;
    std::vector<Wait> m_waits;
};

std::vector<Wait> Recognition::waits()
{
    const bool runWaits = m_run.status == RunStatus::Waiting;
    if (runWaits && m_run.mode == RunMode::FailurePause)
        m_failed = failedRows();
    addWaitingRows();
    const bool hasWaitingRow = !m_waits.empty();
    addFailedRows();
    if (runWaits) {
        addSilentBatchPauses(true);
        if (!hasWaitingRow)
            addCurrentTasks();
        if (m_waits.empty())
            addSilentBatchPauses(false);
        if (m_waits.empty() && !waitsForTrigger())
            addWaitOfRun();
    }
    std::stable_sort(m_waits.begin(), m_waits.end(), [](const Wait &a, const Wait &b) {
        return orderOf(a.kind) < orderOf(b.kind);
    });
    return std::move(m_waits);
}

void Recognition::add(WaitKind kind, Confidence confidence, std::optional<TaskExecution> row)
{
    m_waits.push_back({kind, confidence, std::move(row)});
}

Recognition::Rows Recognition::waitingRows() const
{
    Rows waiting;
    for (const TaskExecution *row : m_rows) {
        if (row->status == RunStatus::Waiting && !isTrigger(*row))
            waiting.push_back(row);
    }
    return waiting;
}

// A loop that waits or fails because one of its children does is not a wait of its own.
Recognition::Rows Recognition::withoutParents(const Rows &rows) const
{
    QSet<TaskExecutionId> parents;
    for (const TaskExecution *row : rows)
        parents.insert(row->parentTaskExecutionId);
    Rows rest;
    for (const TaskExecution *row : rows) {
        if (row->id.isEmpty() || !parents.contains(row->id))
            rest.push_back(row);
    }
    return rest;
}

void Recognition::addWaitingRows()
{
    QSet<TaskExecutionId> failedParents;
    for (const TaskExecution *row : m_failed)
        failedParents.insert(row->parentTaskExecutionId);
    for (const TaskExecution *row : withoutParents(waitingRows())) {
        if (row->id.isEmpty() || !failedParents.contains(row->id))
            m_waits.push_back(waitOfRow(*row));
    }
}

void Recognition::addFailedRows()
{
    for (const TaskExecution *row : m_failed)
        add(WaitKind::FailurePause, Confidence::Certain, *row);
}

Wait Recognition::waitOfRow(const TaskExecution &row) const
{
    if (row.hasAction(u"ACS::Approve"))
        return {WaitKind::Approval, Confidence::Certain, row};
    if (row.hasAction(u"ACS::Pause"))
        return {WaitKind::ManualPause, Confidence::Probable, row};
    if (m_run.mode == RunMode::Debug)
        return {WaitKind::DebugStep, Confidence::Certain, row};
    if (m_run.mode == RunMode::FailurePause && (!m_failed.empty() || !row.statusMessage.isEmpty()))
        return {WaitKind::FailurePause, Confidence::Certain, row};
    if (isBatchEnd(row)) {
        const bool isKnown = pausesByTemplate(row);
        return {WaitKind::BatchPause, isKnown ? Confidence::Certain : Confidence::Probable, row};
    }
    return waitWithRiskCheck(row);
}

Wait Recognition::waitWithRiskCheck(const TaskExecution &row) const
{
    if (m_run.confirmsHighRisk() && isListedAsRisky(row))
        return {WaitKind::HighRisk, Confidence::Certain, row};
    if (!row.childExecutionId.isEmpty())
        return {WaitKind::InsideChild, Confidence::Probable, row};
    if (m_run.confirmsHighRisk())
        return {WaitKind::HighRisk, Confidence::Probable, row};
    return {WaitKind::Unknown, Confidence::Probable, row};
}

bool Recognition::isListedAsRisky(const TaskExecution &row) const
{
    if (!m_evidence.riskyTasks)
        return false;
    const ProductCall call = productCall(row.taskAction, row.properties);
    return std::any_of(
        m_evidence.riskyTasks->begin(), m_evidence.riskyTasks->end(), [&](const RiskyTask &risky) {
            const bool isCall = !call.isEmpty() && isSameWord(risky.call.service, call.service) &&
                                isSameWord(risky.call.api, call.api);
            return isCall || std::find(risky.tasks.begin(), risky.tasks.end(), row.taskName) !=
                                 risky.tasks.end();
        });
}

// Rows come in either order, so dates decide first; rows of one date stand in the service's
// ascending order.
bool Recognition::isDealtWith(std::size_t failedIndex) const
{
    const TaskExecution &failed = *m_rows[failedIndex];
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const TaskExecution &other = *m_rows[i];
        if (i == failedIndex || other.taskName != failed.taskName ||
            other.loopItem != failed.loopItem || other.id == failed.id ||
            other.id == failed.parentTaskExecutionId)
            continue;
        const QDateTime &mine = failed.createDate.isValid() ? failed.createDate : failed.startDate;
        const QDateTime &its = other.createDate.isValid() ? other.createDate : other.startDate;
        const bool areDated = mine.isValid() && its.isValid() && mine != its;
        if (areDated ? its > mine : i > failedIndex)
            return true;
    }
    return false;
}

Recognition::Rows Recognition::failedRows() const
{
    Rows failed;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->status == RunStatus::Failed && !isDealtWith(i))
            failed.push_back(m_rows[i]);
    }
    return withoutParents(failed);
}

Recognition::Rows Recognition::childrenOf(const TaskExecution &row) const
{
    Rows children;
    for (const TaskExecution *other : m_rows) {
        if (!row.id.isEmpty() && other->parentTaskExecutionId == row.id)
            children.push_back(other);
    }
    return children;
}

bool Recognition::isBatchEnd(const TaskExecution &row) const
{
    if (row.loop.isEmpty() || isFinal(row.status))
        return false;
    const Rows children = childrenOf(row);
    const auto isIdle = [](const TaskExecution *child) { return !isAtWork(child->status); };
    const auto isDone = [](const TaskExecution *child) { return isFinal(child->status); };
    return std::all_of(children.begin(), children.end(), isIdle) &&
           std::any_of(children.begin(), children.end(), isDone);
}

bool Recognition::pausesByTemplate(const TaskExecution &row) const
{
    const auto &tasks = m_evidence.tasksWithBatchPause;
    return tasks && std::find(tasks->begin(), tasks->end(), row.taskName) != tasks->end();
}

// A loop that pauses may itself be Running; without the template's word it counts only when nothing
// else explains why the run waits.
void Recognition::addSilentBatchPauses(bool templateSaysSo)
{
    for (const TaskExecution *row : m_rows) {
        if (row->status == RunStatus::Waiting || pausesByTemplate(*row) != templateSaysSo ||
            !isBatchEnd(*row))
            continue;
        add(WaitKind::BatchPause, templateSaysSo ? Confidence::Certain : Confidence::Probable,
            *row);
    }
}

// CurrentTasks as rows; one that was read as a row is that row, one that has ended is left out.
std::vector<TaskExecution> Recognition::currentTaskRows() const
{
    std::vector<TaskExecution> result;
    for (const CurrentTask &task : m_run.currentTasks) {
        const auto read = std::find_if(m_rows.begin(), m_rows.end(), [&](const TaskExecution *row) {
            return !task.id.isEmpty() && row->id == task.id;
        });
        TaskExecution row;
        if (read != m_rows.end()) {
            row = **read;
        } else {
            row.id = task.id;
            row.executionId = m_run.id;
            row.taskName = task.name;
            row.taskAction = task.action;
        }
        if (!isFinal(row.status) && !isTrigger(row))
            result.push_back(std::move(row));
    }
    return result;
}

std::optional<TaskExecution> Recognition::onlyCurrentTask() const
{
    std::vector<TaskExecution> tasks = currentTaskRows();
    if (tasks.size() != 1)
        return std::nullopt;
    return std::move(tasks.front());
}

void Recognition::addCurrentTasks()
{
    for (const TaskExecution &row : currentTaskRows()) {
        if (row.hasAction(u"ACS::Approve"))
            add(WaitKind::Approval, Confidence::Certain, row);
        else if (row.hasAction(u"ACS::Pause"))
            add(WaitKind::ManualPause, Confidence::Probable, row);
    }
}

bool Recognition::waitsForTrigger() const
{
    const bool isTriggerRun = m_run.category.endsWith(u"Trigger");
    const auto waitsAsTrigger = [](const TaskExecution *row) {
        return isTrigger(*row) && !isFinal(row->status);
    };
    const bool currentIsTrigger = std::any_of(m_run.currentTasks.begin(), m_run.currentTasks.end(),
                                              [](const CurrentTask &task) {
                                                  TaskExecution row;
                                                  row.taskAction = task.action;
                                                  return isTrigger(row);
                                              });
    return isTriggerRun || currentIsTrigger ||
           std::any_of(m_rows.begin(), m_rows.end(), waitsAsTrigger);
}

void Recognition::addWaitOfRun()
{
    std::optional<TaskExecution> current = onlyCurrentTask();
    if (m_run.mode == RunMode::Debug) {
        add(WaitKind::DebugStep, Confidence::Certain, std::move(current));
        return;
    }
    for (const TaskExecution &row : currentTaskRows()) {
        if (m_run.confirmsHighRisk() && isListedAsRisky(row))
            add(WaitKind::HighRisk, Confidence::Certain, row);
    }
    if (!m_waits.empty())
        return;
    for (const TaskExecution *row : m_rows) {
        if (row->status == RunStatus::Running && !row->childExecutionId.isEmpty())
            add(WaitKind::InsideChild, Confidence::Probable, *row);
    }
    if (m_waits.empty())
        add(m_run.confirmsHighRisk() ? WaitKind::HighRisk : WaitKind::Unknown, Confidence::Probable,
            std::nullopt);
}

} // namespace

std::vector<Wait> recogniseWaits(const Execution &execution, const WaitEvidence &evidence)
{
    return Recognition(execution, evidence).waits();
}

} // namespace countersign
