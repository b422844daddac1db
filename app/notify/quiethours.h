// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTime>

namespace countersign {

//! Hours of the day, by the clock on the wall, in which nothing is told. `from` belongs to them,
//! `to` does not; they may pass midnight. From equal to `to`, or an invalid time: no hours at all.
struct QuietHours
{
    QTime from;
    QTime to;

    bool contain(QTime localTime) const;
    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

} // namespace countersign
