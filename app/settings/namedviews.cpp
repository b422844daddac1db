// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/namedviews.h"

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr qint64 formatVersion = 1;
constexpr qsizetype longestText = 256;
// In the order of the values they stand for.
constexpr std::array<const char *, 8> kindWords = {"approval",     "highRisk",   "debugStep",
                                                   "failurePause", "batchPause", "manualPause",
                                                   "insideChild",  "unknown"};
constexpr std::array<const char *, 4> groupWords = {"needsYou", "approvedByYou", "notAddressed",
                                                    "later"};
constexpr std::array<const char *, 6> orderWords = {"longestFirst", "newestFirst", "account",
                                                    "template",     "starter",     "kind"};

template <class Value, std::size_t count>
std::optional<Value> valueOf(const std::array<const char *, count> &words, const QString &word)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (word == QLatin1String(words[i]))
            return static_cast<Value>(i);
    }
    return std::nullopt;
}

template <class Value, std::size_t count>
std::vector<Value> valuesOf(const std::array<const char *, count> &words, const Json &list)
{
    std::vector<Value> values;
    list.forEachItem([&](const Json &item) {
        if (const auto value = valueOf<Value>(words, item.toString()))
            values.push_back(*value);
    });
    return values;
}

template <class Id>
std::vector<Id> idsOf(const Json &list)
{
    std::vector<Id> ids;
    list.forEachItem([&ids](const Json &item) {
        if (!item.toString().isEmpty())
            ids.push_back(Id(item.toString()));
    });
    return ids;
}

NamedView readView(const Json &object)
{
    NamedView view;
    view.name = object[u"name"].toString().left(NamedViews::longestName);
    view.text = object[u"text"].toString().left(longestText);
    view.profiles = idsOf<ProfileId>(object[u"profiles"]);
    view.regions = idsOf<RegionId>(object[u"regions"]);
    view.kinds = valuesOf<WaitKind>(kindWords, object[u"kinds"]);
    view.groups = valuesOf<WaitGroup>(groupWords, object[u"groups"]);
    view.order = valueOf<InboxOrder>(orderWords, object[u"order"].toString())
                     .value_or(InboxOrder::LongestFirst);
    return view;
}

template <class Value, std::size_t count>
void writeWords(JsonWriter &writer, QStringView name, const std::array<const char *, count> &words,
                const std::vector<Value> &values)
{
    writer.name(name).beginArray();
    for (const Value value : values)
        writer.value(QString(QLatin1String(words[static_cast<std::size_t>(value)])));
    writer.endArray();
}

template <class Id>
void writeIds(JsonWriter &writer, QStringView name, const std::vector<Id> &ids)
{
    writer.name(name).beginArray();
    for (const Id &id : ids)
        writer.value(id.text());
    writer.endArray();
}

void writeView(JsonWriter &writer, const NamedView &view)
{
    writer.beginObject().member(u"name", view.name).member(u"text", view.text);
    writeIds(writer, u"profiles", view.profiles);
    writeIds(writer, u"regions", view.regions);
    writeWords(writer, u"kinds", kindWords, view.kinds);
    writeWords(writer, u"groups", groupWords, view.groups);
    writer.member(u"order",
                  QString(QLatin1String(orderWords[static_cast<std::size_t>(view.order)])));
    writer.endObject();
}

bool isBefore(const NamedView &a, const NamedView &b)
{
    return a.name.localeAwareCompare(b.name) < 0;
}

} // namespace

NamedViews::NamedViews(const QString &path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keeper(path, formatVersion, clock, [this] { return content(); })
{
    connect(&m_keeper, &DocumentKeeper::problemChanged, this, &NamedViews::problemChanged);
    const auto document = m_keeper.load();
    if (!document)
        return;
    m_last = readView((*document)[u"last"]);
    m_last.name.clear();
    (*document)[u"views"].forEachItem([this](const Json &item) {
        const NamedView view = readView(item);
        if (!view.name.isEmpty() && static_cast<int>(m_views.size()) < mostViews)
            m_views.push_back(view);
    });
    std::sort(m_views.begin(), m_views.end(), isBefore);
}

NamedViews::~NamedViews() = default;

bool NamedViews::keep(const NamedView &view)
{
    NamedView kept = view;
    kept.name = view.name.simplified();
    if (kept.name.isEmpty() || kept.name.size() > longestName)
        return false;
    const auto known =
        std::find_if(m_views.begin(), m_views.end(),
                     [&kept](const NamedView &other) { return other.name == kept.name; });
    if (known == m_views.end() && static_cast<int>(m_views.size()) >= mostViews)
        return false;
    if (known == m_views.end())
        m_views.push_back(kept);
    else
        *known = kept;
    std::sort(m_views.begin(), m_views.end(), isBefore);
    m_keeper.markChanged();
    Q_EMIT changed();
    return true;
}

void NamedViews::remove(const QString &name)
{
    if (std::erase_if(m_views, [&name](const NamedView &view) { return view.name == name; }) == 0)
        return;
    m_keeper.markChanged();
    Q_EMIT changed();
}

void NamedViews::setLast(const NamedView &view)
{
    NamedView last = view;
    last.name.clear();
    if (last == m_last)
        return;
    m_last = last;
    m_keeper.markChanged();
}

QByteArray NamedViews::content() const
{
    JsonWriter writer;
    writer.beginObject().member(u"version", formatVersion).name(u"last");
    writeView(writer, m_last);
    writer.name(u"views").beginArray();
    for (const NamedView &view : m_views)
        writeView(writer, view);
    writer.endArray().endObject();
    return writer.bytes();
}

} // namespace countersign
