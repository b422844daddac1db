// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/cloud/simulatedcloud.h"

namespace countersign::sandbox {

namespace {

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

const CloudKind *kindByList(const QString &list)
{
    for (const CloudKind &kind : cloudKinds()) {
        if (kind.list == list)
            return &kind;
    }
    return nullptr;
}

//! ECS still answers for addresses and networks that moved to a product of their own.
bool serves(const QString &tableService, const QString &service)
{
    return same(tableService, service) ||
           (tableService == u"VPC" && same(service, QStringLiteral("ECS")));
}

//! Ids as a list, as JSON text, or separated by commas.
QStringList idsIn(const Json &value)
{
    const Json parsed = parsedText(value);
    QStringList ids;
    if (parsed.isArray()) {
        parsed.forEachItem([&](const Json &item) { ids.append(textForm(item)); });
    } else {
        const QStringList parts = textForm(parsed).split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            ids.append(part.trimmed());
    }
    ids.removeAll(QString());
    return ids;
}

QStringList requestedIds(const QString &name, const Json &parameters)
{
    return idsIn(memberOf(parameters, name)) + idsIn(memberOf(parameters, QString(name + u's')));
}

bool matches(const Json &fields, const Json &parameters)
{
    bool isMatch = true;
    parameters.forEachMember([&](const QString &name, const Json &wanted) {
        const std::optional<Json> field = findMember(fields, name);
        const QString text = textForm(wanted);
        if (field && !text.isEmpty() && !field->isArray() && !field->isObject())
            isMatch = isMatch && textForm(*field) == text;
    });
    return isMatch;
}

} // namespace

SimulatedCloud::SimulatedCloud(quint32 seed)
    : m_random(seed)
{
}

QString SimulatedCloud::newId(const QString &prefix)
{
    const quint64 number = m_random.generate64() & 0xffffffffffffULL;
    return prefix + u"bp1" + QStringLiteral("%1").arg(number, 12, 16, QLatin1Char('0'));
}

QString SimulatedCloud::newRequestId()
{
    const QString digits = QStringLiteral("%1%2")
                               .arg(m_random.generate64(), 16, 16, QLatin1Char('0'))
                               .arg(m_random.generate64(), 16, 16, QLatin1Char('0'))
                               .toUpper();
    return digits.left(8) + u'-' + digits.mid(8, 4) + u"-5" + digits.mid(13, 3) + u"-8" +
           digits.mid(17, 3) + u'-' + digits.mid(20, 12);
}

CloudReply SimulatedCloud::answer(Members members)
{
    members.emplace_back(QStringLiteral("RequestId"), Json::fromString(newRequestId()));
    return {CloudReply::Kind::Answer, Json::fromMembers(members)};
}

CloudReply SimulatedCloud::error(const QString &code, const QString &message)
{
    CloudReply reply = answer({{QStringLiteral("Code"), Json::fromString(code)},
                               {QStringLiteral("Message"), Json::fromString(message)}});
    reply.kind = CloudReply::Kind::Error;
    return reply;
}

CloudReply SimulatedCloud::call(const QString &service, const QString &api, const Json &parameters,
                                const QString &executionRegion)
{
    const QString asked = textForm(memberOf(parameters, u"RegionId"));
    const QString region = asked.isEmpty() ? executionRegion : asked;
    seedRegion(region);
    if (same(service, QStringLiteral("OOS")) && m_ownService) {
        CloudReply reply = m_ownService(api, parameters, region);
        reply.body =
            withMember(reply.body, QStringLiteral("RequestId"), Json::fromString(newRequestId()));
        return reply;
    }
    if (same(service, QStringLiteral("ECS")) && same(api, QStringLiteral("RunInstances")))
        return runInstances(parameters, region);
    for (const CloudKind &kind : cloudKinds()) {
        if (serves(kind.service, service) && same(kind.describe, api))
            return describe(kind, parameters, region);
    }
    for (const CloudCreation &creation : cloudCreations()) {
        if (serves(creation.service, service) && same(creation.api, api))
            return create(creation, parameters, region);
    }
    for (const CloudChange &change : cloudChanges()) {
        if (serves(change.service, service) && same(change.api, api))
            return this->change(change, parameters, region);
    }
    if (const std::optional<QByteArray> body = fixedAnswer(service, api))
        return answer(literal(*body).members());
    return {CloudReply::Kind::NotSimulated, Json()};
}

void SimulatedCloud::seedRegion(const QString &region)
{
    if (m_seeded.contains(region))
        return;
    m_seeded.insert(region);
    const CloudKind *instances = kindByList(QStringLiteral("Instances.Instance"));
    for (int number = 1; number <= 3; ++number) {
        const Json name = Json::fromString(QString(u"web-" + QString::number(number)));
        add(*instances, newId(instances->prefix), region,
            Json::fromMembers({{QStringLiteral("InstanceName"), name}}), QString());
    }
}

void SimulatedCloud::takeStates(const CloudKind &kind, Resource &resource, const QString &states)
{
    QStringList coming = states.split(u'>', Qt::SkipEmptyParts);
    if (coming.isEmpty() || kind.statusField.isEmpty())
        return;
    resource.fields =
        withMember(resource.fields, kind.statusField, Json::fromString(coming.takeFirst()));
    resource.coming = coming;
}

SimulatedCloud::Resource &SimulatedCloud::add(const CloudKind &kind, const QString &id,
                                              const QString &region, const Json &parameters,
                                              const QString &states)
{
    Members fields{{kind.idField, Json::fromString(id)}};
    if (kind.idField != u"UserName")
        fields.emplace_back(QStringLiteral("RegionId"), Json::fromString(region));
    literal(kind.fields).forEachMember([&](const QString &name, const Json &usual) {
        const Json given = memberOf(parameters, name);
        const bool isGiven =
            given.type() == usual.type() && !textForm(given).isEmpty() && !given.isObject();
        fields.emplace_back(name, isGiven ? given : usual);
    });
    Resource resource{id, region, Json::fromMembers(fields), {}};
    takeStates(kind, resource, states.isEmpty() ? kind.settled : states);
    Table &rows = table(kind);
    rows.push_back(resource);
    return rows.back();
}

SimulatedCloud::Resource *SimulatedCloud::resource(const CloudKind &kind, const QString &id,
                                                   const QString &region)
{
    if (m_gone.contains(id))
        return nullptr;
    for (Resource &candidate : table(kind)) {
        if (candidate.id == id)
            return &candidate;
    }
    const bool isOfKind = id.startsWith(kind.prefix) && id.size() > kind.prefix.size();
    return isOfKind ? &add(kind, id, region, Json(), QString()) : nullptr;
}

CloudReply SimulatedCloud::describe(const CloudKind &kind, const Json &parameters,
                                    const QString &region)
{
    const QStringList ids = requestedIds(kind.idField, parameters);
    for (const QString &id : ids)
        resource(kind, id, region);
    std::vector<Json> rows;
    for (Resource &candidate : table(kind)) {
        const bool isWanted =
            ids.isEmpty() ? candidate.region == region && matches(candidate.fields, parameters)
                          : ids.contains(candidate.id);
        if (!isWanted)
            continue;
        rows.push_back(candidate.fields);
        takeStates(kind, candidate, candidate.coming.join(u'>'));
    }
    if (kind.list.isEmpty()) {
        return rows.empty() ? error(QStringLiteral("StackNotFound"),
                                    QStringLiteral("The stack does not exist."))
                            : answer(rows.front().members());
    }
    const QStringList path = kind.list.split(u'.');
    const Json list = Json::fromMembers({{path.value(1), Json::fromItems(rows)}});
    return answer({{kind.total, Json::fromInteger(qint64(rows.size()))},
                   {QStringLiteral("PageNumber"), Json::fromInteger(1)},
                   {QStringLiteral("PageSize"), Json::fromInteger(100)},
                   {path.value(0), list}});
}

CloudReply SimulatedCloud::create(const CloudCreation &creation, const Json &parameters,
                                  const QString &region)
{
    const CloudKind *kind = kindByList(creation.kindList);
    const QString name = textForm(memberOf(parameters, kind->idField));
    const QString id = kind->prefix.isEmpty() ? name : newId(kind->prefix);
    if (id.isEmpty())
        return error(QStringLiteral("MissingParameter"), kind->idField + u" is missing.");
    if (creation.kindList == u"Images.Image") {
        const QString source = textForm(memberOf(parameters, u"InstanceId"));
        const CloudKind *instances = kindByList(QStringLiteral("Instances.Instance"));
        if (!source.isEmpty() && !resource(*instances, source, region))
            return error(QStringLiteral("InvalidInstanceId.NotFound"),
                         u"The instance " + source + u" does not exist.");
    }
    const Resource &made = add(*kind, id, region, parameters, creation.states);
    if (kind->prefix.isEmpty())
        return answer({{QStringLiteral("User"), made.fields}});
    Members members{{kind->idField, Json::fromString(id)}};
    if (creation.kindList == u"Invocations.Invocation")
        members.emplace_back(QStringLiteral("CommandId"),
                             Json::fromString(newId(QStringLiteral("c-"))));
    return answer(members);
}

CloudReply SimulatedCloud::change(const CloudChange &change, const Json &parameters,
                                  const QString &region)
{
    const CloudKind *kind = kindByList(change.kindList);
    const QStringList ids = requestedIds(change.idParameter, parameters);
    if (ids.isEmpty())
        return error(QStringLiteral("MissingParameter"), change.idParameter + u" is missing.");
    for (const QString &id : ids) {
        Resource *target = resource(*kind, id, region);
        if (!target)
            return error(u"Invalid" + change.idParameter + u".NotFound",
                         u"The resource " + id + u" does not exist.");
        const QString status = textForm(target->fields[kind->statusField]);
        if (!change.needed.isEmpty() && status != change.needed) {
            takeStates(*kind, *target, target->coming.join(u'>'));
            return error(QStringLiteral("IncorrectInstanceStatus"),
                         u"The current status of the resource " + id +
                             u" does not support this operation: it is " + status + u'.');
        }
        if (change.states == u"gone") {
            m_gone.insert(id);
            std::erase_if(table(*kind), [&id](const Resource &other) { return other.id == id; });
        } else {
            takeStates(*kind, *target, change.states);
        }
    }
    return answer({});
}

CloudReply SimulatedCloud::runInstances(const Json &parameters, const QString &region)
{
    constexpr double most = 100.0;
    const double amount = numberOf(memberOf(parameters, u"Amount")).value_or(1.0);
    if (amount < 1.0 || amount > most)
        return error(QStringLiteral("InvalidParameter.Amount"),
                     QStringLiteral("Amount must be from 1 to 100."));
    const CloudKind *kind = kindByList(QStringLiteral("Instances.Instance"));
    std::vector<Json> ids;
    for (int number = 0; number < static_cast<int>(amount); ++number) {
        const QString id = newId(kind->prefix);
        add(*kind, id, region, parameters, QStringLiteral("Pending>Starting>Running"));
        ids.push_back(Json::fromString(id));
    }
    const Json set = Json::fromMembers({{QStringLiteral("InstanceIdSet"), Json::fromItems(ids)}});
    return answer({{QStringLiteral("InstanceIdSets"), set}});
}

} // namespace countersign::sandbox
