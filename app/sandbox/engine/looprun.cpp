// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/looprun.h"

#include "app/sandbox/engine/aggregation.h"
#include "app/sandbox/engine/run.h"

#include <QTimer>

namespace countersign::sandbox {

namespace {

constexpr size_t mostItems = 1000;

//! Items as OOS takes them: a list, the text of a list, one value, or nothing.
std::vector<Json> itemsFrom(const Json &value)
{
    const Json parsed = parsedText(value);
    if (parsed.isArray())
        return parsed.items();
    const bool isNothing = value.isNull() || (value.isString() && value.toString().isEmpty());
    return isNothing ? std::vector<Json>() : std::vector<Json>{value};
}

} // namespace

LoopRun::LoopRun(Run &run, const TaskStep &step, const Json &overlay, QObject *parent)
    : StepRun(run, step, overlay, parent)
{
}

LoopRun::~LoopRun() = default;

void LoopRun::begin()
{
    m_row = m_run.addRow(m_step);
    m_run.log(row().id, u"The task " + m_step.name + u" started.");
    m_run.setRowState(row(), RunStatus::Running);
    resolve();
}

Json LoopRun::keys() const
{
    if (!m_step.isAction(u"ACS::Loop"))
        return memberOf(m_step.node, u"Loop");
    return Json::fromMembers(
        {{QStringLiteral("Items"), memberOf(m_step.properties, u"LoopItems")},
         {QStringLiteral("RateControl"), memberOf(m_step.properties, u"LoopRateControl")}});
}

void LoopRun::resolve()
{
    Members declared;
    keys().forEachMember([&declared](const QString &name, const Json &value) {
        if (name.compare(u"Outputs", Qt::CaseInsensitive) != 0)
            declared.emplace_back(name, value);
    });
    Evaluation evaluation(m_scope, m_memo);
    const Json loop = evaluation.value(Json::fromMembers(declared));
    if (!settle(evaluation, this, [this] { resolve(); }))
        return;
    m_items = itemsFrom(memberOf(loop, u"Items"));
    if (m_items.size() > mostItems) {
        return fail(u"The loop has " + QString::number(m_items.size()) +
                    u" items; at most 1000 are allowed.");
    }
    QString problem;
    const QString mode = m_run.record().isLoopModeGiven ? m_run.record().loopMode : QString();
    const auto rates = RateControl::from(loop, int(m_items.size()), mode, &problem);
    if (!rates)
        return fail(problem);
    m_rates = *rates;
    if (m_run.isDebug())
        m_rates.runOneByOne();
    m_runs.resize(m_items.size());
    m_isResolved = true;
    row().loop = {Json::fromMembers({{QStringLiteral("Items"), Json::fromItems(m_items)},
                                     {QStringLiteral("RateControl"), m_rates.shown}}),
                  {}};
    showProperties();
    if (m_only)
        return runItem(QString(*m_only), Json(m_overlay));
    advanceSoon();
}

void LoopRun::showProperties()
{
    // The row of the loop shows what all items have in common; the item's own place stays open.
    Scope open = m_scope;
    open.loopItem = Json::fromString(u"{{ ACS::TaskLoopItem }}");
    Evaluation evaluation(open, m_memo);
    const Json properties = m_step.isAction(u"ACS::Loop") ? Json() : m_step.properties;
    const Json resolved = evaluation.value(properties);
    row().properties = {evaluation.stopped() || resolved.isNull() ? m_step.properties : resolved,
                        {}};
}

std::optional<bool> LoopRun::hasItem(const QString &loopItem) const
{
    if (!m_isResolved)
        return std::nullopt;
    return std::any_of(m_items.begin(), m_items.end(),
                       [&](const Json &item) { return textForm(item) == loopItem; });
}

void LoopRun::runItem(const QString &loopItem, const Json &overlay)
{
    m_only = loopItem;
    m_overlay = overlay;
    if (!hasRow())
        return begin();
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Json &item) { return textForm(item) == loopItem; });
    if (found == m_items.end())
        return fail(u"The loop has no item " + loopItem.left(200) + u'.');
    m_isOver = false;
    row().endDate = QDateTime();
    row().statusMessage.clear();
    m_run.setRowState(row(), RunStatus::Running);
    startItem(size_t(found - m_items.begin()));
}

