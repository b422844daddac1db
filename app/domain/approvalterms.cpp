// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/taskexecution.h"

namespace countersign {

namespace {

// A list of names, one name, or either of them as JSON text.
bool readApprovers(const Json &value, std::vector<QString> &approvers)
{
    const EmbeddedJson content = EmbeddedJson::from(value);
    if (content.isEmpty())
        return true;
    if (!content.json) {
        approvers.push_back(content.text);
        return true;
    }
    if (content.json->isString()) {
        approvers.push_back(content.json->toString());
        return true;
    }
    if (!content.json->isArray())
        return false;
    for (const Json &name : content.json->items()) {
        if (!name.isString())
            return false;
        approvers.push_back(name.toString());
    }
    return true;
}

bool readCount(const Json &value, std::optional<qint64> &count)
{
    if (value.isNull())
        return true;
    bool isNumber = false;
    if (value.isString()) {
        const qint64 number = value.toString().trimmed().toLongLong(&isNumber);
        if (isNumber)
            count = number;
        return isNumber;
    }
    count = value.toInteger();
    return count.has_value();
}

} // namespace

ApprovalTerms approvalTerms(const TaskExecution &row)
{
    ApprovalTerms terms;
    if (!row.properties.json || !row.properties.json->isObject())
        return terms;
    const Json &properties = *row.properties.json;
    const bool hasApprovers = readApprovers(properties[u"Approvers"], terms.approvers);
    const bool hasCount = readCount(properties[u"MinRequiredApprovals"], terms.requiredApprovals);
    terms.isReadable = hasApprovers && hasCount;
    return terms;
}

} // namespace countersign
