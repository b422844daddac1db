// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profile.h"
#include "app/domain/result.h"
#include "app/signing/signing.h"

#include <memory>
#include <vector>

namespace countersign {

//! One user of a sandbox, with the key that the sandbox made for this run.
struct SandboxUser
{
    QString name;
    std::shared_ptr<const Credentials> credentials;
};

//! What a running sandbox says about itself.
struct SandboxAnnouncement
{
    Profile profile;                //!< id and alias "sandbox"; never a real account
    std::vector<SandboxUser> users; //!< at least one; a console takes the first
};

//! True for the profile of an announcement.
bool isAnnouncedSandbox(const ProfileId &id);

//! Reads the JSON object a sandbox writes when it is ready. Strict: the endpoints are http or https
//! to 127.0.0.1 or [::1] with a port and nothing behind it, and there is at least one region and
//! one user. BadReply with the path else.
Result<SandboxAnnouncement> readAnnouncement(const QByteArray &text);

//! Reads it from a file, which must be a regular file of this user that nobody else can read
//! (0600); LocalFault else.
Result<SandboxAnnouncement> readAnnouncementFile(const QString &path);

} // namespace countersign
