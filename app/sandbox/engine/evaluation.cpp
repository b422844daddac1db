// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/evaluation.h"

#include "app/sandbox/engine/functions.h"

namespace countersign::sandbox {

Json Evaluation::fail(const QString &message)
{
    if (!stopped())
        m_failure = message;
    return {};
}

void Evaluation::remark(const QString &text)
{
    if (!m_remarks.contains(text))
        m_remarks.append(text);
}

Json Evaluation::value(const Json &node)
{
    if (stopped())
        return {};
    switch (node.type()) {
    case Json::Type::String:
        return text(node.toString());
    case Json::Type::Array: {
        std::vector<Json> items;
        node.forEachItem([&](const Json &item) { items.push_back(value(item)); });
        return stopped() ? Json() : Json::fromItems(items);
    }
    case Json::Type::Object:
        break;
    case Json::Type::Null:
    case Json::Type::Bool:
    case Json::Type::Number:
        return node;
    }
    if (node.size() == 1 && node.nameAt(0).startsWith(u"Fn::", Qt::CaseInsensitive))
        return call(node.nameAt(0), node.at(0));
    Members members;
    node.forEachMember([&](const QString &name, const Json &member) {
        members.emplace_back(name, value(member));
    });
    return stopped() ? Json() : Json::fromMembers(members);
}

Json Evaluation::text(const QString &source)
{
    if (const std::optional<Reference> whole = wholeReference(source))
        return resolve(*whole, source.trimmed());
    const std::vector<Reference> references = referencesIn(source);
    QString written;
    qsizetype at = 0;
    for (const Reference &reference : references) {
        const QString original = source.mid(reference.begin, reference.end - reference.begin);
        written += source.mid(at, reference.begin - at);
        written += textForm(resolve(reference, original));
        at = reference.end;
        if (stopped())
            return {};
    }
    written += source.mid(at);
    return Json::fromString(written);
}

Json Evaluation::call(const QString &name, const Json &arguments)
{
    const QString lower = name.toLower();
    Json result;
    if (lower == u"fn::if") {
        result = choose(arguments);
    } else if (lower == u"fn::and" || lower == u"fn::or") {
        result = Json::fromBool(allOrAny(arguments, lower == u"fn::and"));
    } else if (const Function function = functionByName(name)) {
        const Json evaluated = value(arguments);
        if (stopped())
            return {};
        result = function(*this, evaluated);
        if (hasFailed())
            m_failure = name + u": " + m_failure;
    } else {
        return fail(u"The function " + name + u" is not known.");
    }
    return stopped() ? Json() : result;
}

std::vector<Json> Evaluation::argumentNodes(const Json &arguments)
{
    const Json list = arguments.isArray() ? arguments : value(arguments);
    return list.isArray() ? list.items() : std::vector<Json>();
}

Json Evaluation::choose(const Json &arguments)
{
    const std::vector<Json> parts = argumentNodes(arguments);
    if (stopped())
        return {};
    if (parts.size() != 3)
        return fail(QStringLiteral("Fn::If: it takes a list of 3 arguments"));
    const bool truth = condition(parts[0]);
    return stopped() ? Json() : value(truth ? parts[1] : parts[2]);
}

bool Evaluation::allOrAny(const Json &arguments, bool isAll)
{
    const std::vector<Json> parts = argumentNodes(arguments);
    if (parts.empty())
        fail(QStringLiteral("Fn::And and Fn::Or take a list of conditions"));
    for (const Json &part : parts) {
        const bool truth = condition(part);
        if (stopped())
            return false;
        if (truth != isAll)
            return !isAll;
    }
    return isAll;
}

bool Evaluation::condition(const Json &node)
{
    const bool mayBeName = node.isString() && m_scope.program;
    const std::optional<Json> declared =
        mayBeName ? findMember(m_scope.program->conditions, node.toString()) : std::nullopt;
    if (declared) {
        const QString key = u"condition " + node.toString();
        if (m_resolving.contains(key)) {
            fail(u"The condition " + node.toString() + u" refers to itself.");
            return false;
        }
        m_resolving.insert(key);
        const bool truth = condition(*declared);
        m_resolving.remove(key);
        return truth;
    }
    const Json evaluated = value(node);
    if (stopped())
        return false;
    if (const std::optional<bool> truth = truthOf(evaluated))
        return *truth;
    fail(u"A condition must be true or false, not " +
         QString::fromUtf8(evaluated.compact().left(100)) + u'.');
    return false;
}

const Selection *Evaluation::selection(const QString &normalised, const Json &input)
{
    if (stopped())
        return nullptr;
    if (std::optional<Selection> walked = walkPlainPath(normalised, input)) {
        m_walked = std::move(*walked);
        return &m_walked;
    }
    const JqJob job{normalised, input.compact()};
    const auto found = m_memo.constFind(job);
    if (found != m_memo.constEnd())
        return &*found;
    m_missing = job;
    return nullptr;
}

std::vector<Json> Evaluation::select(const QString &normalised, const Json &input)
{
    const Selection *found = selection(normalised, input);
    if (!found)
        return {};
    if (!found->error.isEmpty()) {
        fail(u"The selector " + normalised + u" failed: " + found->error);
        return {};
    }
    return found->results;
}

std::optional<std::vector<Json>> Evaluation::trySelect(const QString &normalised, const Json &input)
{
    const Selection *found = selection(normalised, input);
    if (!found || !found->error.isEmpty())
        return std::nullopt;
    return found->results;
}

Json Evaluation::output(const Json &declaration, const Json &raw)
{
    const Json selector = value(memberOf(declaration, u"ValueSelector"));
    if (stopped())
        return {};
    const QString path = selector.isNull() ? QStringLiteral(".") : textForm(selector);
    const std::vector<Json> results = select(normalisedSelector(path), raw);
    if (stopped())
        return {};
    const QString type = memberOf(declaration, u"Type").toString();
    if (type.compare(u"List", Qt::CaseInsensitive) == 0 ||
        type.compare(u"Array", Qt::CaseInsensitive) == 0)
        return Json::fromItems(results);
    return results.empty() ? Json() : results.front();
}

Json Evaluation::resolve(const Reference &reference, const QString &source)
{
    switch (reference.kind) {
    case Reference::Kind::Parameter:
        return parameter(reference.name);
    case Reference::Kind::TaskOutput:
        return taskOutput(reference.name, reference.path);
    case Reference::Kind::Pseudo:
        return pseudo(reference.name);
    case Reference::Kind::Stored:
        remark(u"The stored parameter " + reference.name +
               u" does not exist; its reference stays text.");
        return Json::fromString(source);
    case Reference::Kind::Secret:
        break;
    }
    return Json::fromString(source);
}

Json Evaluation::parameter(const QString &name)
{
    if (m_scope.parameters) {
        const Members &given = *m_scope.parameters;
        for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
            for (const auto &[givenName, givenValue] : given) {
                if (name.compare(givenName, sensitivity) == 0)
                    return givenValue;
            }
        }
    }
    const ParameterRule *rule = m_scope.program ? m_scope.program->parameter(name) : nullptr;
    if (!rule)
        return fail(u"The parameter " + name + u" is not declared.");
    if (!rule->defaultValue)
        return {};
    const QString key = u"parameter " + rule->name;
    if (m_resolving.contains(key))
        return fail(u"The default of the parameter " + rule->name + u" refers to itself.");
    m_resolving.insert(key);
    const Json resolved = value(*rule->defaultValue);
    m_resolving.remove(key);
    QString problem;
    const std::optional<Json> typed =
        stopped() ? std::optional<Json>() : rule->typed(resolved, &problem);
    return stopped() || !typed ? resolved : *typed;
}

