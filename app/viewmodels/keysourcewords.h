// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/profilekeeper.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! The fields of a source, as a person fills them in.
enum class SourceField {
    None,
    OtherProfile,
    OidcProvider,
    TokenFile,
    ServiceUrl,
    Command,
    CliFile,
    CliProfile,
    RoleArn,
    SessionName,
    Duration,
    ExternalId,
    Policy,
};

//! What is wrong, and the field beside which it stands.
struct SourceFinding
{
    SourceField field = SourceField::None;
    QString text; //!< safe text, a whole sentence; empty: nothing is wrong
    friend bool operator==(const SourceFinding &, const SourceFinding &) = default;
};

//! What a person agrees to before a source is used for the first time; all texts are safe.
struct Agreement
{
    QString heading;     //!< of `shown`
    QString shown;       //!< what is run or asked, on one line, with hidden characters made visible
    QString parts;       //!< what it was taken apart into, one thing a line
    QString consequence; //!< whole sentences
    QString tick;        //!< the person's own words
    bool isWhole = true; //!< false: too long to be shown in full, so that nobody can agree to it
    friend bool operator==(const Agreement &, const Agreement &) = default;
};

//! Every kind, in the order in which they are offered.
const std::vector<KeyKind> &keyKinds();
//! "An access key that I enter" and so on.
QString keyKindText(KeyKind kind);
//! What happens with this kind, as whole sentences.
QString keyKindHint(KeyKind kind);

//! Whether a role can be taken with keys of this kind; Oidc and OtherProfile cannot be without.
bool needsRole(KeyKind kind);
//! Whether the way in which this kind takes a role knows an external id.
bool hasExternalId(KeyKind kind);

//! The first thing that is wrong in the source itself.
SourceFinding findingOf(const KeySource &source);

//! Nothing for kinds that need no agreement, and where nothing usable stands yet.
std::optional<Agreement> agreementTo(const KeySource &source);

//! The name of a session for an audit log, made from a user's name: only letters, digits and
//! . @ - _, 2 to 64 of them.
QString proposedSessionName(const QString &userName);

} // namespace countersign
