// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decision.h"

#include <QCryptographicHash>

namespace countersign {

namespace {

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void writePlace(JsonWriter &writer, const DecisionPlace &where)
{
    const Environment &environment = where.environment;
    writer.beginArray();
    writer.value(where.place.profile.text()).value(where.place.region.text());
    writer.value(where.profileAlias).value(where.accountId).value(where.actor);
    writer.value(where.endpointHost).value(environment.word);
    writer.value(qint64(environment.color)).value(qint64(environment.pattern));
    writer.value(environment.isProduction).value(environment.isSandbox);
    // Left out where nothing is known, as in records from before there were these fields.
    if (where.actorKind != ActorKind::Unknown || where.actorVerifiedAt.isValid())
        writer.value(qint64(where.actorKind)).value(timeText(where.actorVerifiedAt));
    writer.endArray();
}

void writeIds(JsonWriter &writer, const std::vector<TaskExecutionId> &ids)
{
    writer.beginArray();
    for (const TaskExecutionId &id : ids)
        writer.value(id.text());
    writer.endArray();
}

void writeFingerprint(JsonWriter &writer, const Fingerprint &fingerprint)
{
    writer.beginArray().value(QString::fromLatin1(fingerprint.sha256));
    for (const auto &[name, value] : fingerprint.facts)
        writer.beginArray().value(name).value(value).endArray();
    writer.endArray();
}

void writeReads(JsonWriter &writer, const DecisionRecord &record)
{
    writer.beginArray();
    for (const ReadReceipt &read : record.reads) {
        writer.beginArray().value(read.operation).value(read.requestId);
        writer.value(timeText(read.at)).endArray();
    }
    writer.endArray().beginArray();
    for (const QString &operation : record.notRead)
        writer.value(operation);
    writer.endArray();
}

} // namespace

// Positions tell the fields apart, and every list is closed: two different records never give the
// same text.
QByteArray frozenDigest(const DecisionRecord &record)
{
    JsonWriter writer;
    writer.beginArray().value(QString::fromLatin1(record.id.hex));
    writePlace(writer, record.where);
    writer.value(qint64(record.act)).value(record.executionId.text());
    writer.value(record.taskExecutionId.text());
    writeIds(writer, record.taskExecutionIds);
    writer.value(record.taskName).value(qint64(record.kind)).value(qint64(record.confidence));
    writer.value(record.nextTaskName).value(record.parameters).value(record.loopItem);
    writer.value(record.executionStatus).value(record.omitsTaskId).value(record.note);
    writeFingerprint(writer, record.fingerprint);
    writeReads(writer, record);
    if (record.predecessor)
        writer.value(QString::fromLatin1(record.predecessor->hex));
    else
        writer.null();
    writer.value(QString::fromLatin1(record.drawnSha256)).value(timeText(record.frozenAt));
    return QCryptographicHash::hash(writer.endArray().bytes(), QCryptographicHash::Sha256).toHex();
}

DecisionRecord sealed(DecisionRecord record)
{
    record.frozenSha256 = frozenDigest(record);
    return record;
}

bool isSealIntact(const DecisionRecord &record)
{
    return !record.frozenSha256.isEmpty() && record.frozenSha256 == frozenDigest(record);
}

} // namespace countersign
