// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxmodel.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/inboxwords.h"
#include "app/models/listupdater.h"

#include <QSet>

#include <utility>

namespace countersign {

namespace {

enum Change : unsigned {
    KindChanged = 1,
    TaskChanged = 2,
    TemplateChanged = 4,
    AccountChanged = 8,
    StarterChanged = 16,
    TimeChanged = 32,
    OtherChanged = 64,
    GroupChanged = 128,
};

unsigned differences(const WaitRow &a, const WaitRow &b)
{
    unsigned bits = 0;
    if (a.kind != b.kind || a.confidence != b.confidence)
        bits |= KindChanged;
    if (a.taskName != b.taskName || a.taskAction != b.taskAction || !(a.call == b.call) ||
        a.requiredApprovals != b.requiredApprovals || a.loopItem != b.loopItem ||
        a.failedTasks != b.failedTasks)
        bits |= TaskChanged;
    if (a.templateName != b.templateName || a.templateVersion != b.templateVersion ||
        a.way != b.way || a.twinMark != b.twinMark)
        bits |= TemplateChanged;
    if (a.profileAlias != b.profileAlias || a.accountId != b.accountId)
        bits |= AccountChanged;
    if (a.starter != b.starter)
        bits |= StarterChanged;
    if (a.waitingSince != b.waitingSince)
        bits |= TimeChanged;
    if (a.description != b.description || a.runUpdated != b.runUpdated)
        bits |= OtherChanged;
    if (a.group != b.group || a.groupReason != b.groupReason)
        bits |= GroupChanged;
    return bits;
}

QList<int> rolesFor(unsigned bits)
{
    QList<int> roles{Qt::AccessibleTextRole, Qt::ToolTipRole};
    const auto add = [&](unsigned mask, std::initializer_list<int> more) {
        for (const int role : more) {
            if ((bits & mask) != 0 && !roles.contains(role))
                roles.append(role);
        }
    };
    add(KindChanged, {InboxModel::KindRole, InboxModel::ConfidenceRole, InboxModel::KindTextRole});
    add(KindChanged | TaskChanged, {InboxModel::HeadingRole, Qt::DisplayRole});
    add(KindChanged | TaskChanged | TemplateChanged, {InboxModel::DetailRole});
    add(TaskChanged, {InboxModel::TaskRole});
    add(TemplateChanged, {InboxModel::TemplateRole});
    add(AccountChanged, {InboxModel::AccountRole, InboxModel::AccountIdRole});
    add(StarterChanged, {InboxModel::StarterRole});
    add(TimeChanged, {InboxModel::WaitingSinceRole, InboxModel::AgeRole});
    add(GroupChanged, {InboxModel::GroupRole, InboxModel::GroupTextRole, InboxModel::DetailRole});
    return roles;
}

//! Two ages with the same step have the same text: minutes in the first day, then days.
qint64 ageStep(const QDateTime &since, const QDateTime &now)
{
    constexpr qint64 minutesOfDay = 24 * 60;
    const qint64 minutes = qMax<qint64>(since.secsTo(now), 0) / 60;
    return minutes < minutesOfDay ? minutes : minutesOfDay + minutes / minutesOfDay;
}

WaitRowId runOf(const WaitRowId &id)
{
    return {id.place, id.executionId, {}};
}

//! Tells of rows one by one in ascending order as ranges, or as one range when they are very many.
class ChangedRanges
{
public:
    void add(int row)
    {
        if (!m_ranges.empty() && m_ranges.back().second == row - 1)
            m_ranges.back().second = row;
        else
            m_ranges.emplace_back(row, row);
    }
    void announce(InboxModel &model, const QList<int> &roles)
    {
        if (m_ranges.size() > mostChangedRanges)
            m_ranges = {{m_ranges.front().first, m_ranges.back().second}};
        for (const auto &[first, last] : m_ranges)
            Q_EMIT model.dataChanged(model.index(first, 0), model.index(last, 0), roles);
    }

private:
    std::vector<std::pair<int, int>> m_ranges;
};

} // namespace

//! A row that is to be shown. Listed waits are told apart by their slots, which are cheaper to
//! compare than ids; a new one has a number of its own below zero.
struct InboxModel::NextRow
{
    const WaitRow *row = nullptr;
    int slot = -1;
};

class InboxModel::Update
{
public:
    Update(InboxModel &model, const std::vector<NextRow> &next)
        : m_model(model)
        , m_next(next)
    {
    }

    int count() const { return m_model.waitCount(); }
    int nextCount() const { return static_cast<int>(m_next.size()); }
    const int &keyAt(int row) const { return m_model.m_order[static_cast<std::size_t>(row)]; }
    const int &nextKeyAt(int row) const { return m_next[static_cast<std::size_t>(row)].slot; }

