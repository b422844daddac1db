// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/api/managersource.h"
#include "app/domain/result.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslError>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace countersign {

//! The endpoint a request goes to; LocalFault when it is neither https nor plain http to this
//! computer's own 127.0.0.1 or [::1], when it is more than a host and port, with the code
//! foreignEndpoint(), when it is documented for another product or for OOS in another region than
//! the target's, and, with the code privateEndpoint(), when it is not Alibaba Cloud's and nobody
//! has agreed to it.
Result<QUrl> endpointOf(const ApiTarget &target, ApiRequest::Product product);

//! The text that stands in the Host header for `endpoint`: lower case, with a port that is not the
//! scheme's own.
QString hostHeaderOf(const QUrl &endpoint);

//! A request with what all calls share: HTTP/1.1, no redirects, no cookies, no authentication
//! reuse, no packed replies, the certificates that count: `caCertificates` (PEM), or when that is
//! empty those of `route`.
QNetworkRequest guardedRequest(const QUrl &url, const QByteArray &caCertificates,
                               const Route &route = {});

//! TLS 1.2 and newer, every certificate checked against the list that counts.
QSslConfiguration tlsConfiguration(const QByteArray &caCertificates, const Route &route);

//! The certificates that count; see guardedRequest().
QList<QSslCertificate> anchorsFor(const QByteArray &caCertificates, const Route &route);

//! Asked when a connection has just been encrypted, from QNetworkReply::encrypted: Qt waits for the
//! slot and has written nothing of the request. Nothing, where the server's certificate leads to
//! one that counts. Qt has judged that before, but this version of it has taken roots for good that
//! are not on the list (security.md N02). Abort then, and tell whoever waits from the event loop:
//! the manager must outlive the slot.
std::optional<Error> distrustOf(const QNetworkReply &reply, const QByteArray &caCertificates,
                                const Route &route);

//! A guarded request with the signed query and headers, for both senders.
QNetworkRequest networkRequestFor(const ApiTarget &target, const QUrl &endpoint,
                                  const SignedRequest &signedRequest, const Route &route = {});

//! A manager that keeps nothing (no cookies, no cache, no redirects), takes `route`, and goes
//! straight to this computer's own addresses.
std::unique_ptr<QNetworkAccessManager> newManager(const QUrl &endpoint, const Route &route = {});

//! The kind for a transport error without a complete reply.
Error::Kind kindOfTransport(QNetworkReply::NetworkError error);

//! A transport error without a complete reply on `route`; `tlsCode` is what tlsCodeOf() made of the
//! reply's certificate errors, empty when there were none.
Error transportError(const QNetworkReply &reply, const Route &route, const QString &tlsCode);

//! What is wrong with the certificates, by what a person would look at first; see transportcodes.
QString tlsCodeOf(const QList<QSslError> &errors);

//! The vendor's own limit for believing at all that clocks differ.
inline constexpr std::chrono::seconds largestClockOffset = std::chrono::hours(24);

//! The service's clock minus ours by the reply's Date header; `sent` and `received` are our times.
//! Nothing without a readable header, when a proxy asks for a password in the service's place, or
//! when the exchange took over ten seconds.
std::optional<std::chrono::seconds> clockSkewOf(const QNetworkReply &reply, const QDateTime &sent,
                                                const QDateTime &received);

//! x-acs-retry-after (milliseconds), else Retry-After (seconds).
std::optional<std::chrono::milliseconds> askedPauseOf(const QNetworkReply &reply);

} // namespace countersign
