// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/sentences.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxWords)
};

QString callText(const WaitRow &row)
{
    return safeLine(QString(row.call.service + QLatin1Char(' ') + row.call.api));
}

QString highRiskHeading(const WaitRow &row, const QString &task, bool isProbable)
{
    if (!row.call.isEmpty()) {
        //: %1 is a product and its API, such as ECS DeleteInstance
        const QString certain = Words::tr("Approve before %1");
        //: %1 is a product and its API, such as ECS DeleteInstance
        const QString probable = Words::tr("Approve, probably before %1");
        return (isProbable ? probable : certain).arg(callText(row));
    }
    if (task.isEmpty())
        return isProbable ? Words::tr("Probably before a high-risk call")
                          : Words::tr("Before a high-risk call");
    return (isProbable ? Words::tr("Probably before a high-risk call of “%1”")
                       : Words::tr("Before a high-risk call of “%1”"))
        .arg(task);
}

QString taskHeading(WaitKind kind, bool isProbable)
{
    switch (kind) {
    case WaitKind::Approval:
        return isProbable ? Words::tr("Probably approval “%1”") : Words::tr("Approval “%1”");
    case WaitKind::DebugStep:
        return isProbable ? Words::tr("Probably next task “%1”") : Words::tr("Next task “%1”");
    case WaitKind::FailurePause:
        return isProbable ? Words::tr("Probably paused: “%1” failed")
                          : Words::tr("Paused: “%1” failed");
    case WaitKind::BatchPause:
        return isProbable ? Words::tr("Probably after a batch of “%1”")
                          : Words::tr("After a batch of “%1”");
    case WaitKind::ManualPause:
        return isProbable ? Words::tr("Probably pause “%1”") : Words::tr("Pause “%1”");
    case WaitKind::InsideChild:
        return isProbable ? Words::tr("Probably inside the child of “%1”")
                          : Words::tr("Inside the child of “%1”");
    case WaitKind::HighRisk:
    case WaitKind::Unknown:
        break;
    }
    return Words::tr("“%1” waits, what for is not known");
}

QString runHeading(WaitKind kind, bool isProbable)
{
    switch (kind) {
    case WaitKind::Approval:
        return isProbable ? Words::tr("Probably an approval") : Words::tr("An approval");
    case WaitKind::DebugStep:
        return isProbable ? Words::tr("Probably a debug step") : Words::tr("A debug step");
    case WaitKind::FailurePause:
        return isProbable ? Words::tr("Probably paused after a failure")
                          : Words::tr("Paused after a failure");
    case WaitKind::BatchPause:
        return isProbable ? Words::tr("Probably between two batches")
                          : Words::tr("Between two batches");
    case WaitKind::ManualPause:
        return isProbable ? Words::tr("Probably a pause") : Words::tr("A pause");
    case WaitKind::InsideChild:
        return isProbable ? Words::tr("Probably inside a child run")
                          : Words::tr("Inside a child run");
    case WaitKind::HighRisk:
    case WaitKind::Unknown:
        break;
    }
    return Words::tr("The run waits, what for is not known");
}

//! Of several failed tasks; `task` is empty where they are not all the same one.
QString failedHeading(int count, const QString &task)
{
    if (task.isEmpty())
        return Words::tr("Paused: %n task(s) failed", nullptr, count);
    //: %n rows of a loop's task, at least 2; %1 is the task
    return Words::tr("“%1” failed %n time(s)", nullptr, count).arg(task);
}

//! Where in its top-level run a child waits, as short as a row of the list can take.
QString shortWay(const WayDown &way)
{
    if (way.steps.empty())
        return way.isWhole ? QString() : Words::tr("in another run", "where a child run waits");
    const WayStep &top = way.steps.front();
    const QString name = top.templateName.isEmpty() ? top.execution.text() : top.templateName;
    if (!way.isWhole)
        //: where a child run waits; %1 is the template of a run above it, which is not the top one
        return Words::tr("deep in “%1”").arg(safeLine(name, 128));
    //: where a child run waits; %1 is the template of its top-level run
    return Words::tr("in “%1”").arg(safeLine(name, 128));
}

