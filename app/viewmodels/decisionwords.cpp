// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DecisionWords)
};

constexpr int longestName = 60;
constexpr int longestItem = 60;

QString callText(const ProductCall &call)
{
    return safeLine(QString(call.service + QLatin1Char(' ') + call.api), 120);
}

int countOf(const DecisionObject &object)
{
    return static_cast<int>(object.rows.size());
}

//! “deploy” or “deploy” (item “i-1”): one row, named so that twins can be told apart.
QString rowName(const QString &task, const QString &loopItem)
{
    if (loopItem.isEmpty())
        return Words::tr("“%1”", "name of a task").arg(safeLine(task, longestName));
    //: %1 is a task, %2 one item of its loop
    return Words::tr("“%1” (item “%2”)")
        .arg(safeLine(task, longestName), safeLine(loopItem, longestItem));
}

QString onlyRow(const DecisionObject &object)
{
    return rowName(object.rows.front().taskName, object.rows.front().loopItem);
}

QString chosenTask(const DecisionObject &object)
{
    return rowName(object.taskName, object.loopItem);
}

QString retryConsequence(const DecisionObject &object)
{
    if (object.rows.empty())
        return Words::tr("Choose the failed tasks that are to run again.");
    const QString call = callText(object.call);
    if (object.call.isEmpty())
        return object.rows.size() == 1
                   ? Words::tr("Retry task runs task %1 again.").arg(onlyRow(object))
                   : Words::tr("Retry task runs %n failed task(s) again.", nullptr,
                               countOf(object));
    if (object.rows.size() == 1)
        //: %1 is a task, %2 a product and its API
        return Words::tr("Retry task runs task %1 again, which calls %2.")
            .arg(onlyRow(object), call);
    return Words::tr("Retry task runs %n failed task(s) again, which call %1.", nullptr,
                     countOf(object))
        .arg(call);
}

QString skipConsequence(const DecisionObject &object)
{
    if (object.rows.empty())
        return Words::tr("Choose the failed tasks that the run is to go on without.");
    if (object.rows.size() == 1)
        return Words::tr("Skip task lets the run go on without task %1: the task's effect will be "
                         "missing.")
            .arg(onlyRow(object));
    return Words::tr("Skip task lets the run go on without %n failed task(s): their effect will "
                     "be missing.",
                     nullptr, countOf(object));
}

QString runConsequence(const DecisionObject &object)
{
    if (object.taskName.isEmpty())
        return Words::tr("Choose the task that is to run next.");
    const QString region = safeLine(object.subject.region.text(), 40);
    if (!object.call.isEmpty())
        //: %1 is a task, %2 a product and its API, %3 a region
        return Words::tr("Run task runs task %1, which calls %2 in %3; then the run waits again.")
            .arg(chosenTask(object), callText(object.call), region);
    if (!object.taskAction.isEmpty())
        //: %1 is a task, %2 its action such as ACS::Sleep
        return Words::tr("Run task runs task %1 (%2); then the run waits again.")
            .arg(chosenTask(object), safeLine(object.taskAction, 80));
    return Words::tr("Run task runs task %1; then the run waits again.").arg(chosenTask(object));
}

QString cancelTaskConsequence(const DecisionObject &object)
{
    if (object.rows.empty())
        return Words::tr("Cancel task probably ends whatever task is under way: no task was read "
                         "that is, and the service may refuse.");
    return Words::tr("Cancel task probably ends task %1 as Cancelled; the run then waits for its "
                     "next step.")
        .arg(onlyRow(object));
}

QString rowsHeading(const DecisionObject &object, const QString &word)
{
    if (object.rows.empty())
        return word;
    if (object.rows.size() == 1)
        //: %1 is an act such as Retry task, %2 the name of a task in quotes
        return Words::tr("%1: %2", "act and task").arg(word, onlyRow(object));
    //: %1 is an act such as Retry task
    return Words::tr("%1: %n task(s)", nullptr, countOf(object)).arg(word);
}

QString rowsConfirmText(const DecisionObject &object, Act act, const QString &place)
{
    if (object.rows.empty())
        //: %1 is an act such as Retry task, %2 an account and a region
        return Words::tr("%1 in %2").arg(actLabel(act), place);
    if (object.rows.size() == 1)
        //: %1 is an act such as Retry task, %2 the name of a task in quotes, %3 account and region
        return Words::tr("%1 %2 in %3", "act, task, place")
            .arg(actLabel(act), onlyRow(object), place);
    //: %1 is an act such as Retry task, %2 an account and a region
    return Words::tr("%1 for %n failed task(s) in %2", nullptr, countOf(object))
        .arg(actLabel(act), place);
}

} // namespace

QString endStateLabel(const QString &endState)
{
    return runStatusLabel(runStatusFromText(endState), endState);
}

QString objectHeading(const DecisionObject &object, Act act)
{
    const QString word = actLabel(act);
    switch (act) {
    case Act::Approve:
    case Act::Reject:
    case Act::CancelExecution:
        return decisionHeading(object.subject, act);
    case Act::RetryTask:
    case Act::SkipTask:
    case Act::CancelTask:
        return rowsHeading(object, word);
    case Act::ExecuteTask:
        return object.taskName.isEmpty()
                   ? word
                   : Words::tr("%1: %2", "act and task").arg(word, chosenTask(object));
    case Act::CompleteExecution:
        return object.endState.isEmpty()
                   ? word
                   //: %1 is the act End execution, %2 a state such as Failed
                   : Words::tr("%1 as %2").arg(word, endStateLabel(object.endState));
    }
    return word;
}

QString objectConsequence(const DecisionObject &object, Act act)
{
    switch (act) {
    case Act::Approve:
    case Act::Reject:
    case Act::CancelExecution:
        break;
    case Act::RetryTask:
        return retryConsequence(object);
    case Act::SkipTask:
        return skipConsequence(object);
    case Act::ExecuteTask:
        return runConsequence(object);
    case Act::CancelTask:
        return cancelTaskConsequence(object);
    case Act::CompleteExecution:
        return object.endState.isEmpty()
                   ? Words::tr("Choose the state in which the run ends.")
                   : Words::tr("End execution ends the whole run as %1: tasks that have not run "
                               "are not run.")
                         .arg(endStateLabel(object.endState));
    }
    return actConsequence(object.subject, act);
}

QString objectConfirmText(const DecisionObject &object, Act act, const QString &alias)
{
    const QString place = QString(safeLine(alias, 40) + QStringLiteral(" / ") +
                                  safeLine(object.subject.region.text(), 40));
    switch (act) {
    case Act::Approve:
    case Act::Reject:
    case Act::CancelExecution:
        break;
    case Act::RetryTask:
    case Act::SkipTask:
    case Act::CancelTask:
        return rowsConfirmText(object, act, place);
    case Act::ExecuteTask:
        return object.taskName.isEmpty() ? Words::tr("%1 in %2").arg(actLabel(act), place)
                                         : Words::tr("%1 %2 in %3", "act, task, place")
                                               .arg(actLabel(act), chosenTask(object), place);
    case Act::CompleteExecution:
        if (object.endState.isEmpty())
            return Words::tr("%1 in %2").arg(actLabel(act), place);
        //: %1 is the act End execution, %2 a state such as Failed, %3 an account and a region
        return Words::tr("%1 as %2 in %3")
            .arg(actLabel(act), endStateLabel(object.endState), place);
    }
    return decisionConfirmText(object.subject, act, alias);
}

} // namespace countersign
