// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/operations.h"
#include "app/domain/execution.h"
#include "app/domain/result.h"
#include "app/flows/flowservices.h"

#include <QObject>

#include <functional>
#include <vector>

namespace countersign {

//! When the run was started; its creation where that is not told.
QDateTime startOf(const Execution &run);

//! Runs of one template, newest first, page by page until enough is known; ten pages at the most.
//! The service's filter takes any name that contains the template's, so whoever takes the rows
//! compares names. Deleting it ends the waiting. `end` runs at most once, from the event loop; the
//! object may be deleted in it.
class TemplateRunsRead : public QObject
{
    Q_OBJECT

public:
    struct Callbacks
    {
        //! True when nothing better can come.
        std::function<bool(const std::vector<Execution> &)> take;
        //! `isCut`: there are more pages, they were not read, and take() wanted more.
        std::function<void(const Result<bool> &isCut, const QString &requestId)> end;
    };

    //! Template, times and children of `request` count; its order is set here.
    TemplateRunsRead(const FlowServices &services, const ApiTarget &target,
                     const ListExecutionsRequest &request, Callbacks callbacks);
    ~TemplateRunsRead() override;

private:
    void ask(const QString &token);
    void onPage(const Result<ApiReply> &reply);
    void end(const Result<bool> &isCut, const QString &requestId);

    FlowServices m_services;
    ApiTarget m_target;
    ListExecutionsRequest m_request;
    Callbacks m_callbacks;
    CallHandle m_call;
    QString m_token;
    int m_pages = 0;
};

} // namespace countersign
