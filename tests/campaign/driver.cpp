// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/campaign/driver.h"

#include "app/api/pagereader.h"
#include "app/domain/decisionfacts.h"
#include "app/domain/json.h"
#include "app/journal/journalwords.h"
#include "app/signing/signing.h"
#include "app/viewmodels/outcomewords.h"

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using std::chrono::milliseconds;

namespace countersign {

namespace {

void say(const JsonWriter &line)
{
    const QByteArray text = line.bytes() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

DecideTimes shortTimes(milliseconds window)
{
    DecideTimes times;
    times.checks = {milliseconds(50), milliseconds(150), milliseconds(300), milliseconds(600),
                    milliseconds(1'000)};
    times.again = milliseconds(400);
    times.refusalSettles = milliseconds(300);
    times.othersSettle = milliseconds(300);
    times.partSettles = milliseconds(1'000);
    times.window = window;
    return times;
}

bool isWantedRow(Act act, const TaskExecution &row)
{
    switch (act) {
    case Act::Approve:
    case Act::Reject:
    case Act::CancelTask:
        return row.status == RunStatus::Waiting;
    case Act::RetryTask:
    case Act::SkipTask:
        return row.status == RunStatus::Failed && row.parentTaskExecutionId.isEmpty();
    case Act::ExecuteTask:
    case Act::CompleteExecution:
    case Act::CancelExecution:
        break;
    }
    return false;
}

} // namespace

Driver::Driver(Errand errand, const SandboxAnnouncement &announcement)
    : m_errand(std::move(errand))
    , m_user(announcement.users.front().name)
    , m_profile(announcement.profile)
    , m_client(std::make_unique<ReadClient>(
          m_clock, [] { return newNonce(); }, [] { return 0.5; }))
{
    m_profiles.setProfile(m_profile);
    m_profiles.setCredentials(m_profile.id, announcement.users.front().credentials);
}

Driver::~Driver()
{
    m_flows.clear();
    m_client->finishAll();
}

FlowServices Driver::services()
{
    return {*m_client, m_profiles, *m_journal, m_clock, [this] {
                SendLimits limits;
                limits.firstByte = m_errand.firstByte;
                limits.rest = m_errand.firstByte;
                limits.connect = std::min(limits.connect, m_errand.firstByte * 4);
                limits.handshake = limits.connect;
                return std::make_unique<OneShotSender>(
                    m_clock, [] { return newNonce(); }, limits);
            }};
}

void Driver::start()
{
    m_journal = std::make_unique<SqliteJournal>(m_errand.journalFolder, m_clock);
    tellJournal("found");
    QTimer::singleShot(m_errand.lasts, this, [this] { end(false); });
    if (m_errand.resumes)
        recover();
    else
        readRun();
}

// Side by side, as a review reads: the connections stay, and the second reading needs no new one.
void Driver::readRun()
{
    const auto target = m_profiles.targetFor({m_profile.id, m_profile.regions.front()});
    ListExecutionsRequest request;
    request.executionId = m_errand.execution;
    request.includeChildExecution = true;
    readAllExecutions(*m_client, *target, request, this,
                      [this](const Result<ListReading<Execution>> &result) {
                          if (result && !result->rows.empty())
                              m_run = result->rows.front();
                          decideWhenRead();
                      });
    for (const bool isWaiting : {false, true}) {
        ListTaskExecutionsRequest rows;
        rows.executionId = m_errand.execution;
        rows.status = isWaiting ? QStringLiteral("Waiting") : QString();
        readAllTaskExecutions(*m_client, *target, rows, this,
                              [this, isWaiting](const Result<ListReading<TaskExecution>> &result) {
                                  if (result && !isWaiting)
                                      m_rows = result->rows;
                                  decideWhenRead();
                              });
    }
}

void Driver::decideWhenRead()
{
    if (++m_read < 3)
        return;
    if (m_run && m_rows)
        decide(*m_rows);
    else
        end(false);
}

void Driver::decide(const std::vector<TaskExecution> &rows)
{
    DecisionRecord record;
    record.id = newDecisionId();
    record.where = {{m_profile.id, m_profile.regions.front()},
                    m_profile.alias,
                    m_profile.accountId,
                    m_user,
                    hostOf(m_profile.endpoint),
                    m_profile.environment,
                    ActorKind::User};
    record.act = m_errand.act;
    record.executionId = m_errand.execution;
    record.kind = WaitKind::Approval;
    record.note = m_errand.note;
    record.frozenAt = m_clock.now();
    const auto row = std::find_if(rows.begin(), rows.end(), [this](const TaskExecution &one) {
        return isWantedRow(m_errand.act, one);
    });
    if (row != rows.end()) {
        record.taskExecutionId = row->id;
        record.taskName = row->taskName;
        record.loopItem = row->loopItem;
    }
    if (record.act == Act::ExecuteTask) {
        record.nextTaskName = m_errand.task;
        record.parameters = QStringLiteral("{}");
    }
    if (record.act == Act::CompleteExecution)
        record.executionStatus = QStringLiteral("Success");
    record.fingerprint = fingerprintFor(record, *m_run, rows, std::nullopt);
    JsonWriter line;
    line.beginObject().member(u"event", QStringLiteral("decides"));
    line.member(u"id", QString::fromLatin1(record.id.hex)).endObject();
    say(line);
    begin(record);
}

void Driver::begin(const DecisionRecord &record)
{
    if (!m_errand.goFile.isEmpty() && !QFile::exists(m_errand.goFile)) {
        QTimer::singleShot(milliseconds(5), this, [this, record] { begin(record); });
        return;
    }
    if (!m_errand.armFile.isEmpty() && !QFile(m_errand.armFile).open(QIODevice::WriteOnly)) {
        end(false);
        return;
    }
    follow(nullptr, record);
}

void Driver::recover()
{
    for (const JournalEntry &entry : m_journal->unsettledEntries())
        follow(&entry, entry.record);
    endWhenSettled();
}

void Driver::follow(const JournalEntry *entry, const DecisionRecord &record)
{
    DecisionBasis basis;
    basis.requiredApprovals = 1;
    m_flows.push_back(std::make_unique<DecideFlow>(services(), basis, shortTimes(m_errand.window)));
    DecideFlow *flow = m_flows.back().get();
    connect(flow, &DecideFlow::changed, this, [this, flow, record] {
        tell(*flow, record);
        endWhenSettled();
    });
    if (entry)
        flow->resume(*entry);
    else
        flow->start(record);
}

void Driver::tell(const DecideFlow &flow, const DecisionRecord &record)
{
    const DecisionProgress &progress = flow.progress();
    JsonWriter line;
    line.beginObject().member(u"event", QStringLiteral("told"));
    line.member(u"id", QString::fromLatin1(record.id.hex));
    line.member(u"state", journalWord(progress.state));
    line.member(u"sentence", outcomeSentence(record, flow.basis(), progress)).endObject();
    QByteArray &last = m_told[record.id.hex];
    if (last != line.bytes())
        say(line);
    last = line.bytes();
}

void Driver::tellJournal(const char *event) const
{
    JsonWriter line;
    line.beginObject().member(u"event", QString::fromLatin1(event));
    const auto problem = m_journal->problem();
    const auto chain = m_journal->checkedChain();
    line.member(u"problem", problem ? int(problem->kind) : -1);
    line.member(u"chain", chain ? chain->finding + chain->reason : QString());
    line.name(u"entries").beginArray();
    for (const JournalEntry &entry : m_journal->entries()) {
        line.beginObject().member(u"id", QString::fromLatin1(entry.record.id.hex));
        line.member(u"execution", entry.record.executionId.text());
        line.member(u"note", entry.record.note);
        line.name(u"states").beginArray();
        for (const JournalStep &step : entry.steps)
            line.value(QStringView(journalWord(step.state)));
        line.endArray().endObject();
    }
    line.endArray().endObject();
    say(line);
}

bool Driver::isSettled() const
{
    return std::all_of(m_flows.begin(), m_flows.end(), [](const auto &flow) {
        const DecisionState state = flow->progress().state;
        return isTerminal(state) || state == DecisionState::Changed;
    });
}

void Driver::endWhenSettled()
{
    // Others may be taken up in the same turn of the event loop.
    QTimer::singleShot(0, this, [this] {
        if (isSettled())
            end(true);
    });
}

void Driver::end(bool isGood)
{
    if (std::exchange(m_hasEnded, true))
        return;
    tellJournal(isGood ? "settled" : "gaveUp");
    Q_EMIT ended(isGood ? 0 : 1);
}

} // namespace countersign
