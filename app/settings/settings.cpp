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

constexpr int longestReminder = 24 * 60;

enum Which : std::size_t {
    FirstReplyDeadline,
    NoteTag,
    Language,
    Colors,
    Order,
    QuietFrom,
    QuietTo,
    Reminder,
    KeepMonths,
    OwnRuns,
    IdleLock,
    FirstSwitch,
};

const std::array<Settings::Key, FirstSwitch + 9> &table()
{
    // The switches stand last, in the order of their names.
    static const std::array<Settings::Key, FirstSwitch + 9> keys = {{
        {"decisions/firstReplySeconds", 30},
        {"decisions/tagInNote", QStringLiteral("whenNeeded")},
        {"display/language", QString()},
        {"display/colorScheme", QStringLiteral("desktop")},
        {"inbox/order", QStringLiteral("longestFirst")},
        {"notices/quietFrom", QStringLiteral("22:00")},
        {"notices/quietTo", QStringLiteral("07:00")},
        {"notices/reminderMinutes", 0},
        {"decisions/keepMonths", 0},
        {"decisions/ownRequests", QStringLiteral("warn")},
        {"locking/idleMinutes", 0},
        {"notices/show", true},
        {"notices/names", false},
        {"notices/success", false},
        {"notices/sound", false},
        {"notices/quietHours", false},
        {"window/keepInTray", true},
        {"decisions/recentNotes", true},
        {"decisions/hasteWarning", true},
        {"locking/withSession", true},
    }};
    return keys;
}

const Settings::Key &keyOf(Switch which)
{
    return table()[FirstSwitch + static_cast<std::size_t>(which)];
}

constexpr std::array<const char *, 4> schemeWords = {"desktop", "light", "dark", "highContrast"};
constexpr std::array<const char *, 6> orderWords = {"longestFirst", "newestFirst", "account",
                                                    "template",     "starter",     "kind"};
constexpr std::array<const char *, 3> ownWords = {"warn", "extraStep", "block"};
constexpr std::array<const char *, 3> tagWords = {"whenNeeded", "always", "never"};

//! What was read when it has the type of the default, as the text form of a store gives it.
QVariant asTypeOf(const QVariant &fallback, const QVariant &found)
{
    if (found.metaType() == fallback.metaType())
        return found;
    if (fallback.metaType() == QMetaType::fromType<bool>()) {
        const QString word = found.toString();
        const bool isTruth = word == QStringLiteral("true") || word == QStringLiteral("false");
        return isTruth ? QVariant(word == QStringLiteral("true")) : fallback;
    }
    if (fallback.metaType() == QMetaType::fromType<int>()) {
        bool isNumber = false;
        const int number = found.toString().toInt(&isNumber);
        return isNumber ? QVariant(number) : fallback;
    }
    return fallback;
}

//! Position of the word; 0, the default's, for any other.
template <std::size_t count>
std::size_t positionIn(const std::array<const char *, count> &words, const QString &word)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (word == QLatin1String(words[i]))
            return i;
    }
    return 0;
}

QString placeKey(const QString &name)
{
    return QString(QStringLiteral("places/") + name);
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
    return static_cast<TagInNote>(positionIn(tagWords, read(table()[NoteTag]).toString()));
}

void Settings::setTagInNote(TagInNote mode)
{
    const TagInNote before = tagInNote();
    write(table()[NoteTag], QString(QLatin1String(tagWords[static_cast<std::size_t>(mode)])));
    if (mode != before)
        Q_EMIT tagInNoteChanged(mode);
}

OwnRequests Settings::ownRequests() const
{
    return static_cast<OwnRequests>(positionIn(ownWords, read(table()[OwnRuns]).toString()));
}

