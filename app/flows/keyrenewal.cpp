// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/keyrenewal.h"

#include "app/api/operations.h"
#include "app/flows/identityreads.h"
#include "app/flows/keybasis.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <map>
#include <utility>

namespace countersign {

using std::chrono::milliseconds;
using State = RenewalStanding::State;

namespace {

//! Somebody who waits for keys.
struct Waiter
{
    QPointer<QObject> context;
    KeyRenewal::Done done;
    bool isPosted = false;
    bool isCancelled = false;
};

//! One profile whose keys are issued.
struct Renewed
{
    KeyBasis basis;
    CallHandle call;
    quint64 attempt = 0;
    bool isAsking = false;
    QDateTime issuedAt;
    milliseconds issuedOn{0}; //!< Clock::withSleep()
    int failures = 0;         //!< in a row
    std::optional<Error> error;
    std::optional<milliseconds> nextTry; //!< Clock::withSleep()
    QDateTime nextTryAt;                 //!< the same by the wall clock, for people
    bool isStuck = false;                //!< not tried again by itself
    bool isOutdated = false;             //!< asked for anew, though what is lent is good
    std::optional<Error> toldCause;      //!< of `ended`
    std::vector<std::shared_ptr<Waiter>> waiters;
    RenewalStanding told;
};

Error cancelled()
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    return error;
}

Error refusedKeys(const QString &code)
{
    Error error;
    error.kind = Error::Kind::BadCredentials;
    error.code = code;
    return error;
}

//! Who is answered may end everything, so that it happens from the event loop.
void post(const std::shared_ptr<Waiter> &waiter, const std::optional<Error> &error)
{
    if (std::exchange(waiter->isPosted, true) || !waiter->context)
        return;
    QTimer::singleShot(0, waiter->context, [waiter, error] {
        waiter->done(waiter->isCancelled ? std::optional(cancelled()) : error);
    });
}

void post(const std::vector<std::shared_ptr<Waiter>> &waiters, const std::optional<Error> &error)
{
    for (const auto &waiter : waiters)
        post(waiter, error);
}

bool isSameCause(const Error &a, const Error &b)
{
    return a.kind == b.kind && a.code == b.code;
}

bool isMendedByCli(const Error &error)
{
    return error.code == keyissuercodes::cliLoginEnded() ||
           error.code == keyissuercodes::noCliProfile();
}

} // namespace

class KeyRenewal::Private
{
public:
    Private(KeyRenewal &owner, ReadClient &readClient, ProfileRegistry &registry,
            const Clock &theClock, KeyIssuer &keyIssuer, Jitter theJitter,
            const RenewalTimes &renewalTimes)
        : q(owner)
        , client(readClient)
        , profiles(registry)
        , clock(theClock)
        , issuer(keyIssuer)
        , callers(registry)
        , jitter(std::move(theJitter))
        , times(renewalTimes)
    {
        timer.setSingleShot(true);
        looking.setSingleShot(true);
        looking.setInterval(0);
    }

    std::shared_ptr<Renewed> find(const ProfileId &id) const;
    std::shared_ptr<const Credentials> lent(const ProfileId &id) const;
    QDateTime serviceNow(const ProfileId &id) const;
    bool isOtherAsked(const Profile &profile, const std::optional<KeyObstacle> &obstacle) const;

    Error causeOf(const Profile &profile, const std::optional<KeyObstacle> &obstacle) const;

    void look();
    void syncEntries();
    static void keepBasis(Renewed &entry, const KeyBasis &basis);
    void takeBasis(const ProfileId &id, Renewed &entry, const KeyBasis &basis);
    void forgetUnused(const KeySource &source);
    void expire(const ProfileId &id, const std::shared_ptr<Renewed> &entry);
    void consider(const ProfileId &id, const std::shared_ptr<Renewed> &entry);
    std::optional<milliseconds> untilDue(const ProfileId &id, const Renewed &entry) const;
    std::optional<milliseconds> untilEnd(const ProfileId &id) const;
    void plan();

