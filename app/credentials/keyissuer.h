// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/callhandle.h"
#include "app/credentials/profile.h"
#include "app/domain/result.h"
#include "app/domain/taskexecution.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! Keys that a source has given: id, secret and token belong together and are replaced together.
struct IssuedKeys
{
    std::shared_ptr<const Credentials> credentials; //!< never null
    QDateTime expiresAt;                            //!< UTC; invalid: no end is known
    QDateTime issuedAt;                             //!< UTC, by the corrected clock
    //! Whose they are, where the answer says it (a role's); GetCallerIdentity tells it else.
    std::optional<CallerIdentity> caller;
};

//! Asks a profile's source for keys, once for each call. Callbacks run exactly once, from the event
//! loop and never from inside the call; not at all when `context` has died; with
//! Error::Kind::Cancelled on cancel(). Main thread.
//!
//! Errors, beside those of the network and the service: `code` of LocalFault, BadReply and
//! BadCredentials says what the person can do, see keyissuercodes. None holds a text of an answer
//! with keys.
class KeyIssuer
{
public:
    using Callback = std::function<void(Result<IssuedKeys>)>;

    KeyIssuer() = default;
    KeyIssuer(const KeyIssuer &) = delete;
    KeyIssuer &operator=(const KeyIssuer &) = delete;
    virtual ~KeyIssuer() = default;

    //! `base` are the keys of the other profile (OtherProfile) or the entered ones (Entered with a
    //! role); null for every other kind. A source that needs an agreement and has none is never
    //! asked: NotConfirmed.
    virtual CallHandle issue(const Profile &profile, std::shared_ptr<const Credentials> base,
                             QObject *context, Callback callback) = 0;
    //! Nobody uses the source any more, or only while the program is locked: keys of it that were
    //! kept for the next question are wiped. Those of a kind that can be read once are gone then.
    virtual void forget(const KeySource &) {}
};

//! Codes of errors that a source, and not the service, has come to. Each has its own sentence.
namespace keyissuercodes {
inline QString notConfirmed()
{
    return QStringLiteral("Countersign.NotConfirmed");
}
//! ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS forbids programs and services of keys.
inline QString forbiddenHere()
{
    return QStringLiteral("Countersign.ExternalForbidden");
}
//! ALIBABA_CLOUD_ECS_METADATA_DISABLED.
inline QString metadataForbidden()
{
    return QStringLiteral("Countersign.MetadataForbidden");
}
inline QString noProgram()
{
    return QStringLiteral("Countersign.ProgramNotFound");
}
inline QString programFailed()
{
    return QStringLiteral("Countersign.ProgramFailed");
}
inline QString programTooSlow()
{
    return QStringLiteral("Countersign.ProgramTooSlow");
}
//! What came is no answer with keys: not JSON, a field missing, too long.
inline QString badAnswer()
{
    return QStringLiteral("Countersign.BadKeyAnswer");
}
//! What was given had ended already, by the clock of whoever set its end.
inline QString endedKeys()
{
    return QStringLiteral("Countersign.EndedKeys");
}
//! The source itself was asked and refuses to give keys, with `httpStatus`; what it said is in
//! `detail`.
inline QString sourceRefused()
{
    return QStringLiteral("Countersign.SourceRefused");
}
inline QString noTokenFile()
{
    return QStringLiteral("Countersign.TokenFile");
}
//! The CLI's file or the profile in it is not there, or of another kind now.
inline QString noCliProfile()
{
    return QStringLiteral("Countersign.CliProfile");
}
//! What the CLI holds has ended; its command renews it (see renewalCommand()).
inline QString cliLoginEnded()
{
    return QStringLiteral("Countersign.CliLoginEnded");
}
//! CloudSSO does not accept the access token that the CLI holds, before its time, and there are no
//! stored keys that still last.
inline QString cliLoginRefused()
{
    return QStringLiteral("Countersign.CliLoginRefused");
}
//! The CLI's file names a host to sign in at that is none of CloudSSO's, in `path`: the access
//! token is not sent there.
inline QString foreignLogin()
{
    return QStringLiteral("Countersign.ForeignLogin");
}
inline QString noEnvironment()
{
    return QStringLiteral("Countersign.Environment");
}
//! A key id that is a role ARN, a secret, or has white space in it; a secret where an id belongs.
inline QString misplacedSecret()
{
    return QStringLiteral("Countersign.MisplacedSecret");
}
} // namespace keyissuercodes

//! The command that renews what the CLI holds for this source, for a shell of this computer; empty
//! for other kinds.
QString renewalCommand(const KeySource &source);

} // namespace countersign
