// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/callhandle.h"
#include "app/api/networkroutes.h"
#include "app/domain/result.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace countersign {

//! What trying the way to an endpoint came to.
struct RouteReport
{
    QUrl endpoint;
    std::optional<Route::Way> way; //!< nothing: none was found
    QString proxy;                 //!< host and port; empty: none
    std::optional<Error> error;    //!< nothing: the endpoint has proved who it is
    std::chrono::milliseconds took{0};
    QString address;            //!< that was reached; of the endpoint itself without a proxy
    QString tlsVersion;         //!< such as TLSv1.3
    QString issuer;             //!< of the endpoint's certificate, as written in it
    QDateTime certificateUntil; //!< UTC
};

//! Opens a connection to `endpoint` along the route that calls would take, shakes hands by TLS
//! and leaves: no request is made, so nothing is signed, nothing reaches an operation and no
//! secret travels but the proxy's password to the proxy; `routes` learns what became of that.
//! `caCertificates` (PEM) as in ApiTarget. The callback runs once, from the event loop; not at all
//! when `context` has died; with Cancelled in the report after cancel(). `routes` outlives the
//! call.
CallHandle probeRoute(NetworkRoutes &routes, const QUrl &endpoint, const QByteArray &caCertificates,
                      std::chrono::milliseconds limit, QObject *context,
                      std::function<void(const RouteReport &)> callback);

} // namespace countersign
