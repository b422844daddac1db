// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/waitwords.h"

#include <QString>

#include <vector>

namespace countersign {

//! What a decision is about once the person has chosen: the wait's subject, and the rows, task or
//! end state that the act takes. Texts are as received; the functions below make them safe.
struct DecisionObject
{
    WaitSubject subject;
    std::vector<TaskExecution> rows; //!< Retry, Skip, Cancel task: those chosen
    QString taskName;                //!< Run task: the one chosen; empty: none yet
    QString taskAction;              //!< of it, as the template writes it
    QString loopItem;                //!< Run task: exactly as it is sent
    ProductCall call;                //!< what retrying or running calls; empty: none, or not one
    std::vector<QString> targets;    //!< ids that the call was read to name
    bool isDanger = false;           //!< the act releases a high-risk call
    QString endState;                //!< End execution; empty: none yet
};

//! "Retry task: “deploy”", "Skip task: 3 tasks".
QString objectHeading(const DecisionObject &object, Act act);
//! What the act does, in one sentence; what is still to be chosen where something is.
QString objectConsequence(const DecisionObject &object, Act act);
//! "Retry 3 tasks in acme-prod / cn-hangzhou".
QString objectConfirmText(const DecisionObject &object, Act act, const QString &alias);
//! "Success" or "Failed" in the person's language.
QString endStateLabel(const QString &endState);

} // namespace countersign
