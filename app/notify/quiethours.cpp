// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/quiethours.h"

namespace countersign {

bool QuietHours::contain(QTime localTime) const
{
    if (!from.isValid() || !to.isValid() || from == to)
        return false;
    if (from < to)
        return from <= localTime && localTime < to;
    return from <= localTime || localTime < to;
}

} // namespace countersign
