// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover/shellquoting.h"

#include <QStringList>

#include <algorithm>

namespace countersign {

namespace {

using Problem = QuotedCommand::Problem;

// Linux gives one argument 128 KiB with its NUL, Windows a whole command line 32,767 characters
// with its NUL, cmd.exe a typed line 8,191.
constexpr qsizetype mostPosixBytes = 131'071;
constexpr qsizetype mostWindowsUnits = 32'766;
constexpr qsizetype mostCmdUnits = 8'191;

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

//! Letters that mean nothing but themselves in every shell, at any place but the first of a word.
bool isSimple(const QString &text)
{
    return !text.isEmpty() && text.at(0) != u'=' &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
                      (c >= u'0' && c <= u'9') || QStringView(u"_-./:=+").contains(c);
           });
}

bool isWord(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    });
}

Problem problemOf(Shell shell, const QString &argument)
{
    if (argument.contains(QChar(u'\0')))
        return Problem::Nul;
    if (!argument.isValidUtf16())
        return Problem::BrokenText;
    if (shell == Shell::Posix && argument.toUtf8().size() > mostPosixBytes)
        return Problem::TooLong;
    if (shell != Shell::Cmd)
        return Problem::None;
    if (argument.contains(u'\n') || argument.contains(u'\r'))
        return Problem::LineBreak;
    return std::any_of(argument.begin(), argument.end(), isControl) ? Problem::ControlCharacter
                                                                    : Problem::None;
}

//! Single quotes keep everything but themselves. What a terminal would take for a key comes out of
//! printf; a substitution would lose a line break at its end, so that one stays as it is.
QString posixQuoted(const QString &argument)
{
    if (isSimple(argument))
        return argument;
    QString text = QStringLiteral("'");
    for (const QChar c : argument) {
        if (c == u'\'') {
            text += QStringLiteral("'\\''");
        } else if (isControl(c) && c != u'\n') {
            text += QStringLiteral("'\"$(printf '");
            for (const char byte : QString(c).toUtf8())
                text += QStringLiteral("\\%1").arg(static_cast<uchar>(byte), 3, 8, QChar(u'0'));
            text += QStringLiteral("')\"'");
        } else {
            text += c;
        }
    }
    return text + QLatin1Char('\'');
}

//! In quotes by the rules of CommandLineToArgvW: backslashes count only before a quote.
QString argvQuoted(const QString &argument)
{
    QString text = QStringLiteral("\"");
    qsizetype backslashes = 0;
    for (const QChar c : argument) {
        if (c == u'\\') {
            ++backslashes;
            continue;
        }
        text += QString(c == u'"' ? 2 * backslashes + 1 : backslashes, u'\\') + c;
        backslashes = 0;
    }
    return text + QString(2 * backslashes, u'\\') + QLatin1Char('"');
}

bool isPowerShellQuote(QChar c)
{
    return c == u'\'' || (c.unicode() >= 0x2018 && c.unicode() <= 0x201b);
}

//! As a PowerShell value: a text in single quotes, or a sum of such and of characters by number.
QString powerShellText(const QString &text)
{
    QString value = QStringLiteral("'");
    bool isSum = false;
    for (const QChar c : text) {
        if (isControl(c) || c.unicode() == 0x2028 || c.unicode() == 0x2029) {
            value += QStringLiteral("' + [char]%1 + '").arg(c.unicode());
            isSum = true;
            continue;
        }
        value += c;
        if (isPowerShellQuote(c))
            value += c;
    }
    value += QLatin1Char('\'');
    return isSum ? QLatin1Char('(') + value + QLatin1Char(')') : value;
}

//! Older versions, and newer ones when told so, put an argument's text into the command line as it
//! is, unless it has blanks outside of its own quotes: then its quotes are ours.
QString powerShellCommand(const std::vector<QString> &arguments)
{
    QStringList words;
    bool needsOldRules = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (isSimple(arguments[i])) {
            words += isWord(arguments[i]) ? arguments[i] : powerShellText(arguments[i]);
        } else {
            words += powerShellText(argvQuoted(arguments[i]));
            needsOldRules = true;
        }
    }
    const QString command = words.join(QLatin1Char(' '));
    return needsOldRules ? QStringLiteral("& { $PSNativeCommandArgumentPassing = 'Legacy'; %1 }")
                               .replace(QStringLiteral("%1"), command)
                         : command;
}

//! Every quote is escaped, so that cmd never is inside of quotes and ^ always works. A name between
//! two % is broken by the ^ behind the first of them, so that no variable is meant.
QString cmdQuoted(const QString &argument)
{
    if (isSimple(argument))
        return argument;
    QString text;
    bool isAfterPercent = false;
    for (const QChar c : argvQuoted(argument)) {
        if (isAfterPercent || QStringView(u"()%!^\"<>&|").contains(c))
            text += QLatin1Char('^');
        isAfterPercent = c == u'%';
        text += c;
    }
    return text;
}

QString joined(const std::vector<QString> &arguments, QString (*quote)(const QString &))
{
    QStringList words;
    for (const QString &argument : arguments)
        words += quote(argument);
    return words.join(QLatin1Char(' '));
}

QString commandFor(Shell shell, const std::vector<QString> &arguments)
{
    switch (shell) {
    case Shell::Posix:
        return joined(arguments, posixQuoted);
    case Shell::PowerShell:
        return powerShellCommand(arguments);
    case Shell::Cmd:
        return joined(arguments, cmdQuoted);
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

QuotedCommand quotedFor(Shell shell, const std::vector<QString> &arguments)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Problem problem = problemOf(shell, arguments[i]);
        if (problem != Problem::None)
            return {problem, {}, i};
    }
    const QString text = commandFor(shell, arguments);
    const bool isTooLong =
        (shell == Shell::Cmd && text.size() > mostCmdUnits) ||
        (shell != Shell::Posix && joined(arguments, argvQuoted).size() > mostWindowsUnits);
    if (isTooLong)
        return {Problem::TooLong, {}, 0};
    return {Problem::None, text, 0};
}

} // namespace countersign
