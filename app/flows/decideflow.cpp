// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/decideflow.h"

#include "app/domain/decisionfacts.h"
#include "app/flows/observationread.h"
#include "app/flows/sentparameters.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

using Stop = DecisionProgress::Stop;
using std::chrono::milliseconds;

namespace {

//! How old the second read may be when the request leaves (security.md 4.4).
constexpr milliseconds largestAgeOfSecondRead{2'000};
constexpr milliseconds turnPause{100};

Fingerprint fingerprintNow(const DecisionRecord &record, const DecisionBasis &basis,
                           const Observation &now)
{
    std::vector<TaskExecution> rows = now.rows ? *now.rows : now.waitingRows;
    const auto isBound = [&now](const TaskExecution &row) { return row.id == now.row->id; };
    if (now.row && std::none_of(rows.begin(), rows.end(), isBound))
        rows.push_back(*now.row);
    return fingerprintFor(record, *now.execution, rows, basis.templateText);
}

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
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::PreciseTimer);
    }

    bool checkBeforeReading();
    void readAgain();
    void onReadAgain(const Result<ObservationReading> &result);
    bool isSkewBearable();
    void takeTurn();
    void recordIntent();
    void send();
    bool verifyBytes(const SignedRequest &request);
    bool commitSending();
    void onReport(const SendReport &report);
    void offerAlternative();
    void rememberTaskId();
    void watch();
    void planCheck();
    void check();
    void onChecked(const Result<ObservationReading> &result);
    void applyVerdict(const Observation &now);
    bool move(DecisionState to, const QString &code = {}, const QString &requestId = {});
    void stopWith(Stop stop, DecisionState state, const std::optional<Error> &error = {});
    milliseconds sinceOutcome() const;

    DecideFlow &q;
    FlowServices services;
    DecisionBasis basis;
    DecideTimes times;
    DecisionRecord record;
    std::optional<ApiTarget> target;
    DecisionProgress progress;
    Observation before; //!< what the second read found
    Observation last;   //!< what was read last
    milliseconds beforeAt{0};
    milliseconds outcomeAt{0};
    std::size_t planned = 0; //!< checks planned so far
    std::unique_ptr<ObservationRead> reading;
    std::unique_ptr<OneShotSender> sender;
    QTimer timer;
};

void DecideFlow::Private::stopWith(Stop stop, DecisionState state,
                                   const std::optional<Error> &error)
{
    progress.stop = stop;
    progress.state = state;
    progress.error = error;
    Q_EMIT q.changed();
}

bool DecideFlow::Private::checkBeforeReading()
{
    target = services.profiles.targetFor(record.where.place);
    const auto profile = services.profiles.profile(record.where.place.profile);
    if (!target || !profile || !services.profiles.isUnlocked(profile->id)) {
        stopWith(Stop::Locked, DecisionState::NotSent);
        return false;
    }
    if (profile->accountId != record.where.accountId) {
        stopWith(Stop::WrongAccount, DecisionState::NotSent);
        return false;
    }
    if (services.journal.openFor(record.where.accountId, record.where.place.region,
                                 record.executionId, record.taskExecutionId)) {
        stopWith(Stop::AlreadyOpen, DecisionState::NotSent);
        return false;
    }
    return true;
}

void DecideFlow::Private::readAgain()
{
    reading = std::make_unique<ObservationRead>(
        services, *target, record,
        [this](const Result<ObservationReading> &result) { onReadAgain(result); });
}

void DecideFlow::Private::onReadAgain(const Result<ObservationReading> &result)
{
    if (!result) {
        stopWith(Stop::Read, DecisionState::NotSent, result.error());
        return;
    }
    before = result->observation;
    last = before;
    beforeAt = services.clock.monotonic();
    progress.clockSkew = result->clockSkew;
    if (!isSkewBearable()) {
        Error error;
        error.kind = Error::Kind::WrongClock;
        error.clockSkew = progress.clockSkew;
        stopWith(Stop::WrongClock, DecisionState::NotSent, error);
        return;
    }
    if (!before.execution) {
        progress.changedFacts = {QStringLiteral("ExecutionId")};
    } else {
        progress.runStatus = before.execution->statusText;
        progress.rowStatus = before.row ? before.row->statusText : QString();
        progress.changedFacts =
            differingFacts(record.fingerprint, fingerprintNow(record, basis, before));
    }
    if (!progress.changedFacts.empty()) {
        const TaskExecution *step = before.rows ? lastStep(*before.rows) : nullptr;
        progress.lastStep = step ? step->taskName : QString();
        stopWith(Stop::None, DecisionState::Changed);
        return;
    }
    progress.state = DecisionState::Verified;
    Q_EMIT q.changed();
    takeTurn();
}

