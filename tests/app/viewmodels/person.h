// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/watchflow.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "tests/fakes/sandboxworld.h"

#include <QTest>

#include <memory>
#include <optional>

namespace countersign {

inline WatchTimes quickTimes()
{
    WatchTimes times;
    times.interval = std::chrono::milliseconds(200);
    times.afterTrouble = std::chrono::milliseconds(200);
    times.firstRetry = std::chrono::milliseconds(100);
    return times;
}

//! The name of a user of the sandbox, as approver lists have it.
inline QString sandboxUser(std::size_t index)
{
    return QStringList{QStringLiteral("li.wei"), QStringLiteral("anna.k"),
                       QStringLiteral("zhang.min"), QStringLiteral("tomas.r")}
        .at(static_cast<qsizetype>(index));
}

//! Somebody at a console: a key, a list, and files in `folder`, on a sandbox that others use too.
struct Person
{
    Person(const SandboxAnnouncement &announcement, std::size_t user, const QString &folder,
           const WatchTimes &times = quickTimes())
        : world(announcement, user, QString(folder + QStringLiteral("/journal")))
        , files(folder, clock)
        , watch(world.services(), times)
        , inbox(watch, files)
    {
        if (!world.learnCaller())
            qWarning("whose the keys are was not told");
    }

    //! The wait of that run; nothing when it is not listed.
    std::optional<WaitRow> row(const ExecutionId &id) const
    {
        for (const WaitRow &row : inbox.rows()) {
            if (row.id.executionId == id)
                return row;
        }
        return std::nullopt;
    }
    //! A run of the template that waits.
    ExecutionId startWaiting(const QString &templateName,
                             const QMap<QString, QString> &further = {})
    {
        const ExecutionId id = world.startExecution(templateName, further);
        world.waitForStatus(id, RunStatus::Waiting);
        return id;
    }
    //! The row as a search gives it: the run alone.
    WaitRow foundRow(const ExecutionId &id) const
    {
        WaitRow row;
        row.id = {world.place(), id, {}};
        return row;
    }
    //! Opens the run's review, reads it, and begins the decision; null when it cannot be taken.
    std::unique_ptr<DecisionViewModel> begin(const ExecutionId &id, Act act)
    {
        ReviewViewModel review(std::make_unique<ReviewFlow>(world.services()), files);
        review.show(foundRow(id));
        const auto isReady = [&review] { return review.state() == ReviewViewModel::State::Ready; };
        return QTest::qWaitFor(isReady, 10'000) ? review.beginDecision(act) : nullptr;
    }
    //! Approves the only wait of the run, by hand, without a record on this computer.
    bool approveElsewhere(const ExecutionId &id, const QString &note = {})
    {
        return bool(world.call(QStringLiteral("NotifyExecution"),
                               {{QStringLiteral("ExecutionId"), id.text()},
                                {QStringLiteral("NotifyType"), QStringLiteral("Approve")},
                                {QStringLiteral("NotifyNote"), note}}));
    }

    SystemClock clock;
    SandboxWorld world;
    PersonalFiles files;
    WatchFlow watch;
    InboxViewModel inbox;
};

//! Actions that the sandbox was sent and that change something.
inline QStringList changingActions(const SandboxProcess &sandbox)
{
    QStringList actions;
    for (const QJsonObject &receipt : sandbox.receipts()) {
        const QString action = receipt.value(QLatin1String("action")).toString();
        if (!action.startsWith(QLatin1String("List")) && !action.startsWith(QLatin1String("Get")))
            actions += action;
    }
    return actions;
}

} // namespace countersign
