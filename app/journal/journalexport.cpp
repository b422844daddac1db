// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journalexport.h"

#include "app/domain/exporttext.h"
#include "app/journal/jsonfields.h"
#include "app/journal/recordtext.h"

#include <QStringList>

#include <utility>

namespace countersign {

namespace {

QString findingOf(const ChainStamp &stamp)
{
    if (!stamp.problem)
        return {};
    return stamp.problem->finding.isEmpty() ? stamp.problem->reason : stamp.problem->finding;
}

void writeTime(JsonWriter &writer, QStringView name, const QDateTime &time)
{
    writer.name(name).beginObject();
    writer.member(u"utc", journalTime(time));
    writer.member(u"local", isoLocal(time));
    writer.endObject();
}

void writeSteps(JsonWriter &writer, const JournalEntry &entry)
{
    writer.name(u"steps").beginArray();
    for (const JournalStep &step : entry.steps) {
        writer.beginObject();
        writer.member(u"state", journalWord(step.state));
        writeTime(writer, u"at", step.at);
        writer.member(u"monotonic", qint64(step.monotonic.count()));
        writer.name(u"facts");
        writeFacts(writer, step.facts);
        writer.endObject();
    }
    writer.endArray();
}

QByteArray jsonLine(const JournalEntry &entry)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member(u"decision", entry.record.id.shortForm());
    writer.member(u"state", journalWord(entry.state()));
    writer.member(u"open", entry.isOpen());
    writer.name(u"record");
    writeRecord(writer, entry.record, {entry.parametersSha256, entry.parametersBytes});
    writer.name(u"requiredApprovals");
    if (entry.intent.requiredApprovals)
        writer.value(*entry.intent.requiredApprovals);
    else
        writer.null();
    writeSteps(writer, entry);
    writer.member(u"waitsForOthers", entry.waitsForOthers);
    writer.member(u"overriddenBy",
                  entry.overriddenBy ? QString::fromLatin1(entry.overriddenBy->hex) : QString());
    writeTime(writer, u"closed", entry.closedAt);
    writer.member(u"closingNote", entry.closingNote);
    writer.member(u"hash", QString::fromLatin1(entry.hash));
    return visibleJson(writer.endObject().bytes()) + '\n';
}

using Fields = std::vector<std::pair<QString, QString>>;

QString joined(const QStringList &texts)
{
    return texts.join(QStringLiteral(" "));
}

QString tasksOf(const DecisionRecord &record)
{
    QStringList ids;
    if (!record.taskExecutionId.isEmpty())
        ids += record.taskExecutionId.text();
    for (const TaskExecutionId &id : record.taskExecutionIds)
        ids += id.text();
    return joined(ids);
}

void addTime(Fields &fields, const QString &name, const QDateTime &time)
{
    fields.emplace_back(name, isoUtc(time));
    fields.emplace_back(QString(name + QStringLiteral("Local")), isoLocal(time));
}

void addRecord(Fields &fields, const DecisionRecord &record)
{
    const Environment &environment = record.where.environment;
    fields.insert(fields.end(),
                  {{QStringLiteral("act"), journalWord(record.act)},
                   {QStringLiteral("account"), record.where.accountId},
                   {QStringLiteral("region"), record.where.place.region.text()},
                   {QStringLiteral("profile"), record.where.profileAlias},
                   {QStringLiteral("environment"), environment.word},
                   {QStringLiteral("production"),
                    environment.isProduction ? QStringLiteral("true") : QStringLiteral("false")},
                   {QStringLiteral("endpoint"), record.where.endpointHost},
                   {QStringLiteral("actor"), record.where.actor},
                   {QStringLiteral("execution"), record.executionId.text()},
                   {QStringLiteral("taskExecutions"), tasksOf(record)},
                   {QStringLiteral("task"), record.taskName},
                   {QStringLiteral("nextTask"), record.nextTaskName},
                   {QStringLiteral("loopItem"), record.loopItem},
                   {QStringLiteral("endState"), record.executionStatus},
                   {QStringLiteral("kind"), journalWord(record.kind)},
                   {QStringLiteral("confidence"), journalWord(record.confidence)},
                   {QStringLiteral("note"), record.note},
                   {QStringLiteral("notRead"),
                    joined(QStringList(record.notRead.begin(), record.notRead.end()))},
                   {QStringLiteral("predecessor"),
                    record.predecessor ? record.predecessor->shortForm() : QString()},
                   {QStringLiteral("fingerprint"), QString::fromLatin1(record.fingerprint.sha256)},
                   {QStringLiteral("drawnText"), QString::fromLatin1(record.drawnSha256)}});
}

void addRequest(Fields &fields, const JournalEntry &entry)
{
    const RequestFacts none;
    const RequestFacts &request = entry.request() ? *entry.request() : none;
    fields.emplace_back(QStringLiteral("keyIdTail"), request.keyIdTail);
    fields.emplace_back(QStringLiteral("nonce"), QString::fromUtf8(request.nonce));
    fields.emplace_back(QStringLiteral("requestSha256"), QString::fromLatin1(request.sha256));
    // The answer to the request, not to what was read after it.
    StepFacts answer;
    for (const JournalStep &step : entry.steps) {
        if (step.facts.httpStatus != 0 && answer.httpStatus == 0)
            answer = step.facts;
    }
    fields.emplace_back(QStringLiteral("httpStatus"),
                        answer.httpStatus == 0 ? QString() : QString::number(answer.httpStatus));
    fields.emplace_back(QStringLiteral("code"), answer.code);
    fields.emplace_back(QStringLiteral("requestId"), answer.requestId);
}

//! Names and values of one record, the same names for each.
Fields fieldsOf(const JournalEntry &entry)
{
    Fields fields = {{QStringLiteral("decision"), entry.record.id.shortForm()},
                     {QStringLiteral("state"), journalWord(entry.state())}};
    addRecord(fields, entry.record);
    fields.emplace_back(QStringLiteral("parametersSha256"),
                        QString::fromLatin1(entry.parametersSha256));
    addTime(fields, QStringLiteral("recordedAt"), entry.steps.front().at);
    const JournalStep *sending = entry.stepTo(DecisionState::Sending);
    addTime(fields, QStringLiteral("sendingAt"), sending ? sending->at : QDateTime());
    addTime(fields, QStringLiteral("stateSince"), entry.steps.back().at);
    addRequest(fields, entry);
    fields.emplace_back(QStringLiteral("evidence"), joined(entry.steps.back().facts.evidence));
    fields.emplace_back(QStringLiteral("waitsForOthers"),
                        entry.waitsForOthers ? QStringLiteral("true") : QStringLiteral("false"));
    fields.emplace_back(QStringLiteral("overriddenBy"),
                        entry.overriddenBy ? entry.overriddenBy->shortForm() : QString());
    addTime(fields, QStringLiteral("closedAt"), entry.closedAt);
    fields.emplace_back(QStringLiteral("closingNote"), entry.closingNote);
    fields.emplace_back(QStringLiteral("hash"), QString::fromLatin1(entry.hash));
    return fields;
}

} // namespace

