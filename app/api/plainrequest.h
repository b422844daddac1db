// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/result.h"
#include "app/domain/secretbytes.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace countersign {

//! A call that nobody signs: it brings something secret, or fetches it (credentials.md 7). Move
//! only.
struct PlainRequest
{
    //! What it is called where calls are told of; nothing of the address is. Empty: not told of.
    QString operation;
    QByteArray method = "GET"; //!< GET, PUT or POST
    //! https. http only to 127.0.0.1 or [::1], where allowed here, and as GET or PUT to the
    //! metadata service's address; without user name and fragment.
    QUrl url;
    std::vector<std::pair<QByteArray, SecretBytes>> headers;
    SecretBytes body;          //!< with POST
    QByteArray caCertificates; //!< PEM, for the sandbox's own certificate; empty: the system's list
    std::chrono::milliseconds connect{5'000}; //!< until the request has left
    std::chrono::milliseconds read{10'000};   //!< from then to the last byte
    qint64 replyBytes = 64 * 1024;
    bool bypassesProxy = false; //!< the metadata service's address always does
    bool allowsLoopbackHttp = false;
};

//! A complete reply of any status but a redirect.
struct PlainReply
{
    int httpStatus = 0;
    SecretBytes body;
    QString requestId; //!< of the header x-acs-request-id; empty when there was none
    //! The other side's clock minus ours, from the Date header; nothing when there was none.
    std::optional<std::chrono::seconds> clockSkew;
};

//! The metadata service of ECS, which there is over http alone.
QUrl metadataService();

//! Where the request goes; LocalFault when it may not.
Result<QUrl> addressOf(const PlainRequest &request);

} // namespace countersign