bool DecideFlow::Private::isSkewBearable()
{
    return !progress.clockSkew || std::chrono::abs(*progress.clockSkew) <= times.largestSkew;
}

//! One request in flight for an account and region; who had to wait too long reads again.
void DecideFlow::Private::takeTurn()
{
    if (services.journal.isSending(record.where.accountId, record.where.place.region)) {
        QTimer::singleShot(turnPause, &q, [this] { takeTurn(); });
        return;
    }
    if (services.clock.monotonic() - beforeAt > largestAgeOfSecondRead)
        readAgain();
    else
        recordIntent();
}

void DecideFlow::Private::recordIntent()
{
    if (const auto error = services.journal.append(record)) {
        stopWith(Stop::Journal, DecisionState::NotSent, *error);
        return;
    }
    progress.state = DecisionState::IntentRecorded;
    Q_EMIT q.changed();
    send();
}

void DecideFlow::Private::send()
{
    sender = services.newSender();
    OneShotSender::Hooks hooks;
    hooks.verify = [this](const SignedRequest &request) { return verifyBytes(request); };
    hooks.sending = [this] { return commitSending(); };
    hooks.sent = [this] { move(DecisionState::Sent); };
    const SendLimits limits;
    progress.deadline = services.clock.now().addMSecs(
        (limits.connect + limits.handshake + limits.firstByte + limits.rest).count());
    sender->send(*target, requestOf(record), hooks, &q,
                 [this](const SendReport &report) { onReport(report); });
}

bool DecideFlow::Private::verifyBytes(const SignedRequest &request)
{
    const auto sent = sentParameters(request, target->scheme);
    if (sent && !firstDifference(record, *sent))
        return true;
    progress.stop = Stop::Bytes;
    return false;
}

bool DecideFlow::Private::commitSending()
{
    progress.sentAt = services.clock.now();
    if (move(DecisionState::Sending))
        return true;
    progress.stop = Stop::Journal;
    return false;
}

bool DecideFlow::Private::move(DecisionState to, const QString &code, const QString &requestId)
{
    StepFacts facts;
    facts.code = code;
    facts.requestId = requestId;
    const auto error = services.journal.transition(record.id, progress.state, to, facts);
    if (error)
        return false;
    progress.state = to;
    Q_EMIT q.changed();
    return true;
}

void DecideFlow::Private::onReport(const SendReport &report)
{
    progress.report = report;
    progress.error = report.error;
    outcomeAt = services.clock.monotonic();
    if (!progress.sentAt.isValid())
        progress.sentAt = services.clock.now();
    progress.watchUntil = progress.sentAt.addMSecs(times.window.count());
    const DecisionState outcome = classify(report);
    if (outcome == DecisionState::NotSent && progress.stop == Stop::None)
        progress.stop = Stop::Transport;
    progress.deadline = {};
    // An outcome is shown even where the journal would not take it: hiding it would invite a
    // repeat.
    if (!move(outcome, report.code, report.requestId)) {
        progress.state = outcome;
        Q_EMIT q.changed();
    }
    offerAlternative();
    rememberTaskId();
    if (isWatched(progress.state))
        watch();
}

//! What the service takes is remembered for the next decisions of the profile.
void DecideFlow::Private::rememberTaskId()
{
    const bool isTaken = progress.state == DecisionState::Accepted;
    const bool isRefused = progress.alternative == Alternative::NameTheTask;
    auto profile = services.profiles.profile(record.where.place.profile);
    if (!record.omitsTaskId || !profile || (!isTaken && !isRefused) ||
        profile->omitsTaskId == isTaken)
        return;
    profile->omitsTaskId = isTaken;
    services.profiles.setProfile(*profile);
}

void DecideFlow::Private::offerAlternative()
{
    if (progress.state != DecisionState::Refused || progress.alternative != Alternative::None)
        return;
    progress.alternative = alternativeTo(record, progress.report, last);
    rememberTaskId();
    if (progress.alternative != Alternative::None)
        Q_EMIT q.changed();
}

milliseconds DecideFlow::Private::sinceOutcome() const
{
    return services.clock.monotonic() - outcomeAt;
}

void DecideFlow::Private::watch()
{
    planned = 0;
    planCheck();
}