QByteArray decisionsAsJsonLines(const std::vector<JournalEntry> &entries, const ChainStamp &stamp)
{
    QByteArray bytes;
    for (const JournalEntry &entry : entries)
        bytes += jsonLine(entry);
    JsonWriter writer;
    writer.beginObject().name(u"chain").beginObject();
    writer.member(u"head", QString::fromLatin1(stamp.head));
    writer.member(u"links", stamp.links);
    writer.member(u"decisions", qint64(entries.size()));
    writer.member(u"holds", !stamp.problem.has_value());
    writer.member(u"finding", findingOf(stamp));
    return bytes + visibleJson(writer.endObject().endObject().bytes()) + '\n';
}

QByteArray decisionsAsCsv(const std::vector<JournalEntry> &entries, const ChainStamp &stamp)
{
    JournalEntry pattern;
    pattern.steps.resize(1);
    QStringList names;
    for (const auto &[name, value] : fieldsOf(pattern))
        names += name;
    QByteArray bytes = csvLine(names);
    for (const JournalEntry &entry : entries) {
        QStringList values;
        for (const auto &[name, value] : fieldsOf(entry))
            values += value;
        bytes += csvLine(values);
    }
    QStringList last = {QStringLiteral("chain"), QString::fromLatin1(stamp.head),
                        QString::number(stamp.links),
                        stamp.problem ? findingOf(stamp) : QStringLiteral("holds")};
    while (last.size() < names.size())
        last += QString();
    return bytes + csvLine(last);
}

} // namespace countersign
