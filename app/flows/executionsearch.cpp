// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/executionsearch.h"

#include "app/api/endpoints.h"
#include "app/api/pagereader.h"
#include "app/flows/waitrows.h"

#include <QTimer>

#include <algorithm>
#include <deque>

namespace countersign {

namespace {

constexpr int mostAtOnce = 10;

bool contains(const std::vector<RegionId> &regions, const RegionId &region)
{
    return std::find(regions.begin(), regions.end(), region) != regions.end();
}

} // namespace

class ExecutionSearch::Private
{
public:
    Private(ExecutionSearch &owner, const FlowServices &flowServices, const ExecutionLink &wanted)
        : q(owner)
        , services(flowServices)
        , link(wanted)
    {
    }

    std::vector<Place> placesInOrder();
    void lookOn();
    void look(const Place &place, bool asksForChildren);
    void onRead(const Place &place, bool asksForChildren,
                const Result<ListReading<Execution>> &read);
    void fail(const Place &place, const std::optional<Error> &error);

    ExecutionSearch &q;
    FlowServices services;
    ExecutionLink link;
    SearchReport report;
    std::deque<Place> toLook;
    int open = 0;
    std::vector<CallHandle> calls;
    bool isStarted = false;
};

std::vector<Place> ExecutionSearch::Private::placesInOrder()
{
    const std::vector<Profile> profiles = services.profiles.profiles();
    const auto isNamed = [this](const Profile &profile) {
        return profile.accountId.isEmpty() || profile.accountId == link.accountId;
    };
    report.isForeignAccount =
        !link.accountId.isEmpty() && std::none_of(profiles.begin(), profiles.end(), isNamed);
    if (report.isForeignAccount)
        return {};
    std::vector<Place> places;
    const auto add = [&places](const Place &place) {
        if (std::find(places.begin(), places.end(), place) == places.end())
            places.push_back(place);
    };
    // A link must not make this program call hosts of its own choice.
    const std::vector<RegionId> known = knownRegions();
    for (const Profile &profile : profiles) {
        const bool isWanted = link.accountId.isEmpty() || isNamed(profile);
        const bool isRegion =
            contains(known, link.region) || contains(profile.regions, link.region);
        if (isWanted && isRegion)
            add({profile.id, link.region});
    }
    for (const Place &place : services.profiles.places()) {
        const auto profile = services.profiles.profile(place.profile);
        if (profile && (link.accountId.isEmpty() || isNamed(*profile)))
            add(place);
    }
    return places;
}

void ExecutionSearch::Private::lookOn()
{
    while (open < mostAtOnce && !toLook.empty() && !report.found) {
        const Place place = toLook.front();
        toLook.pop_front();
        ++open;
        look(place, true);
    }
    Q_EMIT q.changed();
}

void ExecutionSearch::Private::look(const Place &place, bool asksForChildren)
{
    const auto target = services.profiles.targetFor(place);
    if (!target || !services.profiles.isUnlocked(place.profile)) {
        fail(place, std::nullopt);
        return;
    }
    ListExecutionsRequest request;
    request.executionId = link.execution;
    request.includeChildExecution = asksForChildren;
    calls.push_back(readAllExecutions(
        services.client, *target, request, &q,
        [this, place, asksForChildren](const Result<ListReading<Execution>> &read) {
            onRead(place, asksForChildren, read);
        }));
}

void ExecutionSearch::Private::onRead(const Place &place, bool asksForChildren,
                                      const Result<ListReading<Execution>> &read)
{
    if (!read && read.error().kind == Error::Kind::Refused && asksForChildren) {
        look(place, false); // whether both may be asked for together is not documented
        lookOn();
        return;
    }
    const auto profile = services.profiles.profile(place.profile);
    if (!read || !profile) {
        fail(place, read ? std::nullopt : std::optional(read.error()));
        lookOn();
        return;
    }
    --open;
    ++report.looked;
    for (const Execution &execution : read->rows) {
        if (execution.id == link.execution && !report.found)
            report.found = runRowOf(execution, place, *profile);
    }
    if (report.found) {
        toLook.clear();
        // Not from inside of one of them.
        QTimer::singleShot(0, &q, [this] {
            for (CallHandle &call : calls)
                call.cancel();
        });
    }
    lookOn();
}

void ExecutionSearch::Private::fail(const Place &place, const std::optional<Error> &error)
{
    --open;
    ++report.looked;
    if (report.found || (error && error->kind == Error::Kind::Cancelled))
        return;
    const auto profile = services.profiles.profile(place.profile);
    report.failed.push_back({place, profile ? profile->alias : QString(), error});
}

ExecutionSearch::ExecutionSearch(const FlowServices &services, const ExecutionLink &link,
                                 QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, link))
{
}

ExecutionSearch::~ExecutionSearch()
{
    for (CallHandle &call : d->calls)
        call.cancel();
}

void ExecutionSearch::start()
{
    if (std::exchange(d->isStarted, true))
        return;
    const std::vector<Place> places = d->placesInOrder();
    d->toLook.assign(places.begin(), places.end());
    d->report.places = static_cast<int>(places.size());
    QTimer::singleShot(0, this, [this] { d->lookOn(); });
}

const ExecutionLink &ExecutionSearch::link() const
{
    return d->link;
}

const SearchReport &ExecutionSearch::report() const
{
    return d->report;
}

} // namespace countersign
