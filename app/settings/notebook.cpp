// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/notebook.h"

#include "app/settings/actwords.h"

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;
constexpr qsizetype longestNote = 8'000;

QMap<Act, QStringList> readNotes(const Json &object)
{
    QMap<Act, QStringList> notes;
    object.forEachMember([&notes](const QString &name, const Json &list) {
        const auto act = actFromWord(name);
        if (!act)
            return;
        list.forEachItem([&](const Json &item) {
            const QString note = item.toString();
            if (!note.isEmpty() && note.size() <= longestNote && !notes[*act].contains(note))
                notes[*act] += note;
        });
    });
    return notes;
}

void writeNotes(JsonWriter &writer, QStringView name, const QMap<Act, QStringList> &notes)
{
    writer.name(name).beginObject();
    for (auto list = notes.cbegin(); list != notes.cend(); ++list) {
        writer.name(actWord(list.key())).beginArray();
        for (const QString &note : *list)
            writer.value(note);
        writer.endArray();
    }
    writer.endObject();
}

} // namespace

NoteBook::NoteBook(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keeper(path, formatVersion, clock, [this] { return content(); })
{
    connect(&m_keeper, &DocumentKeeper::problemChanged, this, &NoteBook::problemChanged);
    if (const auto document = m_keeper.load()) {
        m_usual = readNotes((*document)[u"usual"]);
        m_recent = readNotes((*document)[u"recent"]);
    }
}

NoteBook::~NoteBook() = default;

void NoteBook::setUsual(Act act, const QStringList &reasons)
{
    QStringList kept;
    for (const QString &reason : reasons) {
        const QString text = reason.trimmed().left(longestNote);
        if (!text.isEmpty() && !kept.contains(text) && kept.size() < mostUsual)
            kept += text;
    }
    if (kept == usual(act))
        return;
    m_usual.insert(act, kept);
    m_keeper.markChanged();
    Q_EMIT changed();
}

void NoteBook::addRecent(Act act, const QString &note)
{
    const QString text = note.trimmed();
    if (text.isEmpty() || text.size() > longestNote)
        return;
    QStringList &notes = m_recent[act];
    if (!notes.isEmpty() && notes.constFirst() == text)
        return;
    notes.removeAll(text);
    notes.prepend(text);
    notes = notes.mid(0, mostRecent);
    m_keeper.markChanged();
    Q_EMIT changed();
}

void NoteBook::forgetRecent()
{
    if (m_recent.isEmpty())
        return;
    m_recent.clear();
    m_keeper.markChanged();
    Q_EMIT changed();
}

QByteArray NoteBook::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion);
    writeNotes(writer, u"usual", m_usual);
    writeNotes(writer, u"recent", m_recent);
    writer.endObject();
    return writer.bytes();
}

} // namespace countersign
