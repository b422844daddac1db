// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/toldlist.h"

#include "app/settings/rowidjson.h"

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;

} // namespace

ToldList::ToldList(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keeper(path, formatVersion, clock, [this] { return content(); })
{
    connect(&m_keeper, &DocumentKeeper::problemChanged, this, &ToldList::problemChanged);
    if (const auto document = m_keeper.load()) {
        (*document)[u"told"].forEachItem([this](const Json &item) {
            if (const auto id = readRowId(item))
                m_ids.push_back(*id);
        });
    }
}

ToldList::~ToldList() = default;

void ToldList::set(const std::vector<WaitRowId> &ids)
{
    if (ids == m_ids)
        return;
    m_ids = ids;
    m_keeper.markChanged();
}

QByteArray ToldList::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"told").beginArray();
    for (const WaitRowId &id : m_ids) {
        writer.beginObject();
        writeRowId(writer, id);
        writer.endObject();
    }
    writer.endArray().endObject();
    return writer.bytes();
}

} // namespace countersign
