// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"
#include "app/sandbox/engine/cloud/simulatedcloud.h"

namespace countersign::sandbox {

//! ACS::ExecuteAPI.
class ApiAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
};

//! ACS::WaitFor, and ACS::CheckFor, which repeats only when the task gives Retries.
class PollAction : public Action
{
    Q_OBJECT

public:
    PollAction(TaskRun &task, bool isWaitFor);
    void begin() override;
    bool repeatsItself() const override { return true; }

private:
    void look();
    void judge(const Json &body);
    void again(const Json &value);

    int m_repeats = 0;
    int m_most = 0;
    bool m_isWaitFor;
};

//! ACS::ExecuteHttpRequest. Never calls out: the answer is {} or the script's.
class HttpAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
    bool repeatsItself() const override { return true; }

private:
    void look();
    void judge(const Json &body);
    //! All rules of the named group hold for the body; nothing while jq is asked.
    std::optional<bool> holdRules(QStringView group, const Json &body);

    int m_repeats = 0;
};

//! ACS::GitCodeRepo: a made-up address.
class RepositoryAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
};

//! An action that only a script can answer. Its call is named after the parts of its name.
class ScriptedAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;
};

} // namespace countersign::sandbox
