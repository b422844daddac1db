// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/safelabel.h"

#include "ui/views/tones.h"

#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>

namespace countersign {

SafeLabel::SafeLabel(QWidget *parent)
    : SafeLabel(Use::Words, parent)
{
}

SafeLabel::SafeLabel(Use use, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setOpenExternalLinks(false);
    setWordWrap(true);
    if (use == Use::Copyable)
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void SafeLabel::setWeight(bool isBold, double scale)
{
    QFont changed = QGuiApplication::font();
    changed.setBold(isBold);
    changed.setPointSizeF(changed.pointSizeF() * scale);
    setFont(changed);
}

void SafeLabel::setFixedWidthFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(QGuiApplication::font().pointSizeF());
    setFont(fixed);
}

void SafeLabel::setQuiet(bool isQuiet)
{
    m_isQuiet = isQuiet;
    applyQuiet();
}

void SafeLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_isQuiet && !m_isApplying)
        applyQuiet();
}

void SafeLabel::applyQuiet()
{
    m_isApplying = true;
    QPalette own;
    if (m_isQuiet) {
        own = parentWidget() != nullptr ? parentWidget()->palette() : QGuiApplication::palette();
        const QColor color = quietText(own);
        own = QPalette();
        own.setColor(QPalette::Active, QPalette::WindowText, color);
        own.setColor(QPalette::Inactive, QPalette::WindowText, color);
    }
    setPalette(own);
    m_isApplying = false;
}

} // namespace countersign
