// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decideflow.h"

#include "app/api/readagain.h"
#include "app/domain/decisionfacts.h"
#include "app/flows/alternative.h"
#include "app/flows/callerread.h"
#include "app/flows/decisiontrack.h"
#include "app/flows/keyrenewal.h"
#include "app/flows/knownactor.h"
#include "app/flows/observationread.h"
#include "app/flows/progressnews.h"
#include "app/flows/sendchecks.h"
#include "app/flows/sentparameters.h"
#include "app/flows/settleflow.h"

#include <QTimer>

#include <utility>

namespace countersign {

using Stop = DecisionProgress::Stop;
using std::chrono::milliseconds;

namespace {

ApiRequest requestOf(const DecisionRecord &record)
{
    ApiRequest request;
    request.action = record.act == Act::CancelExecution ? QStringLiteral("CancelExecution")
                                                        : QStringLiteral("NotifyExecution");
    request.parameters = requestParameters(record);
    request.parameters.remove(QStringLiteral("RegionId")); // the target's, added when it is signed
    return request;
}

bool isWatched(DecisionState state)
{
    return state == DecisionState::Accepted || state == DecisionState::Ambiguous ||
           state == DecisionState::RefusedCodeUnknown;
}

Error overdue()
{
    Error error;
    error.kind = Error::Kind::TimedOut;
    return error;
}

//! What is written down about a decision that the program did not see the end of.
StepFacts interruptedFacts()
{
    StepFacts facts;
    facts.evidence = {QStringLiteral("Crash")};
    return facts;
}

bool isOnItsWay(DecisionState state)
{
    return state == DecisionState::Sending || state == DecisionState::Sent;
}

} // namespace

class DecideFlow::Private
{
public:
    Private(DecideFlow &owner, const FlowServices &flowServices, DecisionBasis decisionBasis,
            const DecideTimes &decideTimes)
        : q(owner)
        , services(flowServices)
        , basis(std::move(decisionBasis))
        , times(decideTimes)
        , track(flowServices.journal)
        , settle(services, times, track)
        , caller(services)
    {
    }

    void begin();
    bool mayBegin();
    bool areKeysShort() const;
    void renewKeys();
    void onRenewed(const std::optional<Error> &error);
    void stopRead(Stop stop, const Error &error);
    void stopForCaller(Stop stop);
    void noteCaller(Stop stop);
    void learnCaller();
    void onCaller(const CallerRead::Answer &answer);
    void readAgain();
    void readObject();
    void onReadAgain(const Result<ObservationReading> &result);
    bool isAsReviewed(const ObservationReading &now);
    bool isSkewBearable();
    void takeTurn();
    void giveUpTurn();
    void recordIntent();
    void send();
    bool verify(const SignedRequest &request);
    bool commitSending();
    bool mayLeave();
    void onReport(const SendReport &report);
    void onLateReport(const SendReport &report);
    void watch();
    void offerAlternative();
    void rememberTaskId();

    DecisionProgress &progress() { return track.progress; }

