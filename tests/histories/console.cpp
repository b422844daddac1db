// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/histories/console.h"

#include "app/api/pagereader.h"
#include "app/domain/decisionfacts.h"
#include "app/domain/note.h"
#include "app/viewmodels/outcomewords.h"

#include <QCryptographicHash>

#include <algorithm>

namespace countersign {

namespace {

bool isForFailure(Act act)
{
    return act == Act::RetryTask || act == Act::SkipTask;
}

std::size_t pickOf(int pick, std::size_t count)
{
    return count == 0 ? 0 : static_cast<std::size_t>(pick) % count;
}

//! States that are written down when they are told.
bool isDurable(DecisionState state)
{
    return state != DecisionState::Drafted && state != DecisionState::Verified &&
           state != DecisionState::Changed && state != DecisionState::Sent;
}

} // namespace

//! What a review has read so far.
struct Console::Reading
{
    Step step;
    std::optional<Execution> execution;
    std::optional<std::vector<TaskExecution>> rows;
    bool isComplete() const { return execution && rows; }
};

Console::Console(const ConsoleParts &parts, const QString &journalFolder, const Profile &profile,
                 std::shared_ptr<const Credentials> credentials)
    : m_parts(parts)
    , m_profile(profile)
    , m_journal(parts.openJournal(journalFolder, parts.clock))
{
    m_profiles.setProfile(profile);
    m_profiles.setCredentials(profile.id, std::move(credentials));
    setIdentity(profile.accountId);
    const auto nonce = [this] {
        QByteArray made = "read-" + QByteArray::number(++m_nonces);
        made += '-' + QByteArray::number(quint64(m_parts.random()), 16);
        return made;
    };
    m_client = std::make_unique<ReadClient>(
        parts.clock, nonce, [] { return 0.5; }, ReadLimits(),
        [&network = parts.network](const QUrl &url) { return network.newManager(url); });
    connect(m_journal.get(), &DecisionJournal::changed, this, [this] { checkOpenOnes(); });
}

Console::~Console() = default;

FlowServices Console::services(const DecisionId &id)
{
    const auto newSender = [this, id] {
        const auto nonce = [this, id] {
            QByteArray made = id.hex.left(16) + '-' + QByteArray::number(++m_nonces);
            made += '-' + QByteArray::number(quint64(m_parts.random()), 16);
            m_parts.transcript.decisionOfNonce.insert(QString::fromLatin1(made), id.hex);
            return made;
        };
        return std::make_unique<OneShotSender>(
            m_parts.clock, nonce, SendLimits(),
            [&network = m_parts.network](const QUrl &url) { return network.newManager(url); });
    };
    return {*m_client, m_profiles, *m_journal, m_parts.clock, newSender};
}

std::unique_ptr<DecideFlow> Console::newFlow(const DecisionId &id, const DecisionBasis &basis)
{
    return std::make_unique<DecideFlow>(services(id), basis, m_parts.times);
}

DecisionId Console::newId()
{
    QByteArray hex;
    for (int i = 0; i < 2; ++i)
        hex += QByteArray::number(quint64(m_parts.random()), 16).rightJustified(16, '0');
    return {hex};
}

void Console::recover()
{
    for (const JournalEntry &entry : m_journal->unsettledEntries()) {
        const DecisionRecord record = entry.record;
        DecisionBasis basis;
        basis.requiredApprovals = entry.intent.requiredApprovals;
        auto flow = newFlow(record.id, basis);
        connect(flow.get(), &DecideFlow::changed, this,
                [this, flow = flow.get(), record] { tell(*flow, record, true); });
        flow->resume(entry);
        m_resumed.push_back(std::move(flow));
    }
}

void Console::open(int index, const ExecutionId &execution, const Step &step)
{
    Window &window = m_windows[index];
    if (window.flow && !isTerminal(window.flow->progress().state)) {
        // The review may be left while its decision is watched; the decision stays.
        const DecisionState state = window.flow->progress().state;
        if (state != DecisionState::Ambiguous && state != DecisionState::Accepted &&
            state != DecisionState::RefusedCodeUnknown)
            return;
    }
    if (window.flow)
        m_former.push_back(std::move(window.flow));
    window.record.reset();
    const auto target = m_profiles.targetFor({m_profile.id, m_profile.regions.front()});
    auto reading = std::make_shared<Reading>();
    reading->step = step;
    ListExecutionsRequest runs;
    runs.executionId = execution;
    runs.includeChildExecution = true;
    readAllExecutions(*m_client, *target, runs, this,
                      [this, reading, index, execution](const auto &result) {
                          if (!result)
                              return;
                          for (const Execution &run : result->rows) {
                              if (run.id == execution)
                                  reading->execution = run;
                          }
                          if (reading->isComplete())
                              freeze(index, *reading);
                      });
    ListTaskExecutionsRequest rows;
    rows.executionId = execution;
    readAllTaskExecutions(*m_client, *target, rows, this,
                          [this, reading, index](const auto &result) {
                              if (!result)
                                  return;
                              reading->rows = result->rows;
                              if (reading->isComplete())
                                  freeze(index, *reading);
                          });
}

QString Console::noteFor(const DecisionRecord &record, int pick) const
{
    const QString tag = noteTag(record.id.shortForm());
    switch (pick % 3) {
    case 0:
        return tag.trimmed();
    case 1:
        return QStringLiteral("ok") + tag;
    default:
        return {};
    }
}

//! False: there is nothing that this act could be about.
bool Console::choose(DecisionRecord &record, const Reading &reading) const
{
    const int pick = reading.step.pick;
    const RunStatus wanted = isForFailure(record.act) ? RunStatus::Failed : RunStatus::Waiting;
    std::vector<TaskExecution> rows;
    for (const TaskExecution &row : *reading.rows) {
        const bool isLoop = row.loop.json && isForFailure(record.act) && row.loopItem.isEmpty();
        if (row.status == wanted && !isLoop)
            rows.push_back(row);
    }
    if (record.act == Act::ExecuteTask) {
        static const QStringList steps{QStringLiteral("first"), QStringLiteral("second"),
                                       QStringLiteral("wait")};
        record.nextTaskName = steps[qsizetype(pickOf(pick, 3))];
        record.parameters = QStringLiteral("{}");
        return true;
    }
    if (record.act == Act::CompleteExecution)
        record.executionStatus = pick % 2 ? QStringLiteral("Failed") : QStringLiteral("Success");
    const bool isForRow =
        record.act == Act::Approve || record.act == Act::Reject || isForFailure(record.act);
    if (!isForRow)
        return true;
    if (rows.empty())
        return false;
    if (isForFailure(record.act) && rows.size() > 1 && pick % 3 == 2) {
        for (const TaskExecution &row : rows)
            record.taskExecutionIds.push_back(row.id);
        record.taskName = rows.front().taskName;
        return true;
    }
    const TaskExecution &row = rows[pickOf(pick, rows.size())];
    record.taskExecutionId = row.id;
    record.taskName = row.taskName;
    record.loopItem = row.loopItem;
    return true;
}

void Console::freeze(int index, const Reading &reading)
{
    Window &window = m_windows[index];
    DecisionRecord record;
    record.id = newId();
    record.where = {{m_profile.id, m_profile.regions.front()},
                    m_profile.alias,
                    m_profile.accountId,
                    QStringLiteral("li.wei"),
                    hostOf(m_profile.endpoint),
                    {},
                    ActorKind::User};
    record.act = reading.step.act;
    record.executionId = reading.execution->id;
    record.kind = WaitKind::Approval;
    if (!choose(record, reading))
        return;
    if (record.act != Act::CancelExecution)
        record.note = noteFor(record, reading.step.pick);
    record.frozenAt = m_parts.clock.now();
    record.drawnSha256 =
        QCryptographicHash::hash(record.id.hex, QCryptographicHash::Sha256).toHex();
    record.fingerprint = fingerprintFor(record, *reading.execution, *reading.rows, std::nullopt);
    window.basis = {};
    window.basis.requiredApprovals = 1;
    for (const TaskExecution &row : *reading.rows) {
        if (row.id == record.taskExecutionId && row.hasAction(u"ACS::Approve"))
            window.basis.requiredApprovals = approvalTerms(row).requiredApprovals.value_or(1);
    }
    window.basis.execution = reading.execution;
    window.basis.rows = reading.rows;
    window.record = record;
    const auto credentials = m_profiles.targetFor(record.where.place)->credentials();
    window.keyId = credentials ? credentials->accessKeyId : QString();
    window.openedAt = m_parts.time.elapsed();
}

void Console::start(Window &window, int index)
{
    const DecisionRecord record = *window.record;
    m_parts.transcript.confirmed.push_back(
        {record, window.openedAt, m_parts.time.elapsed(), window.keyId, index});
    window.flow = newFlow(record.id, window.basis);
    connect(window.flow.get(), &DecideFlow::changed, this,
            [this, flow = window.flow.get(), record] { tell(*flow, record, false); });
    window.flow->start(record);
}

void Console::confirm(int index)
{
    Window &window = m_windows[index];
    if (!window.record)
        return;
    if (window.flow)
        window.flow->start(*window.record); // pressed again
    else
        start(window, index);
}

// The same decision once more, as a new one that points to the old one.
void Console::override(int index)
{
    Window &window = m_windows[index];
    if (!window.flow)
        return;
    const QDateTime from = window.flow->progress().mayOverrideFrom;
    if (!from.isValid() || from > m_parts.clock.now())
        return;
    DecisionRecord again = *window.record;
    again.predecessor = again.id;
    again.id = newId();
    if (!again.note.isEmpty())
        again.note = noteFor(again, 0);
    again.frozenSha256.clear();
    m_former.push_back(std::move(window.flow));
    window.record = again;
    start(window, index);
}

std::vector<DecideFlow *> Console::flows() const
{
    std::vector<DecideFlow *> all;
    for (const auto &[index, window] : m_windows) {
        if (window.flow)
            all.push_back(window.flow.get());
    }
    for (const auto &flow : m_former)
        all.push_back(flow.get());
    for (const auto &flow : m_resumed)
        all.push_back(flow.get());
    return all;
}

void Console::lookForEffects()
{
    for (DecideFlow *flow : flows())
        flow->checkNow();
}

void Console::onWokenUp()
{
    m_client->forgetConnections();
    for (DecideFlow *flow : flows())
        flow->noteWake();
}

void Console::onNetworkChanged()
{
    m_client->forgetConnections();
    lookForEffects();
}

void Console::closeUnresolved()
{
    for (const JournalEntry &entry : m_journal->unsettledEntries()) {
        if (!entry.isUnresolved())
            continue;
        if (const auto error = m_journal->close(entry.record.id, QStringLiteral("looked it up")))
            m_parts.transcript.violations.push_back(
                {QStringLiteral("I9"),
                 QStringLiteral("an unresolved one cannot be closed: ") + error->detail});
    }
}

void Console::setCredentials(std::shared_ptr<const Credentials> credentials)
{
    m_profiles.setCredentials(m_profile.id, std::move(credentials));
}

void Console::setIdentity(const QString &accountId)
{
    CallerIdentity identity;
    identity.accountId = accountId;
    identity.userId = QStringLiteral("200000000000000101");
    identity.identityType = QStringLiteral("RAMUser");
    identity.arn = QStringLiteral("acs:ram::%1:user/li.wei").arg(accountId);
    if (!m_profiles.setIdentity(m_profile.id, identity))
        m_profiles.setCredentials(m_profile.id, nullptr);
}

bool Console::isQuiet() const
{
    const std::vector<DecideFlow *> all = flows();
    return std::all_of(all.begin(), all.end(), [](const DecideFlow *flow) {
        const DecisionProgress &progress = flow->progress();
        return !progress.isStarted || isTerminal(progress.state) ||
               progress.state == DecisionState::Changed ||
               (progress.state == DecisionState::Accepted && progress.waitsForOthers);
    });
}

std::vector<QByteArray> Console::lookedAfter() const
{
    std::vector<QByteArray> ids;
    for (const DecideFlow *flow : flows())
        ids.push_back(flow->record().id.hex);
    return ids;
}

void Console::tell(const DecideFlow &flow, const DecisionRecord &record, bool isResumed)
{
    const DecisionProgress &progress = flow.progress();
    if (!progress.isStarted)
        return;
    Transcript &transcript = m_parts.transcript;
    const QString sentence = outcomeSentence(record, flow.basis(), progress);
    for (auto told = transcript.told.rbegin(); told != transcript.told.rend(); ++told) {
        if (told->id != record.id.hex)
            continue;
        if (told->state == progress.state && told->sentence == sentence &&
            told->isByResumed == isResumed)
            return;
        break;
    }
    Told told{m_parts.time.elapsed(),
              m_parts.serviceNow(),
              record.id.hex,
              progress.state,
              progress.waitsForOthers,
              sentence,
              isResumed};
    if (m_parts.mistell)
        m_parts.mistell(told);
    transcript.told.push_back(told);
    checkAgainstJournal(record, progress);
}

// The outcome is committed before the interface changes (security.md 4.5).
void Console::checkAgainstJournal(const DecisionRecord &record, const DecisionProgress &progress)
{
    if (!isDurable(progress.state))
        return;
    const auto entry = m_journal->entry(record.id);
    const bool isNeverRecorded = progress.state == DecisionState::NotSent && !entry;
    if (isNeverRecorded || (entry && entry->state() == progress.state))
        return;
    m_parts.transcript.violations.push_back(
        {QStringLiteral("words"), QStringLiteral("state %1 was told and %2 is written down")
                                      .arg(int(progress.state))
                                      .arg(entry ? int(entry->state()) : -1)});
}

// I8, whenever something was written.
void Console::checkOpenOnes()
{
    std::vector<JournalEntry> open;
    for (const JournalEntry &entry : m_journal->unsettledEntries()) {
        if (entry.isOpen())
            open.push_back(entry);
    }
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (std::size_t j = i + 1; j < open.size(); ++j) {
            const DecisionRecord &a = open[i].record;
            const DecisionRecord &b = open[j].record;
            const bool isSameRow = a.taskExecutionId == b.taskExecutionId ||
                                   a.taskExecutionId.isEmpty() || b.taskExecutionId.isEmpty();
            if (a.executionId == b.executionId && isSameRow)
                m_parts.transcript.violations.push_back(
                    {QStringLiteral("I8"), QStringLiteral("two records are open: %1 and %2")
                                               .arg(a.id.shortForm(), b.id.shortForm())});
        }
    }
}

} // namespace countersign
