// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace countersign {

//! Ends the waiting for one call. Destroying a handle does not cancel; cancel() may be called at
//! any time, also after the end, and again. After cancel() the callback runs once with
//! Error::Kind::Cancelled, from the event loop.
class CallHandle
{
public:
    CallHandle() = default;
    explicit CallHandle(std::function<void()> cancelCall)
        : m_cancel(std::move(cancelCall))
    {
    }
    void cancel() const
    {
        if (m_cancel)
            m_cancel();
    }

private:
    std::function<void()> m_cancel;
};

} // namespace countersign
