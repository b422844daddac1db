// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/placewatch.h"

#include "app/flows/waitrows.h"

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

//! Approvals whose terms are read in one round, beside the runs that must be read.
constexpr int spareRowReads = 8;
//! Runs that were decided about here and are asked for by their ids in one round.
constexpr std::size_t mostDecidedReads = 8;
//! Ways down that are read in one round, and how often one is tried.
constexpr int waysPerRound = 8;
constexpr int mostWayReads = 3;
//! Larger template texts are left to the review, which reads them off this thread.
constexpr qsizetype largestTemplateHere = 64 * 1024;

bool hasOpenLoop(const std::vector<TaskExecution> &rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const TaskExecution &row) {
        return !row.loop.isEmpty() && !isFinal(row.status);
    });
}

QString templateKey(const Execution &execution)
{
    if (execution.templateName.isEmpty())
        return execution.id.text();
    return QString(execution.templateName + QLatin1Char('\n') + execution.templateVersion);
}

} // namespace

PlaceWatch::PlaceWatch(const FlowServices &services, const WatchTimes &times, const Place &place,
                       QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_times(times)
    , m_decided(services, place)
    , m_ways(services, place)
{
    m_state.place = place;
    if (const auto profile = services.profiles.profile(place.profile))
        m_state.alias = profile->alias;
    connect(&services.profiles, &ProfileRegistry::changed, this, [this](const ProfileId &id) {
        if (id == m_state.place.profile)
            regroup();
    });
    connect(&services.journal, &DecisionJournal::changed, this, &PlaceWatch::regroup);
}

PlaceWatch::~PlaceWatch()
{
    m_call.cancel();
}

void PlaceWatch::startRound()
{
    const auto target = m_services.profiles.targetFor(m_state.place);
    if (m_state.isReading || !target)
        return;
    m_state.isReading = true;
    m_isGivenUp = false;
    m_hasArrivals = false;
    m_asksForChildren = true;
    list(*target);
}

void PlaceWatch::list(const ApiTarget &target)
{
    ListExecutionsRequest request;
    request.status = QStringLiteral("Waiting");
    request.includeChildExecution = m_asksForChildren;
    request.sortField = QStringLiteral("StartDate");
    request.sortOrder = QStringLiteral("Ascending");
    m_call = readAllExecutions(
        m_services.client, target, request, this,
        [this](Result<ListReading<Execution>> result) { onListed(std::move(result)); });
}

void PlaceWatch::onListed(Result<ListReading<Execution>> result)
{
    if (!result) {
        // Whether a state and children may be asked for together is not documented. Without them
        // at least the runs themselves are listed.
        const bool isRefused = result.error().kind == Error::Kind::Refused;
        const auto target = m_services.profiles.targetFor(m_state.place);
        if (isRefused && target && std::exchange(m_asksForChildren, false))
            list(*target);
        else
            endRound(result.error());
        return;
    }
    m_state.areChildrenListed = m_asksForChildren;
    m_listed = std::move(result.value().rows);
    m_decided.update();
    const std::vector<ExecutionId> decided = m_decided.toRead(mostDecidedReads);
    m_decidedToRead.assign(decided.begin(), decided.end());
    readNextDecided();
}

void PlaceWatch::readNextDecided()
{
    const auto target = m_services.profiles.targetFor(m_state.place);
    if (m_decidedToRead.empty() || m_isGivenUp || !target) {
        takeExecutions();
        return;
    }
    const ExecutionId id = m_decidedToRead.front();
    m_decidedToRead.pop_front();
    ListExecutionsRequest request;
    request.executionId = id;
    request.includeChildExecution = true;
    const QDateTime began = m_services.clock.now();
    m_call = readAllExecutions(m_services.client, *target, request, this,
                               [this, id, began](const Result<ListReading<Execution>> &result) {
                                   if (result)
                                       m_decided.noteRead(id, began);
                                   onDecidedRead(id, result);
                               });
}

//! What the run itself says stands against what the list says.
void PlaceWatch::onDecidedRead(const ExecutionId &id, const Result<ListReading<Execution>> &result)
{
    if (result) {
        const auto isIt = [&id](const Execution &execution) { return execution.id == id; };
        const auto read = std::find_if(result->rows.begin(), result->rows.end(), isIt);
        const auto listed = std::find_if(m_listed.begin(), m_listed.end(), isIt);
        const bool waits = read != result->rows.end() && read->status == RunStatus::Waiting;
        if (waits && listed != m_listed.end())
            *listed = *read;
        else if (waits)
            m_listed.push_back(*read);
        else if (listed != m_listed.end())
            m_listed.erase(listed);
    }
    readNextDecided();
}

void PlaceWatch::takeExecutions()
{
    m_executions = std::move(m_listed);
    QSet<ExecutionId> present;
    QHash<ExecutionId, std::vector<ExecutionId>> children;
    for (const Execution &execution : m_executions) {
        if (!execution.parentExecutionId.isEmpty())
            children[execution.parentExecutionId].push_back(execution.id);
    }
    for (const Execution &execution : m_executions) {
        present.insert(execution.id);
        Known &known = m_known[execution.id];
        if (known.updateDate != execution.updateDate ||
            known.currentTasks != execution.currentTasks)
            known = {execution.updateDate, execution.currentTasks, {}};
        known.evidence.waitingChildren.reset();
        if (m_asksForChildren)
            known.evidence.waitingChildren = children.value(execution.id);
    }
    m_known.removeIf([&present](const auto &item) { return !present.contains(item.key()); });
    m_wayReads.removeIf([&present](const auto &item) { return !present.contains(item.key()); });
    for (const Execution &execution : m_executions) {
        if (children.contains(execution.id))
            m_ways.learn(execution);
    }
    m_wayAt = 0;
    m_waysLeft = std::min(waysPerRound, m_times.rowReadsPerRound);
    planRowReads();
    publishRows(m_toRead.empty());
    readNextRows();
}

void PlaceWatch::planRowReads()
{
    m_toRead.clear();
    int waiting = 0;
    for (const Execution &execution : m_executions) {
        if (!isStillToRead(execution))
            continue;
        ++waiting;
        if (static_cast<int>(m_toRead.size()) < m_times.rowReadsPerRound)
            m_toRead.push_back(execution);
    }
    m_state.unrecognisedRuns = waiting;
    int spare = std::min(spareRowReads, m_times.rowReadsPerRound - waiting);
    for (const Execution &execution : m_executions) {
        if (spare <= 0)
            return;
        if (!isToldByCurrentTasks(execution) || evidenceOf(execution).rows)
            continue;
        m_toRead.push_back(execution);
        --spare;
    }
}

void PlaceWatch::readNextRows()
{
    if (m_isGivenUp) {
        Error error;
        error.kind = Error::Kind::Cancelled;
        endRound(error);
        return;
    }
    const auto target = m_services.profiles.targetFor(m_state.place);
    if (!target) {
        endRound(std::nullopt);
        return;
    }
    if (m_toRead.empty()) {
        readNextWay();
        return;
    }
    const Execution execution = m_toRead.front();
    m_toRead.pop_front();
    ListTaskExecutionsRequest request;
    request.executionId = execution.id;
    if (isToldByCurrentTasks(execution))
        request.status = QStringLiteral("Waiting");
    m_call =
        readAllTaskExecutions(m_services.client, *target, request, this,
                              [this, execution](const Result<ListReading<TaskExecution>> &result) {
                                  onRowsRead(execution, result);
                              });
}

void PlaceWatch::readNextWay()
{
    for (; m_wayAt < m_executions.size() && m_waysLeft > 0; ++m_wayAt) {
        const Execution &child = m_executions[m_wayAt];
        if (child.parentExecutionId.isEmpty() || m_ways.isRead(child) ||
            m_wayReads.value(child.id) >= mostWayReads)
            continue;
        ++m_wayReads[child.id];
        ++m_wayAt;
        --m_waysLeft;
        m_ways.read(child, [this](const WayDown &) { readNextRows(); });
        return;
    }
    endRound(std::nullopt);
}

void PlaceWatch::onRowsRead(const Execution &execution,
                            const Result<ListReading<TaskExecution>> &result)
{
    if (!result) {
        const Error::Kind kind = result.error().kind;
        if (kind == Error::Kind::Cancelled || kind == Error::Kind::Throttled ||
            kind == Error::Kind::BadCredentials)
            endRound(result.error());
        else
            readNextRows(); // the run is shown without its row; the next round tries again
        return;
    }
    Known &known = m_known[execution.id];
    known.evidence.rows = result->rows;
    const std::vector<Wait> waits = recogniseWaits(execution, evidenceOf(execution));
    const bool isOpenQuestion = std::any_of(waits.begin(), waits.end(), [](const Wait &wait) {
        return wait.kind == WaitKind::Unknown || wait.kind == WaitKind::HighRisk ||
               wait.kind == WaitKind::BatchPause;
    });
    if (isOpenQuestion && execution.confirmsHighRisk() && !execution.templateName.isEmpty())
        readRiskyTasks(execution);
    else if (isOpenQuestion && hasOpenLoop(*known.evidence.rows))
        readTemplate(execution);
    else
        readNextRows();
}

void PlaceWatch::readRiskyTasks(const Execution &execution)
{
    const auto found = m_riskyByTemplate.constFind(execution.templateName);
    const auto target = m_services.profiles.targetFor(m_state.place);
    if (found != m_riskyByTemplate.constEnd() || !target) {
        if (found != m_riskyByTemplate.constEnd())
            m_known[execution.id].evidence.riskyTasks = *found;
        readNextRows();
        return;
    }
    m_call =
        m_services.client.read(*target, listExecutionRiskyTasksRequest(execution.templateName),
                               this, [this, execution](const Result<ApiReply> &reply) {
                                   if (reply) {
                                       const auto risky = readListExecutionRiskyTasks(reply->body);
                                       if (risky) {
                                           m_riskyByTemplate.insert(execution.templateName, *risky);
                                           m_known[execution.id].evidence.riskyTasks = *risky;
                                       }
                                   }
                                   readNextRows();
                               });
}

void PlaceWatch::readTemplate(const Execution &execution)
{
    const QString key = templateKey(execution);
    const auto found = m_outlines.constFind(key);
    const auto target = m_services.profiles.targetFor(m_state.place);
    if (found != m_outlines.constEnd() || !target) {
        if (found != m_outlines.constEnd())
            keepBatchPauses(execution, *found);
        readNextRows();
        return;
    }
    m_call = m_services.client.read(
        *target, getExecutionTemplateRequest(execution.id), this,
        [this, execution, key](const Result<ApiReply> &reply) {
            if (reply) {
                const auto read = readGetExecutionTemplate(reply->body);
                if (read && read->content.size() <= largestTemplateHere) {
                    const TemplateReading reading = readTemplateTree(read->content);
                    m_outlines.insert(key,
                                      reading.tree ? outlineOf(*reading.tree) : TemplateOutline());
                    keepBatchPauses(execution, m_outlines.value(key));
                }
            }
            readNextRows();
        });
}

void PlaceWatch::keepBatchPauses(const Execution &execution, const TemplateOutline &outline)
{
    m_known[execution.id].evidence.tasksWithBatchPause =
        tasksWithBatchPause(outline, execution.parameters.json.value_or(Json()));
}

void PlaceWatch::endRound(const std::optional<Error> &error)
{
    m_toRead.clear();
    m_state.isReading = false;
    if (!error || error->kind != Error::Kind::Cancelled) {
        m_state.error = error;
        m_state.isIncomplete = error && error->kind == Error::Kind::Incomplete;
    }
    if (!error) {
        publishRows(true);
        m_state.lastGoodRead = m_services.clock.now();
    }
    Q_EMIT roundEnded(error);
}

void PlaceWatch::publishRows(bool isRoundOver)
{
    const auto profile = m_services.profiles.profile(m_state.place.profile);
    if (!profile)
        return;
    m_viewer = viewerOf(m_services, m_state.place.profile);
    std::vector<WaitRow> rows;
    int unrecognised = 0;
    for (const Execution &execution : m_executions) {
        const bool isOpen = isStillToRead(execution);
        unrecognised += isOpen ? 1 : 0;
        if (isOpen && !isRoundOver)
            continue; // its row comes within this round, in its right form
        std::vector<WaitRow> own =
            waitRowsOf(execution, evidenceOf(execution), m_state.place, *profile, m_viewer);
        std::erase_if(own, [this](const WaitRow &row) { return m_decided.isOver(row.id); });
        if (!execution.parentExecutionId.isEmpty()) {
            for (WaitRow &row : own)
                row.way = m_ways.known(execution);
        }
        std::move(own.begin(), own.end(), std::back_inserter(rows));
    }
    if (!isRoundOver) {
        // What was shown stays until its own new reading has come.
        QSet<ExecutionId> pending;
        for (const Execution &execution : m_executions) {
            if (isStillToRead(execution))
                pending.insert(execution.id);
        }
        for (const WaitRow &old : m_rows) {
            if (pending.contains(old.id.executionId))
                rows.push_back(old);
        }
    }
    m_state.unrecognisedRuns = unrecognised;
    if (rows == m_rows)
        return;
    noteArrivals(rows);
    m_rows = std::move(rows);
    Q_EMIT rowsChanged();
}

//! What is listed goes into other groups when the caller becomes known or has approved, and goes
//! away when it was decided.
void PlaceWatch::regroup()
{
    m_decided.update();
    const auto profile = m_services.profiles.profile(m_state.place.profile);
    if (!profile)
        return;
    const bool isSameName = m_state.alias == profile->alias;
    m_state.alias = profile->alias;
    const bool isAnyOver = std::any_of(m_rows.begin(), m_rows.end(), [this](const WaitRow &row) {
        return m_decided.isOver(row.id);
    });
    if (!isSameName || isAnyOver || m_viewer != viewerOf(m_services, m_state.place.profile))
        publishRows(!m_state.isReading);
}

// What the first reading finds has not arrived, it was there.
void PlaceWatch::noteArrivals(const std::vector<WaitRow> &rows)
{
    if (m_hasArrivals || !m_state.lastGoodRead.isValid())
        return;
    QSet<WaitRowId> known;
    for (const WaitRow &row : m_rows)
        known.insert(row.id);
    m_hasArrivals = std::any_of(rows.begin(), rows.end(),
                                [&known](const WaitRow &row) { return !known.contains(row.id); });
}

const WaitEvidence &PlaceWatch::evidenceOf(const Execution &execution) const
{
    static const WaitEvidence nothing;
    const auto known = m_known.constFind(execution.id);
    return known == m_known.constEnd() ? nothing : known->evidence;
}

bool PlaceWatch::isStillToRead(const Execution &execution) const
{
    if (isToldByCurrentTasks(execution))
        return false;
    return !evidenceOf(execution).rows;
}

} // namespace countersign
