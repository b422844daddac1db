// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/inboxviewmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/transportcodes.h"
#include "app/flows/watchflow.h"
#include "app/flows/watchsummary.h"
#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/timewords.h"
#include "app/viewmodels/waycause.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

namespace {

constexpr std::chrono::seconds staleAfter{60};
constexpr std::chrono::seconds agesEvery{15};
// More places than this would push the counts out of the line.
constexpr int placesInCount = 3;

bool isOld(const PlaceState &place, const QDateTime &now)
{
    return place.lastGoodRead.isValid() && place.lastGoodRead.secsTo(now) > staleAfter.count();
}

//! Not read when it should have been: what is empty for long is read rarer than once a minute.
bool isOverdue(const PlaceState &place, const QDateTime &now)
{
    if (!isOld(place, now))
        return false;
    const auto pause = std::chrono::duration_cast<std::chrono::seconds>(place.pause);
    return place.lastGoodRead.secsTo(now) > (pause + staleAfter).count();
}

bool isStale(const PlaceState &place, const QDateTime &now)
{
    return place.rowCount > 0 ? isOld(place, now) : isOverdue(place, now);
}

std::optional<PlaceTrouble::Kind> kindOfError(const Error &error)
{
    switch (error.kind) {
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

std::optional<PlaceTrouble::Kind> troubleKind(const PlaceState &place, const QDateTime &now)
{
    if (place.isStopped)
        return PlaceTrouble::Kind::Stopped;
    if (place.isLocked)
        return PlaceTrouble::Kind::Locked;
    if (place.isHeld)
        return PlaceTrouble::Kind::Throttled;
    if (place.isIncomplete)
        return PlaceTrouble::Kind::Incomplete;
    if (place.error)
        return kindOfError(*place.error);
    if (!place.isWaking && isOverdue(place, now))
        return PlaceTrouble::Kind::Behind;
    return place.areChildrenListed ? std::nullopt
                                   : std::optional(PlaceTrouble::Kind::WithoutChildren);
}

bool isSameTrouble(const PlaceTrouble &a, const PlaceTrouble &b)
{
    if (a.kind != b.kind || a.error.has_value() != b.error.has_value())
        return false;
    if (a.error && (a.error->kind != b.error->kind || a.error->code != b.error->code))
        return false;
    if (!wayCauseOf(a.error).isEmpty())
        return wayCauseOf(a.error) == wayCauseOf(b.error);
    return a.place.profile == b.place.profile &&
           a.lastGoodRead.isValid() == b.lastGoodRead.isValid();
}

void addTo(PlaceTrouble &known, const PlaceTrouble &further)
{
    ++known.regions;
    const ProfileId &profile = further.place.profile;
    const bool isKnown =
        profile == known.place.profile ||
        std::find(known.further.begin(), known.further.end(), profile) != known.further.end();
    if (!isKnown)
        known.further.push_back(profile);
    if (!further.lastGoodRead.isValid() || further.lastGoodRead < known.lastGoodRead)
        known.lastGoodRead = further.lastGoodRead;
    if (further.nextRead.isValid() &&
        (!known.nextRead.isValid() || further.nextRead < known.nextRead))
        known.nextRead = further.nextRead;
}

InboxFilterSpec specOf(const NamedView &view)
{
    InboxFilterSpec spec;
    spec.text = view.text;
    spec.profiles = QSet<ProfileId>(view.profiles.begin(), view.profiles.end());
    spec.regions = QSet<RegionId>(view.regions.begin(), view.regions.end());
    spec.kinds = QSet<WaitKind>(view.kinds.begin(), view.kinds.end());
    spec.groups = QSet<WaitGroup>(view.groups.begin(), view.groups.end());
    return spec;
}

} // namespace

class InboxViewModel::Private
{
public:
    Private(WatchFlow &watchFlow, PersonalFiles &personalFiles)
        : watch(watchFlow)
        , files(personalFiles)
        , filter(model)
    {
        ageing.setInterval(agesEvery);
        due.setSingleShot(true);
        furtherRows.setSingleShot(true);
    }

    QDateTime now() const { return watch.services().clock.now(); }
    bool isMissing(const PlaceTrouble &trouble) const;
    void addTrouble(const PlaceTrouble &trouble);
    void takePlaces();
    bool takeRows();
    void planDue();
    std::vector<Place> wellReadPlaces() const;

    WatchFlow &watch;
    PersonalFiles &files;
    WaitSnapshot snapshot; //!< the watch's, with what is put off in its group
    InboxModel model;
    InboxFilter filter;
    QTimer ageing;
    QTimer due;         //!< brings back what is put off until a time
    QTimer furtherRows; //!< takes the next rows of a long snapshot in the next turn
    std::vector<PlaceTrouble> troubles;
    std::vector<WaitRowId> returned; //!< that have just come back from Later
};

// Rows of such places may be missing from the list.
bool InboxViewModel::Private::isMissing(const PlaceTrouble &trouble) const
{
    return trouble.kind != PlaceTrouble::Kind::Throttled || !trouble.lastGoodRead.isValid() ||
           trouble.lastGoodRead.secsTo(now()) > staleAfter.count();
}

void InboxViewModel::Private::addTrouble(const PlaceTrouble &trouble)
{
    const auto same =
        std::find_if(troubles.begin(), troubles.end(), [&trouble](const PlaceTrouble &known) {
            return isSameTrouble(known, trouble);
        });
    if (same == troubles.end())
        troubles.push_back(trouble);
    else
        addTo(*same, trouble);
}

void InboxViewModel::Private::takePlaces()
{
    troubles.clear();
    for (const PlaceState &place : watch.places()) {
        model.setPlaceState(place.place, place.lastGoodRead, isStale(place, now()));
        if (const auto kind = troubleKind(place, now()))
            addTrouble({place.place,
                        1,
                        {},
                        place.alias,
                        *kind,
                        place.error,
                        place.lastGoodRead,
                        place.nextRead});
    }
    std::stable_sort(troubles.begin(), troubles.end(),
                     [](const PlaceTrouble &a, const PlaceTrouble &b) { return a.kind < b.kind; });
}

std::vector<Place> InboxViewModel::Private::wellReadPlaces() const
{
    std::vector<Place> places;
    for (const PlaceState &place : watch.places()) {
        if (place.lastGoodRead.isValid() && !place.error && !place.isIncomplete)
            places.push_back(place.place);
    }
    return places;
}

//! True when the model has taken all of them.
bool InboxViewModel::Private::takeRows()
{
    snapshot = watch.snapshot();
    returned.clear();
    for (WaitRow &row : snapshot.rows) {
        if (files.later.holds(row)) {
            row.group = WaitGroup::Later;
            row.groupReason = GroupReason::PutOff;
            continue;
        }
        if (files.later.isBack(row))
            returned.push_back(row.id);
    }
    files.later.drop(watch.snapshot().rows, wellReadPlaces());
    sortIntoInboxOrder(snapshot.rows, files.settings.inboxOrder());
    planDue();
    model.setNow(now());
    return model.apply(snapshot, InboxModel::newRowsPerTurn);
}

void InboxViewModel::Private::planDue()
{
    const QDateTime next = files.later.nextDue();
    if (!next.isValid()) {
        due.stop();
        return;
    }
    // A timer's time does not go on while the computer sleeps: never plan far ahead.
    constexpr qint64 furthest = 30'000;
    due.start(static_cast<int>(std::clamp<qint64>(now().msecsTo(next) + 50, 50, furthest)));
}

InboxViewModel::InboxViewModel(WatchFlow &watch, PersonalFiles &files, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(watch, files))
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
        if (!d->takeRows())
            d->furtherRows.start();
        for (const WaitRowId &id : std::exchange(d->returned, {}))
            Q_EMIT cameBack(id);
        Q_EMIT stateChanged();
        Q_EMIT countsChanged();
        Q_EMIT rowsChanged();
    };
    connect(&watch, &WatchFlow::snapshotChanged, this, takeRows);
    connect(&d->furtherRows, &QTimer::timeout, this, takeRows);
    connect(&d->due, &QTimer::timeout, this, takeRows);
    connect(&files.later, &LaterList::changed, this, takeRows);
    connect(&files.settings, &Settings::inboxOrderChanged, this, takeRows);
    connect(&watch, &WatchFlow::placesChanged, this, takePlaces);
    connect(&d->ageing, &QTimer::timeout, this, [this, takePlaces] {
        d->model.setNow(d->now());
        takePlaces();
    });
    connect(&files.views, &NamedViews::changed, this, &InboxViewModel::viewsChanged);
    // The order is a preference of its own, and may be newer than the filter that was used last.
    setFilterSpec(specOf(files.views.last()));
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
    if (!isAnyRead && d->model.waitCount() == 0) {
        const bool isHopeless =
            !places.empty() && std::all_of(places.begin(), places.end(), [](const auto &place) {
                return place.error || place.isLocked;
            });
        return isHopeless ? State::Failed : State::Loading;
    }
    const QDateTime now = d->now();
    const bool isAnyStale =
        std::any_of(places.begin(), places.end(),
                    [&now](const PlaceState &place) { return isStale(place, now); });
    return isAnyStale ? State::Stale : State::Ready;
}

