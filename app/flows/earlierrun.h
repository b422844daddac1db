// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/templateruns.h"

#include <functional>
#include <optional>

namespace countersign {

//! The run of the same template that started last before another one.
struct EarlierRun
{
    std::optional<Execution> run; //!< nothing: there is none
    //! It started in the same second, and the service does not say which of the two came first.
    bool isOfSameSecond = false;
    bool isCut = false; //!< nothing was found among the newest runs, and older ones were not read
};

//! Looks for that run in ListExecutions, page by page until it is found, in any state. Deleting it
//! ends the waiting. The callback runs at most once, from the event loop; the object may be deleted
//! in it.
class EarlierRunRead : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const Result<EarlierRun> &, const QString &requestId)>;

    //! `run` needs a template name; without a start date its creation counts.
    EarlierRunRead(const FlowServices &services, const ApiTarget &target, const Execution &run,
                   Callback callback);
    ~EarlierRunRead() override;

private:
    bool take(const std::vector<Execution> &rows);
    void end(const Result<bool> &isCut, const QString &requestId);

    Execution m_run;
    QDateTime m_started;
    Callback m_callback;
    std::optional<Execution> m_sameSecond;
    EarlierRun m_found;
    TemplateRunsRead m_read;
};

} // namespace countersign
