// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace countersign {

class ReviewViewModel;

//! Reads the reviews (R1) of several waits, a few at a time, in their order. Owned by the
//! view-model that decides about them; when it goes, nothing is read any more. Main thread.
class BulkReading : public QObject
{
    Q_OBJECT

public:
    using NewReview = std::function<std::unique_ptr<ReviewViewModel>()>;

    static constexpr std::size_t atOnce = 4;
    //! The list of risky calls and the log are waited for no longer than this after the rest.
    static constexpr std::chrono::milliseconds patience{1'500};

    BulkReading(std::vector<WaitRow> rows, NewReview newReview, QObject *parent = nullptr);
    ~BulkReading() override;

    void start();
    std::size_t ended() const { return m_ended; }
    bool isOver() const { return m_ended == m_rows.size(); }

Q_SIGNALS:
    //! What can be read of this row was read, or failed. The review lives until the
    //! event loop is back.
    void itemRead(std::size_t item, countersign::ReviewViewModel *review);
    //! Every row was read or failed; from the event loop, once.
    void over();

private:
    struct Reading;

    void beginMore();
    void look(Reading &reading, bool isPatienceOver);
    void removeEnded();

    std::vector<WaitRow> m_rows;
    NewReview m_newReview;
    std::vector<std::unique_ptr<Reading>> m_readings;
    std::size_t m_next = 0;
    std::size_t m_ended = 0;
};

} // namespace countersign
