// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/error.h"

#include <QDateTime>
#include <QObject>

#include <optional>
#include <vector>

namespace countersign {

//! One step in the life of a recorded decision.
struct JournalStep
{
    DecisionState state = DecisionState::IntentRecorded;
    QDateTime at;      //!< UTC
    QString code;      //!< the service's code, where the step has one
    QString requestId; //!< the service's request id, where the step has one
    friend bool operator==(const JournalStep &, const JournalStep &) = default;
};

//! A decision from its intent on. The record is never rewritten and the steps never get fewer.
struct JournalEntry
{
    DecisionRecord record;
    std::vector<JournalStep> steps; //!< at least one
    //! Accepted, and more approvals than this one are needed: it stands in nobody's way.
    bool waitsForOthers = false;
    DecisionState state() const { return steps.back().state; }
    //! Not yet at its end, so that no second decision for the same wait may begin.
    bool isOpen() const { return !waitsForOthers && !isTerminal(state()); }
};

//! Where decisions are written before they are sent. Every function is complete when it returns.
//! Main thread.
class DecisionJournal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Records the intent. Refused with LocalFault when the id is known, or when an open record
    //! stands for the same account, region, execution and task; a record without a task stands for
    //! the whole execution.
    [[nodiscard]] virtual std::optional<Error> append(const DecisionRecord &record,
                                                      const QDateTime &at) = 0;
    //! Moves the record on, provided that it stands at `from` and that the move is drawn in
    //! security.md 4.3. LocalFault, and nothing moved, else.
    [[nodiscard]] virtual std::optional<Error> transition(const DecisionId &id, DecisionState from,
                                                          const JournalStep &to) = 0;
    //! Accepted and more than one approval is required: the record blocks nothing from now on.
    [[nodiscard]] virtual std::optional<Error> markWaitsForOthers(const DecisionId &id) = 0;

    //! In the order of recording.
    virtual std::vector<JournalEntry> entries() const = 0;
    virtual std::optional<JournalEntry> entry(const DecisionId &id) const = 0;
    //! The open record that stands in the way of a decision for this task; an empty task asks for
    //! the whole execution.
    std::optional<JournalEntry> openFor(const QString &accountId, const RegionId &region,
                                        const ExecutionId &execution,
                                        const TaskExecutionId &task) const;
    //! True while a record of this account and region stands between intent and outcome.
    bool isSending(const QString &accountId, const RegionId &region) const;
    //! Notes recorded for the execution and task, to tell whether a new one would stand out.
    QStringList notesFor(const ExecutionId &execution, const TaskExecutionId &task) const;

Q_SIGNALS:
    //! A record was added or has moved.
    void changed();
};

} // namespace countersign
