// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkreading.h"

#include "app/viewmodels/reviewviewmodel.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

struct BulkReading::Reading
{
    std::size_t item = 0;
    std::unique_ptr<ReviewViewModel> review;
    QTimer patience;
    bool hasEnded = false;
};

BulkReading::BulkReading(std::vector<WaitRow> rows, NewReview newReview, QObject *parent)
    : QObject(parent)
    , m_rows(std::move(rows))
    , m_newReview(std::move(newReview))
{
}

BulkReading::~BulkReading() = default;

void BulkReading::start()
{
    beginMore();
    if (m_rows.empty())
        QTimer::singleShot(0, this, &BulkReading::over);
}

void BulkReading::beginMore()
{
    while (m_readings.size() < atOnce && m_next < m_rows.size()) {
        auto made = std::make_unique<Reading>();
        Reading *reading = made.get();
        reading->item = m_next;
        reading->review = m_newReview();
        reading->patience.setSingleShot(true);
        connect(reading->review.get(), &ReviewViewModel::changed, this,
                [this, reading] { look(*reading, false); });
        connect(&reading->patience, &QTimer::timeout, this,
                [this, reading] { look(*reading, true); });
        m_readings.push_back(std::move(made));
        reading->review->show(m_rows[m_next]);
        ++m_next;
    }
}

void BulkReading::look(Reading &reading, bool isPatienceOver)
{
    if (reading.hasEnded)
        return;
    switch (reading.review->state()) {
    case ReviewViewModel::State::Loading:
        return;
    case ReviewViewModel::State::Ready:
        if (!reading.review->isTemplateUnderstood())
            return;
        if (reading.review->isReading() && !isPatienceOver) {
            if (!reading.patience.isActive())
                reading.patience.start(patience);
            return;
        }
        break;
    case ReviewViewModel::State::Empty:
    case ReviewViewModel::State::Failed:
    case ReviewViewModel::State::Gone:
        break;
    }
    reading.hasEnded = true;
    reading.patience.stop();
    ++m_ended;
    Q_EMIT itemRead(reading.item, reading.review.get());
    // The review is still among its own callers.
    QTimer::singleShot(0, this, &BulkReading::removeEnded);
}

void BulkReading::removeEnded()
{
    const auto removed =
        std::erase_if(m_readings, [](const auto &reading) { return reading->hasEnded; });
    beginMore();
    if (removed > 0 && isOver() && m_readings.empty())
        Q_EMIT over();
}

} // namespace countersign
