// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/system/sleepsignals.h"

namespace countersign {

std::unique_ptr<SleepSignals> systemSleepSignals()
{
    return nullptr;
}

} // namespace countersign