void DecideFlow::Private::planCheck()
{
    milliseconds due = times.again * static_cast<int>(planned + 1);
    if (planned < times.checks.size())
        due = times.checks[planned];
    else if (!times.checks.empty())
        due =
            times.checks.back() + times.again * static_cast<int>(planned - times.checks.size() + 1);
    ++planned;
    // The word that nothing changed is owed within seconds: a reading that ended a moment too
    // early, or failed, is not followed by the long pause that comes next.
    if (progress.state == DecisionState::RefusedCodeUnknown &&
        sinceOutcome() < times.refusalSettles + times.refusalSettles)
        due = std::min(due, progress.checkError ? sinceOutcome() + times.refusalAgain
                                                : times.refusalSettles);
    const milliseconds pause = std::max(milliseconds(0), due - sinceOutcome());
    progress.nextCheck = services.clock.now().addMSecs(pause.count());
    timer.start(pause);
    Q_EMIT q.changed();
}

void DecideFlow::Private::check()
{
    timer.stop();
    progress.nextCheck = {};
    reading = std::make_unique<ObservationRead>(
        services, *target, record,
        [this](const Result<ObservationReading> &result) { onChecked(result); });
    Q_EMIT q.changed();
}

void DecideFlow::Private::onChecked(const Result<ObservationReading> &result)
{
    if (result) {
        ++progress.checks;
        progress.checkError.reset();
        applyVerdict(result->observation);
    } else {
        progress.checkError = result.error();
        const bool isOver = sinceOutcome() > times.window;
        if (isOver && progress.state != DecisionState::RefusedCodeUnknown &&
            !progress.waitsForOthers)
            move(DecisionState::Unresolved);
        if (result.error().kind == Error::Kind::Cancelled)
            return;
    }
    const bool isOver = sinceOutcome() > times.window && progress.waitsForOthers;
    if (isWatched(progress.state) && !isOver)
        planCheck();
    else
        Q_EMIT q.changed();
}

void DecideFlow::Private::applyVerdict(const Observation &now)
{
    progress.runStatus = now.execution ? now.execution->statusText : QString();
    progress.rowStatus = now.row ? now.row->statusText : QString();
    progress.nextTaskName = nextWaitingTask(record, before, now);
    last = now;
    progress.movedRows = movedRows(record, before, now);
    Watched watched;
    watched.movement = movementOf(record, before, now);
    watched.isNoteSeen = isNoteSeen(record, before, now);
    watched.hasAnyChange = hasAnyChange(record, before, now);
    watched.isUntouched = isUntouched(record, before, now);
    watched.requiredApprovals = basis.requiredApprovals;
    watched.isRefusalDue = sinceOutcome() >= times.refusalSettles;
    watched.isOthersDue = sinceOutcome() >= times.othersSettle;
    watched.isPartDue = sinceOutcome() >= times.partSettles;
    watched.isWindowOver = sinceOutcome() > times.window;
    progress.movement = watched.movement;
    progress.isNoteSeen = watched.isNoteSeen;

    const DecisionState from = progress.state;
    Verdict verdict = settle(from, watched);
    if (verdict.state != from)
        move(verdict.state);
    // A refusal that moved something is an unclear outcome, which the same reading may settle.
    if (from == DecisionState::RefusedCodeUnknown && verdict.state == DecisionState::Ambiguous) {
        verdict = settle(verdict.state, watched);
        if (verdict.state != DecisionState::Ambiguous)
            move(verdict.state);
    }
    offerAlternative();
    if (verdict.waitsForOthers && !progress.waitsForOthers)
        progress.waitsForOthers = !services.journal.markWaitsForOthers(record.id);
    if (progress.state != DecisionState::Accepted)
        progress.waitsForOthers = false;
}

DecideFlow::DecideFlow(const FlowServices &services, DecisionBasis basis, const DecideTimes &times,
                       QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, std::move(basis), times))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->check(); });
}

DecideFlow::~DecideFlow() = default;

void DecideFlow::start(const DecisionRecord &record)
{
    if (d->progress.isStarted)
        return;
    d->progress.isStarted = true;
    d->record = record;
    QTimer::singleShot(0, this, [this] {
        if (d->checkBeforeReading())
            d->readAgain();
    });
    Q_EMIT changed();
}

void DecideFlow::checkNow()
{
    if (d->timer.isActive() && isWatched(d->progress.state))
        d->check();
}

const DecisionProgress &DecideFlow::progress() const
{
    return d->progress;
}

const DecisionBasis &DecideFlow::basis() const
{
    return d->basis;
}

const FlowServices &DecideFlow::services() const
{
    return d->services;
}

} // namespace countersign
