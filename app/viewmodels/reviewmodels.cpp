// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewmodels.h"

#include "app/flows/reviewflow.h"
#include "app/viewmodels/outputrows.h"
#include "app/viewmodels/parametercomparison.h"
#include "app/viewmodels/riskycalls.h"
#include "app/viewmodels/secretnames.h"

namespace countersign {

namespace {

constexpr std::chrono::milliseconds countingPause{1'000};

//! Only members that are secrets are another value in it.
EmbeddedJson withoutSecrets(const EmbeddedJson &parameters, const SecretNames &secrets)
{
    EmbeddedJson shown = parameters;
    if (!shown.json || !shown.json->isObject())
        return shown;
    std::vector<std::pair<QString, Json>> members;
    shown.json->forEachMember([&](const QString &name, const Json &value) {
        members.emplace_back(name, secrets.contains(name) ? value : secrets.hidden(value));
    });
    shown.json = Json::fromMembers(members);
    return shown;
}

TaskSurroundings surroundingsOf(const ReviewFacts &facts, const std::vector<RiskyCall> &risky)
{
    TaskSurroundings around;
    if (facts.outline) {
        for (const TaskDeclaration &task : facts.outline->tasks)
            around.planned.push_back({task.name, task.action});
    }
    for (auto child = facts.children.begin(); child != facts.children.end(); ++child) {
        ChildRun &run = around.children[child.key()];
        run.rows = child->value.value_or(std::vector<TaskExecution>());
        run.state = child->value   ? ChildRun::State::Read
                    : child->error ? ChildRun::State::Failed
                                   : ChildRun::State::Reading;
    }
    around.risks = risksByTask(risky);
    return around;
}

QHash<TaskExecutionId, QString> taskNames(const std::vector<TaskExecution> &rows)
{
    QHash<TaskExecutionId, QString> names;
    for (const TaskExecution &row : rows)
        names.insert(row.id, row.loopItem.isEmpty()
                                 ? row.taskName
                                 : QStringLiteral("%1 · %2").arg(row.taskName, row.loopItem));
    return names;
}

} // namespace

ReviewModels::ReviewModels(const Clock &clock)
    : parameters(std::make_unique<ParameterModel>())
    , riskyCalls(std::make_unique<RiskyCallModel>())
    , tasks(std::make_unique<TaskTreeModel>())
    , outputs(std::make_unique<OutputModel>())
    , log(std::make_unique<LogModel>())
    , m_clock(clock)
{
    m_counting.setInterval(countingPause);
    QObject::connect(&m_counting, &QTimer::timeout, tasks.get(),
                     [this] { tasks->setNow(m_clock.now()); });
}

ReviewModels::~ReviewModels() = default;

void ReviewModels::fill(const ReviewFacts *facts)
{
    if (!facts) {
        m_counting.stop();
        parameters->setChanges({});
        parameters->apply({});
        riskyCalls->apply({});
        tasks->apply({});
        outputs->apply({});
        fillLog({}, {});
        return;
    }
    fillParameters(*facts);
    fillTasks(*facts);
    outputs->apply(outputRowsOf(*facts));
    log->setTaskNames(taskNames(facts->tasks.value.value_or(std::vector<TaskExecution>())));
    static const LogLines none;
    fillLog(facts->row.id.executionId, facts->log.value ? *facts->log.value : none);
    m_counting.start();
}

void ReviewModels::fillParameters(const ReviewFacts &facts)
{
    const SecretNames secrets = secretNamesOf(facts);
    const EmbeddedJson given =
        facts.execution.value ? facts.execution.value->parameters : EmbeddedJson();
    QSet<QString> masked = secrets.namesIn(given);
    if (facts.earlierRun.value && facts.earlierRun.value->run)
        masked.unite(secrets.namesIn(facts.earlierRun.value->run->parameters));
    parameters->setMaskedNames(masked);
    parameters->apply(withoutSecrets(given, secrets));
    parameters->setChanges(parameterChangesOf(facts));
}

void ReviewModels::fillTasks(const ReviewFacts &facts)
{
    const std::vector<RiskyCall> risky = riskyCallsOf(facts);
    riskyCalls->apply(risky);
    tasks->setNow(m_clock.now());
    if (facts.tasks.value)
        tasks->apply(*facts.tasks.value, surroundingsOf(facts, risky));
    else
        tasks->apply({});
    const TaskExecution *row = facts.boundRow();
    tasks->setSubject(row ? row->id : facts.row.id.taskExecutionId);
}

//! A log that has only grown is not gone through again.
void ReviewModels::fillLog(const ExecutionId &run, const LogLines &lines)
{
    const bool isSameLog =
        run == m_logRun && lines.edition == m_logEdition && lines.total() >= m_logTotal;
    const qint64 more = lines.total() - m_logTotal;
    const auto kept = static_cast<qint64>(lines.lines.size());
    if (isSameLog && more <= kept)
        log->append({lines.lines.end() - static_cast<std::ptrdiff_t>(more), lines.lines.end()});
    else
        log->apply(lines.lines);
    m_logRun = run;
    m_logEdition = lines.edition;
    m_logTotal = lines.total();
}

} // namespace countersign
