// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/cliconfig.h"
#include "app/credentials/keyimportfile.h"
#include "app/credentials/keysource.h"
#include "app/domain/ids.h"
#include "app/signing/signing.h"

#include <QDateTime>
#include <QUrl>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace countersign {

//! Why a profile of a file cannot be imported.
enum class ImportObstacle {
    None,
    NotConfigured, //!< every field that its mode needs is empty
    UnknownMode,
    NoMode,            //!< none is written, and none can be guessed
    Deprecated,        //!< an RSA key pair
    NoSignature,       //!< a bearer token: the service wants signed calls
    NoKey,             //!< anonymous
    Misplaced,         //!< `fields` have the form of a secret, or a secret that of an id
    Unusable,          //!< `fields` cannot be read as what they are
    FieldMissing,      //!< `fields`
    BadSource,         //!< `sourceProblem`
    BadSite,           //!< the OAuth site is neither CN nor INTL
    ForeignLogin,      //!< people sign in at an address that is none of CloudSSO's
    SourceMissing,     //!< the profile it builds on is not in the file
    SourceUnusable,    //!< the profile it builds on cannot be imported
    Loop,              //!< `chain` leads in a circle
    TooLong,           //!< `chain` has too many profiles
    SecondOfName,      //!< read by its name, and the name is that of an earlier one
    ProgramsForbidden, //!< a variable forbids programs and services of keys
    MetadataForbidden, //!< a variable forbids the metadata service
    TooLarge,          //!< key and token do not fit into the keychain
};

//! What a person should know of a profile that can be imported.
enum class ImportNote {
    ModeGuessed,        //!< the file names none
    EndpointLeftOut,    //!< a fixed endpoint that is not the region's own
    StsEndpointLeftOut, //!< a host that is not the service's
    RegionLeftOut,      //!< cannot be the name of a region
    SessionNameChosen,  //!< the file names none
    SwitchedOff,        //!< enable is not true
    CommentSign,        //!< '#' in the key: one of the SDKs reads only what stands before
    OpenEnd,            //!< the file ends in the middle of a line of it
    OldForm,            //!< instance role, then role: the CLI has given this mode up
    LoginEnded,         //!< what the CLI holds has ended
    UnknownFields,
};

//! One profile of a file, as it would become one of ours. Holds no secret.
struct ImportCandidate
{
    std::size_t index = 0; //!< in the file
    QString name;          //!< as it stands there; may be empty
    CliMode mode = CliMode::Unknown;
    QString modeName; //!< as written; empty: none is, see `mode`
    //! Other programs use it where they are not told otherwise: a variable names it, or else the
    //! file does.
    bool isCurrent = false;
    bool isSecondOfName = false;

    KeySource source; //!< without the other profile's id
    bool hasKey = false;
    QString keyIdEnd;  //!< last four characters of the id; empty without a key
    QString accountId; //!< as far as an ARN or the login tells; may be empty
    QString region;    //!< empty: none that can be used
    bool usesVpc = false;
    QUrl stsEndpoint;
    QDateTime keyEnd;                   //!< of a temporary key, UTC; invalid: not known
    std::optional<std::size_t> builtOn; //!< index of the profile that it takes the keys of

    ImportObstacle obstacle = ImportObstacle::None;
    QStringList fields;
    KeySourceProblem sourceProblem = KeySourceProblem::None;
    QStringList chain; //!< names, from this one on
    std::set<ImportNote> notes;
    int unknownFields = 0;
    friend bool operator==(const ImportCandidate &, const ImportCandidate &) = default;
};

//! Profiles that a chain of ours may have.
inline constexpr int longestImportChain = 5;

//! What the file's profiles would become, in its order. `path` (absolute) is for those that stay in
//! the file.
std::vector<ImportCandidate> importCandidates(const CliConfig &config, const QString &path,
                                              const ImportEnvironment &environment,
                                              const QDateTime &now);

//! The key of a candidate with one; null without.
std::shared_ptr<const Credentials> importedKey(const CliConfig &config,
                                               const ImportCandidate &candidate);

//! The variables that would be used when keys are taken from the environment, by name.
QStringList keyVariables(const ImportEnvironment &environment);
//! What the environment offers, by the names of its variables; secrets are not looked at. Empty
//! when there is nothing.
std::vector<ImportCandidate> environmentCandidates(const ImportEnvironment &environment);

} // namespace countersign
