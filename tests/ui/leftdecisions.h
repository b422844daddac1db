// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quietworld.h"

#include <vector>

namespace countersign {

//! An approval of production, as it was frozen.
inline DecisionRecord leftRecord(const QString &execution, const QString &task)
{
    DecisionRecord record;
    record.id = newDecisionId();
    record.act = Act::Approve;
    record.kind = WaitKind::Approval;
    record.where.place = {ProfileId(QStringLiteral("prod")),
                          RegionId(QStringLiteral("cn-hangzhou"))};
    record.where.profileAlias = QStringLiteral("acme-prod");
    record.where.accountId = QStringLiteral("2000000000000042");
    record.where.actor = QStringLiteral("ops-reviewer");
    record.executionId = ExecutionId(execution);
    record.taskExecutionId = TaskExecutionId(QString(execution + QStringLiteral(".t0002")));
    record.taskName = task;
    record.note = QStringLiteral("agreed with the team on duty");
    record.frozenAt = SystemClock().now();
    return record;
}

//! Records it in the journal and takes it through the states, as an earlier run of the program did.
inline void leaveIn(DecisionJournal &journal, const DecisionRecord &record,
                    const std::vector<DecisionState> &states)
{
    DecisionState from = DecisionState::IntentRecorded;
    if (journal.append(record))
        qWarning("the intent was not recorded");
    for (const DecisionState to : states) {
        if (journal.transition(record.id, from, to))
            qWarning("a state was not recorded");
        from = to;
    }
}

inline const std::vector<DecisionState> leftSending{DecisionState::Sending};
inline const std::vector<DecisionState> leftAmbiguous{DecisionState::Sending,
                                                      DecisionState::Ambiguous};
inline const std::vector<DecisionState> leftUnresolved{
    DecisionState::Sending, DecisionState::Ambiguous, DecisionState::Unresolved};

} // namespace countersign
