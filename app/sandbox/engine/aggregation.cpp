// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/aggregation.h"

#include "app/sandbox/engine/functions.h"

namespace countersign::sandbox {

namespace {

Json aggregate(Evaluation &evaluation, const QString &type, const std::vector<Json> &values)
{
    // One element for each item, also when it is null or a list itself.
    if (type.compare(u"Fn::ListJoin", Qt::CaseInsensitive) == 0)
        return Json::fromItems(values);
    const Function function = functionByName(type);
    if (!function)
        return evaluation.fail(u"The aggregate function " + type + u" is not known.");
    std::vector<Json> present;
    for (const Json &value : values) {
        if (!value.isNull())
            present.push_back(value);
    }
    return function(evaluation, Json::fromItems(present));
}

} // namespace

Members aggregated(Evaluation &evaluation, const Json &outputs, const std::vector<Json> &items)
{
    Members members;
    outputs.forEachMember([&](const QString &name, const Json &declaration) {
        const QString field = textForm(memberOf(declaration, u"AggregateField"));
        std::vector<Json> values;
        values.reserve(items.size());
        for (const Json &item : items)
            values.push_back(memberOf(item, field));
        const QString type = textForm(memberOf(declaration, u"AggregateType"));
        members.emplace_back(name, aggregate(evaluation, type, values));
    });
    return members;
}

} // namespace countersign::sandbox