void Settings::setOwnRequests(OwnRequests policy)
{
    const OwnRequests before = ownRequests();
    write(table()[OwnRuns], QString(QLatin1String(ownWords[static_cast<std::size_t>(policy)])));
    if (policy != before)
        Q_EMIT ownRequestsChanged(policy);
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

bool Settings::isOn(Switch which) const
{
    return read(keyOf(which)).toBool();
}

bool Settings::isOnByDefault(Switch which)
{
    return keyOf(which).fallback.toBool();
}

void Settings::setOn(Switch which, bool isOn)
{
    if (write(keyOf(which), isOn))
        Q_EMIT switchChanged(which, isOn);
}

ColorScheme Settings::colorScheme() const
{
    return static_cast<ColorScheme>(positionIn(schemeWords, read(table()[Colors]).toString()));
}

void Settings::setColorScheme(ColorScheme scheme)
{
    if (write(table()[Colors],
              QString(QLatin1String(schemeWords[static_cast<std::size_t>(scheme)]))))
        Q_EMIT colorSchemeChanged(scheme);
}

InboxOrder Settings::inboxOrder() const
{
    return static_cast<InboxOrder>(positionIn(orderWords, read(table()[Order]).toString()));
}

void Settings::setInboxOrder(InboxOrder order)
{
    if (write(table()[Order], QString(QLatin1String(orderWords[static_cast<std::size_t>(order)]))))
        Q_EMIT inboxOrderChanged(order);
}

QTime Settings::readTime(const Key &key) const
{
    const QTime time = QTime::fromString(read(key).toString(), QStringLiteral("HH:mm"));
    return time.isValid() ? time
                          : QTime::fromString(key.fallback.toString(), QStringLiteral("HH:mm"));
}

QTime Settings::quietFrom() const
{
    return readTime(table()[QuietFrom]);
}

QTime Settings::quietTo() const
{
    return readTime(table()[QuietTo]);
}

void Settings::setQuietHours(const QTime &from, const QTime &to)
{
    const bool isFromNew = write(table()[QuietFrom], from.toString(QStringLiteral("HH:mm")));
    const bool isToNew = write(table()[QuietTo], to.toString(QStringLiteral("HH:mm")));
    if (isFromNew || isToNew)
        Q_EMIT noticeTimesChanged();
}

int Settings::reminderMinutes() const
{
    const int minutes = read(table()[Reminder]).toInt();
    return minutes < 0 || minutes > longestReminder ? 0 : minutes;
}

void Settings::setReminderMinutes(int minutes)
{
    if (write(table()[Reminder], std::clamp(minutes, 0, longestReminder)))
        Q_EMIT noticeTimesChanged();
}

std::span<const int> Settings::keepMonthsChoices()
{
    static constexpr int choices[] = {0, 1, 3, 12, 24};
    return choices;
}

int Settings::keepMonths() const
{
    const int months = read(table()[KeepMonths]).toInt();
    const auto choices = keepMonthsChoices();
    return std::find(choices.begin(), choices.end(), months) == choices.end() ? 0 : months;
}

void Settings::setKeepMonths(int months)
{
    const int before = keepMonths();
    write(table()[KeepMonths], months);
    if (keepMonths() != before)
        Q_EMIT keepMonthsChanged(keepMonths());
}

std::span<const int> Settings::idleLockChoices()
{
    static constexpr int choices[] = {0, 5, 10, 15, 30, 60};
    return choices;
}

int Settings::idleLockMinutes() const
{
    const int minutes = read(table()[IdleLock]).toInt();
    const auto choices = idleLockChoices();
    return std::find(choices.begin(), choices.end(), minutes) == choices.end() ? 0 : minutes;
}

void Settings::setIdleLockMinutes(int minutes)
{
    const int before = idleLockMinutes();
    write(table()[IdleLock], minutes);
    if (idleLockMinutes() != before)
        Q_EMIT idleLockChanged(idleLockMinutes());
}

QByteArray Settings::place(const QString &name) const
{
    const QVariant found = m_store.value(placeKey(name));
    return found.metaType() == QMetaType::fromType<QByteArray>() ? found.toByteArray()
                                                                 : QByteArray();
}

void Settings::setPlace(const QString &name, const QByteArray &state)
{
    if (state.isEmpty())
        m_store.remove(placeKey(name));
    else
        m_store.setValue(placeKey(name), state);
}

} // namespace countersign
