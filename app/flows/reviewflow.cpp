// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/reviewflow.h"

#include "app/api/pagereader.h"
#include "app/flows/templateread.h"
#include "app/flows/waydownread.h"

#include <QTimer>

#include <algorithm>

namespace countersign {

namespace {

constexpr std::chrono::milliseconds rereadPause{10'000};
constexpr qint64 newerRunsAge = 60; // seconds until they are looked for again
constexpr qsizetype mostChildren = 100;
constexpr qsizetype mostUnasked = 8; // child runs that are read before anybody asks for them

template <class T>
void keepError(Reading<T> &reading, const Error &error)
{
    reading.isPending = false;
    reading.error = error;
}

bool mayStillMove(const Reading<std::vector<TaskExecution>> &child)
{
    return !child.value || std::any_of(child.value->begin(), child.value->end(),
                                       [](const auto &row) { return !isFinal(row.status); });
}

//! Calls of both go to the same service in the same way.
bool isSameWay(const ApiTarget &a, const ApiTarget &b)
{
    return a.endpoint == b.endpoint && a.stsEndpoint == b.stsEndpoint &&
           a.allowsPrivateEndpoint == b.allowsPrivateEndpoint &&
           a.caCertificates == b.caCertificates && a.scheme == b.scheme;
}

} // namespace

class ReviewFlow::Private
{
public:
    Private(ReviewFlow &owner, const FlowServices &flowServices)
        : q(owner)
        , services(flowServices)
        , templates([this](const TemplateRead &read) { onTemplateParsed(read); })
    {
        rereading.setInterval(rereadPause);
    }

    void readAll();
    void readMoving();
    void readExecution();
    void readTasks();
    void readTemplate();
    void readRiskyTasks(const QString &templateName);
    void readLog();
    void onLogGrown();
    bool readsFacts() const;
    void readEarlierRun();
    void readNewerRuns();
    bool areNewerRunsDue() const;
    void readTroubledChildren();
    void readWayDown();
    void readChild(const ExecutionId &child);
    void onTemplateParsed(const TemplateRead &read);
    template <class T>
    void keep(Reading<T> &reading, T value, const QString &requestId);
    template <class Row, class Keep>
    void onList(Reading<std::vector<Row>> &reading, const Result<ListReading<Row>> &result,
                const Keep &keepRows);
    void noteSkew(const std::optional<std::chrono::seconds> &skew);
    void forgetCalls();
    void begin(const WaitRow &row);
    void onProfileChanged(const ProfileId &id);

