// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkexport.h"

#include "app/domain/exporttext.h"
#include "app/domain/json.h"

#include <QStringList>

#include <utility>

namespace countersign {

namespace {

//! Names and values of one record, the same names for each; values exact.
std::vector<std::pair<QString, QString>> fieldsOf(const BulkResult &result)
{
    const WaitRow &row = result.row;
    const DecisionRecord &record = result.record;
    const bool hasRecord = !record.id.hex.isEmpty();
    return {
        {QStringLiteral("executionId"), row.id.executionId.text()},
        {QStringLiteral("taskExecutionId"),
         hasRecord ? record.taskExecutionId.text() : row.id.taskExecutionId.text()},
        {QStringLiteral("profile"), row.profileAlias},
        {QStringLiteral("accountId"), hasRecord ? record.where.accountId : row.accountId},
        {QStringLiteral("region"), row.id.place.region.text()},
        {QStringLiteral("template"), row.templateName},
        {QStringLiteral("templateVersion"), row.templateVersion},
        {QStringLiteral("task"), row.taskName},
        {QStringLiteral("startedBy"), row.starter},
        {QStringLiteral("waitingSince"), isoLocal(row.waitingSince)},
        {QStringLiteral("act"), notifyTypeText(record.act)},
        {QStringLiteral("decisionId"), hasRecord ? record.id.shortForm() : QString()},
        {QStringLiteral("actor"), record.where.actor},
        {QStringLiteral("note"), record.note},
        {QStringLiteral("state"), result.state},
        {QStringLiteral("result"), result.result},
        {QStringLiteral("words"), result.sentence},
        {QStringLiteral("code"), result.code},
        {QStringLiteral("requestId"), result.requestId},
        {QStringLiteral("sentAt"), isoLocal(result.sentAt)},
        {QStringLiteral("sentAtUtc"), isoUtc(result.sentAt)},
    };
}

} // namespace

QByteArray bulkResultsAsCsv(const std::vector<BulkResult> &results)
{
    QStringList names;
    for (const auto &[name, value] : fieldsOf(BulkResult()))
        names += name;
    QByteArray bytes = csvLine(names);
    for (const BulkResult &result : results) {
        QStringList values;
        for (const auto &[name, value] : fieldsOf(result))
            values += value;
        bytes += csvLine(values);
    }
    return bytes;
}

QByteArray bulkResultsAsJson(const std::vector<BulkResult> &results)
{
    JsonWriter writer;
    writer.beginArray();
    for (const BulkResult &result : results) {
        writer.beginObject();
        for (const auto &[name, value] : fieldsOf(result)) {
            if (value.isEmpty())
                writer.name(name).null();
            else
                writer.member(name, value);
        }
        writer.endObject();
    }
    writer.endArray();
    const auto parsed = Json::parse(writer.bytes());
    return visibleJson(parsed ? parsed.json->indented() : writer.bytes()) + '\n';
}

} // namespace countersign