    void ask(const Profile &profile, Renewed &entry);
    void onIssued(const ProfileId &id, quint64 attempt, const Result<IssuedKeys> &result);
    void readIdentity(const ProfileId &id, quint64 attempt, const IssuedKeys &keys);
    void onRefused(const ProfileId &id, const std::shared_ptr<Renewed> &entry,
                   const IssuedKeys &keys, const Error &error);
    void take(const ProfileId &id, Renewed &entry, const IssuedKeys &keys,
              const std::optional<CallerIdentity> &read);
    void fail(const ProfileId &id, Renewed &entry, const Error &error);
    void tellEnd(const ProfileId &id, Renewed &entry, const Error &error);
    void tell(const ProfileId &id);
    RenewalStanding standingOf(const Profile &profile) const;
    void renewRefused(const ProfileId &id, const std::shared_ptr<const Credentials> &refused,
                      QObject *context, const std::function<void(bool)> &done);

    KeyRenewal &q;
    ReadClient &client;
    ProfileRegistry &profiles;
    const Clock &clock;
    KeyIssuer &issuer;
    LentCallers callers;
    Jitter jitter;
    RenewalTimes times;
    bool isStarted = false;
    QHash<ProfileId, std::shared_ptr<Renewed>> entries;
    QTimer timer;   //!< of what is due
    QTimer looking; //!< after changes of profiles
};

std::shared_ptr<Renewed> KeyRenewal::Private::find(const ProfileId &id) const
{
    return entries.value(id);
}

std::shared_ptr<const Credentials> KeyRenewal::Private::lent(const ProfileId &id) const
{
    const auto target = profiles.targetFor({id, {}});
    return target ? target->credentials() : nullptr;
}

QDateTime KeyRenewal::Private::serviceNow(const ProfileId &id) const
{
    const auto profile = profiles.profile(id);
    if (!profile || profile->regions.empty())
        return clock.now();
    return client.serviceNow(*profiles.targetFor({id, profile->regions.front()}));
}

//! The other profile, or one behind it, is about to get the keys that this one begins with.
bool KeyRenewal::Private::isOtherAsked(const Profile &profile,
                                       const std::optional<KeyObstacle> &obstacle) const
{
    // Only then it is known that they do not lead in a circle.
    const bool needsKey = obstacle && obstacle->state == State::NeedsKey;
    return needsKey && profile.source.kind == KeyKind::OtherProfile &&
           q.standing(profile.source.otherProfile).state == State::Issuing;
}

//! Why the source is not asked: where the other profile has no keys, its own reason.
Error KeyRenewal::Private::causeOf(const Profile &profile,
                                   const std::optional<KeyObstacle> &obstacle) const
{
    if (!obstacle)
        return localFaultNamed(renewalcodes::noKey()); // locked
    if (obstacle->state == State::NeedsKey && profile.source.kind == KeyKind::OtherProfile)
        return q.standing(profile.source.otherProfile).error.value_or(obstacle->error);
    return obstacle->error;
}

//! Brings everything into agreement with profiles and clock.
void KeyRenewal::Private::look()
{
    looking.stop();
    const QPointer<KeyRenewal> alive(&q);
    syncEntries();
    const QList<ProfileId> ids = entries.keys();
    for (const ProfileId &id : ids) {
        if (const auto entry = alive ? find(id) : nullptr)
            expire(id, entry);
        if (const auto entry = alive ? find(id) : nullptr)
            consider(id, entry);
        if (alive)
            tell(id);
        if (!alive)
            return;
    }
    plan();
}

void KeyRenewal::Private::syncEntries()
{
    QHash<ProfileId, std::shared_ptr<Renewed>> before = std::exchange(entries, {});
    std::vector<std::pair<ProfileId, KeyBasis>> changes;
    for (const Profile &profile : profiles.profiles()) {
        if (!isIssued(profile.source))
            continue;
        std::shared_ptr<Renewed> entry = before.take(profile.id);
        const KeyBasis basis = basisOf(profile, profiles, callers);
        if (!entry) {
            entry = std::make_shared<Renewed>();
            entry->basis = basis;
        } else if (!entry->basis.isSame(basis)) {
            changes.emplace_back(profile.id, basis);
        } else {
            keepBasis(*entry, basis);
        }
        entries.insert(profile.id, entry);
    }
    for (const auto &[id, basis] : changes) {
        if (const auto entry = find(id)) // who was told of a change before may have removed it
            takeBasis(id, *entry, basis);
    }
    std::vector<std::shared_ptr<Waiter>> inVain;
    for (const auto &gone : std::as_const(before)) {
        gone->call.cancel();
        forgetUnused(gone->basis.source);
        std::move(gone->waiters.begin(), gone->waiters.end(), std::back_inserter(inVain));
    }
    post(inVain, cancelled());
}

