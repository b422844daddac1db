// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/palettes.h"

namespace countersign {

namespace {

//! What the other roles of a palette are made from.
struct Inks
{
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor quiet; //!< placeholders
    QColor disabled;
    QColor highlight;
    QColor highlighted; //!< text on the highlight
    QColor link;
    QColor visited;
    QColor outline;
};

constexpr QRgb rgb(unsigned hex)
{
    return 0xff000000U | hex;
}

Inks lightInks()
{
    return {rgb(0xf3f4f5), rgb(0xffffff), rgb(0xf7f7f7), rgb(0xeff0f1),
            rgb(0x1b1d1f), rgb(0x666a6e), rgb(0x6a6e72), rgb(0x2a6fa8),
            rgb(0xffffff), rgb(0x0b5cad), rgb(0x6a3d9a), rgb(0x74787e)};
}

Inks darkInks()
{
    return {rgb(0x2a2d31), rgb(0x1f2124), rgb(0x26292c), rgb(0x303338),
            rgb(0xf0f0f0), rgb(0x9aa0a6), rgb(0xa8acb0), rgb(0x2d6da3),
            rgb(0xffffff), rgb(0x7ab8ff), rgb(0xc9a3f0), rgb(0x8a8e94)};
}

Inks highContrastInks()
{
    return {rgb(0x000000), rgb(0x000000), rgb(0x000000), rgb(0x000000),
            rgb(0xffffff), rgb(0xd0d0d0), rgb(0xa8a8a8), rgb(0xffff00),
            rgb(0x000000), rgb(0xffff00), rgb(0xffc0ff), rgb(0xffffff)};
}

Inks inksFor(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::Dark:
        return darkInks();
    case ColorScheme::HighContrast:
        return highContrastInks();
    case ColorScheme::Light:
    case ColorScheme::Desktop:
        break;
    }
    return lightInks();
}

} // namespace

QPalette paletteFor(ColorScheme scheme)
{
    if (scheme == ColorScheme::Desktop)
        return {};
    const Inks inks = inksFor(scheme);
    // Shades of bevels come from button and window; the rest is set below.
    QPalette palette(inks.button, inks.window);
    palette.setColor(QPalette::Base, inks.base);
    palette.setColor(QPalette::AlternateBase, inks.alternate);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(role, inks.text);
        palette.setColor(QPalette::Disabled, role, inks.disabled);
    }
    palette.setColor(QPalette::BrightText, inks.text);
    palette.setColor(QPalette::ToolTipBase, inks.button);
    palette.setColor(QPalette::ToolTipText, inks.text);
    palette.setColor(QPalette::PlaceholderText, inks.quiet);
    palette.setColor(QPalette::Highlight, inks.highlight);
    palette.setColor(QPalette::HighlightedText, inks.highlighted);
    palette.setColor(QPalette::Link, inks.link);
    palette.setColor(QPalette::LinkVisited, inks.visited);
    return palette;
}

QColor outlineFor(ColorScheme scheme)
{
    return scheme == ColorScheme::Desktop ? QColor() : inksFor(scheme).outline;
}

} // namespace countersign
