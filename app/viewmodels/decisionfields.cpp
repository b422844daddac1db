// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionfields.h"

#include "app/domain/decisionfacts.h"
#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/flows/overriderule.h"
#include "app/models/choosabletasksmodel.h"
#include "app/settings/drafts.h"
#include "app/viewmodels/parametersviewmodel.h"
#include "app/viewmodels/reviewwords.h"
#include "app/viewmodels/riskytask.h"

#include <QLocale>

#include <algorithm>

namespace countersign {

namespace {

bool isAtWork(RunStatus status)
{
    return !isFinal(status) && status != RunStatus::Pending;
}

std::vector<TaskExecution> rowsAtWork(const ReviewFacts &facts)
{
    std::vector<TaskExecution> rows;
    if (!facts.tasks.value)
        return rows;
    for (const TaskExecution &row : *facts.tasks.value) {
        if (isAtWork(row.status))
            rows.push_back(row);
    }
    return rows;
}

} // namespace

std::vector<TaskExecution> failedRows(const ReviewFacts &facts)
{
    std::vector<TaskExecution> rows;
    if (!facts.tasks.value)
        return rows;
    const std::vector<Wait> waits = facts.waits();
    const auto pause = std::find_if(waits.begin(), waits.end(), [](const Wait &wait) {
        return wait.kind == WaitKind::FailurePause;
    });
    if (pause != waits.end())
        rows = pause->failed;
    else
        std::copy_if(facts.tasks.value->begin(), facts.tasks.value->end(), std::back_inserter(rows),
                     [](const TaskExecution &row) { return row.status == RunStatus::Failed; });
    // An approval is answered, never retried or skipped.
    std::erase_if(rows, [](const TaskExecution &row) { return row.hasAction(u"ACS::Approve"); });
    return rows;
}

DecisionFields::DecisionFields(DecisionCase decisionCase, QObject *parent)
    : QObject(parent)
    , m_case(std::move(decisionCase))
{
    m_record.id = newDecisionId();
    fillRows();
    fillTasks();
    m_record = freeze();
    m_summary = summarise(object());
}

DecisionFields::~DecisionFields() = default;

const DecisionRecord &DecisionFields::record() const
{
    return m_record;
}

const DecisionSummary &DecisionFields::summary() const
{
    return m_summary;
}

SecretNames DecisionFields::secrets() const
{
    return secretNamesOf(m_case.facts);
}

ChoosableTasksModel *DecisionFields::rows() const
{
    return m_rows.get();
}

bool DecisionFields::takesSeveralRows() const
{
    return takesFailedRows() && !m_case.isOneRowOnly;
}

bool DecisionFields::takesFailedRows() const
{
    return m_case.act == Act::RetryTask || m_case.act == Act::SkipTask;
}

bool DecisionFields::takesTask() const
{
    return m_case.act == Act::ExecuteTask;
}

bool DecisionFields::takesEndState() const
{
    return m_case.act == Act::CompleteExecution;
}

const std::vector<TaskOffer> &DecisionFields::tasks() const
{
    return m_tasks;
}

void DecisionFields::fillRows()
{
    if (!takesFailedRows() && m_case.act != Act::CancelTask)
        return;
    m_rows = std::make_unique<ChoosableTasksModel>(takesFailedRows() ? failedRows(m_case.facts)
                                                                     : rowsAtWork(m_case.facts));
    const TaskExecution *bound = m_case.facts.boundRow();
    const std::vector<TaskExecution> &rows = m_rows->rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows.size() == 1 || (bound != nullptr && rows[i].id == bound->id))
            m_rows->choose({static_cast<int>(i)});
    }
    connect(m_rows.get(), &ChoosableTasksModel::chosenChanged, this, &DecisionFields::update);
}

void DecisionFields::fillTasks()
{
    const ReviewFacts &facts = m_case.facts;
    if (!takesTask() || !facts.outline)
        return;
    m_next = nextTask(*facts.outline, facts.tasks.value.value_or(std::vector<TaskExecution>()));
    m_tasks = taskOffers(facts, m_next);
    m_task = m_next.name;
    openParameters();
}