//! What was issued lives on. Where nobody could say whose the other profile's keys are, they may or
//! may not take the role: that is asked.
void KeyRenewal::Private::keepBasis(Renewed &entry, const KeyBasis &basis)
{
    if (entry.basis.otherLending != basis.otherLending) {
        entry.isOutdated = true;
        entry.isStuck = false;
        entry.nextTry.reset();
    }
    entry.basis = basis;
}

//! What was issued, and what failed, belongs to another source or another key.
void KeyRenewal::Private::takeBasis(const ProfileId &id, Renewed &entry, const KeyBasis &basis)
{
    entry.call.cancel();
    post(std::exchange(entry.waiters, {}), cancelled());
    const quint64 attempt = entry.attempt + 1;
    const RenewalStanding told = entry.told;
    const KeySource former = entry.basis.source;
    entry = {};
    entry.basis = basis;
    entry.attempt = attempt;
    entry.told = told;
    profiles.endCredentials(id);
    forgetUnused(former);
}

//! Where no profile that may use it has such a source.
void KeyRenewal::Private::forgetUnused(const KeySource &source)
{
    const bool isUsed = std::any_of(entries.cbegin(), entries.cend(), [&source](const auto &entry) {
        return !entry->basis.isLocked && entry->basis.source.kind == source.kind;
    });
    if (!isUsed)
        issuer.forget(source);
}

std::optional<milliseconds> KeyRenewal::Private::untilEnd(const ProfileId &id) const
{
    const QDateTime end = profiles.expiresAt(id);
    if (!end.isValid())
        return std::nullopt;
    return milliseconds(serviceNow(id).msecsTo(end));
}

void KeyRenewal::Private::expire(const ProfileId &id, const std::shared_ptr<Renewed> &entry)
{
    const auto left = untilEnd(id);
    if (!left || left->count() > 0)
        return;
    const QPointer<KeyRenewal> alive(&q);
    profiles.endCredentials(id);
    if (alive && entry->error && !entry->isAsking)
        tellEnd(id, *entry, *entry->error);
}

void KeyRenewal::Private::consider(const ProfileId &id, const std::shared_ptr<Renewed> &entry)
{
    const auto profile = profiles.profile(id);
    if (!profile || entry->isAsking)
        return;
    const auto obstacle = obstacleTo(*profile, profiles.enteredKey(id), profiles);
    if (obstacle || profiles.isLocked(id)) {
        if (!isOtherAsked(*profile, obstacle))
            post(std::exchange(entry->waiters, {}), causeOf(*profile, obstacle));
        return;
    }
    const auto due = untilDue(id, *entry);
    const bool isWanted = !entry->waiters.empty();
    if (isWanted || (isStarted && due && due->count() <= 0))
        ask(*profile, *entry);
}

//! Until the source is to be asked; nothing: not by itself.
std::optional<milliseconds> KeyRenewal::Private::untilDue(const ProfileId &id,
                                                          const Renewed &entry) const
{
    if (entry.isAsking || entry.isStuck)
        return std::nullopt;
    const milliseconds now = clock.withSleep();
    if (entry.nextTry)
        return *entry.nextTry - now;
    if (!profiles.isUnlocked(id))
        return milliseconds(0);
    const milliseconds soonest = entry.issuedOn + times.apart - now;
    if (entry.isOutdated)
        return soonest;
    if (const auto left = untilEnd(id))
        return std::max(*left - renewalAhead(entry.issuedAt, profiles.expiresAt(id), times),
                        soonest);
    if (entry.basis.source.kind == KeyKind::Environment && !entry.basis.source.role)
        return std::nullopt; // it is read once
    return entry.issuedOn + times.withoutEnd - now;
}

void KeyRenewal::Private::plan()
{
    std::optional<milliseconds> next;
    const auto bringForward = [&next](const std::optional<milliseconds> &time) {
        if (time && (!next || *time < *next))
            next = time;
    };
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        const auto profile = profiles.profile(it.key());
        bringForward(untilEnd(it.key()));
        const bool isOpen = profile && isStarted && !profiles.isLocked(it.key()) &&
                            !obstacleTo(*profile, profiles.enteredKey(it.key()), profiles);
        if (isOpen)
            bringForward(untilDue(it.key(), **it));
    }
    timer.stop();
    if (next)
        timer.start(std::clamp(*next, milliseconds(1), times.look));
}

