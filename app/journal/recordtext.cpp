// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/recordtext.h"

#include "app/journal/jsonfields.h"

#include <QCryptographicHash>

namespace countersign {

namespace {

void writeBytesMember(JsonWriter &writer, QStringView name, const QByteArray &bytes)
{
    writer.name(name);
    writeBytes(writer, bytes);
}

void writePlace(JsonWriter &writer, const DecisionPlace &where)
{
    const Environment &environment = where.environment;
    writer.name(u"where").beginObject();
    writer.member(u"profile", where.place.profile.text());
    writer.member(u"alias", where.profileAlias);
    writer.member(u"account", where.accountId);
    writer.member(u"region", where.place.region.text());
    writer.member(u"actor", where.actor);
    if (where.actorKind != ActorKind::Unknown)
        writer.member(u"actorKind", journalWord(where.actorKind));
    if (where.actorVerifiedAt.isValid())
        writer.member(u"actorVerifiedAt", journalTime(where.actorVerifiedAt));
    writer.member(u"endpoint", where.endpointHost);
    writer.name(u"environment").beginObject();
    writer.member(u"word", environment.word);
    writer.member(u"color", journalWord(environment.color));
    writer.member(u"pattern", journalWord(environment.pattern));
    writer.member(u"production", environment.isProduction);
    writer.member(u"sandbox", environment.isSandbox);
    writer.endObject().endObject();
}

void writeTexts(JsonWriter &writer, QStringView name, const std::vector<QString> &texts)
{
    writer.name(name).beginArray();
    for (const QString &text : texts)
        writer.value(text);
    writer.endArray();
}

void writeParameters(JsonWriter &writer, const ParametersDigest &parameters)
{
    writer.name(u"parameters");
    if (parameters.sha256.isEmpty()) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member(u"sha256", QString::fromLatin1(parameters.sha256));
    writer.member(u"bytes", parameters.bytes);
    writer.endObject();
}

void writeFingerprint(JsonWriter &writer, const Fingerprint &fingerprint)
{
    writer.name(u"fingerprint").beginObject();
    writer.name(u"facts").beginArray();
    for (const auto &[name, value] : fingerprint.facts)
        writer.beginArray().value(name).value(value).endArray();
    writer.endArray();
    writeBytesMember(writer, u"sha256", fingerprint.sha256);
    writer.endObject();
}

void writeReads(JsonWriter &writer, const std::vector<ReadReceipt> &reads)
{
    writer.name(u"reads").beginArray();
    for (const ReadReceipt &read : reads) {
        writer.beginObject();
        writer.member(u"operation", read.operation);
        writer.member(u"requestId", read.requestId);
        writer.member(u"at", journalTime(read.at));
        writer.endObject();
    }
    writer.endArray();
}

DecisionPlace readPlace(JsonFields &outer)
{
    JsonFields fields(outer.object(u"where"));
    DecisionPlace where;
    where.place.profile = ProfileId(fields.text(u"profile"));
    where.profileAlias = fields.text(u"alias");
    where.accountId = fields.text(u"account");
    where.place.region = RegionId(fields.text(u"region"));
    where.actor = fields.text(u"actor");
    if (fields.has(u"actorKind"))
        where.actorKind = fields.word<ActorKind>(u"actorKind");
    if (fields.has(u"actorVerifiedAt"))
        where.actorVerifiedAt = fields.time(u"actorVerifiedAt");
    where.endpointHost = fields.text(u"endpoint");
    JsonFields look(fields.object(u"environment"));
    where.environment.word = look.text(u"word");
    where.environment.color = look.word<EnvironmentColor>(u"color");
    where.environment.pattern = look.word<EnvironmentPattern>(u"pattern");
    where.environment.isProduction = look.truth(u"production");
    where.environment.isSandbox = look.truth(u"sandbox");
    if (!fields.isGood() || !look.isGood())
        outer.fail();
    return where;
}

Fingerprint readFingerprint(JsonFields &outer)
{
    JsonFields fields(outer.object(u"fingerprint"));
    Fingerprint fingerprint;
    for (const Json &fact : fields.items(u"facts")) {
        const std::vector<Json> pair = fact.items();
        if (pair.size() != 2 || !pair[0].isString() || !pair[1].isString())
            fields.fail();
        else
            fingerprint.facts.emplace_back(pair[0].toString(), pair[1].toString());
    }
    fingerprint.sha256 = fields.bytes(u"sha256");
    if (!fields.isGood())
        outer.fail();
    return fingerprint;
}

std::vector<ReadReceipt> readReads(JsonFields &outer)
{
    std::vector<ReadReceipt> reads;
    for (const Json &item : outer.items(u"reads")) {
        JsonFields fields(item);
        reads.push_back({fields.text(u"operation"), fields.text(u"requestId"), fields.time(u"at")});
        if (!fields.isGood())
            outer.fail();
    }
    return reads;
}

void readParameters(JsonFields &outer, JournalEntry &entry)
{
    const Json digest = outer.objectOrNull(u"parameters");
    if (digest.isNull())
        return;
    JsonFields fields(digest);
    entry.parametersSha256 = fields.bytes(u"sha256");
    entry.parametersBytes = fields.integer(u"bytes");
    if (!fields.isGood())
        outer.fail();
}

void writeRequest(JsonWriter &writer, const std::optional<RequestFacts> &request)
{
    writer.name(u"request");
    if (!request) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.member(u"keyIdTail", request->keyIdTail);
    writer.member(u"scheme", request->scheme);
    writeBytesMember(writer, u"nonce", request->nonce);
    writer.member(u"timestamp", journalTime(request->timestamp));
    writer.name(u"skewSeconds");
    if (request->skew)
        writer.value(qint64(request->skew->count()));
    else
        writer.null();
    writeBytesMember(writer, u"sha256", request->sha256);
    writer.endObject();
}

std::optional<RequestFacts> readRequest(JsonFields &outer)
{
    const Json json = outer.objectOrNull(u"request");
    if (json.isNull())
        return std::nullopt;
    JsonFields fields(json);
    RequestFacts request;
    request.keyIdTail = fields.text(u"keyIdTail");
    request.scheme = fields.text(u"scheme");
    request.nonce = fields.bytes(u"nonce");
    request.timestamp = fields.time(u"timestamp");
    if (const auto skew = fields.integerOrNull(u"skewSeconds"))
        request.skew = std::chrono::seconds(*skew);
    request.sha256 = fields.bytes(u"sha256");
    if (!fields.isGood())
        outer.fail();
    return request;
}

} // namespace

ParametersDigest digestOf(const QString &parameters)
{
    if (parameters.isEmpty())
        return {};
    const QByteArray text = parameters.toUtf8();
    return {QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex(), text.size()};
}

void writeRecord(JsonWriter &writer, const DecisionRecord &record,
                 const ParametersDigest &parameters)
{
    writer.beginObject();
    writeBytesMember(writer, u"id", record.id.hex);
    writePlace(writer, record.where);
    writer.member(u"act", journalWord(record.act));
    writer.member(u"execution", record.executionId.text());
    writer.member(u"task", record.taskExecutionId.text());
    writer.name(u"tasks").beginArray();
    for (const TaskExecutionId &task : record.taskExecutionIds)
        writer.value(task.text());
    writer.endArray();
    writer.member(u"taskName", record.taskName);
    writer.member(u"kind", journalWord(record.kind));
    writer.member(u"confidence", journalWord(record.confidence));
    writer.member(u"nextTask", record.nextTaskName);
    writeParameters(writer, parameters);
    writer.member(u"loopItem", record.loopItem);
    writer.member(u"executionStatus", record.executionStatus);
    writer.member(u"omitsTaskId", record.omitsTaskId);
    writer.member(u"note", record.note);
    writeFingerprint(writer, record.fingerprint);
    writeReads(writer, record.reads);
    writeTexts(writer, u"notRead", record.notRead);
    writer.name(u"predecessor");
    if (record.predecessor)
        writeBytes(writer, record.predecessor->hex);
    else
        writer.null();
    writeBytesMember(writer, u"drawnSha256", record.drawnSha256);
    writer.member(u"frozenAt", journalTime(record.frozenAt));
    writer.endObject();
}

bool readRecord(const Json &json, JournalEntry &entry)
{
    JsonFields fields(json);
    DecisionRecord &record = entry.record;
    record.id = {fields.bytes(u"id")};
    record.where = readPlace(fields);
    record.act = fields.word<Act>(u"act");
    record.executionId = ExecutionId(fields.text(u"execution"));
    record.taskExecutionId = TaskExecutionId(fields.text(u"task"));
    for (const QString &task : fields.texts(u"tasks"))
        record.taskExecutionIds.emplace_back(task);
    record.taskName = fields.text(u"taskName");
    record.kind = fields.word<WaitKind>(u"kind");
    record.confidence = fields.word<Confidence>(u"confidence");
    record.nextTaskName = fields.text(u"nextTask");
    readParameters(fields, entry);
    record.loopItem = fields.text(u"loopItem");
    record.executionStatus = fields.text(u"executionStatus");
    record.omitsTaskId = fields.truth(u"omitsTaskId");
    record.note = fields.text(u"note");
    record.fingerprint = readFingerprint(fields);
    record.reads = readReads(fields);
    record.notRead = fields.texts(u"notRead");
    if (!json[u"predecessor"].isNull())
        record.predecessor = DecisionId{fields.bytes(u"predecessor")};
    record.drawnSha256 = fields.bytes(u"drawnSha256");
    record.frozenAt = fields.time(u"frozenAt");
    return fields.isGood();
}

void writeIntent(JsonWriter &writer, const DecisionIntent &intent)
{
    writer.beginObject();
    writeBytesMember(writer, u"seenBefore", intent.seenBefore);
    writer.name(u"requiredApprovals");
    if (intent.requiredApprovals)
        writer.value(*intent.requiredApprovals);
    else
        writer.null();
    writer.endObject();
}

std::optional<DecisionIntent> readIntent(const Json &json)
{
    JsonFields fields(json);
    DecisionIntent intent;
    intent.seenBefore = fields.bytes(u"seenBefore");
    intent.requiredApprovals = fields.integerOrNull(u"requiredApprovals");
    return fields.isGood() ? std::optional(intent) : std::nullopt;
}

void writeFacts(JsonWriter &writer, const StepFacts &facts)
{
    writer.beginObject();
    writer.member(u"code", facts.code);
    writer.member(u"requestId", facts.requestId);
    writer.member(u"httpStatus", qint64(facts.httpStatus));
    writer.member(u"bytesOut", facts.bytesOut);
    writer.member(u"bytesIn", facts.bytesIn);
    writer.name(u"evidence").beginArray();
    for (const QString &word : facts.evidence)
        writer.value(word);
    writer.endArray();
    writeRequest(writer, facts.request);
    writer.endObject();
}

std::optional<StepFacts> readFacts(const Json &json)
{
    JsonFields fields(json);
    StepFacts facts;
    facts.code = fields.text(u"code");
    facts.requestId = fields.text(u"requestId");
    facts.httpStatus = static_cast<int>(fields.integer(u"httpStatus"));
    facts.bytesOut = fields.integer(u"bytesOut");
    facts.bytesIn = fields.integer(u"bytesIn");
    for (const QString &word : fields.texts(u"evidence"))
        facts.evidence += word;
    facts.request = readRequest(fields);
    return fields.isGood() ? std::optional(facts) : std::nullopt;
}

} // namespace countersign
