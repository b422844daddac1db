// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/eventfeed.h"

#include "app/api/oneshotsender.h"
#include "app/api/readclient.h"
#include "app/credentials/keychainsecretstore.h"
#include "app/credentials/profileregistry.h"
#include "app/flows/keyrenewal.h"
#include "app/flows/lockflow.h"
#include "app/journal/decisionjournal.h"
#include "app/log/eventlog.h"

namespace countersign {

namespace {

LogEntry entryOf(LogEvent event, const ExchangeFacts &facts)
{
    LogEntry entry{.event = event};
    entry.profile = facts.place.profile;
    entry.region = facts.place.region;
    entry.operation = OperationName(facts.action);
    entry.execution = facts.execution;
    entry.failure = facts.failure;
    entry.httpStatus = facts.httpStatus;
    entry.code = ServiceCode(facts.code);
    entry.requestId = ServiceRequestId(facts.requestId);
    entry.duration = facts.duration;
    entry.bytesIn = facts.bytesIn;
    if (facts.attempts > 1)
        entry.count = facts.attempts;
    return entry;
}

LogEntry entryOf(const JournalEntry &moved)
{
    const JournalStep &step = moved.steps.back();
    LogEntry entry{.event = LogEvent::DecisionMoved};
    entry.profile = moved.record.where.place.profile;
    entry.region = moved.record.where.place.region;
    entry.execution = moved.record.executionId;
    entry.decision = moved.record.id;
    entry.state = step.state;
    entry.httpStatus = step.facts.httpStatus;
    entry.code = ServiceCode(step.facts.code);
    entry.requestId = ServiceRequestId(step.facts.requestId);
    if (step.facts.bytesOut > 0)
        entry.bytesOut = step.facts.bytesOut;
    return entry;
}

LogEntry entryOf(LogEvent event, const ProfileId &profile, const Error &error)
{
    LogEntry entry{.event = event};
    entry.profile = profile;
    entry.failure = error.kind;
    entry.httpStatus = error.httpStatus;
    entry.code = ServiceCode(error.code);
    entry.requestId = ServiceRequestId(error.requestId);
    return entry;
}

} // namespace

EventFeed::EventFeed(EventLog &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
}

EventFeed::~EventFeed() = default;

void EventFeed::follow(ReadClient &client)
{
    connect(&client, &ReadClient::ended, this,
            [this](const ExchangeFacts &facts) { m_log.write(entryOf(LogEvent::Read, facts)); });
    connect(&client, &ReadClient::throttled, this,
            [this](const Place &place, std::chrono::milliseconds pause) {
                m_log.write({.event = LogEvent::Throttled,
                             .profile = place.profile,
                             .region = place.region,
                             .duration = pause});
            });
}

void EventFeed::follow(OneShotSender &sender)
{
    connect(&sender, &OneShotSender::ended, this, [this](const ExchangeFacts &facts) {
        LogEntry entry = entryOf(LogEvent::Send, facts);
        entry.bytesOut = facts.bytesOut;
        m_log.write(entry);
    });
}

void EventFeed::follow(ProfileRegistry &profiles)
{
    connect(&profiles, &ProfileRegistry::changed, this,
            [this, &profiles](const ProfileId &id) { onProfileChanged(profiles, id); });
}

void EventFeed::onProfileChanged(const ProfileRegistry &profiles, const ProfileId &id)
{
    const std::optional<Profile> profile = profiles.profile(id);
    const auto tell = [this, &id](LogEvent event) { m_log.write({.event = event, .profile = id}); };
    if (!profile) {
        m_issued.remove(id);
        if (m_known.remove(id))
            tell(LogEvent::ProfileRemoved);
        return;
    }
    const bool isNew = !m_known.contains(id);
    Known &known = m_known[id];
    if (isNew || known.profile != *profile)
        tell(isNew ? LogEvent::ProfileAdded : LogEvent::ProfileChanged);
    known.profile = *profile;
    const bool isUnlocked = profiles.isUnlocked(id);
    if (known.isUnlocked != isUnlocked)
        tell(isUnlocked ? LogEvent::KeyLent : LogEvent::KeyDropped);
    known.isUnlocked = isUnlocked;
}

void EventFeed::follow(DecisionJournal &journal)
{
    connect(&journal, &DecisionJournal::moved, this, [this, &journal](const DecisionId &id) {
        const std::optional<JournalEntry> moved = journal.entry(id);
        if (moved && !moved->steps.empty())
            m_log.write(entryOf(*moved));
    });
    connect(&journal, &DecisionJournal::problemChanged, this, [this, &journal] {
        m_log.write({.event = LogEvent::JournalProblem,
                     .count = journal.problem() ? static_cast<int>(journal.problem()->kind) : -1});
    });
}

void EventFeed::follow(KeychainSecretStore &keychain)
{
    connect(&keychain, &KeychainSecretStore::stateChanged, this,
            [this, &keychain](KeychainState state) {
                m_log.write({.event = LogEvent::KeychainChanged,
                             .keychain = state,
                             .trouble = keychain.trouble()});
            });
}

void EventFeed::follow(KeyRenewal &renewal)
{
    connect(&renewal, &KeyRenewal::standingChanged, this,
            [this, &renewal](const ProfileId &id) { onStandingChanged(renewal, id); });
    connect(&renewal, &KeyRenewal::ended, this, [this](const ProfileId &id, const Error &error) {
        m_issued.remove(id);
        m_log.write(entryOf(LogEvent::KeyEnded, id, error));
    });
}

void EventFeed::onStandingChanged(const KeyRenewal &renewal, const ProfileId &id)
{
    const RenewalStanding standing = renewal.standing(id);
    const bool isHere = standing.state == RenewalStanding::State::Here;
    if (!isHere && standing.state != RenewalStanding::State::Failing)
        return;
    Issued &told = m_issued[id];
    const bool isNew = told.keyIdEnd != standing.keyIdEnd || told.expiresAt != standing.expiresAt;
    if (isNew)
        m_log.write({.event = LogEvent::KeyRenewed, .profile = id});
    const bool isOtherFailure =
        standing.error && (!told.failure || told.failure->kind != standing.error->kind ||
                           told.failure->code != standing.error->code);
    if (isOtherFailure)
        m_log.write(entryOf(LogEvent::KeyRenewalFailed, id, *standing.error));
    told = {standing.keyIdEnd, standing.expiresAt, standing.error};
}

void EventFeed::follow(LockFlow &lock)
{
    connect(&lock, &LockFlow::lockedChanged, this, [this](bool isLocked) {
        m_log.write({.event = isLocked ? LogEvent::Locked : LogEvent::Unlocked});
    });
}

} // namespace countersign
