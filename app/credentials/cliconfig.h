// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace countersign {

//! Where a profile of the aliyun CLI gets its keys (credentials.md 2.4); in its order.
enum class CliMode {
    AccessKey,
    StsToken,
    RamRoleArn,
    ChainableRamRoleArn,
    EcsRamRole,
    RamRoleArnWithRoleName,
    Oidc,
    CloudSso,
    OAuth,
    External,
    CredentialsUri,
    RsaKeyPair,
    BearerToken,
    Anonymous,
    Unknown, //!< a mode that is not known here
};

//! One profile of a file of another program, as it stands there. Ids and names are text; secrets
//! live in SecretBytes only. A field that is missing, of another JSON type, or in `misplaced`, is
//! empty.
struct CliProfile
{
    QString name; //!< may be empty, may stand twice in a file
    int line = 0; //!< from 1
    CliMode mode = CliMode::Unknown;
    QString modeName;           //!< as written; empty: none was
    bool isModeGuessed = false; //!< from the fields, as the CLI does when none is written

    QString accessKeyId;
    SecretBytes secret;
    SecretBytes stsToken;
    QDateTime stsExpiration; //!< UTC; invalid: none is written

    QString ramRoleArn;
    QString ramSessionName;
    QString externalId;
    QString policy;
    std::optional<qint64> durationSeconds;
    QString ramRoleName; //!< of the instance
    QString sourceProfile;

    QString oidcProviderArn;
    QString oidcTokenFile;
    QString processCommand;
    QString credentialsUri;

    QString cloudSsoSignInUrl;
    QString cloudSsoAccountId;
    QString cloudSsoAccessConfig;
    SecretBytes cloudSsoAccessToken;
    QDateTime cloudSsoAccessTokenEnd; //!< UTC; invalid: none is written

    QString oauthSite;           //!< CN or INTL
    bool hasOAuthTokens = false; //!< they are the CLI's; they are not read

    QString regionId;
    QString endpoint;
    QString endpointType;
    bool isVpcWanted = false; //!< enable_vpc
    QString stsRegion;
    QString stsEndpoint;

    std::optional<bool> isEnabled; //!< ini only
    bool isCommentSign = false;    //!< ini only: a '#' in the key, where one of the SDKs cuts it
    bool isEndOpen = false;        //!< ini only: the file ends in it, without the end of a line

    //! Fields whose text holds a secret of the profile, or has the form of one where nothing else
    //! has it: a path, a policy or an external id is not judged by its form.
    QStringList misplaced;
    QStringList unusable; //!< fields of another JSON type, and keys with white space in them
    int unknownFields = 0;
};

//! What such a file holds.
struct CliConfig
{
    enum class Format { CliConfig, IniCredentials };
    Format format = Format::CliConfig;
    QString current; //!< name of the profile that is used where none is named; may be empty
    std::vector<CliProfile> profiles;
    int unknownFields = 0; //!< beside the profiles
};

//! Why a text is not such a file. Says where, and never what stands there.
struct CliConfigProblem
{
    enum class Kind {
        Empty,
        TooLarge,
        NotText,         //!< not UTF-8
        Damaged,         //!< cut off, or not well formed
        TooDeep,         //!< nested, or filled with members, more than is read
        StandsTwice,     //!< one name twice among the fields of one profile
        OtherFormat,     //!< well formed, and neither of the two formats
        TooManyProfiles, //!< more than CliConfigReading::mostProfiles
    };
    Kind kind = Kind::Empty;
    int line = 0;   //!< from 1; 0: says nothing
    int column = 0; //!< from 1, in bytes
    friend bool operator==(const CliConfigProblem &, const CliConfigProblem &) = default;
};

struct CliConfigReading
{
    static constexpr qsizetype largestFile = 256 * 1024;
    static constexpr int mostProfiles = 200;

    std::optional<CliConfig> config;
    CliConfigProblem problem; //!< meaningful only without config
};

//! Reads the aliyun CLI's config.json or the SDKs' ini file, whichever `bytes` are by their content
//! (credentials.md 2, 5). The bytes are wiped, also those that other QByteArrays share with them.
CliConfigReading readCliConfig(QByteArray bytes);

//! As the file writes it; empty for Unknown.
QString cliModeName(CliMode mode);

} // namespace countersign
