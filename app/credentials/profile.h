// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/domain/ids.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace countersign {

//! One way of acting in one account. Never holds a secret.
struct Profile
{
    ProfileId id;
    QString alias;
    QString accountId; //!< empty until the caller's identity was read
    std::vector<RegionId> regions;
    QUrl endpoint;             //!< empty: the region's public endpoint
    QUrl stsEndpoint;          //!< empty: the public one
    QByteArray caCertificates; //!< PEM; sandbox only
    SignatureScheme scheme = SignatureScheme::V3;
    QString environmentWord; //!< such as PRODUCTION or SANDBOX; shown in the banner
    bool isProduction = false;
    bool isSandbox = false;
};

} // namespace countersign
