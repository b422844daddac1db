// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"
#include "app/sandbox/engine/cloud/simulatedcloud.h"
#include "app/sandbox/engine/productplan.h"

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

//! An action of a product, as the calls of its plan.
class ProductAction : public Action
{
    Q_OBJECT

public:
    ProductAction(TaskRun &task, const ProductPlan &plan);
    void begin() override;

private:
    void next();
    void call();
    void look(bool isFirstLook);
    void finish();

    const ProductPlan &m_plan;
    size_t m_step = 0;
    int m_looks = 0;
    Json m_reply;
};

} // namespace countersign::sandbox
