// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/toneframe.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

namespace countersign {

ToneFrame::ToneFrame(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void ToneFrame::setTone(Tone tone)
{
    m_tone = tone;
    applyPalette();
    update();
}

void ToneFrame::setEdged(bool isEdged)
{
    m_isEdged = isEdged;
    update();
}

void ToneFrame::setStriped(bool isStriped)
{
    m_isStriped = isStriped;
    update();
}

void ToneFrame::setTintedText(bool isTinted)
{
    m_isTinted = isTinted;
    applyPalette();
}

void ToneFrame::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const ToneColors colors = toneColors(QGuiApplication::palette(), m_tone);
    QPainter painter(this);
    painter.fillRect(rect(), colors.background);
    if (m_isStriped) {
        QColor stripe = colors.border;
        stripe.setAlpha(38);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(stripe, 9));
        for (int x = -height(); x < width() + height(); x += 26)
            painter.drawLine(x, height() + 6, x + height() + 12, -6);
        painter.restore();
    }
    QColor line = colors.border;
    if (m_isEdged)
        line.setAlpha(110);
    painter.setPen(line);
    if (!m_isEdged) {
        painter.drawLine(0, height() - 1, width(), height() - 1);
        return;
    }
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(isMirrored ? width() - 4 : 0, 0, 4, height()), colors.border);
}

void ToneFrame::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isApplying)
        applyPalette();
}

void ToneFrame::applyPalette()
{
    m_isApplying = true;
    const ToneColors colors = toneColors(QGuiApplication::palette(), m_tone);
    QPalette own;
    own.setColor(QPalette::Active, QPalette::Window, colors.background);
    own.setColor(QPalette::Inactive, QPalette::Window, colors.background);
    if (m_isTinted) {
        own.setColor(QPalette::Active, QPalette::WindowText, colors.text);
        own.setColor(QPalette::Inactive, QPalette::WindowText, colors.text);
    }
    setPalette(own);
    m_isApplying = false;
}

} // namespace countersign