const TaskDeclaration *DecisionFields::declaration() const
{
    return m_case.facts.outline ? m_case.facts.outline->task(m_task) : nullptr;
}

void DecisionFields::update()
{
    const DecisionSummary before = m_summary;
    m_record = freeze();
    m_summary = summarise(object());
    Q_EMIT changed();
    const bool isAnother = before.consequence != m_summary.consequence ||
                           before.confirmText != m_summary.confirmText ||
                           before.targets != m_summary.targets ||
                           before.isDanger != m_summary.isDanger;
    if (isAnother)
        Q_EMIT objectChanged();
}

void DecisionFields::chooseTask(const QString &name)
{
    const bool isKnown = std::any_of(m_tasks.begin(), m_tasks.end(),
                                     [&name](const TaskOffer &task) { return task.name == name; });
    if (!takesTask() || !isKnown || name == m_task)
        return;
    m_task = name;
    m_loopItem.clear();
    // Whoever shows the ones before lets go of them first.
    const std::unique_ptr<ParametersViewModel> before = std::move(m_parameters);
    openParameters();
    Q_EMIT parametersReplaced();
    update();
}

void DecisionFields::setLoopItem(const QString &item)
{
    if (item == m_loopItem)
        return;
    m_loopItem = item;
    update();
}

void DecisionFields::chooseEndState(const QString &state)
{
    const RunStatus status = runStatusFromText(state);
    const bool isOffered = status == RunStatus::Success || status == RunStatus::Failed;
    if (!takesEndState() || !isOffered || state == m_endState)
        return;
    m_endState = state;
    update();
}

bool DecisionFields::takesLoopItem() const
{
    const TaskDeclaration *task = takesTask() ? declaration() : nullptr;
    return task != nullptr && task->hasLoop;
}

QStringList DecisionFields::knownLoopItems() const
{
    QStringList items;
    const auto add = [&items](const QString &item) {
        if (!item.isEmpty() && !items.contains(item))
            items += item;
    };
    if (!takesLoopItem() || !m_case.facts.tasks.value)
        return items;
    for (const TaskExecution &row : *m_case.facts.tasks.value) {
        if (row.taskName == m_task)
            add(row.loopItem);
    }
    return items;
}

ParametersViewModel *DecisionFields::parameters() const
{
    return m_parameters.get();
}

//! Each task has parameters, and drafts of them, of its own.
void DecisionFields::openParameters()
{
    m_parameters.reset();
    const ReviewFacts &facts = m_case.facts;
    if (m_task.isEmpty() || !facts.outline || !facts.execution.value)
        return;
    ParameterBasis basis = basisForTask(*facts.outline, *facts.execution.value,
                                        facts.tasks.value.value_or(std::vector<TaskExecution>()),
                                        m_task, QLocale().name());
    if (m_case.drafts != nullptr)
        basis.draft = m_case.drafts->parameters(facts.row.id, m_task);
    m_parameters = std::make_unique<ParametersViewModel>(std::move(basis));
    connect(m_parameters.get(), &ParametersViewModel::changed, this, [this] {
        keepDraft();
        update();
    });
}

void DecisionFields::keepDraft()
{
    if (m_case.drafts != nullptr && m_parameters)
        m_case.drafts->keepParameters(m_case.facts.row.id, m_task, m_parameters->draftText());
}

void DecisionFields::forgetDraft()
{
    if (m_case.drafts != nullptr && m_parameters)
        m_case.drafts->keepParameters(m_case.facts.row.id, m_task, {});
}

QString DecisionFields::problemText() const
{
    if (m_rows && takesFailedRows()) {
        const int chosen = m_rows->chosenCount();
        if (chosen == 0)
            return tr("No task is chosen.");
        if (chosen > mostRows)
            return tr("%n task(s) are chosen. One decision takes at most 50: leave some out and "
                      "decide about them next.",
                      nullptr, chosen);
    }
    if (takesTask() && m_tasks.empty())
        return tr("No task can be chosen: the template could not be read.");
    if (takesTask() && m_task.isEmpty())
        return tr("No task is chosen.");
    if (takesEndState() && m_endState.isEmpty())
        return tr("No end state is chosen.");
    return m_parameters && !m_parameters->isSendable() ? m_parameters->summary() : QString();
}

