// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/sandbox/engine.h"
#include "app/sandbox/engine/callscript.h"
#include "app/sandbox/engine/childrequest.h"
#include "app/sandbox/engine/cloud/simulatedcloud.h"
#include "app/sandbox/engine/jqrunner.h"

#include <QTimer>

#include <chrono>
#include <functional>

namespace countersign::sandbox {

class TemplateStore;

//! What all executions of an engine share.
struct Services
{
    SimulatedCloud *cloud = nullptr;
    JqRunner *jq = nullptr;
    const TemplateStore *templates = nullptr;
    CallScript *script = nullptr; //!< may be nullptr
    const Clock *clock = nullptr;
    std::set<Strictness> strictness;
    double speed = 1.0;
    std::function<void(const QString &executionId)> changed;
    //! Starts a nested execution with this id.
    std::function<ChildOutcome(Run &parent, const QString &id, const ChildRequest &request)>
        startChild;
    //! Cancels an execution that is under way; others stay as they are.
    std::function<void(const QString &executionId, const QString &message)> cancelExecution;

    bool isStrict(Strictness rule) const { return strictness.count(rule) > 0; }
    //! Runs `then` from the event loop when so much engine time is over, unless `context` is gone.
    void after(std::chrono::milliseconds engineTime, QObject *context,
               std::function<void()> then) const
    {
        const double wall = static_cast<double>(engineTime.count()) / speed;
        const double most = 2'000'000'000.0;
        QTimer::singleShot(std::chrono::milliseconds(static_cast<qint64>(std::min(wall, most))),
                           context, std::move(then));
    }
};

} // namespace countersign::sandbox
