// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace countersign {

//! What has to happen to a list of unique keys so that it becomes another. Positions of a step are
//! those after the steps before it; the order is removals, moves, insertions. Where that would be
//! very many steps, isScattered is set instead: new rows go to the end at once, the rows are
//! brought into `order` at once, and what is left over is removed from the end at once.
struct ListPlan
{
    struct Run
    {
        int first = 0;
        int count = 0;
        friend bool operator==(const Run &, const Run &) = default;
    };
    struct Move
    {
        int from = 0;
        int to = 0; //!< where the row stands afterwards
        friend bool operator==(const Move &, const Move &) = default;
    };

    std::vector<Run> removals; //!< last run first
    std::vector<Move> moves;
    std::vector<Run> insertions; //!< positions in the next list, ascending

    bool isScattered = false;
    std::vector<int> newRows; //!< scattered: rows of the next list that are new, ascending
    std::vector<int> order;   //!< scattered: row i afterwards is row order[i] before; may be empty
    int leftOver = 0;         //!< scattered: rows to be removed from the end
};

//! Steps of one kind up to which they are told one by one.
inline constexpr std::size_t mostListSteps = 64;
//! Changed ranges up to which they are told one by one.
inline constexpr std::size_t mostChangedRanges = 1'000;

namespace detail {

//! For each row whether it belongs to a longest ascending subsequence of `ranks` (all different).
inline std::vector<bool> longestAscending(const std::vector<int> &ranks)
{
    std::vector<int> tails; // positions
    std::vector<int> before(ranks.size(), -1);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), ranks[i], [&](int position, int rank) {
                return ranks[static_cast<std::size_t>(position)] < rank;
            });
        if (place != tails.begin())
            before[i] = *std::prev(place);
        if (place == tails.end())
            tails.push_back(static_cast<int>(i));
        else
            *place = static_cast<int>(i);
    }
    std::vector<bool> isIn(ranks.size(), false);
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = before[static_cast<std::size_t>(i)])
        isIn[static_cast<std::size_t>(i)] = true;
    return isIn;
}

//! Moves row `from` so that it stands at `to`.
template <class Row>
void moveRow(std::vector<Row> &rows, int from, int to)
{
    const auto begin = rows.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
}

//! Where each old row is in the next list; see planListUpdate().
template <class KeyAt, class NextKeyAt>
class ListMatch
{
    using Key = std::remove_cvref_t<std::invoke_result_t<KeyAt, int>>;

public:
    ListMatch(int count, const KeyAt &keyAt, int nextCount, const NextKeyAt &nextKeyAt)
        : m_keyAt(keyAt)
        , m_nextKeyAt(nextKeyAt)
        , m_nextEnd(nextCount)
    {
        int oldEnd = count;
        while (m_prefix < std::min(count, nextCount) && keyAt(m_prefix) == nextKeyAt(m_prefix))
            ++m_prefix;
        while (std::min(oldEnd, m_nextEnd) > m_prefix &&
               keyAt(oldEnd - 1) == nextKeyAt(m_nextEnd - 1)) {
            --oldEnd;
            --m_nextEnd;
        }
        rankOf.reserve(static_cast<std::size_t>(count));
        isUsed.assign(static_cast<std::size_t>(nextCount), true);
        std::fill(isUsed.begin() + m_prefix, isUsed.begin() + m_nextEnd, false);
        int expected = m_prefix;
        for (int row = 0; row < count; ++row) {
            const bool isAligned = row < m_prefix || row >= oldEnd;
            const int rank = isAligned ? (row < m_prefix ? row : row - oldEnd + m_nextEnd)
                                       : find(keyAt(row), expected);
            rankOf.push_back(rank);
            if (rank < 0)
                continue;
            isUsed[static_cast<std::size_t>(rank)] = true;
            expected = rank + 1;
        }
    }

    std::vector<int> rankOf;  //!< row in the next list; -1: gone
    std::vector<bool> isUsed; //!< by row of the next list: there already

private:
    struct Hash
    {
        std::size_t operator()(const Key *key) const
        {
            if constexpr (std::is_integral_v<Key>)
                return std::hash<Key>()(*key);
            else
                return qHash(*key, std::size_t(0));
        }
    };
    struct Equal
    {
        bool operator()(const Key *a, const Key *b) const { return *a == *b; }
    };

