// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"
#include "app/domain/waitrow.h"
#include "app/flows/earlierrun.h"
#include "app/flows/flowservices.h"
#include "app/flows/logread.h"
#include "app/flows/newerruns.h"
#include "app/templates/templateoutline.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! One read of a review: its last good value stays while it is read again or fails.
template <class T>
struct Reading
{
    std::optional<T> value;
    std::optional<Error> error; //!< of the last attempt; nothing when it was good or none ended yet
    QString requestId;          //!< of the value
    QDateTime at;               //!< UTC, of the value
    bool isPending = false;
    bool hasEnded() const { return value.has_value() || error.has_value(); }
};

//! Everything that was read about one wait.
struct ReviewFacts
{
    WaitRow row; //!< as in the inbox
    Reading<Execution> execution;
    Reading<std::vector<TaskExecution>> tasks;
    Reading<ExecutionTemplate> templateText;
    Reading<std::vector<RiskyTask>> riskyTasks;
    Reading<LogLines> log; //!< has a value from the first page on
    //! The run of this template before this one, for comparing; asked for when the rest is there.
    //! Neither asked for nor read where the run has no template name.
    Reading<EarlierRun> earlierRun;
    //! Runs that may have made this one out of date; asked for after the one before. Neither asked
    //! for nor read of child runs and where the run has no template name.
    Reading<NewerRuns> newerRuns;
    //! Rows of the child runs that were asked for.
    QHash<ExecutionId, Reading<std::vector<TaskExecution>>> children;
    //! From the top-level run down to a child run that is shown; nothing: not read, or no child.
    std::optional<WayDown> way;
    //! The execution was asked for and does not exist.
    bool isMissing = false;
    bool hasTemplateName = true; //!< false: there is no list of risky calls to ask for
    std::optional<TemplateOutline>
        outline;                     //!< nothing when the text does not parse or was not read
    TemplateProblem templateProblem; //!< meaningful when the text was read and there is no outline
    bool isBrokenJson = false;
    //! The service's clock minus ours, from the last reply that told.
    std::optional<std::chrono::seconds> clockSkew;

    //! The waits of the run, from what was read.
    std::vector<Wait> waits() const;
    //! The task row this review is about: the inbox row's, or the only waiting one.
    const TaskExecution *boundRow() const;
    //! The way down to this run: the inbox row's, else what was read; empty where none is known.
    WayDown wayDown() const;
    //! Ids of the rows that wait.
    std::vector<TaskExecutionId> waitingRows() const;
};

class DecideFlow;

//! Read R1 of one wait: four reads side by side, and the log, whose pages wait for them. When they
//! have ended the run before this one and newer ones are looked for too. While a wait is shown its
//! run, tasks, child runs that were asked for and log are read again now and then. When the profile
//! names another endpoint or account, what was read is forgotten and read there. Owned by the
//! view-model; main thread.
class ReviewFlow : public QObject
{
    Q_OBJECT

public:
    explicit ReviewFlow(const FlowServices &services, QObject *parent = nullptr);
    ~ReviewFlow() override;

    //! Forgets what was shown and reads this one; nothing: stops. The row that is shown already is
    //! not read again.
    void show(const std::optional<WaitRow> &row);
    //! Reads everything again; what is there stays until the answer comes.
    void refresh();
    //! Reads the run and its rows now, unless they are being read or the service asks for patience;
    //! to follow what moves quickly.
    void readStates();
    //! Reads the tasks of a child run, or reads them again; nothing happens while they are read.
    void readChild(const ExecutionId &child);

    //! Null when nothing is shown.
    const ReviewFacts *facts() const;
    //! What a decision may rest on, and the log, is on its way.
    bool isReading() const;
    const FlowServices &services() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