QString stepText(const WayStep &step, bool isFirst)
{
    const QString id = safeLine(step.execution.text());
    const QString name = safeLine(step.templateName, 128);
    QString run;
    if (isFirst && !name.isEmpty())
        //: the begin of a way down; %1 is an execution's id, %2 a template
        run = Words::tr("in run %1 (template %2)").arg(id, name);
    else if (isFirst)
        run = Words::tr("in run %1").arg(id);
    else
        run = name.isEmpty() ? Words::tr("run %1").arg(id)
                             : Words::tr("run %1 (template %2)").arg(id, name);
    const QString task = safeLine(step.taskName, 128);
    if (task.isEmpty())
        return run;
    QStringList parts{run, Words::tr("task “%1”").arg(task)};
    if (!step.loopItem.isEmpty())
        parts += Words::tr("item %1").arg(safeLine(step.loopItem, 128));
    return parts.join(QStringLiteral(" › "));
}

//! "—" where nothing was read, so that a sentence keeps its shape.
QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QString accountText(const WaitRow &row)
{
    return safeLine(row.profileAlias.isEmpty() ? row.accountId : row.profileAlias);
}

} // namespace

QString inboxHeading(const WaitRow &row)
{
    const QString task = safeLine(row.taskName, 128);
    const bool isProbable = row.confidence == Confidence::Probable;
    if (row.kind == WaitKind::HighRisk)
        return highRiskHeading(row, task, isProbable);
    if (row.failedTasks > 1)
        return failedHeading(row.failedTasks, task);
    return task.isEmpty() ? runHeading(row.kind, isProbable)
                          : taskHeading(row.kind, isProbable).arg(task);
}

QString templateLabel(const WaitRow &row)
{
    if (row.templateName.isEmpty())
        return {};
    const QString name = safeLine(row.templateName, 256);
    if (row.templateVersion.isEmpty())
        return name;
    const QString version = safeLine(row.templateVersion, 32);
    return QStringLiteral("%1 %2").arg(
        name, version.startsWith(u'v') ? version : QString(QLatin1Char('v') + version));
}

