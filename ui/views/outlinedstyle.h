// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPalette>
#include <QProxyStyle>

namespace countersign {

//! Fusion with lines that can be seen. Fusion draws the lines around fields, buttons and lists a
//! little darker than the window, which leaves nothing of them on a dark one.
class OutlinedStyle : public QProxyStyle
{
    Q_OBJECT

public:
    //! `outline` is the colour of the lines.
    explicit OutlinedStyle(const QColor &outline);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    //! Fusion lets the words of a button touch its ends.
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget = nullptr) const override;

private:
    //! The option with a window colour from which Fusion makes the outline; the same palette for
    //! the same palette, because Fusion keeps pictures by it.
    template <typename Option>
    Option outlined(const Option &option) const;

    QColor m_window;
    mutable QHash<qint64, QPalette> m_palettes;
};

} // namespace countersign
