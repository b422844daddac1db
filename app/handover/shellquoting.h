// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace countersign {

//! Where a command is pasted. Posix: sh, dash, bash, ksh and zsh, at a prompt or in a script.
//! PowerShell: Windows PowerShell 5.1 and PowerShell 7 on Windows. Cmd: the prompt of cmd.exe as it
//! is set up at first; batch files read % in another way.
enum class Shell { Posix, PowerShell, Cmd };

//! A command line, or why there is none that would be exact.
struct QuotedCommand
{
    enum class Problem {
        None,
        Nul,              //!< an argument holds NUL, which no shell can carry
        BrokenText,       //!< a lone surrogate, which is no text outside of this program
        LineBreak,        //!< Cmd: a line break would end the command
        ControlCharacter, //!< Cmd: the prompt takes it for a key
        TooLong,
    };
    Problem problem = Problem::None;
    QString text; //!< one command; Posix: line breaks in arguments stay. Empty with a problem
    std::size_t argument = 0; //!< with a problem of one argument: which
    friend bool operator==(const QuotedCommand &, const QuotedCommand &) = default;
};

//! The command that hands exactly these arguments to the program that the first one names, whatever
//! characters they hold. The program's name is of letters. Control characters stand as something
//! that can be pasted.
QuotedCommand quotedFor(Shell shell, const std::vector<QString> &arguments);

} // namespace countersign