std::optional<Error> InboxViewModel::error() const
{
    const std::vector<PlaceState> places = d->watch.places();
    std::optional<Error> first;
    for (const PlaceState &place : places) {
        if (!place.error && !place.isLocked)
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

const std::vector<WaitRow> &InboxViewModel::rows() const
{
    return d->snapshot.rows;
}

int InboxViewModel::groupCount(WaitGroup group) const
{
    return static_cast<int>(
        std::count_if(d->snapshot.rows.begin(), d->snapshot.rows.end(),
                      [group](const WaitRow &row) { return row.group == group; }));
}

const std::vector<PlaceTrouble> &InboxViewModel::troubles() const
{
    return d->troubles;
}

WatchSummary InboxViewModel::watching() const
{
    return summaryOf(d->watch.places());
}

QString InboxViewModel::countText() const
{
    const QString runs = tr("%n run(s)", nullptr, runCount());
    const QString waits = tr("%n wait(s)", nullptr, waitCount());
    //: %1 is "6 runs", %2 is "7 waits"
    const QString counts = tr("%1, %2").arg(runs, waits);
    QStringList behind;
    int further = 0;
    for (const PlaceTrouble &trouble : d->troubles) {
        if (!d->isMissing(trouble))
            continue;
        if (behind.size() < placesInCount)
            behind += missingText(trouble, d->now());
        else
            ++further;
    }
    if (further > 0)
        behind += tr("%n more not read", nullptr, further);
    if (behind.isEmpty())
        return counts;
    return QString(counts + QStringLiteral(" · ") + behind.join(QStringLiteral(" · ")));
}

QString InboxViewModel::missingText(const PlaceTrouble &trouble, const QDateTime &now)
{
    const QString account = safeLine(trouble.alias, 40);
    const int accounts = 1 + static_cast<int>(trouble.further.size());
    const QString where =
        accounts > 1 ? tr("%n account(s)", nullptr, accounts)
        : trouble.regions > 1
            //: %1 is an account
            ? tr("%1 (%n region(s))", nullptr, trouble.regions).arg(account)
            : QString(account + QLatin1Char(' ') + safeLine(trouble.place.region.text(), 40));
    if (!trouble.lastGoodRead.isValid())
        return tr("%1 not read yet").arg(where);
    //: %1 is an account and a region, %2 a time of day
    return tr("%1 not read since %2").arg(where, sinceText(trouble.lastGoodRead, now));
}

bool InboxViewModel::hasFilter() const
{
    return !d->filter.spec().isEmpty();
}

QString InboxViewModel::hiddenText() const
{
    const int hidden = d->model.waitCount() - d->filter.rowCount();
    return hidden > 0 && hasFilter() ? tr("A filter hides %n wait(s).", nullptr, hidden)
                                     : QString();
}

const InboxFilterSpec &InboxViewModel::filterSpec() const
{
    return d->filter.spec();
}

void InboxViewModel::setFilterSpec(const InboxFilterSpec &spec)
{
    if (d->filter.spec() == spec)
        return;
    d->filter.setSpec(spec);
    d->files.views.setLast(view());
    Q_EMIT stateChanged();
    Q_EMIT countsChanged();
}

InboxOrder InboxViewModel::order() const
{
    return d->files.settings.inboxOrder();
}

void InboxViewModel::setOrder(InboxOrder order)
{
    d->files.settings.setInboxOrder(order);
}

NamedView InboxViewModel::view() const
{
    const InboxFilterSpec &spec = d->filter.spec();
    NamedView view;
    view.text = spec.text;
    view.profiles.assign(spec.profiles.begin(), spec.profiles.end());
    view.regions.assign(spec.regions.begin(), spec.regions.end());
    view.kinds.assign(spec.kinds.begin(), spec.kinds.end());
    view.groups.assign(spec.groups.begin(), spec.groups.end());
    std::sort(view.profiles.begin(), view.profiles.end());
    std::sort(view.regions.begin(), view.regions.end());
    std::sort(view.kinds.begin(), view.kinds.end());
    std::sort(view.groups.begin(), view.groups.end());
    view.order = order();
    return view;
}

void InboxViewModel::setView(const NamedView &view)
{
    setFilterSpec(specOf(view));
    setOrder(view.order);
}

const std::vector<NamedView> &InboxViewModel::namedViews() const
{
    return d->files.views.views();
}

bool InboxViewModel::saveView(const QString &name)
{
    NamedView named = view();
    named.name = name;
    return d->files.views.keep(named);
}

void InboxViewModel::removeView(const QString &name)
{
    d->files.views.remove(name);
}

bool InboxViewModel::isListed(const WaitRowId &id) const
{
    return d->model.indexOf(id).isValid();
}

bool InboxViewModel::isPutOff(const WaitRowId &id) const
{
    const QModelIndex index = d->model.indexOf(id);
    return index.isValid() && d->model.rowAt(index.row())->group == WaitGroup::Later;
}

void InboxViewModel::putOff(const WaitRowId &id, const QDateTime &until)
{
    const QModelIndex index = d->model.indexOf(id);
    if (index.isValid())
        d->files.later.putOff(*d->model.rowAt(index.row()), until);
}

void InboxViewModel::takeBack(const WaitRowId &id)
{
    d->files.later.remove(id);
}

QString InboxViewModel::putOffText(const WaitRowId &id) const
{
    if (!isPutOff(id))
        return {};
    const QDateTime until = d->files.later.until(id);
    if (until.isValid())
        //: %1 is a time, with its date when that is not today
        return tr("Put off until %1. Nothing was sent.").arg(sinceText(until, d->now()));
    return tr("Put off until it changes. Nothing was sent.");
}

void InboxViewModel::refresh()
{
    d->watch.refresh();
}

void InboxViewModel::setFilterText(const QString &text)
{
    if (d->filter.spec().text == text)
        return;
    InboxFilterSpec spec = d->filter.spec();
    spec.text = text;
    setFilterSpec(spec);
}

} // namespace countersign
