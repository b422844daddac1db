// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flowservices.h"
#include "app/flows/reviewflow.h"
#include "app/journal/sqlitejournal.h"
#include "tests/fakes/sandboxprocess.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace countersign {

//! Templates that tests start; written for them.
namespace testtemplates {
QByteArray approval(int requiredApprovals, const QStringList &approvers = {});
QByteArray highRisk();
QByteArray twoGates();
} // namespace testtemplates

//! What flows work with, around one run of the sandbox. Small limits, so that tests are quick.
class SandboxWorld : public QObject
{
    Q_OBJECT

public:
    //! The sandbox must have been started; `user` is the index of its user. The journal lies in a
    //! folder of its own, or in `journalFolder`, where it outlives this.
    explicit SandboxWorld(const SandboxAnnouncement &announcement, std::size_t user = 0,
                          const QString &journalFolder = {});
    ~SandboxWorld() override;

private:
    SystemClock m_clock;
    QTemporaryDir m_folder;

public:
    FlowServices services();
    Place place() const;
    ProfileRegistry profiles;
    SqliteJournal journal;
    ReadClient &client() { return *m_client; }

    //! Starts an execution; its id. Empty: refused.
    ExecutionId startExecution(const QString &templateName,
                               const QMap<QString, QString> &further = {});
    //! Reads the run's row until `isWanted` says so, at most ten seconds; the last row read.
    Execution waitFor(const ExecutionId &id,
                      const std::function<bool(const Execution &)> &isWanted);
    Execution waitForStatus(const ExecutionId &id, RunStatus status);
    //! All rows of the run, with children.
    std::vector<TaskExecution> rowsOf(const ExecutionId &id);
    //! Sends one call and waits for its answer.
    Result<ApiReply> call(const QString &action, const QMap<QString, QString> &parameters);
    //! Asks the service whose the lent keys are, and keeps it; false: it was not told.
    bool learnCaller();
    //! The place of a decision of the world's user, as a dialog shows it.
    DecisionPlace shownPlace() const;
    //! A record of a decision of the world's user on the (only) waiting row, on facts read just
    //! now.
    DecisionRecord recordFor(const ExecutionId &id, Act act, const QString &note);

private:
    Result<ApiReply> answerTo(const ApiRequest &request);

    std::unique_ptr<ReadClient> m_client;
    Profile m_profile;
    QString m_user; //!< its name
};

} // namespace countersign
