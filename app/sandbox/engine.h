// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/domain/execution.h"
#include "app/domain/json.h"
#include "app/domain/taskexecution.h"

#include <QHash>
#include <QMap>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace countersign::sandbox {

class CallScript;

//! Rules that the documents leave open. The engine follows the usual reading; one that is in
//! Engine::Options is turned the other way.
enum class Strictness {
    ApproveNeedsTaskId,              //!< Approve and Reject without TaskExecutionId are refused
    NotesUnreadable,                 //!< a note is taken but not kept in ExtraData
    IncludeChildWithStatusRefused,   //!< ListExecutions
    TaskExecutionIdsAreExecutionIds, //!< its members are ids of child executions
    UnlistedCodes                    //!< refusals carry codes of their own
};

//! A refusal in the shape of the service: Code, Message and the HTTP status it travels with.
struct Refusal
{
    int httpStatus = 400;
    QString code;
    QString message;
};

//! A stored template: every version's text. Ids are made by the engine.
struct StoredTemplate
{
    QString name;
    QString id;
    QString version; //!< v1, v2, …
    QString content;
    QString format;           //!< YAML or JSON
    EmbeddedJson description; //!< text, or JSON of languages
    QString createdBy;
    QDateTime createdDate;
    QDateTime updatedDate;
    QString hash; //!< SHA-256 of the content, hex
    QString shareType = QStringLiteral("Private");
    QString category = QStringLiteral("Other"); //!< or the kind of trigger it begins with
    QMap<QString, QString> tags;
};

//! StartExecution, as far as the engine needs it. Exactly one of templateName and content.
struct StartRequest
{
    QString region;
    QString accountId;
    QString executedBy; //!< name(id)
    QString templateName;
    QString templateVersion; //!< empty: newest
    std::optional<QString> content;
    QString parameters; //!< JSON object as text; empty: {}
    QString mode;       //!< empty: Automatic
    QString loopMode;
    QString safetyCheck; //!< empty: Skip
    QString description;
    QString resourceGroupId;
    QMap<QString, QString> tags;
    QString parentExecutionId;
    qint64 startedSecondsAgo = 0; //!< dates the start back, for scenarios
};

//! NotifyExecution. Empty: not given.
struct NotifyRequest
{
    QString executionId;
    QString notifyType;
    QString note;
    QString taskName;
    QString taskExecutionId;
    QString taskExecutionIds;
    QString executionStatus;
    QString parameters;
    QString loopItem;
    QString userName; //!< of the caller, for Approvers and for counting different people
};

//! What a trigger execution knows about its firings. Times are UTC, invalid when there is none.
struct TriggerFacts
{
    QDateTime nextScheduleTime; //!< by the schedule, whatever the engine's speed
    QDateTime lastTriggerTime;
    QString lastTriggerStatus; //!< of the child execution; empty before the first firing
    QString lastTriggerStatusMessage;
    EmbeddedJson lastTriggerOutputs;
    QDateTime lastSuccessfulTriggerTime;
};

//! An execution and what the gateway needs beside the documented fields.
struct ExecutionRecord
{
    Execution fields;
    QString region;
    QString accountId;
    QString loopMode;
    bool isLoopModeGiven = false; //!< by the starter; else the template's BatchPauseOption counts
    int depth = 0;                //!< 0 for a top-level execution, 1 for its children, …
    QString templateContent;
    std::shared_ptr<TriggerFacts> trigger; //!< nullptr for executions without a trigger
    //! Who has approved a row that needs more people, by id of the row.
    QMap<QString, QStringList> approvedBy;
    std::vector<TaskExecution> tasks; //!< in order of creation
    std::vector<LogLine> logs;        //!< in order of time
    quint64 sequence = 0;             //!< grows with each execution started
};

//! The embedded service without its HTTP front. What takes time in it (calls, sleeps, repeats)
//! takes `speed` times less of the wall clock; the dates it writes are those of the wall clock.
//! Runs templates of FormatVersion OOS-2019-06-01 on a simulated cloud. Opens no connection. Lives
//! in the main thread; everything moves from the event loop.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        double speed = 1.0;
        quint32 seed = 1; //!< decides ids and simulated outputs
        std::set<Strictness> strictness = {};
        CallScript *script = nullptr; //!< not owned; outlives the engine
        const Clock *clock = nullptr; //!< the same; nullptr: the computer's
    };
    explicit Engine(const Options &options, QObject *parent = nullptr);
    ~Engine() override;

    //! Stores a new template or a new version of one. Refused when it does not parse or breaks the
    //! rules of the language; the message names line and reason.
    std::optional<Refusal> addTemplate(const QString &name, const QString &content,
                                       const QString &createdBy,
                                       const QMap<QString, QString> &tags = {});
    //! Newest versions, by name.
    std::vector<StoredTemplate> templates() const;
    std::optional<StoredTemplate> templateByName(const QString &name,
                                                 const QString &version = {}) const;

    //! Starts; the execution is in executions() when this returns. Refused with the codes of the
    //! service when template or parameters do not fit.
    struct StartOutcome
    {
        QString executionId;
        std::optional<Refusal> refusal;
    };
    StartOutcome start(const StartRequest &request);

    //! Carries a notice out at once, or refuses it.
    std::optional<Refusal> notify(const NotifyRequest &request);
    std::optional<Refusal> cancel(const QString &executionId);
    //! Fires a trigger execution by hand. `type` is Event, Alarm or Timer; `content` is a JSON
    //! object as text, empty for {}.
    std::optional<Refusal> trigger(const QString &executionId, const QString &type,
                                   const QString &content);

    //! By id; nullptr when unknown. Valid until the next call that is not const.
    const ExecutionRecord *execution(const QString &executionId) const;
    //! All, oldest first.
    std::vector<const ExecutionRecord *> executions() const;

    //! High-risk calls of a stored template, nested templates included; refused when unknown.
    struct RiskyTasksOutcome
    {
        std::vector<RiskyTask> tasks;
        std::optional<Refusal> refusal;
    };
    RiskyTasksOutcome riskyTasks(const QString &templateName) const;

    //! Puts a waiting approval row in place without running a template; for load scenarios.
    //! Refused when `taskName` is not an ACS::Approve task of the template.
    StartOutcome addWaitingApproval(const StartRequest &request, const QString &taskName);

Q_SIGNALS:
    //! Something about this execution changed (state, rows or log).
    void executionChanged(const QString &executionId);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign::sandbox
