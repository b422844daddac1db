// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/ids.h"

#include <QString>

#include <chrono>
#include <optional>

namespace countersign {

//! What may be told of a call that has ended: nothing that was sent but the id it asked about, and
//! of the answer only its code and request id, unchecked.
struct ExchangeFacts
{
    Place place;
    QString action;
    ExecutionId execution; //!< empty: it was not about one
    std::optional<Error::Kind> failure;
    int httpStatus = 0; //!< 0: none was read
    QString code;
    QString requestId;
    std::chrono::milliseconds duration{0}; //!< with pauses and repeats
    qint64 attempts = 1;
    qint64 bytesOut = 0; //!< of a body that can be read once; 0 for reads
    qint64 bytesIn = 0;
};

} // namespace countersign
