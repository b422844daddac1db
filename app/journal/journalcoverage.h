// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace countersign {

//! Of a journal that does not hold everything for ever: from when on nothing is missing.
class JournalCoverage
{
public:
    JournalCoverage() = default;
    virtual ~JournalCoverage() = default;
    Q_DISABLE_COPY_MOVE(JournalCoverage)

    //! Decisions that were made here and ended before this time may be missing, because their
    //! content was taken off or a new journal was begun in place of a damaged one. UTC; invalid:
    //! none is.
    virtual QDateTime missingBefore() const = 0;
};

} // namespace countersign
