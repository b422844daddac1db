// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/gateway/service.h"
#include "app/signing/signing.h"

namespace countersign::sandbox {

//! A service with its engine, asked in process by users who sign their calls.
class ServiceDesk
{
public:
    using Parameters = QMap<QString, QString>;

    explicit ServiceDesk(const std::set<Strictness> &strictness = {});

    //! The call as it would arrive; nothing of it is changed by the way.
    Call call(const QString &action, const Parameters &parameters,
              const QString &userName = QStringLiteral("li.wei"),
              SignatureScheme scheme = SignatureScheme::V3) const;
    //! As call(), with any keys, for OOS or, by its version, for STS.
    Call callWith(const Credentials &keys, const QString &action, const Parameters &parameters,
                  SignatureScheme scheme = SignatureScheme::V3,
                  const QString &version = QStringLiteral("2019-06-01")) const;
    //! The keys of a RAM user, or of root.
    Credentials keysOf(const QString &userName) const;
    //! The keys that an answer of AssumeRole holds; empty ones when it was refused.
    static Credentials keysIn(const Answer &answer);
    //! Asks STS by a signed call.
    Answer askSts(const Credentials &keys, const QString &action, const Parameters &parameters = {},
                  SignatureScheme scheme = SignatureScheme::V3);
    //! Takes a role of the account as li.wei, for an hour; the session's keys.
    Credentials take(const QString &role, const QString &session, const QString &policy = {});
    Answer send(const Call &arrived);
    Answer ask(const QString &action, const Parameters &parameters = {},
               const QString &userName = QStringLiteral("li.wei"));
    //! The reply's object; a null value when it was refused.
    Json told(const QString &action, const Parameters &parameters = {});
    //! Starts a run of approve-load dated back, which waits at once; gives its id.
    QString startWaiting(const Parameters &parameters = {}, qint64 secondsAgo = 0);

    Users users{1};
    Engine engine;
    Service service;
    QDateTime now;  //!< the gateway's clock
    QString sender; //!< of the last call, as receipts name it
};

} // namespace countersign::sandbox
