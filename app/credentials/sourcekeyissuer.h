// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"
#include "app/credentials/environmentkeys.h"
#include "app/credentials/keyissuer.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QUrl>

#include <chrono>

namespace countersign {

//! What sources depend on in this computer; tests put other things there.
struct KeySurroundings
{
    //! For programs, and for the variables that forbid a source.
    QProcessEnvironment environment = environmentWithoutKeys();
    QUrl metadataService = countersign::metadataService();
    std::chrono::milliseconds programLimit{60'000};
};

//! Asks every kind of source: one class or file for each, beside this one. What it waits for ends
//! with it, without a callback.
class SourceKeyIssuer final : public KeyIssuer
{
public:
    SourceKeyIssuer(ReadClient &client, const Clock &clock, KeySurroundings surroundings = {});
    ~SourceKeyIssuer() override;

    CallHandle issue(const Profile &profile, std::shared_ptr<const Credentials> base,
                     QObject *context, Callback callback) override;
    void forget(const KeySource &source) override;

private:
    ReadClient &m_client;
    const Clock &m_clock;
    const KeySurroundings m_surroundings;
    EnvironmentKeys m_environmentKeys;
    QObject m_requests; //!< parent of those under way
};

} // namespace countersign
