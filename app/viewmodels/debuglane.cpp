// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/debuglane.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/nexttask.h"
#include "app/viewmodels/riskytask.h"

#include <QCoreApplication>

#include <array>

namespace countersign {

using std::chrono::milliseconds;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DebugLane)
};

//! Pauses between the reads after a step. Most tasks end within the first; after the last one the
//! review's own pace is quick enough.
constexpr std::array<int, 14> pauses = {20,  40,  60,    100,   150,   250,   400,
                                        700, 700, 1'000, 1'000, 2'000, 2'000, 2'000};
constexpr int longestName = 60;

//! "name(id)" or a bare id, as ExecutedBy has it.
bool isStartedBy(const QString &executedBy, const ReviewStanding &standing, const QString &userId)
{
    const qsizetype open = executedBy.lastIndexOf(QLatin1Char('('));
    const bool hasBoth = open >= 0 && executedBy.endsWith(QLatin1Char(')'));
    const QString id = hasBoth ? executedBy.mid(open + 1).chopped(1) : executedBy;
    if (!userId.isEmpty() && id == userId)
        return true;
    return hasBoth && userId.isEmpty() && standing.isActorKnown &&
           executedBy.left(open) == standing.actor;
}

QString noProposalReason(const NextTask &next)
{
    const QString after = safeLine(next.after, longestName);
    switch (next.basis) {
    case NextTask::Basis::End:
        return Words::tr("The template ends after “%1”: end the execution, or run another task.")
            .arg(after);
    case NextTask::Basis::AfterFailure:
        return Words::tr("Task “%1” has failed: choose what is to run, or end the execution.")
            .arg(after);
    default:
        return Words::tr("Which task comes next cannot be told: choose it.");
    }
}

QString dialogReason(const ReviewFacts &facts, const NextTask &next)
{
    const QString name = safeLine(next.name, longestName);
    if (next.hasRun)
        return Words::tr("Task “%1” has run before: what it gave out is shown first.").arg(name);
    if (next.basis == NextTask::Basis::ChoiceGuess)
        return Words::tr("Which way “%1” went could not be read: choose the task.")
            .arg(safeLine(next.after, longestName));
    if (isRiskyTask(facts, next.name, nullptr))
        return Words::tr("Task “%1” makes a high-risk call: it is run by a dialog only.").arg(name);
    if (cannotJudge(facts, next.name))
        return Words::tr("What task “%1” calls cannot be told: it is run by a dialog only.")
            .arg(name);
    const auto passed =
        approvalsPassedOver(*facts.outline, *facts.tasks.value, next.name, next.name);
    if (!passed.empty())
        return Words::tr("Task “%1” would leave an approval behind: it is run by a dialog only.")
            .arg(name);
    return {};
}

} // namespace

LaneOffer laneOffer(const ReviewFacts &facts, const ReviewStanding &standing, const QString &userId,
                    const Environment &environment, const std::optional<QString> &obstacle)
{
    LaneOffer offer;
    const auto &run = facts.execution.value;
    if (!run || run->mode != RunMode::Debug || isFinal(run->status) || environment.isProduction ||
        waitOf(facts).kind != WaitKind::DebugStep ||
        !isStartedBy(run->executedBy, standing, userId))
        return offer;
    offer.isHere = true;
    if (!facts.outline || !facts.tasks.value) {
        offer.reason = obstacle.value_or(
            Words::tr("The template does not parse: which task comes next cannot be told."));
        return offer;
    }
    const NextTask next = nextTask(*facts.outline, *facts.tasks.value);
    offer.task = next.name;
    if (obstacle)
        offer.reason = *obstacle;
    else if (next.name.isEmpty())
        offer.reason = noProposalReason(next);
    else
        offer.reason = dialogReason(facts, next);
    offer.canStep = offer.reason.isEmpty();
    return offer;
}

DecideTimes stepTimes()
{
    DecideTimes times;
    times.checks.insert(times.checks.begin(),
                        {milliseconds(30), milliseconds(80), milliseconds(150)});
    return times;
}

DebugLane::DebugLane(Host host, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
{
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, [this] {
        m_host.read();
        planRead();
    });
}

