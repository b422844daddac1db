// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/selector.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace countersign::sandbox {

//! One call of the jq program: a script over one input.
struct JqJob
{
    QString script;
    QByteArray input; //!< JSON text
    friend bool operator==(const JqJob &, const JqJob &) = default;
    friend size_t qHash(const JqJob &job, size_t seed = 0)
    {
        return qHashMulti(seed, job.script, job.input);
    }
};

//! Runs jq as a child process: absolute path found once, no environment of ours, no modules, one
//! second of wall-clock time and 4 MiB of output for each job; a few at a time, the rest waits.
class JqRunner : public QObject
{
    Q_OBJECT

public:
    explicit JqRunner(QObject *parent = nullptr);
    ~JqRunner() override;

    using Done = std::function<void(const Selection &)>;
    //! `done` runs once, from the event loop, unless `context` is gone by then.
    void run(const JqJob &job, QObject *context, Done done);

private:
    struct Queued
    {
        JqJob job;
        QPointer<QObject> context;
        Done done;
    };
    void startNext();
    void launch(Queued queued);
    static Selection readReply(QProcess &process, bool wasKilled);

    QString m_program;
    std::deque<Queued> m_queue;
    int m_running = 0;
};

} // namespace countersign::sandbox
