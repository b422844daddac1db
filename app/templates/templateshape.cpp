// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/templates/templateshape.h"

#include "app/templates/taskgraph.h"

#include <QHash>

namespace countersign {

namespace {

class ShapeCheck
{
public:
    explicit ShapeCheck(const TemplateTree &tree)
        : m_tree(tree)
    {
    }

    std::vector<TemplateProblem> run()
    {
        const TemplateNode &root = m_tree.root;
        if (root.kind != TemplateNode::Kind::Map) {
            add(root, QStringLiteral("a template is a map with Tasks in it"));
            return std::move(m_problems);
        }
        checkFormat(root);
        const TemplateNode *tasks = root.find(u"Tasks");
        if (!tasks && root.find(u"States"))
            add(*root.find(u"States"), QStringLiteral("this is a template of states; only "
                                                      "templates of tasks are shown as tasks"));
        else if (!tasks)
            add(root, QStringLiteral("there are no Tasks"));
        else if (tasks->kind != TemplateNode::Kind::List)
            add(*tasks, QStringLiteral("Tasks is not a list"));
        else
            checkTasks(*tasks);
        return std::move(m_problems);
    }

private:
    void checkFormat(const TemplateNode &root)
    {
        const TemplateNode *format = root.find(u"FormatVersion");
        if (format && format->text != u"OOS-2019-06-01")
            add(*format, QStringLiteral("FormatVersion is not OOS-2019-06-01"));
    }

    void checkTasks(const TemplateNode &tasks)
    {
        for (const TemplateNode &task : tasks.items) {
            if (task.kind != TemplateNode::Kind::Map) {
                add(task, QStringLiteral("a task is a map with Name and Action"));
                continue;
            }
            checkName(task);
            const TemplateNode *action = task.find(u"Action");
            if (!action || !action->isScalar() || action->text.isEmpty())
                add(task, QStringLiteral("this task has no Action"));
        }
        checkTargets();
    }

    void checkName(const TemplateNode &task)
    {
        const TemplateNode *name = task.find(u"Name");
        if (!name || !name->isScalar() || name->text.isEmpty()) {
            add(task, QStringLiteral("this task has no Name"));
            return;
        }
        const int first = m_lineOfName.value(name->text);
        if (first > 0) {
            add(*name, QStringLiteral("two tasks are named \"%1\"; the first is in line %2")
                           .arg(name->text)
                           .arg(first));
            m_problems.back().firstLine = first;
        }
        m_lineOfName.insert(name->text, name->line);
    }

    void checkTargets()
    {
        const TaskGraph graph = taskGraphOf(outlineOf(m_tree));
        for (const TaskEdge &edge : graph.edges) {
            if (edge.to != TaskEdge::unknown)
                continue;
            TemplateProblem problem;
            problem.line = graph.nodes[static_cast<size_t>(edge.from)].firstLine;
            problem.column = 1;
            problem.reason = edge.target.isEmpty()
                                 ? QStringLiteral("this choice has a way without a task")
                                 : QStringLiteral("this task goes on to \"%1\", which is no task "
                                                  "of the template")
                                       .arg(edge.target);
            m_problems.push_back(problem);
        }
    }

    void add(const TemplateNode &node, const QString &reason)
    {
        m_problems.push_back({node.line, node.column, 0, reason});
    }

    const TemplateTree &m_tree;
    QHash<QString, int> m_lineOfName;
    std::vector<TemplateProblem> m_problems;
};

} // namespace

std::vector<TemplateProblem> shapeProblems(const TemplateTree &tree)
{
    return ShapeCheck(tree).run();
}

} // namespace countersign
