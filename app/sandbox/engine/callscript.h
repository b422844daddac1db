// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QString>

#include <chrono>
#include <optional>

namespace countersign::sandbox {

//! What a simulated call takes of the engine's time.
inline constexpr std::chrono::milliseconds usualCallTime(400);

//! Where a simulated call is made. The calls of a product action stand at the task that names the
//! action; the calls of a nested template at its own task.
struct CallSite
{
    QString service; //!< as written; the product of an action that is not simulated
    QString api;     //!< as written; the last part of the name of an action that is not simulated
    QString templateName; //!< empty for an execution of a text
    QString taskName;
    QString loopItem; //!< as in the task row; of the nearest loop around; empty outside of loops
    int attempt = 1;  //!< how often this was called at this site before, and once more
};

struct ScriptedFailure
{
    QString code;
    QString message;
};

//! What a scripted call gives: a failure, or a reply, or with neither what the cloud answers.
struct ScriptedAnswer
{
    std::optional<ScriptedFailure> failure;
    std::chrono::milliseconds takes = usualCallTime;
    std::optional<Json> reply; //!< an object
};

//! Decides about simulated calls before the simulated cloud is asked.
class CallScript
{
public:
    virtual ~CallScript() = default;
    //! Nothing when the call is not scripted. Asked once for each call, when it begins.
    virtual std::optional<ScriptedAnswer> answerTo(const CallSite &site) = 0;
};

} // namespace countersign::sandbox
