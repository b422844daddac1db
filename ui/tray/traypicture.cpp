// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/traypicture.h"

#include "ui/views/icons.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace countersign {

namespace {

const QColor ink(0x1a, 0x1a, 0x1a);
const QColor paper(0xff, 0xd5, 0x4a);

//! Where badges stand: the lower right corner, `widthOf` badge heights wide.
QRectF corner(int size, double widthOf)
{
    const double height = std::round(size * 0.7);
    const double width = std::min<double>(size, std::round(height * widthOf));
    return {size - width + 0.5, size - height + 0.5, width - 1, height - 1};
}

void drawPlate(QPainter &painter, const QRectF &place, double radius)
{
    painter.setPen(QPen(ink, 1));
    painter.setBrush(paper);
    painter.drawRoundedRect(place, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
}

void drawNumber(QPainter &painter, int size, int number)
{
    const QString text = number > 9 ? QStringLiteral("9+") : QString::number(number);
    const QRectF place = corner(size, number > 9 ? 1.45 : 1.0);
    drawPlate(painter, place, place.height() / 2);
    QFont font;
    font.setBold(true);
    font.setPixelSize(std::max(9, static_cast<int>(std::round(place.height() * 0.92))));
    QPainterPath digits;
    digits.addText(0, 0, font, text);
    QPointF toMiddle = place.center() - digits.boundingRect().center();
    toMiddle.setY(std::round(toMiddle.y())); // digits stand on whole pixels, or they blur
    painter.drawPath(digits.translated(toMiddle));
}

void drawExclamation(QPainter &painter, int size)
{
    const QRectF place = corner(size, 1.0);
    drawPlate(painter, place, place.height() / 6);
    const double stroke = std::max(2.0, std::round(place.height() / 5));
    const double left = std::round(place.center().x() - stroke / 2);
    const double top = std::round(place.top() + place.height() * 0.2);
    const double bottom = std::round(place.bottom() - place.height() * 0.2);
    painter.drawRect(QRectF(left, top, stroke, bottom - top - stroke - 1));
    painter.drawRect(QRectF(left, bottom - stroke, stroke, stroke));
}

void drawPadlock(QPainter &painter, int size)
{
    const QRectF place = corner(size, 1.0);
    const double bow = place.height() * 0.48;
    const QRectF body(place.left(), place.top() + bow, place.width(), place.height() - bow);
    const double stroke = std::max(1.5, place.height() / 7);
    const QRectF arch(place.left() + place.width() * 0.2, place.top() + stroke / 2,
                      place.width() * 0.6, bow * 2);
    for (const auto &[color, width] : {std::pair(ink, stroke + 2), std::pair(paper, stroke)}) {
        painter.setPen(QPen(color, width));
        painter.drawArc(arch, 0, 180 * 16);
    }
    drawPlate(painter, body, 1);
    const double hole = std::max(2.0, std::round(body.height() / 3));
    painter.drawRect(QRectF(std::round(body.center().x() - hole / 2),
                            std::round(body.center().y() - hole / 2), hole, hole));
}

QPixmap picture(TrayState state, int needYou, int size)
{
    QPixmap drawn = programIcon().pixmap(QSize(size, size), 1.0);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case TrayState::Watching:
        if (needYou > 0)
            drawNumber(painter, size, needYou);
        break;
    case TrayState::NothingWatched:
        drawExclamation(painter, size);
        break;
    case TrayState::Locked:
        drawPadlock(painter, size);
        break;
    }
    return drawn;
}

} // namespace

QIcon trayPicture(TrayState state, int needYou)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(picture(state, needYou, size));
    return icon;
}

} // namespace countersign