bool LoopRun::isUnderWay(const TaskRun &item) const
{
    return !item.isOver() && !item.isPaused();
}

int LoopRun::endOfBatch() const
{
    int end = 0;
    for (size_t batch = 0; batch <= m_batch && batch < m_rates.batches.size(); ++batch)
        end += m_rates.batches[batch].items;
    return end;
}

bool LoopRun::pausesAfterBatch() const
{
    if (m_batch + 1 >= m_rates.batches.size())
        return false;
    return m_rates.pause == RateControl::Pause::EveryBatch ||
           (m_rates.pause == RateControl::Pause::FirstBatch && m_batch == 0);
}

void LoopRun::advanceSoon()
{
    if (std::exchange(m_isAdvancing, true))
        return;
    // The item's own call is still on the stack.
    QTimer::singleShot(0, this, [this] {
        m_isAdvancing = false;
        m_left.clear();
        if (!m_isOver && !m_isAtPause)
            advance();
    });
}

void LoopRun::advance()
{
    int underWay = 0;
    int undecided = 0;
    int errors = 0;
    for (const std::unique_ptr<TaskRun> &item : m_runs) {
        if (!item)
            continue;
        const RunStatus status = item->row().status;
        undecided += item->isPaused() ? 1 : 0;
        underWay += isUnderWay(*item) ? 1 : 0;
        const bool isError = status == RunStatus::Failed || status == RunStatus::Cancelled;
        errors += isError && item->isOver() ? 1 : 0;
    }
    if (underWay == 0 && undecided == 0 && errors > m_rates.maxErrors) {
        return fail(u"The loop had " + QString::number(errors) + u" errors, " +
                    QString::number(m_rates.maxErrors) + u" are allowed.");
    }
    const bool goesOn = errors <= m_rates.maxErrors && !m_only;
    const auto end = size_t(endOfBatch());
    if (goesOn && m_next < end) {
        int room = m_rates.batches[m_batch].atOnce - underWay;
        for (; room > 0 && m_next < end && !m_isOver; --room)
            startNext();
        return;
    }
    if (underWay > 0 || undecided > 0)
        return;
    if (m_only || m_next >= m_items.size())
        return complete();
    if (pausesAfterBatch()) {
        m_isAtPause = true;
        m_run.setRowState(row(), RunStatus::Waiting);
        m_run.log(row().id, u"The task " + m_step.name + u" is waiting after batch " +
                                QString::number(m_batch + 1) + u'.');
        return;
    }
    ++m_batch;
    advance();
}

void LoopRun::startNext()
{
    startItem(m_next++);
}

void LoopRun::startItem(size_t index)
{
    size_t batch = 0;
    for (size_t end = 0; batch < m_rates.batches.size(); ++batch) {
        end += size_t(m_rates.batches[batch].items);
        if (index < end)
            break;
    }
    if (m_runs[index])
        m_left.push_back(std::move(m_runs[index]));
    const ItemPlace place{m_items[index], int(batch) + 1, row().id};
    m_runs[index] = std::make_unique<TaskRun>(m_run, m_step, m_overlay, nullptr, place);
    TaskRun *const item = m_runs[index].get();
    connect(item, &StepRun::ended, this, [this] { advanceSoon(); });
    connect(item, &StepRun::paused, this, [this](StepRun *failed) {
        Q_EMIT paused(failed);
        advanceSoon();
    });
    connect(item, &StepRun::rejected, this, &StepRun::rejected);
    item->begin();
}

