// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/scope.h"

#include <QStringList>

namespace countersign::sandbox {

//! The task in whose name calls are made.
struct CallPlace
{
    QString templateName;
    QString taskName;
    QString loopItem;
};

//! What a nested execution has from the one around it.
struct Surroundings
{
    //! What inner tasks of a loop can refer to besides their own.
    std::shared_ptr<const Scope> outer;
    std::optional<Json> loopItem;
    QString loopItemText; //!< of the nearest loop around
    //! The calls of a product action are made in the name of the task that names the action.
    std::optional<CallPlace> place;
    //! Calls made so far, by place, service and API; one count for an execution and all below it.
    std::shared_ptr<QHash<QStringList, int>> calls;
    //! Tasks that were done before it began: the trigger of a triggered execution.
    QHash<QString, TaskResult> results;
    int firstTask = 0;
};

} // namespace countersign::sandbox
