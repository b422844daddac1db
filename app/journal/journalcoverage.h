// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QDateTime>

#include <atomic>
#include <functional>
#include <optional>

namespace countersign {

//! Reads the whole chain as it is in the file, through a connection of its own, and says what is
//! wrong with it. Ends early, with nothing, once `isStopped` is true. For any thread.
using ChainChecker =
    std::function<std::optional<JournalProblem>(const std::atomic_bool &isStopped)>;

//! Of a journal in a file: how far what it holds can be relied on.
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
    //! Of the file as it is now; may be called after the journal has gone.
    virtual ChainChecker chainChecker() const = 0;
};

} // namespace countersign