Json Evaluation::pseudo(const QString &name)
{
    const auto is = [&](QStringView other) {
        return name.compare(other, Qt::CaseInsensitive) == 0;
    };
    if (is(u"TaskLoopItem")) {
        if (m_scope.loopItem)
            return *m_scope.loopItem;
        return fail(QStringLiteral("ACS::TaskLoopItem stands outside of a loop."));
    }
    if (is(u"RegionId"))
        return Json::fromString(m_scope.region);
    if (is(u"AccountId"))
        return Json::fromString(m_scope.accountId);
    if (is(u"OOSUtilVersion"))
        return Json::fromString(u"1.0");
    m_isVolatile = true;
    if (is(u"ExecutionId"))
        return Json::fromString(m_scope.executionId);
    if (is(u"ExecuteUser"))
        return Json::fromString(m_scope.executeUser);
    if (is(u"CurrentUTCTime"))
        return Json::fromString(utcText(m_scope.now));
    if (is(u"CurrentDate"))
        return Json::fromString(m_scope.now.toUTC().toString(u"yyyy-MM-dd"));
    return fail(u"The value ACS::" + name + u" is not known.");
}

Json Evaluation::taskOutput(const QString &task, const QString &path)
{
    const Scope *scope = &m_scope;
    const TaskStep *step = nullptr;
    for (; scope && !step; scope = step ? scope : scope->outer.get())
        step = scope->program ? scope->program->task(task) : nullptr;
    if (!step)
        return fail(u"The task " + task + u" is not declared.");
    const auto result = scope->results.constFind(step->name);
    if (result == scope->results.constEnd())
        return {};
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const auto &[name, output] : result->outputs) {
            if (path.compare(name, sensitivity) == 0)
                return output;
        }
    }
    if (findMember(step->outputs, path) || !result->raw)
        return {};
    return Json::fromItems(select(normalisedSelector(path), *result->raw));
}

} // namespace countersign::sandbox
