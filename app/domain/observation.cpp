// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/observation.h"

namespace countersign {

namespace {

constexpr qint64 version = 1;
constexpr qsizetype runFields = 2;
constexpr qsizetype rowFields = 10;

//! A run may have 20,000 rows, which are more values than a reply of the service may hold.
JsonLimits limits()
{
    JsonLimits made;
    made.bytes = 64 * 1024 * 1024;
    made.members = 1'000'000;
    return made;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void writeRun(JsonWriter &writer, const SeenRun &run)
{
    writer.beginArray().value(run.statusText).value(timeText(run.updateDate)).endArray();
}

void writeRow(JsonWriter &writer, const SeenRow &row)
{
    writer.beginArray();
    writer.value(row.id.text()).value(row.taskName).value(row.loopItem);
    writer.value(row.parentTaskExecutionId.text()).value(row.childExecutionId.text());
    writer.value(row.statusText).value(timeText(row.startDate));
    writer.value(timeText(row.updateDate)).value(timeText(row.endDate)).value(row.note);
    writer.endArray();
}

void writeRows(JsonWriter &writer, const std::vector<SeenRow> &rows)
{
    writer.beginArray();
    for (const SeenRow &row : rows)
        writeRow(writer, row);
    writer.endArray();
}

//! Takes texts from an array, one after the other; remembers whether all were there.
class Texts
{
public:
    Texts(const Json &array, qsizetype count)
        : m_items(array.items())
        , m_isGood(array.isArray() && array.size() == count)
    {
    }

    QString next()
    {
        if (!m_isGood || m_at >= m_items.size() || !m_items[m_at].isString()) {
            m_isGood = false;
            return {};
        }
        return m_items[m_at++].toString();
    }

    QDateTime nextTime()
    {
        const QString text = next();
        if (text.isEmpty())
            return {};
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        m_isGood = m_isGood && time.isValid() && timeText(time) == text;
        return time;
    }

    bool isGood() const { return m_isGood; }

private:
    std::vector<Json> m_items;
    std::size_t m_at = 0;
    bool m_isGood;
};

std::optional<SeenRun> readRun(const Json &json)
{
    Texts texts(json, runFields);
    SeenRun run;
    run.statusText = texts.next();
    run.status = runStatusFromText(run.statusText);
    run.updateDate = texts.nextTime();
    return texts.isGood() ? std::optional(run) : std::nullopt;
}

std::optional<SeenRow> readRow(const Json &json)
{
    Texts texts(json, rowFields);
    SeenRow row;
    row.id = TaskExecutionId(texts.next());
    row.taskName = texts.next();
    row.loopItem = texts.next();
    row.parentTaskExecutionId = TaskExecutionId(texts.next());
    row.childExecutionId = ExecutionId(texts.next());
    row.statusText = texts.next();
    row.status = runStatusFromText(row.statusText);
    row.startDate = texts.nextTime();
    row.updateDate = texts.nextTime();
    row.endDate = texts.nextTime();
    row.note = texts.next();
    return texts.isGood() ? std::optional(row) : std::nullopt;
}

std::optional<std::vector<SeenRow>> readRows(const Json &json)
{
    if (!json.isArray())
        return std::nullopt;
    std::vector<SeenRow> rows;
    bool isGood = true;
    json.forEachItem([&](const Json &item) {
        const auto row = readRow(item);
        isGood = isGood && row;
        if (row)
            rows.push_back(*row);
    });
    return isGood ? std::optional(std::move(rows)) : std::nullopt;
}

//! Reads a member that may be null; false: it is neither null nor what it should be.
template <class Value, class Read>
bool readNullable(const Json &json, std::optional<Value> &into, Read read)
{
    if (json.isNull())
        return true;
    into = read(json);
    return into.has_value();
}

} // namespace

SeenRun seenRun(const Execution &execution)
{
    return {execution.status, execution.statusText, execution.updateDate};
}

SeenRow seenRow(const TaskExecution &row)
{
    SeenRow seen;
    seen.id = row.id;
    seen.taskName = row.taskName;
    seen.loopItem = row.loopItem;
    seen.parentTaskExecutionId = row.parentTaskExecutionId;
    seen.childExecutionId = row.childExecutionId;
    seen.status = row.status;
    seen.statusText = row.statusText;
    seen.startDate = row.startDate;
    seen.updateDate = row.updateDate;
    seen.endDate = row.endDate;
    seen.note = row.notifyNote();
    return seen;
}

QByteArray observationText(const Observation &observation)
{
    JsonWriter writer;
    writer.beginObject().member(u"v", version).name(u"run");
    if (observation.run)
        writeRun(writer, *observation.run);
    else
        writer.null();
    writer.name(u"row");
    if (observation.row)
        writeRow(writer, *observation.row);
    else
        writer.null();
    writer.name(u"waiting");
    writeRows(writer, observation.waitingRows);
    writer.name(u"rows");
    if (observation.rows)
        writeRows(writer, *observation.rows);
    else
        writer.null();
    return writer.endObject().bytes();
}

std::optional<Observation> observationFrom(const QByteArray &text)
{
    const auto parsed = Json::parse(text, limits());
    if (!parsed || !parsed.json->isObject())
        return std::nullopt;
    const Json &json = *parsed.json;
    const bool isWhole = json.size() == 5 && json.find(u"run") && json.find(u"row") &&
                         json.find(u"rows") && json[u"v"].toInteger() == version;
    const auto waiting = readRows(json[u"waiting"]);
    if (!isWhole || !waiting)
        return std::nullopt;
    Observation observation;
    observation.waitingRows = *waiting;
    const bool isGood = readNullable(json[u"run"], observation.run, readRun) &&
                        readNullable(json[u"row"], observation.row, readRow) &&
                        readNullable(json[u"rows"], observation.rows, readRows);
    return isGood ? std::optional(std::move(observation)) : std::nullopt;
}

} // namespace countersign
