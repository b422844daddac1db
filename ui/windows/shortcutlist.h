// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace countersign {

//! A command as people read it.
struct ShortcutLine
{
    QString command; //!< without mnemonic and ellipsis
    QString keys;    //!< as the desktop writes them, several with commas; empty: none
    QString purpose;
};

//! Every command of the table in its order, then the keys that dialogs have.
std::vector<ShortcutLine> shortcutLines();

//! The list as plain text: one command a line, the keys first.
QString shortcutText(const std::vector<ShortcutLine> &lines);

//! The list as a table to be printed.
std::unique_ptr<QTextDocument> shortcutDocument(const std::vector<ShortcutLine> &lines);

} // namespace countersign
