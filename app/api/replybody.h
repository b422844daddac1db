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
    QString right;           //!< the right that the operation needs, such as oos:ListExecutions
    //! The body may hold keys: its bytes are overwritten when it is understood and let go, and no
    //! text of an unreadable one gets into an error.
    bool isSecret = false;
};

//! Understands a complete reply: a JSON object of a 2xx status, or the Error it stands for
//! (BadReply, TooLarge, or what the error shape says). Pure; may run on any thread.
Result<ApiReply> understand(const RawReply &raw, const ReadLimits &limits);

//! The request id of a reply that cannot be read: of the header, else found in the first or last
//! bytes of the body; empty when there is none.
QString requestIdIn(const RawReply &raw);

} // namespace countersign
