// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/menubuttons.h"

#include <QAccessibleWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <mutex>

namespace countersign {

namespace {

QMenu *menuOf(QObject *object)
{
    if (const auto *button = qobject_cast<QPushButton *>(object))
        return button->menu();
    const auto *button = qobject_cast<QToolButton *>(object);
    return button ? button->menu() : nullptr;
}

//! The button's text as it is read: without the mark of its key.
QString readText(const QString &text)
{
    QString read;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && ++i == text.size())
            break;
        read += text.at(i);
    }
    return read;
}

class MenuButtonAccess : public QAccessibleWidget
{
public:
    explicit MenuButtonAccess(QAbstractButton *button)
        : QAccessibleWidget(button, QAccessible::ButtonMenu)
    {
    }

    int childCount() const override { return menuOf(object()) ? 1 : 0; }
    QAccessibleInterface *child(int index) const override
    {
        QMenu *menu = menuOf(object());
        return index == 0 && menu ? QAccessible::queryAccessibleInterface(menu) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        QMenu *menu = menuOf(object());
        return child && menu && child->object() == menu ? 0 : -1;
    }
    QString text(QAccessible::Text kind) const override
    {
        const QString own = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && own.isEmpty() ? readText(button()->text()) : own;
    }
    QAccessible::State state() const override
    {
        QAccessible::State result = QAccessibleWidget::state();
        const QMenu *menu = menuOf(object());
        result.hasPopup = true;
        result.expandable = true;
        result.expanded = menu && menu->isVisible();
        return result;
    }
    QStringList actionNames() const override
    {
        return QStringList{showMenuAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        QMenu *menu = menuOf(object());
        if (name != showMenuAction())
            QAccessibleWidget::doAction(name);
        else if (menu && menu->isVisible())
            menu->hide();
        else if (menu && button()->isEnabled())
            menu->popup(button()->mapToGlobal(button()->rect().bottomLeft()));
    }

private:
    QAbstractButton *button() const { return static_cast<QAbstractButton *>(object()); }
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *button = menuOf(object) ? qobject_cast<QAbstractButton *>(object) : nullptr;
    return button ? new MenuButtonAccess(button) : nullptr;
}

//! What was said of the button before it had a menu is dropped.
void renewAccess(QAbstractButton *button)
{
    static std::once_flag isInstalled;
    std::call_once(isInstalled, [] { QAccessible::installFactory(makeAccess); });
    QAccessibleInterface *known = QAccessible::queryAccessibleInterface(button);
    if (known && !dynamic_cast<MenuButtonAccess *>(known))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

} // namespace

void giveMenu(QPushButton *button, QMenu *menu)
{
    button->setMenu(menu);
    renewAccess(button);
}

void giveMenu(QToolButton *button, QMenu *menu)
{
    button->setMenu(menu);
    renewAccess(button);
}

} // namespace countersign
