// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/ids.h"

#include <QHash>

#include <optional>

namespace countersign {

//! Which profiles are refused as a whole, so that nothing more is sent for them. A profile is tried
//! with one reading before any other of it leaves; a key that is not accepted stops it at any time,
//! a missing right only as long as no other region of it could be read, or when it was there
//! before. Pure.
class ProfileStops
{
public:
    //! Whether a reading may leave while `running` others of the profile are under way.
    bool mayStart(const ProfileId &profile, int running) const;
    void onGood(const ProfileId &profile);
    //! Whether this failure of a reading is one that stops the profile; `wasReadBefore`: the place
    //! had been read well.
    bool isStoppedBy(const ProfileId &profile, const Error &error, bool wasReadBefore) const;
    void stop(const ProfileId &profile, const Error &error);
    //! Why it is stopped; nothing when it is not.
    std::optional<Error> stopped(const ProfileId &profile) const;
    //! The stop has a cause that was not told since the last good reading; true once for each.
    bool takeNews(const ProfileId &profile);

    //! Tried again with one reading; false when it was not stopped.
    bool resume(const ProfileId &profile);
    //! Everything known goes: it has other credentials, another endpoint, or is gone.
    void forget(const ProfileId &profile) { m_entries.remove(profile); }

private:
    struct Entry
    {
        bool isProven = false;
        std::optional<Error> stopped;
        std::optional<Error> told;
    };
    QHash<ProfileId, Entry> m_entries;
};

} // namespace countersign