    //! Neighbours mostly stay neighbours: a hash is made only when that fails.
    int find(const Key &key, int expected)
    {
        if (expected < m_nextEnd && m_nextKeyAt(expected) == key)
            return expected;
        if (!m_isHashed) {
            m_isHashed = true;
            m_rows.reserve(static_cast<std::size_t>(m_nextEnd - m_prefix));
            for (int row = m_prefix; row < m_nextEnd; ++row)
                m_rows.emplace(&m_nextKeyAt(row), row);
        }
        const auto found = m_rows.find(&key);
        return found == m_rows.end() ? -1 : found->second;
    }

    const KeyAt &m_keyAt;
    const NextKeyAt &m_nextKeyAt;
    int m_prefix = 0;
    int m_nextEnd = 0;
    bool m_isHashed = false;
    std::unordered_map<const Key *, int, Hash, Equal> m_rows;
};

inline std::vector<ListPlan::Run> runsOf(const std::vector<bool> &isIn)
{
    std::vector<ListPlan::Run> runs;
    for (std::size_t i = 0; i < isIn.size(); ++i) {
        if (!isIn[i])
            continue;
        if (i > 0 && isIn[i - 1])
            ++runs.back().count;
        else
            runs.push_back({static_cast<int>(i), 1});
    }
    return runs;
}

//! `kept`: ranks of the rows that stay, in their present order; all different.
inline std::vector<ListPlan::Move> movesFor(std::vector<int> kept, const std::vector<bool> &stays)
{
    std::vector<int> movers;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (!stays[i])
            movers.push_back(kept[i]);
    }
    std::sort(movers.begin(), movers.end());
    std::vector<int> sorted = kept;
    std::sort(sorted.begin(), sorted.end());
    const auto positionOf = [&kept](int rank) {
        return static_cast<int>(std::find(kept.begin(), kept.end(), rank) - kept.begin());
    };
    std::vector<ListPlan::Move> moves;
    for (const int rank : movers) {
        const auto place = std::lower_bound(sorted.begin(), sorted.end(), rank);
        const int from = positionOf(rank);
        int to = place == sorted.begin() ? 0 : positionOf(*std::prev(place)) + 1;
        if (from < to)
            --to;
        if (from == to)
            continue;
        moveRow(kept, from, to);
        moves.push_back({from, to});
    }
    return moves;
}

inline void planScattered(ListPlan &plan, const std::vector<int> &rankOf,
                          const std::vector<bool> &isUsed)
{
    plan.isScattered = true;
    std::vector<int> source(isUsed.size(), -1);
    std::vector<int> gone;
    for (std::size_t row = 0; row < rankOf.size(); ++row) {
        if (rankOf[row] < 0)
            gone.push_back(static_cast<int>(row));
        else
            source[static_cast<std::size_t>(rankOf[row])] = static_cast<int>(row);
    }
    for (std::size_t row = 0; row < isUsed.size(); ++row) {
        if (isUsed[row])
            continue;
        source[row] = static_cast<int>(rankOf.size() + plan.newRows.size());
        plan.newRows.push_back(static_cast<int>(row));
    }
    plan.leftOver = static_cast<int>(gone.size());
    plan.order = std::move(source);
    plan.order.insert(plan.order.end(), gone.begin(), gone.end());
    if (std::is_sorted(plan.order.begin(), plan.order.end()))
        plan.order.clear();
}

} // namespace detail

//! `keyAt(row)` and `nextKeyAt(row)` give references to keys that stay while this runs; the keys of
//! a list must be unique. Time grows with n log n, and with n alone while few rows change place.
template <class KeyAt, class NextKeyAt>
ListPlan planListUpdate(int count, const KeyAt &keyAt, int nextCount, const NextKeyAt &nextKeyAt)
{
    const detail::ListMatch match(count, keyAt, nextCount, nextKeyAt);
    std::vector<int> kept;
    std::vector<bool> isGone;
    for (const int rank : match.rankOf) {
        isGone.push_back(rank < 0);
        if (rank >= 0)
            kept.push_back(rank);
    }
    std::vector<bool> isNew = match.isUsed;
    isNew.flip();
    ListPlan plan;
    plan.removals = detail::runsOf(isGone);
    plan.insertions = detail::runsOf(isNew);
    std::vector<bool> stays;
    std::size_t moverCount = 0;
    if (!std::is_sorted(kept.begin(), kept.end())) {
        stays = detail::longestAscending(kept);
        moverCount = static_cast<std::size_t>(std::count(stays.begin(), stays.end(), false));
    }
    if (std::max({plan.removals.size(), plan.insertions.size(), moverCount}) > mostListSteps) {
        plan.removals.clear();
        plan.insertions.clear();
        detail::planScattered(plan, match.rankOf, match.isUsed);
        return plan;
    }
    std::reverse(plan.removals.begin(), plan.removals.end());
    if (moverCount > 0)
        plan.moves = detail::movesFor(std::move(kept), stays);
    return plan;
}

