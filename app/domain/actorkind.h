// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace countersign {

//! What a key belongs to, as STS GetCallerIdentity tells it (credentials.md 7.3).
enum class ActorKind {
    Unknown,
    User,    //!< a RAM user
    Role,    //!< a session of a role
    Account, //!< the account itself, root
};

} // namespace countersign