QString DecisionFields::rowsText() const
{
    if (!m_rows)
        return {};
    const int all = m_rows->rowCount();
    if (!takesFailedRows())
        return all == 0 ? tr("No task was read that is under way.")
                        : tr("%n task(s) are under way.", nullptr, all);
    if (all == 0)
        return tr("No failed task was read.");
    //: %n of %1 failed tasks
    return tr("%n of %1 failed task(s) chosen", nullptr, m_rows->chosenCount()).arg(all);
}

QString DecisionFields::rowsLimitText() const
{
    if (!m_rows || !takesSeveralRows() || m_rows->rowCount() <= mostRows)
        return {};
    return tr("One decision takes at most 50 tasks. The rest can follow in the next one.");
}

QString DecisionFields::endStateText() const
{
    if (m_endState.isEmpty())
        return {};
    return m_endState == runStatusText(RunStatus::Success)
               ? tr("The run counts as done, although not every task may have run.")
               : tr("The run counts as failed. What has run is not undone.");
}

std::vector<QString> DecisionFields::taskWords() const
{
    return takesTask() ? countersign::taskWords(m_case.facts, m_next, m_task)
                       : std::vector<QString>();
}

DecisionObject DecisionFields::object() const
{
    const ReviewFacts &facts = m_case.facts;
    DecisionObject object;
    object.subject = subjectOf(facts);
    object.subject.kind = m_record.kind;
    object.subject.confidence = m_record.confidence;
    object.endState = m_endState;
    if (m_case.act == Act::Approve || m_case.act == Act::Reject) {
        object.targets = object.subject.targets;
        object.call = object.subject.call;
        const TaskExecution *row = facts.boundRow();
        const bool goesOnWithCall =
            m_case.act == Act::Approve && m_record.kind == WaitKind::BatchPause && row != nullptr;
        object.isDanger = releasesDanger(object.subject, m_case.act) ||
                          (goesOnWithCall && isRiskyTask(facts, row->taskName, row));
        return object;
    }
    if (m_rows) {
        for (const TaskExecution *row : m_rows->chosen())
            object.rows.push_back(*row);
    }
    if (m_case.act == Act::RetryTask) {
        for (const TaskExecution &row : object.rows) {
            object.isDanger = object.isDanger || isRiskyTask(facts, row.taskName, &row);
            const ProductCall made = productCall(row.taskAction, row.properties);
            const bool isFirst = &row == &object.rows.front();
            object.call = isFirst || made == object.call ? made : ProductCall();
            for (const QString &target : targetIds(row.properties)) {
                if (std::find(object.targets.begin(), object.targets.end(), target) ==
                    object.targets.end())
                    object.targets.push_back(target);
            }
        }
    }
    if (takesTask()) {
        const TaskDeclaration *task = declaration();
        object.taskName = m_task;
        object.loopItem = m_loopItem;
        object.taskAction = task != nullptr ? task->action : QString();
        object.call = declaredCall(task);
        object.isDanger = !m_task.isEmpty() && isRiskyTask(facts, m_task, nullptr);
    }
    return object;
}

std::vector<LabelledFact> DecisionFields::factsOf() const
{
    std::vector<LabelledFact> facts;
    if (m_parameters)
        facts.push_back({tr("Parameters"), m_parameters->summary(), {}});
    const std::vector<LabelledFact> more = dialogFacts(m_case.facts, m_case.standing);
    facts.insert(facts.end(), more.begin(), more.end());
    return facts;
}

