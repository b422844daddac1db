// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/sourcekeyissuer.h"

#include "app/credentials/keyrequest.h"

#include <utility>

namespace countersign {

SourceKeyIssuer::SourceKeyIssuer(ReadClient &client, const Clock &clock,
                                 KeySurroundings surroundings)
    : m_client(client)
    , m_clock(clock)
    , m_surroundings(std::move(surroundings))
{
}

SourceKeyIssuer::~SourceKeyIssuer() = default;

CallHandle SourceKeyIssuer::issue(const Profile &profile, std::shared_ptr<const Credentials> base,
                                  QObject *context, Callback callback)
{
    auto *request = new KeyRequest(m_client, m_clock, m_surroundings, m_environmentKeys, profile,
                                   std::move(base), context, std::move(callback), &m_requests);
    request->start();
    return CallHandle([guard = QPointer<KeyRequest>(request)] {
        if (guard)
            guard->cancel();
    });
}

void SourceKeyIssuer::forget(const KeySource &source)
{
    if (source.kind == KeyKind::Environment)
        m_environmentKeys.forget();
}

} // namespace countersign
