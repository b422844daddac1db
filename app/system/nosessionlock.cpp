// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/sessionlock.h"

namespace countersign {

std::unique_ptr<SessionLock> systemSessionLock()
{
    return nullptr;
}

} // namespace countersign
