// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogchecks.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QGroupBox>
#include <QLabel>
#include <QTabBar>
#include <QTest>

namespace countersign {

QStringList tabStops(QWidget &window)
{
    QStringList names;
    constexpr int mostStops = 200;
    const QWidget *first = window.focusWidget();
    for (int i = 0; i < mostStops && window.focusWidget() != nullptr; ++i) {
        names += window.focusWidget()->objectName();
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        if (window.focusWidget() == first)
            return names;
    }
    return names;
}

QStringList namelessStops(const QWidget &window)
{
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isReached = widget->isVisible() && widget->focusPolicy() & Qt::TabFocus &&
                               widget->focusProxy() == nullptr;
        if (!isReached)
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).isEmpty())
            nameless += QString(QString::fromLatin1(widget->metaObject()->className()) +
                                QLatin1Char(' ') + widget->objectName());
    }
    return nameless;
}

QStringList descriptionsWithMarkup(const QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface != nullptr &&
            interface->text(QAccessible::Description).contains(QStringLiteral("<p ")))
            found += QString(QString::fromLatin1(widget->metaObject()->className()) +
                             QLatin1Char(' ') + widget->objectName());
    }
    return found;
}

QStringList doubleMnemonics(const QWidget &window)
{
    QStringList texts;
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            texts += button->text();
    }
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy() != nullptr)
            texts += label->text();
    }
    for (const auto *bar : window.findChildren<QTabBar *>()) {
        for (int i = 0; i < bar->count(); ++i)
            texts += bar->tabText(i);
    }
    QStringList doubles;
    QHash<QChar, QString> seen;
    for (const QString &text : texts) {
        const qsizetype mark = text.indexOf(QLatin1Char('&'));
        if (mark < 0)
            continue;
        const QChar letter = text.at(mark + 1).toUpper();
        if (seen.contains(letter))
            doubles += QStringLiteral("%1 and %2").arg(seen.value(letter), text);
        seen.insert(letter, text);
    }
    return doubles;
}

QString LongTexts::translate(const char *context, const char *source, const char *, int) const
{
    const QLatin1String from(context);
    if (from.startsWith(QLatin1String("Q")))
        return {};
    const QString text = QString::fromUtf8(source);
    QString more = text;
    more.remove(QLatin1Char('&')).remove(QLatin1Char('%'));
    return text + QLatin1Char(' ') + more.left(more.size() * 4 / 10);
}

} // namespace countersign
