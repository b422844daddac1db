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

void ToneFrame::setPattern(EnvironmentPattern pattern)
{
    m_pattern = pattern;
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
    const bool isStark = isHighContrast(QGuiApplication::palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.background);
    QColor shade = colors.border;
    shade.setAlpha(isStark ? 64 : 38);
    paintPattern(painter, shade);
    QColor line = colors.border;
    if (m_isEdged && !isStark)
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

void ToneFrame::paintPattern(QPainter &painter, const QColor &color) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 9));
    constexpr int step = 26;
    switch (m_pattern) {
    case EnvironmentPattern::Plain:
        break;
    case EnvironmentPattern::Stripes:
        for (int x = -height(); x < width() + height(); x += step)
            painter.drawLine(x, height() + 6, x + height() + 12, -6);
        break;
    case EnvironmentPattern::Bars:
        for (int x = step / 2; x < width(); x += step)
            painter.drawLine(x, 0, x, height());
        break;
    case EnvironmentPattern::Dots:
    case EnvironmentPattern::Checks:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (int y = 0, row = 0; y < height(); y += step / 2, ++row) {
            for (int x = row % 2 == 0 ? 0 : step / 2; x < width(); x += step) {
                if (m_pattern == EnvironmentPattern::Dots)
                    painter.drawEllipse(QPointF(x + 6, y + 6), 3.5, 3.5);
                else
                    painter.drawRect(x, y, step / 2, step / 2);
            }
        }
        break;
    }
    painter.restore();
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
