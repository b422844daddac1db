// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/colorschemes.h"

#include "ui/views/outlinedstyle.h"
#include "ui/views/palettes.h"

#include <QApplication>

namespace countersign {

ColorSchemes::ColorSchemes(QObject *parent)
    : QObject(parent)
    , m_desktopStyle(QApplication::style()->objectName())
{
}

void ColorSchemes::use(ColorScheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    if (scheme == ColorScheme::Desktop)
        QApplication::setStyle(m_desktopStyle);
    else
        QApplication::setStyle(new OutlinedStyle(outlineFor(scheme)));
    QApplication::setPalette(paletteFor(scheme));
}

} // namespace countersign
