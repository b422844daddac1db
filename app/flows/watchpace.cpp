// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/watchpace.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace countersign {

namespace {

using Time = WatchPace::Time;

// Paces, in multiples of the shortest interval (10 seconds).
constexpr double hotActive = 1.0;
constexpr double hotElsewhere = 1.3;
constexpr double usedPace = 1.3;
constexpr double usedHidden = 5.8; // with the spread by phase it stays under a minute
constexpr double idleOftenest = 3.0;
constexpr double idleHidden = 6.0;
constexpr double rarest = 30.0;
// What arrived lately is likely to be followed by more: a further gate, a batch, the next ticket.
// An arrival counts one and loses half of that in an hour and a half; above a quarter a place is
// hot. One arrival lasts three hours, each doubling of their number an hour and a half more.
constexpr double heatHalves = 540.0;
constexpr double hotAbove = 0.25;
// An act of the person may open a further gate at once.
constexpr double actLasts = 180.0;
// What has been empty for so long is read once in a tenth of that.
constexpr double partOfQuiet = 0.1;

constexpr Time usedFor = std::chrono::hours(48);

constexpr double slowestAccount = 8.0;
constexpr double recoveryStep = 0.25;
constexpr double recoveryEvery = 6.0; // in intervals: one step a minute

// A regular reading is not planned sooner than this part of its pause after the last one; with
// hurry the pause is also the longest, else it is what comes out on average.
constexpr double leastGapInHurry = 0.02;
constexpr double leastGap = 0.5;

//! The same in every run and on every computer, so that a profile keeps its phases.
double phaseOf(const Place &place)
{
    const QByteArray text =
        QString(place.profile.text() + QLatin1Char('\n') + place.region.text()).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    const auto byte = [&hash](int i) { return double(static_cast<uchar>(hash.at(i))); };
    return (byte(0) * 65'536 + byte(1) * 256 + byte(2)) / 16'777'216.0;
}

Time times(double factor, Time time)
{
    return Time(static_cast<Time::rep>(factor * double(time.count())));
}

} // namespace

WatchPace::WatchPace(const WatchTimes &times)
    : m_times(times)
{
}

WatchPace::History *WatchPace::find(const Place &place)
{
    const auto found = m_index.constFind(place);
    return found == m_index.constEnd() ? nullptr : &m_histories[*found];
}

const WatchPace::History *WatchPace::find(const Place &place) const
{
    return const_cast<WatchPace *>(this)->find(place);
}

void WatchPace::setPlaces(const std::vector<Watched> &watched, Time now)
{
    std::vector<History> histories;
    histories.reserve(watched.size());
    for (const Watched &each : watched) {
        History history;
        if (const History *known = find(each.place)) {
            history = *known;
        } else {
            history.place = each.place;
            history.phase = phaseOf(each.place);
            history.watchedSince = now;
            history.askedAt = now;
        }
        history.account = accountIndex(each.account);
        histories.push_back(history);
    }
    m_histories = std::move(histories);
    m_index.clear();
    for (std::size_t i = 0; i < m_histories.size(); ++i)
        m_index.insert(m_histories[i].place, i);
    shareOut(now);
}

// Accounts that are not watched any more stay: their slowness does, too, should they come back.
std::size_t WatchPace::accountIndex(const QString &account)
{
    const auto known = m_accountIndex.constFind(account);
    if (known != m_accountIndex.constEnd())
        return *known;
    m_accounts.emplace_back();
    return *m_accountIndex.insert(account, m_accounts.size() - 1);
}

void WatchPace::setResting(const QSet<ProfileId> &profiles, Time now)
{
    for (History &history : m_histories)
        history.isResting = profiles.contains(history.place.profile);
    shareOut(now);
}

// With more profiles than may be polled at once, all of them share what that many would cost: those
// in use take up to four fifths of it, the others go round in the rest.
void WatchPace::shareOut(Time now)
{
    QSet<ProfileId> all;
    m_usedProfiles.clear();
    for (const History &history : m_histories) {
        if (history.isResting)
            continue;
        all.insert(history.place.profile);
        if (isInUse(history, now))
            m_usedProfiles.insert(history.place.profile);
    }
    const double most = m_times.profilesAtOnce;
    const double used = double(m_usedProfiles.size());
    const double others = double(all.size()) - used;
    const double forUsed = others > 0 ? std::min(used, most * 0.8) : most;
    const double shareOfUsed = used > forUsed ? used / forUsed : 1.0;
    const double shareOfOthers = others > most - forUsed ? others / (most - forUsed) : 1.0;
    for (History &history : m_histories)
        history.share =
            m_usedProfiles.contains(history.place.profile) ? shareOfUsed : shareOfOthers;
}

void WatchPace::noteActivity(const Place &place, Time now)
{
    if (History *history = find(place)) {
        history->lastAct = now;
        shareOut(now);
    }
}

void WatchPace::ask(const Place &place, Time now)
{
    if (History *history = find(place))
        history->askedAt = now;
}

void WatchPace::askAll(Time now)
{
    for (History &history : m_histories)
        history.askedAt = now;
}

void WatchPace::beginGrace(Time now)
{
    m_graceUntil = now + m_times.grace;
    for (History &history : m_histories)
        history.failures = 0;
    askAll(now);
}

void WatchPace::onStarted(const Place &place, Time now)
{
    if (History *history = find(place)) {
        history->isReading = true;
        history->askedAt.reset();
        history->lastStart = now;
    }
}

void WatchPace::onRead(const Place &place, int waiting, bool hasArrivals, Time now)
{
    History *history = find(place);
    if (!history)
        return;
    history->isReading = false;
    history->failures = 0;
    if (waiting > 0)
        history->lastWait = now;
    if (hasArrivals)
        heat(*history, now);
    if (m_usedProfiles.contains(place.profile) != isInUse(*history, now))
        shareOut(now);
    askWhatFailedMeanwhile(now);
    m_lastSuccess = now;
}

// The first success after a silence of the network: what failed within the silence need not wait
// for its own turn. A place that fails among others that do not is asked once in this way.
void WatchPace::askWhatFailedMeanwhile(Time now)
{
    for (History &history : m_histories) {
        if (history.failures > 0 && history.isNetworkFailure && !history.askedAt &&
            history.failingSince > m_lastSuccess)
            history.askedAt = now;
    }
}

void WatchPace::onFailed(const Place &place, bool isNetwork, Time now)
{
    History *history = find(place);
    if (!history)
        return;
    history->isReading = false;
    if (history->failures == 0 || history->isNetworkFailure != isNetwork) {
        history->failures = 0;
        history->failingSince = now;
    }
    ++history->failures;
    history->isNetworkFailure = isNetwork;
    history->lastFailure = now;
}

void WatchPace::onThrottled(const Place &place, Time pause, Time now)
{
    const History *history = find(place);
    if (!history)
        return;
    Account &account = m_accounts[history->account];
    account.heldUntil = std::max(account.heldUntil, now + pause);
    // Calls that were under way together are refused together; that is one word, not ten.
    const bool isSameWord = account.slowness > 1.0 && now - account.slowedAt < m_times.interval;
    if (isSameWord)
        return;
    account.slowness = std::min(slowestAccount, slownessOf(*history, now) * 2);
    account.slowedAt = now;
}

void WatchPace::heat(History &history, Time now)
{
    const double half = heatHalves * double(m_times.interval.count());
    const double passed = double((now - history.heatedAt).count());
    history.heat = history.heat * std::exp2(-passed / half) + 1.0;
    history.heatedAt = now;
    history.hotUntil = now + Time(Time::rep(std::log2(history.heat / hotAbove) * half));
}

bool WatchPace::isHot(const History &history, Time now) const
{
    const bool isActedOn =
        history.lastAct && now - *history.lastAct < times(actLasts, m_times.interval);
    return isActedOn || now < history.hotUntil;
}

bool WatchPace::isInUse(const History &history, Time now) const
{
    const auto isLate = [now](const std::optional<Time> &at) { return at && now - *at < usedFor; };
    return isLate(history.lastWait) || isLate(history.lastAct);
}

bool WatchPace::isInUse(const Place &place, Time now) const
{
    const History *history = find(place);
    return history && isInUse(*history, now);
}

double WatchPace::slownessOf(const History &history, Time now) const
{
    const Account &account = m_accounts[history.account];
    if (account.slowness <= 1.0)
        return 1.0;
    const double passed =
        double((now - account.slowedAt).count()) / double(m_times.interval.count());
    const double steps = std::floor(passed / recoveryEvery);
    return std::max(1.0, account.slowness - steps * recoveryStep);
}

// In steps of two, so that the place keeps to one beat for long.
double WatchPace::idlePace(const History &history, Time now) const
{
    const Time since = std::max(history.watchedSince, history.lastWait.value_or(Time(0)));
    const double quiet = double((now - since).count()) / double(m_times.interval.count());
    double pace = m_attention == Attention::Hidden ? idleHidden : idleOftenest;
    while (pace * 2 <= quiet * partOfQuiet && pace < rarest)
        pace *= 2;
    return std::min(pace, rarest);
}

WatchPace::Time WatchPace::pauseOf(const History &history, Time now) const
{
    const bool isActive = m_attention == Attention::Active;
    const bool isUsed = isInUse(history, now);
    double pace = 0;
    if (isHot(history, now))
        pace = isActive ? hotActive : hotElsewhere;
    else if (isUsed)
        pace = m_attention == Attention::Hidden ? usedHidden : usedPace;
    else
        pace = idlePace(history, now);
    return times(pace * history.share * slownessOf(history, now), m_times.interval);
}

WatchPace::Time WatchPace::pause(const Place &place, Time now) const
{
    const History *history = find(place);
    return history ? pauseOf(*history, now) : Time(0);
}

// Readings of one place keep to a beat, and the phase says where in it: so places that were read
// together, after a start or a wake, part again.
WatchPace::Time WatchPace::regularDue(const History &history, Time now) const
{
    const Time pause = std::max(pauseOf(history, now), Time(1));
    const Time last = *history.lastStart;
    const bool isInHurry = isInUse(history, now);
    const Time latest = last + (isInHurry ? pause : times(1 + leastGap, pause));
    const Time offset = times(history.phase, pause);
    const Time beat = Time((latest - offset).count() / pause.count() * pause.count()) + offset;
    const Time least = times(isInHurry ? leastGapInHurry : leastGap, pause);
    return beat - last < least ? beat + pause : beat;
}

WatchPace::Time WatchPace::retryPause(const History &history, Time now) const
{
    const int doublings = std::min(history.failures - 1, 16);
    const Time longest = times(rarest, m_times.interval);
    if (!history.isNetworkFailure)
        return std::min(m_times.afterTrouble * (1 << doublings), longest);
    if (isInGrace(now))
        return std::min(m_times.firstRetry * (1 << doublings), m_times.afterTrouble);
    return m_times.afterTrouble;
}

std::optional<WatchPace::Time> WatchPace::dueAt(const History &history, Time now) const
{
    if (history.isReading || history.isResting)
        return std::nullopt;
    Time due = now;
    if (history.askedAt)
        due = *history.askedAt;
    else if (history.failures > 0)
        due = history.lastFailure + retryPause(history, now);
    else if (history.lastStart)
        due = regularDue(history, now);
    const Time held = m_accounts[history.account].heldUntil;
    if (due >= held)
        return due;
    // Not all of them in the same moment in which the account may go on.
    return held + times(history.phase * slownessOf(history, now), m_times.interval);
}

std::optional<WatchPace::Time> WatchPace::dueAt(const Place &place, Time now) const
{
    const History *history = find(place);
    return history ? dueAt(*history, now) : std::nullopt;
}

WatchPace::Time WatchPace::heldUntil(const Place &place) const
{
    const History *history = find(place);
    return history ? m_accounts[history->account].heldUntil : Time(0);
}

std::vector<Place> WatchPace::due(Time now) const
{
    struct Candidate
    {
        const History *history;
        double lateness; //!< in pauses of its own
        bool isUsed;
    };
    std::vector<Candidate> candidates;
    for (const History &history : m_histories) {
        const auto at = dueAt(history, now);
        if (!at || *at > now)
            continue;
        const Time pause = std::max(pauseOf(history, now), Time(1));
        candidates.push_back(
            {&history, double((now - *at).count()) / double(pause.count()), isInUse(history, now)});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) {
                         if (a.lateness != b.lateness)
                             return a.lateness > b.lateness;
                         if (a.isUsed != b.isUsed)
                             return a.isUsed;
                         return a.history->lastStart < b.history->lastStart;
                     });
    std::vector<Place> places;
    places.reserve(candidates.size());
    for (const Candidate &candidate : candidates)
        places.push_back(candidate.history->place);
    return places;
}

std::optional<WatchPace::Time> WatchPace::nextAfter(Time now) const
{
    std::optional<Time> next;
    for (const History &history : m_histories) {
        const auto at = dueAt(history, now);
        if (at && *at > now && (!next || *at < *next))
            next = at;
    }
    return next;
}

} // namespace countersign
