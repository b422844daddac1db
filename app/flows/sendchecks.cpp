// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/sendchecks.h"

#include "app/flows/knownactor.h"

#include <algorithm>

namespace countersign {

using Stop = DecisionProgress::Stop;
using std::chrono::milliseconds;

namespace {

//! Two clocks that are asked one after the other differ by a little.
constexpr milliseconds noSleep{100};

milliseconds sleptSoFar(const Clock &clock)
{
    return clock.withSleep() - clock.monotonic();
}

} // namespace

bool isOfShownAccount(const ProfileRegistry &profiles, const DecisionPlace &where)
{
    const auto profile = profiles.profile(where.place.profile);
    const auto identity = profiles.identity(where.place.profile);
    return profile && profile->accountId == where.accountId &&
           (!identity || identity->accountId == where.accountId);
}

bool isShownActor(const ProfileRegistry &profiles, const DecisionPlace &where)
{
    const auto actor = knownActor(profiles, where.place.profile);
    return !actor ||
           (actorName(actor->identity) == where.actor && actor->identity.kind() == where.actorKind);
}

std::optional<Stop> obstacleOfCaller(const ProfileRegistry &profiles, const DecisionPlace &where)
{
    if (!isOfShownAccount(profiles, where))
        return Stop::WrongAccount;
    if (!isShownActor(profiles, where))
        return Stop::WrongActor;
    return std::nullopt;
}

bool isShownHost(const ApiTarget &target, const DecisionPlace &where)
{
    return where.endpointHost.isEmpty() || hostOf(target.endpoint) == where.endpointHost;
}

bool isRunOfShownAccount(const Execution &execution, const DecisionPlace &where)
{
    return execution.accountId.isEmpty() || execution.accountId == where.accountId;
}

bool isVerifiedEarlier(const ProfileRegistry &profiles, const ProfileId &id,
                       const Credentials &credentials, const Error &error)
{
    const auto profile = profiles.profile(id);
    const bool isSameKey = profile && !profile->accountId.isEmpty() &&
                           !profile->verifiedKeyEnd.isEmpty() &&
                           credentials.accessKeyId.right(4) == profile->verifiedKeyEnd;
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::Throttled:
    case Error::Kind::ServerFault:
        // Who would act is recorded with what is done.
        return isSameKey && knownActor(profiles, id);
    default:
        return false;
    }
}

bool doKeysEndWithin(const FlowServices &services, const Place &place, milliseconds time)
{
    const auto profile = services.profiles.profile(place.profile);
    const auto target = services.profiles.targetFor(place);
    if (!profile || !target || services.profiles.isLocked(place.profile))
        return false;
    if (!services.profiles.isUnlocked(place.profile))
        return isIssued(profile->source);
    const QDateTime end = services.profiles.expiresAt(place.profile);
    return end.isValid() && services.client.serviceNow(*target).msecsTo(end) <= time.count();
}

bool hasOpenDecision(const DecisionJournal &journal, const DecisionRecord &record)
{
    const std::vector<JournalEntry> known = journal.entriesFor(record.executionId);
    return std::any_of(known.begin(), known.end(), [&record](const JournalEntry &entry) {
        const DecisionRecord &other = entry.record;
        const bool isSameTask = record.taskExecutionId.isEmpty() ||
                                other.taskExecutionId.isEmpty() ||
                                record.taskExecutionId == other.taskExecutionId;
        return entry.isOpen() && isSameTask && other.id != record.predecessor &&
               other.where.accountId == record.where.accountId &&
               other.where.place.region == record.where.place.region;
    });
}

std::optional<Stop> obstacleToBegin(const FlowServices &services, const DecisionRecord &record)
{
    const Place &place = record.where.place;
    if (!isSealIntact(record))
        return Stop::Bytes;
    const auto target = services.profiles.targetFor(place);
    if (!target || !services.profiles.isUnlocked(place.profile))
        return Stop::Locked;
    if (!isShownHost(*target, record.where))
        return Stop::WrongHost;
    if (const auto stop = obstacleOfCaller(services.profiles, record.where))
        return stop;
    if (services.journal.problem())
        return Stop::Journal;
    if (hasOpenDecision(services.journal, record))
        return Stop::AlreadyOpen;
    return std::nullopt;
}

void markBegin(SecondRead &read, const Clock &clock)
{
    read.beganAt = clock.withSleep();
    read.beganOn = clock.now();
}

void markEnd(SecondRead &read, const Clock &clock)
{
    read.endedAt = clock.withSleep();
    read.sleptBefore = sleptSoFar(clock);
}

bool hasSlept(const SecondRead &read, const Clock &clock)
{
    return sleptSoFar(clock) - read.sleptBefore > noSleep;
}

std::chrono::seconds clockJump(const SecondRead &read, const Clock &clock)
{
    const milliseconds passed = clock.withSleep() - read.beganAt;
    return std::chrono::seconds((read.beganOn.msecsTo(clock.now()) - passed.count()) / 1'000);
}

bool isFresh(const SecondRead &read, const Clock &clock, milliseconds age)
{
    return clock.withSleep() - read.endedAt <= age;
}

std::optional<Stop> obstacleToLeave(const FlowServices &services, const DecisionRecord &record,
                                    const SecondRead &read, milliseconds age, milliseconds keysLeft)
{
    if (!isSealIntact(record))
        return Stop::Bytes;
    if (hasSlept(read, services.clock))
        return Stop::Slept;
    if (!isFresh(read, services.clock, age))
        return Stop::TooOld;
    if (doKeysEndWithin(services, record.where.place, keysLeft))
        return Stop::Expired;
    if (!services.profiles.isUnlocked(record.where.place.profile))
        return Stop::Locked;
    return obstacleOfCaller(services.profiles, record.where);
}

} // namespace countersign
