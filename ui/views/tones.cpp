// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/tones.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace countersign {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()),
                  channel(a.blue(), b.blue()));
}

QColor readable(QColor color, const QColor &background, const QColor &strongest, double needed)
{
    for (int step = 0; step < 10 && contrast(color, background) < needed; ++step)
        color = mixed(color, strongest, 0.2);
    return contrast(color, background) < needed ? strongest : color;
}

QColor accent(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return QColor(0x80, 0x86, 0x8c);
    case Tone::Danger:
    case Tone::Production:
        return QColor(0xb3, 0x26, 0x1e);
    case Tone::Sandbox:
    case Tone::Info:
        return QColor(0x1f, 0x6f, 0xa8);
    case Tone::Warning:
        return QColor(0xc7, 0x7c, 0x02);
    case Tone::Good:
        return QColor(0x2e, 0x7d, 0x32);
    case Tone::Violet:
        return QColor(0x7b, 0x3f, 0xa0);
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Active, QPalette::Window),
                    palette.color(QPalette::Active, QPalette::WindowText)) >= 20.0;
}

ToneColors toneColors(const QPalette &palette, Tone tone)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Window);
    const QColor strongest = palette.color(QPalette::Active, QPalette::WindowText);
    const bool isStark = isHighContrast(palette);
    const bool isDark = luminance(base) < luminance(strongest);
    const double share = isStark ? 0.0 : tone == Tone::Plain ? 0.06 : isDark ? 0.24 : 0.12;
    ToneColors colors;
    colors.background = mixed(base, accent(tone), share);
    colors.border = readable(accent(tone), base, strongest, isStark ? 7.0 : 3.0);
    // Text stands on patterns in the border's colour, too.
    colors.text = tone == Tone::Plain
                      ? strongest
                      : readable(accent(tone), colors.background, strongest, isStark ? 10.5 : 5.0);
    return colors;
}

QColor quietText(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor base = palette.color(QPalette::Window);
    return readable(mixed(text, base, 0.35), base, text, isHighContrast(palette) ? 7.0 : 4.6);
}

} // namespace countersign