    void remove(int first, int last)
    {
        m_model.beginRemoveRows({}, first, last);
        auto &order = m_model.m_order;
        for (int row = first; row <= last; ++row)
            m_model.freeSlot(m_model.slotAt(row));
        order.erase(order.begin() + first, order.begin() + last + 1);
        m_model.endRemoveRows();
    }

    void insert(int at, const std::vector<int> &nextRows)
    {
        m_model.beginInsertRows({}, at, at + static_cast<int>(nextRows.size()) - 1);
        m_model.reserve(nextRows.size());
        std::vector<int> slots;
        slots.reserve(nextRows.size());
        for (const int row : nextRows)
            slots.push_back(m_model.takeSlot(next(row)));
        m_model.m_order.insert(m_model.m_order.begin() + at, slots.begin(), slots.end());
        m_model.endInsertRows();
    }

    void move(int from, int to)
    {
        m_model.beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        detail::moveRow(m_model.m_order, from, to);
        m_model.endMoveRows();
    }

    void rearrange(const std::vector<int> &order)
    {
        Q_EMIT m_model.layoutAboutToBeChanged();
        const QModelIndexList before = m_model.persistentIndexList();
        m_model.m_order = rearranged(m_model.m_order, order);
        const std::vector<int> place = inverse(order);
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &index : before)
            after.append(m_model.index(place[static_cast<std::size_t>(index.row())], 0));
        m_model.changePersistentIndexList(before, after);
        Q_EMIT m_model.layoutChanged();
    }

    unsigned replace(int row)
    {
        WaitRow &own = m_model.m_slots[static_cast<std::size_t>(m_model.slotAt(row))];
        const unsigned bits = differences(own, next(row));
        if (bits != 0)
            own = next(row);
        return bits;
    }

    void changed(int first, int last, unsigned bits)
    {
        Q_EMIT m_model.dataChanged(m_model.index(first, 0), m_model.index(last, 0), rolesFor(bits));
    }

private:
    const WaitRow &next(int row) const { return *m_next[static_cast<std::size_t>(row)].row; }

    InboxModel &m_model;
    const std::vector<NextRow> &m_next;
};

InboxModel::InboxModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

bool InboxModel::apply(const WaitSnapshot &snapshot, int mostNew)
{
    const int runs = runCount();
    const int waits = waitCount();
    const std::vector<NextRow> next = firstOfEach(snapshot.rows, mostNew);
    Update update(*this, next);
    updateList(update);
    if (runs != runCount() || waits != waitCount())
        Q_EMIT countsChanged();
    return mostNew >= 0;
}

//! Counts `newRowsLeft` down, below zero when there are more new rows than that. Rows mostly come
//! in the order they are in already, so that few of them need looking up.
std::vector<InboxModel::NextRow> InboxModel::firstOfEach(const std::vector<WaitRow> &rows,
                                                         int &newRowsLeft) const
{
    std::vector<int> rowOfSlot(m_slots.size(), -1);
    for (std::size_t row = 0; row < m_order.size(); ++row)
        rowOfSlot[static_cast<std::size_t>(m_order[row])] = static_cast<int>(row);
    std::vector<bool> isSeen(m_slots.size(), false);
    QSet<WaitRowId> newIds;
    std::vector<NextRow> first;
    first.reserve(rows.size());
    int expected = 0;
    for (const WaitRow &row : rows) {
        const bool isExpected = expected < waitCount() && rowAt(expected)->id == row.id;
        const int slot = isExpected ? slotAt(expected) : m_slotOf.value(row.id, -1);
        if (slot < 0 && newRowsLeft <= 0) {
            newRowsLeft = -1;
            continue;
        }
        if (slot < 0) {
            const auto before = newIds.size();
            newIds.insert(row.id);
            if (newIds.size() == before)
                continue;
            first.push_back({&row, -static_cast<int>(newIds.size())});
            --newRowsLeft;
            continue;
        }
        expected = rowOfSlot[static_cast<std::size_t>(slot)] + 1;
        if (isSeen[static_cast<std::size_t>(slot)])
            continue;
        isSeen[static_cast<std::size_t>(slot)] = true;
        first.push_back({&row, slot});
    }
    return first;
}

//! Makes room for many rows at once.
void InboxModel::reserve(std::size_t more)
{
    if (more < m_order.size() / 2)
        return;
    const std::size_t whole = m_order.size() + more;
    m_slots.reserve(whole);
    m_slotOf.reserve(static_cast<qsizetype>(whole));
    m_rowsOfRun.reserve(static_cast<qsizetype>(whole));
}

