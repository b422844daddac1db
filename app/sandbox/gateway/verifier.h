// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/gateway/call.h"
#include "app/sandbox/gateway/sessions.h"

namespace countersign::sandbox {

//! Who sent a call, or why it is refused. The user is set as soon as the signature holds.
struct Verdict
{
    const User *user = nullptr;
    std::optional<Refusal> refusal;
};

//! Checks keys, tokens, signatures, time window and nonces as the service's gateway does.
class Verifier
{
public:
    Verifier(const Users &users, const Sessions &sessions)
        : m_users(users)
        , m_sessions(sessions)
    {
    }
    //! The access keys of these users are refused as disabled from now on, those of all others not.
    void setDisabledUsers(const QSet<QString> &names) { m_disabled = names; }
    //! Whose key the call names, verified or not; null: nobody's.
    const User *callerOf(const Call &call) const;
    //! `now` is the gateway's clock. Remembers the nonce of a call that is accepted.
    Verdict verify(const Call &call, const QDateTime &now);
    //! What is wrong with a call that nobody signs: the time it names, where it names one.
    static std::optional<Refusal> refuseUnsigned(const Call &call, const QDateTime &now);

private:
    Verdict verifyV1(const Call &call, const QDateTime &now);
    Verdict verifyV3(const Call &call, const QDateTime &now);
    std::optional<Refusal> checkKey(const User *user, const QByteArray &token) const;
    //! The user, and what is wrong with a call whose signature holds.
    Verdict verdictOn(const User &user, const QString &time, const QString &nonce,
                      const QDateTime &now, int minutes);
    std::optional<Refusal> checkTimeAndNonce(const User &user, const QString &time,
                                             const QString &nonce, const QDateTime &now,
                                             int minutes);

    const Users &m_users;
    const Sessions &m_sessions;
    QSet<QString> m_disabled;
    QHash<QString, QDateTime> m_nonces; //!< key and nonce, with the time they are forgotten
    QDateTime m_nextSweep;
};

} // namespace countersign::sandbox
