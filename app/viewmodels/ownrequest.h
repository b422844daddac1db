// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"

#include <QString>

#include <optional>

namespace countersign {

//! Whether a run was started by whoever would decide about it (security.md, O14).
enum class OwnRequest {
    No,        //!< two ids were read, and they differ
    Yes,       //!< the same id was read on both sides
    CannotTell //!< something was not read, or several people share what was
};

//! `executedBy` is name(id) or a bare id, as ListExecutions has it. Names alone never make certain:
//! an account may have had two users of one name. Somebody in an assumed role is known only where
//! the session is named too. Pure.
OwnRequest ownRequest(const QString &executedBy, const std::optional<CallerIdentity> &caller);

} // namespace countersign
