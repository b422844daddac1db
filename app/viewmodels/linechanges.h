// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace countersign {

//! How one text became another, line by line.
struct LineChanges
{
    QStringList gone;  //!< in the order of the text before
    QStringList added; //!< in the order of the text after
    friend bool operator==(const LineChanges &, const LineChanges &) = default;
};

//! As few lines as possible. Between the first and the last line that differ there may be about a
//! thousand lines on both sides; longer parts count as replaced whole. Pure.
LineChanges lineChanges(const QString &before, const QString &after);

} // namespace countersign