//! Brings the list behind `target` up to date in three passes: what is gone goes, what is known
//! moves and what is new is put in, what differs is replaced. The target has
//!   count(), keyAt(row), nextCount(), nextKeyAt(row): the list and what it is to become;
//!   remove(first, last), insert(at, rows of the next list), move(from, to);
//!   rearrange(order): row i becomes what row order[i] was;
//!   replace(row): takes the next value; what has changed, as bits, 0 for nothing;
//!   changed(first, last, bits): tells of a run of replaced rows, with all their bits.
template <class Target>
class ListUpdater
{
public:
    explicit ListUpdater(Target &target)
        : m_target(target)
    {
    }

    void run()
    {
        const auto keyAt = [this](int row) -> const auto &
        {
            return m_target.keyAt(row);
        };
        const auto nextKeyAt = [this](int row) -> const auto &
        {
            return m_target.nextKeyAt(row);
        };
        const ListPlan plan =
            planListUpdate(m_target.count(), keyAt, m_target.nextCount(), nextKeyAt);
        if (plan.isScattered)
            carryOutAtOnce(plan);
        else
            carryOut(plan);
        replaceAll();
    }

private:
    struct Change
    {
        int first = 0;
        int last = 0;
        unsigned bits = 0;
    };

    void carryOut(const ListPlan &plan)
    {
        for (const ListPlan::Run &run : plan.removals)
            m_target.remove(run.first, run.first + run.count - 1);
        for (const ListPlan::Move &move : plan.moves)
            m_target.move(move.from, move.to);
        for (const ListPlan::Run &run : plan.insertions) {
            std::vector<int> rows(static_cast<std::size_t>(run.count));
            std::iota(rows.begin(), rows.end(), run.first);
            m_target.insert(run.first, rows);
        }
    }

    void carryOutAtOnce(const ListPlan &plan)
    {
        if (!plan.newRows.empty())
            m_target.insert(m_target.count(), plan.newRows);
        if (!plan.order.empty())
            m_target.rearrange(plan.order);
        if (plan.leftOver > 0)
            m_target.remove(m_target.count() - plan.leftOver, m_target.count() - 1);
    }

    void replaceAll()
    {
        std::vector<Change> changes;
        for (int row = 0; row < m_target.count(); ++row) {
            const unsigned bits = m_target.replace(row);
            if (bits == 0)
                continue;
            const bool isNext = !changes.empty() && changes.back().last == row - 1;
            if (!isNext && changes.size() <= mostChangedRanges) {
                changes.push_back({row, row, bits});
            } else {
                changes.back().last = row;
                changes.back().bits |= bits;
            }
        }
        if (changes.size() > mostChangedRanges)
            changes = {all(changes)};
        for (const Change &change : changes)
            m_target.changed(change.first, change.last, change.bits);
    }

    static Change all(const std::vector<Change> &changes)
    {
        Change whole{changes.front().first, changes.back().last, 0};
        for (const Change &change : changes)
            whole.bits |= change.bits;
        return whole;
    }

    Target &m_target;
};

//! ListUpdater in one call.
template <class Target>
void updateList(Target &target)
{
    ListUpdater<Target>(target).run();
}

//! `rows` in a new order: element i is what element order[i] was.
template <class Row>
std::vector<Row> rearranged(std::vector<Row> &rows, const std::vector<int> &order)
{
    std::vector<Row> result;
    result.reserve(rows.size());
    for (const int row : order)
        result.push_back(std::move(rows[static_cast<std::size_t>(row)]));
    return result;
}

//! Where each row goes under `order`.
inline std::vector<int> inverse(const std::vector<int> &order)
{
    std::vector<int> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    return place;
}

} // namespace countersign
