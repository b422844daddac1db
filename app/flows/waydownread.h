// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/pagereader.h"
#include "app/domain/waydown.h"
#include "app/flows/flowservices.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace countersign {

//! Finds the ways from top-level runs down to child runs of one place: of each parent its list row,
//! and its task rows for the one whose ChildExecutionId leads on. What was read of a parent never
//! changes and is remembered. One search at a time, one call at a time. Deleting it ends the
//! search.
class WayDownReader : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const WayDown &)>;

    WayDownReader(const FlowServices &services, const Place &place, QObject *parent = nullptr);
    ~WayDownReader() override;

    //! A list row that was read anyway is not read again.
    void learn(const Execution &execution);
    //! True when read() would find nothing to read.
    bool isRead(const Execution &child) const;
    //! The way as far as it is known; not whole where something of it is still to be read.
    WayDown known(const Execution &child) const;
    //! Reads what is missing, at most `deepestWay` parents up. The callback runs once, from the
    //! event loop; not when `this` is deleted or another search was begun before.
    void read(const Execution &child, Callback callback);

private:
    struct Above
    {
        ExecutionId parent; //!< empty: a top-level run
        QString templateName;
    };
    struct Link
    {
        QString taskName;
        QString loopItem;
    };

    //! What is to be read next; both empty: nothing.
    struct Gap
    {
        ExecutionId rowsOf;
        ExecutionId run;
    };
    Gap gapOf(const Execution &child) const;
    void readNext();
    void readRun(const ExecutionId &run, bool asksForChildren);
    void readRows(const ExecutionId &run);
    void keepRows(const ExecutionId &run, const std::vector<TaskExecution> &rows);
    void finish();

    FlowServices m_services;
    Place m_place;
    QHash<ExecutionId, Above> m_runs;
    QHash<ExecutionId, Link> m_links; //!< by the child that the task started
    CallHandle m_call;
    int m_search = 0; //!< answers of an earlier one count no more
    Execution m_child;
    Callback m_callback;
};

} // namespace countersign
