// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/bulkflow.h"

#include "app/flows/renewalrule.h"

namespace countersign {

namespace {

using Stop = DecisionProgress::Stop;

BulkVerdict ofRefusal(const DecisionProgress &progress)
{
    const bool isOwn = !progress.error || isOfOneObject(progress.error->kind);
    return isOwn ? BulkVerdict::GoesOn : BulkVerdict::Stops;
}

BulkVerdict ofNotSent(const DecisionProgress &progress)
{
    if (progress.stop == Stop::AlreadyOpen)
        return BulkVerdict::GoesOn;
    const bool isOwn =
        progress.stop == Stop::Read && progress.error && isOfOneObject(progress.error->kind);
    return isOwn ? BulkVerdict::GoesOn : BulkVerdict::Stops;
}

//! A code that is not listed is settled by reading; where that cannot be read, it stays unclear.
BulkVerdict ofUnknownCode(const DecisionProgress &progress)
{
    if (progress.checkError || ofRefusal(progress) == BulkVerdict::Stops)
        return BulkVerdict::Stops;
    return BulkVerdict::Open;
}

} // namespace

BulkVerdict bulkVerdict(const DecisionProgress &progress)
{
    switch (progress.state) {
    case DecisionState::Drafted:
    case DecisionState::Verified:
    case DecisionState::IntentRecorded:
    case DecisionState::Sending:
    case DecisionState::Sent:
        return BulkVerdict::Open;
    case DecisionState::Changed:
    case DecisionState::Accepted:
    case DecisionState::ReconciledApplied:
    case DecisionState::ReconciledOtherActor:
    case DecisionState::ReconciledNotApplied:
        return BulkVerdict::GoesOn;
    case DecisionState::NotSent:
        return ofNotSent(progress);
    case DecisionState::Refused:
        return ofRefusal(progress);
    case DecisionState::RefusedCodeUnknown:
        return ofUnknownCode(progress);
    case DecisionState::Ambiguous:
    case DecisionState::Unresolved:
        return BulkVerdict::Stops;
    }
    return BulkVerdict::Stops;
}

bool isForWantOfKeys(const DecisionProgress &progress)
{
    if (progress.state == DecisionState::NotSent)
        return progress.stop == Stop::Expired || progress.stop == Stop::Locked;
    Error refusal;
    refusal.code = progress.report.code;
    return progress.state == DecisionState::Refused && isEndOfKeys(refusal);
}

BulkFlow::BulkFlow(std::size_t items, Begin begin, QObject *parent)
    : QObject(parent)
    , m_items(items)
    , m_begin(std::move(begin))
{
    m_judging.setSingleShot(true);
    m_judging.setInterval(0);
    connect(&m_judging, &QTimer::timeout, this, &BulkFlow::judge);
}

void BulkFlow::start()
{
    if (m_state == State::Ready)
        beginNext();
}

void BulkFlow::goOn()
{
    if (m_state == State::Stopped)
        beginNext();
}

void BulkFlow::stop()
{
    if (m_state == State::Running)
        moveTo(State::Stopping);
}

void BulkFlow::beginNext()
{
    while (m_next < m_items) {
        m_begun = m_next;
        m_current = m_begin(m_next);
        ++m_next;
        if (!m_current)
            continue;
        connect(m_current, &DecideFlow::changed, &m_judging, qOverload<>(&QTimer::start));
        moveTo(State::Running);
        m_judging.start();
        return;
    }
    moveTo(State::Done);
}

void BulkFlow::judge()
{
    const bool isOnItsWay = m_state == State::Running || m_state == State::Stopping;
    if (!isOnItsWay)
        return;
    // A flow that is gone took its outcome with it.
    const BulkVerdict verdict = m_current ? bulkVerdict(m_current->progress()) : BulkVerdict::Stops;
    if (verdict == BulkVerdict::Open)
        return;
    if (verdict == BulkVerdict::Stops && m_current && isForWantOfKeys(m_current->progress()))
        m_next = m_begun;
    if (m_current)
        m_current->disconnect(&m_judging);
    m_current = nullptr;
    if (verdict == BulkVerdict::Stops && remaining() > 0)
        moveTo(State::Stopped, Stop::ByOutcome);
    else if (m_state == State::Stopping && remaining() > 0)
        moveTo(State::Stopped, Stop::ByPerson);
    else
        beginNext();
}

void BulkFlow::moveTo(State state, Stop stop)
{
    m_state = state;
    m_stop = stop;
    Q_EMIT changed();
}

} // namespace countersign
