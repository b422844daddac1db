// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profile.h"
#include "app/storage/documentfile.h"

#include <optional>
#include <vector>

namespace countersign {

//! Which world a program runs in: profiles of one are never used, shown or lost in the other.
enum class ProfileWorld {
    Real,   //!< https, checked against the system's certificates
    Sandbox //!< http to 127.0.0.1 or [::1]; nothing real is touched
};

//! The profiles of this computer in a file. No secret is ever in it.
class ProfileStore
{
public:
    static constexpr int mostProfiles = 200;
    static constexpr qsizetype longestAlias = 60;

    ProfileStore(const QString &path, ProfileWorld world);

    //! Those of this world, in the person's order. An entry that cannot be used is left out and
    //! counted; ids and aliases that stand twice are left out from the second on.
    std::vector<Profile> load(const QDateTime &now);
    //! How many entries the last load() left out.
    int leftOut() const { return m_leftOut; }
    //! What the file holds of the other world, and entries that could not be used, stay in it.
    //! False: see problem().
    bool save(const std::vector<Profile> &profiles);
    ProfileWorld world() const { return m_world; }
    const std::optional<DocumentProblem> &problem() const { return m_file.problem(); }

private:
    DocumentFile m_file;
    ProfileWorld m_world;
    std::vector<Profile> m_others; //!< of the other world
    std::vector<Json> m_unusable;  //!< entries that are kept as they are
    int m_leftOut = 0;
};

//! Why a profile cannot be used as it is.
enum class ProfileProblem {
    None,
    NoAlias,
    LongAlias,
    AliasTaken,
    NoRegion,
    BadRegion,
    BadEndpoint, //!< of the other world, or with user name, path or query
    BadStsEndpoint,
    ForeignEndpoint,    //!< documented for another product, or for another region than one of these
    ForeignStsEndpoint, //!< documented for another product
    PrivateEndpoint,    //!< one of the two is not Alibaba Cloud's, and the person has not agreed
    BadPattern,         //!< the note's pattern is no regular expression
    LookTaken,          //!< word, colour and pattern are another profile's
};

//! The first problem of `profile` among `others`, which may hold an older form of itself.
ProfileProblem problemOf(const Profile &profile, const std::vector<Profile> &others,
                         ProfileWorld world);

//! hostOf() the profile's own endpoints that are not Alibaba Cloud's (see isServiceHost()); empty
//! with the region's endpoints, and for the sandbox.
QStringList privateHostsOf(const Profile &profile);

//! The first look (colour and pattern) that none of `others` has; the last one when all are taken.
//! Red is not proposed.
Environment freeLook(const std::vector<Profile> &others);

//! A new random id.
ProfileId newProfileId();

} // namespace countersign
