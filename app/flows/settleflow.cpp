// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/settleflow.h"

#include "app/flows/evidence.h"

#include <algorithm>
#include <utility>

namespace countersign {

using Hold = DecisionProgress::Hold;
using std::chrono::milliseconds;

namespace {

//! Errors after which the same reading will not succeed by itself.
bool isLasting(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Refused:
    case Error::Kind::TooLarge:
    case Error::Kind::BadReply:
    case Error::Kind::Incomplete:
        return true;
    case Error::Kind::Cancelled:
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::Untrusted:
    case Error::Kind::ProxyRefused:
    case Error::Kind::Redirected:
    case Error::Kind::Throttled:
    case Error::Kind::BadCredentials:
    case Error::Kind::WrongClock:
    case Error::Kind::NonceUsed:
    case Error::Kind::ServerFault:
    case Error::Kind::LocalFault:
        return false;
    }
    return false;
}

} // namespace

SettleFlow::SettleFlow(const FlowServices &services, const DecideTimes &times, DecisionTrack &track,
                       QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_times(times)
    , m_track(track)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SettleFlow::check);
    connect(&services.profiles, &ProfileRegistry::changed, this, &SettleFlow::onProfileChanged);
}

SettleFlow::~SettleFlow() = default;

void SettleFlow::watch(const Begin &begin)
{
    if (std::exchange(m_hasBegun, true))
        return;
    m_begin = begin;
    m_last = begin.before;
    m_outcomeAt = m_services.clock.monotonic();
    m_watchingAt = m_services.clock.withSleep();
    m_track.progress.watchUntil = begin.signedAt.addMSecs(m_times.window.count());
    if (isWatched())
        plan();
}

void SettleFlow::checkNow()
{
    if (!m_hasBegun || !isWatched() || m_reading)
        return;
    // One more than was planned does not push the planned ones away.
    if (m_planned > 0 && m_timer.isActive())
        --m_planned;
    check();
}

void SettleFlow::awaitReply()
{
    m_isReplyAwaited = true;
}

void SettleFlow::noteLateReply(bool isAcceptance)
{
    m_isReplyAwaited = false;
    m_isAcceptedLate = isAcceptance;
    checkNow();
}

bool SettleFlow::isWatched() const
{
    const DecisionState state = m_track.progress.state;
    return state == DecisionState::Accepted || state == DecisionState::Ambiguous ||
           state == DecisionState::RefusedCodeUnknown;
}

milliseconds SettleFlow::sinceOutcome() const
{
    return m_services.clock.monotonic() - m_outcomeAt;
}

bool SettleFlow::isWindowOverAt(const std::optional<std::chrono::seconds> &skew) const
{
    WindowFacts facts;
    facts.signedAt = m_begin.signedAt;
    // Back from the end, where the skew was measured: the clock may have been set meanwhile.
    const milliseconds tookReading = m_services.clock.withSleep() - m_readingAt;
    facts.now = m_services.clock.now().addMSecs(-tookReading.count());
    facts.skew = skew;
    if (m_begin.sentAt)
        facts.sinceSending = m_readingAt - *m_begin.sentAt;
    facts.sinceWatching = m_readingAt - m_watchingAt;
    return isWindowOver(facts, m_times.window);
}

milliseconds SettleFlow::nextDue()
{
    milliseconds due = m_times.again * static_cast<int>(m_planned + 1);
    const std::size_t first = m_times.checks.size();
    if (m_planned < first)
        due = m_times.checks[m_planned];
    else if (first > 0)
        due = m_times.checks.back() + m_times.again * static_cast<int>(m_planned - first + 1);
    ++m_planned;
    return due;
}

void SettleFlow::plan()
{
    milliseconds due = nextDue();
    // What was due while a reading took its time, or while the computer slept, is not caught up.
    while (m_times.again.count() > 0 && m_planned > m_times.checks.size() && due < sinceOutcome())
        due = nextDue();
    // The word that nothing changed is owed within seconds: a reading that ended a moment too
    // early, or failed, is not followed by the long pause that comes next.
    const DecisionProgress &progress = m_track.progress;
    if (progress.state == DecisionState::RefusedCodeUnknown &&
        sinceOutcome() < m_times.refusalSettles + m_times.refusalSettles)
        due = std::min(due, progress.checkError ? sinceOutcome() + m_times.refusalAgain
                                                : m_times.refusalSettles);
    planAt(due);
}

