// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/expiredkeys.h"

#include "app/flows/keyrenewal.h"
#include "app/flows/renewalrule.h"
#include "app/flows/sendchecks.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/keyissuewords.h"

#include <QPointer>

namespace countersign {

ExpiredKeys::ExpiredKeys(const FlowServices &services, const Place &place,
                         std::chrono::milliseconds outlast, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_place(place)
    , m_outlast(outlast)
{
    if (const auto target = services.profiles.targetFor(place))
        m_before = target->credentials();
    const auto tell = [this](const ProfileId &profile) {
        if (profile == m_place.profile)
            Q_EMIT changed();
    };
    connect(&services.profiles, &ProfileRegistry::changed, this, tell);
    connect(&services.profiles, &ProfileRegistry::renewed, this, tell);
    if (services.renewal)
        connect(services.renewal, &KeyRenewal::standingChanged, this, tell);
}

ExpiredKeys::~ExpiredKeys() = default;

bool ExpiredKeys::areBehind(const DecisionProgress &progress)
{
    Error refusal;
    refusal.code = progress.report.code;
    return (progress.state == DecisionState::NotSent &&
            progress.stop == DecisionProgress::Stop::Expired) ||
           (progress.state == DecisionState::Refused && isEndOfKeys(refusal));
}

bool ExpiredKeys::areBack() const
{
    const auto target = m_services.profiles.targetFor(m_place);
    const auto lent = target ? target->credentials() : nullptr;
    return lent && lent != m_before.lock() && !doKeysEndWithin(m_services, m_place, m_outlast);
}

bool ExpiredKeys::canRenew() const
{
    return m_services.renewal && m_services.renewal->canRenew(m_place.profile);
}

void ExpiredKeys::renew()
{
    if (m_isAsking || !canRenew())
        return;
    m_isAsking = true;
    m_problem.reset();
    m_services.renewal->renew(m_place.profile, this, [this](const std::optional<Error> &error) {
        m_isAsking = false;
        m_problem = error;
        const QPointer<ExpiredKeys> alive(this);
        Q_EMIT changed();
        if (alive && !error)
            Q_EMIT renewed();
    });
    Q_EMIT changed();
}

QString ExpiredKeys::problemText() const
{
    if (!m_problem)
        return {};
    const auto profile = m_services.profiles.profile(m_place.profile);
    return profile ? keyIssueText(*m_problem, profile->source) : errorText(*m_problem);
}

} // namespace countersign