    ReviewFlow &q;
    FlowServices services;
    std::optional<ReviewFacts> facts;
    std::optional<ApiTarget> target;
    QString account; //!< of the profile when it was last read; empty: not known then
    //! Dies with what is shown, so that no late answer reaches the next one.
    std::unique_ptr<QObject> context;
    std::vector<CallHandle> calls;
    std::unique_ptr<LogRead> log;
    std::unique_ptr<EarlierRunRead> earlierRun;
    std::unique_ptr<NewerRunsRead> newerRuns;
    bool isNewerRunsWanted = false; //!< asked for again by hand
    std::unique_ptr<WayDownReader> ways;
    TemplateReader templates;
    QTimer rereading;
};

template <class T>
void ReviewFlow::Private::keep(Reading<T> &reading, T value, const QString &requestId)
{
    reading.value = std::move(value);
    reading.error.reset();
    reading.requestId = requestId;
    reading.at = services.clock.now();
    reading.isPending = false;
}

void ReviewFlow::Private::noteSkew(const std::optional<std::chrono::seconds> &skew)
{
    if (skew)
        facts->clockSkew = skew;
}

template <class Row, class Keep>
void ReviewFlow::Private::onList(Reading<std::vector<Row>> &reading,
                                 const Result<ListReading<Row>> &result, const Keep &keepRows)
{
    if (!result) {
        keepError(reading, result.error());
        noteSkew(result.error().clockSkew);
    } else {
        noteSkew(result->clockSkew);
        keep(reading, keepRows(result->rows),
             result->requestIds.empty() ? QString() : result->requestIds.back());
    }
    Q_EMIT q.changed();
}

void ReviewFlow::Private::forgetCalls()
{
    for (const CallHandle &call : calls)
        call.cancel();
    calls.clear();
    earlierRun.reset();
    newerRuns.reset();
    ways.reset();
    context = std::make_unique<QObject>();
}

//! What a decision waits for is on its way.
bool ReviewFlow::Private::readsFacts() const
{
    return facts->execution.isPending || facts->tasks.isPending || facts->templateText.isPending ||
           facts->riskyTasks.isPending;
}

void ReviewFlow::Private::begin(const WaitRow &row)
{
    forgetCalls();
    templates.forget();
    rereading.stop();
    log.reset();
    facts.emplace();
    facts->row = row;
    readAll();
}

//! What one service told does not stand for what another one would tell, and nothing is asked of
//! one that the profile does not name any more.
void ReviewFlow::Private::onProfileChanged(const ProfileId &id)
{
    if (!facts || facts->row.id.place.profile != id)
        return;
    const auto profile = services.profiles.profile(id);
    const auto now = services.profiles.targetFor(facts->row.id.place);
    const bool isOtherAccount = profile && !account.isEmpty() && profile->accountId != account;
    if (now && target && (isOtherAccount || !isSameWay(*now, *target))) {
        begin(WaitRow(facts->row));
        Q_EMIT q.changed();
    } else if (profile) {
        account = profile->accountId;
    }
}

void ReviewFlow::Private::readAll()
{
    target = services.profiles.targetFor(facts->row.id.place);
    if (!target)
        return;
    account = services.profiles.profile(facts->row.id.place.profile)->accountId;
    forgetCalls();
    templates.forget();
    facts->riskyTasks.isPending = false;
    facts->earlierRun.isPending = false;
    facts->earlierRun.error.reset();
    facts->newerRuns.isPending = false;
    isNewerRunsWanted = true;
    const QList<ExecutionId> children = facts->children.keys();
    for (const ExecutionId &child : children)
        facts->children[child].isPending = false;
    readExecution();
    readTasks();
    readTemplate();
    if (!facts->row.templateName.isEmpty())
        readRiskyTasks(facts->row.templateName);
    for (const ExecutionId &child : children)
        readChild(child);
    readLog();
    rereading.start();
    Q_EMIT q.changed();
}

//! What moves while a wait is looked at. The template of a run never does.
void ReviewFlow::Private::readMoving()
{
    if (!facts || facts->execution.isPending || facts->tasks.isPending ||
        services.client.heldUntil(facts->row.id.place))
        return;
    if (!q.isReading())
        calls.clear();
    readExecution();
    readTasks();
    for (const ExecutionId &child : facts->children.keys()) {
        if (mayStillMove(facts->children[child]))
            readChild(child);
    }
    readLog();
    Q_EMIT q.changed();
}

void ReviewFlow::Private::readExecution()
{
    facts->execution.isPending = true;
    ListExecutionsRequest request;
    request.executionId = facts->row.id.executionId;
    request.includeChildExecution = true;
    calls.push_back(readAllExecutions(
        services.client, *target, request, context.get(),
        [this](const Result<ListReading<Execution>> &result) {
            Reading<Execution> &reading = facts->execution;
            if (!result) {
                keepError(reading, result.error());
                noteSkew(result.error().clockSkew);
                Q_EMIT q.changed();
                return;
            }
            noteSkew(result->clockSkew);
            const auto found =
                std::find_if(result->rows.begin(), result->rows.end(), [this](const auto &row) {
                    return row.id == facts->row.id.executionId;
                });
            facts->isMissing = found == result->rows.end();
            if (facts->isMissing) {
                Error notFound;
                notFound.kind = Error::Kind::NotFound;
                keepError(reading, notFound);
            } else {
                keep(reading, *found,
                     result->requestIds.empty() ? QString() : result->requestIds.back());
                facts->hasTemplateName = !found->templateName.isEmpty();
                if (facts->hasTemplateName && !facts->riskyTasks.hasEnded() &&
                    !facts->riskyTasks.isPending)
                    readRiskyTasks(found->templateName);
            }
            Q_EMIT q.changed();
        }));
}

void ReviewFlow::Private::readTasks()
{
    facts->tasks.isPending = true;
    ListTaskExecutionsRequest request;
    request.executionId = facts->row.id.executionId;
    calls.push_back(readAllTaskExecutions(services.client, *target, request, context.get(),
                                          [this](const Result<ListReading<TaskExecution>> &result) {
                                              onList(facts->tasks, result,
                                                     [](const auto &rows) { return rows; });
                                          }));
}

void ReviewFlow::Private::readTemplate()
{
    facts->templateText.isPending = true;
    calls.push_back(
        services.client.read(*target, getExecutionTemplateRequest(facts->row.id.executionId),
                             context.get(), [this](const Result<ApiReply> &reply) {
                                 if (!reply) {
                                     keepError(facts->templateText, reply.error());
                                     Q_EMIT q.changed();
                                     return;
                                 }
                                 const auto read = readGetExecutionTemplate(reply->body);
                                 if (read) {
                                     keep(facts->templateText, *read, reply->requestId);
                                     templates.read(read->content);
                                 } else {
                                     keepError(facts->templateText, read.error());
                                 }
                                 Q_EMIT q.changed();
                             }));
}

void ReviewFlow::Private::onTemplateParsed(const TemplateRead &read)
{
    if (!facts)
        return;
    facts->outline = read.outline;
    facts->templateProblem = read.problem;
    facts->isBrokenJson = read.isBrokenJson;
    Q_EMIT q.changed();
}

void ReviewFlow::Private::readRiskyTasks(const QString &templateName)
{
    facts->riskyTasks.isPending = true;
    calls.push_back(services.client.read(*target, listExecutionRiskyTasksRequest(templateName),
                                         context.get(), [this](const Result<ApiReply> &reply) {
                                             if (!reply) {
                                                 keepError(facts->riskyTasks, reply.error());
                                                 Q_EMIT q.changed();
                                                 return;
                                             }
                                             const auto read =
                                                 readListExecutionRiskyTasks(reply->body);
                                             if (read)
                                                 keep(facts->riskyTasks, *read, reply->requestId);
                                             else
                                                 keepError(facts->riskyTasks, read.error());
                                             Q_EMIT q.changed();
                                         }));
}

void ReviewFlow::Private::readLog()
{
    if (!log) {
        const ExecutionId id = facts->row.id.executionId;
        log = std::make_unique<LogRead>(
            services, id,
            LogRead::Callbacks{
                [this] { return !readsFacts() && !services.client.heldUntil(facts->row.id.place); },
                [this] { onLogGrown(); },
                [this](const std::optional<Error> &error) {
                    onLogGrown();
                    facts->log.isPending = false;
                    if (error) {
                        facts->log.error = error;
                        noteSkew(error->clockSkew);
                    } else {
                        facts->log.error.reset();
                    }
                    Q_EMIT q.changed();
                }});
    }
    facts->log.isPending = true;
    log->readOn(*target);
}

void ReviewFlow::Private::onLogGrown()
{
    if (!log->hasPage())
        return;
    Reading<LogLines> &reading = facts->log;
    const LogLines &read = log->log();
    if (!reading.value || !reading.value->isSameAs(read))
        reading.value = read;
    reading.requestId = log->requestId();
    reading.at = services.clock.now();
    Q_EMIT q.changed();
}

//! Once, when everything else is there: it is for comparing, and must delay nothing.
void ReviewFlow::Private::readEarlierRun()
{
    Reading<EarlierRun> &reading = facts->earlierRun;
    if (readsFacts() || reading.hasEnded() || reading.isPending || !facts->execution.value ||
        facts->execution.value->templateName.isEmpty())
        return;
    reading.isPending = true;
    earlierRun = std::make_unique<EarlierRunRead>(
        services, *target, *facts->execution.value,
        [this](const Result<EarlierRun> &result, const QString &requestId) {
            if (result)
                keep(facts->earlierRun, *result, requestId);
            else
                keepError(facts->earlierRun, result.error());
            Q_EMIT q.changed();
        });
}

bool ReviewFlow::Private::areNewerRunsDue() const
{
    const Reading<NewerRuns> &reading = facts->newerRuns;
    if (isNewerRunsWanted || !reading.hasEnded())
        return true;
    const bool isGood = reading.value && !reading.error;
    return isGood && reading.at.secsTo(services.clock.now()) >= newerRunsAge &&
           !isFinal(facts->execution.value->status);
}

//! After the one before, so that no more is asked at a time than is shown. It warns, and nothing
//! waits for it.
void ReviewFlow::Private::readNewerRuns()
{
    Reading<NewerRuns> &reading = facts->newerRuns;
    if (readsFacts() || reading.isPending || !facts->earlierRun.hasEnded() ||
        !facts->execution.value || facts->execution.value->templateName.isEmpty() ||
        !facts->execution.value->parentExecutionId.isEmpty() || !areNewerRunsDue())
        return;
    isNewerRunsWanted = false;
    reading.isPending = true;
    newerRuns = std::make_unique<NewerRunsRead>(
        services, *target, *facts->execution.value,
        [this](const Result<NewerRuns> &result, const QString &requestId) {
            if (result)
                keep(facts->newerRuns, *result, requestId);
            else
                keepError(facts->newerRuns, result.error());
            Q_EMIT q.changed();
        });
}

//! Where the list does not know it, as for a child run that was opened by its id.
void ReviewFlow::Private::readWayDown()
{
    const WayDown &told = facts->row.way;
    const bool isTold = !told.isEmpty() && told.isWhole;
    if (readsFacts() || ways || facts->way || isTold || !facts->execution.value ||
        facts->execution.value->parentExecutionId.isEmpty())
        return;
    ways = std::make_unique<WayDownReader>(services, facts->row.id.place);
    ways->learn(*facts->execution.value);
    ways->read(*facts->execution.value, [this](const WayDown &way) {
        facts->way = way;
        Q_EMIT q.changed();
    });
}

//! Child runs below a row that failed or has not ended: something may wait there, whether their
//! parent is Waiting or Running.
void ReviewFlow::Private::readTroubledChildren()
{
    if (readsFacts() || !facts->tasks.value)
        return;
    std::vector<ExecutionId> wanted;
    const auto collect = [this, &wanted](const std::vector<TaskExecution> &rows) {
        for (const TaskExecution &row : rows) {
            const bool isTroubled = !isFinal(row.status) || row.status == RunStatus::Failed;
            if (isTroubled && !row.childExecutionId.isEmpty() &&
                !facts->children.contains(row.childExecutionId))
                wanted.push_back(row.childExecutionId);
        }
    };
    collect(*facts->tasks.value);
    for (const auto &child : std::as_const(facts->children)) {
        if (child.value)
            collect(*child.value);
    }
    for (const ExecutionId &child : wanted) {
        if (facts->children.size() < mostUnasked)
            readChild(child);
    }
}

void ReviewFlow::Private::readChild(const ExecutionId &child)
{
    const bool isKnown = facts->children.contains(child);
    if (child.isEmpty() || !target || (!isKnown && facts->children.size() >= mostChildren) ||
        facts->children[child].isPending)
        return;
    facts->children[child].isPending = true;
    ListTaskExecutionsRequest request;
    request.executionId = child;
    calls.push_back(readAllTaskExecutions(
        services.client, *target, request, context.get(),
        [this, child](const Result<ListReading<TaskExecution>> &result) {
            onList(facts->children[child], result, [](const auto &rows) { return rows; });
        }));
}

ReviewFlow::ReviewFlow(const FlowServices &services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, services))
{
    connect(&d->rereading, &QTimer::timeout, this, [this] { d->readMoving(); });
    connect(&services.profiles, &ProfileRegistry::changed, this,
            [this](const ProfileId &id) { d->onProfileChanged(id); });
    connect(this, &ReviewFlow::changed, this, [this] {
        if (!d->facts)
            return;
        d->readEarlierRun();
        d->readNewerRuns();
        d->readTroubledChildren();
        d->readWayDown();
    });
}

ReviewFlow::~ReviewFlow()
{
    d->forgetCalls();
}

void ReviewFlow::show(const std::optional<WaitRow> &row)
{
    if (row && d->facts && d->facts->row.id == row->id) {
        d->facts->row = *row;
        return;
    }
    if (row) {
        d->begin(*row);
    } else {
        d->forgetCalls();
        d->templates.forget();
        d->rereading.stop();
        d->log.reset();
        d->facts.reset();
    }
    Q_EMIT changed();
}

void ReviewFlow::refresh()
{
    if (d->facts)
        d->readAll();
}

void ReviewFlow::readStates()
{
    if (!d->facts || !d->target || d->facts->execution.isPending || d->facts->tasks.isPending ||
        d->services.client.heldUntil(d->facts->row.id.place))
        return;
    if (!isReading())
        d->calls.clear();
    d->readExecution();
    d->readTasks();
    Q_EMIT changed();
}

void ReviewFlow::readChild(const ExecutionId &child)
{
    if (!d->facts)
        return;
    d->readChild(child);
    Q_EMIT changed();
}

const ReviewFacts *ReviewFlow::facts() const
{
    return d->facts ? &*d->facts : nullptr;
}

bool ReviewFlow::isReading() const
{
    const auto &facts = d->facts;
    return facts && (d->readsFacts() || facts->log.isPending);
}

const FlowServices &ReviewFlow::services() const
{
    return d->services;
}

} // namespace countersign
