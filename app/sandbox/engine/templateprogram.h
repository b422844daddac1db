// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace countersign::sandbox {

//! One entry of Parameters with the rules a value must pass.
struct ParameterRule
{
    QString name;
    QString type; //!< String when the template gives none
    std::optional<Json> defaultValue;
    Json declaration;

    //! The value in the parameter's type; nothing and a reason when it does not fit the type.
    std::optional<Json> typed(const Json &value, QString *problem) const;
    //! Why a typed value breaks AllowedValues, AllowedPattern, a length or a range; empty when not.
    QString brokenRule(const Json &value) const;
};

struct TemplateProgram;

//! One entry of Tasks.
struct TaskStep
{
    QString name;
    QString action;
    Json node; //!< the whole task
    Json properties;
    Json outputs;
    std::optional<Json> when;
    QString onSuccess; //!< a task's name, ACS::NEXT or ACS::END
    QString onError;
    QString onCancel;
    bool isCritical = true;
    //! ACS::Loop: the tasks that are run for each item, with the parameters of the whole template.
    std::shared_ptr<const TemplateProgram> inner;

    //! Same action name without regard to letter case; ExecuteApi is ExecuteAPI.
    bool isAction(QStringView other) const;
    bool hasLoop() const { return node.find(u"Loop").has_value(); }
};

//! A template that obeys the rules of the language, ready to run.
struct TemplateProgram
{
    QString content;
    bool isJson = false;
    Json description;
    QString ramRole;
    Json conditions;
    Json outputs;
    std::vector<ParameterRule> parameters;
    std::vector<TaskStep> tasks;

    //! Exact name first, then without regard to case; nullptr when absent.
    const ParameterRule *parameter(const QString &name) const;
    const TaskStep *task(const QString &name) const;
    int taskIndex(const QString &name) const; //!< -1 when absent
};

struct Compilation
{
    std::shared_ptr<const TemplateProgram> program;
    QString problem; //!< with the line, when there is no program
};
//! Reads a template and checks what can be checked without running it.
Compilation compileTemplate(const QString &content);

//! ACS::TimerTrigger, ACS::AlarmTrigger or ACS::EventTrigger.
bool isTrigger(const QString &action);
//! ACS::END, also spelled END; ACS::NEXT, also spelled NEXT or CONTINUE.
bool isEndTarget(QStringView target);
bool isNextTarget(QStringView target);

} // namespace countersign::sandbox
