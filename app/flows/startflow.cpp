// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/startflow.h"

#include "app/domain/decision.h"
#include "app/flows/sendchecks.h"
#include "app/flows/sentparameters.h"

namespace countersign {

using State = StartProgress::State;
using Stop = StartProgress::Stop;

class StartFlow::Private
{
public:
    Private(StartFlow &owner, const FlowServices &flowServices, const DecisionPlace &shown)
        : q(owner)
        , services(flowServices)
        , where(shown)
        , lending(flowServices.profiles.lending(shown.place.profile))
    {
    }

    bool checkPlace();
    Stop obstacle() const;
    void send();
    bool isAsShown(const SignedRequest &bytes) const;
    void onReport(const SendReport &report);
    State outcomeOf(const SendReport &report);
    void endWith(State state, Stop stop = Stop::None);

    StartFlow &q;
    FlowServices services;
    const DecisionPlace where;
    const quint64 lending; //!< of what was lent when the place was shown
    StartExecutionRequest request;
    std::optional<ApiTarget> target;
    StartProgress progress;
    std::unique_ptr<OneShotSender> sender;
};

bool StartFlow::Private::checkPlace()
{
    target = services.profiles.targetFor(where.place);
    const Stop stop = obstacle();
    if (stop != Stop::None)
        endWith(State::NotSent, stop);
    return stop == Stop::None;
}

//! What is not as it was shown.
Stop StartFlow::Private::obstacle() const
{
    if (!target || !services.profiles.isUnlocked(where.place.profile))
        return Stop::Locked;
    if (!isOfShownAccount(services.profiles, where))
        return Stop::WrongAccount;
    const ProfileId &id = where.place.profile;
    const bool isUnreadCaller =
        services.profiles.lending(id) != lending && !services.profiles.identity(id);
    if (isUnreadCaller || !isShownActor(services.profiles, where))
        return Stop::WrongActor;
    return isShownHost(*target, where) ? Stop::None : Stop::WrongHost;
}

void StartFlow::Private::send()
{
    sender = services.newSender();
    OneShotSender::Hooks hooks;
    hooks.verify = [this](const SignedRequest &bytes) {
        progress.stop = isAsShown(bytes) ? obstacle() : Stop::Bytes;
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

StartFlow::StartFlow(const FlowServices &services, const DecisionPlace &where, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, where))
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
    if (!d->checkPlace())
        return;
    d->send();
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
