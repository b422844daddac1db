// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/campaign/durablefiles.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace campaign {

//! Where a process stands in its decision, as its system calls tell it, and the one point at which
//! it is killed. Not thread-safe.
//!
//! The points of security.md 4.7 and how they are recognised (the journal's transactions are
//! counted from the moment of arming on; one ends when its write-ahead log was synced after a frame
//! with the commit mark):
//!   intentWrite     before the first write of the first transaction
//!   beforeIntent    the frames of the first transaction are written, before they are synced
//!   afterIntent     the first transaction was synced
//!   serialised      before the first connection to the service after it: the request is complete
//!   connected       that connection is there
//!   handshake       the service's part of the handshake was received on it (TLS alone)
//!   sendingWrite, beforeSending, afterSending    the same of the second transaction
//!   bytes:N         N bytes have left on that connection since the second transaction
//!   firstReply      a first piece of the answer was received
//!   reply           the answer's end was received
//!   outcomeWrite, beforeOutcome, afterOutcome    the same of the third transaction
//!   read:N          before the N-th write to the service after the third transaction
//!   journal:N       before the N-th write to a file of the journal
//!   sync:N          before the N-th sync of a file of the journal, or of its folder
//!   call:N          before the N-th system call of all those that are looked at
class KillPoints
{
public:
    //! From the process's environment; see newFromEnvironment().
    struct Options
    {
        std::string folder;  //!< of the journal
        std::string trace;   //!< a file that gets a line for each step; empty: none
        std::string armFile; //!< points count once it is there; empty: from the start
        std::string lossFolder;
        int port = 0; //!< of the service
        std::string point;
        std::int64_t number = 1; //!< behind the colon
        DurableFiles::Loss loss = DurableFiles::Loss::None;
        std::uint64_t seed = 0;
    };
    //! CAMPAIGN_JOURNAL, CAMPAIGN_PORT, CAMPAIGN_KILL, CAMPAIGN_ARM, CAMPAIGN_TRACE, CAMPAIGN_LOSS
    //! (none, all, some), CAMPAIGN_LOSS_FOLDER, CAMPAIGN_SEED. Null without CAMPAIGN_JOURNAL.
    static std::unique_ptr<KillPoints> newFromEnvironment();

    explicit KillPoints(Options options);

    DurableFiles &files() { return m_files; }

    //! One of the calls that are looked at is about to be made.
    void call();
    void journalWrite(const std::string &path, const void *data, std::size_t size);
    void beforeSync(const std::string &path);
    void afterSync(const std::string &path);
    void beforeConnect(int descriptor, int port);
    void connected(int descriptor);
    //! Nothing: they may leave. Else the process has to end after that many of them.
    std::optional<std::size_t> beforeSend(int descriptor, const void *data, std::size_t size);
    void sent(int descriptor, const void *data, std::size_t size);
    void received(int descriptor, std::int64_t size);
    void closed(int descriptor);

    //! Leaves what the disk has, and ends the process at once.
    [[noreturn]] void end(const std::string &point);

private:
    void reach(const std::string &point, std::int64_t number = 1);
    void step(const std::string &what);
    const char *transactionName() const;
    bool isArmed();

    const Options m_options;
    DurableFiles m_files;
    std::set<int> m_service; //!< sockets to the service
    int m_decision = -1;     //!< the one that the decision leaves on
    int m_transactions = 0;  //!< since arming
    bool m_hasFrames = false;
    bool m_isCommitting = false; //!< a frame with the commit mark was written
    bool m_isArmed = false;
    bool m_isConnected = false;
    bool m_hasReply = false;
    std::int64_t m_sent = 0; //!< on the decision's socket since the second transaction
    std::int64_t m_calls = 0;
    std::int64_t m_writes = 0;
    std::int64_t m_syncs = 0;
    std::int64_t m_reads = 0;
};

} // namespace campaign
