// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/layout/graphlayout.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace countersign {

//! Lays out one graph at a time with graphviz' program dot, as a child process rather than as a
//! library: templates are foreign, and a crash, an endless run or a gigabyte of memory then ends
//! the child alone; it can be ended at any moment, which a call into the library cannot; and the
//! library is not made for threads. The child has no environment of ours, limits for memory and
//! time, and is given numbers only. Whatever goes wrong, the tasks stand in the order of the text.
class DotLayouter : public QObject
{
    Q_OBJECT

public:
    //! Over this many ranks that edges cross in all, graphviz is not asked.
    static constexpr qsizetype mostCrossedRanks = 30'000;
    static constexpr std::size_t mostNodes = 2'000;

    //! An empty `program` is looked for by its name.
    explicit DotLayouter(const QString &program = {},
                         std::chrono::milliseconds limit = std::chrono::seconds(8),
                         QObject *parent = nullptr);
    //! Ends the child and waits for its end.
    ~DotLayouter() override;

    using Done = std::function<void(const GraphLayout &)>;
    //! Begins anew: what was begun before is given up, and its `done` never runs. `done` runs once,
    //! from the event loop, unless `context` is gone or cancel() was called by then.
    void layOut(const LayoutGraph &graph, QObject *context, Done done);
    void cancel();

private:
    void start();
    void onFinished();
    void end(GraphLayout::Reason reason);
    void tell(const GraphLayout &layout);

    QString m_program;
    std::chrono::milliseconds m_limit;
    LayoutGraph m_graph;
    QPointer<QObject> m_context;
    Done m_done;
    QProcess *m_process = nullptr;
    QTimer m_begin;
    QTimer m_deadline;
};

} // namespace countersign
