// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/taskexecution.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr std::array<QStringView, 8> noTargets = {u"RegionId",        u"ZoneId",    u"OwnerId",
                                                  u"OwnerAccountId",  u"RequestId", u"AccountId",
                                                  u"ResourceGroupId", u"TemplateId"};

// Actions of the service itself whose name may have a third part; they call no product.
constexpr std::array<QStringView, 11> ownActions = {
    u"Approve", u"Pause",      u"Notify",   u"Sleep", u"WaitFor",           u"CheckFor",
    u"Choice",  u"ExecuteAPI", u"Template", u"Loop",  u"ExecuteHttpRequest"};

bool isSameWord(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool namesTargets(const QString &name)
{
    const bool isId = name.endsWith(u"Id") || name.endsWith(u"Ids") || name.endsWith(u"ID") ||
                      name.endsWith(u"IDs");
    return isId && std::none_of(noTargets.begin(), noTargets.end(), [&](QStringView ending) {
               return name.endsWith(ending, Qt::CaseInsensitive);
           });
}

// Collects the ids a value holds. Depth is bounded by the reader's limit for JSON.
class TargetCollector
{
public:
    void visit(const Json &value, bool isTarget)
    {
        switch (value.type()) {
        case Json::Type::Object:
            value.forEachMember([&](const QString &name, const Json &member) {
                visit(member, namesTargets(name));
            });
            break;
        case Json::Type::Array:
            value.forEachItem([&](const Json &item) { visit(item, isTarget); });
            break;
        case Json::Type::String:
            visitText(value, isTarget);
            break;
        case Json::Type::Number:
            if (isTarget)
                add(QString::fromLatin1(value.numberText()));
            break;
        case Json::Type::Bool:
        case Json::Type::Null:
            break;
        }
    }

    std::vector<QString> takeIds() { return std::move(m_ids); }

private:
    // Lists travel as JSON text inside a text as well.
    void visitText(const Json &value, bool isTarget)
    {
        const EmbeddedJson inner = EmbeddedJson::from(value);
        if (inner.json && (inner.json->isArray() || inner.json->isObject()))
            visit(*inner.json, isTarget);
        else if (isTarget)
            add(value.toString());
    }

    void add(const QString &id)
    {
        if (id.isEmpty() || m_seen.contains(id))
            return;
        m_seen.insert(id);
        m_ids.push_back(id);
    }

    std::vector<QString> m_ids;
    QSet<QString> m_seen;
};

QString textMember(const Json &object, QStringView name)
{
    if (const auto exact = object.find(name))
        return exact->toString();
    QString text;
    object.forEachMember([&](const QString &memberName, const Json &value) {
        if (text.isEmpty() && isSameWord(memberName, name))
            text = value.toString();
    });
    return text;
}

} // namespace

bool TaskExecution::hasAction(QStringView action) const
{
    return isSameWord(taskAction, action);
}

QString TaskExecution::notifyNote() const
{
    return extraData.json ? (*extraData.json)[u"NotifyNote"].toString() : QString();
}

ProductCall productCall(const QString &taskAction, const EmbeddedJson &properties)
{
    const QStringList parts = taskAction.split(QStringLiteral("::"));
    if (parts.size() < 2 || !isSameWord(parts[0], u"ACS"))
        return {};
    if (parts.size() == 2 && isSameWord(parts[1], u"ExecuteAPI") && properties.json) {
        const ProductCall call{textMember(*properties.json, u"Service"),
                               textMember(*properties.json, u"API")};
        return call.isEmpty() ? ProductCall() : call;
    }
    const bool isOwn = std::any_of(ownActions.begin(), ownActions.end(), [&](QStringView action) {
        return isSameWord(parts[1], action);
    });
    if (parts.size() != 3 || isOwn || parts[1].isEmpty() || parts[2].isEmpty())
        return {};
    return {parts[1], parts[2]};
}

std::vector<QString> targetIds(const EmbeddedJson &properties)
{
    TargetCollector collector;
    if (properties.json)
        collector.visit(*properties.json, false);
    return collector.takeIds();
}

QString CallerIdentity::userName() const
{
    const qsizetype mark = arn.indexOf(u":user/");
    return mark < 0 ? QString() : arn.mid(mark + 6);
}

ActorKind CallerIdentity::kind() const
{
    const QString resource = arn.section(u':', 4);
    const auto isType = [this](QLatin1String type) {
        return identityType.compare(type, Qt::CaseInsensitive) == 0;
    };
    if (resource.startsWith(u"user/"))
        return ActorKind::User;
    if (resource.startsWith(u"assumed-role/"))
        return ActorKind::Role;
    if (resource == u"root" || isType(QLatin1String("Account")))
        return ActorKind::Account;
    if (isType(QLatin1String("RAMUser")))
        return ActorKind::User;
    return isType(QLatin1String("AssumedRoleUser")) ? ActorKind::Role : ActorKind::Unknown;
}

} // namespace countersign
