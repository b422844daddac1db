// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journalfolder.h"
#include "app/journal/sqlconnection.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

class QThread;

namespace countersign {

//! Reads the whole chain of one version's file and compares everything with it: each link with its
//! hash and with the one before it, the end with the mark, removed content with the removals, the
//! columns of each decision with its links, and the structure of the file. Nothing: all is as it
//! was written. The kind is Damaged, or NotReadable where the system failed; the path is empty.
//! Ends early, with nothing, once `isStopped` is true.
std::optional<JournalProblem> chainProblem(SqlConnection &connection, int version,
                                           const std::optional<HeadMark> &mark,
                                           const std::atomic_bool &isStopped);

//! The same through a connection of its own; the path is that of the database.
std::optional<JournalProblem> fileProblem(const QString &databasePath, SqlConnection::Mode mode,
                                          int version, const std::optional<HeadMark> &mark,
                                          const std::atomic_bool &isStopped);

//! The same on a thread, for files that are long to read.
class ChainCheck : public QObject
{
    Q_OBJECT

public:
    ChainCheck(const QString &databasePath, SqlConnection::Mode mode, int version,
               const std::optional<HeadMark> &mark, QObject *parent = nullptr);
    //! Stops and waits.
    ~ChainCheck() override;

    void start();
    //! Blocks until it has ended.
    void wait();
    //! What chainProblem() said; after it has ended.
    const std::optional<JournalProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    //! From the event loop of the thread that made this object.
    void finished();

private:
    std::unique_ptr<QThread> m_thread;
    std::atomic_bool m_isStopped = false;
    std::optional<JournalProblem> m_problem;
};

} // namespace countersign
