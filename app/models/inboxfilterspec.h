// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace countersign {

//! Which rows of the inbox are shown. Every part that is set must fit; an empty set or text is not
//! set.
struct InboxFilterSpec
{
    //! Words as typed; a row fits when each of them stands in one of its shown facts, without
    //! regard to letter case and to full and half width. More than 256 characters are not looked
    //! at.
    QString text;
    QSet<RegionId> regions;
    QSet<ProfileId> profiles;
    QSet<WaitKind> kinds;
    QSet<WaitGroup> groups;
    QString starter; //!< the name part, whole, without regard to letter case
    std::optional<std::chrono::seconds> olderThan; //!< waits of unknown age do not fit

    bool isEmpty() const;
    friend bool operator==(const InboxFilterSpec &, const InboxFilterSpec &) = default;
};

//! `text` in the form it is searched in: NFKC and case folded.
QString foldedText(const QString &text);

//! The words of a typed text, folded, without repeats.
QStringList searchWords(const QString &typed);

} // namespace countersign
