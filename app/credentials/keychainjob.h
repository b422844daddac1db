// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/secretbytes.h"

#include <QString>

#include <functional>

class QObject;

namespace countersign {

//! How one job of the keychain library ended. More is not told: a missing entry, a locked keychain
//! and an unlock window that was closed all look Absent to a reader.
struct KeychainJobEnd
{
    enum class Kind { Done, Absent, Denied, Failed };

    Kind kind = Kind::Failed;
    SecretBytes data; //!< of a reading that is Done
    QString text;     //!< the library's words when it is not Done
};

using KeychainJobCallback = std::function<void(KeychainJobEnd)>;

//! The three jobs, always in the library's binary mode, without its plain-text fallback and without
//! a settings object. The entry's key is made from `name`. A started job cannot be cancelled and is
//! never deleted, as the library's callbacks hold it; it deletes itself at its end. The callback
//! comes from the event loop unless `context` has died, maybe after hours, maybe never. Main
//! thread, event loop on GLib, not before it runs. The library's buffers are wiped when the job
//! ends. Out of reach: the Base64 text it makes of them, and the messages on the bus.
void startKeychainRead(const QString &name, QObject *context, KeychainJobCallback ended);
void startKeychainWrite(const QString &name, const SecretBytes &bytes, QObject *context,
                        KeychainJobCallback ended);
//! Done also when there was nothing.
void startKeychainErase(const QString &name, QObject *context, KeychainJobCallback ended);

//! Characters a name may have, so that the key stays within 200.
inline constexpr qsizetype keychainNameLimit = 150;

} // namespace countersign
