// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace countersign {

class Session;

//! What whoever mends the program needs to know of this run, in English, to be read by the person
//! before it is given away: versions, profiles by the beginning of their ids with the kind of their
//! keys, the keychain, counts, and `lastLines` of the event log. No name, account, path or id of a
//! key.
QString diagnosticsText(const Session &session, const QStringList &lastLines);

} // namespace countersign
