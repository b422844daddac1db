// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchflow.h"

#include "app/flows/identityreads.h"
#include "app/flows/keyrenewal.h"
#include "app/flows/placewatch.h"
#include "app/flows/profileaccess.h"
#include "app/flows/profilestops.h"

#include <QTimer>

#include <algorithm>
#include <numeric>
#include <utility>

namespace countersign {

namespace {

// A place that is due, but has a decision under way, is looked at again so much later.
constexpr std::chrono::milliseconds behindDecision{250};
// Readings that become due shortly after one another leave together.
constexpr std::chrono::milliseconds shortestTurn{20};
// With many places their states change all the time; they are told together.
constexpr std::chrono::milliseconds statesTogether{50};
// What was read within this time before the network changed is not missing anything.
constexpr std::chrono::seconds recently{60};

bool isNetworkError(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::TimedOut;
}

} // namespace

class WatchFlow::Private
{
public:
    Private(WatchFlow &owner, const FlowServices &flowServices, const WatchTimes &watchTimes)
        : q(owner)
        , services(flowServices)
        , times(watchTimes)
        , pace(watchTimes)
        , identities(flowServices)
    {
        turn.setSingleShot(true);
        merging.setSingleShot(true);
    }

    WatchPace::Time now() const { return services.clock.monotonic(); }
    PlaceWatch *watchOf(const Place &place) const;
    QHash<ProfileId, int> runningByProfile() const;
    bool isResting(const ProfileId &profile) const;
    void syncPlaces();
    void syncResting();
    void syncPace(const std::vector<Place> &wanted);
    void addWatch(const Place &place);
    void join(const ProfileId &profile);
    void takeTurn();
    void planTurn(std::chrono::milliseconds pause);
    void onRoundEnded(const Place &place, const std::optional<Error> &error);
    void onFailure(const Place &place, const Error &error);
    void stop(const ProfileId &profile, const Error &error);
    void tellStop(const ProfileId &profile);
    bool tryAgain(const ProfileId &profile);
    void renewEnded(const ProfileId &profile);
    void readAllOnNewConnections();
    void settle(const Place &place);
    void changed(bool areRowsChanged);
    void merge();
    PlaceState stateOf(const PlaceWatch &watch) const;
    void addPlan(PlaceState &state) const;

