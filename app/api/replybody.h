// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/readclient.h"

#include <QByteArray>

namespace countersign {

//! What was received of one reply, before it is understood.
struct RawReply
{
    int httpStatus = 0;
    QByteArray body;
    QString headerRequestId; //!< x-acs-request-id
};

//! Understands a complete reply: a JSON object of a 2xx status, or the Error it stands for
//! (BadReply, TooLarge, or what the error shape says). Pure; may run on any thread.
Result<ApiReply> understand(const RawReply &raw, const ReadLimits &limits);

} // namespace countersign
