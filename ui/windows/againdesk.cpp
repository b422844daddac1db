// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/againdesk.h"

#include "app/domain/note.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "app/viewmodels/unknownwords.h"
#include "ui/windows/decisiondesk.h"

#include <algorithm>
#include <utility>

namespace countersign {

namespace {

//! What is shown names a task, and the decision was about another one.
bool isOfAnotherTask(const WaitRowId &row, const DecisionRecord &record)
{
    return !row.taskExecutionId.isEmpty() && !record.taskExecutionId.isEmpty() &&
           row.taskExecutionId != record.taskExecutionId;
}

} // namespace

AgainDesk::AgainDesk(ReviewViewModel &review, DecisionsViewModel &decisions, DecisionDesk &desk,
                     QObject *parent)
    : QObject(parent)
    , m_review(review)
    , m_decisions(decisions)
    , m_desk(desk)
{
    connect(&review, &ReviewViewModel::changed, this, &AgainDesk::tryOpening);
}

const DecisionViewModel *AgainDesk::find(const DecisionId &decision) const
{
    const std::vector<DecisionViewModel *> all = m_decisions.all();
    const auto found = std::find_if(all.begin(), all.end(), [&decision](const auto *one) {
        return one->record().id == decision;
    });
    return found == all.end() ? nullptr : *found;
}

QString AgainDesk::obstacleTo(const DecisionId &decision) const
{
    if (m_desk.isOpen())
        return tr("Nothing was sent. Another decision is open: finish or leave it first.");
    const DecisionViewModel *found = find(decision);
    if (found == nullptr || !mayDecideAgain(*found, m_decisions.entryOf(*found)))
        return tr("Nothing was sent. It cannot be decided again now: something has moved, it was "
                  "decided again already, or its state could not be read for long enough.");
    return {};
}

void AgainDesk::begin(const DecisionRecord &record)
{
    m_record.reset();
    m_review.refresh();
    m_record = record;
    // Where there is nothing to read, nothing changes either.
    QMetaObject::invokeMethod(this, &AgainDesk::tryOpening, Qt::QueuedConnection);
}

QString AgainDesk::obstacleInReview(const DecisionRecord &record) const
{
    const auto row = m_review.rowId();
    if (!row || row->place != record.where.place || row->executionId != record.executionId ||
        isOfAnotherTask(*row, record))
        return tr("Nothing was sent. Another run or task is shown by now.");
    if (m_review.state() == ReviewViewModel::State::Failed) {
        const auto error = m_review.error();
        //: %1 is a sentence
        return tr("Nothing was sent. The run could not be read: %1")
            .arg(error ? errorText(*error) : QString());
    }
    QString reason = m_review.overText();
    // Of several failed tasks the person chooses in the dialog; a vote is about the task shown.
    const bool isVote = record.act == Act::Approve || record.act == Act::Reject;
    if (reason.isEmpty() && isVote && !record.taskExecutionId.isEmpty() &&
        m_review.taskExecutionId() != record.taskExecutionId)
        return tr("Nothing was sent. The task that was decided about does not wait any more.");
    const Capability capability = m_review.capabilityAgain(record.act);
    if (reason.isEmpty() && capability.isEnabled)
        return {};
    if (reason.isEmpty())
        reason = capability.reason;
    if (reason.isEmpty())
        return tr("Nothing was sent. The wait does not take this act any more.");
    //: %1 is a sentence
    return tr("Nothing was sent. %1").arg(reason);
}

void AgainDesk::tryOpening()
{
    if (!m_record || m_review.isReading() || m_review.state() == ReviewViewModel::State::Loading)
        return;
    const DecisionRecord record = *std::exchange(m_record, std::nullopt);
    QString words = obstacleTo(record.id);
    if (words.isEmpty())
        words = obstacleInReview(record);
    DecisionStart start;
    start.note = withoutTag(record.note, record.id.shortForm());
    start.predecessor = record.id;
    start.isOverride = true;
    if (words.isEmpty() && m_desk.open(record.act, start) == nullptr)
        words = tr("Nothing was sent. The wait does not take this act any more.");
    if (!words.isEmpty())
        Q_EMIT refused(words);
}

} // namespace countersign
