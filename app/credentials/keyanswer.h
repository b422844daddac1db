// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keyissuer.h"
#include "app/domain/clock.h"
#include "app/domain/json.h"

namespace countersign {

//! Names of the members that hold keys in the answers of one kind of source.
struct KeyNames
{
    QStringView keyId;
    QStringView secret;
    QStringView token;
    QStringView expiration;
};

//! AccessKeyId and so on, as the token services, the metadata service and local services write.
KeyNames serviceKeyNames();
//! access_key_id and so on, as programs and the CLI's file write.
KeyNames programKeyNames();

//! What must be there for an answer to be one.
struct KeyShape
{
    bool hasToken = true;      //!< false: there must be none
    bool hasExpiration = true; //!< false: there may be one
};

//! An answer with keys as a JSON object whose bytes are wiped when the last handle goes. The error
//! holds no text of it, and neither does any other of this file.
Result<Json> readKeyJson(const SecretBytes &answer);

//! Strict: id, secret and token must be texts of printable ASCII without blanks, neither empty nor
//! longer than any that there are (the token: 16 KiB); the id and the secret must not be an ARN;
//! the expiration must be a time in UTC (ISO 8601 with Z) after `now`: endedKeys where it is none.
//! `path` names the object, empty for the whole answer.
Result<IssuedKeys> readIssuedKeys(const Json &object, const QString &path, const KeyNames &names,
                                  const KeyShape &shape, const QDateTime &now);

//! The time by the clock of the other side, which has set the end of the keys.
QDateTime correctedNow(const Clock &clock, const std::optional<std::chrono::seconds> &skew);

//! UTC; invalid when `text` is not ISO 8601 with a Z.
QDateTime readExpiration(const QString &text);

//! BadReply with the code badAnswer; `reason` says in English what is wrong with the field.
Error badKeyAnswer(const QString &path, const char *reason);
//! LocalFault with one of keyissuercodes.
Error sourceFault(const QString &code, const QString &detail = {});

//! True for 1 to `limit` printable ASCII characters without blanks.
bool isKeyText(QByteArrayView text, qsizetype limit);

} // namespace countersign
