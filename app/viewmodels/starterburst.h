// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! Several requests of one starter within a few minutes (security.md, F10).
struct StarterBurst
{
    QString starter; //!< the name, as received
    int count = 0;   //!< of runs
    int minutes = 0; //!< from the first to the last, rounded up, at least 1
    friend bool operator==(const StarterBurst &, const StarterBurst &) = default;
};
inline constexpr int leastForBurst = 5;
inline constexpr int burstMinutes = 5;

//! At least `leastForBurst` runs of one starter that began to wait within `burstMinutes`; the
//! largest for each starter, in the order of the rows. Several waits of one run, those
//! of its child runs too, count once. Rows
//! without starter or time are left out.
std::vector<StarterBurst> starterBursts(const std::vector<WaitRow> &rows);

//! The largest burst that `row` is part of; `row` need not be among `rows`. Nothing: none.
std::optional<StarterBurst> burstAround(const std::vector<WaitRow> &rows, const WaitRow &row);

} // namespace countersign
