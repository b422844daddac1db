// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/iconlabel.h"

#include "ui/views/icons.h"

#include <QPainter>

namespace countersign {

IconLabel::IconLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void IconLabel::setIcon(const QString &name, int size)
{
    m_name = name;
    m_size = size;
    updateGeometry();
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = qMax(m_size, m_size * fontMetrics().height() / 17);
    return QSize(side, side);
}

void IconLabel::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    const int side = sizeHint().width();
    const QRect place(0, (height() - side) / 2, side, side);
    QPainter painter(this);
    ownIcon(m_name, palette().color(foregroundRole())).paint(&painter, place);
}

} // namespace countersign
