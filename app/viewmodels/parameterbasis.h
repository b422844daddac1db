// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/taskexecution.h"
#include "app/templates/templateoutline.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign {

//! An output of a task that has run.
struct OutputOffer
{
    QString task;
    QString output;
    Json value;
};

//! What an editor for parameters stands on, as it was read.
struct ParameterBasis
{
    enum class Purpose {
        RunTask,  //!< ExecuteTask: begins with {} and holds what the person adds
        StartRun, //!< StartExecution: the whole set, begins with the run's
    };

    Purpose purpose = Purpose::RunTask;
    std::vector<ParameterDeclaration> declarations;
    std::vector<ParameterGroup> groups;
    std::optional<Json> runValues;      //!< the run's Parameters, an object; nothing: not read
    QString taskName;                   //!< RunTask: the task that is to run
    std::optional<Json> taskProperties; //!< RunTask: as the template has them
    //! RunTask: as resolved when the task ran last; nothing: it has not run, or was not read.
    std::optional<Json> lastProperties;
    std::vector<OutputOffer> outputs; //!< in the order of the rows
    QString locale;                   //!< such as zh_CN
    QString initialText = QStringLiteral("{}");
    QString draft; //!< what was kept of an earlier visit; empty: nothing
};

//! For ExecuteTask of `taskName`, which need not be a task of the template. `rows` are the task
//! rows of the run, oldest first.
ParameterBasis basisForTask(const TemplateOutline &outline, const Execution &run,
                            const std::vector<TaskExecution> &rows, const QString &taskName,
                            const QString &locale);

//! For another run with the parameters of `run`; the secret ones are left out of its text.
ParameterBasis basisForNewRun(const TemplateOutline &outline, const Execution &run,
                              const QString &locale);

} // namespace countersign
