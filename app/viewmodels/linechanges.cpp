// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/linechanges.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace countersign {

namespace {

//! Of the table below.
constexpr qsizetype mostCells = 1'000'000;

//! Lengths of the longest common parts of all pairs of ends, row by row.
class CommonLengths
{
public:
    CommonLengths(const QStringList &before, const QStringList &after)
        : m_columns(static_cast<std::size_t>(after.size()) + 1)
        , m_lengths((static_cast<std::size_t>(before.size()) + 1) * m_columns)
    {
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j)
                m_lengths[place(i, j)] = static_cast<std::uint16_t>(
                    before[i] == after[j] ? at(i + 1, j + 1) + 1
                                          : std::max(at(i + 1, j), at(i, j + 1)));
        }
    }

    std::uint16_t at(qsizetype i, qsizetype j) const { return m_lengths[place(i, j)]; }

private:
    std::size_t place(qsizetype i, qsizetype j) const
    {
        return static_cast<std::size_t>(i) * m_columns + static_cast<std::size_t>(j);
    }

    std::size_t m_columns;
    std::vector<std::uint16_t> m_lengths;
};

LineChanges walk(const QStringList &before, const QStringList &after)
{
    const CommonLengths common(before, after);
    LineChanges changes;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() && j < after.size()) {
        if (before[i] == after[j]) {
            ++i;
            ++j;
        } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
            changes.gone += before[i++];
        } else {
            changes.added += after[j++];
        }
    }
    changes.gone += before.mid(i);
    changes.added += after.mid(j);
    return changes;
}

} // namespace

LineChanges lineChanges(const QString &before, const QString &after)
{
    QStringList old = before.split(QLatin1Char('\n'));
    QStringList now = after.split(QLatin1Char('\n'));
    const auto first = std::mismatch(old.cbegin(), old.cend(), now.cbegin(), now.cend()).first;
    const qsizetype same = first - old.cbegin();
    old.remove(0, same);
    now.remove(0, same);
    while (!old.isEmpty() && !now.isEmpty() && old.last() == now.last()) {
        old.removeLast();
        now.removeLast();
    }
    if (old.size() * now.size() > mostCells)
        return {old, now};
    return walk(old, now);
}

} // namespace countersign
