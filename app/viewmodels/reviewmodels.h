// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/models/logmodel.h"
#include "app/models/outputmodel.h"
#include "app/models/parametermodel.h"
#include "app/models/riskycallmodel.h"
#include "app/models/tasktreemodel.h"

#include <QTimer>

#include <memory>

namespace countersign {

struct LogLines;
struct ReviewFacts;

//! The lists of a review and how they are filled from what was read. The times of tasks that have
//! not ended go on by themselves.
struct ReviewModels
{
    //! `clock` outlives this.
    explicit ReviewModels(const Clock &clock);
    ~ReviewModels();

    //! Null: nothing is shown. What could not be read leaves its list as it is.
    void fill(const ReviewFacts *facts);

    std::unique_ptr<ParameterModel> parameters;
    std::unique_ptr<RiskyCallModel> riskyCalls;
    std::unique_ptr<TaskTreeModel> tasks;
    std::unique_ptr<OutputModel> outputs;
    std::unique_ptr<LogModel> log;

private:
    void fillParameters(const ReviewFacts &facts);
    void fillTasks(const ReviewFacts &facts);
    void fillLog(const ExecutionId &run, const LogLines &lines);

    const Clock &m_clock;
    QTimer m_counting;
    ExecutionId m_logRun;
    int m_logEdition = -1;
    qint64 m_logTotal = 0; //!< lines that the log's list was given
};

} // namespace countersign
