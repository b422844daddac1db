// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/instancemessage.h"

#include "app/domain/json.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype longestReview = 2'048;
constexpr qsizetype longestToken = 256;

bool isToken(const QString &text)
{
    return text.size() <= longestToken && std::ranges::all_of(text, [](QChar c) {
               return c.unicode() >= 0x20 && c.unicode() < 0x7f;
           });
}

bool isReview(const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    return !text.isEmpty() && text.size() <= longestReview && std::ranges::none_of(text, isControl);
}

//! Takes one member over; false when it does not belong there.
bool takeMember(InstanceMessage &message, const QString &name, const Json &value)
{
    if (name == QStringLiteral("show"))
        return value.toBool();
    if (name == QStringLiteral("review")) {
        message.review = value.toString();
        return isReview(message.review);
    }
    message.activationToken = value.toString();
    return name == QStringLiteral("token") && value.isString() && isToken(message.activationToken);
}

} // namespace

QByteArray instanceMessageLine(const InstanceMessage &message)
{
    JsonWriter writer;
    writer.beginObject();
    if (message.review.isEmpty())
        writer.member(u"show", true);
    else
        writer.member(u"review", message.review);
    if (!message.activationToken.isEmpty() && isToken(message.activationToken))
        writer.member(u"token", message.activationToken);
    writer.endObject();
    return writer.bytes() + '\n';
}

std::optional<InstanceMessage> readInstanceMessage(const QByteArray &line)
{
    if (line.size() > instanceMessageBytes || !line.endsWith('\n'))
        return std::nullopt;
    const Json::ParseResult parsed =
        Json::parse(line.chopped(1), {.bytes = instanceMessageBytes, .depth = 2, .members = 8});
    if (!parsed || !parsed.json->isObject())
        return std::nullopt;
    // Exactly one of the two acts, and at most the token beside it.
    const bool hasShow = parsed.json->find(u"show").has_value();
    const bool hasReview = parsed.json->find(u"review").has_value();
    if (hasShow == hasReview)
        return std::nullopt;
    InstanceMessage message;
    bool isKnown = true;
    parsed.json->forEachMember([&](const QString &name, const Json &value) {
        isKnown = isKnown && takeMember(message, name, value);
    });
    return isKnown ? std::optional(message) : std::nullopt;
}

} // namespace countersign
