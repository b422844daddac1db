// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace countersign {

//! What the person asked for on the command line.
struct CommandLine
{
    enum class Task { Run, ShowVersion, ShowHelp, Refuse };
    Task task = Task::Run;
    QString message; //!< version, help, or why the command line is refused
    bool usesSandbox = false;
    QString announcementFile;  //!< absolute; empty: start a sandbox
    QString configRoot;        //!< absolute; empty: the XDG places
    bool startsHidden = false; //!< no window at the start when there is a tray to open it from
    //! An id, address or link to open; empty: none. A link of ours may be one that names nothing:
    //! the window says so to whoever clicked it.
    QString textToOpen;
    QString screenshotFolder; //!< absolute; empty: none
};

//! Reads `arguments` (the program's name first). Relative paths are taken from the current folder.
CommandLine readCommandLine(const QStringList &arguments);

} // namespace countersign
