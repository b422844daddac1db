// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/operations.h"
#include "app/api/readclient.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace countersign {

//! Caps of security.md 6.
struct PageCaps
{
    int rows = 20'000;
    int pages = 200;
};

//! What all pages of one list came to.
template <class Row>
struct ListReading
{
    std::vector<Row> rows; //!< merged by id where the row has one: a later page's row wins
    std::vector<QString> requestIds;
    std::optional<std::chrono::seconds> clockSkew;
};

//! Reads a list to its last page: one shared object for every list. Goes on over an empty page with
//! a token; ends with Error::Kind::Incomplete on a token seen before (repeated or cyclic) and on
//! the caps; starts again from the first page, once, when the service refuses a token. Callback
//! rules as ReadClient::read().
CallHandle readAllExecutions(ReadClient &client, const ApiTarget &target,
                             const ListExecutionsRequest &request, QObject *context,
                             std::function<void(Result<ListReading<Execution>>)> callback,
                             const PageCaps &caps = {});
CallHandle readAllTaskExecutions(ReadClient &client, const ApiTarget &target,
                                 const ListTaskExecutionsRequest &request, QObject *context,
                                 std::function<void(Result<ListReading<TaskExecution>>)> callback,
                                 const PageCaps &caps = {});
CallHandle readAllLogLines(ReadClient &client, const ApiTarget &target,
                           const ListExecutionLogsRequest &request, QObject *context,
                           std::function<void(Result<ListReading<LogLine>>)> callback,
                           const PageCaps &caps = {});

} // namespace countersign
