// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! What whoever mends the program asks first: versions, style, platform, keychain, system; one fact
//! a line, in English whatever the language is. Nothing of the person: no names, paths, accounts.
//! `keychain` is the name of the keychain in use; empty: it is left out.
QString versionDetails(const QString &keychain);

} // namespace countersign
