// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/callscript.h"

#include <QHash>
#include <QStringList>

namespace countersign::sandbox {

//! Fails the calls of chosen loop items as often as said, and counts how many calls of all were
//! under way at once.
class LoopScript : public CallScript
{
public:
    std::optional<ScriptedAnswer> answerTo(const CallSite &site) override
    {
        begun.append(site.loopItem);
        ScriptedAnswer answer;
        answer.takes = takes.value(site.loopItem, usualCallTime);
        if (site.attempt <= failures.value(site.loopItem, 0)) {
            answer.failure =
                ScriptedFailure{QStringLiteral("Busy"), QString(site.loopItem + u" is in use")};
        }
        return answer;
    }

    QHash<QString, int> failures; //!< first calls that fail, by loop item
    QHash<QString, std::chrono::milliseconds> takes;
    QStringList begun; //!< loop items, in the order of their calls
};

//! A task that reboots one instance for each item; `loop` are the keys of Loop beside Items.
inline QByteArray rebootLoop(const QByteArray &items, const QByteArray &loop,
                             const QByteArray &rest = {})
{
    return "- Name: reboot\n"
           "  Action: ACS::ExecuteAPI\n"
           "  Loop: {Items: " +
           items + (loop.isEmpty() ? "" : ", ") + loop +
           "}\n"
           "  Properties: {Service: ECS, API: RebootInstance,"
           " Parameters: {RegionId: '{{ ACS::RegionId }}', InstanceId: '{{ ACS::TaskLoopItem "
           "}}'}}\n"
           "  Outputs: {asked: {ValueSelector: RequestId}}\n" +
           rest;
}

} // namespace countersign::sandbox
