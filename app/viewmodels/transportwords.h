// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QDateTime>
#include <QString>

namespace countersign {

//! Sentences for what went wrong on the way to the service: what happened, and what to do. Safe
//! text; for the kinds Offline, TimedOut, Untrusted and ProxyRefused.
QString transportText(const Error &error);

//! The sentences for an endpoint that is not Alibaba Cloud's and to which nobody has agreed.
QString privateEndpointText(const QString &host);
//! The sentences for an endpoint that Alibaba Cloud has for another region or product.
QString foreignEndpointText(const QString &host);

} // namespace countersign
