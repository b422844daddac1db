// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/rowidjson.h"

namespace countersign {

void writeRowId(JsonWriter &writer, const WaitRowId &id)
{
    writer.member(u"profile", id.place.profile.text());
    writer.member(u"region", id.place.region.text());
    writer.member(u"execution", id.executionId.text());
    writer.member(u"task", id.taskExecutionId.text());
}

std::optional<WaitRowId> readRowId(const Json &object)
{
    const WaitRowId id{
        {ProfileId(object[u"profile"].toString()), RegionId(object[u"region"].toString())},
        ExecutionId(object[u"execution"].toString()),
        TaskExecutionId(object[u"task"].toString())};
    const bool isWhole = !id.place.profile.isEmpty() && !id.place.region.isEmpty() &&
                         !id.executionId.isEmpty() && object[u"task"].isString();
    return isWhole ? std::optional(id) : std::nullopt;
}

QDateTime readTime(const Json &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

QString timeToText(const QDateTime &utc)
{
    return utc.isValid() ? utc.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace countersign