void LoopRun::complete()
{
    std::vector<Json> outputs;
    outputs.reserve(m_items.size());
    for (const std::unique_ptr<TaskRun> &item : m_runs) {
        const bool hasOutputs = item && item->row().status == RunStatus::Success;
        outputs.push_back(hasOutputs ? Json::fromMembers(item->result().outputs) : Json());
    }
    Evaluation evaluation(m_scope, m_memo);
    Members loopOutputs;
    if (m_step.isAction(u"ACS::Loop")) {
        m_step.outputs.forEachMember([&](const QString &name, const Json &) {
            std::vector<Json> values;
            for (const Json &item : outputs)
                values.push_back(memberOf(item, name));
            loopOutputs.emplace_back(name, Json::fromItems(values));
        });
    } else {
        loopOutputs = aggregated(evaluation, memberOf(keys(), u"Outputs"), outputs);
    }
    if (!settle(evaluation, this, [this] { complete(); }))
        return;
    m_result.outputs = loopOutputs;
    row().outputs = {Json::fromMembers(loopOutputs), {}};
    m_run.log(row().id, u"The task " + m_step.name + u" completed.");
    finish(RunStatus::Success, {});
}

void LoopRun::fail(const QString &message)
{
    if (m_isOver)
        return;
    m_result = {};
    m_run.log(row().id, u"The task " + m_step.name + u" failed: " + message);
    finish(RunStatus::Failed, message);
}

void LoopRun::retry()
{
    m_left.insert(m_left.end(), std::make_move_iterator(m_runs.begin()),
                  std::make_move_iterator(m_runs.end()));
    m_runs.clear();
    m_next = 0;
    m_batch = 0;
    m_isOver = false;
    m_isPaused = false;
    row().statusMessage.clear();
    row().endDate = QDateTime();
    m_scope = m_run.scope();
    m_run.setRowState(row(), RunStatus::Running);
    m_run.log(row().id, u"The task " + m_step.name + u" is tried again.");
    resolve();
}

void LoopRun::cancelItem(StepRun &item)
{
    item.cancel({});
    advanceSoon();
}

void LoopRun::cancel(const QString &message)
{
    if (isOver() || !hasRow())
        return;
    m_isOver = true;
    for (const std::unique_ptr<TaskRun> &item : m_runs) {
        if (item)
            item->cancel(message);
    }
    if (std::exchange(m_isPaused, false))
        return;
    row().statusMessage = message;
    m_run.setRowState(row(), RunStatus::Cancelled);
    m_run.log(row().id, u"The task " + m_step.name + u" was cancelled.");
}

std::optional<Refusal> LoopRun::decide(const NotifyRequest &request)
{
    const bool isApproval = request.notifyType == u"Approve";
    m_run.noteDecision(row(), request);
    m_run.log(row().id, request.userName + (isApproval ? u" approved" : u" rejected") +
                            u" the next batch of the task " + m_step.name + u'.');
    if (!isApproval) {
        Q_EMIT rejected();
        return std::nullopt;
    }
    m_isAtPause = false;
    ++m_batch;
    m_run.setRowState(row(), RunStatus::Running);
    advanceSoon();
    return std::nullopt;
}

void LoopRun::addWaiting(std::vector<StepRun *> &steps)
{
    if (m_isAtPause && !m_isOver)
        steps.push_back(this);
    for (const std::unique_ptr<TaskRun> &item : m_runs) {
        if (item)
            item->addWaiting(steps);
    }
}

void LoopRun::addFailed(std::vector<StepRun *> &steps)
{
    if (m_isPaused)
        steps.push_back(this);
    for (const std::unique_ptr<TaskRun> &item : m_runs) {
        if (item)
            item->addFailed(steps);
    }
}

void LoopRun::addCurrent(std::vector<StepRun *> &steps)
{
    const size_t before = steps.size();
    for (const std::unique_ptr<TaskRun> &item : m_runs) {
        if (item)
            item->addCurrent(steps);
    }
    if (steps.size() == before && hasRow() && !isOver())
        steps.push_back(this);
}

} // namespace countersign::sandbox
