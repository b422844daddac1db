// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchflow.h"

#include "app/api/operations.h"
#include "app/flows/placewatch.h"

#include <algorithm>

namespace countersign {

class WatchFlow::Private
{
public:
    Private(WatchFlow &owner, const FlowServices &flowServices, const WatchTimes &watchTimes)
        : q(owner)
        , services(flowServices)
        , times(watchTimes)
    {
        merging.setSingleShot(true);
    }

    void syncPlaces();
    void merge();
    void readIdentities();
    void onIdentity(const ProfileId &id, const Result<ApiReply> &reply);

    WatchFlow &q;
    FlowServices services;
    WatchTimes times;
    bool isStarted = false;
    std::vector<std::unique_ptr<PlaceWatch>> watches;
    QSet<ProfileId> identityReads;
    QTimer merging;
    WaitSnapshot snapshot;
};

void WatchFlow::Private::syncPlaces()
{
    const std::vector<Place> wanted = services.profiles.places();
    std::erase_if(watches, [&wanted](const std::unique_ptr<PlaceWatch> &watch) {
        return std::find(wanted.begin(), wanted.end(), watch->state().place) == wanted.end();
    });
    for (const Place &place : wanted) {
        const bool isWatched = std::any_of(watches.begin(), watches.end(), [&place](const auto &w) {
            return w->state().place == place;
        });
        if (isWatched)
            continue;
        auto watch = std::make_unique<PlaceWatch>(services, times, place, nullptr);
        QObject::connect(watch.get(), &PlaceWatch::rowsChanged, &q, [this] { merging.start(0); });
        QObject::connect(watch.get(), &PlaceWatch::stateChanged, &q, &WatchFlow::placesChanged);
        watch->readNow();
        watches.push_back(std::move(watch));
    }
    merging.start(0);
    readIdentities();
}

void WatchFlow::Private::merge()
{
    WaitSnapshot merged;
    for (const auto &watch : watches)
        merged.rows.insert(merged.rows.end(), watch->rows().begin(), watch->rows().end());
    sortIntoInboxOrder(merged.rows);
    snapshot = std::move(merged);
    Q_EMIT q.snapshotChanged();
}

void WatchFlow::Private::readIdentities()
{
    for (const Profile &profile : services.profiles.profiles()) {
        const bool isKnown = services.profiles.identity(profile.id).has_value();
        if (isKnown || profile.regions.empty() || identityReads.contains(profile.id) ||
            !services.profiles.isUnlocked(profile.id))
            continue;
        const auto target = services.profiles.targetFor({profile.id, profile.regions.front()});
        identityReads.insert(profile.id);
        services.client.read(
            *target, getCallerIdentityRequest(), &q,
            [this, id = profile.id](const Result<ApiReply> &reply) { onIdentity(id, reply); });
    }
}

void WatchFlow::Private::onIdentity(const ProfileId &id, const Result<ApiReply> &reply)
{
    identityReads.remove(id);
    if (!reply)
        return; // asked again with the next refresh; nothing depends on it but the words
    const auto identity = readGetCallerIdentity(reply->body);
    if (identity && !services.profiles.setIdentity(id, *identity))
        services.profiles.setCredentials(id,
                                         nullptr); // another account's key: nothing is read with it
}

WatchFlow::WatchFlow(const FlowServices &services, const WatchTimes &times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, times))
{
    connect(&d->merging, &QTimer::timeout, this, [this] { d->merge(); });
}

WatchFlow::~WatchFlow() = default;

void WatchFlow::start()
{
    if (d->isStarted)
        return;
    d->isStarted = true;
    connect(&d->services.profiles, &ProfileRegistry::changed, this, [this] { d->syncPlaces(); });
    d->syncPlaces();
}

void WatchFlow::refresh()
{
    d->readIdentities();
    for (const auto &watch : d->watches)
        watch->readNow();
}

const WaitSnapshot &WatchFlow::snapshot() const
{
    return d->snapshot;
}

std::vector<PlaceState> WatchFlow::places() const
{
    std::vector<PlaceState> states;
    for (const auto &watch : d->watches)
        states.push_back(watch->state());
    return states;
}

bool WatchFlow::isReading() const
{
    return std::any_of(d->watches.begin(), d->watches.end(),
                       [](const auto &watch) { return watch->state().isReading; });
}

const FlowServices &WatchFlow::services() const
{
    return d->services;
}

} // namespace countersign
