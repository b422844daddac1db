// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/bulkexport.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/domain/json.h"

#include <QStringList>

#include <utility>

namespace countersign {

namespace {

constexpr qsizetype longestCell = 32'000; // what spreadsheets take

QString localIso(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString utcIso(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODate) : QString();
}

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
        {QStringLiteral("waitingSince"), localIso(row.waitingSince)},
        {QStringLiteral("act"), notifyTypeText(record.act)},
        {QStringLiteral("decisionId"), hasRecord ? record.id.shortForm() : QString()},
        {QStringLiteral("actor"), record.where.actor},
        {QStringLiteral("note"), record.note},
        {QStringLiteral("state"), result.state},
        {QStringLiteral("result"), result.result},
        {QStringLiteral("words"), result.sentence},
        {QStringLiteral("code"), result.code},
        {QStringLiteral("requestId"), result.requestId},
        {QStringLiteral("sentAt"), localIso(result.sentAt)},
        {QStringLiteral("sentAtUtc"), utcIso(result.sentAt)},
    };
}

bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    // The full-width forms are formulas to spreadsheets set to Chinese or Japanese.
    constexpr QStringView starts = u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    return starts.contains(text.front());
}

QByteArray csvField(const QString &text)
{
    // A token may stand where the control character stood that made a formula of it.
    QString shown = safeBlock(text, longestCell, longestCell);
    if (looksLikeFormula(text) || looksLikeFormula(shown))
        shown.prepend(QLatin1Char('\''));
    shown.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QString(QLatin1Char('"') + shown + QLatin1Char('"')).toUtf8();
}

QByteArray csvLine(const QStringList &fields)
{
    QByteArrayList cells;
    for (const QString &field : fields)
        cells += csvField(field);
    return cells.join(',') + "\r\n";
}

bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

//! Escapes what would act on whoever reads the text; the value stays the same.
QByteArray visible(const QByteArray &json)
{
    QByteArray bytes;
    for (const char32_t character : QString::fromUtf8(json).toUcs4()) {
        const bool isLayout = character == U'\n';
        if (isLayout || !isInvisible(character)) {
            bytes += QString::fromUcs4(&character, 1).toUtf8();
            continue;
        }
        for (const QChar unit : QString::fromUcs4(&character, 1))
            bytes += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    }
    return bytes;
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
    return visible(parsed ? parsed.json->indented() : writer.bytes()) + '\n';
}

} // namespace countersign
