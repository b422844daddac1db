// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/gateway/call.h"
#include "app/sandbox/gateway/sessions.h"

namespace countersign::sandbox {

//! Hands out keys: STS 2015-04-01 (credentials.md 7.1 to 7.3) and, by paths of their own, CloudSSO,
//! the metadata service of an ECS instance and a service of keys (7.4, 7.5, 7.7). What proves a
//! caller without keys follows from the seed and stands in the announcement.
class TokenDesk
{
public:
    TokenDesk(Sessions &sessions, quint32 seed);

    //! STS is asked, not OOS.
    static bool isAbout(const Call &call) { return call.version() == u"2015-04-01"; }
    //! A call that carries no signature.
    static bool isUnsigned(const Call &call);
    //! Nothing: the operation is one of STS's.
    static std::optional<Refusal> refuseUnknown(const Call &call);
    //! Carries out an operation of STS; `caller` is null for an unsigned one.
    std::optional<Refusal> carryOut(const Call &call, const User *caller, const QDateTime &now,
                                    JsonWriter &out);
    //! Answers a call of another path, see Call::route.
    Answer answerRoute(const Call &call, const QDateTime &now, const QString &requestId);

    //! The members of the announcement about all this; `endpoint` is where the service listens.
    void announce(JsonWriter &out, const QString &endpoint) const;
    static QString oidcProviderArn();

private:
    std::optional<Refusal> assumeRole(const Call &call, const User &caller, const QDateTime &now,
                                      JsonWriter &out);
    std::optional<Refusal> assumeRoleWithOidc(const Call &call, const QDateTime &now,
                                              JsonWriter &out);
    std::optional<Refusal> checkOidcToken(const QString &token, const QDateTime &now) const;
    QString oidcToken(const QString &subject, qint64 expiresAt) const;
    Answer cloudCredentials(const Call &call, const QDateTime &now, const QString &requestId);
    Answer metadataToken(const Call &call, const QDateTime &now);
    Answer metadataCredentials(const Call &call, const QDateTime &now);
    bool hasMetadataToken(const Call &call, const QDateTime &now) const;

    const Roles m_roles;
    Sessions &m_sessions;
    const quint32 m_seed;
    QHash<QByteArray, QDateTime> m_metadataTokens; //!< and when they end
};

} // namespace countersign::sandbox
