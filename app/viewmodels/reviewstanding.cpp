// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewstanding.h"

#include "app/flows/knownactor.h"
#include "app/flows/waitrows.h"
#include "app/models/actorwords.h"
#include "app/viewmodels/journalwords.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReviewStanding)
};

} // namespace

ReviewStanding standingOf(const FlowServices &services, const Profile &profile,
                          const ReviewFacts &facts, OwnRequests policy)
{
    ReviewStanding standing;
    const auto actor = knownActor(services.profiles, profile.id);
    if (actor) {
        standing.actor = actorName(actor->identity);
        standing.actorKind = actor->identity.kind();
        standing.actorVerifiedAt = actor->notVerifiedSince(services.clock.now());
        standing.isActorKnown = !actor->identity.userName().isEmpty();
    }
    if (facts.execution.value)
        standing.own = ownRequest(facts.execution.value->executedBy,
                                  actor ? std::optional(actor->identity) : std::nullopt);
    standing.ownPolicy = policy;
    standing.hasAccount = !profile.accountId.isEmpty();
    standing.isUnlocked = services.profiles.isUnlocked(profile.id);
    const WaitRowId &id = facts.row.id;
    const TaskExecution *row = facts.boundRow();
    const TaskExecutionId task = row ? row->id : id.taskExecutionId;
    const auto open =
        services.journal.openFor(profile.accountId, id.place.region, id.executionId, task);
    standing.hasOpenDecision = open.has_value();
    standing.isOpenUnresolved = open && open->isUnresolved();
    if (const auto problem = services.journal.problem())
        standing.journalText = journalProblemText(*problem);
    standing.grouping = groupOf(waitOf(facts).kind, task, row, viewerOf(services, profile.id));
    return standing;
}

DecisionPlace decisionPlaceOf(const FlowServices &services, const Profile &profile,
                              const Place &place, const ReviewStanding &standing)
{
    DecisionPlace where;
    where.place = place;
    where.profileAlias = profile.alias;
    where.accountId = profile.accountId;
    where.actor = standing.actor;
    where.actorKind = standing.actorKind;
    where.actorVerifiedAt = standing.actorVerifiedAt;
    where.endpointHost = hostOf(services.profiles.targetFor(place)->endpoint);
    where.environment = profile.environment;
    return where;
}

QString youActAsText(const FlowServices &services, const ProfileId &profile)
{
    const auto actor = knownActor(services.profiles, profile);
    if (!actor)
        return {};
    const QString who = actorText(actorName(actor->identity), actor->identity.kind());
    const QDateTime now = services.clock.now();
    const QString mark = notVerifiedText(actor->notVerifiedSince(now), now);
    if (mark.isEmpty())
        //: %1 is a user, or a role with its session
        return Words::tr("you act as %1").arg(who);
    //: %1 is a user, or a role with its session, %2 that this was not verified today
    return Words::tr("you act as %1 (%2)").arg(who, mark);
}

} // namespace countersign
