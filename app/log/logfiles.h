// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace countersign {

//! How much is kept; tests make it less.
struct LogLimits
{
    qint64 fileBytes = 1024 * 1024;
    int files = 5;
};

//! The files of a log: countersign.log is written to, countersign.log.1 is the one before, and so
//! on. Folder 0700, files 0600; a folder or file that is a link, is not the user's own or can be
//! written by others is not touched. Nothing is ever reported: where a line cannot be written it is
//! lost, whole. One thread at a time.
class LogFiles
{
public:
    //! `folder` is made when the first line is written.
    explicit LogFiles(const QString &folder, const LogLimits &limits = {});
    ~LogFiles();
    LogFiles(const LogFiles &) = delete;
    LogFiles &operator=(const LogFiles &) = delete;

    //! False: it is lost. `line` without a line feed.
    bool append(const QByteArray &line);
    //! The last bytes of what was written before, whole lines only; empty: nothing.
    QByteArray tail(qint64 most) const;

private:
    bool prepareFolder() const;
    bool openCurrent();
    bool isGone() const;
    void close();
    void rotate();
    QByteArray path(int number) const;

    const QByteArray m_folder;
    const LogLimits m_limits;
    int m_file = -1;
    qint64 m_size = 0;
};

} // namespace countersign
