// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/callerread.h"

#include "app/api/operations.h"
#include "app/flows/sendchecks.h"

#include <utility>

namespace countersign {

namespace {

Error overdue()
{
    Error error;
    error.kind = Error::Kind::TimedOut;
    return error;
}

} // namespace

CallerRead::CallerRead(const FlowServices &services)
    : m_services(services)
{
    m_end.setSingleShot(true);
    QObject::connect(&m_end, &QTimer::timeout, &m_end, [this] { m_call.cancel(); });
}

void CallerRead::ask(const Place &place, const ApiTarget &target, std::chrono::milliseconds wait,
                     std::function<void(const Answer &)> onAnswer)
{
    m_onAnswer = std::move(onAnswer);
    m_lent = target.credentials;
    m_asked = m_lent ? m_lent() : nullptr;
    m_call = m_services.client.read(target, getCallerIdentityRequest(), &m_end,
                                    [this, profile = place.profile](const Result<ApiReply> &reply) {
                                        m_end.stop();
                                        const auto onEnd = std::exchange(m_onAnswer, {});
                                        onEnd(answerFor(profile, reply));
                                    });
    m_end.start(wait);
}

CallerRead::Answer CallerRead::answerFor(const ProfileId &profile,
                                         const Result<ApiReply> &reply) const
{
    const auto credentials = m_lent ? m_lent() : nullptr;
    if (!credentials)
        return {Answer::Kind::Gone};
    if (credentials != m_asked.lock())
        return {Answer::Kind::Replaced};
    auto identity = reply ? readGetCallerIdentity(reply->body) : reply.error();
    if (!identity && identity.error().kind == Error::Kind::Cancelled)
        identity = overdue();
    if (identity) {
        const bool isOwn =
            m_services.profiles.setIdentity(profile, *identity, m_services.clock.now());
        return {isOwn ? Answer::Kind::Known : Answer::Kind::OtherAccount};
    }
    if (isVerifiedEarlier(m_services.profiles, profile, *credentials, identity.error()))
        return {Answer::Kind::VerifiedEarlier};
    return {Answer::Kind::Failed, identity.error()};
}

} // namespace countersign
