// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/handoverwords.h"

#include "app/domain/displaytext.h"
#include "app/handover/clicommand.h"

#include <QCoreApplication>

namespace countersign {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(HandOver)
};

//! "NotifyNote" of "--NotifyNote=…".
QString parameterName(const QString &argument)
{
    return safeLine(argument.section(u'=', 0, 0).mid(2));
}

QString problemText(const QuotedCommand &quoted, const std::vector<QString> &arguments, Shell shell)
{
    const QString name = parameterName(arguments[quoted.argument]);
    switch (quoted.problem) {
    case QuotedCommand::Problem::Nul:
        //: %1 is the name of a parameter of the request
        return Words::tr("Nothing was copied: the value of %1 holds a NUL character, which no "
                         "command can carry.")
            .arg(name);
    case QuotedCommand::Problem::BrokenText:
        //: %1 is the name of a parameter of the request
        return Words::tr("Nothing was copied: the value of %1 is not valid Unicode text.")
            .arg(name);
    case QuotedCommand::Problem::LineBreak:
        //: %1 is the name of a parameter of the request, %2 a kind of shell
        return Words::tr("Nothing was copied: the value of %1 has a line break, which %2 cannot "
                         "carry. PowerShell can.")
            .arg(name, shellLabel(shell));
    case QuotedCommand::Problem::ControlCharacter:
        //: %1 is the name of a parameter of the request, %2 a kind of shell
        return Words::tr("Nothing was copied: the value of %1 has a control character, which %2 "
                         "takes for a key. PowerShell does not.")
            .arg(name, shellLabel(shell));
    case QuotedCommand::Problem::TooLong:
        //: %1 is a kind of shell
        return Words::tr("Nothing was copied: the command is longer than %1 allows.")
            .arg(shellLabel(shell));
    case QuotedCommand::Problem::None:
        break;
    }
    return {};
}

QString commandText(const DecisionRecord &record, Shell shell)
{
    const QString same =
        Words::tr("The command was copied. It does the same as this decision, with "
                  "the keys of the aliyun tool's own profile; Countersign will not "
                  "know of it.");
    if (record.where.environment.isSandbox)
        //: %1 is a sentence about a command
        return Words::tr("%1 The tool asks the real service, not the sandbox.").arg(same);
    if (shell == Shell::Cmd)
        //: %1 is a sentence about a command
        return Words::tr("%1 It is for the prompt, not for a batch file.").arg(same);
    return same;
}

} // namespace

HandOver handOver(const DecisionRecord &record, Shell shell)
{
    const std::vector<QString> arguments = cliArguments(record);
    const QuotedCommand quoted = quotedFor(shell, arguments);
    if (quoted.problem != QuotedCommand::Problem::None)
        return {{}, problemText(quoted, arguments, shell)};
    return {quoted.text, commandText(record, shell)};
}

QString shellLabel(Shell shell)
{
    switch (shell) {
    case Shell::Posix:
        return Words::tr("POSIX shell", "kind of command line");
    case Shell::PowerShell:
        return Words::tr("PowerShell", "kind of command line");
    case Shell::Cmd:
        return Words::tr("Command Prompt (cmd)", "kind of command line");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace countersign
