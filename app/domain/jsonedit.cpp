// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/jsonedit.h"

#include <algorithm>

namespace countersign {

namespace {

using Places = std::vector<JsonMemberPlace>;

// Behind the string literal whose opening quote is at `quote`; the end of a text that is cut.
qsizetype behindString(const QByteArray &text, qsizetype quote)
{
    qsizetype position = quote + 1;
    while (position < text.size() && text[position] != '"')
        position += text[position] == '\\' ? 2 : 1;
    return qMin(position + 1, text.size());
}

// The object that holds the member at `path`.
std::optional<Json> holderOf(const QByteArray &text, const QStringList &path,
                             const JsonLimits &limits)
{
    const Json::ParseResult parsed = Json::parse(text, limits);
    if (!parsed || path.isEmpty())
        return std::nullopt;
    std::optional<Json> holder = parsed.json;
    for (qsizetype i = 0; holder && i + 1 < path.size(); ++i)
        holder = holder->find(path.at(i));
    return holder && holder->isObject() ? holder : std::nullopt;
}

Places::const_iterator placeOf(const Places &places, const QString &name)
{
    return std::find_if(places.begin(), places.end(),
                        [&](const JsonMemberPlace &place) { return place.name == name; });
}

// What a new last member is written with: the blanks before its name and what stands between name
// and value, as the last member has them.
QByteArray appended(const QByteArray &text, const Places &places, const QByteArray &member,
                    const QByteArray &value, qsizetype objectBegin)
{
    const JsonMemberPlace &last = places.back();
    const qsizetype before =
        places.size() > 1 ? text.indexOf(',', places[places.size() - 2].valueEnd) : objectBegin;
    const QByteArray lead = text.mid(before + 1, last.nameBegin - before - 1);
    const QByteArray gap = text.mid(last.nameEnd, last.valueBegin - last.nameEnd);
    QByteArray result = text;
    return result.insert(last.valueEnd, QByteArray(',' + lead + member + gap + value));
}

// A position of a text while its containers are followed; names may be cut.
struct OpenContainer
{
    bool isObject = false;
    QString name;
    qsizetype index = 0;
};

QString literalText(const QByteArray &literal)
{
    const Json::ParseResult parsed = Json::parse(literal);
    return parsed ? parsed.json->toString() : QString();
}

QString pathText(const std::vector<OpenContainer> &open)
{
    QString path;
    for (const OpenContainer &container : open) {
        if (!container.isObject)
            path += QStringLiteral("[%1]").arg(container.index);
        else if (!container.name.isEmpty())
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + container.name;
    }
    return path;
}

} // namespace

Places memberPlaces(const Json &object, const QByteArray &text)
{
    Places places;
    if (!object.isObject())
        return places;
    // A name has no offset of its own: it begins with the first quote behind the value before it.
    qsizetype searchFrom = object.offset() + 1;
    object.forEachMember([&](const QString &name, const Json &value) {
        const qsizetype quote = text.indexOf('"', searchFrom);
        const qsizetype end = value.offset() + value.source().size();
        places.push_back({name, quote, behindString(text, quote), value.offset(), end});
        searchFrom = end;
    });
    return places;
}

std::optional<QByteArray> withMember(const QByteArray &text, const QStringList &path,
                                     const QByteArray &value, const JsonLimits &limits)
{
    const std::optional<Json> holder = holderOf(text, path, limits);
    const Json::ParseResult parsed = Json::parse(value, limits);
    if (!holder || !parsed)
        return std::nullopt;
    const QByteArray bytes = parsed.json->source();
    const Places places = memberPlaces(*holder, text);
    const auto place = placeOf(places, path.constLast());
    QByteArray result = text;
    if (place != places.end())
        return result.replace(place->valueBegin, place->valueEnd - place->valueBegin, bytes);
    const QByteArray name = JsonWriter::quoted(path.constLast());
    if (!places.empty())
        return appended(text, places, name, bytes, holder->offset());
    const QByteArray member = name + ": " + bytes;
    const bool isOutermost = path.size() == 1;
    return result.insert(holder->offset() + 1,
                         isOutermost ? QByteArray("\n  " + member + '\n') : member);
}

std::optional<QByteArray> withoutMember(const QByteArray &text, const QStringList &path,
                                        const JsonLimits &limits)
{
    const std::optional<Json> holder = holderOf(text, path, limits);
    if (!holder)
        return std::nullopt;
    const Places places = memberPlaces(*holder, text);
    const auto place = placeOf(places, path.constLast());
    if (place == places.end())
        return text;
    qsizetype begin = place->nameBegin;
    qsizetype end = place->valueEnd;
    if (places.size() == 1) {
        begin = holder->offset() + 1;
        end = holder->offset() + holder->source().size() - 1;
    } else if (place == places.begin()) {
        end = std::next(place)->nameBegin;
    } else {
        begin = text.indexOf(',', std::prev(place)->valueEnd);
    }
    QByteArray result = text;
    return result.remove(begin, end - begin);
}

QString memberPathAt(const QByteArray &text, qsizetype offset)
{
    std::vector<OpenContainer> open;
    bool isName = false;
    qsizetype position = 0;
    // The bracket at `offset` itself is not entered; a name that begins there counts.
    while (position < text.size() && position <= offset) {
        const char c = text[position];
        if (c == '"') {
            const qsizetype end = behindString(text, position);
            if (isName && !open.empty())
                open.back().name = literalText(text.mid(position, end - position));
            isName = false;
            position = end;
            continue;
        }
        if (position == offset)
            break;
        if (c == '{' || c == '[') {
            open.push_back({c == '{', {}, 0});
            isName = c == '{';
        } else if ((c == '}' || c == ']') && !open.empty()) {
            open.pop_back();
            isName = false;
        } else if (c == ',' && !open.empty()) {
            ++open.back().index;
            isName = open.back().isObject;
        }
        ++position;
    }
    return pathText(open);
}

} // namespace countersign
