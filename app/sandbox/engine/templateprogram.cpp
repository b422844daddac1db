// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/templateprogram.h"

#include "app/sandbox/engine/templatechecks.h"
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
        checkTasks(false);
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
        readTasks(root, root.find(u"Tasks"), QStringLiteral("Tasks"));
    }

    //! `owner` is where a list that is missing should stand.
    void readTasks(const TemplateNode &owner, const TemplateNode *tasks, const QString &key)
    {
        if (!tasks || tasks->kind != TemplateNode::Kind::List || tasks->items.empty())
            return complain(tasks ? tasks : &owner,
                            key + u" must be a list with at least one task");
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
        if (task.isAction(u"ACS::Loop"))
            readInnerTasks(node, task);
        m_lines.push_back(&node);
        m_program->tasks.push_back(task);
    }

    //! The tasks of ACS::Loop see the parameters and conditions around them.
    void readInnerTasks(const TemplateNode &node, TaskStep &task)
    {
        const TemplateNode *properties = node.find(u"Properties");
        const TemplateNode *tasks = properties ? properties->find(u"LoopTasks") : nullptr;
        if (!tasks)
            return;
        Compiler inner;
        inner.m_program->conditions = m_program->conditions;
        inner.m_program->parameters = m_program->parameters;
        inner.m_program->isJson = true;
        inner.readTasks(node, tasks, QStringLiteral("LoopTasks"));
        inner.checkTasks(true);
        if (m_problem.isEmpty())
            m_problem = inner.m_problem;
        Members declared;
        for (const ParameterRule &rule : m_program->parameters)
            declared.emplace_back(rule.name, rule.declaration);
        const Json whole = Json::fromMembers(
            {{QStringLiteral("FormatVersion"), Json::fromString(u"OOS-2019-06-01")},
             {QStringLiteral("Parameters"), Json::fromMembers(declared)},
             {QStringLiteral("Tasks"), tasks->toJson()}});
        inner.m_program->content = QString::fromUtf8(whole.compact());
        task.inner = inner.m_program;
    }

    void checkTasks(bool areInner)
    {
        for (size_t index = 0; index < m_lines.size() && m_problem.isEmpty(); ++index) {
            const QString problem = taskProblem(*m_program, index, areInner);
            if (!problem.isEmpty())
                complain(m_lines[index], problem);
        }
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

bool isTrigger(const QString &action)
{
    return sameText(action, u"ACS::TimerTrigger") || sameText(action, u"ACS::AlarmTrigger") ||
           sameText(action, u"ACS::EventTrigger");
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
