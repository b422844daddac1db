// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/dotlayouter.h"

#include "app/layout/dottext.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace countersign {

namespace {

constexpr qsizetype mostAnswer = 32 * 1024 * 1024;
constexpr int endingMs = 1'000;

//! Runs in the child, before the program: what it may use at most.
void limitChild()
{
#ifdef Q_OS_UNIX
    constexpr rlim_t memory = 768UL * 1024 * 1024;
    constexpr rlim_t seconds = 20;
    const rlimit forMemory{memory, memory};
    const rlimit forTime{seconds, seconds};
    const rlimit none{0, 0};
    setrlimit(RLIMIT_AS, &forMemory);
    setrlimit(RLIMIT_CPU, &forTime);
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_FSIZE, &none);
#endif
}

} // namespace

DotLayouter::DotLayouter(const QString &program, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_program(program.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("dot")) : program)
    , m_limit(limit)
{
    m_begin.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_begin, &QTimer::timeout, this, &DotLayouter::start);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(GraphLayout::Reason::TimeLimit); });
}

DotLayouter::~DotLayouter()
{
    cancel();
    const QList<QProcess *> processes = findChildren<QProcess *>();
    for (QProcess *process : processes)
        process->waitForFinished(endingMs);
}

void DotLayouter::layOut(const LayoutGraph &graph, QObject *context, Done done)
{
    cancel();
    m_graph = graph;
    m_context = context;
    m_done = std::move(done);
    m_begin.start(0);
}

void DotLayouter::cancel()
{
    m_begin.stop();
    m_deadline.stop();
    m_done = {};
    if (m_process == nullptr)
        return;
    m_process->disconnect(this);
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    m_process->kill();
    m_process = nullptr;
}

void DotLayouter::start()
{
    if (m_graph.nodes.size() > mostNodes || crossedRanks(m_graph) > mostCrossedRanks) {
        end(GraphLayout::Reason::TooLarge);
        return;
    }
    if (m_program.isEmpty()) {
        end(GraphLayout::Reason::NoProgram);
        return;
    }
    m_process = new QProcess(this);
    // QProcess takes a wholly empty environment for "inherit".
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/nonexistent"));
    m_process->setProcessEnvironment(environment);
    m_process->setWorkingDirectory(QStringLiteral("/"));
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setChildProcessModifier(limitChild);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_process->bytesAvailable() > mostAnswer)
            end(GraphLayout::Reason::Failed);
    });
    connect(m_process, &QProcess::finished, this, &DotLayouter::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(GraphLayout::Reason::NoProgram);
    });
    m_deadline.start(m_limit);
    m_process->start(m_program, {QStringLiteral("-Tplain")});
    m_process->write(dotText(m_graph));
    m_process->closeWriteChannel();
}

void DotLayouter::onFinished()
{
    const bool isGood =
        m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    const auto layout = isGood ? readPlain(m_process->readAllStandardOutput(), m_graph)
                               : std::optional<GraphLayout>();
    if (layout)
        tell(*layout);
    else
        end(GraphLayout::Reason::Failed);
}

void DotLayouter::end(GraphLayout::Reason reason)
{
    tell(layoutInTextOrder(m_graph, reason));
}

void DotLayouter::tell(const GraphLayout &layout)
{
    const QPointer<QObject> context = m_context;
    const Done done = std::move(m_done);
    cancel();
    if (context && done)
        done(layout);
}

} // namespace countersign
