// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editorcolors.h"

#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>

#include <vector>

namespace countersign {

namespace {

void applyLexerColors(QsciLexer &lexer, const QPalette &palette)
{
    const bool isDark = hasDarkPalette();
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    // On black comments are brighter, for contrast.
    const QColor comment = base == QColor(Qt::black) ? QColor(0xc8, 0xd0, 0xc8)
                           : isDark                  ? QColor(0xa0, 0xa8, 0xa0)
                                                     : QColor(0x5a, 0x66, 0x5a);
    const QColor name = isDark ? QColor(0x8c, 0xc4, 0xf0) : QColor(0x14, 0x5a, 0x8a);
    const QColor value = isDark ? QColor(0xe0, 0xb0, 0x80) : QColor(0x8a, 0x44, 0x0a);
    lexer.setDefaultPaper(base);
    lexer.setDefaultColor(text);
    lexer.setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    lexer.setPaper(base);
    lexer.setColor(text);
    const bool isJson = qobject_cast<QsciLexerJSON *>(&lexer) != nullptr;
    using Y = QsciLexerYAML;
    using J = QsciLexerJSON;
    for (const int style :
         isJson ? std::vector<int>{J::CommentLine, J::CommentBlock} : std::vector<int>{Y::Comment})
        lexer.setColor(comment, style);
    for (const int style :
         isJson ? std::vector<int>{J::Property} : std::vector<int>{Y::Identifier, Y::Reference})
        lexer.setColor(name, style);
    for (const int style : isJson ? std::vector<int>{J::String, J::Number, J::Keyword}
                                  : std::vector<int>{Y::Number, Y::Keyword, Y::TextBlockMarker})
        lexer.setColor(value, style);
}

} // namespace

bool hasDarkPalette()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

void applyEditorColors(QsciScintilla &editor, QsciLexer *lexer)
{
    const QPalette palette = QGuiApplication::palette();
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    editor.setPaper(palette.color(QPalette::Active, QPalette::Base));
    editor.setColor(text);
    editor.setCaretForegroundColor(text);
    editor.setSelectionBackgroundColor(palette.color(QPalette::Highlight));
    editor.setSelectionForegroundColor(palette.color(QPalette::HighlightedText));
    editor.setMarginsBackgroundColor(palette.color(QPalette::Window));
    editor.setMarginsForegroundColor(palette.color(QPalette::WindowText));
    if (lexer == nullptr)
        return;
    applyLexerColors(*lexer, palette);
    editor.setMarginsFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

} // namespace countersign
