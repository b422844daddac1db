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
//! Below what a document may have, so that a full store is read again.
constexpr qsizetype largestFile = 3 * 1024 * 1024;
//! Generous for the members around the texts of one draft.
constexpr qsizetype frameSize = 512;

QMap<QString, QString> readParameters(const Json &list)
{
    QMap<QString, QString> parameters;
    list.forEachItem([&](const Json &item) {
        const QString text = item[u"text"].toString();
        if (!text.isEmpty() && text.size() <= Drafts::longestParameters)
            parameters.insert(item[u"task"].toString(), text);
    });
    return parameters;
}

void writeParameters(JsonWriter &writer, const QMap<QString, QString> &parameters)
{
    writer.name(u"parameters").beginArray();
    for (auto task = parameters.cbegin(); task != parameters.cend(); ++task) {
        writer.beginObject().member(u"task", task.key()).member(u"text", task.value()).endObject();
    }
    writer.endArray();
}

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

qsizetype Drafts::Draft::writtenSize() const
{
    qsizetype size = frameSize + JsonWriter::quoted(note).size();
    for (auto task = parameters.cbegin(); task != parameters.cend(); ++task)
        size += frameSize + JsonWriter::quoted(task.key()).size() +
                JsonWriter::quoted(task.value()).size();
    return size;
}

void Drafts::load()
{
    const auto document = m_keeper.load();
    if (!document)
        return;
    const QDateTime oldest = m_clock.now().addDays(-daysKept);
    (*document)[u"drafts"].forEachItem([&](const Json &item) {
        const auto id = readRowId(item);
        const Draft draft{item[u"note"].toString(), readParameters(item[u"parameters"]),
                          readTime(item[u"at"])};
        if (id && draft.at.isValid() && draft.at >= oldest)
            change(*id, draft);
    });
    dropOld();
}

void Drafts::keep(const WaitRowId &id, const QString &note)
{
    if (this->note(id) == note)
        return;
    Draft draft = m_drafts.value(id);
    draft.note = note.left(longestDraft);
    draft.at = m_clock.now();
    change(id, std::move(draft));
    dropOld();
    m_keeper.markChanged();
}

QString Drafts::parameters(const WaitRowId &id, const QString &task) const
{
    return m_drafts.value(id).parameters.value(task);
}

void Drafts::keepParameters(const WaitRowId &id, const QString &task, const QString &text)
{
    if (parameters(id, task) == text || text.size() > longestParameters)
        return;
    Draft draft = m_drafts.value(id);
    if (text.isEmpty())
        draft.parameters.remove(task);
    else
        draft.parameters.insert(task, text);
    draft.at = m_clock.now();
    change(id, std::move(draft));
    dropOld();
    m_keeper.markChanged();
}

void Drafts::change(const WaitRowId &id, Draft draft)
{
    m_writtenSize -= m_sizes.take(id);
    if (draft.isEmpty()) {
        m_drafts.remove(id);
        return;
    }
    const qsizetype size = draft.writtenSize();
    m_sizes.insert(id, size);
    m_writtenSize += size;
    m_drafts.insert(id, std::move(draft));
}

void Drafts::dropOld()
{
    while (m_drafts.size() > mostDrafts || (m_writtenSize > largestFile && m_drafts.size() > 1)) {
        const auto oldest =
            std::min_element(m_drafts.cbegin(), m_drafts.cend(),
                             [](const Draft &a, const Draft &b) { return a.at < b.at; });
        change(WaitRowId(oldest.key()), {});
    }
}

QByteArray Drafts::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"drafts").beginArray();
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        writer.beginObject();
        writeRowId(writer, draft.key());
        writer.member(u"note", draft->note).member(u"at", timeToText(draft->at));
        if (!draft->parameters.isEmpty())
            writeParameters(writer, draft->parameters);
        writer.endObject();
    }
    writer.endArray().endObject();
    return writer.bytes();
}

} // namespace countersign
