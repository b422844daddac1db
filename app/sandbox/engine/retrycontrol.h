// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <chrono>
#include <optional>

namespace countersign::sandbox {

//! Retries, Delay, DelayType, BackOff and MaxRetryInterval of a task.
struct RetryControl
{
    int retries = 10;
    QString delayType = QStringLiteral("Exponential");
    double delay = 2.0;
    double backOff = 2.0;
    double longest = 1800.0;

    //! Reads the evaluated keys of a task; nothing and a reason when a value is out of its range.
    static std::optional<RetryControl> from(const Json &keys, QString *problem);
    //! The wait before repeat `number`, counted from 1.
    std::chrono::milliseconds waitBefore(int number) const;
};

} // namespace countersign::sandbox