    DecideFlow &q;
    FlowServices services;
    DecisionBasis basis;
    DecideTimes times;
    DecisionTrack track;
    SettleFlow settle;
    CallerRead caller;
    std::optional<ApiTarget> target;
    SecondRead second;
    milliseconds sentAt{0}; //!< with sleep
    RequestFacts request;
    bool isWaitingForTurn = false;
    int renewals = 0; //!< begun and ended
    bool hasNewKeys = false;
    std::unique_ptr<ObservationRead> reading;
    std::unique_ptr<OneShotSender> sender;
    CallHandle call;
};

void DecideFlow::Private::begin()
{
    if (areKeysShort())
        renewKeys();
    else if (mayBegin())
        readAgain();
}

//! The keys may end before the request has arrived.
bool DecideFlow::Private::areKeysShort() const
{
    return doKeysEndWithin(services, track.record.where.place, times.keysOutlast);
}

//! Nothing is read with keys that are about to end: what is read must be what the request is
//! signed for.
void DecideFlow::Private::renewKeys()
{
    const ProfileId &profile = track.record.where.place.profile;
    const bool canRenew = services.renewal && services.renewal->canRenew(profile);
    // Those that came just now end as soon as the ones before.
    if (std::exchange(hasNewKeys, false) || !canRenew) {
        track.stopWith(Stop::Expired, DecisionState::NotSent);
        return;
    }
    const int asked = ++renewals;
    progress().isRenewing = true;
    track.show(progress().state);
    call = services.renewal->renew(profile, &q,
                                   [this](const std::optional<Error> &error) { onRenewed(error); });
    QTimer::singleShot(times.renewalWait, &q, [this, asked] {
        if (asked == renewals)
            call.cancel();
    });
}

void DecideFlow::Private::onRenewed(const std::optional<Error> &error)
{
    ++renewals;
    progress().isRenewing = false;
    if (isTerminal(progress().state))
        return;
    if (error) {
        const bool isLate = error->kind == Error::Kind::Cancelled;
        track.stopWith(Stop::Expired, DecisionState::NotSent, isLate ? overdue() : *error);
        return;
    }
    hasNewKeys = true;
    begin();
}

//! A reading that failed because the keys have ended is their end, whatever was to be read.
void DecideFlow::Private::stopRead(Stop stop, const Error &error)
{
    track.stopWith(isExpiredToken(error) ? Stop::Expired : stop, DecisionState::NotSent, error);
}

//! What the person is told of it, beside the account.
void DecideFlow::Private::noteCaller(Stop stop)
{
    const auto actor = knownActor(services.profiles, track.record.where.place.profile);
    if (stop != Stop::WrongActor || !actor)
        return;
    progress().actorNow = actorName(actor->identity);
    progress().actorKindNow = actor->identity.kind();
}

void DecideFlow::Private::stopForCaller(Stop stop)
{
    noteCaller(stop);
    track.stopWith(stop, DecisionState::NotSent);
}

bool DecideFlow::Private::mayBegin()
{
    target = services.profiles.targetFor(track.record.where.place);
    const auto stop = obstacleToBegin(services, track.record);
    if (!stop)
        return true;
    progress().journalProblem = services.journal.problem();
    if (*stop == Stop::WrongHost)
        progress().hostNow = hostOf(target->endpoint);
    stopForCaller(*stop);
    return false;
}

//! Whose the credentials are must be known before anything is signed with them: right after a key
//! was entered it is not.
void DecideFlow::Private::learnCaller()
{
    caller.ask(track.record.where.place, *target, times.identityWait,
               [this](const CallerRead::Answer &answer) { onCaller(answer); });
}

void DecideFlow::Private::onCaller(const CallerRead::Answer &answer)
{
    using Kind = CallerRead::Answer::Kind;
    if (isTerminal(progress().state))
        return;
    switch (answer.kind) {
    case Kind::Known:
    case Kind::Replaced:
        readAgain();
        break;
    case Kind::VerifiedEarlier:
        readObject();
        break;
    case Kind::Gone:
        if (areKeysShort())
            readAgain();
        else
            track.stopWith(Stop::Locked, DecisionState::NotSent);
        break;
    case Kind::OtherAccount:
        track.stopWith(Stop::WrongAccount, DecisionState::NotSent);
        break;
    case Kind::Failed:
        stopRead(Stop::Identity, *answer.error);
        break;
    }
}

void DecideFlow::Private::readAgain()
{
    if (areKeysShort()) {
        renewKeys();
        return;
    }
    hasNewKeys = false;
    second.credentials = target->credentials ? target->credentials() : nullptr;
    second.lending = services.profiles.lending(track.record.where.place.profile);
    if (services.profiles.identity(track.record.where.place.profile))
        readObject();
    else
        learnCaller();
}

void DecideFlow::Private::readObject()
{
    markBegin(second, services.clock);
    reading = std::make_unique<ObservationRead>(
        services, *target, track.record,
        [this](const Result<ObservationReading> &result) { onReadAgain(result); });
}

void DecideFlow::Private::onReadAgain(const Result<ObservationReading> &result)
{
    // The reading is the one that calls, so it is kept until this has returned.
    const std::unique_ptr<ObservationRead> ended = std::move(reading);
    if (!result) {
        stopRead(Stop::Read, result.error());
        return;
    }
    second.seen = result->observation;
    markEnd(second, services.clock);
    progress().clockSkew = result->clockSkew;
    if (result->execution && !isRunOfShownAccount(*result->execution, track.record.where)) {
        progress().runAccount = result->execution->accountId;
        track.stopWith(Stop::WrongAccount, DecisionState::NotSent);
        return;
    }
    if (!isAsReviewed(*result)) {
        track.stopWith(Stop::None, DecisionState::Changed);
        return;
    }
    if (const auto stop = obstacleOfCaller(services.profiles, track.record.where)) {
        stopForCaller(*stop);
        return;
    }
    if (!isSkewBearable())
        return;
    track.show(DecisionState::Verified);
    takeTurn();
}

bool DecideFlow::Private::isAsReviewed(const ObservationReading &now)
{
    if (!now.execution) {
        progress().changedFacts = {QStringLiteral("ExecutionId")};
        return false;
    }
    progress().runStatus = now.execution->statusText;
    progress().rowStatus = second.seen.row ? second.seen.row->statusText : QString();
    progress().changedFacts =
        differingFacts(track.record.fingerprint,
                       fingerprintFor(track.record, *now.execution, now.rows, basis.templateText));
    noteProgress(progress(), track.record, basis, now);
    if (progress().changedFacts.empty())
        return true;
    progress().executionNow = now.execution;
    progress().rowsNow = now.rows;
    const TaskExecution *step = second.seen.rows ? lastStep(now.rows) : nullptr;
    progress().lastStep = step ? step->taskName : QString();
    return false;
}

bool DecideFlow::Private::isSkewBearable()
{
    const auto skew = std::chrono::abs(progress().clockSkew.value_or(std::chrono::seconds(0)));
    progress().isClockDoubtful = skew > times.doubtfulSkew;
    if (skew <= times.largestSkew)
        return true;
    Error error;
    error.kind = Error::Kind::WrongClock;
    error.clockSkew = progress().clockSkew;
    track.stopWith(Stop::WrongClock, DecisionState::NotSent, error);
    return false;
}

//! One request in flight for an account and region. Whoever had to wait reads again: the decision
//! that went first may have moved what this one rests on.
void DecideFlow::Private::takeTurn()
{
    const DecisionPlace &where = track.record.where;
    const bool hasWaited = isWaitingForTurn;
    isWaitingForTurn = services.journal.isSending(where.accountId, where.place.region);
    if (isWaitingForTurn)
        return;
    const auto credentials = target->credentials ? target->credentials() : nullptr;
    if (!credentials && !areKeysShort())
        track.stopWith(Stop::Locked, DecisionState::NotSent);
    else if (!credentials || hasWaited || hasSlept(second, services.clock) ||
             !isFresh(second, services.clock, times.secondReadAge) ||
             credentials != second.credentials.lock())
        readAgain();
    else
        recordIntent();
}

//! The decision before this one cannot be written down, so that its end may never be seen.
void DecideFlow::Private::giveUpTurn()
{
    if (!isWaitingForTurn || !services.journal.problem())
        return;
    isWaitingForTurn = false;
    progress().journalProblem = services.journal.problem();
    track.stopWith(Stop::Journal, DecisionState::NotSent);
}

void DecideFlow::Private::recordIntent()
{
    if (hasOpenDecision(services.journal, track.record)) {
        track.stopWith(Stop::AlreadyOpen, DecisionState::NotSent);
        return;
    }
    if (track.recordIntent({observationText(second.seen), basis.requiredApprovals}))
        send();
}

void DecideFlow::Private::send()
{
    sender = services.newSender();
    OneShotSender::Hooks hooks;
    hooks.signedAs = [this](const RequestFacts &facts) {
        request = facts;
        request.skew = progress().clockSkew;
    };
    hooks.verify = [this](const SignedRequest &bytes) { return verify(bytes); };
    hooks.sending = [this] { return commitSending(); };
    hooks.sent = [this] {
        if (progress().state == DecisionState::Sending)
            track.show(DecisionState::Sent);
    };
    const SendLimits &limits = sender->limits();
    progress().deadline = services.clock.now().addMSecs(
        (limits.connect + limits.handshake + limits.firstByte + limits.rest).count());
    call = sender->send(*target, requestOf(track.record), hooks, &q,
                        [this](const SendReport &report) { onReport(report); });
}

bool DecideFlow::Private::verify(const SignedRequest &bytes)
{
    const auto sent = sentParameters(bytes, target->scheme);
    const auto credentials = target->credentials ? target->credentials() : nullptr;
    const bool isRightAction = sentAction(bytes, target->scheme) == requestOf(track.record).action;
    if (!sent || !isRightAction || firstDifference(track.record, *sent) ||
        !isSealIntact(track.record))
        progress().stop = Stop::Bytes;
    else if (!credentials ||
             second.lending != services.profiles.lending(track.record.where.place.profile))
        // The caller is another one than read it, or may be.
        progress().stop =
            obstacleOfCaller(services.profiles, track.record.where).value_or(Stop::TooOld);
    noteCaller(progress().stop);
    return progress().stop == Stop::None;
}

bool DecideFlow::Private::mayLeave()
{
    const SendLimits &limits = sender->limits();
    const auto obstacle =
        obstacleToLeave(services, track.record, second,
                        times.secondReadAge + limits.connect + limits.handshake, times.keysLeft);
    if (obstacle && progress().stop == Stop::None)
        progress().stop = *obstacle;
    noteCaller(progress().stop);
    // A clock that was set has signed another time than the one that was measured.
    const std::chrono::seconds jump = clockJump(second, services.clock);
    if (std::chrono::abs(jump) > times.doubtfulSkew && progress().stop == Stop::None) {
        progress().clockSkew = progress().clockSkew.value_or(std::chrono::seconds(0)) - jump;
        progress().stop = Stop::WrongClock;
    }
    return progress().stop == Stop::None;
}

bool DecideFlow::Private::commitSending()
{
    if (!mayLeave())
        return false;
    progress().sentAt = services.clock.now();
    sentAt = services.clock.withSleep();
    StepFacts facts;
    facts.request = request;
    if (track.tryMove(DecisionState::Sending, facts))
        return true;
    progress().sentAt = {};
    progress().stop = Stop::Journal;
    return false;
}

void DecideFlow::Private::onReport(const SendReport &report)
{
    progress().deadline = {};
    progress().report = report;
    if (progress().state == DecisionState::Ambiguous || isTerminal(progress().state)) {
        onLateReport(report);
        return;
    }
    const DecisionState outcome = classify(report);
    if (outcome == DecisionState::NotSent && progress().stop == Stop::None)
        progress().stop = Stop::Transport;
    // That the sender was stopped is no reason beside the one it was stopped for.
    if (outcome != DecisionState::NotSent || progress().stop == Stop::Transport)
        progress().error = report.error;
    StepFacts facts;
    facts.code = report.code;
    facts.requestId = report.requestId;
    facts.httpStatus = report.httpStatus;
    facts.bytesOut = report.bytesHandedOut;
    facts.bytesIn = report.bytesIn;
    track.move(outcome, facts);
    offerAlternative();
    rememberTaskId();
    if (isWatched(progress().state))
        watch();
}

//! The outcome has been called unknown, because the computer slept while it was on its way.
void DecideFlow::Private::onLateReport(const SendReport &report)
{
    settle.noteLateReply(classify(report) == DecisionState::Accepted);
    Q_EMIT q.changed();
}

void DecideFlow::Private::watch()
{
    SettleFlow::Begin begin;
    begin.before = second.seen;
    begin.requiredApprovals = basis.requiredApprovals;
    begin.signedAt = request.timestamp;
    begin.sentAt = sentAt;
    settle.watch(begin);
}

//! What the service takes is remembered for the next decisions of the profile.
void DecideFlow::Private::rememberTaskId()
{
    const bool isTaken = progress().state == DecisionState::Accepted;
    const bool isRefused = progress().alternative == Alternative::NameTheTask;
    auto profile = services.profiles.profile(track.record.where.place.profile);
    if (!track.record.omitsTaskId || !profile || (!isTaken && !isRefused) ||
        profile->omitsTaskId == isTaken)
        return;
    profile->omitsTaskId = isTaken;
    services.profiles.setProfile(*profile);
}

void DecideFlow::Private::offerAlternative()
{
    if (progress().state != DecisionState::Refused || progress().alternative != Alternative::None)
        return;
    const Observation &last = settle.last().run ? settle.last() : second.seen;
    progress().alternative = alternativeTo(track.record, progress().report, last);
    rememberTaskId();
    if (progress().alternative != Alternative::None)
        Q_EMIT q.changed();
}

DecideFlow::DecideFlow(const FlowServices &services, DecisionBasis basis, const DecideTimes &times,
                       QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, std::move(basis), times))
{
    connect(&d->track, &DecisionTrack::changed, this, &DecideFlow::changed);
    connect(&d->settle, &SettleFlow::judged, this, [this] { d->offerAlternative(); });
    connect(
        &services.journal, &DecisionJournal::changed, this,
        [this] {
            if (d->isWaitingForTurn)
                d->takeTurn();
        },
        Qt::QueuedConnection);
    connect(&services.journal, &DecisionJournal::problemChanged, this, [this] { d->giveUpTurn(); });
}

