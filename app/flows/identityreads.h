// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/result.h"
#include "app/flows/flowservices.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace countersign {

//! Reads who a profile's credentials belong to, once a day. Credentials of another account than the
//! profile's are taken away from it. Owned by WatchFlow; main thread.
class IdentityReads : public QObject
{
    Q_OBJECT

public:
    explicit IdentityReads(const FlowServices &services, QObject *parent = nullptr);

    //! Reads unless it is known for these credentials since this local day, being read, or was
    //! asked for since the last askAgain().
    void readIfUnknown(const Place &place);
    //! What could not be read is asked for again.
    void askAgain() { m_asked.clear(); }
    //! The profile may have other credentials: what was read for the former ones does not count.
    void forget(const ProfileId &profile);
    int running() const { return static_cast<int>(m_running.size()); }

    //! Code of the error for credentials that belong to another account.
    static QString otherAccountCode() { return QStringLiteral("AnotherAccount"); }

Q_SIGNALS:
    void ended();
    //! The profile's credentials belong to another account and were taken away: entered ones by a
    //! lock; those that are issued end, until they are asked for anew.
    void mismatched(const countersign::ProfileId &profile, const countersign::Error &error);

private:
    bool isKnown(const ProfileId &id) const;
    void onRead(const ProfileId &profile, quint64 lending, const Result<ApiReply> &reply);
    void take(const ProfileId &profile, const CallerIdentity &identity);

    FlowServices m_services;
    QHash<ProfileId, CallHandle> m_running;
    QSet<ProfileId> m_outdated; //!< known, but for other credentials
    QSet<ProfileId> m_asked;    //!< and not to be asked again by itself
};

} // namespace countersign
