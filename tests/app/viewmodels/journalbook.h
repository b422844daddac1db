// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/sqlitejournal.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <utility>

namespace countersign::journaltest {

inline DecisionRecord record(int number, const QString &execution = QStringLiteral("exec-1"))
{
    DecisionRecord made;
    made.id = {QByteArray::number(number).rightJustified(32, '0')};
    made.where = {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
                  QStringLiteral("acme-prod"),
                  QStringLiteral("2000000000000042"),
                  QStringLiteral("ops-reviewer"),
                  QStringLiteral("oos.cn-hangzhou.aliyuncs.com"),
                  {}};
    made.executionId = ExecutionId(execution);
    made.taskExecutionId =
        TaskExecutionId(QStringLiteral("%1.t%2").arg(execution, QString::number(number)));
    made.taskName = QStringLiteral("task%1").arg(number);
    made.note = QStringLiteral("note %1").arg(number);
    return made;
}

//! A real journal in a folder of its own, on clocks that the test moves.
struct Book
{
    QTemporaryDir folder;
    ManualClock clock;
    SqliteJournal journal{folder.path(), clock};

    //! Records the decision and moves it on, a second for each step; false: the journal refused.
    bool add(const DecisionRecord &record, std::initializer_list<DecisionState> states = {},
             const StepFacts &last = {})
    {
        if (journal.append(record))
            return false;
        DecisionState from = DecisionState::IntentRecorded;
        std::size_t step = 0;
        for (const DecisionState to : states) {
            clock.advance(std::chrono::seconds(1));
            const bool isLast = ++step == states.size();
            if (journal.transition(record.id, from, to, isLast ? last : StepFacts()))
                return false;
            from = to;
        }
        return true;
    }
};

inline constexpr std::initializer_list<DecisionState> toDone = {
    DecisionState::Sending, DecisionState::Accepted, DecisionState::ReconciledApplied};
inline constexpr std::initializer_list<DecisionState> toUnknown = {DecisionState::Sending,
                                                                   DecisionState::Ambiguous};

} // namespace countersign::journaltest
