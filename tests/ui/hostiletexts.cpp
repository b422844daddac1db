// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostiletexts.h"

#include <QLabel>
#include <QTextBrowser>
#include <QTextEdit>
#include <QWidget>

namespace countersign {

QStringList hostileTexts()
{
    return {
        QStringLiteral("<b>approved by security</b>"),
        QStringLiteral("exec-1<br>approved"),
        QStringLiteral("<img src=\"/etc/passwd\">"),
        QStringLiteral("<a href=\"file:///etc/passwd\">click</a>"),
        QStringLiteral("&lt;b&gt; &amp; & && &A"),
        QStringLiteral("{\"a\": \"<b>x</b>\"}"),
        QStringLiteral("abc\u202Edcba\u202C"),
        QStringLiteral("zero\u200Bwidth\uFEFF"),
        QString(QStringLiteral("nul") + QChar(0) + QStringLiteral("nul")),
        QString(QStringLiteral("lone") + QChar(0xD800) + QStringLiteral("x")),
        QString(QStringLiteral("a") + QString(10'000, QChar(0x0301))),
        QString(100'000, QLatin1Char('W')),
        QStringLiteral("line\nline\r\nline\ttab"),
        QStringLiteral("%1 %2 %n %L1"),
    };
}

QStringList unsafePlaces(const QWidget &root)
{
    QStringList found;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText)
            found += QStringLiteral("%1 “%2” guesses").arg(label->objectName(), label->text());
        if (label->openExternalLinks())
            found += QStringLiteral("%1 opens links").arg(label->objectName());
    }
    for (const QTextEdit *edit : root.findChildren<QTextEdit *>())
        found += QStringLiteral("%1 holds rich text").arg(edit->objectName());
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const QString tip = widget->toolTip();
        for (const QString &mark :
             {QStringLiteral("<b>approved"), QStringLiteral("<img"), QStringLiteral("<a href")}) {
            if (tip.contains(mark))
                found += QStringLiteral("%1 has the tip “%2”").arg(widget->objectName(), tip);
        }
    }
    return found;
}

} // namespace countersign
