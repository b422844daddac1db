// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QString>

#include <chrono>

namespace countersign {

//! The rest of deciding buttons after something appeared or changed (security.md rule F2). A press
//! meanwhile is answered, not swallowed.
class Rest
{
public:
    static constexpr std::chrono::milliseconds afterOpening{1'000};
    static constexpr std::chrono::milliseconds afterChange{300};

    //! Rests at least so long from now; never shortens a rest.
    void begin(std::chrono::milliseconds length);
    bool isOver() const { return m_end.hasExpired(); }
    //! "ready in 0.4 s", in tenths rounded up; translated.
    QString remainingText() const;

private:
    QDeadlineTimer m_end{0};
};

} // namespace countersign
