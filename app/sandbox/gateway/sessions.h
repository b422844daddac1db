// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/gateway/roles.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <deque>
#include <memory>

namespace countersign::sandbox {

//! The sessions of roles that were begun, with their keys; ended ones are known for a long time,
//! so that a late call is told why it is refused.
class Sessions
{
public:
    explicit Sessions(quint32 seed)
        : m_seed(seed)
    {
    }
    //! Every session lasts so long from now on, whatever is asked for; 0: what is asked for.
    void setLifetime(std::chrono::seconds lifetime) { m_lifetime = lifetime; }
    //! A new session with keys of its own; it ends at `now` plus `lifetime`.
    const User &begin(const Role &role, const QString &sessionName, std::chrono::seconds lifetime,
                      const QDateTime &now, std::shared_ptr<const SessionPolicy> policy = {});
    const User *byKey(const QString &accessKeyId) const;
    //! Some session was given this token.
    bool hasToken(QByteArrayView token) const;

private:
    void forgetOldest();

    const quint32 m_seed;
    quint64 m_count = 0;
    std::chrono::seconds m_lifetime{0};
    std::deque<std::unique_ptr<const User>> m_sessions; //!< oldest first
    QHash<QString, const User *> m_byKey;
    QSet<QByteArray> m_tokens; //!< SHA-256
};

} // namespace countersign::sandbox
