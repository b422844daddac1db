// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/credentials/keychainrecord.h"
#include "app/credentials/keysource.h"
#include "app/domain/environment.h"
#include "app/domain/ids.h"
#include "app/domain/noterule.h"
#include "app/domain/taskexecution.h"

#include <QDateTime>
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
    QUrl endpoint; //!< empty: the region's public endpoint, or its VPC endpoint
    //! The person has agreed to an endpoint that is not one of Alibaba Cloud's.
    bool allowsPrivateEndpoint = false;
    QUrl stsEndpoint;          //!< empty: the public one, or the region's VPC endpoint
    bool usesVpc = false;      //!< reach the service from inside of a VPC
    QByteArray caCertificates; //!< PEM; sandbox only
    SignatureScheme scheme = SignatureScheme::V3;
    //! Approve and Reject go without the task's id: the service has refused one with it, and taken
    //! the same one without.
    bool omitsTaskId = false;
    Environment environment;
    NoteRule noteRule;
    KeychainRecord key; //!< not saved: the key is asked for at every start
    QString keyIdEnd;   //!< last four characters of the access key id, for people; may be empty
    //! Last four characters of the key whose account was read and is this one; empty: none was.
    QString verifiedKeyEnd;
    KeySource source;
    //! Whose the keys were when that was last read, and when (UTC; invalid: never).
    CallerIdentity lastIdentity;
    QDateTime lastIdentityAt;
    bool dropsKeysOnLock = false; //!< locking the program takes the keys out of memory
    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace countersign
