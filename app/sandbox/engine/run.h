// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/engine/evaluation.h"
#include "app/sandbox/engine/services.h"
#include "app/sandbox/engine/surroundings.h"
#include "app/sandbox/engine/taskrun.h"

#include <QSet>

#include <map>

namespace countersign::sandbox {

class LoopRun;

//! One execution under way: which task comes next, what waits, how it ends. Keeps the record's
//! states, dates, counters and log.
class Run : public QObject
{
    Q_OBJECT

public:
    Run(const Services &services, ExecutionRecord &record,
        std::shared_ptr<const TemplateProgram> program, std::shared_ptr<const Members> parameters,
        QObject *parent, Surroundings surroundings = {});
    ~Run() override;

    void begin();
    //! Takes over a record that waits at its last row, an approval of this task.
    void adopt(int taskIndex);
    std::optional<Refusal> notify(const NotifyRequest &request);
    void cancel(const QString &message);
    //! Only its outputs are still to be written.
    bool isOver() const { return m_isOver; }
    std::optional<Refusal> trigger(const QString &type, const Json &message);

    // For step runs.
    bool isDebug() const { return m_record.fields.mode == RunMode::Debug; }
    bool pausesAtFailures() const { return m_record.fields.mode == RunMode::FailurePause; }
    const Services &services() const { return m_services; }
    ExecutionRecord &record() { return m_record; }
    Scope scope() const;
    //! The time of what happens in this run. A run whose start was dated back lives in that past
    //! until somebody decides, so that it has waited since then.
    QDateTime now() const { return m_services.clock->now().addSecs(-m_secondsBehind); }
    EmbeddedJson counters() const;
    int addRow(const TaskStep &step);
    void setRowState(TaskExecution &row, RunStatus status);
    void log(const TaskExecutionId &task, const QString &message);
    void logOnce(const TaskExecutionId &task, const QString &message);
    //! In whose name this row calls.
    CallPlace callPlace(const TaskExecution &row) const;
    //! The site of the call that this row makes now; counts it.
    CallSite callSite(const TaskExecution &row, const QString &service, const QString &api);
    //! Starts a nested execution for the step's row and writes it there.
    ChildOutcome startChild(StepRun &step, ChildRequest request);
    //! A nested execution has come further in time than this one, whose start was dated back.
    void catchUp(const Run &child);
    const Surroundings &surroundings() const { return m_surroundings; }
    //! Keeps the note in ExtraData.NotifyNote and dates the row.
    void noteDecision(TaskExecution &row, const NotifyRequest &request);

Q_SIGNALS:
    void finished(const QString &executionId);

private:
    void startTask(int index, const Json &overlay = {});
    std::unique_ptr<StepRun> makeStep(int index, const Json &overlay);
    void watch(StepRun &step);
    void stepEnded(StepRun *step);
    void stepPaused(StepRun *step);
    void followStep(StepRun *step);
    void goOn(const TaskStep &step, const QString &target);
    void leaveTask();
    void end(RunStatus status);
    void writeOutputs();
    void setStatus(RunStatus status);
    void refreshState();
    std::optional<Refusal> notifyDebug(const NotifyRequest &request);
    std::optional<Refusal> executeTask(const NotifyRequest &request);
    std::optional<Refusal> cancelTask(const NotifyRequest &request);
    std::optional<Refusal> completeExecution(const NotifyRequest &request);
    std::optional<Refusal> executeLoopItem(int index, const NotifyRequest &request,
                                           const Json &overlay);
    std::optional<Refusal> notifyDecision(const NotifyRequest &request);
    std::optional<Refusal> notifyFailure(const NotifyRequest &request);
    std::optional<Refusal> wrongType(const NotifyRequest &request) const;

    const Services &m_services;
    ExecutionRecord &m_record;
    std::shared_ptr<const TemplateProgram> m_program;
    std::shared_ptr<const Members> m_parameters;
    qint64 m_secondsBehind = 0; //!< how far a dated-back start lies behind the clock
    QHash<QString, TaskResult> m_results;
    std::unique_ptr<StepRun> m_current;
    //! Debug mode: loops that have ended, for running single items again.
    std::map<QString, std::unique_ptr<LoopRun>> m_loops;
    Surroundings m_surroundings;
    QHash<QString, int> m_children; //!< nested executions started so far, by row
    QSet<QString> m_saidOnce;
    JqMemo m_memo;
    QString m_failure; //!< of the first failed critical task
    bool m_hasFailed = false;
    RunStatus m_endStatus = RunStatus::Unknown; //!< once it is over
    bool m_isOver = false;
    int m_starts = 0;
};

} // namespace countersign::sandbox
