// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/signing/signing.h"

#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace countersign {

//! One operation with its parameters, RegionId left out: it is added from the target.
struct ApiRequest
{
    enum class Product { Oos, Sts };
    Product product = Product::Oos;
    QString action;
    QMap<QString, QString> parameters;
};

//! Where calls of one profile and region go and who signs them. A value; cheap to copy.
struct ApiTarget
{
    Place place;
    QUrl endpoint; //!< scheme, host, port; https, or http to 127.0.0.1 / [::1] for the sandbox
    QUrl stsEndpoint;
    //! The person has agreed to endpoints that are not Alibaba Cloud's; without it nothing is sent
    //! to one.
    bool allowsPrivateEndpoint = false;
    QByteArray caCertificates; //!< PEM, for the sandbox's own certificate; empty: the system's list
    SignatureScheme scheme = SignatureScheme::V3;
    //! The call gets the profile's keys, or tells whose they are: when they are refused as ended,
    //! no other ones are asked for, which would wait for this very call.
    bool isForKeys = false;
    //! Lends the credentials of the profile for one signature; nothing when it is locked.
    std::function<std::shared_ptr<const Credentials>()> credentials;
};

//! The right that an operation needs, such as oos:ListExecutions.
QString rightFor(const ApiRequest &request);

//! Version parameter of a product: 2019-06-01 for OOS, 2015-04-01 for STS.
QString apiVersion(ApiRequest::Product product);

} // namespace countersign
