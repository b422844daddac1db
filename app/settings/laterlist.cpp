// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/laterlist.h"

#include "app/settings/rowidjson.h"

#include <QSet>

#include <algorithm>

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;

//! Equal while the service has not touched the run. What this program learns about it later (its
//! kind, its terms) is no change.
QString conditionOf(const WaitRow &row)
{
    return timeToText(row.runUpdated.isValid() ? row.runUpdated : row.waitingSince);
}

} // namespace

LaterList::LaterList(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_keeper(path, formatVersion, clock, [this] { return content(); })
{
    connect(&m_keeper, &DocumentKeeper::problemChanged, this, &LaterList::problemChanged);
    load();
}

LaterList::~LaterList() = default;

void LaterList::load()
{
    const auto document = m_keeper.load();
    if (!document)
        return;
    (*document)[u"later"].forEachItem([this](const Json &item) {
        const auto id = readRowId(item);
        const QString condition = item[u"condition"].toString();
        const QString until = item[u"until"].toString();
        const Item read{readTime(item[u"until"]), condition};
        // A time that cannot be read must not become "until it changes".
        if (id && (until.isEmpty() || read.until.isValid()))
            m_items.insert(*id, read);
    });
}

void LaterList::putOff(const WaitRow &row, const QDateTime &until)
{
    m_items.insert(row.id, {until.isValid() ? until.toUTC() : QDateTime(), conditionOf(row)});
    m_keeper.markChanged();
    Q_EMIT changed();
}

void LaterList::remove(const WaitRowId &id)
{
    if (!m_items.remove(id))
        return;
    m_keeper.markChanged();
    Q_EMIT changed();
}

bool LaterList::holds(const WaitRow &row) const
{
    const auto item = m_items.constFind(row.id);
    if (item == m_items.cend())
        return false;
    if (item->until.isValid())
        return m_clock.now() < item->until;
    return item->condition == conditionOf(row);
}

bool LaterList::drop(const std::vector<WaitRow> &rows, const std::vector<Place> &read)
{
    if (m_items.isEmpty())
        return false;
    QSet<WaitRowId> held;
    for (const WaitRow &row : rows) {
        if (m_items.contains(row.id) && holds(row))
            held.insert(row.id);
    }
    QSet<WaitRowId> listed;
    for (const WaitRow &row : rows)
        listed.insert(row.id);
    const auto isOver = [&](const WaitRowId &id) {
        if (listed.contains(id))
            return !held.contains(id);
        return std::find(read.begin(), read.end(), id.place) != read.end();
    };
    const auto before = m_items.size();
    m_items.removeIf([&](const auto &item) { return isOver(item.key()); });
    if (m_items.size() == before)
        return false;
    m_keeper.markChanged();
    return true;
}

QDateTime LaterList::nextDue() const
{
    QDateTime next;
    for (const Item &item : m_items) {
        if (item.until.isValid() && (!next.isValid() || item.until < next))
            next = item.until;
    }
    return next;
}

QByteArray LaterList::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"later").beginArray();
    for (auto item = m_items.cbegin(); item != m_items.cend(); ++item) {
        writer.beginObject();
        writeRowId(writer, item.key());
        writer.member(u"until", timeToText(item->until)).member(u"condition", item->condition);
        writer.endObject();
    }
    writer.endArray().endObject();
    return writer.bytes();
}

} // namespace countersign
