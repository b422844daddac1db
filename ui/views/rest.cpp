// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rest.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign {

void Rest::begin(std::chrono::milliseconds length)
{
    const QDeadlineTimer end(length, Qt::PreciseTimer);
    if (m_end < end)
        m_end = end;
}

QString Rest::remainingText() const
{
    const auto tenths = static_cast<double>((qMax<qint64>(m_end.remainingTime(), 0) + 99) / 100);
    //: Answer to a press that came too early; %1 is a number such as 0.4.
    return QCoreApplication::translate("Rest", "ready in %1 s")
        .arg(QLocale().toString(tenths / 10.0, 'f', 1));
}

} // namespace countersign
