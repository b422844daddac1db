// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/execution.h"
#include "app/domain/result.h"
#include "app/flows/flowservices.h"

#include <QObject>

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

//! Looks for that run in ListExecutions, page by page until it is found, in any state. The
//! service's filter takes any name that contains the template's, so names are compared here.
//! Deleting it ends the waiting. The callback runs at most once, from the event loop; the object
//! may be deleted in it.
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
    void ask(const QString &token);
    void onPage(const Result<ApiReply> &reply);
    bool take(const std::vector<Execution> &rows);
    void end(const Result<EarlierRun> &result, const QString &requestId);

    FlowServices m_services;
    ApiTarget m_target;
    Execution m_run;
    QDateTime m_started;
    Callback m_callback;
    CallHandle m_call;
    std::optional<Execution> m_sameSecond;
    EarlierRun m_found;
    QString m_token;
    int m_pages = 0;
};

} // namespace countersign
