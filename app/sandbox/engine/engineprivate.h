// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine.h"
#include "app/sandbox/engine/childrequest.h"
#include "app/sandbox/engine/run.h"
#include "app/sandbox/engine/templatestore.h"

#include <QHash>

namespace countersign::sandbox {

//! An execution with what runs it. Without a run it has ended, or sleeps at a prepared approval.
struct Live
{
    ExecutionRecord record;
    std::shared_ptr<const TemplateProgram> program;
    std::shared_ptr<const Members> parameters;
    Run *run = nullptr;
    int sleepsAt = -1; //!< index of the approval it waits at without a run
};

class Engine::Private
{
public:
    Private(Engine *owner, const Options &engineOptions);

    struct Prepared
    {
        ExecutionRecord record;
        std::shared_ptr<const TemplateProgram> program;
        std::shared_ptr<const Members> parameters;
        std::optional<Refusal> refusal;
    };
    //! Checks the request; takes nothing in yet.
    Prepared prepare(const StartRequest &request);
    Live *insert(Prepared prepared);
    void launch(Live &live, const Surroundings &surroundings = {});
    ChildOutcome startChild(Run &parent, const QString &id, const ChildRequest &request);
    //! Gives a sleeping execution its run.
    void wake(Live &live);
    void placeWaiting(Live &live, int taskIndex);
    Live *find(const QString &executionId) const { return byId.value(executionId, nullptr); }

    static Refusal unknownExecution(const QString &id);
    static Refusal unknownTemplate(const QString &name);

    Engine *q;
    const SystemClock systemClock;
    const Clock &clock;
    QRandomGenerator random;
    SimulatedCloud cloud;
    JqRunner jq;
    Services services;
    TemplateStore templates;
    std::vector<std::unique_ptr<Live>> all;
    QHash<QString, Live *> byId;

private:
    std::optional<Refusal> readTemplate(const StartRequest &request, Prepared &prepared);
    static std::optional<Refusal> checkModes(const StartRequest &request);
    std::optional<Refusal> takeParameters(const Scope &scope, const QString &text,
                                          Prepared &prepared);
    void fill(const StartRequest &request, Prepared &prepared);
    //! The child's parameters; the reason when they do not fit.
    static std::optional<QString> takeValues(const Scope &scope, const ChildRequest &request,
                                             Prepared &prepared);
    Json resolvedProperties(const Scope &scope, const TaskStep &step);

    //! Properties of prepared approvals that are the same for every execution.
    struct Shared
    {
        const TaskStep *step = nullptr;
        std::shared_ptr<const Members> parameters;
        QString region;
        Json properties;
    };
    Shared m_shared;
    //! Template and values of the last start, shared by starts like it.
    struct LastStart
    {
        std::shared_ptr<const TemplateProgram> program;
        QString text;
        QString region;
        QString accountId;
        std::shared_ptr<const Members> values;
        Json parameters;
    };
    LastStart m_last;
};

} // namespace countersign::sandbox
