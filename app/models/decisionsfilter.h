// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/decisionrow.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace countersign {

//! Which decisions are listed. Every part that is set must fit; an empty set, text or time is not
//! set.
struct DecisionsFilter
{
    //! Words as typed; a decision fits when each of them stands in one of its facts (ids, task,
    //! item, account, region, actor, code, note, words of act and state), without regard to letter
    //! case and to full and half width. More than 256 characters are not looked at.
    QString text;
    QSet<Act> acts;
    QSet<DecisionStanding> standings;
    QSet<QString> accounts; //!< account ids
    QSet<RegionId> regions;
    QDateTime from;  //!< decisions before it are left out; invalid: not set
    QDateTime until; //!< decisions at it and after it are left out; invalid: not set

    bool isEmpty() const;
    friend bool operator==(const DecisionsFilter &, const DecisionsFilter &) = default;
};

//! All texts of the decision that are searched in, in the form of foldedText(), one a line, so that
//! no word is found across two.
QString foldedFacts(const DecisionRow &row);

//! `words` are searchWords() of the filter's text, `folded` foldedFacts() of the row; where there
//! are no words, `folded` may be empty.
bool fits(const DecisionsFilter &filter, const QStringList &words, const DecisionRow &row,
          const QString &folded);

} // namespace countersign