DecideFlow::~DecideFlow() = default;

void DecideFlow::start(const DecisionRecord &record)
{
    if (d->progress().isStarted)
        return;
    d->progress().isStarted = true;
    d->track.record = record.frozenSha256.isEmpty() ? sealed(record) : record;
    QTimer::singleShot(0, this, [this] {
        if (d->progress().state == DecisionState::Drafted)
            d->begin();
    });
    Q_EMIT changed();
}

void DecideFlow::resume(const JournalEntry &entry)
{
    if (d->progress().isStarted)
        return;
    d->basis = {};
    d->basis.requiredApprovals = entry.intent.requiredApprovals;
    d->track.takeUp(entry);
    d->second.seen = observationFrom(entry.intent.seenBefore).value_or(Observation());
    if (entry.state() == DecisionState::IntentRecorded)
        d->track.move(DecisionState::NotSent, interruptedFacts());
    else if (isOnItsWay(entry.state()))
        d->track.move(DecisionState::Ambiguous, interruptedFacts());
    if (isWatched(d->progress().state)) {
        SettleFlow::Begin begin;
        begin.before = d->second.seen;
        begin.requiredApprovals = d->basis.requiredApprovals;
        begin.signedAt = entry.request() ? entry.request()->timestamp : d->progress().sentAt;
        d->settle.watch(begin);
    }
    Q_EMIT changed();
}

