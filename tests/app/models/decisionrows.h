// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/decisionrow.h"

namespace countersign::decisiontest {

//! The moment of the decision with this number: a minute after the one before it.
inline QDateTime timeOf(int number)
{
    return QDateTime({2026, 11, 25}, {2, 0}, Qt::UTC).addSecs(60 * number);
}

//! A decision that was carried out, with texts made from its number.
inline DecisionRow row(int number)
{
    DecisionRow made;
    made.key = QByteArray::number(number).rightJustified(32, '0');
    made.at = timeOf(number);
    made.act = Act::Approve;
    made.place = {ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.profileAlias = QStringLiteral("acme-prod");
    made.accountId = QStringLiteral("2000000000000042");
    made.actor = QStringLiteral("ops-reviewer");
    made.executionId = ExecutionId(QStringLiteral("exec-%1").arg(number, 4, 10, QChar(u'0')));
    made.taskExecutionId =
        TaskExecutionId(QString(made.executionId.text() + QStringLiteral(".t1")));
    made.taskName = QStringLiteral("task%1").arg(number);
    made.shortId = QStringLiteral("short%1").arg(number);
    made.state = DecisionState::ReconciledApplied;
    made.evidence = {QStringLiteral("E2")};
    made.requestId = QStringLiteral("REQ-%1").arg(number);
    made.note = QStringLiteral("note %1").arg(number);
    return made;
}

} // namespace countersign::decisiontest
