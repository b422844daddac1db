// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitrow.h"

#include "app/domain/execution.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>

namespace countersign {

namespace {

struct Run
{
    WaitGroup group = WaitGroup::NeedsYou;
    qint64 waitingSince = std::numeric_limits<qint64>::max();
    std::size_t order = 0; //!< of its first row
    QString key;           //!< what the chosen order goes by; empty where that is the time
};

struct Entry
{
    std::size_t run = 0;
    std::size_t row = 0;
};

qint64 sinceOf(const WaitRow &row)
{
    return row.waitingSince.isValid() ? row.waitingSince.toMSecsSinceEpoch()
                                      : std::numeric_limits<qint64>::max();
}

QString keyOf(const WaitRow &row, InboxOrder order)
{
    switch (order) {
    case InboxOrder::LongestFirst:
    case InboxOrder::NewestFirst:
        break;
    case InboxOrder::ByAccount:
        return QString(row.profileAlias.toCaseFolded() + QChar(u'\0') + row.id.place.region.text());
    case InboxOrder::ByTemplate:
        return row.templateName.toCaseFolded();
    case InboxOrder::ByStarter:
        return userNameOf(row.starter).toCaseFolded();
    case InboxOrder::ByKind:
        return QString(QChar(static_cast<char16_t>(u'a' + static_cast<int>(row.kind))));
    }
    return {};
}

//! True when run `a` stands before run `b`.
bool isBefore(const Run &a, const Run &b, InboxOrder order)
{
    if (a.group != b.group)
        return a.group < b.group;
    if (const int byKey = a.key.compare(b.key); byKey != 0)
        return byKey < 0;
    constexpr qint64 unknown = std::numeric_limits<qint64>::max();
    if (a.waitingSince != b.waitingSince) {
        const bool isReversed = order == InboxOrder::NewestFirst && a.waitingSince != unknown &&
                                b.waitingSince != unknown;
        return isReversed ? a.waitingSince > b.waitingSince : a.waitingSince < b.waitingSince;
    }
    return a.order < b.order;
}

size_t looksOf(const WaitRow &row)
{
    return qHashMulti(0, row.id.place, static_cast<int>(row.kind), row.taskName, row.loopItem,
                      row.templateName, row.templateVersion, row.starter);
}

//! The shortest end of all ids that tells each from the others.
qsizetype tellingLength(const QSet<QString> &ids)
{
    constexpr qsizetype shortest = 6;
    constexpr qsizetype step = 4;
    qsizetype longest = 0;
    for (const QString &id : ids)
        longest = std::max(longest, id.size());
    for (qsizetype length = shortest; length < longest; length += step) {
        QSet<QStringView> ends;
        for (const QString &id : ids)
            ends.insert(QStringView(id).last(std::min(length, id.size())));
        if (ends.size() == ids.size())
            return length;
    }
    return longest;
}

} // namespace

void markTwins(std::vector<WaitRow> &rows)
{
    QHash<size_t, QSet<QString>> runsOfLooks;
    for (const WaitRow &row : rows)
        runsOfLooks[looksOf(row)].insert(row.id.executionId.text());
    QHash<size_t, qsizetype> lengths;
    for (auto group = runsOfLooks.cbegin(); group != runsOfLooks.cend(); ++group) {
        if (group->size() > 1)
            lengths.insert(group.key(), tellingLength(*group));
    }
    for (WaitRow &row : rows) {
        const auto length = lengths.constFind(looksOf(row));
        const QString &id = row.id.executionId.text();
        row.twinMark = length == lengths.cend() ? QString() : id.last(std::min(*length, id.size()));
    }
}

void sortIntoInboxOrder(std::vector<WaitRow> &rows, InboxOrder order)
{
    QHash<std::pair<WaitRowId, int>, std::size_t> runOfId;
    std::vector<Run> runs;
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::pair runId(WaitRowId{rows[i].id.place, rows[i].id.executionId, {}},
                              static_cast<int>(rows[i].group));
        const auto known = runOfId.constFind(runId);
        const std::size_t run = known == runOfId.cend() ? runs.size() : *known;
        if (known == runOfId.cend()) {
            runOfId.insert(runId, run);
            runs.push_back({.group = rows[i].group, .order = i, .key = keyOf(rows[i], order)});
        }
        runs[run].waitingSince = std::min(runs[run].waitingSince, sinceOf(rows[i]));
        entries.push_back({run, i});
    }
    std::sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        if (a.run != b.run)
            return isBefore(runs[a.run], runs[b.run], order);
        return a.row < b.row;
    });
    std::vector<WaitRow> sorted;
    sorted.reserve(rows.size());
    for (const Entry &entry : entries)
        sorted.push_back(std::move(rows[entry.row]));
    rows = std::move(sorted);
}

} // namespace countersign
