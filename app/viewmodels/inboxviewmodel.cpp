// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/inboxviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/flows/watchflow.h"
#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/viewmodels/timewords.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

namespace {

constexpr std::chrono::seconds staleAfter{60};
constexpr std::chrono::seconds agesEvery{15};

std::optional<PlaceTrouble::Kind> troubleKind(const PlaceState &place, const QDateTime &now)
{
    if (place.isHeld)
        return PlaceTrouble::Kind::Throttled;
    if (place.isIncomplete)
        return PlaceTrouble::Kind::Incomplete;
    if (place.error) {
        switch (place.error->kind) {
        case Error::Kind::Throttled:
            return PlaceTrouble::Kind::Throttled;
        case Error::Kind::BadCredentials:
        case Error::Kind::Forbidden:
        case Error::Kind::Refused:
            return PlaceTrouble::Kind::Refused;
        default:
            return PlaceTrouble::Kind::Failed;
        }
    }
    const bool isBehind =
        place.lastGoodRead.isValid() && place.lastGoodRead.secsTo(now) > staleAfter.count();
    if (isBehind)
        return PlaceTrouble::Kind::Behind;
    return place.areChildrenListed ? std::nullopt
                                   : std::optional(PlaceTrouble::Kind::WithoutChildren);
}

} // namespace

class InboxViewModel::Private
{
public:
    explicit Private(WatchFlow &watchFlow)
        : watch(watchFlow)
        , filter(model)
    {
        ageing.setInterval(agesEvery);
        furtherRows.setSingleShot(true);
    }

    QDateTime now() const { return watch.services().clock.now(); }
    bool isStale(const PlaceState &place) const;
    void takePlaces();

    WatchFlow &watch;
    InboxModel model;
    InboxFilter filter;
    QTimer ageing;
    QTimer furtherRows; //!< takes the next rows of a long snapshot in the next turn
    std::vector<PlaceTrouble> troubles;
};

bool InboxViewModel::Private::isStale(const PlaceState &place) const
{
    return place.lastGoodRead.isValid() && place.lastGoodRead.secsTo(now()) > staleAfter.count();
}

void InboxViewModel::Private::takePlaces()
{
    troubles.clear();
    for (const PlaceState &place : watch.places()) {
        model.setPlaceState(place.place, place.lastGoodRead, isStale(place));
        const auto kind = troubleKind(place, now());
        if (kind)
            troubles.push_back(
                {place.place, place.alias, *kind, place.error, place.lastGoodRead, place.nextRead});
    }
}

InboxViewModel::InboxViewModel(WatchFlow &watch, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(watch))
{
    const auto takePlaces = [this] {
        const std::vector<PlaceTrouble> before = d->troubles;
        d->takePlaces();
        if (d->troubles != before)
            Q_EMIT troublesChanged();
        Q_EMIT stateChanged();
        Q_EMIT countsChanged();
    };
    const auto takeRows = [this] {
        d->model.setNow(d->now());
        if (!d->model.apply(d->watch.snapshot(), InboxModel::newRowsPerTurn))
            d->furtherRows.start();
        Q_EMIT stateChanged();
        Q_EMIT countsChanged();
    };
    connect(&watch, &WatchFlow::snapshotChanged, this, takeRows);
    connect(&d->furtherRows, &QTimer::timeout, this, takeRows);
    connect(&watch, &WatchFlow::placesChanged, this, takePlaces);
    connect(&d->ageing, &QTimer::timeout, this, [this, takePlaces] {
        d->model.setNow(d->now());
        takePlaces();
    });
    takeRows();
    takePlaces();
    d->ageing.start();
}

InboxViewModel::~InboxViewModel() = default;

InboxModel *InboxViewModel::model() const
{
    return &d->model;
}

InboxFilter *InboxViewModel::filter() const
{
    return &d->filter;
}

InboxViewModel::State InboxViewModel::state() const
{
    const std::vector<PlaceState> places = d->watch.places();
    const bool isAnyRead = std::any_of(places.begin(), places.end(), [](const PlaceState &place) {
        return place.lastGoodRead.isValid();
    });
    if (!isAnyRead && d->model.waitCount() == 0)
        return error() ? State::Failed : State::Loading;
    const bool isAnyStale =
        std::any_of(places.begin(), places.end(),
                    [this](const PlaceState &place) { return d->isStale(place); });
    return isAnyStale ? State::Stale : State::Ready;
}

std::optional<Error> InboxViewModel::error() const
{
    const std::vector<PlaceState> places = d->watch.places();
    std::optional<Error> first;
    for (const PlaceState &place : places) {
        if (!place.error)
            return std::nullopt; // one place is well or still being read for the first time
        if (!first)
            first = place.error;
    }
    return first;
}

bool InboxViewModel::isReading() const
{
    return d->watch.isReading();
}

QDateTime InboxViewModel::lastGoodRead() const
{
    QDateTime oldest;
    for (const PlaceState &place : d->watch.places()) {
        if (place.lastGoodRead.isValid() && (!oldest.isValid() || place.lastGoodRead < oldest))
            oldest = place.lastGoodRead;
    }
    return oldest;
}

int InboxViewModel::runCount() const
{
    return d->model.runCount();
}

int InboxViewModel::waitCount() const
{
    return d->model.waitCount();
}

const std::vector<PlaceTrouble> &InboxViewModel::troubles() const
{
    return d->troubles;
}

QString InboxViewModel::countText() const
{
    const QString runs = tr("%n run(s)", nullptr, runCount());
    const QString waits = tr("%n wait(s)", nullptr, waitCount());
    //: %1 is "6 runs", %2 is "7 waits"
    const QString counts = tr("%1, %2").arg(runs, waits);
    QStringList behind;
    for (const PlaceTrouble &trouble : d->troubles) {
        const QString alias = QString(safeLine(trouble.alias, 40) + QLatin1Char(' ') +
                                      safeLine(trouble.place.region.text(), 40));
        if (!trouble.lastGoodRead.isValid())
            behind += tr("%1 not read yet").arg(alias);
        else if (trouble.kind != PlaceTrouble::Kind::Throttled ||
                 trouble.lastGoodRead.secsTo(d->now()) > staleAfter.count())
            //: %1 is an account and a region, %2 a time of day
            behind +=
                tr("%1 not read since %2").arg(alias, sinceText(trouble.lastGoodRead, d->now()));
    }
    if (behind.isEmpty())
        return counts;
    return QString(counts + QStringLiteral(" · ") + behind.join(QStringLiteral(" · ")));
}

bool InboxViewModel::hasFilter() const
{
    return !d->filter.spec().isEmpty();
}

void InboxViewModel::refresh()
{
    d->watch.refresh();
}

void InboxViewModel::setFilterText(const QString &text)
{
    if (d->filter.spec().text == text)
        return;
    d->filter.setText(text);
    Q_EMIT stateChanged();
}

} // namespace countersign
