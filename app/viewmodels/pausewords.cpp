// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/pausewords.h"

#include "app/domain/displaytext.h"
#include "app/flows/reviewflow.h"
#include "app/viewmodels/reviewsubject.h"

#include <QCoreApplication>
#include <QSet>

#include <optional>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PauseWords)
};

// Qualified, it would take the words of the first function out of their context in translations.
constexpr size_t reasonsNamed = 3;

QString nameOf(const TaskExecution &row)
{
    const QString name = safeLine(row.taskName, 80);
    if (row.loopItem.isEmpty())
        return name;
    //: %1 is a task, %2 the item of its loop
    return Words::tr("%1, item %2").arg(name, safeLine(row.loopItem, 80));
}

std::vector<QString> failureLines(const std::vector<TaskExecution> &failed)
{
    if (failed.empty())
        return {};
    std::vector<QString> lines{Words::tr("%n task(s) failed and can be tried again or skipped.",
                                         nullptr, static_cast<int>(failed.size()))};
    for (std::size_t i = 0; i < failed.size() && i < reasonsNamed; ++i) {
        const QString message = safeLine(failed[i].statusMessage, 200);
        if (message.isEmpty())
            //: %1 is a task that failed
            lines.push_back(Words::tr("%1: the service gives no reason.").arg(nameOf(failed[i])));
        else
            //: %1 is a task that failed, %2 the reason in the service's words
            lines.push_back(Words::tr("%1: “%2”").arg(nameOf(failed[i]), message));
    }
    if (failed.size() > reasonsNamed)
        lines.push_back(Words::tr("%n more failed task(s) are in the list of tasks.", nullptr,
                                  static_cast<int>(failed.size() - reasonsNamed)));
    return lines;
}

//! Batches that the items of a loop make up; the last size counts for all further ones.
qsizetype batchesFor(qsizetype items, const Json &sizes)
{
    qsizetype batches = 0;
    qint64 size = 0;
    for (; items > 0; ++batches) {
        if (batches < sizes.size())
            size = sizes.at(batches).toInteger().value_or(0);
        if (size < 1)
            return 0;
        items -= size;
    }
    return batches;
}

//! How many batches a loop has; nothing where its settings do not give items and sizes as lists.
std::optional<qsizetype> batchCount(const TaskExecution &loop, const ReviewFacts &facts)
{
    if (!loop.loop.json || !(*loop.loop.json)[u"Items"].isArray())
        return std::nullopt;
    std::vector<Json> settings{*loop.loop.json};
    const TaskDeclaration *task = facts.outline ? facts.outline->task(loop.taskName) : nullptr;
    if (task && task->node) {
        settings.push_back((*task->node)[u"Loop"]);
        if (task->properties)
            settings.push_back((*task->properties)[u"LoopRateControl"]);
    }
    const qsizetype items = settings.front()[u"Items"].size();
    for (const Json &setting : settings) {
        for (const Json &sizes : {setting[u"RateControl"][u"Batch"], setting[u"Batch"]}) {
            const qsizetype batches = sizes.isArray() ? batchesFor(items, sizes) : 0;
            if (batches > 0)
                return batches;
        }
    }
    return std::nullopt;
}

struct BatchCounts
{
    int number = 0;
    int succeeded = 0;
    int failed = 0;
    int other = 0;
};

//! The items of the last batch that was begun; of a row without batch numbers, of the whole loop.
BatchCounts lastBatch(const TaskExecution &loop, const std::vector<TaskExecution> &rows)
{
    BatchCounts counts;
    for (const TaskExecution &row : rows) {
        if (row.parentTaskExecutionId != loop.id || row.loopBatchNumber < counts.number)
            continue;
        if (row.loopBatchNumber > counts.number)
            counts = {row.loopBatchNumber, 0, 0, 0};
        if (row.status == RunStatus::Success)
            ++counts.succeeded;
        else if (row.status == RunStatus::Failed)
            ++counts.failed;
        else
            ++counts.other;
    }
    return counts;
}

QString countsText(const BatchCounts &counts)
{
    if (counts.other > 0)
        //: items of a batch: %1 succeeded, %2 failed, %3 are in another state
        return Words::tr("%1 succeeded, %2 failed, %3 in another state")
            .arg(counts.succeeded)
            .arg(counts.failed)
            .arg(counts.other);
    //: items of a batch: %1 succeeded, %2 failed
    return Words::tr("%1 succeeded, %2 failed").arg(counts.succeeded).arg(counts.failed);
}

std::vector<QString> batchLines(const TaskExecution &loop, const ReviewFacts &facts)
{
    if (!facts.tasks.value || loop.id.isEmpty())
        return {};
    const BatchCounts counts = lastBatch(loop, *facts.tasks.value);
    const QString name = safeLine(loop.taskName, 80);
    const std::optional<qsizetype> batches = batchCount(loop, facts);
    if (counts.number == 0)
        return {};
    if (batches && *batches >= counts.number)
        //: %1 is a task that is a loop, %2 and %3 are numbers, %4 is how the items of the batch
        //: stand
        return {Words::tr("%1: batch %2 of %3 is done: %4.")
                    .arg(name, QString::number(counts.number), QString::number(*batches),
                         countsText(counts))};
    //: %1 is a task that is a loop, %2 a number, %3 is how the items of the batch stand
    return {Words::tr("%1: batch %2 is done: %3.")
                .arg(name, QString::number(counts.number), countsText(counts))};
}

std::vector<QString> debugLines(const ReviewFacts &facts)
{
    if (!facts.tasks.value || !facts.outline)
        return {};
    QSet<QString> run;
    for (const TaskExecution &row : *facts.tasks.value) {
        if (isFinal(row.status) && row.parentTaskExecutionId.isEmpty())
            run.insert(row.taskName);
    }
    const auto tasks = static_cast<int>(facts.outline->tasks.size());
    //: %1 is how many tasks of a template have run, %n how many it has
    return {
        Words::tr("%1 of %n task(s) of the template have run.", nullptr, tasks).arg(run.size())};
}

} // namespace

std::vector<QString> pauseLines(const ReviewFacts &facts)
{
    if (!facts.execution.value || isOver(facts))
        return {};
    const Wait wait = waitOf(facts);
    switch (wait.kind) {
    case WaitKind::FailurePause:
        return failureLines(wait.failed);
    case WaitKind::BatchPause:
        return wait.row ? batchLines(*wait.row, facts) : std::vector<QString>();
    case WaitKind::DebugStep:
        return debugLines(facts);
    case WaitKind::Approval:
    case WaitKind::HighRisk:
    case WaitKind::ManualPause:
    case WaitKind::InsideChild:
    case WaitKind::Unknown:
        break;
    }
    return {};
}

} // namespace countersign
