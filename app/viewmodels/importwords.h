// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/importrun.h"
#include "app/models/importmodel.h"

#include <QString>
#include <QStringList>

namespace countersign {

//! Words about files of keys and the profiles in them. All results are safe text, and none holds
//! anything of a secret.

//! "Temporary key" and so on, for a table; a mode that is not known by its own name.
QString importKindText(const ImportCandidate &candidate);
//! Name as in the file; words in its place where it has none, or may not be shown.
QString importNameText(const ImportCandidate &candidate);
//! Why it cannot be imported, as one sentence; empty: it can.
QString obstacleText(const ImportCandidate &candidate);
//! Why the name cannot be taken, as one sentence; empty: it can.
QString clashText(ImportClash clash);
ImportVerdict verdictOf(const ImportItem &item);
//! The verdict in a few words, for a table.
QString verdictText(const ImportItem &item);
//! Everything that is to be said about one, as whole sentences.
QStringList importDetails(const ImportItem &item);
//! The command that makes a login of the CLI new; empty for other kinds.
QString loginCommand(const ImportCandidate &candidate);

} // namespace countersign
