// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/json.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace countersign {

//! Where the keys of a profile come from (credentials.md 1).
enum class KeyKind {
    Entered,      //!< a key pair, perhaps with a token: typed in, in the keychain or the session
    OtherProfile, //!< those of another profile; only to take a role with them
    Oidc,         //!< a token file of a workload, exchanged for a role
    EcsRole,      //!< the metadata service of the ECS instance this computer is
    LocalService, //!< a service on this computer, or an https one, that answers with keys
    Program,      //!< a program that prints keys
    CloudSso,     //!< the access token that the aliyun CLI holds, exchanged for keys
    OAuth,        //!< the keys that the aliyun CLI has stored after a browser login
    Environment,  //!< variables of this process, read once at its start
};

//! STS AssumeRole with whatever keys the kind gives; for Oidc the role of AssumeRoleWithOIDC.
struct RoleToAssume
{
    QString arn;
    QString sessionName; //!< appears in the audit log as who acted
    std::chrono::seconds duration{3'600};
    QString externalId; //!< empty: none
    QString policy;     //!< JSON that narrows the rights; empty: none
    friend bool operator==(const RoleToAssume &, const RoleToAssume &) = default;
};

//! How a profile comes by its keys. Never holds a secret.
struct KeySource
{
    KeyKind kind = KeyKind::Entered;
    std::optional<RoleToAssume> role; //!< OtherProfile and Oidc always have one
    ProfileId otherProfile;           //!< OtherProfile
    QString oidcProviderArn;          //!< Oidc
    QString oidcTokenFile;            //!< Oidc: absolute path; read anew for every exchange
    QString ecsRoleName;              //!< EcsRole; empty: the metadata service is asked for it
    QUrl serviceUrl;                  //!< LocalService: https, or http to 127.0.0.1 or [::1]
    QString command;                  //!< Program: a command line, split without a shell
    QString cliFile;                  //!< CloudSso, OAuth: the CLI's file, absolute
    QString cliProfile;               //!< CloudSso, OAuth: the name of the profile in it
    //! SHA-256 in hex of confirmableText() when the person agreed to it; empty: has not.
    QByteArray confirmedSha256;
    friend bool operator==(const KeySource &, const KeySource &) = default;
};

//! What the person must have seen in full and agreed to before it is used for the first time: a
//! program's command line, a service's address, the metadata service with its role. Empty for kinds
//! that need no agreement.
QString confirmableText(const KeySource &source);
//! True for kinds that need no agreement, and where what was agreed to is still what stands there.
bool isConfirmed(const KeySource &source);
//! The source with the person's agreement to what stands in it now.
KeySource confirmed(KeySource source);

//! The keys come from a KeyIssuer: everything but entered ones that are used as they are.
bool isIssued(const KeySource &source);

//! Keys end, and others come without the person: everything but Entered and Environment keys that
//! are used as they are.
bool isRenewed(const KeySource &source);

//! Why a source cannot be used as it is.
enum class KeySourceProblem {
    None,
    NoRole,         //!< the kind needs one
    BadRoleArn,     //!< not acs:ram::<account>:role/<name>
    BadSessionName, //!< not 2 to 64 of letters, digits, . @ - _
    BadDuration,    //!< not 900 to 43,200 seconds
    BadExternalId,  //!< not 2 to 1,224 characters
    BadPolicy,      //!< over 2,048 characters, or no JSON object
    NoOtherProfile,
    NoOidcProvider,
    NoTokenFile,   //!< empty or not absolute
    BadServiceUrl, //!< neither https nor http to this computer, or with user name or fragment
    NoCommand,     //!< empty, or quotes that do not end
    NoCliProfile,
};
//! The first problem. Whether another profile exists, and whether they lead in a circle, is not
//! looked at here.
KeySourceProblem problemOf(const KeySource &source);

//! A member for each thing that is set; an unset one is left out.
void writeKeySource(JsonWriter &writer, const KeySource &source);
//! Nothing when the kind is not known. Anything else that cannot be read counts as not set.
std::optional<KeySource> readKeySource(const Json &object);

//! `command` split as a POSIX shell splits words (single and double quotes, backslash), without
//! variables, pipes or patterns; nothing when a quote does not end or a backslash ends the text.
std::optional<QStringList> splitCommand(const QString &command);

} // namespace countersign
