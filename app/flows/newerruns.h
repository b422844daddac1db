// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/templateruns.h"

#include <functional>
#include <optional>

namespace countersign {

//! Runs of the same template on the same targets that were started after another one.
struct NewerRuns
{
    std::optional<Execution> newest; //!< in any state; nothing: none was found
    int others = 0;                  //!< beside the newest
    bool isCut = false;              //!< there may be more: not every page was read
};

//! True when both runs name targets, and the same ones: by Targets where both have them, else by
//! the ids that their parameters name. Runs that name none are never the same. Pure.
bool haveSameTargets(const Execution &run, const Execution &other);

//! Looks for them in ListExecutions. Deleting it ends the waiting. The callback runs at most once,
//! from the event loop; the object may be deleted in it.
class NewerRunsRead : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const Result<NewerRuns> &, const QString &requestId)>;

    //! `run` needs a template name; without a start date its creation counts.
    NewerRunsRead(const FlowServices &services, const ApiTarget &target, const Execution &run,
                  Callback callback);
    ~NewerRunsRead() override;

private:
    bool take(const std::vector<Execution> &rows);

    Execution m_run;
    Callback m_callback;
    NewerRuns m_found;
    TemplateRunsRead m_read;
};

} // namespace countersign