    WatchFlow &q;
    FlowServices services;
    WatchTimes times;
    WatchPace pace;
    ProfileStops stops;
    IdentityReads identities;
    bool isStarted = false;
    std::vector<std::unique_ptr<PlaceWatch>> watches;
    QHash<Place, PlaceWatch *> watchByPlace;
    ProfileAccess access;
    //! And since when; a round that began before is no answer.
    QHash<Place, WatchPace::Time> unread;
    QHash<Place, WatchPace::Time> roundStarts;
    bool isAllReadTold = true;
    QTimer turn;
    QTimer merging;
    bool areRowsChanged = false;
    WaitSnapshot snapshot;
};

PlaceWatch *WatchFlow::Private::watchOf(const Place &place) const
{
    return watchByPlace.value(place);
}

//! Readings under way, by profile.
QHash<ProfileId, int> WatchFlow::Private::runningByProfile() const
{
    QHash<ProfileId, int> running;
    for (const auto &watch : watches) {
        if (watch->state().isReading)
            ++running[watch->state().place.profile];
    }
    return running;
}

bool WatchFlow::Private::isResting(const ProfileId &profile) const
{
    return stops.stopped(profile) || !services.profiles.isUnlocked(profile);
}

void WatchFlow::Private::syncPlaces()
{
    const std::vector<Place> wanted = services.profiles.places();
    const QSet<Place> kept(wanted.begin(), wanted.end());
    std::erase_if(watches, [this, &kept](const std::unique_ptr<PlaceWatch> &watch) {
        const Place place = watch->state().place;
        if (kept.contains(place))
            return false;
        watchByPlace.remove(place);
        unread.remove(place);
        return true;
    });
    for (const Place &place : wanted) {
        if (!watchOf(place))
            addWatch(place);
    }
    syncPace(wanted);
    for (const ProfileId &profile : access.takeChanges(services.profiles)) {
        stops.forget(profile);
        identities.forget(profile);
        join(profile);
    }
    syncResting();
    changed(true);
    planTurn(std::chrono::milliseconds(0));
}

void WatchFlow::Private::syncResting()
{
    QSet<ProfileId> resting;
    for (const auto &watch : watches) {
        const Place &place = watch->state().place;
        if (!isResting(place.profile))
            continue;
        resting.insert(place.profile);
        unread.remove(place);
    }
    pace.setResting(resting, now());
}

void WatchFlow::Private::syncPace(const std::vector<Place> &wanted)
{
    // Without its account a profile is counted as one of its own.
    QHash<ProfileId, QString> accounts;
    for (const Profile &profile : services.profiles.profiles())
        accounts.insert(profile.id,
                        profile.accountId.isEmpty() ? profile.id.text() : profile.accountId);
    std::vector<WatchPace::Watched> paced;
    paced.reserve(wanted.size());
    for (const Place &place : wanted)
        paced.push_back({place, accounts.value(place.profile)});
    pace.setPlaces(paced, now());
}

void WatchFlow::Private::addWatch(const Place &place)
{
    auto watch = std::make_unique<PlaceWatch>(services, times, place, nullptr);
    QObject::connect(watch.get(), &PlaceWatch::rowsChanged, &q, [this] { changed(true); });
    QObject::connect(
        watch.get(), &PlaceWatch::roundEnded, &q,
        [this, place](const std::optional<Error> &error) { onRoundEnded(place, error); });
    watchByPlace.insert(place, watch.get());
    watches.push_back(std::move(watch));
    unread.insert(place, now());
}

// Its places are read from now on: added, unlocked or changed.
void WatchFlow::Private::join(const ProfileId &profile)
{
    for (const auto &watch : watches) {
        const Place place = watch->state().place;
        if (place.profile != profile)
            continue;
        watch->forgetError();
        unread.insert(place, now());
        pace.ask(place, now());
    }
}

void WatchFlow::Private::takeTurn()
{
    QHash<ProfileId, int> byProfile = runningByProfile();
    int running = std::accumulate(byProfile.cbegin(), byProfile.cend(), identities.running());
    const WatchPace::Time time = now();
    bool isBehindDecision = false;
    for (const Place &place : pace.due(time)) {
        if (running >= times.placesInParallel)
            break; // the end of a reading is the next turn
        int &ofProfile = byProfile[place.profile];
        if (!stops.mayStart(place.profile, ofProfile))
            continue; // as above
        const auto profile = services.profiles.profile(place.profile);
        if (!profile || services.journal.isSending(profile->accountId, place.region)) {
            isBehindDecision = true;
            continue;
        }
        pace.onStarted(place, time);
        roundStarts.insert(place, time);
        watchOf(place)->startRound();
        ++ofProfile;
        ++running;
        changed(false);
    }
    if (isBehindDecision)
        planTurn(behindDecision);
    if (const auto next = pace.nextAfter(time))
        planTurn(std::max(*next - now(), shortestTurn));
}

// The earlier of two plans counts.
void WatchFlow::Private::planTurn(std::chrono::milliseconds pause)
{
    if (!isStarted)
        return;
    if (!turn.isActive() || turn.remainingTimeAsDuration() > pause)
        turn.start(pause);
}

void WatchFlow::Private::onRoundEnded(const Place &place, const std::optional<Error> &error)
{
    const PlaceWatch *watch = watchOf(place);
    if (!watch)
        return;
    if (error) {
        onFailure(place, *error);
    } else {
        pace.onRead(place, static_cast<int>(watch->rows().size()), watch->hasArrivals(), now());
        stops.onGood(place.profile);
        if (!stops.stopped(place.profile))
            identities.readIfUnknown(place);
        settle(place);
    }
    changed(false);
    planTurn(std::chrono::milliseconds(0));
}

void WatchFlow::Private::onFailure(const Place &place, const Error &error)
{
    const bool isNetwork = isNetworkError(error);
    pace.onFailed(place, isNetwork, now());
    if (error.kind == Error::Kind::Cancelled || !services.profiles.isUnlocked(place.profile))
        return;
    const bool wasRead = watchOf(place)->state().lastGoodRead.isValid();
    if (stops.isStoppedBy(place.profile, error, wasRead))
        stop(place.profile, error);
    else if (!isNetwork || !pace.isInGrace(now()))
        settle(place);
}

void WatchFlow::Private::stop(const ProfileId &profile, const Error &error)
{
    stops.stop(profile, error);
    syncResting();
    for (const auto &watch : watches) {
        if (watch->state().place.profile == profile)
            watch->giveUp();
    }
    tellStop(profile);
    changed(false);
}

void WatchFlow::Private::tellStop(const ProfileId &profile)
{
    if (!stops.takeNews(profile))
        return;
    // From the event loop: who is told may change the profile at once.
    QTimer::singleShot(0, &q, [this, profile] {
        if (const auto error = stops.stopped(profile))
            Q_EMIT q.profileStopped(profile, *error);
    });
}

bool WatchFlow::Private::tryAgain(const ProfileId &profile)
{
    // A locked profile has nothing to try with, and keeps the reason.
    if (!services.profiles.isUnlocked(profile) || !stops.resume(profile))
        return false;
    syncResting();
    return true;
}

// The person wishes it, so that the source is asked whatever it said before.
void WatchFlow::Private::renewEnded(const ProfileId &profile)
{
    if (services.renewal && !services.profiles.isUnlocked(profile))
        services.renewal->tryNow(profile);
}

void WatchFlow::Private::readAllOnNewConnections()
{
    services.client.forgetConnections();
    identities.askAgain();
    pace.beginGrace(now());
    changed(false);
    planTurn(std::chrono::milliseconds(0));
    // Failures that were kept quiet are told when the grace is over.
    QTimer::singleShot(times.grace + shortestTurn, &q, [this] { changed(false); });
}

// The place is read, or known to fail.
void WatchFlow::Private::settle(const Place &place)
{
    const auto since = unread.constFind(place);
    if (since != unread.constEnd() && roundStarts.value(place) >= *since)
        unread.erase(since);
}

void WatchFlow::Private::changed(bool haveRows)
{
    areRowsChanged |= haveRows;
    if (!unread.isEmpty())
        isAllReadTold = false;
    const auto pause = haveRows ? std::chrono::milliseconds(0) : statesTogether;
    if (!merging.isActive() || merging.remainingTimeAsDuration() > pause)
        merging.start(pause);
}

void WatchFlow::Private::merge()
{
    if (std::exchange(areRowsChanged, false)) {
        WaitSnapshot merged;
        for (const auto &watch : watches)
            merged.rows.insert(merged.rows.end(), watch->rows().begin(), watch->rows().end());
        sortIntoInboxOrder(merged.rows);
        markTwins(merged.rows);
        snapshot = std::move(merged);
        Q_EMIT q.snapshotChanged();
    }
    Q_EMIT q.placesChanged();
    if (q.isAllRead() && !std::exchange(isAllReadTold, true))
        Q_EMIT q.allRead();
}

PlaceState WatchFlow::Private::stateOf(const PlaceWatch &watch) const
{
    PlaceState state = watch.state();
    const ProfileId &id = state.place.profile;
    state.rowCount = static_cast<int>(watch.rows().size());
    const auto stop = stops.stopped(id);
    state.isStopped = stop.has_value();
    state.isLocked = !services.profiles.isUnlocked(id);
    if (state.isStopped || state.isLocked)
        state.error = stop;
    else
        addPlan(state);
    return state;
}

void WatchFlow::Private::addPlan(PlaceState &state) const
{
    const WatchPace::Time time = now();
    const auto held = services.client.heldUntil(state.place);
    const auto until = std::max(pace.heldUntil(state.place), held.value_or(time));
    state.isHeld = until > time;
    state.pause = pace.pause(state.place, time);
    if (const auto due = pace.dueAt(state.place, time))
        state.nextRead = services.clock.now().addMSecs(
            std::max((*due - time).count(), std::chrono::milliseconds::rep(0)));
    if (!pace.isInGrace(time))
        return;
    if (state.error && isNetworkError(*state.error))
        state.error.reset();
    state.isWaking = !state.error && unread.contains(state.place);
}

WatchFlow::WatchFlow(const FlowServices &services, const WatchTimes &times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, times))
{
    connect(&d->turn, &QTimer::timeout, this, [this] { d->takeTurn(); });
    connect(&d->merging, &QTimer::timeout, this, [this] { d->merge(); });
    connect(&d->identities, &IdentityReads::ended, this, [this] {
        d->changed(false);
        d->planTurn(std::chrono::milliseconds(0));
    });
    connect(&d->identities, &IdentityReads::mismatched, this,
            [this](const ProfileId &profile, const Error &error) { d->stop(profile, error); });
    connect(&services.client, &ReadClient::throttled, this,
            [this](const Place &place, std::chrono::milliseconds pause) {
                if (pause.count() > 0)
                    d->pace.onThrottled(place, pause, d->now());
                d->changed(false);
                d->planTurn(pause);
            });
}

