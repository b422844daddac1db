// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/domain/environment.h"
#include "app/domain/ids.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <vector>

namespace countersign {

//! What a profile asks of notes.
struct NoteRule
{
    bool isRequired = false;
    QString pattern; //!< a regular expression that a part of the note must fit; empty: none
    QString example; //!< what such a part looks like, for people; may be empty
    friend bool operator==(const NoteRule &, const NoteRule &) = default;
};

//! Where the key of a profile was kept last.
struct KeyKeeping
{
    bool isInKeychain = false; //!< false: it is asked for at every start
    QString backend;           //!< the keychain's name when it was saved; empty: not known
    QDateTime savedAt;         //!< UTC; invalid: never
    friend bool operator==(const KeyKeeping &, const KeyKeeping &) = default;
};

//! One way of acting in one account. Never holds a secret.
struct Profile
{
    ProfileId id;
    QString alias;
    QString accountId; //!< empty until the caller's identity was read
    std::vector<RegionId> regions;
    QUrl endpoint;             //!< empty: the region's public endpoint, or its VPC endpoint
    QUrl stsEndpoint;          //!< empty: the public one, or the region's VPC endpoint
    bool usesVpc = false;      //!< reach the service from inside of a VPC
    QByteArray caCertificates; //!< PEM; sandbox only
    SignatureScheme scheme = SignatureScheme::V3;
    Environment environment;
    NoteRule noteRule;
    KeyKeeping key;
    QString keyIdEnd; //!< last four characters of the access key id, for people; may be empty
    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace countersign
