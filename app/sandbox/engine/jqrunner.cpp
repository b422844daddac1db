// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/engine/jqrunner.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

namespace countersign::sandbox {

namespace {

constexpr int mostAtOnce = 4;
constexpr int timeLimitMs = 1000;
constexpr qsizetype outputLimit = 4 * 1024 * 1024;

//! Directives that read other files can only open a program, after comments.
bool readsModules(const QString &script)
{
    static const QRegularExpression directive(
        QStringLiteral(R"(\A(?:\s|#[^\n]*(?:\n|\z))*(?:import|include|module)\b)"));
    return directive.match(script).hasMatch();
}

} // namespace

JqRunner::JqRunner(QObject *parent)
    : QObject(parent)
    , m_program(QStandardPaths::findExecutable(QStringLiteral("jq")))
{
}

JqRunner::~JqRunner()
{
    const QList<QProcess *> processes = findChildren<QProcess *>();
    for (QProcess *process : processes) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(timeLimitMs);
    }
}

void JqRunner::run(const JqJob &job, QObject *context, Done done)
{
    m_queue.push_back({job, context, std::move(done)});
    QTimer::singleShot(0, this, &JqRunner::startNext);
}

void JqRunner::startNext()
{
    while (m_running < mostAtOnce && !m_queue.empty()) {
        Queued queued = std::move(m_queue.front());
        m_queue.pop_front();
        if (!queued.context)
            continue;
        QString refusal;
        if (m_program.isEmpty())
            refusal = QStringLiteral("the program jq is not installed");
        else if (readsModules(queued.job.script))
            refusal = QStringLiteral("jq modules are not available");
        if (refusal.isEmpty())
            launch(std::move(queued));
        else
            queued.done({{}, refusal});
    }
}

void JqRunner::launch(Queued queued)
{
    ++m_running;
    auto *process = new QProcess(this);
    // QProcess takes a wholly empty environment for "inherit"; a home that does not exist also
    // keeps jq from reading a start-up file.
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(QStringLiteral("/"));
    auto *deadline = new QTimer(process);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, process, &QProcess::kill);
    connect(process, &QProcess::readyReadStandardOutput, process, [process] {
        if (process->bytesAvailable() > outputLimit)
            process->kill();
    });
    const auto finish = [this, process, queued](bool started) {
        const auto *timer = process->findChild<QTimer *>();
        const bool isLate = !timer->isActive();
        --m_running;
        process->disconnect(this);
        process->deleteLater();
        if (queued.context) {
            queued.done(started ? readReply(*process, isLate)
                                : Selection{{}, QStringLiteral("jq could not be started")});
        }
        startNext();
    };
    connect(process, &QProcess::finished, this, [finish] { finish(true); });
    connect(process, &QProcess::errorOccurred, this, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(false);
    });
    deadline->start(timeLimitMs);
    // The blank keeps a script that begins with '-' from being read as an option.
    process->start(m_program, {QStringLiteral("-c"), QStringLiteral("-L"),
                               QStringLiteral("/nonexistent"), QString(u' ' + queued.job.script)});
    process->write(queued.job.input);
    process->closeWriteChannel();
}

Selection JqRunner::readReply(QProcess &process, bool wasKilled)
{
    if (wasKilled)
        return {{}, QStringLiteral("jq did not finish within one second")};
    const QByteArray output = process.readAllStandardOutput();
    if (output.size() > outputLimit)
        return {{}, QStringLiteral("jq wrote more than 4 MiB")};
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        QString error = QString::fromUtf8(process.readAllStandardError().left(2000)).trimmed();
        static const QRegularExpression prefix(
            QStringLiteral(R"(^jq: error(?: \(at <[^>]*>(?::\d+)?\))?: )"));
        error.remove(prefix);
        return {{}, error.isEmpty() ? QStringLiteral("jq failed") : error};
    }
    Selection selection;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        const Json::ParseResult parsed = Json::parse(line);
        if (!parsed)
            return {{}, QStringLiteral("jq wrote something that is not JSON")};
        selection.results.push_back(*parsed.json);
    }
    return selection;
}

} // namespace countersign::sandbox
