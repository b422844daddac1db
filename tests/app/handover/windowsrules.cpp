// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowsrules.h"

namespace countersign {

namespace {

//! Variables of an interactive cmd.exe: an unknown name leaves its text as it stands.
QString withVariables(const QString &typed, const QMap<QString, QString> &variables)
{
    QString text;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const qsizetype end = typed.at(i) == u'%' ? typed.indexOf(u'%', i + 1) : -1;
        if (end < 0) {
            text += typed.at(i);
            continue;
        }
        const QString inside = typed.mid(i + 1, end - i - 1);
        const QString name = inside.section(u':', 0, 0).toUpper();
        if (!variables.contains(name)) {
            text += typed.at(i);
            continue;
        }
        // %NAME:a=b% and %NAME:~1,2% change the value; that they are read at all is the mistake.
        text += inside.contains(u':') ? QStringLiteral("changed") : variables.value(name);
        i = end;
    }
    return text;
}

class PowerShellReader
{
public:
    explicit PowerShellReader(const QString &text)
        : m_text(text)
    {
    }

    //! `& { $Name = 'value'; words }`, or words.
    std::optional<QStringList> read(bool &asksForOldRules)
    {
        const QString opening = QStringLiteral("& { $PSNativeCommandArgumentPassing = 'Legacy'; ");
        asksForOldRules = m_text.startsWith(opening);
        if (asksForOldRules) {
            if (!m_text.endsWith(QStringLiteral(" }")))
                return std::nullopt;
            m_text = m_text.mid(opening.size());
            m_text.chop(2);
        }
        QStringList words;
        while (m_at < m_text.size()) {
            const auto word = readWord();
            if (!word || (m_at < m_text.size() && m_text.at(m_at++) != u' '))
                return std::nullopt;
            words += *word;
        }
        return words;
    }

private:
    std::optional<QString> readWord()
    {
        if (isQuote(m_text.at(m_at)))
            return readText();
        if (m_text.at(m_at) == u'(')
            return readSum();
        QString word;
        while (m_at < m_text.size() && m_text.at(m_at) != u' ') {
            if (!m_text.at(m_at).isLetter())
                return std::nullopt;
            word += m_text.at(m_at++);
        }
        return word.isEmpty() ? std::nullopt : std::optional(word);
    }

    //! Five characters count as a single quote; two of them in a row stand for the second.
    static bool isQuote(QChar c)
    {
        return c == u'\'' || c == QChar(0x2018) || c == QChar(0x2019) || c == QChar(0x201a) ||
               c == QChar(0x201b);
    }

    std::optional<QString> readText()
    {
        QString text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (!isQuote(m_text.at(m_at))) {
                text += m_text.at(m_at);
            } else if (m_at + 1 < m_text.size() && isQuote(m_text.at(m_at + 1))) {
                text += m_text.at(++m_at);
            } else {
                ++m_at;
                return text;
            }
        }
        return std::nullopt;
    }

    std::optional<QString> readSum()
    {
        ++m_at;
        QString sum;
        for (;;) {
            if (m_at < m_text.size() && isQuote(m_text.at(m_at))) {
                const auto text = readText();
                if (!text)
                    return std::nullopt;
                sum += *text;
            } else if (const auto character = readCharacter()) {
                sum += *character;
            } else {
                return std::nullopt;
            }
            if (m_text.mid(m_at, 1) == u")") {
                ++m_at;
                return sum;
            }
            if (m_text.mid(m_at, 3) != u" + ")
                return std::nullopt;
            m_at += 3;
        }
    }

    //! [char]10
    std::optional<QString> readCharacter()
    {
        if (m_text.mid(m_at, 6) != u"[char]")
            return std::nullopt;
        m_at += 6;
        const qsizetype first = m_at;
        while (m_at < m_text.size() && m_text.at(m_at).isDigit())
            ++m_at;
        return QString(QChar(m_text.mid(first, m_at - first).toUShort()));
    }

    QString m_text;
    qsizetype m_at = 0;
};

//! The old rules put quotes around what has blanks outside of quotes of its own.
bool hasBareBlanks(const QString &argument)
{
    int quotes = 0;
    bool isAfterBackslash = false;
    for (const QChar c : argument) {
        if (c == u'"' && !isAfterBackslash)
            ++quotes;
        else if (c.isSpace() && quotes % 2 == 0)
            return true;
        isAfterBackslash = c == u'\\';
    }
    return false;
}

QString byOldRules(const QString &argument, bool doublesLastBackslashes)
{
    if (!hasBareBlanks(argument))
        return argument;
    QString last;
    for (qsizetype i = argument.size();
         doublesLastBackslashes && i-- > 0 && argument.at(i) == u'\\';)
        last += u'\\';
    return u'"' + argument + last + u'"';
}

QString byNewRules(const QString &argument)
{
    if (!argument.isEmpty() && !argument.contains(u' ') && !argument.contains(u'"') &&
        !argument.contains(u'\t'))
        return argument;
    QString text = QStringLiteral("\"");
    int backslashes = 0;
    for (const QChar c : argument) {
        backslashes = c == u'\\' ? backslashes + 1 : backslashes;
        if (c == u'"')
            text += QString(backslashes + 1, u'\\');
        text += c;
        if (c != u'\\')
            backslashes = 0;
    }
    return text + QString(backslashes, u'\\') + u'"';
}

} // namespace

QStringList argvOf(const QString &commandLine)
{
    QStringList arguments;
    qsizetype i = 0;
    const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t'; };
    while (i < commandLine.size()) {
        while (i < commandLine.size() && isBlank(commandLine.at(i)))
            ++i;
        if (i == commandLine.size())
            break;
        QString argument;
        bool isQuoted = false;
        for (; i < commandLine.size() && (isQuoted || !isBlank(commandLine.at(i))); ++i) {
            qsizetype backslashes = 0;
            while (i < commandLine.size() && commandLine.at(i) == u'\\') {
                ++backslashes;
                ++i;
            }
            if (i < commandLine.size() && commandLine.at(i) == u'"') {
                argument += QString(backslashes / 2, u'\\');
                if (backslashes % 2 == 1)
                    argument += u'"';
                else
                    isQuoted = !isQuoted;
                continue;
            }
            argument += QString(backslashes, u'\\');
            if (i == commandLine.size() || (!isQuoted && isBlank(commandLine.at(i))))
                break;
            argument += commandLine.at(i);
        }
        arguments += argument;
    }
    return arguments;
}

std::optional<QString> throughCmd(const QString &typed, const QMap<QString, QString> &variables)
{
    QString line;
    bool isQuoted = false;
    const QString text = withVariables(typed, variables);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\n' || c == u'\r' || c.unicode() < 0x20)
            return std::nullopt;
        if (c == u'"') {
            isQuoted = !isQuoted;
            line += c;
        } else if (!isQuoted && c == u'^') {
            if (++i == text.size())
                return std::nullopt; // the prompt waits for more
            line += text.at(i);
        } else if (!isQuoted && QStringView(u"&|<>()").contains(c)) {
            return std::nullopt;
        } else {
            line += c;
        }
    }
    return line;
}

std::optional<QString> throughPowerShell(const QString &typed, PowerShellVersion version)
{
    bool asksForOldRules = false;
    const auto words = PowerShellReader(typed).read(asksForOldRules);
    if (!words)
        return std::nullopt;
    const bool isOld = version != PowerShellVersion::New7 || asksForOldRules;
    QStringList line;
    for (const QString &word : *words)
        line +=
            isOld ? byOldRules(word, version != PowerShellVersion::Windows51) : byNewRules(word);
    return line.join(u' ');
}

} // namespace countersign