WatchFlow::~WatchFlow() = default;

void WatchFlow::start()
{
    if (d->isStarted)
        return;
    d->isStarted = true;
    // What was known of a caller before is no older than the profiles are.
    d->access.takeChanges(d->services.profiles);
    connect(&d->services.profiles, &ProfileRegistry::changed, this, [this] { d->syncPlaces(); });
    // The service may take these, where it did not take those before.
    connect(&d->services.profiles, &ProfileRegistry::renewed, this, &WatchFlow::resume);
    if (d->services.renewal)
        connect(d->services.renewal, &KeyRenewal::ended, this,
                [this](const ProfileId &profile, const Error &error) { d->stop(profile, error); });
    d->syncPlaces();
}

void WatchFlow::refresh()
{
    d->identities.askAgain();
    for (const Profile &profile : d->services.profiles.profiles()) {
        d->tryAgain(profile.id);
        d->renewEnded(profile.id);
    }
    d->pace.askAll(d->now());
    d->changed(false);
    d->planTurn(std::chrono::milliseconds(0));
}

void WatchFlow::refresh(const Place &place)
{
    d->pace.ask(place, d->now());
    d->planTurn(std::chrono::milliseconds(0));
}

void WatchFlow::setAttention(Attention attention)
{
    d->pace.setAttention(attention);
    d->changed(false);
    d->planTurn(std::chrono::milliseconds(0));
}

