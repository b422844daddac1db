// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace countersign {

// What a program on Windows is given, written down from the documents: "Parsing C command-line
// arguments" and CommandLineToArgvW (learn.microsoft.com), cmd.exe's order of phases (variables,
// then ^ and quotes), about_Quoting_Rules and about_Parsing of PowerShell.

//! The arguments of a command line. Backslashes count only before a quote.
QStringList argvOf(const QString &commandLine);

//! The command line that a program gets when this is typed at the prompt of cmd.exe with these
//! variables; nothing when something in it is no part of the command's arguments (a pipe, a second
//! command, a redirection, an unfinished line).
std::optional<QString> throughCmd(const QString &typed, const QMap<QString, QString> &variables);

//! How PowerShell hands arguments on: as up to 7.2 with and without doubling of a last backslash,
//! or by its newer rules unless the command asks for the old ones.
enum class PowerShellVersion { Windows51, Old7, New7 };

//! The command line that a program gets from one command of the forms this project writes: words,
//! texts in single quotes, sums of texts and [char]N, and "& { $Name = '…'; command }". Nothing
//! when it is anything else.
std::optional<QString> throughPowerShell(const QString &typed, PowerShellVersion version);

} // namespace countersign
