// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! How one parameter of a run differs from the same parameter of an earlier one. Values are as
//! received: a text itself, everything else as compact JSON; secret parts are masked.
struct ParameterChange
{
    enum class Kind { New, Gone, Changed };
    QString name; //!< as received; empty for parameters that are no object
    Kind kind = Kind::Changed;
    QString before;        //!< empty for New
    QString after;         //!< empty for Gone
    bool isMasked = false; //!< both values are hidden; only that they differ is told
    friend bool operator==(const ParameterChange &, const ParameterChange &) = default;
};

} // namespace countersign
