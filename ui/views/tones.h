// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

QT_BEGIN_NAMESPACE
class QPalette;
QT_END_NAMESPACE

namespace countersign {

//! What a coloured place means. Colour only repeats what a word and an icon say.
enum class Tone { Plain, Danger, Production, Sandbox, Warning, Info, Good, Violet };

struct ToneColors
{
    QColor background;
    QColor border; //!< at least 3:1 against the palette's window
    QColor text;   //!< at least 4.5:1 against the background, 7:1 in high contrast
};

//! True where text is black on white or white on black, or nearly so: whoever chose that gets no
//! tints, and lines that are plainly there.
bool isHighContrast(const QPalette &palette);

//! Colours of a tone that go with the palette, light, dark or high contrast.
ToneColors toneColors(const QPalette &palette, Tone tone);

//! Contrast of two opaque colours as in WCAG 2.1, 1 to 21.
double contrast(const QColor &a, const QColor &b);

//! A quieter text colour than the palette's, still 4.5:1 against its window, 7:1 in high contrast.
QColor quietText(const QPalette &palette);

} // namespace countersign
