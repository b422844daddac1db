// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/domain/result.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace countersign {

//! The endpoint a request goes to; LocalFault when it is neither https nor plain http to this
//! computer's own 127.0.0.1 or [::1].
Result<QUrl> endpointOf(const ApiTarget &target, ApiRequest::Product product);

//! The text that stands in the Host header for `endpoint`: lower case, with a port that is not the
//! scheme's own.
QString hostHeaderOf(const QUrl &endpoint);

//! A request with what all calls share: HTTP/1.1, no redirects, no cookies, no authentication
//! reuse, no packed replies, the certificates that count (PEM; empty: the system's list).
QNetworkRequest guardedRequest(const QUrl &url, const QByteArray &caCertificates);

//! A guarded request with the signed query and headers, for both senders.
QNetworkRequest networkRequestFor(const ApiTarget &target, const QUrl &endpoint,
                                  const SignedRequest &signedRequest);

//! A manager that keeps nothing (no cookies, no cache, no redirects) and goes straight to this
//! computer's own addresses.
std::unique_ptr<QNetworkAccessManager> newManager(const QUrl &endpoint);

//! The kind for a transport error without a complete reply.
Error::Kind kindOfTransport(QNetworkReply::NetworkError error);

//! The service's clock minus ours by the reply's Date header; `sent` and `received` are our times.
//! Nothing without a readable header or when the exchange took over ten seconds.
std::optional<std::chrono::seconds> clockSkewOf(const QNetworkReply &reply, const QDateTime &sent,
                                                const QDateTime &received);

//! x-acs-retry-after (milliseconds), else Retry-After (seconds).
std::optional<std::chrono::milliseconds> askedPauseOf(const QNetworkReply &reply);

} // namespace countersign
