// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/owndecisions.h"

#include "app/journal/decisionjournal.h"
#include "app/journal/journalcoverage.h"

#include <algorithm>

namespace countersign {

namespace {

// Longer than a request can be on its way, and than usual clocks differ.
constexpr qint64 secondsOfDoubt = 3'600;

bool isReadable(const DecisionJournal &journal)
{
    const auto problem = journal.problem();
    if (!problem)
        return true;
    switch (problem->kind) {
    case JournalProblem::Kind::InUse:
    case JournalProblem::Kind::NotWritable:
    case JournalProblem::Kind::NoRoom:
        return true;
    case JournalProblem::Kind::ForeignFolder:
    case JournalProblem::Kind::NotReadable:
    case JournalProblem::Kind::Damaged:
    case JournalProblem::Kind::Newer:
        break;
    }
    return false;
}

bool isCovered(const DecisionJournal &journal, const TaskExecution &row)
{
    const auto *coverage = dynamic_cast<const JournalCoverage *>(&journal);
    const QDateTime missing = coverage ? coverage->missingBefore() : QDateTime();
    if (!missing.isValid())
        return true;
    QDateTime touched = row.createDate;
    for (const QDateTime &time : {row.startDate, row.updateDate, row.endDate}) {
        if (time.isValid() && (!touched.isValid() || time > touched))
            touched = time;
    }
    return touched.isValid() && touched > missing.addSecs(secondsOfDoubt);
}

} // namespace

OwnDecisions ownDecisions(const DecisionJournal &journal, const ExecutionId &execution,
                          const TaskExecution &row)
{
    return {journal.entriesFor(execution), isReadable(journal) && isCovered(journal, row)};
}

} // namespace countersign
