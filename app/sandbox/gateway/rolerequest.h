// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/gateway/call.h"
#include "app/sandbox/gateway/sessions.h"

namespace countersign::sandbox {

//! What is asked of AssumeRole and AssumeRoleWithOIDC, by the rules of credentials.md 7.1.
struct RoleRequest
{
    QString roleArn;
    QString sessionName;
    std::chrono::seconds duration{3'600};
    QString externalId;
    std::shared_ptr<const SessionPolicy> policy; //!< null: none
};

std::optional<Refusal> readRoleRequest(const Call &call, RoleRequest &request);
Refusal invalidDuration(int longestSeconds);

//! The members of a caller's identity (7.3), and of a session's keys.
void writeIdentity(JsonWriter &out, const User &user);
void writeKeys(JsonWriter &out, const User &session);

//! What CloudSSO takes for a login.
QString cloudAccessToken(quint32 seed);
QString cloudAccessConfiguration();

} // namespace countersign::sandbox