void KeyRenewal::Private::ask(const Profile &profile, Renewed &entry)
{
    entry.isAsking = true;
    entry.nextTry.reset();
    entry.isStuck = false;
    entry.isOutdated = false;
    const quint64 attempt = ++entry.attempt;
    const ProfileId id = profile.id;
    entry.call = issuer.issue(
        profile, baseOf(profile, profiles.enteredKey(id), profiles), &q,
        [this, id, attempt](const Result<IssuedKeys> &result) { onIssued(id, attempt, result); });
}

void KeyRenewal::Private::onIssued(const ProfileId &id, quint64 attempt,
                                   const Result<IssuedKeys> &result)
{
    syncEntries(); // the profile may have changed a moment ago
    const auto entry = find(id);
    if (!entry || !entry->isAsking || entry->attempt != attempt)
        return; // of a source that has changed
    if (!result) {
        fail(id, *entry, result.error());
        return;
    }
    const QDateTime end = result->expiresAt;
    if (end.isValid() && serviceNow(id) >= end)
        fail(id, *entry, refusedKeys(renewalcodes::endedKeys()));
    else if (result->caller)
        take(id, *entry, *result, std::nullopt);
    else
        readIdentity(id, attempt, *result);
}

//! Whose they are is read with the keys themselves before they are lent: nothing of another
//! account is ever signed with, and what is known of the caller stays where it is the same.
void KeyRenewal::Private::readIdentity(const ProfileId &id, quint64 attempt, const IssuedKeys &keys)
{
    const auto profile = profiles.profile(id);
    const auto entry = find(id);
    if (!profile || profile->regions.empty() || !entry)
        return;
    ApiTarget target = targetOf(*profile, profile->regions.front(),
                                [issued = keys.credentials] { return issued; });
    target.isForKeys = true;
    entry->call = client.read(target, getCallerIdentityRequest(), &q,
                              [this, id, attempt, keys](const Result<ApiReply> &reply) {
                                  syncEntries();
                                  const auto waiting = find(id);
                                  if (!waiting || waiting->attempt != attempt)
                                      return;
                                  const auto read =
                                      reply ? readGetCallerIdentity(reply->body) : reply.error();
                                  if (!read && read.error().kind == Error::Kind::BadCredentials) {
                                      onRefused(id, waiting, keys, read.error());
                                      return;
                                  }
                                  // Unreachable: a decision asks again before it rests on them.
                                  IssuedKeys known = keys;
                                  if (read)
                                      known.caller = *read;
                                  take(id, *waiting, known, known.caller);
                              });
}

//! What the source gave is not accepted. When that is what is lent already, such as the keys of the
//! environment, and its time is over, it is used no more.
void KeyRenewal::Private::onRefused(const ProfileId &id, const std::shared_ptr<Renewed> &entry,
                                    const IssuedKeys &keys, const Error &error)
{
    const QPointer<KeyRenewal> alive(&q);
    const auto used = lent(id);
    const bool isUsed = used && used->accessKeyId == keys.credentials->accessKeyId &&
                        used->securityToken.view() == keys.credentials->securityToken.view();
    if (isUsed && isEndOfKeys(error))
        profiles.endCredentials(id);
    if (alive)
        fail(id, *entry, error);
}

void KeyRenewal::Private::take(const ProfileId &id, Renewed &entry, const IssuedKeys &keys,
                               const std::optional<CallerIdentity> &read)
{
    entry.isAsking = false;
    entry.issuedAt = keys.issuedAt.isValid() ? keys.issuedAt : serviceNow(id);
    entry.issuedOn = clock.withSleep();
    const QPointer<KeyRenewal> alive(&q);
    const auto kept = find(id);
    callers.beginRenewal(id, keys.caller);
    const bool isLent = profiles.renewCredentials(id, keys);
    if (!alive)
        return;
    callers.endRenewal(id);
    if (!isLent) {
        if (profiles.isLocked(id))
            fail(id, entry, cancelled());
        else
            fail(id, entry, refusedKeys(IdentityReads::otherAccountCode()));
        return;
    }
    entry.failures = 0;
    entry.error.reset();
    entry.toldCause.reset();
    post(std::exchange(entry.waiters, {}), std::nullopt);
    if (read && !profiles.identity(id))
        profiles.setIdentity(id, *read, clock.now());
    if (alive)
        tell(id);
    if (alive)
        plan();
}