int InboxModel::takeSlot(const WaitRow &row)
{
    int slot = static_cast<int>(m_slots.size());
    if (m_freeSlots.empty()) {
        m_slots.push_back(row);
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
        m_slots[static_cast<std::size_t>(slot)] = row;
    }
    m_slotOf.insert(row.id, slot);
    ++m_rowsOfRun[runOf(row.id)];
    return slot;
}

void InboxModel::freeSlot(int slot)
{
    WaitRow &row = m_slots[static_cast<std::size_t>(slot)];
    m_slotOf.remove(row.id);
    const auto run = m_rowsOfRun.find(runOf(row.id));
    if (--*run == 0)
        m_rowsOfRun.erase(run);
    row = {};
    m_freeSlots.push_back(slot);
}

void InboxModel::setNow(const QDateTime &now)
{
    const QDateTime before = std::exchange(m_now, now);
    ChangedRanges ranges;
    for (int row = 0; row < waitCount(); ++row) {
        const QDateTime &since = rowAt(row)->waitingSince;
        if (since.isValid() &&
            (!before.isValid() || !now.isValid() || ageStep(since, before) != ageStep(since, now)))
            ranges.add(row);
    }
    ranges.announce(*this, {AgeRole, Qt::AccessibleTextRole});
    Q_EMIT nowChanged();
}

void InboxModel::setPlaceState(const Place &place, const QDateTime &readAt, bool isStale)
{
    const PlaceState state{readAt, isStale};
    PlaceState &known = m_places[place];
    if (known == state)
        return;
    QList<int> roles;
    if (known.readAt != readAt)
        roles.append(ReadAtRole);
    if (known.isStale != isStale)
        roles.append(IsStaleRole);
    known = state;
    ChangedRanges ranges;
    for (int row = 0; row < waitCount(); ++row) {
        if (rowAt(row)->id.place == place)
            ranges.add(row);
    }
    ranges.announce(*this, roles);
}

const WaitRow *InboxModel::rowAt(int row) const
{
    if (row < 0 || row >= waitCount())
        return nullptr;
    return &m_slots[static_cast<std::size_t>(slotAt(row))];
}

QModelIndex InboxModel::indexOf(const WaitRowId &id) const
{
    const auto slot = m_slotOf.constFind(id);
    if (slot == m_slotOf.cend())
        return {};
    const auto place = std::find(m_order.begin(), m_order.end(), *slot);
    return index(static_cast<int>(place - m_order.begin()), 0);
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : waitCount();
}

QModelIndex InboxModel::index(int row, int column, const QModelIndex &parent) const
{
    if (parent.isValid() || column != 0 || row < 0 || row >= waitCount())
        return {};
    return createIndex(row, 0, static_cast<quintptr>(slotAt(row)));
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const WaitRow &row = *rowAt(index.row());
    switch (role) {
    case RowIdRole:
        return QVariant::fromValue(row.id);
    case KindRole:
        return QVariant::fromValue(row.kind);
    case ConfidenceRole:
        return QVariant::fromValue(row.confidence);
    case WaitingSinceRole:
        return row.waitingSince;
    case ReadAtRole:
        return m_places.value(row.id.place).readAt;
    case IsStaleRole:
        return m_places.value(row.id.place).isStale;
    case GroupRole:
        return QVariant::fromValue(row.group);
    default:
        return text(row, role);
    }
}

QVariant InboxModel::text(const WaitRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case HeadingRole:
        return inboxHeading(row);
    case KindTextRole:
        return waitKindLabel(row.kind);
    case DetailRole:
        return inboxDetail(row);
    case TaskRole:
        return safeLine(row.taskName);
    case TemplateRole:
        return templateLabel(row);
    case AccountRole:
        return safeLine(row.profileAlias.isEmpty() ? row.accountId : row.profileAlias);
    case AccountIdRole:
        return safeLine(row.accountId);
    case RegionRole:
        return safeLine(row.id.place.region.text());
    case StarterRole:
        return safeLine(userNameOf(row.starter));
    case AgeRole:
        return age(row);
    case GroupTextRole:
        return waitGroupLabel(row.group);
    case Qt::AccessibleTextRole:
        return inboxSentence(row, age(row));
    case Qt::ToolTipRole:
        return safeToolTip(inboxToolTip(row));
    default:
        return {};
    }
}

QString InboxModel::age(const WaitRow &row) const
{
    if (!m_now.isValid() || !row.waitingSince.isValid())
        return {};
    return ageText(std::chrono::seconds(row.waitingSince.secsTo(m_now)));
}

} // namespace countersign