void DecideFlow::checkNow()
{
    d->settle.checkNow();
}

void DecideFlow::noteWake()
{
    DecisionProgress &progress = d->progress();
    if (!progress.isStarted)
        return;
    switch (progress.state) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
        d->reading.reset();
        d->progress().isRenewing = false;
        d->isWaitingForTurn = false;
        d->track.stopWith(Stop::Slept, DecisionState::NotSent);
        break;
    case DecisionState::IntentRecorded:
        // Its end comes as a report in which nothing was handed out.
        progress.stop = Stop::Slept;
        d->call.cancel();
        break;
    case DecisionState::Sending:
    case DecisionState::Sent: {
        StepFacts facts;
        facts.evidence = {QStringLiteral("Slept")};
        d->settle.awaitReply();
        d->track.move(DecisionState::Ambiguous, facts);
        d->watch();
        break;
    }
    default:
        d->settle.checkNow();
        break;
    }
}

std::unique_ptr<DecideFlow> DecideFlow::another() const
{
    return std::make_unique<DecideFlow>(d->services, d->basis, d->times);
}

const DecisionRecord &DecideFlow::record() const
{
    return d->track.record;
}

const DecisionProgress &DecideFlow::progress() const
{
    return d->track.progress;
}

const DecisionBasis &DecideFlow::basis() const
{
    return d->basis;
}

const DecideTimes &DecideFlow::times() const
{
    return d->times;
}

const FlowServices &DecideFlow::services() const
{
    return d->services;
}

} // namespace countersign
