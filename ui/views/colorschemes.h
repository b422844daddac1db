// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/colorscheme.h"

#include <QObject>
#include <QString>

namespace countersign {

//! Gives the application the colours of a scheme. Made once, when the application has its desktop's
//! style and before any scheme is used.
class ColorSchemes : public QObject
{
    Q_OBJECT

public:
    explicit ColorSchemes(QObject *parent = nullptr);

    //! At once, in every window. Ours are drawn in Fusion, because a desktop's style need not
    //! honour colours that are not the desktop's; Desktop brings back its style and colours.
    void use(ColorScheme scheme);
    ColorScheme scheme() const { return m_scheme; }

private:
    QString m_desktopStyle;
    ColorScheme m_scheme = ColorScheme::Desktop;
};

} // namespace countersign