void SettleFlow::planAt(milliseconds due)
{
    const milliseconds pause = std::max(milliseconds(0), due - sinceOutcome());
    m_track.progress.nextCheck = m_services.clock.now().addMSecs(pause.count());
    m_timer.start(pause);
    Q_EMIT m_track.changed();
}

void SettleFlow::check()
{
    m_timer.stop();
    m_track.progress.nextCheck = {};
    if (!mayRead())
        return;
    m_readingAt = m_services.clock.withSleep();
    m_reading = std::make_unique<ObservationRead>(
        m_services, *m_services.profiles.targetFor(m_track.record.where.place), m_track.record,
        [this](const Result<ObservationReading> &result) { onRead(result); });
    Q_EMIT m_track.changed();
}

//! False: it waits for something else.
bool SettleFlow::mayRead()
{
    const DecisionPlace &where = m_track.record.where;
    const auto profile = m_services.profiles.profile(where.place.profile);
    const auto identity = m_services.profiles.identity(where.place.profile);
    if (!profile)
        holdFor(Hold::NoProfile);
    else if (profile->accountId != where.accountId ||
             (identity && identity->accountId != where.accountId))
        holdFor(Hold::OtherAccount);
    else if (!m_services.profiles.isUnlocked(profile->id))
        holdFor(Hold::Locked);
    else
        m_track.progress.hold = Hold::None;
    return m_track.progress.hold == Hold::None;
}

void SettleFlow::holdFor(Hold hold)
{
    m_track.progress.hold = hold;
    // Nobody will be able to read it: it is the person who can settle it.
    if (hold != Hold::Locked && m_services.clock.now() > m_track.progress.watchUntil) {
        giveUp();
        Q_EMIT judged();
        return;
    }
    if (hold != Hold::Locked)
        planAt(sinceOutcome() + m_times.again);
    Q_EMIT m_track.changed();
}

void SettleFlow::onProfileChanged(const ProfileId &id)
{
    if (id == m_track.record.where.place.profile && m_track.progress.hold != Hold::None)
        checkNow();
}

void SettleFlow::onRead(const Result<ObservationReading> &result)
{
    // The reading is the one that calls, so it is kept until this has returned.
    const std::unique_ptr<ObservationRead> ended = std::move(m_reading);
    if (!result) {
        onFailure(result.error());
        return;
    }
    ++m_track.progress.checks;
    m_track.progress.checkError.reset();
    if (isLagging(result->observation))
        settleDueRefusal();
    else
        judge(result->observation, result->clockSkew);
    if (isWatched())
        plan();
    else
        Q_EMIT m_track.changed();
    Q_EMIT judged();
}

void SettleFlow::onFailure(const Error &error)
{
    m_track.progress.checkError = error;
    m_track.progress.mayOverrideFrom = {};
    if (error.kind == Error::Kind::Cancelled)
        return;
    if (isLasting(error.kind) && isWindowOverAt(error.clockSkew))
        giveUp();
    else
        plan();
    Q_EMIT judged();
}

//! It cannot be read, and nothing can arrive any more.
void SettleFlow::giveUp()
{
    StepFacts facts;
    facts.evidence = {QStringLiteral("E5")};
    if (m_track.progress.state == DecisionState::RefusedCodeUnknown)
        m_track.move(DecisionState::Ambiguous, facts);
    m_track.move(DecisionState::Unresolved, facts);
    m_track.progress.waitsForOthers = false;
    updateOverride(false);
}

//! Lists may lag behind by seconds; what stays so for long is how things are.
bool SettleFlow::isLagging(const Observation &now)
{
    if (!isOlder(now, m_last)) {
        m_laggingAt.reset();
        return false;
    }
    if (!m_laggingAt)
        m_laggingAt = m_services.clock.monotonic();
    return m_services.clock.monotonic() - *m_laggingAt <= m_times.longestLag;
}

