// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"
#include "app/domain/journalentry.h"
#include "app/journal/sqlconnection.h"

namespace countersign {

//! Of the file as this version of the program writes it; PRAGMA user_version.
constexpr int journalVersion = 2;

//! A text as the columns keep it that are searched by: UTF-8, and lone surrogates escaped so that
//! two texts never become one. Never null.
QByteArray columnText(const QString &text);
//! The text that columnText() made it of.
QString textOfColumn(const QByteArray &column);

//! Values of an entry's columns that follow from its links.
struct DerivedColumns
{
    QByteArray state;
    bool isOpen = false;
    bool isUnsettled = false;
    bool isApproval = false; //!< JournalEntry::isTakenApproval()
    friend bool operator==(const DerivedColumns &, const DerivedColumns &) = default;
};
DerivedColumns derivedColumns(const JournalEntry &entry);

//! Makes the schema of an empty file, or brings that of an older version to this one; inside a
//! transaction of the caller's. False: what failed is in `connection`.
[[nodiscard]] bool migrate(SqlConnection &connection, int from);

//! Whether tables, indexes and triggers are those of `version`, to the letter.
bool isSchemaOf(SqlConnection &connection, int version);

} // namespace countersign
