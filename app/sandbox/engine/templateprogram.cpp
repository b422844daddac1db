// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/templateprogram.h"

#include "app/sandbox/engine/values.h"
#include "app/templates/templatetree.h"

#include <QRegularExpression>

namespace countersign::sandbox {

namespace {

constexpr int longestTaskName = 200;

bool sameText(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

//! Collects the first problem with its line.
class Compiler
{
public:
    Compilation run(const QString &content)
    {
        const TemplateReading reading = readTemplateTree(content);
        if (!reading.tree)
            return {nullptr, atLine(reading.problem.line, reading.problem.reason)};
        m_program->content = content;
        m_program->isJson = reading.tree->format == TemplateTree::Format::Json;
        readTop(reading.tree->root);
        if (m_problem.isEmpty())
            checkTargets();
        return m_problem.isEmpty() ? Compilation{m_program, {}} : Compilation{nullptr, m_problem};
    }

private:
    static QString atLine(int line, const QString &reason)
    {
        return line > 0 ? QString(u"line " + QString::number(line) + u": " + reason) : reason;
    }

    void complain(const TemplateNode *node, const QString &reason)
    {
        if (m_problem.isEmpty())
            m_problem = atLine(node ? node->line : 0, reason);
    }

    static Json jsonOf(const TemplateNode &map, QStringView name)
    {
        const TemplateNode *node = map.find(name);
        return node ? node->toJson() : Json();
    }

    void readTop(const TemplateNode &root)
    {
        if (root.kind != TemplateNode::Kind::Map)
            return complain(&root, QStringLiteral("a template is a map of names"));
        if (!isFormatKnown(root))
            return;
        m_program->description = jsonOf(root, u"Description");
        m_program->ramRole = jsonOf(root, u"RamRole").toString();
        m_program->conditions = jsonOf(root, u"Conditions");
        m_program->outputs = jsonOf(root, u"Outputs");
        readParameters(root.find(u"Parameters"));
        const TemplateNode *tasks = root.find(u"Tasks");
        if (!tasks || tasks->kind != TemplateNode::Kind::List || tasks->items.empty())
            return complain(tasks ? tasks : &root,
                            QStringLiteral("Tasks must be a list with at least one task"));
        for (const TemplateNode &task : tasks->items)
            readTask(task);
    }

    bool isFormatKnown(const TemplateNode &root)
    {
        const TemplateNode *version = root.find(u"FormatVersion");
        if (version && version->text == u"OOS-2019-06-01")
            return true;
        if (!version) {
            complain(&root, QStringLiteral("there is no FormatVersion, so this is a piece of a "
                                           "template; a whole one says OOS-2019-06-01"));
        } else if (version->text == u"OOS-2019-06-01-State") {
            complain(version, QStringLiteral("a template of the format OOS-2019-06-01-State keeps "
                                             "the state of servers and has no tasks to run; "
                                             "FormatVersion must be OOS-2019-06-01"));
        } else {
            complain(version, QStringLiteral("FormatVersion must be OOS-2019-06-01"));
        }
        return false;
    }

    void readParameters(const TemplateNode *parameters)
    {
        if (!parameters || parameters->kind == TemplateNode::Kind::Null)
            return;
        if (parameters->kind != TemplateNode::Kind::Map)
            return complain(parameters, QStringLiteral("Parameters must be a map"));
        static const QStringList types{QStringLiteral("String"), QStringLiteral("Number"),
                                       QStringLiteral("Boolean"), QStringLiteral("List"),
                                       QStringLiteral("Json")};
        for (const auto &[name, node] : parameters->members) {
            ParameterRule rule;
            rule.name = name.text;
            rule.declaration = node.toJson();
            const QString type = memberOf(rule.declaration, u"Type").toString();
            rule.type = type.isEmpty() ? types.front() : type;
            if (node.kind != TemplateNode::Kind::Map || !types.contains(rule.type))
                return complain(&node, u"the parameter " + rule.name + u" has the unknown type " +
                                           rule.type);
            rule.defaultValue = rule.declaration.find(u"Default");
            m_program->parameters.push_back(rule);
        }
    }

    void readTask(const TemplateNode &node)
    {
        TaskStep task;
        task.node = node.toJson();
        task.name = task.node[u"Name"].toString();
        task.action = task.node[u"Action"].toString();
        static const QRegularExpression name(QStringLiteral(R"(\A[\w-]+\z)"),
                                             QRegularExpression::UseUnicodePropertiesOption);
        if (!name.match(task.name).hasMatch() || task.name.size() > longestTaskName)
            return complain(&node,
                            QStringLiteral("a task needs a Name of letters, digits, _ and -"));
        if (task.action.isEmpty())
            return complain(&node, u"the task " + task.name + u" has no Action");
        if (m_program->taskIndex(task.name) >= 0 && m_program->task(task.name)->name == task.name)
            return complain(&node, u"the task name " + task.name + u" is used twice");
        task.properties = task.node[u"Properties"];
        task.outputs = task.node[u"Outputs"];
        task.when = task.node.find(u"When");
        const auto target = [&task](QStringView key, const QString &otherwise) {
            const QString given = task.node[key].toString();
            return given.isEmpty() ? otherwise : given;
        };
        task.onSuccess = target(u"OnSuccess", QStringLiteral("ACS::NEXT"));
        task.onError = target(u"OnError", QStringLiteral("ACS::END"));
        task.onCancel = target(u"OnCancel", QStringLiteral("ACS::END"));
        task.isCritical = truthOf(task.node[u"IsCritical"]).value_or(true);
        m_lines.push_back(&node);
        m_program->tasks.push_back(task);
    }

    void checkTarget(const TemplateNode *node, const TaskStep &task, const QString &target)
    {
        if (!isEndTarget(target) && !isNextTarget(target) && m_program->taskIndex(target) < 0)
            complain(node, u"the task " + task.name + u" goes on to " + target +
                               u", which does not exist");
    }

    void checkTargets()
    {
        for (size_t index = 0; index < m_program->tasks.size(); ++index) {
            const TaskStep &task = m_program->tasks[index];
            const TemplateNode *node = m_lines[index];
            checkTarget(node, task, task.onSuccess);
            checkTarget(node, task, task.onError);
            checkTarget(node, task, task.onCancel);
            if (task.isAction(u"ACS::Choice"))
                checkChoice(node, task);
            const bool polls = task.isAction(u"ACS::WaitFor") || task.isAction(u"ACS::CheckFor");
            if (polls && !findMember(task.properties, u"DesiredValues") &&
                !findMember(task.properties, u"NotDesiredValues"))
                complain(node, u"the task " + task.name +
                                   u" has neither DesiredValues nor NotDesiredValues");
        }
    }

    void checkChoice(const TemplateNode *node, const TaskStep &task)
    {
        const Json choices = memberOf(task.properties, u"Choices");
        const QString otherwise = memberOf(task.properties, u"DefaultTask").toString();
        if (!choices.isArray() || otherwise.isEmpty())
            return complain(node, u"the choice " + task.name + u" needs Choices and DefaultTask");
        checkTarget(node, task, otherwise);
        choices.forEachItem([&](const Json &choice) {
            checkTarget(node, task, memberOf(choice, u"NextTask").toString());
        });
    }

    std::shared_ptr<TemplateProgram> m_program = std::make_shared<TemplateProgram>();
    std::vector<const TemplateNode *> m_lines;
    QString m_problem;
};

template <class List>
const typename List::value_type *namedIn(const List &list, const QString &name)
{
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const auto &entry : list) {
            if (name.compare(entry.name, sensitivity) == 0)
                return &entry;
        }
    }
    return nullptr;
}

} // namespace

bool TaskStep::isAction(QStringView other) const
{
    return sameText(action, other);
}

const ParameterRule *TemplateProgram::parameter(const QString &name) const
{
    return namedIn(parameters, name);
}

const TaskStep *TemplateProgram::task(const QString &name) const
{
    return namedIn(tasks, name);
}

int TemplateProgram::taskIndex(const QString &name) const
{
    const TaskStep *step = task(name);
    return step ? int(step - tasks.data()) : -1;
}

bool isEndTarget(QStringView target)
{
    return sameText(target, u"ACS::END") || target == u"END";
}

bool isNextTarget(QStringView target)
{
    return sameText(target, u"ACS::NEXT") || target == u"NEXT" || target == u"CONTINUE";
}

Compilation compileTemplate(const QString &content)
{
    return Compiler().run(content);
}

} // namespace countersign::sandbox
