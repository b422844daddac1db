// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/sandbox/gateway/call.h"
#include "app/sandbox/gateway/replywords.h"

#include <QDateTime>

namespace countersign::sandbox {

//! The conditions of one list call. A condition that was not sent is met by every row.
struct ListFilter
{
    const Call &call;

    QString value(QStringView name) const { return call.params.value(name.toString()); }
    bool is(QStringView name, const QString &actual) const
    {
        const QString wanted = value(name);
        return wanted.isEmpty() || wanted == actual;
    }
    bool contains(QStringView name, const QString &actual) const
    {
        const QString wanted = value(name);
        return wanted.isEmpty() || actual.contains(wanted);
    }
    bool isTruth(QStringView name, bool actual) const
    {
        const QString wanted = value(name);
        return wanted.isEmpty() || (wanted == u"true") == actual;
    }
    //! Both ends belong to the range; a row without the date is in no range.
    bool inRange(const QString &field, const QDateTime &actual) const
    {
        const QString after = value(QString(field + u"After"));
        const QString before = value(QString(field + u"Before"));
        const QString text = timeText(actual);
        return (after.isEmpty() || (!text.isEmpty() && text >= after)) &&
               (before.isEmpty() || (!text.isEmpty() && text <= before));
    }
    bool dates(const QDateTime &start, const QDateTime &end) const
    {
        return inRange(QStringLiteral("StartDate"), start) &&
               inRange(QStringLiteral("EndDate"), end);
    }
};

//! True when `tags` hold every pair of the JSON object `wanted`.
bool hasTags(const QString &wanted, const QMap<QString, QString> &tags);

} // namespace countersign::sandbox
