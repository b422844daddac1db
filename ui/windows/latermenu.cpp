// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/latermenu.h"

#include <QLocale>

namespace countersign {

namespace {

const QTime morning(9, 0);

QDateTime nextMorning(const QDate &day)
{
    // Where a clock is put forward over this hour, the first moment after it is meant.
    const QDateTime time(day, morning);
    return time.isValid() ? time : day.startOfDay().addSecs(9 * 3'600);
}

QString withTime(const QString &words, const QDateTime &time)
{
    //: %1 is a span such as "In an hour", %2 the time at which it ends
    return LaterMenu::tr("%1 (%2)").arg(
        words, QLocale().toString(time.toLocalTime(), QStringLiteral("ddd HH:mm")));
}

} // namespace

LaterMenu::LaterMenu(QWidget *parent)
    : QMenu(parent)
{
    connect(this, &QMenu::aboutToShow, this, &LaterMenu::fill);
    fill();
}

void LaterMenu::add(const QString &text, const QDateTime &until)
{
    connect(addAction(text), &QAction::triggered, this,
            [this, until] { Q_EMIT chosen(until.isValid() ? until.toUTC() : until); });
}

void LaterMenu::fill()
{
    clear();
    const QDateTime now = QDateTime::currentDateTime();
    add(withTime(tr("In half an hour"), now.addSecs(1'800)), now.addSecs(1'800));
    add(withTime(tr("In an hour"), now.addSecs(3'600)), now.addSecs(3'600));
    add(withTime(tr("In four hours"), now.addSecs(4 * 3'600)), now.addSecs(4 * 3'600));
    const QDateTime tomorrow = nextMorning(now.date().addDays(1));
    add(withTime(tr("Tomorrow morning"), tomorrow), tomorrow);
    const QDateTime monday = nextMorning(now.date().addDays(8 - now.date().dayOfWeek()));
    if (monday != tomorrow)
        add(withTime(tr("Monday morning"), monday), monday);
    addSeparator();
    add(tr("Until it changes"), {});
}

} // namespace countersign
