// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"
#include "app/viewmodels/bulkfacts.h"

#include <QString>

#include <chrono>
#include <deque>
#include <vector>

namespace countersign {

class ReviewViewModel;

//! How quickly one review after the other is decided (security.md, F11), over all windows. Times
//! are of looking at what was read; a wait that was looked at before is looked at for longer.
class DecisionPace
{
public:
    static constexpr int mostInARow = 3;
    static constexpr std::chrono::seconds haste{5};

    //! The wait was shown, with its facts, for so long, and was left without a decision.
    void looked(const WaitRowId &wait, std::chrono::milliseconds time);
    //! The wait was decided after being shown for so long, this time.
    void decided(const WaitRowId &wait, std::chrono::milliseconds time,
                 std::vector<BulkFact> facts);
    //! The last three were each decided in under five seconds.
    bool isHasty() const;
    bool wasLast(const WaitRowId &wait) const { return m_last == wait; }
    //! What the review that was decided last showed.
    const std::vector<BulkFact> &lastFacts() const { return m_lastFacts; }

private:
    struct Look
    {
        WaitRowId wait;
        std::chrono::milliseconds time{0};
    };
    std::chrono::milliseconds before(const WaitRowId &wait) const;

    std::deque<Look> m_looks; //!< of the waits that were left, newest last
    std::deque<std::chrono::milliseconds> m_times;
    WaitRowId m_last;
    std::vector<BulkFact> m_lastFacts;
};

//! What two reviews can be compared by, ids apart.
std::vector<BulkFact> reviewedFacts(const ReviewViewModel &review);

//! One line that the last ones were decided in haste, then what differs from the last of them.
std::vector<QString> hasteLines(const std::vector<BulkFact> &last,
                                const std::vector<BulkFact> &facts);

} // namespace countersign
