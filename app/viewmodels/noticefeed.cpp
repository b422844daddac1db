// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/noticefeed.h"

#include "app/domain/execution.h"
#include "app/domain/followedrun.h"
#include "app/flows/knownactor.h"
#include "app/flows/watchflow.h"
#include "app/models/inboxwords.h"
#include "app/notify/waitnotices.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"

#include <QSet>

#include <algorithm>

namespace countersign {

namespace {

//! Whose turn it is will be known when the reading under way has come to its row.
bool isOpenQuestion(const WaitRow &row)
{
    return row.group == WaitGroup::NeedsYou && row.groupReason == GroupReason::ListNotRead;
}

} // namespace

class NoticeFeed::Private
{
public:
    void feed();
    void countAsTold();
    void forgetEndedPauses();
    void takeOptions();
    QSet<Place> placesBeingRead() const;
    WaitToTell toTell(const WaitRow &row) const;
    bool isOn() const { return files.settings.isOn(Switch::Notices); }

    InboxViewModel &inbox;
    WatchFlow &watch;
    WaitNotices &notices;
    PersonalFiles &files;
    bool isFirstReading = true;
    bool isDiscreet = false;
    bool isAnyHeld = false;             //!< until its place was read to the end
    QHash<WaitRowId, QString> pauses{}; //!< after failures: the task that failed
};

WaitToTell NoticeFeed::Private::toTell(const WaitRow &row) const
{
    const auto actor = knownActor(watch.services().profiles, row.id.place.profile);
    const QString own = actor ? actor->identity.userName() : QString();
    WaitToTell wait;
    wait.id = row.id;
    wait.profileAlias = row.profileAlias;
    wait.kind = row.kind;
    wait.heading = inboxHeading(row);
    wait.needsPerson = isOn() && row.group == WaitGroup::NeedsYou;
    wait.isOwnDebugStep = row.kind == WaitKind::DebugStep && !own.isEmpty() &&
                          userNameOf(row.starter).compare(own, Qt::CaseInsensitive) == 0;
    wait.waitingSince = row.waitingSince;
    return wait;
}

QSet<Place> NoticeFeed::Private::placesBeingRead() const
{
    QSet<Place> reading;
    for (const PlaceState &place : watch.places()) {
        if (place.isReading)
            reading.insert(place.place);
    }
    return reading;
}

void NoticeFeed::Private::feed()
{
    if (!isOn())
        countAsTold();
    forgetEndedPauses();
    const std::vector<WaitRow> &rows = inbox.rows();
    QSet<Place> reading;
    QSet<WaitRowId> told;
    if (std::any_of(rows.begin(), rows.end(), isOpenQuestion)) {
        reading = placesBeingRead();
        told = QSet<WaitRowId>(notices.told().begin(), notices.told().end());
    }
    isAnyHeld = false;
    std::vector<WaitToTell> waits;
    waits.reserve(rows.size());
    for (const WaitRow &row : rows) {
        waits.push_back(toTell(row));
        const bool isHeld =
            isOpenQuestion(row) && reading.contains(row.id.place) && !told.contains(row.id);
        waits.back().needsPerson &= !isHeld;
        isAnyHeld |= isHeld;
    }
    notices.take(waits, isFirstReading);
}

//! A pause after failures has the id of its run. When it is over, or another task has failed, the
//! next one is news.
void NoticeFeed::Private::forgetEndedPauses()
{
    QHash<WaitRowId, QString> now;
    for (const WaitRow &row : inbox.rows()) {
        if (row.kind == WaitKind::FailurePause)
            now.insert(row.id, row.taskName);
    }
    for (auto old = pauses.cbegin(); old != pauses.cend(); ++old) {
        const auto same = now.constFind(old.key());
        const bool isOver = same == now.cend();
        if (isOver || (!old->isEmpty() && !same->isEmpty() && *same != *old))
            notices.tellAgain(old.key());
    }
    pauses = std::move(now);
}

void NoticeFeed::Private::countAsTold()
{
    std::vector<WaitRowId> ids;
    for (const WaitRow &row : inbox.rows()) {
        if (row.group == WaitGroup::NeedsYou)
            ids.push_back(row.id);
    }
    notices.setTold(ids);
    files.told.set(notices.told());
}

void NoticeFeed::Private::takeOptions()
{
    const Settings &settings = files.settings;
    NoticeOptions options;
    if (settings.isOn(Switch::QuietHours))
        options.quietHours = QuietHours{settings.quietFrom(), settings.quietTo()};
    options.hasSound = settings.isOn(Switch::NoticeSound);
    options.remindAfter = std::chrono::minutes(settings.reminderMinutes());
    options.tellsEveryEnd = settings.isOn(Switch::NoticeOnSuccess);
    options.showsNames = settings.isOn(Switch::NamesInNotices) && !isDiscreet;
    notices.setOptions(options);
}

NoticeFeed::NoticeFeed(InboxViewModel &inbox, FollowViewModel &follow, WatchFlow &watch,
                       WaitNotices &notices, PersonalFiles &files, QObject *parent)
    : QObject(parent)
    , d(new Private{inbox, watch, notices, files})
{
    notices.setTold(files.told.ids());
    d->takeOptions();
    connect(&files.settings, &Settings::noticeTimesChanged, this, [this] { d->takeOptions(); });
    connect(&files.settings, &Settings::switchChanged, this, [this] {
        d->takeOptions();
        d->feed();
    });
    connect(&notices, &WaitNotices::toldChanged, this,
            [this] { d->files.told.set(d->notices.told()); });
    connect(&inbox, &InboxViewModel::cameBack, &notices, &WaitNotices::tellAgain);
    connect(&inbox, &InboxViewModel::rowsChanged, this, [this] { d->feed(); });
    connect(&watch, &WatchFlow::placesChanged, this, [this] {
        if (d->isAnyHeld)
            d->feed();
    });
    connect(&watch, &WatchFlow::allRead, this, [this] {
        d->feed();
        d->isFirstReading = false;
        d->notices.readingComplete();
    });
    connect(&follow, &FollowViewModel::ended, this, [this](const FollowedRun &run) {
        if (d->isOn())
            d->notices.tellRunEnded(
                {run.place, run.executionId, run.profileAlias, run.status, run.failedTask});
    });
}

NoticeFeed::~NoticeFeed() = default;

void NoticeFeed::setDiscreet(bool isDiscreet)
{
    d->isDiscreet = isDiscreet;
    d->takeOptions();
    if (isDiscreet)
        d->notices.withdrawNamed();
}

} // namespace countersign
