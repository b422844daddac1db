// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/drafts.h"

#include "app/settings/rowidjson.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;
//! Far above what a note may hold, so that nothing typed is lost, and still a bound.
constexpr qsizetype longestDraft = 8'000;

} // namespace

Drafts::Drafts(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_keeper(path, formatVersion, clock, [this] { return content(); })
{
    connect(&m_keeper, &DocumentKeeper::problemChanged, this, &Drafts::problemChanged);
    load();
}

Drafts::~Drafts() = default;

void Drafts::load()
{
    const auto document = m_keeper.load();
    if (!document)
        return;
    const QDateTime oldest = m_clock.now().addDays(-daysKept);
    (*document)[u"drafts"].forEachItem([&](const Json &item) {
        const auto id = readRowId(item);
        const Draft draft{item[u"note"].toString(), readTime(item[u"at"])};
        if (id && !draft.note.isEmpty() && draft.at.isValid() && draft.at >= oldest)
            m_drafts.insert(*id, draft);
    });
    dropOld();
}

void Drafts::keep(const WaitRowId &id, const QString &note)
{
    if (this->note(id) == note)
        return;
    if (note.isEmpty())
        m_drafts.remove(id);
    else
        m_drafts.insert(id, {note.left(longestDraft), m_clock.now()});
    dropOld();
    m_keeper.markChanged();
}

void Drafts::dropOld()
{
    while (m_drafts.size() > mostDrafts) {
        const auto oldest =
            std::min_element(m_drafts.cbegin(), m_drafts.cend(),
                             [](const Draft &a, const Draft &b) { return a.at < b.at; });
        m_drafts.erase(oldest);
    }
}

QByteArray Drafts::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"drafts").beginArray();
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        writer.beginObject();
        writeRowId(writer, draft.key());
        writer.member(u"note", draft->note).member(u"at", timeToText(draft->at)).endObject();
    }
    writer.endArray().endObject();
    return writer.bytes();
}

} // namespace countersign
