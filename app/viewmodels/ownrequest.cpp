// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/ownrequest.h"

namespace countersign {

namespace {

//! The id of "name(id)", or the whole text.
QString idOf(const QString &executedBy)
{
    const qsizetype open = executedBy.lastIndexOf(QLatin1Char('('));
    const bool hasBoth = open >= 0 && executedBy.endsWith(QLatin1Char(')'));
    return hasBoth ? executedBy.mid(open + 1).chopped(1) : executedBy;
}

bool isId(const QString &text)
{
    return !text.isEmpty() && text.front().isDigit();
}

} // namespace

OwnRequest ownRequest(const QString &executedBy, const std::optional<CallerIdentity> &caller)
{
    const QString starter = idOf(executedBy);
    if (!caller || caller->userId.isEmpty() || starter.isEmpty())
        return OwnRequest::CannotTell;
    if (starter == caller->userId)
        return OwnRequest::Yes;
    // Who is behind a role, today and when the run was started, is not told.
    const bool isPerson =
        !caller->userName().isEmpty() || caller->identityType == QStringLiteral("Account");
    return isPerson && isId(starter) ? OwnRequest::No : OwnRequest::CannotTell;
}

} // namespace countersign
