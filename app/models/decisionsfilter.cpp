// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/decisionsfilter.h"

#include "app/models/decisionrowwords.h"
#include "app/models/inboxfilterspec.h"

#include <algorithm>

namespace countersign {

namespace {

template <class Set, class Value>
bool takes(const Set &set, const Value &value)
{
    return set.isEmpty() || set.contains(value);
}

} // namespace

bool DecisionsFilter::isEmpty() const
{
    return searchWords(text).isEmpty() && acts.isEmpty() && standings.isEmpty() &&
           accounts.isEmpty() && regions.isEmpty() && !from.isValid() && !until.isValid();
}

QString foldedFacts(const DecisionRow &row)
{
    constexpr qsizetype factLimit = 512;
    const QString facts[] = {
        decisionActText(row),
        decisionStateText(row),
        decisionTaskText(row),
        row.loopItem.left(factLimit),
        row.executionId.text().left(factLimit),
        row.taskExecutionId.text().left(factLimit),
        row.profileAlias.left(factLimit),
        row.accountId.left(factLimit),
        row.place.region.text().left(factLimit),
        decisionActorText(row),
        row.shortId,
        QString::fromLatin1(row.key),
        row.code.left(factLimit),
        row.requestId.left(factLimit),
        row.note.left(factLimit),
    };
    QString text;
    text.reserve(512);
    for (const QString &fact : facts) {
        text += foldedText(fact);
        text += QLatin1Char('\n');
    }
    return text;
}

bool fits(const DecisionsFilter &filter, const QStringList &words, const DecisionRow &row,
          const QString &folded)
{
    if (!takes(filter.acts, row.act) || !takes(filter.accounts, row.accountId) ||
        !takes(filter.regions, row.place.region))
        return false;
    if (!filter.standings.isEmpty() && !filter.standings.contains(standingOf(row)))
        return false;
    if (filter.from.isValid() && row.at < filter.from)
        return false;
    if (filter.until.isValid() && row.at >= filter.until)
        return false;
    return std::all_of(words.begin(), words.end(),
                       [&folded](const QString &word) { return folded.contains(word); });
}

} // namespace countersign