DecisionSummary DecisionFields::summarise(const DecisionObject &object) const
{
    DecisionSummary summary = summaryOf(m_record, object);
    summary.cautions = m_case.cautions;
    const std::vector<LabelledFact> more = factsOf();
    summary.facts.insert(summary.facts.end(), more.begin(), more.end());
    const bool isVote = m_case.act == Act::Approve || m_case.act == Act::Reject;
    FrictionFacts facts;
    facts.isProduction = m_case.where.environment.isProduction;
    facts.alias = m_case.where.profileAlias;
    if (m_case.act != Act::CancelExecution)
        facts.namedKind = m_case.namedKind;
    facts.isRowUnread = isVote && m_record.taskExecutionId.isEmpty();
    facts.isSecondApproval =
        m_case.act == Act::Approve && m_case.standing.grouping.group == WaitGroup::ApprovedByYou;
    facts.isOwnRequest = m_case.standing.isOwnExtraStep(m_case.act);
    facts.unseen = unseenOf(m_case.act, m_case.facts);
    const bool isTyped = overrideKind(m_case.act, subjectOf(m_case.facts).requiredApprovals) ==
                         OverrideRule::Kind::Typed;
    if (m_case.isOverride)
        facts.overrides =
            isTyped ? FrictionFacts::Overrides::Typed : FrictionFacts::Overrides::Plain;
    summary.friction = frictionFor(object, m_case.act, facts);
    return summary;
}

DecisionRecord DecisionFields::freeze() const
{
    const ReviewFacts &read = m_case.facts;
    const Wait wait = waitOf(read);
    DecisionRecord record;
    record.id = m_record.id;
    record.where = m_case.where;
    record.act = m_case.act;
    record.executionId = read.row.id.executionId;
    record.kind = m_case.namedKind.value_or(wait.kind);
    record.confidence = m_case.namedKind ? Confidence::Probable : wait.confidence;
    freezeChoice(record);
    std::optional<QString> text;
    if (read.templateText.value)
        text = read.templateText.value->content;
    record.fingerprint =
        fingerprintFor(record, *read.execution.value,
                       read.tasks.value.value_or(std::vector<TaskExecution>()), text);
    const auto receipt = [&record](const char *operation, const auto &reading) {
        if (reading.value)
            record.reads.push_back({QString::fromLatin1(operation), reading.requestId, reading.at});
    };
    receipt("ListExecutions", read.execution);
    receipt("ListTaskExecutions", read.tasks);
    receipt("GetExecutionTemplate", read.templateText);
    receipt("ListExecutionRiskyTasks", read.riskyTasks);
    receipt("ListExecutionLogs", read.log);
    record.notRead = notReadOperations(read);
    const std::vector<Unseen> unseen = unseenOf(record.act, read);
    if (std::find(unseen.begin(), unseen.end(), Unseen::Call) != unseen.end())
        record.notRead.push_back(QStringLiteral("Call"));
    record.predecessor = m_case.predecessor;
    record.frozenAt = m_case.frozenAt;
    return record;
}

void DecisionFields::freezeChoice(DecisionRecord &record) const
{
    const ReviewFacts &read = m_case.facts;
    const TaskExecution *row = nullptr;
    const std::vector<const TaskExecution *> chosen =
        m_rows ? m_rows->chosen() : std::vector<const TaskExecution *>();
    if (m_rows && chosen.size() == 1)
        row = chosen.front();
    else if (m_case.act == Act::Approve || m_case.act == Act::Reject)
        row = read.boundRow();
    if (row != nullptr) {
        record.taskExecutionId = row->id;
        record.taskName = row->taskName;
        if (m_rows)
            record.loopItem = row->loopItem;
    } else {
        for (const TaskExecution *one : chosen)
            record.taskExecutionIds.push_back(one->id);
        const bool isOneTask = std::all_of(chosen.begin(), chosen.end(), [&](const auto *one) {
            return one->taskName == chosen.front()->taskName;
        });
        if (!chosen.empty() && isOneTask)
            record.taskName = chosen.front()->taskName;
    }
    if (takesTask()) {
        record.nextTaskName = m_task;
        record.parameters = m_parameters ? m_parameters->text() : QStringLiteral("{}");
        record.loopItem = m_loopItem;
    }
    record.executionStatus = m_endState;
    record.omitsTaskId = m_case.omitsTaskId && row != nullptr;
}

} // namespace countersign