void KeyRenewal::Private::fail(const ProfileId &id, Renewed &entry, const Error &error)
{
    const auto kept = find(id);
    const QPointer<KeyRenewal> alive(&q);
    entry.isAsking = false;
    entry.error = error;
    ++entry.failures;
    entry.isStuck = !mayAskAgain(error, entry.failures, firstKindOf(entry.basis.source, profiles));
    if (!entry.isStuck) {
        const milliseconds pause = pauseAfter(error, entry.failures, jitter(), times);
        entry.nextTry = clock.withSleep() + pause;
        entry.nextTryAt = clock.now().addMSecs(pause.count());
    }
    post(std::exchange(entry.waiters, {}), error);
    looking.start(); // who takes their keys from this one may wait as well
    if (!profiles.isUnlocked(id))
        tellEnd(id, entry, error);
    if (alive)
        tell(id);
    if (alive)
        plan();
}

void KeyRenewal::Private::tellEnd(const ProfileId &id, Renewed &entry, const Error &error)
{
    const bool isNews = !entry.toldCause || !isSameCause(*entry.toldCause, error);
    if (error.kind == Error::Kind::Cancelled || !isNews)
        return;
    entry.toldCause = error;
    Q_EMIT q.ended(id, error);
}

void KeyRenewal::Private::tell(const ProfileId &id)
{
    const auto entry = find(id);
    const RenewalStanding standing = q.standing(id);
    if (!entry || entry->told == standing)
        return;
    entry->told = standing;
    Q_EMIT q.standingChanged(id);
}

RenewalStanding KeyRenewal::Private::standingOf(const Profile &profile) const
{
    RenewalStanding standing;
    const auto entry = find(profile.id);
    const bool isLocked = profiles.isLocked(profile.id);
    const auto obstacle = obstacleTo(profile, profiles.enteredKey(profile.id), profiles);
    if (entry) {
        standing.error = entry->error;
        standing.isAsking = entry->isAsking;
        if (entry->nextTry && !obstacle && !isLocked)
            standing.nextTry = entry->nextTryAt;
    }
    if (standing.error && isMendedByCli(*standing.error))
        standing.cliCommand = renewalCommand(profile.source);
    if (const auto key = lent(profile.id)) {
        standing.state = standing.error ? State::Failing : State::Here;
        standing.expiresAt = profiles.expiresAt(profile.id);
        standing.keyIdEnd = key->accessKeyId.right(4);
        return standing;
    }
    if (isLocked) {
        standing.state = State::NeedsKey;
    } else if (obstacle) {
        const bool isWaiting = isOtherAsked(profile, obstacle);
        standing.state = isWaiting ? State::Issuing : obstacle->state;
        standing.error = isWaiting ? std::nullopt : std::optional(obstacle->error);
        if (obstacle->state == State::Loop) {
            standing.chain = obstacle->chain.aliases;
            standing.isChainTooLong = obstacle->chain.problem == ProfileChain::Problem::TooLong;
        }
    } else {
        standing.state = standing.error && !standing.isAsking ? State::Ended : State::Issuing;
    }
    return standing;
}

void KeyRenewal::Private::renewRefused(const ProfileId &id,
                                       const std::shared_ptr<const Credentials> &refused,
                                       QObject *context, const std::function<void(bool)> &done)
{
    const auto entry = find(id);
    const auto now = lent(id);
    const bool isReplaced = now && now != refused;
    // Keys that are new and refused, and a source that has just failed, are not asked for again
    // and again.
    const bool isRestless =
        entry && !entry->isAsking &&
        (entry->isStuck || entry->nextTry ||
         (entry->issuedAt.isValid() && clock.withSleep() - entry->issuedOn < times.apart));
    if (!entry || !refused || isReplaced || isRestless) {
        QTimer::singleShot(0, context, [done, isReplaced] { done(isReplaced); });
        return;
    }
    q.renew(id, context, [done](const std::optional<Error> &error) { done(!error); });
}

