// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! Colour of a banner; it only repeats what word and pattern say.
enum class EnvironmentColor { Grey, Red, Orange, Green, Blue, Violet };
//! Pattern of a banner's background.
enum class EnvironmentPattern { Plain, Stripes, Dots, Bars, Checks };

//! What a profile's banner says of where it acts. No two profiles share one look.
struct Environment
{
    QString word; //!< such as STAGING; empty: the usual word where production or sandbox, else none
    EnvironmentColor color = EnvironmentColor::Grey;
    EnvironmentPattern pattern = EnvironmentPattern::Plain;
    bool isProduction = false;
    bool isSandbox = false;
    friend bool operator==(const Environment &, const Environment &) = default;
};

} // namespace countersign
