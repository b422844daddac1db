// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/watchflow.h"
#include "app/journal/sqlitejournal.h"
#include "tests/support/faultserver.h"

#include <QTemporaryDir>

namespace countersign {

//! What WatchFlow works with, around servers that play scripts. One attempt for each call, so that
//! what arrives is what was asked for.
class ServedWorld
{
public:
    ServedWorld()
        : client(
              clock, newNonce, [] { return 0.0; }, oneAttempt())
    {
    }
    ~ServedWorld() { client.finishAll(); }
    Q_DISABLE_COPY_MOVE(ServedWorld)

    //! An unlocked profile on this server; its account is named after it.
    ProfileId add(const QString &name, const FaultServer &server, int regions = 1)
    {
        Profile profile;
        profile.id = ProfileId(name);
        profile.alias = name;
        profile.accountId = QStringLiteral("account of ") + name;
        for (int i = 0; i < regions; ++i)
            profile.regions.push_back(RegionId(QStringLiteral("region-%1").arg(i)));
        profile.endpoint = server.address();
        profile.stsEndpoint = server.address();
        profiles.setProfile(profile);
        unlock(profile.id);
        return profile.id;
    }

    void unlock(const ProfileId &id)
    {
        auto credentials = std::make_shared<Credentials>();
        credentials->accessKeyId = QStringLiteral("LTAIexample");
        credentials->secret = SecretBytes("example-secret");
        profiles.setCredentials(id, credentials);
    }

    FlowServices services()
    {
        return {client,
                profiles,
                journal,
                clock,
                [this] { return std::make_unique<OneShotSender>(clock, newNonce); },
                renewal};
    }

    SystemClock clock;
    ReadClient client;
    ProfileRegistry profiles;
    QTemporaryDir folder;
    SqliteJournal journal{folder.path(), clock};
    KeyRenewal *renewal = nullptr; //!< of whoever sets it, before services()

private:
    static ReadLimits oneAttempt()
    {
        ReadLimits limits;
        limits.attempts = 1;
        return limits;
    }
};

//! ListExecutions with so many runs that wait for an approval.
inline FaultScript listOf(int count)
{
    QByteArrayList rows;
    for (int i = 0; i < count; ++i) {
        QByteArray row = R"json({"ExecutionId":"exec-%1","Status":"Waiting","TemplateName":"ask",
            "ExecutedBy":"li.wei(1)","StartDate":"2026-11-25T02:00:00Z",
            "UpdateDate":"2026-11-25T02:00:00Z","CurrentTasks":[
            {"TaskExecutionId":"exec-%1.t1","TaskName":"ask","TaskAction":"ACS::Approve"}]})json";
        rows += row.replace("%1", QByteArray::number(i));
    }
    return faults::answer(200, R"({"RequestId":"7B2D-0001","NextToken":"","Executions":[)" +
                                   rows.join(',') + "]}");
}

//! A refusal in the service's shape.
inline FaultScript refusalOf(int status, const QByteArray &code)
{
    return faults::answer(status,
                          R"({"Code":")" + code + R"(","Message":"no","RequestId":"7B2D-0002"})");
}

//! Requests of one region, or of all, that ask for what waits.
inline int listsIn(const FaultServer &server, const QByteArray &region = {})
{
    int count = 0;
    for (const ArrivedRequest &request : server.requests()) {
        const QByteArray here = "RegionId=" + region;
        const bool isHere = region.isEmpty() || request.line.contains(QByteArray(here + '&')) ||
                            request.line.contains(QByteArray(here + ' '));
        count += isHere && request.line.contains("Status=Waiting") ? 1 : 0;
    }
    return count;
}

//! WatchTimes for tests: a hundredth of the usual, and only lists are read.
inline WatchTimes hundredth()
{
    WatchTimes times;
    times.interval = std::chrono::milliseconds(100);
    times.afterTrouble = std::chrono::milliseconds(300);
    times.grace = std::chrono::milliseconds(1'500);
    times.firstRetry = std::chrono::milliseconds(50);
    times.rowReadsPerRound = 0;
    return times;
}

//! As hundredth(), but what was read well is not read again by itself.
inline WatchTimes patient()
{
    WatchTimes times = hundredth();
    times.interval = std::chrono::hours(10);
    return times;
}

} // namespace countersign
