// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway/behaviour.h"

#include "app/sandbox/engine/values.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <utility>

namespace countersign::sandbox {

namespace {

bool fits(const QString &wanted, const QString &actual)
{
    return wanted.isEmpty() || wanted.compare(actual, Qt::CaseInsensitive) == 0;
}

//! Reads one rule, member by member; the first problem stays, with its line.
class RuleReader
{
public:
    BehaviourRule rule;

    //! Empty when the rule is right.
    QString read(const Json &json)
    {
        if (!json.isObject())
            return atLine(json, QStringLiteral("a rule is not an object"));
        json.forEachMember([this](const QString &name, const Json &value) {
            if (!takeText(name, value) && !takeNumber(name, value) && !takeOther(name, value))
                complain(value, QStringLiteral("the member \"%1\" is not one of a rule's, or its "
                                               "value is of another kind")
                                    .arg(name));
        });
        if (m_problem.isEmpty())
            check(json);
        return m_problem;
    }

private:
    static QString atLine(const Json &json, const QString &words)
    {
        return QStringLiteral("line %1: %2").arg(json.line()).arg(words);
    }

    void complain(const Json &json, const QString &words)
    {
        if (m_problem.isEmpty())
            m_problem = atLine(json, words);
    }

    bool takeText(const QString &name, const Json &value)
    {
        const std::array places{
            std::pair{u"service", &rule.service}, std::pair{u"api", &rule.api},
            std::pair{u"task", &rule.task},       std::pair{u"template", &rule.templateName},
            std::pair{u"code", &m_code},          std::pair{u"message", &m_message}};
        for (const auto &[known, place] : places) {
            if (name != QStringView(known) || !value.isString())
                continue;
            *place = value.toString();
            if (place->isEmpty())
                complain(value, QStringLiteral("\"%1\" is empty").arg(name));
            return true;
        }
        return false;
    }

    bool takeNumber(const QString &name, const Json &value)
    {
        const auto number = value.toInteger();
        if (!number || (name != u"times" && name != u"ms"))
            return false;
        const qint64 least = name == u"times" ? 1 : 0;
        if (*number < least || *number > std::numeric_limits<int>::max())
            complain(value, QStringLiteral("\"%1\" is less than %2 or too large")
                                .arg(name, QString::number(least)));
        else if (name == u"times")
            rule.timesLeft = static_cast<int>(*number);
        else
            rule.answer.takes = std::chrono::milliseconds(*number);
        m_givesTime = m_givesTime || name == u"ms";
        return true;
    }

    bool takeOther(const QString &name, const Json &value)
    {
        if (name == u"loopItem")
            rule.loopItem = value;
        else if (name == u"reply" && value.isObject())
            rule.answer.reply = value;
        else if (name == u"attempts" && value.isArray())
            takeAttempts(value);
        else
            return false;
        return true;
    }

    void takeAttempts(const Json &list)
    {
        for (const Json &item : list.items()) {
            const auto number = item.toInteger();
            if (number && *number >= 1 && *number <= std::numeric_limits<int>::max())
                rule.attempts.insert(static_cast<int>(*number));
            else
                complain(item, QStringLiteral("an attempt is not a number from 1"));
        }
        if (rule.attempts.empty())
            complain(list, QStringLiteral("\"attempts\" names none"));
    }

    void check(const Json &json)
    {
        if (m_code.isEmpty() && !m_message.isEmpty())
            return complain(json, QStringLiteral("a rule has a message but no code"));
        if (!m_code.isEmpty() && rule.answer.reply)
            return complain(json, QStringLiteral("a rule has both a code and a reply"));
        if (m_code.isEmpty() && !rule.answer.reply && !m_givesTime)
            return complain(json, QStringLiteral("a rule gives no code, no reply and no ms"));
        if (!m_code.isEmpty()) {
            rule.answer.failure = ScriptedFailure{
                m_code, m_message.isEmpty() ? QStringLiteral("The call failed.") : m_message};
        }
    }

    QString m_code;
    QString m_message;
    QString m_problem;
    bool m_givesTime = false;
};

} // namespace

bool BehaviourRule::isAbout(const CallSite &site) const
{
    if (!fits(service, site.service) || !fits(api, site.api) || !fits(task, site.taskName) ||
        (!templateName.isEmpty() && templateName != site.templateName) ||
        (!attempts.empty() && !attempts.contains(site.attempt)))
        return false;
    if (!loopItem)
        return true;
    if (loopItem->isString())
        return loopItem->toString() == site.loopItem;
    return !site.loopItem.isEmpty() && parsedText(Json::fromString(site.loopItem)) == *loopItem;
}

namespace {

constexpr QStringView listLagMember(u"listLag");
constexpr QStringView disabledMember(u"disabledUser");
constexpr std::array settingMembers{listLagMember, QStringView(u"sessionSeconds"), disabledMember};

//! The name of the setting; empty: the rule is about calls, and settings have no place in it.
QStringView settingOf(const Json &rule)
{
    for (const QStringView member : settingMembers) {
        if (rule.find(member))
            return member;
    }
    return {};
}

//! Empty, and the value in its place, when the rule is right.
QString readSetting(const Json &rule, QStringView member, BehaviourSettings &settings)
{
    if (rule.size() != 1)
        return QStringLiteral("line %1: a rule with \"%2\" has another member")
            .arg(rule.line())
            .arg(member);
    if (member == disabledMember) {
        const QString name = rule[member].isString() ? rule[member].toString() : QString();
        settings.disabledUsers.insert(name);
        return name.isEmpty() ? QStringLiteral("line %1: \"%2\" is not the name of a user")
                                    .arg(rule.line())
                                    .arg(member)
                              : QString();
    }
    const auto number = rule[member].toInteger();
    if (!number || *number < 0 || *number > std::numeric_limits<int>::max())
        return QStringLiteral("line %1: \"%2\" is less than 0 or too large")
            .arg(rule.line())
            .arg(member);
    if (member == listLagMember)
        settings.listLag = std::chrono::milliseconds(*number);
    else
        settings.sessionLifetime = std::chrono::seconds(*number);
    return {};
}

} // namespace

QString Behaviour::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2").arg(path, file.errorString());
    const Json::ParseResult parsed = Json::parse(file.readAll());
    if (!parsed)
        return QStringLiteral("%1: line %2: %3")
            .arg(path, QString::number(parsed.error.line), parsed.error.reason);
    if (!parsed.json->isArray())
        return QStringLiteral("%1: line 1: not a JSON list of rules").arg(path);
    std::vector<BehaviourRule> rules;
    BehaviourSettings settings;
    for (const Json &item : parsed.json->items()) {
        RuleReader reader;
        const QStringView setting = settingOf(item);
        const QString problem =
            setting.isEmpty() ? reader.read(item) : readSetting(item, setting, settings);
        if (!problem.isEmpty())
            return QStringLiteral("%1: %2").arg(path, problem);
        if (setting.isEmpty())
            rules.push_back(std::move(reader.rule));
    }
    m_rules = std::move(rules);
    m_settings = settings;
    return {};
}

std::optional<ScriptedAnswer> Behaviour::answerTo(const CallSite &site)
{
    const auto rule =
        std::find_if(m_rules.begin(), m_rules.end(), [&site](const BehaviourRule &candidate) {
            return candidate.timesLeft != 0 && candidate.isAbout(site);
        });
    if (rule == m_rules.end())
        return {};
    if (rule->timesLeft > 0)
        --rule->timesLeft;
    return rule->answer;
}

} // namespace countersign::sandbox
