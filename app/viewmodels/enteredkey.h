// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/keychainroom.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace countersign {

//! The fields of a key that a person enters.
enum class KeyField { None, Id, Secret, Token, End };

//! What is wrong with an entered key, and the field beside which it stands.
struct KeyFinding
{
    KeyField field = KeyField::None;
    QString text; //!< a whole sentence without a part of the key; empty: nothing is wrong
    friend bool operator==(const KeyFinding &, const KeyFinding &) = default;
};

//! A secret, a token, a role's name or white space where the id of a key belongs. An empty id has
//! no problem of its own.
KeyFinding findingOfKeyId(const QString &id);

//! The first thing that is wrong with the whole key before it is stored or sent. `isKept`: it is to
//! go into the keychain, which takes no more than keychainRoom().
KeyFinding findingOf(const Credentials &key, bool isKept);

//! When a token ends, as tools print it or a person types it: ISO 8601 with a zone, or without one
//! in the local zone, the seconds left out or not, or seconds since 1970. UTC; nothing when it is
//! none of these.
std::optional<QDateTime> readEnd(const QString &text);

} // namespace countersign
