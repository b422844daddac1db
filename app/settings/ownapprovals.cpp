// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/ownapprovals.h"

#include "app/settings/rowidjson.h"

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;

} // namespace

OwnApprovals::OwnApprovals(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keeper(path, formatVersion, clock, [this] { return content(); })
{
    connect(&m_keeper, &DocumentKeeper::problemChanged, this, &OwnApprovals::problemChanged);
    load();
}

OwnApprovals::~OwnApprovals() = default;

void OwnApprovals::load()
{
    const auto document = m_keeper.load();
    if (!document)
        return;
    (*document)[u"approvals"].forEachItem([this](const Json &item) {
        const auto wait = readRowId(item);
        const QString actor = item[u"actor"].toString();
        if (wait && !wait->taskExecutionId.isEmpty() && !actor.isEmpty())
            m_entries.emplace_back(*wait, actor);
    });
    trim();
}

void OwnApprovals::add(const WaitRowId &wait, const QString &actor)
{
    if (wait.taskExecutionId.isEmpty() || actor.isEmpty() || holds(wait, actor))
        return;
    m_entries.emplace_back(wait, actor);
    trim();
    m_keeper.markChanged();
    Q_EMIT changed();
}

bool OwnApprovals::holds(const WaitRowId &wait, const QString &actor) const
{
    return m_known.contains({wait, actor});
}

void OwnApprovals::trim()
{
    if (m_entries.size() > mostKept)
        m_entries.erase(m_entries.begin(), m_entries.end() - mostKept);
    m_known = QSet<Entry>(m_entries.begin(), m_entries.end());
}

QByteArray OwnApprovals::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"approvals").beginArray();
    for (const auto &[wait, actor] : m_entries) {
        writer.beginObject();
        writeRowId(writer, wait);
        writer.member(u"actor", actor).endObject();
    }
    writer.endArray().endObject();
    return writer.bytes();
}

} // namespace countersign
