// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/taskchoice.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/flows/reviewflow.h"
#include "app/viewmodels/waitwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TaskChoice)
};

constexpr int mostOutputs = 8;
constexpr int longestOutput = 160;

QString proposalWords(const NextTask &next)
{
    const QString after = safeLine(next.after, 80);
    switch (next.basis) {
    case NextTask::Basis::Start:
        return Words::tr(
            "Nothing has run: the template begins with this task. The order is our proposal.");
    case NextTask::Basis::Order:
        //: %1 is a task
        return Words::tr(
                   "The template goes on with this task after “%1”. The order is our proposal.")
            .arg(after);
    case NextTask::Basis::LoopGoesOn:
        return Words::tr("The loop “%1” has not ended: it is proposed again.").arg(after);
    case NextTask::Basis::ChoiceGuess:
        return Words::tr(
                   "Which way “%1” went could not be read: this is its usual one, and a guess.")
            .arg(after);
    case NextTask::Basis::End:
        return Words::tr("The template ends after “%1”: no task is proposed.").arg(after);
    case NextTask::Basis::AfterFailure:
        return Words::tr(
                   "Task “%1” has failed and the template names no way on: no task is proposed.")
            .arg(after);
    case NextTask::Basis::CannotTell:
        break;
    }
    return Words::tr("Which task comes next cannot be told: none is proposed.");
}

std::vector<QString> ranBeforeWords(const ReviewFacts &facts, const QString &task)
{
    std::vector<QString> words;
    const auto &rows = facts.tasks.value;
    const TaskExecution *row = rows ? latestRow(*rows, task) : nullptr;
    if (row == nullptr)
        return words;
    const QDateTime at = row->endDate.isValid() ? row->endDate : row->startDate;
    //: %1 is a task, %2 a state such as Success, %3 a time
    words.push_back(Words::tr("Task “%1” has run already: %2, %3. It would run again.")
                        .arg(safeLine(task, 80), runStatusLabel(row->status, row->statusText),
                             localTimeText(at)));
    QStringList outputs;
    int left = 0;
    if (row->outputs.json) {
        row->outputs.json->forEachMember([&](const QString &name, const Json &value) {
            if (outputs.size() == mostOutputs) {
                ++left;
                return;
            }
            const QString text =
                value.isString() ? value.toString() : QString::fromUtf8(value.compact());
            outputs += QString(
                safeLine(name, 60) + QStringLiteral(" = ") +
                (isSecretName(name) ? QStringLiteral("••••••••") : safeLine(text, longestOutput)));
        });
    }
    if (outputs.isEmpty()) {
        words.push_back(Words::tr("It gave no outputs."));
        return words;
    }
    //: %1 is a list of names and values
    words.push_back(Words::tr("Its last outputs: %1").arg(outputs.join(QStringLiteral("; "))));
    if (left > 0)
        words.push_back(Words::tr("%n more output(s) stand under Tasks.", nullptr, left));
    return words;
}

} // namespace

std::vector<QString> taskWords(const ReviewFacts &facts, const NextTask &next,
                               const QString &chosen)
{
    std::vector<QString> words;
    if (!facts.outline)
        return words;
    if (chosen == next.name || chosen.isEmpty())
        words.push_back(proposalWords(next));
    if (chosen.isEmpty())
        return words;
    for (const QString &sentence : ranBeforeWords(facts, chosen))
        words.push_back(sentence);
    const auto rows = facts.tasks.value.value_or(std::vector<TaskExecution>());
    const QString left =
        leftBehindText(approvalsPassedOver(*facts.outline, rows, next.name, chosen), chosen);
    if (!left.isEmpty())
        words.push_back(left);
    const TaskDeclaration *task = facts.outline->task(chosen);
    if (task != nullptr && task->when)
        words.push_back(Words::tr("This task has a condition: the service may skip it."));
    return words;
}

std::vector<TaskOffer> taskOffers(const ReviewFacts &facts, const NextTask &next)
{
    std::vector<TaskOffer> offers;
    if (!facts.outline)
        return offers;
    for (const TaskDeclaration &task : facts.outline->tasks) {
        TaskOffer offer;
        offer.name = task.name;
        offer.isProposed = task.name == next.name;
        offer.hasRun = facts.tasks.value && latestRow(*facts.tasks.value, task.name) != nullptr;
        const QString name = safeLine(task.name, 80);
        const QString action = safeLine(task.action, 60);
        if (offer.isProposed)
            //: %1 is a task, %2 its action
            offer.words = Words::tr("%1 · %2 · next in order (proposed)").arg(name, action);
        else if (offer.hasRun)
            offer.words = Words::tr("%1 · %2 · has run").arg(name, action);
        else
            offer.words = Words::tr("%1 · %2", "a task and its action").arg(name, action);
        offers.push_back(offer);
    }
    return offers;
}

} // namespace countersign
