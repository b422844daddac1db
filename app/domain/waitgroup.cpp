// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitgroup.h"

#include "app/domain/taskexecution.h"
#include "app/domain/waitkind.h"

#include <algorithm>

namespace countersign {

namespace {

bool names(const QString &entry, const QString &userName)
{
    const QString name = entry.trimmed().section(QLatin1Char('@'), 0, 0);
    return name.compare(userName, Qt::CaseInsensitive) == 0;
}

//! An entry with a form of its own (a group, a role, an address) may mean anybody.
bool isPlainName(const QString &entry)
{
    return !entry.contains(QLatin1Char('/')) && !entry.contains(QLatin1Char(':'));
}

} // namespace

WaitGrouping groupOf(WaitKind kind, const TaskExecutionId &task, const TaskExecution *row,
                     const Viewer &viewer)
{
    if (!task.isEmpty() && viewer.approved.contains(task))
        return {WaitGroup::ApprovedByYou, GroupReason::OwnRecord};
    if (kind != WaitKind::Approval)
        return {WaitGroup::NeedsYou, GroupReason::NoApproverList};
    if (!row)
        return {WaitGroup::NeedsYou, GroupReason::ListNotRead};
    const ApprovalTerms terms = approvalTerms(*row);
    if (!terms.isReadable)
        return {WaitGroup::NeedsYou, GroupReason::ListNotRead};
    if (terms.approvers.empty())
        return {WaitGroup::NeedsYou, GroupReason::NoApproverList};
    if (viewer.userName.isEmpty())
        return {WaitGroup::NeedsYou, GroupReason::NameNotKnown};
    const bool isNamed =
        std::any_of(terms.approvers.begin(), terms.approvers.end(),
                    [&viewer](const QString &entry) { return names(entry, viewer.userName); });
    if (isNamed)
        return {WaitGroup::NeedsYou, GroupReason::NamedInList};
    const bool isPlain = std::all_of(terms.approvers.begin(), terms.approvers.end(), isPlainName);
    return isPlain ? WaitGrouping{WaitGroup::NotAddressed, GroupReason::NotInList}
                   : WaitGrouping{WaitGroup::NeedsYou, GroupReason::NameNotKnown};
}

} // namespace countersign
