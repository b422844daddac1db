// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr std::chrono::seconds shortestDeadline{5};
constexpr std::chrono::seconds longestDeadline{60};

enum Which : std::size_t { FirstReplyDeadline, NoteTag, Language, Geometry, Splitter, KeyCount };

const std::array<Settings::Key, KeyCount> &table()
{
    static const std::array<Settings::Key, KeyCount> keys = {{
        {"decisions/firstReplySeconds", 30},
        {"decisions/tagInNote", QStringLiteral("whenNeeded")},
        {"display/language", QString()},
        {"window/geometry", QByteArray()},
        {"window/splitter", QByteArray()},
    }};
    return keys;
}

constexpr std::array<const char *, 3> tagWords = {"whenNeeded", "always", "never"};

//! What was read when it has the type of the default, as the text form of a store gives it.
QVariant asTypeOf(const QVariant &fallback, const QVariant &found)
{
    if (found.metaType() == fallback.metaType())
        return found;
    if (fallback.metaType() == QMetaType::fromType<int>()) {
        bool isNumber = false;
        const int number = found.toString().toInt(&isNumber);
        return isNumber ? QVariant(number) : fallback;
    }
    return fallback;
}

} // namespace

std::span<const Settings::Key> Settings::keys()
{
    return table();
}

Settings::Settings(QSettings &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

QVariant Settings::read(const Key &key) const
{
    const QVariant found = m_store.value(QLatin1String(key.name));
    return found.isValid() ? asTypeOf(key.fallback, found) : key.fallback;
}

bool Settings::write(const Key &key, const QVariant &value)
{
    const bool isChange = read(key) != value;
    if (value == key.fallback)
        m_store.remove(QLatin1String(key.name));
    else
        m_store.setValue(QLatin1String(key.name), value);
    return isChange;
}

std::chrono::seconds Settings::firstReplyDeadline() const
{
    const Key &key = table()[FirstReplyDeadline];
    const std::chrono::seconds deadline(read(key).toInt());
    if (deadline < shortestDeadline || deadline > longestDeadline)
        return std::chrono::seconds(key.fallback.toInt());
    return deadline;
}

void Settings::setFirstReplyDeadline(std::chrono::seconds deadline)
{
    const auto before = firstReplyDeadline();
    const auto within = std::clamp(deadline, shortestDeadline, longestDeadline);
    write(table()[FirstReplyDeadline], static_cast<int>(within.count()));
    if (within != before)
        Q_EMIT firstReplyDeadlineChanged(within);
}

TagInNote Settings::tagInNote() const
{
    const QString word = read(table()[NoteTag]).toString();
    for (std::size_t i = 0; i < tagWords.size(); ++i) {
        if (word == QLatin1String(tagWords[i]))
            return static_cast<TagInNote>(i);
    }
    return TagInNote::WhenNeeded;
}

void Settings::setTagInNote(TagInNote mode)
{
    const TagInNote before = tagInNote();
    write(table()[NoteTag], QString(QLatin1String(tagWords[static_cast<std::size_t>(mode)])));
    if (mode != before)
        Q_EMIT tagInNoteChanged(mode);
}

QString Settings::language() const
{
    return read(table()[Language]).toString();
}

void Settings::setLanguage(const QString &code)
{
    if (write(table()[Language], code.isEmpty() ? QString() : code))
        Q_EMIT languageChanged(code);
}

QByteArray Settings::windowGeometry() const
{
    return read(table()[Geometry]).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    if (write(table()[Geometry], geometry))
        Q_EMIT windowGeometryChanged();
}

QByteArray Settings::splitterState() const
{
    return read(table()[Splitter]).toByteArray();
}

void Settings::setSplitterState(const QByteArray &state)
{
    if (write(table()[Splitter], state))
        Q_EMIT splitterStateChanged();
}

} // namespace countersign
