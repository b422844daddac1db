// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/cautions.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/viewmodels/timewords.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Cautions)
};

bool letsGoOn(Act act)
{
    return act == Act::Approve || act == Act::RetryTask || act == Act::SkipTask ||
           act == Act::ExecuteTask;
}

QString burstText(const StarterBurst &burst)
{
    const QString minutes = Words::tr("%n minute(s)", nullptr, burst.minutes);
    //: %n runs, %1 is a time such as 5 minutes, %2 a user
    return Words::tr("A burst: %n runs began to wait within %1 from %2.", nullptr, burst.count)
        .arg(minutes, safeLine(burst.starter, 80));
}

QString newerRunText(const NewerRuns &runs)
{
    const Execution &newest = *runs.newest;
    //: %1 is an execution id, %2 a time, %3 the state of a run such as Waiting
    return Words::tr("A newer run of this template on the same targets was started: %1, at %2, "
                     "now %3.")
        .arg(groupedId(newest.id.text()), localTimeText(startOf(newest)),
             runStatusLabel(newest.status, newest.statusText));
}

void addNewerRuns(std::vector<QString> &sentences, const ReviewFacts &facts)
{
    const Reading<NewerRuns> &reading = facts.newerRuns;
    if (!reading.value && reading.error)
        sentences.push_back(
            Words::tr("Whether a newer run of this template was started could not be read."));
    if (!reading.value || !reading.value->newest)
        return;
    sentences.push_back(newerRunText(*reading.value));
    if (reading.value->others > 0)
        sentences.push_back(Words::tr("%n more newer run(s) of it are on the same targets.",
                                      nullptr, reading.value->others));
}

} // namespace

std::vector<QString> cautionsFor(Act act, const ReviewFacts &facts, const ReviewStanding &standing,
                                 const std::optional<StarterBurst> &burst)
{
    std::vector<QString> sentences;
    if (isOver(facts) || !letsGoOn(act))
        return sentences;
    if (act == Act::Approve && standing.own == OwnRequest::Yes)
        sentences.push_back(Words::tr("You started this run."));
    if (act == Act::Approve && burst)
        sentences.push_back(burstText(*burst));
    addNewerRuns(sentences, facts);
    return sentences;
}

} // namespace countersign
