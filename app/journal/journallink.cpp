// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journallink.h"

#include "app/journal/jsonfields.h"
#include "app/journal/recordtext.h"

#include <QCryptographicHash>

namespace countersign {

namespace {

// What was read before a decision can be long; it was bounded when it was read.
constexpr qsizetype longestContent = 64 * 1024 * 1024;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

std::optional<Json> parsed(const QByteArray &content)
{
    JsonLimits limits;
    limits.bytes = longestContent;
    limits.stringBytes = longestContent;
    limits.members = longestContent;
    return Json::parse(content, limits).json;
}

JsonWriter begun(qint64 number, LinkKind kind, const QDateTime &at)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member(u"number", number);
    writer.member(u"link", linkWord(kind));
    writer.member(u"at", journalTime(at));
    return writer;
}

JsonWriter begun(qint64 number, LinkKind kind, const QDateTime &at, const DecisionId &id)
{
    JsonWriter writer = begun(number, kind, at);
    writer.name(u"decision");
    writeBytes(writer, id.hex);
    return writer;
}

QByteArray ended(JsonWriter &writer)
{
    return writer.endObject().bytes();
}

bool addIntent(JsonFields &fields, JournalEntry &entry, const QDateTime &at)
{
    if (!entry.steps.empty())
        return false;
    const std::chrono::milliseconds monotonic(fields.integer(u"monotonic"));
    const auto intent = readIntent(fields.object(u"intent"));
    const bool isRead = readRecord(fields.object(u"record"), entry) && intent;
    if (!fields.isGood() || !isRead)
        return false;
    entry.intent = *intent;
    entry.steps.push_back({DecisionState::IntentRecorded, at, monotonic, {}});
    return true;
}

bool addStep(JsonFields &fields, JournalEntry &entry, const QDateTime &at)
{
    const auto from = fields.word<DecisionState>(u"from");
    const auto to = fields.word<DecisionState>(u"to");
    const std::chrono::milliseconds monotonic(fields.integer(u"monotonic"));
    const auto facts = readFacts(fields.object(u"facts"));
    if (!fields.isGood() || !facts || entry.state() != from || !mayFollow(from, to))
        return false;
    entry.steps.push_back({to, at, monotonic, *facts});
    return true;
}

bool addOverridden(JsonFields &fields, JournalEntry &entry)
{
    const DecisionId by{fields.bytes(u"by")};
    if (!fields.isGood() || !entry.isOpen())
        return false;
    entry.overriddenBy = by;
    return true;
}

bool addClosed(JsonFields &fields, JournalEntry &entry, const QDateTime &at)
{
    if (!entry.isUnresolved())
        return false;
    entry.closedAt = at;
    entry.closingNote = fields.text(u"note");
    return fields.isGood();
}

} // namespace

QString linkWord(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Intent:
        return QStringLiteral("intent");
    case LinkKind::Step:
        return QStringLiteral("step");
    case LinkKind::OthersWait:
        return QStringLiteral("others-wait");
    case LinkKind::Overridden:
        return QStringLiteral("overridden");
    case LinkKind::Closed:
        return QStringLiteral("closed");
    case LinkKind::Removal:
        return QStringLiteral("removal");
    }
    return {};
}

QByteArray chainBeginning()
{
    return QByteArray(32, '\0');
}

QByteArray chainHash(const QByteArray &previous, const QByteArray &contentSha256)
{
    return sha256(QByteArray(previous + contentSha256));
}

JournalLink JournalLink::made(qint64 number, const QByteArray &content,
                              const QByteArray &previousHash)
{
    const QByteArray digest = sha256(content);
    return {number, content, digest, previousHash, chainHash(previousHash, digest)};
}

bool JournalLink::holds() const
{
    return (content.isNull() || sha256(content) == contentSha256) &&
           hash == chainHash(previous, contentSha256);
}

QByteArray intentContent(qint64 number, const DecisionRecord &record, const DecisionIntent &intent,
                         const JournalStep &step)
{
    JsonWriter writer = begun(number, LinkKind::Intent, step.at, record.id);
    writer.member(u"monotonic", qint64(step.monotonic.count()));
    writer.name(u"record");
    // Parameters may hold secrets, so that no more of them is kept.
    writeRecord(writer, record, digestOf(record.parameters));
    writer.name(u"intent");
    writeIntent(writer, intent);
    return ended(writer);
}

