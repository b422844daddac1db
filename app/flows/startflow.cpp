// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/startflow.h"

#include "app/domain/decision.h"
#include "app/flows/callerread.h"
#include "app/flows/sendchecks.h"
#include "app/flows/sentparameters.h"

namespace countersign {

using State = StartProgress::State;
using Stop = StartProgress::Stop;

class StartFlow::Private
{
public:
    Private(StartFlow &owner, const FlowServices &flowServices, const DecisionPlace &shown,
            std::chrono::milliseconds wait)
        : q(owner)
        , services(flowServices)
        , where(shown)
        , identityWait(wait)
        , caller(services)
    {
    }

    void begin();
    void onCaller(const CallerRead::Answer &answer);
    Stop obstacle() const;
    void checkAndSend();
    void send();
    bool isAsShown(const SignedRequest &bytes) const;
    void onReport(const SendReport &report);
    State outcomeOf(const SendReport &report);
    void endWith(State state, Stop stop = Stop::None);

    StartFlow &q;
    FlowServices services;
    const DecisionPlace where;
    const std::chrono::milliseconds identityWait;
    CallerRead caller;
    quint64 lending = 0; //!< of what was lent when it was known who acts
    StartExecutionRequest request;
    std::optional<ApiTarget> target;
    StartProgress progress;
    std::unique_ptr<OneShotSender> sender;
};

//! Nothing is signed until it is known who acts.
void StartFlow::Private::begin()
{
    const ProfileId &id = where.place.profile;
    target = services.profiles.targetFor(where.place);
    lending = services.profiles.lending(id);
    const Stop stop = obstacle();
    if (stop != Stop::None)
        endWith(State::NotSent, stop);
    else if (services.profiles.identity(id))
        send();
    else
        caller.ask(where.place, *target, identityWait,
                   [this](const CallerRead::Answer &answer) { onCaller(answer); });
}

void StartFlow::Private::onCaller(const CallerRead::Answer &answer)
{
    using Kind = CallerRead::Answer::Kind;
    switch (answer.kind) {
    case Kind::Known:
    case Kind::VerifiedEarlier:
        checkAndSend();
        break;
    case Kind::Replaced:
        begin();
        break;
    case Kind::Gone:
        endWith(State::NotSent, Stop::Locked);
        break;
    case Kind::OtherAccount:
        endWith(State::NotSent, Stop::WrongAccount);
        break;
    case Kind::Failed:
        progress.error = answer.error;
        endWith(State::NotSent, Stop::Identity);
        break;
    }
}

//! What is not as it was shown, as far as it was read.
Stop StartFlow::Private::obstacle() const
{
    if (!target || !services.profiles.isUnlocked(where.place.profile))
        return Stop::Locked;
    if (!isOfShownAccount(services.profiles, where))
        return Stop::WrongAccount;
    const bool isOtherCaller = services.profiles.lending(where.place.profile) != lending;
    if (isOtherCaller || !isShownActor(services.profiles, where))
        return Stop::WrongActor;
    return isShownHost(*target, where) ? Stop::None : Stop::WrongHost;
}

void StartFlow::Private::checkAndSend()
{
    const Stop stop = obstacle();
    if (stop == Stop::None)
        send();
    else
        endWith(State::NotSent, stop);
}

void StartFlow::Private::send()
{
    sender = services.newSender();
    OneShotSender::Hooks hooks;
    hooks.verify = [this](const SignedRequest &bytes) {
        progress.stop = isAsShown(bytes) ? obstacle() : Stop::Bytes;
        return progress.stop == Stop::None;
    };
    // Connecting took its time.
    hooks.sending = [this] {
        progress.stop = obstacle();
        return progress.stop == Stop::None;
    };
    const SendLimits limits;
    progress.deadline = services.clock.now().addMSecs(
        (limits.connect + limits.handshake + limits.firstByte + limits.rest).count());
    sender->send(*target, request.toRequest(), hooks, &q,
                 [this](const SendReport &report) { onReport(report); });
}

//! What the bytes say, read back, is what was asked for.
bool StartFlow::Private::isAsShown(const SignedRequest &bytes) const
{
    QMap<QString, QString> expected = request.toRequest().parameters;
    expected.insert(QStringLiteral("RegionId"), where.place.region.text());
    const auto sent = sentParameters(bytes, target->scheme);
    return sent && *sent == expected;
}

void StartFlow::Private::onReport(const SendReport &report)
{
    progress.error = report.error;
    progress.code = report.code;
    progress.requestId = report.requestId;
    const State state = outcomeOf(report);
    const Stop stop =
        progress.stop == Stop::None && state == State::NotSent ? Stop::Transport : progress.stop;
    endWith(state, stop);
}

State StartFlow::Private::outcomeOf(const SendReport &report)
{
    switch (classify(report)) {
    case DecisionState::NotSent:
        return State::NotSent;
    case DecisionState::Refused:
    case DecisionState::RefusedCodeUnknown:
        return State::Refused;
    case DecisionState::Accepted: {
        const auto started = readStartExecution(report.body);
        if (!started) {
            progress.error = started.error();
            return State::Unclear;
        }
        progress.run = *started;
        return State::Started;
    }
    default:
        return State::Unclear;
    }
}

void StartFlow::Private::endWith(State state, Stop stop)
{
    progress.state = state;
    progress.stop = stop;
    progress.wasUnclear = progress.wasUnclear || state == State::Unclear;
    progress.deadline = {};
    Q_EMIT q.changed();
}

StartFlow::StartFlow(const FlowServices &services, const DecisionPlace &where,
                     std::chrono::milliseconds identityWait, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, where, identityWait))
{
}

StartFlow::~StartFlow() = default;

void StartFlow::start(const StartExecutionRequest &request)
{
    const StartProgress &now = d->progress;
    const bool isOtherRequest = now.wasUnclear && !(request == d->request);
    if (now.state == State::Starting || now.state == State::Started || isOtherRequest)
        return;
    d->request = request;
    d->progress.state = State::Starting;
    d->progress.stop = Stop::None;
    d->progress.error.reset();
    d->progress.code.clear();
    d->progress.requestId.clear();
    d->begin();
    if (now.state == State::Starting)
        Q_EMIT changed();
}

const StartProgress &StartFlow::progress() const
{
    return d->progress;
}

QString newClientToken()
{
    return QString::fromLatin1(newDecisionId().hex);
}

} // namespace countersign
