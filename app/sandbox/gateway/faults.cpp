// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/faults.h"

#include "app/domain/json.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

namespace countersign::sandbox {

namespace {

struct Name
{
    QStringView text;
    Fault fault;
};

constexpr std::array names{
    Name{u"refuse", Fault::Refuse},
    Name{u"closeUnread", Fault::CloseUnread},
    Name{u"resetUnread", Fault::ResetUnread},
    Name{u"holdUnread", Fault::HoldUnread},
    Name{u"closeBeforeEffect", Fault::CloseBeforeEffect},
    Name{u"dropAfterEffect", Fault::DropAfterEffect},
    Name{u"resetBeforeEffect", Fault::ResetBeforeEffect},
    Name{u"resetAfterEffect", Fault::ResetAfterEffect},
    Name{u"delay", Fault::Delay},
    Name{u"hang", Fault::Hang},
    Name{u"halfStatus", Fault::HalfStatus},
    Name{u"halfHeaders", Fault::HalfHeaders},
    Name{u"halfBody", Fault::HalfBody},
    Name{u"garbage", Fault::Garbage},
    Name{u"continueOnly", Fault::ContinueOnly},
    Name{u"http408", Fault::Http408},
    Name{u"redirect302", Fault::Redirect302},
    Name{u"redirect307", Fault::Redirect307},
    Name{u"http503BeforeEffect", Fault::Http503BeforeEffect},
    Name{u"http503AfterEffect", Fault::Http503AfterEffect},
    Name{u"throttle", Fault::Throttle},
    Name{u"nonceUsedAfterEffect", Fault::NonceUsedAfterEffect},
    Name{u"unreadableSuccess", Fault::UnreadableSuccess},
    Name{u"effectLate", Fault::EffectLate},
};

std::optional<Fault> faultNamed(const QString &text)
{
    for (const Name &name : names) {
        if (name.text == text)
            return name.fault;
    }
    return {};
}

// One rule, or the words that say what is wrong with it.
QString readRule(const Json &json, FaultRule &rule)
{
    if (!json.isObject())
        return QStringLiteral("a rule is not an object");
    QString problem;
    bool hasFault = false;
    json.forEachMember([&](const QString &name, const Json &value) {
        if (name == u"fault") {
            const auto fault = faultNamed(value.toString());
            hasFault = fault.has_value();
            rule.fault = fault.value_or(Fault::Hang);
            if (!fault)
                problem = QStringLiteral("there is no fault \"%1\"").arg(value.toString());
        } else if (name == u"action" && value.isString()) {
            rule.action = value.toString();
        } else if (name == u"after" && value.isString()) {
            rule.after = value.toString();
        } else if (name == u"times" && value.toInteger()) {
            rule.timesLeft = static_cast<int>(*value.toInteger());
        } else if (name == u"ms" && value.toInteger()) {
            rule.milliseconds = static_cast<int>(*value.toInteger());
        } else {
            problem = QStringLiteral("the member \"%1\" is not one of a rule's").arg(name);
        }
    });
    if (problem.isEmpty() && !hasFault)
        problem = QStringLiteral("a rule names no fault");
    if (problem.isEmpty() && isUnread(rule.fault) && !rule.action.isEmpty())
        problem = QStringLiteral("a fault before reading cannot know an action");
    rule.isArmed = rule.after.isEmpty();
    return problem;
}

} // namespace

bool isUnread(Fault fault)
{
    return fault == Fault::Refuse || fault == Fault::CloseUnread || fault == Fault::ResetUnread ||
           fault == Fault::HoldUnread;
}

bool hasEffect(Fault fault)
{
    switch (fault) {
    case Fault::DropAfterEffect:
    case Fault::ResetAfterEffect:
    case Fault::Delay:
    case Fault::HalfStatus:
    case Fault::HalfHeaders:
    case Fault::HalfBody:
    case Fault::Garbage:
    case Fault::ContinueOnly:
    case Fault::Http503AfterEffect:
    case Fault::NonceUsedAfterEffect:
    case Fault::UnreadableSuccess:
        return true;
    case Fault::Refuse:
    case Fault::CloseUnread:
    case Fault::ResetUnread:
    case Fault::HoldUnread:
    case Fault::CloseBeforeEffect:
    case Fault::ResetBeforeEffect:
    case Fault::Hang:
    case Fault::Http408:
    case Fault::Redirect302:
    case Fault::Redirect307:
    case Fault::Http503BeforeEffect:
    case Fault::Throttle:
    case Fault::EffectLate:
        break;
    }
    return false;
}

QString FaultRules::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2").arg(path, file.errorString());
    const Json::ParseResult parsed = Json::parse(file.readAll());
    if (!parsed || !parsed.json->isArray())
        return QStringLiteral("%1: not a JSON list of rules").arg(path);
    std::vector<FaultRule> rules;
    for (const Json &item : parsed.json->items()) {
        FaultRule rule;
        const QString problem = readRule(item, rule);
        if (!problem.isEmpty())
            return QStringLiteral("%1: line %2: %3").arg(path).arg(item.line()).arg(problem);
        rules.push_back(rule);
    }
    m_rules = std::move(rules);
    return {};
}

std::optional<FaultRule> FaultRules::take(const std::function<bool(const FaultRule &)> &matches)
{
    const auto rule = std::find_if(m_rules.begin(), m_rules.end(), [&](const FaultRule &candidate) {
        return candidate.isArmed && candidate.timesLeft != 0 && matches(candidate);
    });
    if (rule == m_rules.end())
        return {};
    if (rule->timesLeft > 0)
        --rule->timesLeft;
    // A rule that follows an action follows each of them once.
    if (!rule->after.isEmpty())
        rule->isArmed = false;
    return *rule;
}

std::optional<FaultRule> FaultRules::takeForConnection()
{
    return take(
        [](const FaultRule &rule) { return isUnread(rule.fault) && rule.fault != Fault::Refuse; });
}

std::optional<FaultRule> FaultRules::takeRefusal()
{
    return take([](const FaultRule &rule) { return rule.fault == Fault::Refuse; });
}

std::optional<FaultRule> FaultRules::takeForAction(const QString &action)
{
    return take([&action](const FaultRule &rule) {
        return !isUnread(rule.fault) && (rule.action.isEmpty() || rule.action == action);
    });
}

void FaultRules::noteAnswered(const QString &action)
{
    for (FaultRule &rule : m_rules) {
        if (!rule.after.isEmpty() && rule.after == action)
            rule.isArmed = true;
    }
}

} // namespace countersign::sandbox