QString inboxDetail(const WaitRow &row)
{
    QStringList parts;
    if (!row.loopItem.isEmpty())
        //: %1 is the item of a loop that a wait is about
        parts.append(Words::tr("item %1").arg(safeLine(row.loopItem, 64)));
    if (!row.twinMark.isEmpty())
        //: of a run that looks like another one in the list; %1 is the end of its id
        parts.append(Words::tr("run …%1").arg(safeLine(row.twinMark, 64)));
    if (row.kind == WaitKind::HighRisk && !row.call.isEmpty())
        parts.append(safeLine(row.taskName, 128));
    parts.append(shortWay(row.way));
    parts.append(templateLabel(row));
    if (row.requiredApprovals > 1)
        parts.append(Words::tr("%n approval(s) needed", nullptr,
                               static_cast<int>(qMin<qint64>(row.requiredApprovals, 1'000'000))));
    if (row.groupReason == GroupReason::NameNotKnown || row.groupReason == GroupReason::ListNotRead)
        //: whether an approval is addressed to the person who looks at the list
        parts.append(Words::tr("cannot tell whether for you"));
    if (row.confidence == Confidence::Probable)
        //: of a wait whose kind is inferred
        parts.append(Words::tr("probable"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString wayDownText(const WayDown &way, const ExecutionId &self, const QString &task)
{
    if (way.isEmpty())
        return {};
    QStringList parts;
    if (!way.isWhole)
        //: the begin of a way down whose upper part was not read
        parts += Words::tr("in a run that could not be read");
    for (const WayStep &step : way.steps)
        parts += stepText(step, parts.isEmpty());
    parts += Words::tr("run %1").arg(safeLine(self.text()));
    if (!task.isEmpty())
        parts += Words::tr("task “%1”").arg(safeLine(task, 128));
    return parts.join(QStringLiteral(" › "));
}

QString waitGroupLabel(WaitGroup group)
{
    switch (group) {
    case WaitGroup::NeedsYou:
        return Words::tr("Needs you", "group of waits");
    case WaitGroup::ApprovedByYou:
        return Words::tr("You approved, waits for others", "group of waits");
    case WaitGroup::NotAddressed:
        return Words::tr("Not addressed to you", "group of waits");
    case WaitGroup::Later:
        break;
    }
    return Words::tr("Later", "group of waits");
}

QString groupReasonText(GroupReason reason, WaitKind kind)
{
    switch (reason) {
    case GroupReason::NoApproverList:
        return kind == WaitKind::Approval
                   ? Words::tr("It names no approvers: whoever has the right may decide.")
                   : Words::tr("Whoever has the right may decide.");
    case GroupReason::ListNotRead:
        return Words::tr("Whether it is addressed to you cannot be told: its approvers were not "
                         "read.");
    case GroupReason::NameNotKnown:
        return Words::tr("Whether it is addressed to you cannot be told: it names approvers, and "
                         "your user name is not known.");
    case GroupReason::NamedInList:
        return Words::tr("You are one of its approvers.");
    case GroupReason::NotInList:
        return Words::tr("It names approvers, and you are not one of them.");
    case GroupReason::OwnRecord:
        return Words::tr("You have approved it from this computer; it waits for others.");
    case GroupReason::PutOff:
        break;
    }
    return Words::tr("You have put it off. Nothing was sent for it.");
}

QString inboxSentence(const WaitRow &row, const QString &age)
{
    //: For screen readers. %1 what waits, %2 its kind, %3 template, %4 account, %5 region, %6 who
    //: started it, %7 how long it waits, %8 whose turn it is; — stands for what was not read
    const QString what =
        row.loopItem.isEmpty()
            ? inboxHeading(row)
            //: %1 what waits, %2 the item of a loop
            : Words::tr("%1, item %2").arg(inboxHeading(row), safeLine(row.loopItem, 64));
    const QString sentence =
        Words::tr("%1; %2, template %3, account %4, region %5, started by %6, waiting for %7. %8")
            .arg(what, waitKindLabel(row.kind), orDash(templateLabel(row)),
                 orDash(accountText(row)), orDash(safeLine(row.id.place.region.text())),
                 orDash(safeLine(userNameOf(row.starter))), orDash(age), waitGroupLabel(row.group));
    if (row.twinMark.isEmpty())
        return sentence;
    //: a sentence about a row of the list; %1 is the end of the run's id
    return joinedSentences(
        {sentence, Words::tr("Its run ends in %1.").arg(safeLine(row.twinMark, 64))});
}

QString inboxToolTip(const WaitRow &row)
{
    QStringList lines = {
        inboxHeading(row),
        Words::tr("Execution: %1").arg(safeLine(row.id.executionId.text())),
        Words::tr("Task: %1").arg(orDash(safeLine(row.taskName))),
        Words::tr("Template: %1").arg(orDash(templateLabel(row))),
        Words::tr("Account: %1, %2")
            .arg(orDash(safeLine(row.profileAlias)), orDash(safeLine(row.accountId))),
        Words::tr("Region: %1").arg(orDash(safeLine(row.id.place.region.text()))),
        Words::tr("Started by: %1").arg(orDash(safeLine(row.starter))),
        Words::tr("Waiting since: %1").arg(localTimeText(row.waitingSince)),
        groupReasonText(row.groupReason, row.kind),
    };
    if (!row.loopItem.isEmpty())
        lines.insert(3, Words::tr("Item: %1").arg(safeLine(row.loopItem)));
    const QString way = wayDownText(row.way, row.id.executionId, row.taskName);
    if (!way.isEmpty())
        //: %1 is the way from a top-level run down to the waiting one
        lines.insert(2, Words::tr("Way: %1").arg(way));
    return lines.join(u'\n');
}

} // namespace countersign
