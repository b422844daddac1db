// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace countersign {

//! What a profile's settings know of its entry in the keychain; no secret.
struct KeychainRecord
{
    bool isSaved = false;
    QString backend;     //!< as KeychainSecretStore::backend() was then; empty: not known
    QString accountId;   //!< empty: not known
    QDateTime savedAt;   //!< UTC; invalid: not known
    QDateTime expiresAt; //!< end of temporary credentials, UTC; invalid: none is known

    bool operator==(const KeychainRecord &) const = default;
};

} // namespace countersign
