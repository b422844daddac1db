// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! A fact beside its label, both complete and translated; the value is safe text.
struct LabelledFact
{
    QString label;
    QString value;
    QString toolTip; //!< plain text; empty: none
    friend bool operator==(const LabelledFact &, const LabelledFact &) = default;
};

} // namespace countersign
