// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/followflow.h"

#include "app/api/pagereader.h"

#include <algorithm>
#include <deque>

namespace countersign {

namespace {

constexpr qint64 freshSeconds = 600;
constexpr std::chrono::milliseconds whileSending{250};

bool isSameRun(const FollowedRun &a, const FollowedRun &b)
{
    return a.place == b.place && a.executionId == b.executionId;
}

//! A task of its own that failed; a parent that failed for it comes after it.
QString firstFailedTask(const std::vector<TaskExecution> &rows)
{
    const TaskExecution *first = nullptr;
    for (const TaskExecution &row : rows) {
        if (row.status != RunStatus::Failed)
            continue;
        const bool isEarlier =
            first == nullptr ||
            (row.endDate.isValid() && first->endDate.isValid() && row.endDate < first->endDate);
        if (isEarlier)
            first = &row;
    }
    return first == nullptr ? QString() : first->taskName;
}

} // namespace

class FollowFlow::Private
{
public:
    Private(FollowFlow &owner, const FlowServices &flowServices, const FollowTimes &followTimes)
        : q(owner)
        , services(flowServices)
        , times(followTimes)
    {
        timer.setSingleShot(true);
    }

    void startTurn();
    void readNext();
    void readRun(const FollowedRun &run);
    void onRun(FollowedRun run, const Result<ListReading<Execution>> &result);
    void readFailedTask(const FollowedRun &run);
    void publish(const FollowedRun &run);
    void plan();

    FollowFlow &q;
    FlowServices services;
    FollowTimes times;
    std::vector<FollowedRun> runs;
    std::deque<FollowedRun> toRead;
    QTimer timer;
    CallHandle call;
    bool isReading = false;
};

void FollowFlow::Private::startTurn()
{
    if (isReading)
        return;
    toRead.assign(runs.begin(), runs.end());
    readNext();
}

void FollowFlow::Private::readNext()
{
    isReading = !toRead.empty();
    if (!isReading) {
        plan();
        return;
    }
    const FollowedRun run = toRead.front();
    toRead.pop_front();
    const auto profile = services.profiles.profile(run.place.profile);
    if (!profile || !services.profiles.isUnlocked(run.place.profile)) {
        readNext();
        return;
    }
    if (services.journal.isSending(profile->accountId, run.place.region)) {
        toRead.push_front(run);
        isReading = false;
        timer.start(whileSending);
        return;
    }
    readRun(run);
}

void FollowFlow::Private::readRun(const FollowedRun &run)
{
    ListExecutionsRequest request;
    request.executionId = run.executionId;
    request.includeChildExecution = true;
    call = readAllExecutions(
        services.client, *services.profiles.targetFor(run.place), request, &q,
        [this, run](const Result<ListReading<Execution>> &result) { onRun(run, result); });
}

void FollowFlow::Private::onRun(FollowedRun run, const Result<ListReading<Execution>> &result)
{
    if (!result) {
        if (result.error().kind != Error::Kind::Cancelled)
            readNext();
        return;
    }
    const auto found =
        std::find_if(result->rows.begin(), result->rows.end(), [&run](const Execution &execution) {
            return execution.id == run.executionId;
        });
    run.readAt = services.clock.now();
    run.isMissing = found == result->rows.end();
    if (!run.isMissing) {
        run.status = found->status;
        run.statusText = found->statusText;
        run.templateName = found->templateName;
    }
    if (run.hasEnded())
        run.endedAt = services.clock.now();
    if (run.status == RunStatus::Failed && !run.isMissing)
        readFailedTask(run);
    else
        publish(run);
}

void FollowFlow::Private::readFailedTask(const FollowedRun &run)
{
    const auto target = services.profiles.targetFor(run.place);
    if (!target) {
        publish(run); // the profile was removed while the run was read
        return;
    }
    ListTaskExecutionsRequest request;
    request.executionId = run.executionId;
    request.status = QStringLiteral("Failed");
    call = readAllTaskExecutions(services.client, *target, request, &q,
                                 [this, run](const Result<ListReading<TaskExecution>> &rows) {
                                     FollowedRun known = run;
                                     if (rows)
                                         known.failedTask = firstFailedTask(rows->rows);
                                     publish(known);
                                 });
}

void FollowFlow::Private::publish(const FollowedRun &run)
{
    const auto own = std::find_if(runs.begin(), runs.end(), [&run](const FollowedRun &other) {
        return isSameRun(other, run);
    });
    // It may have been let go in the meantime, or decided about once more.
    if (own != runs.end()) {
        FollowedRun current = run;
        current.act = own->act;
        current.taskName = own->taskName;
        current.decidedAt = own->decidedAt;
        if (current.hasEnded())
            runs.erase(own);
        else
            *own = current;
        Q_EMIT q.read(current);
    }
    readNext();
}

void FollowFlow::Private::plan()
{
    if (runs.empty()) {
        timer.stop();
        return;
    }
    const QDateTime now = services.clock.now();
    const bool isAnyFresh = std::any_of(runs.begin(), runs.end(), [&now](const FollowedRun &run) {
        return run.decidedAt.secsTo(now) < freshSeconds;
    });
    timer.start(isAnyFresh ? times.fresh : times.old);
}

FollowFlow::FollowFlow(const FlowServices &services, const FollowTimes &times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services, times))
{
    connect(&d->timer, &QTimer::timeout, this, [this] {
        if (d->toRead.empty())
            d->startTurn();
        else
            d->readNext();
    });
}

FollowFlow::~FollowFlow()
{
    d->call.cancel();
}

void FollowFlow::setRuns(const std::vector<FollowedRun> &runs)
{
    std::vector<FollowedRun> open;
    bool isAnyNew = false;
    for (const FollowedRun &run : runs) {
        if (run.hasEnded())
            continue;
        open.push_back(run);
        isAnyNew = isAnyNew ||
                   std::none_of(d->runs.begin(), d->runs.end(),
                                [&run](const FollowedRun &known) { return isSameRun(known, run); });
    }
    d->runs = std::move(open);
    if (d->runs.empty())
        d->timer.stop();
    else if (isAnyNew && !d->isReading)
        d->timer.start(0);
}

void FollowFlow::readNow()
{
    if (!d->isReading && !d->runs.empty())
        d->timer.start(0);
}

} // namespace countersign
