// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/shortcutlist.h"

#include "ui/windows/actions.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ShortcutList)
};

QString words(const char *source)
{
    return QCoreApplication::translate("Actions", source);
}

//! Languages without Latin letters write a mnemonic behind the word, in brackets.
QString withoutMnemonic(QString text)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\(&\\w\\)"));
    text.remove(inBrackets);
    text.remove(QLatin1Char('&'));
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text.trimmed();
}

QString keysText(const std::vector<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts += key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

QString title()
{
    return Words::tr("Commands and keys of Countersign");
}

} // namespace

std::vector<ShortcutLine> shortcutLines()
{
    std::vector<ShortcutLine> lines;
    for (const ActionSpec &command : actionTable())
        lines.push_back({withoutMnemonic(words(command.text)), keysText(command.shortcuts),
                         words(command.tip)});
    lines.push_back({Words::tr("Confirm a decision"),
                     keysText({QKeySequence(Qt::CTRL | Qt::Key_Return)}),
                     Words::tr("In the dialog of a decision, once its button is live")});
    lines.push_back({Words::tr("Back"), keysText({QKeySequence(Qt::Key_Escape)}),
                     Words::tr("Leave a dialog; no decision is sent")});
    lines.push_back({Words::tr("Search the decisions"),
                     keysText({QKeySequence(Qt::CTRL | Qt::Key_F)}),
                     Words::tr("In the window of all decisions")});
    lines.push_back({Words::tr("Open the run of a decision"),
                     keysText({QKeySequence(Qt::CTRL | Qt::Key_O)}),
                     Words::tr("In the window of all decisions")});
    lines.push_back({Words::tr("Clear search and filters"),
                     keysText({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}),
                     Words::tr("In the window of all decisions")});
    return lines;
}

QString shortcutText(const std::vector<ShortcutLine> &lines)
{
    qsizetype widest = 0;
    for (const ShortcutLine &line : lines)
        widest = std::max(widest, line.keys.size());
    QString text = title() + QStringLiteral("\n\n");
    for (const ShortcutLine &line : lines) {
        //: %1 is the name of a command, %2 what it does
        const QString rest = Words::tr("%1: %2").arg(line.command, line.purpose);
        text += line.keys.leftJustified(widest + 2) + rest + QLatin1Char('\n');
    }
    return text;
}

std::unique_ptr<QTextDocument> shortcutDocument(const std::vector<ShortcutLine> &lines)
{
    auto document = std::make_unique<QTextDocument>();
    QTextCursor cursor(document.get());
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    cursor.insertText(title(), bold);
    QTextTableFormat format;
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setHeaderRowCount(1);
    format.setTopMargin(12);
    QTextTable *table = cursor.insertTable(static_cast<int>(lines.size()) + 1, 3, format);
    const auto fill = [table](int row, const QStringList &cells, const QTextCharFormat &look) {
        for (int column = 0; column < cells.size(); ++column)
            table->cellAt(row, column).firstCursorPosition().insertText(cells[column], look);
    };
    fill(0, {Words::tr("Command"), Words::tr("Keys"), Words::tr("What it does")}, bold);
    for (std::size_t i = 0; i < lines.size(); ++i)
        fill(static_cast<int>(i) + 1, {lines[i].command, lines[i].keys, lines[i].purpose}, {});
    return document;
}

} // namespace countersign
