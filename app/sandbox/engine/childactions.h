// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"
#include "app/sandbox/engine/childrequest.h"
#include "app/sandbox/engine/templatestore.h"

#include <QPointer>

namespace countersign::sandbox {

//! A task that is an execution of its own. The task ends as the nested execution ends; its result
//! is an object of the outputs.
class ChildAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
    void abandon(const QString &message) override;

protected:
    //! Nothing when the task failed instead.
    virtual std::optional<ChildRequest> request() = 0;
    //! The result, while what the nested execution knew is still there.
    virtual Json resultOf(Run &child);

private:
    void takeEnd(Run &child);

    QString m_child; //!< id of the nested execution under way
};

//! ACS::Template.
class TemplateAction : public ChildAction
{
    Q_OBJECT

public:
    using ChildAction::ChildAction;

protected:
    std::optional<ChildRequest> request() override;
};

//! An action whose name is that of a template.
class NamedAction : public ChildAction
{
    Q_OBJECT

public:
    NamedAction(TaskRun &task, const TemplateStore::Entry &entry);

protected:
    std::optional<ChildRequest> request() override;

private:
    const TemplateStore::Entry &m_entry;
};

//! One item of ACS::Loop: its inner tasks.
class LoopBodyAction : public ChildAction
{
    Q_OBJECT

public:
    using ChildAction::ChildAction;

protected:
    std::optional<ChildRequest> request() override;
    Json resultOf(Run &child) override;
};

} // namespace countersign::sandbox
