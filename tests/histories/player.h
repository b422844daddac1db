// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/histories/console.h"
#include "tests/histories/history.h"
#include "tests/histories/serviceside.h"
#include "tests/histories/transcript.h"

#include <QTemporaryDir>

#include <deque>
#include <memory>
#include <random>

namespace countersign {

//! How a history is played. The defaults are the product; what is changed here makes it wrong on
//! purpose, so that the checker can be seen to notice.
struct PlayOptions
{
    JournalMaker openJournal; //!< empty: SqliteJournal
    DecideTimes times;
    bool repeatsBodies = false;          //!< a transport that repeats by itself
    std::function<void(Told &)> mistell; //!< applied to all that the person is told
};

//! Plays one history from its first step until everything has come to its end, and tells all that
//! happened.
class Player
{
public:
    Player(VirtualDispatcher &time, const History &history, PlayOptions options = {});
    ~Player();
    Q_DISABLE_COPY_MOVE(Player)

    Transcript play();

private:
    using Time = std::chrono::milliseconds;

    void begin();
    void play(const Step &step);
    void finish();
    void startConsole();
    void kill(Time down);
    void decideElsewhere(const Step &step);
    void swapKey();
    void lock(Time length);
    void onArrival(const Arrival &arrival);
    ExchangePlan planFor(bool isDecision);
    WireAnswer serve(const sandbox::Call &call, const ExchangePlan &plan);
    std::shared_ptr<const Credentials> credentialsOf(const ServiceSide &service) const;
    QString journalFolder() const;
    std::vector<JournalEntry> readJournal();

    VirtualDispatcher &m_time;
    const History m_history;
    PlayOptions m_options;
    std::mt19937_64 m_random;
    VirtualClock m_clock;
    QTemporaryDir m_folder;
    int m_lives = 0;
    Transcript m_transcript;
    std::unique_ptr<ServiceSide> m_service;
    std::unique_ptr<ServiceSide> m_otherService; //!< of another account, with the same ids
    std::unique_ptr<VirtualNetwork> m_network;
    std::unique_ptr<ConsoleParts> m_parts;
    Profile m_profile;
    std::unique_ptr<Console> m_console;
    std::deque<ExchangePlan> m_sendPlans;
    ExchangePlan m_readPlan;
    int m_readsToFail = 0;
};

} // namespace countersign
