// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"
#include "app/credentials/profile.h"
#include "app/domain/taskexecution.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! The profiles of this session, the identity that was read for each, and the credentials that are
//! lent to signatures: those that were entered, or those that a source has issued. There is no
//! current profile: everything is asked for by place. Main thread.
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

    //! What was entered, or what the keychain keeps. It is lent from now on where the profile uses
    //! it as it is, with the identity to be read anew; where a role is taken with it, it never
    //! signs a call of this profile, and keys that were issued with another one are lent no more.
    //! Null locks the profile: nothing is lent, and no issued keys are taken, until there is a key
    //! again or unlock() is called. `expiresAt`: UTC; invalid: no end is known.
    void setCredentials(const ProfileId &id, std::shared_ptr<const Credentials> credentials,
                        const QDateTime &expiresAt = {});
    //! Takes the lock off a profile whose keys are issued; nothing is lent by that.
    void unlock(const ProfileId &id);
    //! setCredentials() took the keys away, and none have come since.
    bool isLocked(const ProfileId &id) const;
    //! What was entered, whether or not it is lent; null: nothing, or the profile takes no such
    //! key.
    std::shared_ptr<const Credentials> enteredKey(const ProfileId &id) const;

    //! Lends what a source has issued. The identity stays where the caller is known to be the same
    //! as before. False, and nothing is lent any more: they belong to another account than the
    //! profile, or its keys are not issued, or it is locked or unknown.
    bool renewCredentials(const ProfileId &id, const IssuedKeys &keys);
    //! What was issued has ended: nothing is lent until the next renewCredentials().
    void endCredentials(const ProfileId &id);

    //! Something is lent.
    bool isUnlocked(const ProfileId &id) const;
    //! When what is lent ends, UTC; invalid: no end is known, or nothing is lent.
    QDateTime expiresAt(const ProfileId &id) const;
    //! Another number whenever what is lent may be another caller's; the same one when the keys of
    //! one caller were renewed.
    quint64 lending(const ProfileId &id) const;

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
    //! Other keys of the same caller are lent; beside them nothing has changed.
    void renewed(const countersign::ProfileId &id);

private:
    struct Lender;
    struct Entry;

    Entry *find(const ProfileId &id);
    const Entry *find(const ProfileId &id) const;
    void lend(Entry &entry);

    std::vector<Entry> m_entries;
    std::shared_ptr<Lender> m_lender;
    quint64 m_lendings = 0;
};

//! Where calls of a profile in a region go, signed with what `credentials` lends.
ApiTarget targetOf(const Profile &profile, const RegionId &region,
                   std::function<std::shared_ptr<const Credentials>()> credentials);

//! The host of an endpoint as it is looked up, with its port where that is not the scheme's own:
//! what a person is shown, and what is compared with it.
QString hostOf(const QUrl &endpoint);

//! hostOf() the profile's endpoints in its first region.
QStringList endpointHostsOf(const Profile &profile);

//! Name of the caller for people: the user's name, the role's session, or the identity type.
QString actorName(const CallerIdentity &identity);

} // namespace countersign