KeyRenewal::KeyRenewal(ReadClient &client, ProfileRegistry &profiles, const Clock &clock,
                       KeyIssuer &issuer, Jitter jitter, const RenewalTimes &times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, profiles, clock, issuer, std::move(jitter), times))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->look(); });
    connect(&d->looking, &QTimer::timeout, this, [this] { d->look(); });
    connect(&profiles, &ProfileRegistry::changed, this, [this] { d->looking.start(); });
    client.setKeyRenewer([this](const ProfileId &profile,
                                const std::shared_ptr<const Credentials> &refused, QObject *context,
                                const std::function<void(bool)> &done) {
        d->renewRefused(profile, refused, context, done);
    });
}

KeyRenewal::~KeyRenewal()
{
    d->client.setKeyRenewer(nullptr);
    for (const auto &entry : std::as_const(d->entries))
        entry->call.cancel();
}

void KeyRenewal::start()
{
    if (std::exchange(d->isStarted, true))
        return;
    d->looking.start();
}

RenewalStanding KeyRenewal::standing(const ProfileId &id) const
{
    const auto profile = d->profiles.profile(id);
    return profile && isIssued(profile->source) ? d->standingOf(*profile) : RenewalStanding();
}

bool KeyRenewal::canRenew(const ProfileId &id) const
{
    const auto profile = d->profiles.profile(id);
    if (!profile || !isIssued(profile->source) || d->profiles.isLocked(id))
        return false;
    const auto obstacle = obstacleTo(*profile, d->profiles.enteredKey(id), d->profiles);
    const bool isOtherMissing = obstacle && obstacle->state == State::NeedsKey &&
                                profile->source.kind == KeyKind::OtherProfile;
    return isOtherMissing ? canRenew(profile->source.otherProfile) : !obstacle;
}

CallHandle KeyRenewal::renew(const ProfileId &id, QObject *context, Done done)
{
    const auto waiter = std::make_shared<Waiter>();
    waiter->context = context;
    waiter->done = std::move(done);
    d->syncEntries();
    if (const auto entry = d->find(id)) {
        entry->waiters.push_back(waiter);
        tryNow(id);
    } else {
        post(waiter, localFaultNamed(renewalcodes::noKey()));
    }
    return CallHandle([waiter] {
        waiter->isCancelled = true;
        post(waiter, cancelled());
    });
}

void KeyRenewal::tryNow(const ProfileId &id)
{
    d->syncEntries(); // the source may be another one since a moment ago
    const auto entry = d->find(id);
    const auto profile = d->profiles.profile(id);
    if (!entry || !profile || entry->isAsking)
        return;
    entry->nextTry.reset();
    entry->isStuck = false;
    entry->issuedOn = milliseconds(0);
    const auto obstacle = obstacleTo(*profile, d->profiles.enteredKey(id), d->profiles);
    if (obstacle && obstacle->state == State::NeedsKey &&
        profile->source.kind == KeyKind::OtherProfile)
        tryNow(profile->source.otherProfile); // which this one waits for
    else if (!obstacle && !d->profiles.isLocked(id))
        d->ask(*profile, *entry);
    d->looking.start();
}

CallHandle KeyRenewal::issueOnce(const Profile &profile, std::shared_ptr<const Credentials> entered,
                                 QObject *context, KeyIssuer::Callback callback)
{
    const auto obstacle = obstacleTo(profile, entered, d->profiles);
    if (!obstacle)
        return d->issuer.issue(profile, baseOf(profile, entered, d->profiles), context,
                               std::move(callback));
    const auto isCancelled = std::make_shared<bool>(false);
    QTimer::singleShot(0, context, [isCancelled, callback, error = obstacle->error] {
        callback(*isCancelled ? cancelled() : error);
    });
    return CallHandle([isCancelled] { *isCancelled = true; });
}

void KeyRenewal::forgetUnused(const KeySource &source)
{
    d->syncEntries();
    d->forgetUnused(source);
}

void KeyRenewal::refuse(const ProfileId &id, const Error &error)
{
    const auto entry = d->find(id);
    if (!entry)
        return;
    entry->call.cancel();
    ++entry->attempt;
    d->profiles.endCredentials(id);
    d->fail(id, *entry, error);
}

void KeyRenewal::check()
{
    d->look();
}

void KeyRenewal::retryNetwork()
{
    for (const auto &entry : std::as_const(d->entries)) {
        if (!entry->error || !isOfNetwork(*entry->error))
            continue;
        entry->nextTry.reset();
        entry->isStuck = false;
    }
    d->look();
}

} // namespace countersign
