// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/profileregistry.h"
#include "app/flows/decideflow.h"
#include "app/flows/flowservices.h"
#include "tests/histories/history.h"
#include "tests/histories/transcript.h"
#include "tests/histories/virtualnetwork.h"

#include <QObject>

#include <functional>
#include <memory>
#include <random>
#include <vector>

namespace countersign {

//! Opens the journal in a folder.
using JournalMaker =
    std::function<std::unique_ptr<DecisionJournal>(const QString &folder, const Clock &clock)>;

//! What the console is put together from; all of it outlives the console.
struct ConsoleParts
{
    VirtualDispatcher &time;
    const Clock &clock;
    VirtualNetwork &network;
    std::mt19937_64 &random;
    Transcript &transcript;
    std::function<QDateTime()> serviceNow;
    JournalMaker openJournal;
    DecideTimes times;
    std::function<void(Told &)> mistell; //!< may be empty
};

//! One run of the program without its windows: the journal, the reads, the decision flows and what
//! they tell. Deleting it is the death of the process.
class Console : public QObject
{
public:
    Console(const ConsoleParts &parts, const QString &journalFolder, const Profile &profile,
            std::shared_ptr<const Credentials> credentials);
    ~Console() override;

    //! What an earlier run left is taken up.
    void recover();

    void open(int window, const ExecutionId &execution, const Step &step);
    void confirm(int window);
    void override(int window);
    void lookForEffects();
    void onWokenUp();
    void onNetworkChanged();
    //! What could not be determined is read and closed.
    void closeUnresolved();
    void setCredentials(std::shared_ptr<const Credentials> credentials);
    //! Who the credentials belong to was read; those of another account are not lent any more.
    void setIdentity(const QString &accountId);
    DecisionJournal &journal() { return *m_journal; }
    //! Nothing is on its way or watched any more.
    bool isQuiet() const;
    std::vector<QByteArray> lookedAfter() const;

private:
    struct Window
    {
        std::optional<DecisionRecord> record; //!< frozen; nothing: no dialog is open
        DecisionBasis basis;
        std::chrono::milliseconds openedAt{0};
        QString keyId;
        std::unique_ptr<DecideFlow> flow;
    };
    struct Reading;

    FlowServices services(const DecisionId &id);
    std::unique_ptr<DecideFlow> newFlow(const DecisionId &id, const DecisionBasis &basis);
    void freeze(int window, const Reading &reading);
    bool choose(DecisionRecord &record, const Reading &reading) const;
    QString noteFor(const DecisionRecord &record, int pick) const;
    DecisionId newId();
    void start(Window &window, int index);
    void tell(const DecideFlow &flow, const DecisionRecord &record, bool isResumed);
    void checkAgainstJournal(const DecisionRecord &record, const DecisionProgress &progress);
    void checkOpenOnes();
    std::vector<DecideFlow *> flows() const;

    ConsoleParts m_parts;
    Profile m_profile;
    ProfileRegistry m_profiles;
    std::unique_ptr<DecisionJournal> m_journal;
    std::unique_ptr<ReadClient> m_client;
    std::map<int, Window> m_windows;
    std::vector<std::unique_ptr<DecideFlow>> m_resumed;
    //! Flows whose window went on to something else.
    std::vector<std::unique_ptr<DecideFlow>> m_former;
    quint64 m_nonces = 0;
};

} // namespace countersign
