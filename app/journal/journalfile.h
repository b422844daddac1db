// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/clock.h"
#include "app/journal/chaincheck.h"
#include "app/journal/journalcoverage.h"
#include "app/journal/journalfolder.h"
#include "app/journal/journallink.h"
#include "app/journal/sqlconnection.h"

#include <functional>
#include <memory>
#include <optional>

namespace countersign {

//! The file of the journal: opened, checked, brought to this version, and written to in
//! transactions that add to the chain. It reads through a connection of its own that cannot write.
class JournalFile
{
public:
    JournalFile(const QString &folder, const Clock &clock);
    ~JournalFile();
    Q_DISABLE_COPY_MOVE(JournalFile)

    //! Closes what is open, and opens. Nothing: it can be written to. With a problem it can be read
    //! when isReadable(). A chain of up to `shortChain` links is checked whole, of a longer one the
    //! end; it is then up to the caller to check the rest, see needsCheck().
    std::optional<JournalProblem> open(qint64 shortChain);
    //! Nothing is written any more. The write-ahead log stays where it is.
    void stopWriting();
    //! Renames the files; close and lock stay as they are. Only for the one writer.
    std::optional<JournalProblem> setAside();
    QDateTime lastSetAside() const { return m_folder.lastSetAside(); }

    bool isReadable() const { return m_reader && m_reader->isOpen(); }
    bool isWritable() const { return m_writer && m_writer->isOpen(); }
    bool needsCheck() const { return m_needsCheck; }
    //! A check of what is in the file now.
    std::unique_ptr<ChainCheck> newCheck() const;
    std::optional<JournalProblem> check() const;
    //! The same for another thread.
    ChainChecker checker() const;
    //! The check has ended well: the one write that shows whether there is room for more.
    std::optional<JournalProblem> endCheck();

    SqlConnection &reader() const { return *m_reader; }
    QString path() const { return m_folder.databasePath(); }
    int version() const { return m_version; }
    //! Counts up when another program has written.
    qint64 foreignWrites() const;
    const HeadMark &head() const { return m_head; }

    //! Runs `write` in a transaction. Nothing: it is on the disk. Else all is as before; an error
    //! of `write`'s own is handed through, and what the system refused is also in `problem`.
    std::optional<Error> transact(const std::function<std::optional<Error>()> &write,
                                  std::optional<JournalProblem> &problem);
    // Inside of transact() only.
    SqlConnection &writer() const { return *m_writer; }
    //! The number that the next link will have.
    qint64 nextNumber() const { return m_pending.links + 1; }
    //! Adds a link; `decision`: the sequence of its decision, nothing for a removal.
    [[nodiscard]] bool add(const JournalLink &link, LinkKind kind, std::optional<qint64> decision);
    JournalLink linkOf(const QByteArray &content) const;
    //! After a removal: what was taken off is not in the write-ahead log any more either.
    void emptyLog();

private:
    std::optional<JournalProblem> openReader();
    std::optional<JournalProblem> readVersion(const std::optional<HeadMark> &mark);
    std::optional<JournalProblem> checkOpened(const std::optional<HeadMark> &mark,
                                              qint64 shortChain);
    std::optional<JournalProblem> checkEnd(const std::optional<HeadMark> &mark) const;
    std::optional<JournalProblem> openWriter();
    std::optional<JournalProblem> bringToVersion();
    std::optional<JournalProblem> keepCopy();
    std::optional<JournalProblem> readHead();
    JournalProblem problemOf(const SqlConnection &connection) const;
    void close();

    const Clock &m_clock;
    JournalFolder m_folder;
    std::unique_ptr<SqlConnection> m_reader;
    std::unique_ptr<SqlConnection> m_writer;
    SqlConnection::Mode m_readMode = SqlConnection::Mode::Read;
    std::optional<HeadMark> m_mark; //!< as it was found when the file was opened
    HeadMark m_head;
    HeadMark m_pending;
    int m_version = 0;
    bool m_needsCheck = false;
};

} // namespace countersign
