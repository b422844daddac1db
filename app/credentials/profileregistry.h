// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profile.h"
#include "app/domain/taskexecution.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! The profiles of this session, the identity that was read for each, and the credentials that are
//! lent to signatures. There is no current profile: everything is asked for by place. Main thread.
class ProfileRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ProfileRegistry(QObject *parent = nullptr);
    ~ProfileRegistry() override;

    //! Adds the profile, or replaces the one with the same id.
    void setProfile(const Profile &profile);
    //! Forgets the profile and what it lent; targets that were handed out are locked.
    void removeProfile(const ProfileId &id);
    std::vector<Profile> profiles() const;
    std::optional<Profile> profile(const ProfileId &id) const;
    //! Every region of every profile, in order.
    std::vector<Place> places() const;

    //! Lends these from now on, with the identity to be read anew; null locks the profile.
    void setCredentials(const ProfileId &id, std::shared_ptr<const Credentials> credentials);
    bool isUnlocked(const ProfileId &id) const;

    //! Who the credentials belong to. A profile without an account id takes it over; false, and
    //! nothing is kept, when the profile belongs to another account. With `readAt` (UTC) it is also
    //! the profile's last identity.
    bool setIdentity(const ProfileId &id, const CallerIdentity &identity,
                     const QDateTime &readAt = {});
    std::optional<CallerIdentity> identity(const ProfileId &id) const;

    //! Where a call of this place goes. Nothing for an unknown profile. The target keeps working
    //! when this object is gone: its profile is locked then.
    std::optional<ApiTarget> targetFor(const Place &place) const;

Q_SIGNALS:
    //! A profile, its identity or its lock has changed.
    void changed(const countersign::ProfileId &id);

private:
    struct Lender;
    struct Entry;

    Entry *find(const ProfileId &id);
    const Entry *find(const ProfileId &id) const;

    std::vector<Entry> m_entries;
    std::shared_ptr<Lender> m_lender;
};

//! Where calls of a profile in a region go, signed with what `credentials` lends.
ApiTarget targetOf(const Profile &profile, const RegionId &region,
                   std::function<std::shared_ptr<const Credentials>()> credentials);

//! Hosts of the profile's endpoints in its first region, as they are looked up.
QStringList endpointHostsOf(const Profile &profile);

//! Name of the caller for people: the user's name, the role's session, or the identity type.
QString actorName(const CallerIdentity &identity);

} // namespace countersign