void WatchFlow::noteActivity(const Place &place)
{
    d->pace.noteActivity(place, d->now());
    d->planTurn(std::chrono::milliseconds(0));
}

void WatchFlow::resume(const ProfileId &profile)
{
    d->renewEnded(profile);
    if (!d->tryAgain(profile))
        return;
    d->join(profile);
    d->changed(false);
    d->planTurn(std::chrono::milliseconds(0));
}

void WatchFlow::onWake()
{
    // Nothing leaves with keys that have ended meanwhile.
    if (d->services.renewal)
        d->services.renewal->check();
    for (const auto &watch : d->watches) {
        if (!d->isResting(watch->state().place.profile))
            d->unread.insert(watch->state().place, d->now());
    }
    d->readAllOnNewConnections();
}

void WatchFlow::onNetworkChanged()
{
    if (d->services.renewal)
        d->services.renewal->retryNetwork();
    const QDateTime fresh = d->services.clock.now().addSecs(-recently.count());
    for (const auto &watch : d->watches) {
        const PlaceState &state = watch->state();
        const bool isFresh = state.lastGoodRead.isValid() && state.lastGoodRead > fresh;
        if (!isFresh && !d->isResting(state.place.profile))
            d->unread.insert(state.place, d->now());
    }
    d->readAllOnNewConnections();
}

const WaitSnapshot &WatchFlow::snapshot() const
{
    return d->snapshot;
}

std::vector<PlaceState> WatchFlow::places() const
{
    std::vector<PlaceState> states;
    states.reserve(d->watches.size());
    QHash<ProfileId, QString> aliases;
    for (const Profile &profile : d->services.profiles.profiles())
        aliases.insert(profile.id, profile.alias);
    for (const auto &watch : d->watches) {
        states.push_back(d->stateOf(*watch));
        states.back().alias = aliases.value(states.back().place.profile);
    }
    return states;
}

bool WatchFlow::isReading() const
{
    return std::any_of(d->watches.begin(), d->watches.end(),
                       [](const auto &watch) { return watch->state().isReading; });
}

bool WatchFlow::isAllRead() const
{
    return d->unread.isEmpty() && d->identities.running() == 0;
}

const FlowServices &WatchFlow::services() const
{
    return d->services;
}

} // namespace countersign