StepFacts SettleFlow::factsOf(const Watched &watched, const Verdict &verdict) const
{
    StepFacts facts;
    facts.evidence = evidenceWords(watched, verdict);
    if (m_isAcceptedLate) {
        facts.httpStatus = m_track.progress.report.httpStatus;
        facts.requestId = m_track.progress.report.requestId;
    }
    return facts;
}

//! The list lags behind, and the word about a refusal is owed all the same: no reply that refuses
//! has done anything.
void SettleFlow::settleDueRefusal()
{
    if (m_track.progress.state != DecisionState::RefusedCodeUnknown)
        return;
    Watched watched;
    watched.isRefusalDue = sinceOutcome() >= m_times.refusalSettles;
    moveBy(watched);
}

milliseconds SettleFlow::sinceGone() const
{
    return m_goneAt ? m_services.clock.monotonic() - *m_goneAt : milliseconds(0);
}

Watched SettleFlow::watchedOf(const Observation &now,
                              const std::optional<std::chrono::seconds> &skew)
{
    const DecisionRecord &record = m_track.record;
    const Observation &before = m_begin.before;
    Watched watched;
    watched.movement = movementOf(record, before, now);
    watched.isNoteSeen = isNoteSeen(record, before, now);
    watched.hasAnyChange = hasAnyChange(record, before, now);
    watched.isUntouched = isUntouched(record, before, now);
    watched.requiredApprovals = m_begin.requiredApprovals;
    watched.isRefusalDue = sinceOutcome() >= m_times.refusalSettles;
    watched.isOthersDue = sinceOutcome() >= m_times.othersSettle;
    watched.isPartDue = sinceOutcome() >= m_times.partSettles;
    watched.isWindowOver = isWindowOverAt(skew);
    watched.isAcceptedLate = m_isAcceptedLate;
    watched.isReplyAwaited = m_isReplyAwaited;
    if (watched.movement != Movement::CannotBeRead)
        m_goneAt.reset();
    else if (!m_goneAt)
        m_goneAt = m_services.clock.monotonic();
    watched.isGoneDue = m_goneAt && sinceGone() >= m_times.goneSettles;
    return watched;
}

void SettleFlow::judge(const Observation &now, const std::optional<std::chrono::seconds> &skew)
{
    DecisionProgress &progress = m_track.progress;
    progress.runStatus = now.run ? now.run->statusText : QString();
    progress.rowStatus = now.row ? now.row->statusText : QString();
    progress.nextTaskName = nextWaitingTask(m_track.record, m_begin.before, now);
    progress.movedRows = movedRows(m_track.record, m_begin.before, now);
    const Watched watched = watchedOf(now, skew);
    progress.movement = watched.movement;
    progress.isNoteSeen = watched.isNoteSeen;
    m_last = now;
    moveBy(watched);
    updateOverride(!watched.hasAnyChange && !watched.isNoteSeen);
}

void SettleFlow::moveBy(const Watched &watched)
{
    const DecisionState from = m_track.progress.state;
    Verdict verdict = settle(from, watched);
    if (verdict.state != from)
        m_track.move(verdict.state, factsOf(watched, verdict));
    // A refusal that moved something is an unclear outcome, which the same reading may settle.
    if (from == DecisionState::RefusedCodeUnknown && verdict.state == DecisionState::Ambiguous) {
        verdict = settle(verdict.state, watched);
        if (verdict.state != DecisionState::Ambiguous)
            m_track.move(verdict.state, factsOf(watched, verdict));
    }
    if (verdict.waitsForOthers)
        m_track.markWaitsForOthers();
    if (m_track.progress.state != DecisionState::Accepted)
        m_track.progress.waitsForOthers = false;
}

void SettleFlow::updateOverride(bool isUnchanged)
{
    DecisionProgress &progress = m_track.progress;
    progress.mayOverrideFrom = {};
    if (!isUnchanged)
        m_unchangedAt.reset();
    else if (!m_unchangedAt)
        m_unchangedAt = m_services.clock.monotonic();
    const bool isOpen = progress.state == DecisionState::Ambiguous ||
                        (progress.state == DecisionState::Accepted && !progress.waitsForOthers);
    if (isOpen && m_unchangedAt)
        progress.mayOverrideFrom = m_services.clock.now().addMSecs(
            (*m_unchangedAt + m_times.overrideAfter - m_services.clock.monotonic()).count());
}

} // namespace countersign
