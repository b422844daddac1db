// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/targetsaction.h"

#include "app/sandbox/engine/run.h"
#include "app/sandbox/engine/selector.h"
#include "app/sandbox/engine/taskrun.h"

namespace countersign::sandbox {

namespace {

//! How the resources of a type are described.
struct TargetKind
{
    const char16_t *type;
    const char16_t *service;
    const char16_t *api;
    const char16_t *listPath;
    const char16_t *id;          //!< in the answer
    const char16_t *idsArgument; //!< names resources in the call
    const char16_t *resultPath;  //!< group.list of the result; empty group: the list alone
    const char16_t *resultId;
};

const TargetKind *kindOf(const QString &type)
{
    static const TargetKind kinds[] = {
        {u"ALIYUN::ECS::Instance", u"ECS", u"DescribeInstances", u".Instances.Instance",
         u"InstanceId", u"InstanceIds", u"Instances.Instance", u"InstanceId"},
        {u"ALIYUN::RDS::Instance", u"RDS", u"DescribeDBInstances", u".Items.DBInstance",
         u"DBInstanceId", u"DBInstanceId", u"Instances.Instance", u"InstanceId"},
        {u"ALIYUN::RDS::DBInstance", u"RDS", u"DescribeDBInstances", u".Items.DBInstance",
         u"DBInstanceId", u"DBInstanceId", u"Instances.Instance", u"InstanceId"},
        {u"ALIYUN::REDIS::Instance", u"R-kvstore", u"DescribeInstances",
         u".Instances.KVStoreInstance", u"InstanceId", u"InstanceIds", u"Instances.Instance",
         u"InstanceId"},
        {u"ALIYUN::ComputeNestSupplier::Instance", u"ComputeNestSupplier", u"ListServiceInstances",
         u".ServiceInstances", u"ServiceInstanceId", u"ServiceInstanceIds", u".ServiceInstances",
         u"ServiceInstanceId"},
    };
    for (const TargetKind &kind : kinds) {
        if (type.compare(QStringView(kind.type), Qt::CaseInsensitive) == 0)
            return &kind;
    }
    return nullptr;
}

std::vector<Json> listOf(const Json &value)
{
    const Json parsed = parsedText(value);
    if (parsed.isArray())
        return parsed.items();
    return parsed.isNull() ? std::vector<Json>() : std::vector<Json>{parsed};
}

bool hasTags(const Json &resource, const Json &wanted)
{
    const std::vector<Json> present = memberOf(memberOf(resource, u"Tags"), u"Tag").items();
    bool hasAll = true;
    wanted.forEachItem([&](const Json &tag) {
        const Json value = memberOf(tag, u"Value");
        hasAll = hasAll && std::any_of(present.begin(), present.end(), [&](const Json &own) {
                     return memberOf(own, u"TagKey") == memberOf(tag, u"Key") &&
                            (value.isNull() || memberOf(own, u"TagValue") == value);
                 });
    });
    return hasAll;
}

//! What the filter says beside the ids: tags, group, and fields that must be equal.
bool fits(const Json &resource, const Json &filter)
{
    if (!hasTags(resource, parsedText(memberOf(filter, u"Tags"))))
        return false;
    const QString group = textForm(memberOf(filter, u"ResourceGroupId"));
    bool isFit = group.isEmpty() || textForm(memberOf(resource, u"ResourceGroupId")) == group;
    parsedText(memberOf(filter, u"Parameters"))
        .forEachMember([&](const QString &name, const Json &value) {
            const QString wanted = textForm(value);
            isFit = isFit && (wanted.isEmpty() || textForm(memberOf(resource, name)) == wanted);
        });
    return isFit;
}

Json resultOf(const TargetKind &kind, const std::vector<Json> &found)
{
    const QString path = QString::fromUtf16(kind.resultPath);
    const QString group = path.section(u'.', 0, 0);
    const Json list = Json::fromMembers({{path.section(u'.', 1), Json::fromItems(found)}});
    if (group.isEmpty())
        return list;
    return Json::fromMembers({{group, list}});
}

} // namespace

void TargetsAction::begin()
{
    const Json type = memberOf(m_task.properties(), u"ResourceType");
    const Json filters = memberOf(m_task.properties(), u"Filters");
    if (!kindOf(textForm(type)))
        return m_task.fail(u"The sandbox does not select resources of the type " +
                           textForm(type).left(100) + u'.');
    m_filters = listOf(filters);
    m_filter = 0;
    m_found.clear();
    m_ids.clear();
    m_task.run().record().fields.targets = {
        Json::fromMembers({{QStringLiteral("ResourceType"), type},
                           {QStringLiteral("Filters"), Json::fromItems(m_filters)}}),
        {}};
    next();
}

void TargetsAction::next()
{
    const TargetKind &kind = *kindOf(textForm(memberOf(m_task.properties(), u"ResourceType")));
    if (m_filter == m_filters.size())
        return m_task.succeed(resultOf(kind, m_found));
    const Json filter = parsedText(m_filters[m_filter++]);
    const Json ids = parsedText(memberOf(filter, u"ResourceIds"));
    const bool isByIds = textForm(memberOf(filter, u"Type")) == u"ResourceIds" || ids.isArray();
    if (isByIds && listOf(ids).empty())
        return next();
    Members arguments;
    const Json own = memberOf(filter, u"RegionId");
    const Json region = own.isNull() ? memberOf(m_task.properties(), u"RegionId") : own;
    if (!textForm(region).isEmpty())
        arguments.emplace_back(QStringLiteral("RegionId"), region);
    if (isByIds)
        arguments.emplace_back(QString::fromUtf16(kind.idsArgument), Json::fromItems(listOf(ids)));
    m_task.callCloud(QString::fromUtf16(kind.service), QString::fromUtf16(kind.api),
                     Json::fromMembers(arguments), {}, this,
                     [this, filter](const CloudReply &reply) {
                         if (reply.kind == CloudReply::Kind::Error)
                             return m_task.fail(reply.body[u"Code"].toString() + u": " +
                                                reply.body[u"Message"].toString());
                         take(filter, reply.body);
                         next();
                     });
}

void TargetsAction::take(const Json &filter, const Json &body)
{
    const TargetKind &kind = *kindOf(textForm(memberOf(m_task.properties(), u"ResourceType")));
    const auto list = walkPlainPath(QString::fromUtf16(kind.listPath), body);
    const Json resources = list && !list->results.empty() ? list->results.front() : Json();
    resources.forEachItem([&](const Json &resource) {
        const Json id = memberOf(resource, QStringView(kind.id));
        if (!fits(resource, filter) || m_ids.contains(textForm(id)))
            return;
        m_ids.append(textForm(id));
        m_found.push_back(withMember(resource, QString::fromUtf16(kind.resultId), id));
    });
}

} // namespace countersign::sandbox
