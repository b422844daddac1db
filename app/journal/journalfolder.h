// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/journalentry.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace countersign {

//! Where the chain ended when it was last written; kept beside the file, so that a tail that was
//! cut off is missed.
struct HeadMark
{
    qint64 links = 0;
    QByteArray hash; //!< raw, of link number `links`; chainBeginning() for 0
    friend bool operator==(const HeadMark &, const HeadMark &) = default;
};

//! The folder of the journal: its files, whose they are, who writes. No link is ever followed.
class JournalFolder
{
public:
    explicit JournalFolder(const QString &path);
    ~JournalFolder();
    Q_DISABLE_COPY_MOVE(JournalFolder)

    QString databasePath() const;

    //! Makes the folder where it is missing (0700), and says what is wrong with it.
    std::optional<JournalProblem> prepare() const;
    //! Becomes the one writer until release() or the end; at once true when it already is.
    std::optional<JournalProblem> lock();
    bool isLocked() const { return m_lock >= 0; }
    void release();

    //! Says what is wrong with the files that are there, and takes rights off that others have.
    std::optional<JournalProblem> checkFiles() const;
    bool hasDatabase() const;
    //! Something was recorded that is not in the database file yet, or may be.
    bool hasLog() const;
    //! The database as an empty file and the mark of an empty chain, both on the disk when it
    //! returns.
    std::optional<JournalProblem> makeFiles();

    //! Nothing: there is no such file. A mark without a hash: it cannot be understood.
    std::optional<HeadMark> head() const;
    //! Takes the place of the old one in one write, which a crash may lose and cannot halve: the
    //! mark then lags behind the chain. False: it could not be written, and lags as well.
    bool setHead(const HeadMark &mark);

    //! Whether the system lets a little more be written here; else why not.
    std::optional<JournalProblem> roomProblem() const;

    //! An empty file of its own for a copy, `decisions-<what>-<time>.db`; empty: not possible.
    QString makeCopyFile(const QString &what, const QDateTime &now) const;
    //! What was written to `path`, and its name, are on the disk when it returns.
    bool sync(const QString &path) const;
    //! Renames all files of the journal to `decisions-damaged-<time>.*`; nothing is overwritten.
    std::optional<JournalProblem> setAside(const QDateTime &now);
    //! When that was done last, by the names of the files that were kept, UTC; invalid: there are
    //! none.
    QDateTime lastSetAside() const;

private:
    QString file(const QString &name) const;
    void closeHead();

    QString m_path;
    int m_lock = -1;
    int m_head = -1;
};

} // namespace countersign
