// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/logmodel.h"
#include "app/models/parametermodel.h"
#include "app/models/riskycallmodel.h"
#include "app/models/tasktreemodel.h"

#include <QDateTime>

#include <memory>

namespace countersign {

struct ReviewFacts;

//! The lists of a review and how they are filled from what was read.
struct ReviewModels
{
    ReviewModels();
    ~ReviewModels();

    //! Null: nothing is shown. What could not be read leaves its list as it is.
    void fill(const ReviewFacts *facts, const QDateTime &now);

    std::unique_ptr<ParameterModel> parameters;
    std::unique_ptr<RiskyCallModel> riskyCalls;
    std::unique_ptr<TaskTreeModel> tasks;
    std::unique_ptr<LogModel> log;
};

//! The service's list first, then the calls that the template's text makes after the waiting task
//! and whose names are risky.
std::vector<RiskyCall> riskyCallsOf(const ReviewFacts &facts);

} // namespace countersign
