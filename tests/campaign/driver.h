// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/pagereader.h"
#include "app/credentials/announcement.h"
#include "app/flows/decideflow.h"
#include "app/journal/sqlitejournal.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace countersign {

//! What the driver was asked for.
struct Errand
{
    QString sandboxFile;
    QString journalFolder;
    QString armFile; //!< made right before the decision begins; empty: none
    QString goFile;  //!< the decision begins once it is there; empty: at once
    bool resumes = false;
    Act act = Act::Approve;
    ExecutionId execution;
    QString task; //!< of a Debug step
    QString note;
    std::chrono::milliseconds lasts{20'000};     //!< then it gives up and says so
    std::chrono::milliseconds window{1'500};     //!< how long a request may still arrive
    std::chrono::milliseconds firstByte{10'000}; //!< how long an answer is waited for
};

//! One decision, or the recovery of earlier ones, by the product's own flow and journal; says on
//! standard output, one JSON object a line, what a person would be told.
class Driver final : public QObject
{
    Q_OBJECT

public:
    Driver(Errand errand, const SandboxAnnouncement &announcement);
    ~Driver() override;

    void start();

Q_SIGNALS:
    //! Everything is settled, or the time is over.
    void ended(int status);

private:
    FlowServices services();
    void readRun();
    void decideWhenRead();
    void decide(const std::vector<TaskExecution> &rows);
    void begin(const DecisionRecord &record);
    void recover();
    void follow(const JournalEntry *entry, const DecisionRecord &record);
    void tell(const DecideFlow &flow, const DecisionRecord &record);
    void tellJournal(const char *event) const;
    bool isSettled() const;
    void endWhenSettled();
    void end(bool isGood);

    const Errand m_errand;
    SystemClock m_clock;
    QString m_user; //!< whose key it decides with
    Profile m_profile;
    ProfileRegistry m_profiles;
    std::unique_ptr<ReadClient> m_client;
    std::unique_ptr<SqliteJournal> m_journal;
    int m_read = 0; //!< readings that have ended
    std::optional<Execution> m_run;
    std::optional<std::vector<TaskExecution>> m_rows;
    std::vector<std::unique_ptr<DecideFlow>> m_flows;
    QHash<QByteArray, QByteArray> m_told; //!< the last line of each decision
    bool m_hasEnded = false;
};

} // namespace countersign
