// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/templatechecks.h"

#include "app/sandbox/engine/values.h"

#include <QRegularExpression>

namespace countersign::sandbox {

namespace {

bool isOneOf(const TaskStep &task, const QStringList &actions)
{
    return std::any_of(actions.begin(), actions.end(),
                       [&task](const QString &action) { return task.isAction(action); });
}

QString targetProblem(const TemplateProgram &program, const TaskStep &task, const QString &target)
{
    if (isEndTarget(target) || isNextTarget(target) || program.taskIndex(target) >= 0)
        return {};
    return u"the task " + task.name + u" goes on to " + target + u", which does not exist";
}

QString jumpProblem(const TemplateProgram &program, const TaskStep &task)
{
    for (const QString &target : {task.onSuccess, task.onError, task.onCancel}) {
        const QString problem = targetProblem(program, task, target);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString choiceProblem(const TemplateProgram &program, const TaskStep &task)
{
    const Json choices = memberOf(task.properties, u"Choices");
    const QString otherwise = memberOf(task.properties, u"DefaultTask").toString();
    if (!choices.isArray() || otherwise.isEmpty())
        return u"the choice " + task.name + u" needs Choices and DefaultTask";
    QString problem = targetProblem(program, task, otherwise);
    choices.forEachItem([&](const Json &choice) {
        if (problem.isEmpty())
            problem = targetProblem(program, task, memberOf(choice, u"NextTask").toString());
    });
    return problem;
}

//! Names of three parts and more may be templates; those of two are the language's own.
QString actionProblem(const TaskStep &task)
{
    static const QRegularExpression templateName(QStringLiteral(R"(\A[\w.-]+(::[\w.-]+){2,}\z)"),
                                                 QRegularExpression::UseUnicodePropertiesOption);
    static const QStringList own{
        QStringLiteral("ACS::ExecuteAPI"),   QStringLiteral("ACS::ExecuteHttpRequest"),
        QStringLiteral("ACS::WaitFor"),      QStringLiteral("ACS::CheckFor"),
        QStringLiteral("ACS::Sleep"),        QStringLiteral("ACS::Choice"),
        QStringLiteral("ACS::Approve"),      QStringLiteral("ACS::Notify"),
        QStringLiteral("ACS::Pause"),        QStringLiteral("ACS::SelectTargets"),
        QStringLiteral("ACS::Loop"),         QStringLiteral("ACS::Template"),
        QStringLiteral("ACS::GitCodeRepo"),  QStringLiteral("ACS::TimerTrigger"),
        QStringLiteral("ACS::AlarmTrigger"), QStringLiteral("ACS::EventTrigger")};
    if (isOneOf(task, own) || templateName.match(task.action).hasMatch())
        return {};
    return u"the task " + task.name + u" has the unknown action " + task.action.left(100);
}

QString loopProblem(const TaskStep &task)
{
    if (!task.hasLoop())
        return {};
    static const QStringList unfit{QStringLiteral("ACS::Sleep"), QStringLiteral("ACS::Choice"),
                                   QStringLiteral("ACS::Loop")};
    if (isTrigger(task.action) || isOneOf(task, unfit))
        return u"the task " + task.name + u" cannot have Loop, because its action is " +
               task.action;
    if (!findMember(memberOf(task.node, u"Loop"), u"Items"))
        return u"the Loop of the task " + task.name + u" has no Items";
    return {};
}

QString triggerProblem(const TaskStep &task, size_t index, bool isInner)
{
    if (!isTrigger(task.action) || (index == 0 && !isInner))
        return {};
    return u"the trigger " + task.name + u" must be the first task of the template";
}

QString propertyProblem(const TemplateProgram &program, const TaskStep &task)
{
    const auto has = [&task](QStringView name) {
        return findMember(task.properties, name).has_value();
    };
    const QString begin = u"the task " + task.name;
    if (task.isAction(u"ACS::Choice"))
        return choiceProblem(program, task);
    const bool polls = task.isAction(u"ACS::WaitFor") || task.isAction(u"ACS::CheckFor");
    if (polls && !has(u"DesiredValues") && !has(u"NotDesiredValues"))
        return begin + u" has neither DesiredValues nor NotDesiredValues";
    if (task.isAction(u"ACS::Template") && !has(u"TemplateName") && !has(u"TemplateContent"))
        return begin + u" has neither TemplateName nor TemplateContent";
    if (task.isAction(u"ACS::Loop") && (!has(u"LoopItems") || !has(u"LoopTasks")))
        return begin + u" needs LoopItems and LoopTasks";
    if (task.isAction(u"ACS::SelectTargets") && (!has(u"ResourceType") || !has(u"Filters")))
        return begin + u" needs ResourceType and Filters";
    return {};
}

} // namespace

QString taskProblem(const TemplateProgram &program, size_t index, bool isInner)
{
    const TaskStep &task = program.tasks[index];
    for (const QString &problem :
         {actionProblem(task), loopProblem(task), triggerProblem(task, index, isInner),
          jumpProblem(program, task), propertyProblem(program, task)}) {
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace countersign::sandbox
