// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitkind.h"

#include <QHash>
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
    void addFailurePause();
    void addRunningChildren();
    void addSilentBatchPauses(bool templateSaysSo);
    void addCurrentTasks();
    void addWaitingCurrentTasks();
    void addWaitOfRun();
    void add(WaitKind kind, Confidence confidence, std::optional<TaskExecution> row);
    Wait waitOfRow(const TaskExecution &row) const;
    Wait waitWithRiskCheck(const TaskExecution &row) const;

    Rows waitingRows() const;
    Rows failedRows() const;
    Rows childrenOf(const TaskExecution &row) const;
    Rows withoutParents(const Rows &rows) const;
    bool isLaterThan(std::size_t other, std::size_t failed) const;
    bool isCandidate(const TaskExecution &waiting) const;
    bool isCovered(const TaskExecution &current) const;
    //! Nothing: it cannot be told.
    std::optional<bool> waitsInside(const TaskExecution &row) const;
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
    bool m_isPausedByFailure = false;
    std::vector<Wait> m_waits;
};

std::vector<Wait> Recognition::waits()
{
    const bool runWaits = m_run.status == RunStatus::Waiting;
    m_isPausedByFailure = runWaits && m_run.mode == RunMode::FailurePause;
    if (m_isPausedByFailure)
        m_failed = failedRows();
    addWaitingRows();
    const bool hasWaitingRow = !m_waits.empty();
    addFailurePause();
    if (runWaits) {
        addRunningChildren();
        addSilentBatchPauses(true);
        if (!hasWaitingRow)
            addCurrentTasks();
        else
            addWaitingCurrentTasks();
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
        if (!row->id.isEmpty() && failedParents.contains(row->id))
            continue;
        if (isCandidate(*row)) {
            m_failed.push_back(row);
            continue;
        }
        const Wait wait = waitOfRow(*row);
        // What nothing else explains is the pause after the failure.
        const bool isUnexplained =
            wait.confidence == Confidence::Probable &&
            (wait.kind == WaitKind::HighRisk || wait.kind == WaitKind::Unknown);
        if (!m_failed.empty() && isUnexplained)
            continue;
        m_waits.push_back(wait);
        if (wait.kind == WaitKind::DebugStep && waitsInside(*row).value_or(false))
            add(WaitKind::InsideChild, Confidence::Certain, *row);
    }
}

bool Recognition::isCandidate(const TaskExecution &waiting) const
{
    return m_isPausedByFailure && !waiting.statusMessage.isEmpty() &&
           !waiting.hasAction(u"ACS::Approve") && !waiting.hasAction(u"ACS::Pause");
}

void Recognition::addFailurePause()
{
    if (m_failed.empty())
        return;
    Wait wait;
    wait.kind = WaitKind::FailurePause;
    for (const TaskExecution *row : m_failed)
        wait.failed.push_back(*row);
    if (wait.failed.size() == 1)
        wait.row = wait.failed.front();
    m_waits.push_back(std::move(wait));
}

std::optional<bool> Recognition::waitsInside(const TaskExecution &row) const
{
    if (row.childExecutionId.isEmpty())
        return false;
    const auto &children = m_evidence.waitingChildren;
    if (!children)
        return std::nullopt;
    return std::find(children->begin(), children->end(), row.childExecutionId) != children->end();
}

void Recognition::addRunningChildren()
{
    for (const TaskExecution *row : m_rows) {
        if (row->status == RunStatus::Running && waitsInside(*row).value_or(false))
            add(WaitKind::InsideChild, Confidence::Certain, *row);
    }
}

Wait Recognition::waitOfRow(const TaskExecution &row) const
{
    if (row.hasAction(u"ACS::Approve"))
        return {WaitKind::Approval, Confidence::Certain, row};
    if (row.hasAction(u"ACS::Pause"))
        return {WaitKind::ManualPause, Confidence::Probable, row};
    if (m_run.mode == RunMode::Debug)
        return {WaitKind::DebugStep, Confidence::Certain, row};
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
    const std::optional<bool> isInside = waitsInside(row);
    if (isInside.value_or(true))
        return {WaitKind::InsideChild, isInside ? Confidence::Certain : Confidence::Probable, row};
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
bool Recognition::isLaterThan(std::size_t other, std::size_t failed) const
{
    const TaskExecution &a = *m_rows[failed];
    const TaskExecution &b = *m_rows[other];
    if (other == failed || b.id == a.id || b.id == a.parentTaskExecutionId)
        return false;
    const QDateTime &mine = a.createDate.isValid() ? a.createDate : a.startDate;
    const QDateTime &its = b.createDate.isValid() ? b.createDate : b.startDate;
    const bool areDated = mine.isValid() && its.isValid() && mine != its;
    return areDated ? its > mine : other > failed;
}

// Dealt with is what has a later row of the same task and item.
Recognition::Rows Recognition::failedRows() const
{
    QHash<std::pair<QString, QString>, std::vector<std::size_t>> attempts;
    // A loop that has ended well left the failures of its items behind.
    QSet<TaskExecutionId> endedWell;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        attempts[{m_rows[i]->taskName, m_rows[i]->loopItem}].push_back(i);
        if (isFinal(m_rows[i]->status) && m_rows[i]->status != RunStatus::Failed)
            endedWell.insert(m_rows[i]->id);
    }
    Rows failed;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->status != RunStatus::Failed)
            continue;
        const auto &same = attempts[{m_rows[i]->taskName, m_rows[i]->loopItem}];
        const bool isDealtWith = std::any_of(
            same.begin(), same.end(), [this, i](std::size_t j) { return isLaterThan(j, i); });
        const TaskExecutionId &parent = m_rows[i]->parentTaskExecutionId;
        const bool isLeftBehind = !parent.isEmpty() && endedWell.contains(parent);
        if (!isDealtWith && !isLeftBehind)
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

//! A row that was read under another state than Waiting, though CurrentTasks says that it asks.
void Recognition::addWaitingCurrentTasks()
{
    for (const TaskExecution &row : currentTaskRows()) {
        const bool isRead = row.status != RunStatus::Unknown && row.status != RunStatus::Waiting;
        if (isRead && row.hasAction(u"ACS::Approve") && !isCovered(row))
            add(WaitKind::Approval, Confidence::Certain, row);
    }
}

//! A loop of approvals is there with its items, not by itself.
bool Recognition::isCovered(const TaskExecution &current) const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&current](const TaskExecution *row) {
        return row->status == RunStatus::Waiting &&
               (row->id == current.id || row->parentTaskExecutionId == current.id);
    });
}

void Recognition::addCurrentTasks()
{
    for (const TaskExecution &row : currentTaskRows()) {
        if (isCovered(row))
            continue;
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
        if (row->status == RunStatus::Running && !waitsInside(*row))
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
