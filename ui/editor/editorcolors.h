// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciLexer;
class QsciScintilla;

namespace countersign {

//! Colours and font of a text with the application's palette, light, dark or high contrast. `lexer`
//! may be null.
void applyEditorColors(QsciScintilla &editor, QsciLexer *lexer);

//! True when the application's text is lighter than what it stands on.
bool hasDarkPalette();

} // namespace countersign
