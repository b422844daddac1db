// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/followviewmodel.h"

#include "app/flows/decideflow.h"
#include "app/flows/followflow.h"
#include "app/models/followedmodel.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"

#include <QSet>

#include <algorithm>

namespace countersign {

class FollowViewModel::Private
{
public:
    Private(FollowFlow &followFlow, PersonalFiles &personalFiles)
        : flow(followFlow)
        , files(personalFiles)
    {
    }

    void follow(const DecisionViewModel &decision);
    template <class IsMeant>
    void removeAll(const IsMeant &isMeant);

    FollowFlow &flow;
    PersonalFiles &files;
    FollowedModel model;
    QSet<QByteArray> taken; //!< decisions that were put on the list
};

namespace {

//! What an earlier run of the program has seen the outcome of was on the list then, and was taken
//! off it or not.
bool wasTaken(const DecisionViewModel &decision)
{
    const DecisionProgress &progress = decision.flow()->progress();
    return progress.isResumed && !progress.evidence.contains(QStringLiteral("Crash"));
}

//! The service has it, or may have it.
bool isWorthFollowing(DecisionState state)
{
    switch (state) {
    case DecisionState::Accepted:
    case DecisionState::Ambiguous:
    case DecisionState::ReconciledApplied:
    case DecisionState::Unresolved:
        return true;
    default:
        return false;
    }
}

} // namespace

void FollowViewModel::Private::follow(const DecisionViewModel &decision)
{
    const DecisionRecord &record = decision.record();
    // Once for each decision: what the person took off the list stays off it.
    if (!isWorthFollowing(decision.decisionState()) || taken.contains(record.id.hex))
        return;
    if (decision.flow() && wasTaken(decision))
        return;
    taken.insert(record.id.hex);
    const auto &known = files.followed.runs();
    const bool isKnown = std::any_of(known.begin(), known.end(), [&record](const FollowedRun &run) {
        return run.place == record.where.place && run.executionId == record.executionId &&
               run.decidedAt >= record.frozenAt;
    });
    if (isKnown)
        return;
    FollowedRun run;
    run.place = record.where.place;
    run.executionId = record.executionId;
    run.profileAlias = record.where.profileAlias;
    run.taskName = record.taskName;
    run.act = record.act;
    run.decidedAt = record.frozenAt;
    files.followed.keep(run);
}

template <class IsMeant>
void FollowViewModel::Private::removeAll(const IsMeant &isMeant)
{
    const std::vector<FollowedRun> runs = files.followed.runs();
    for (const FollowedRun &run : runs) {
        if (isMeant(run))
            files.followed.remove(run.place, run.executionId);
    }
}

FollowViewModel::FollowViewModel(FollowFlow &flow, DecisionsViewModel &decisions,
                                 PersonalFiles &files, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(flow, files))
{
    const auto take = [this] {
        d->model.apply(d->files.followed.runs());
        d->flow.setRuns(d->files.followed.runs());
        Q_EMIT changed();
    };
    connect(&files.followed, &FollowedRuns::changed, this, take);
    connect(&decisions, &DecisionsViewModel::changed, this, [this, &decisions] {
        for (const DecisionViewModel *decision : decisions.all())
            d->follow(*decision);
    });
    connect(&flow, &FollowFlow::read, this, [this](const FollowedRun &run) {
        d->files.followed.keep(run);
        if (run.hasEnded())
            Q_EMIT ended(run);
    });
    take();
}

FollowViewModel::~FollowViewModel() = default;

FollowedModel *FollowViewModel::model() const
{
    return &d->model;
}

int FollowViewModel::openCount() const
{
    int open = 0;
    for (int row = 0; row < d->model.rowCount(); ++row)
        open += d->model.runAt(row).hasEnded() ? 0 : 1;
    return open;
}

QString FollowViewModel::countText() const
{
    const int all = d->model.rowCount();
    if (all == 0)
        return {};
    const QString open = tr("%n run(s) going on", nullptr, openCount());
    const QString ended = tr("%n ended", nullptr, all - openCount());
    //: %1 is "2 runs going on", %2 is "1 ended"
    return tr("%1, %2").arg(open, ended);
}

void FollowViewModel::refresh()
{
    d->flow.readNow();
}

void FollowViewModel::dismiss(int row)
{
    if (row < 0 || row >= d->model.rowCount())
        return;
    const FollowedRun shown = d->model.runAt(row);
    if (shown.hasEnded())
        d->removeAll(
            [&shown](const FollowedRun &run) { return run.executionId == shown.executionId; });
}

void FollowViewModel::dismissEnded()
{
    d->removeAll([](const FollowedRun &run) { return run.hasEnded(); });
}

} // namespace countersign