DebugLane::~DebugLane() = default;

LaneOffer DebugLane::offer() const
{
    LaneOffer offer = m_host.offer();
    if (m_isStepping) {
        offer.isHere = true;
        offer.canStep = false;
        offer.reason = Words::tr("Task “%1” is being run.").arg(safeLine(m_running, longestName));
    }
    return offer;
}

QString DebugLane::buttonText() const
{
    const LaneOffer shown = offer();
    if (m_isStepping)
        return Words::tr("Running “%1”…").arg(safeLine(m_running, longestName));
    if (!shown.canStep)
        return Words::tr("Run task…");
    //: %1 is a task, F10 is the key
    return Words::tr("Run task “%1” (F10)").arg(safeLine(shown.task, longestName));
}

QString DebugLane::words() const
{
    return offer().reason;
}

std::unique_ptr<DecisionViewModel> DebugLane::step()
{
    const LaneOffer shown = offer();
    if (!shown.canStep)
        return nullptr;
    std::unique_ptr<DecisionViewModel> decision = m_host.begin();
    // The record is what is run: nothing else than what stood on the button.
    if (!decision || decision->record().nextTaskName != shown.task || !decision->canConfirm())
        return nullptr;
    begin(*decision);
    decision->confirm();
    return decision;
}

void DebugLane::begin(DecisionViewModel &decision)
{
    const ReviewFacts *facts = m_host.facts();
    m_isStepping = true;
    m_running = decision.record().nextTaskName;
    m_decision = &decision;
    m_settledAt = {};
    m_reads = 0;
    m_rowsBefore = facts != nullptr && facts->tasks.value ? facts->tasks.value->size() : 0;
    connect(&decision, &DecisionViewModel::progressChanged, this, &DebugLane::onDecision);
    Q_EMIT changed();
}

void DebugLane::follow(DecisionViewModel &decision)
{
    connect(&decision, &DecisionViewModel::progressChanged, this, [this, &decision] {
        const bool isSent = decision.stage() != DecisionViewModel::Stage::Composing;
        if (isSent && m_followed != decision.record().id) {
            m_followed = decision.record().id;
            begin(decision);
        }
    });
}

void DebugLane::onDecision()
{
    if (!m_isStepping || !m_decision)
        return;
    const DecisionState state = m_decision->decisionState();
    const bool isOnItsWay =
        state == DecisionState::Accepted || state == DecisionState::ReconciledApplied;
    if (isOnItsWay && !m_reading.isActive() && m_reads == 0)
        planRead();
    if (m_decision->stage() == DecisionViewModel::Stage::Settled && !m_settledAt.isValid())
        m_settledAt = m_host.now();
    if (m_decision->stage() == DecisionViewModel::Stage::Settled && !isOnItsWay)
        end();
    else
        update();
}

void DebugLane::planRead()
{
    if (m_isStepping && m_reads < pauses.size())
        m_reading.start(milliseconds(pauses[m_reads++]));
}

//! The decision has its last word and the run waits again, or has ended, by a later reading.
bool DebugLane::isOver() const
{
    const ReviewFacts *facts = m_host.facts();
    if (facts == nullptr || !m_decision)
        return true;
    if (!m_settledAt.isValid() || !facts->execution.value || !facts->tasks.value ||
        facts->execution.at < m_settledAt || facts->tasks.at < m_settledAt ||
        facts->execution.isPending || facts->tasks.isPending)
        return false;
    const RunStatus status = facts->execution.value->status;
    if (isFinal(status))
        return true;
    // A reading that was begun before the step had its effect shows the run as it was.
    const bool hasGrown = facts->tasks.value->size() > m_rowsBefore;
    return status == RunStatus::Waiting && (hasGrown || m_reads == pauses.size());
}

void DebugLane::update()
{
    if (m_isStepping && isOver())
        end();
}

void DebugLane::leave()
{
    if (m_isStepping)
        end();
}

void DebugLane::end()
{
    m_isStepping = false;
    m_running.clear();
    m_decision.clear();
    m_reading.stop();
    Q_EMIT changed();
}

} // namespace countersign