QByteArray stepContent(qint64 number, const DecisionId &id, DecisionState from,
                       const JournalStep &step)
{
    JsonWriter writer = begun(number, LinkKind::Step, step.at, id);
    writer.member(u"from", journalWord(from));
    writer.member(u"to", journalWord(step.state));
    writer.member(u"monotonic", qint64(step.monotonic.count()));
    writer.name(u"facts");
    writeFacts(writer, step.facts);
    return ended(writer);
}

QByteArray othersWaitContent(qint64 number, const DecisionId &id, const QDateTime &at)
{
    JsonWriter writer = begun(number, LinkKind::OthersWait, at, id);
    return ended(writer);
}

QByteArray overriddenContent(qint64 number, const DecisionId &id, const DecisionId &by,
                             const QDateTime &at)
{
    JsonWriter writer = begun(number, LinkKind::Overridden, at, id);
    writer.name(u"by");
    writeBytes(writer, by.hex);
    return ended(writer);
}

QByteArray closedContent(qint64 number, const DecisionId &id, const QDateTime &at,
                         const QString &note)
{
    JsonWriter writer = begun(number, LinkKind::Closed, at, id);
    writer.member(u"note", note);
    return ended(writer);
}

QByteArray removalContent(qint64 number, const QDateTime &at, const QDateTime &before,
                          const LinkRanges &removed)
{
    JsonWriter writer = begun(number, LinkKind::Removal, at);
    writer.member(u"before", journalTime(before));
    writer.name(u"removed").beginArray();
    for (const auto &[first, last] : removed)
        writer.beginArray().value(first).value(last).endArray();
    writer.endArray();
    return ended(writer);
}

std::optional<LinkRanges> readRemoval(qint64 number, const QByteArray &content)
{
    const auto json = parsed(content);
    if (!json)
        return std::nullopt;
    JsonFields fields(*json);
    const bool isRemoval =
        fields.integer(u"number") == number && fields.text(u"link") == linkWord(LinkKind::Removal);
    LinkRanges ranges;
    for (const Json &item : fields.items(u"removed")) {
        const auto first = item.at(0).toInteger();
        const auto last = item.at(1).toInteger();
        if (!first || !last)
            return std::nullopt;
        ranges.emplace_back(*first, *last);
    }
    return isRemoval && fields.isGood() ? std::optional(ranges) : std::nullopt;
}

QDateTime readRemovalLimit(const QByteArray &content)
{
    const auto json = parsed(content);
    if (!json)
        return {};
    JsonFields fields(*json);
    const bool isRemoval = fields.text(u"link") == linkWord(LinkKind::Removal);
    const QDateTime before = fields.time(u"before");
    return isRemoval && fields.isGood() ? before : QDateTime();
}

bool EntryBuilder::add(const JournalLink &link)
{
    if (!link.holds() || link.content.isNull() || !addContent(link.number, link.content))
        return false;
    m_entry.hash = link.hash.toHex();
    return true;
}

bool EntryBuilder::addContent(qint64 number, const QByteArray &content)
{
    const auto json = parsed(content);
    if (!json)
        return false;
    JsonFields fields(*json);
    const QString word = fields.text(u"link");
    const DecisionId id{fields.bytes(u"decision")};
    m_lastAt = fields.time(u"at");
    m_lastLink = word;
    if (fields.integer(u"number") != number || !fields.isGood())
        return false;
    if (word == linkWord(LinkKind::Intent))
        return addIntent(fields, m_entry, m_lastAt) && m_entry.record.id == id;
    if (isEmpty() || m_entry.record.id != id)
        return false;
    if (word == linkWord(LinkKind::Step))
        return addStep(fields, m_entry, m_lastAt);
    if (word == linkWord(LinkKind::Overridden))
        return addOverridden(fields, m_entry);
    if (word == linkWord(LinkKind::Closed))
        return addClosed(fields, m_entry, m_lastAt);
    if (word != linkWord(LinkKind::OthersWait) || m_entry.state() != DecisionState::Accepted)
        return false;
    m_entry.waitsForOthers = true;
    return true;
}

} // namespace countersign
