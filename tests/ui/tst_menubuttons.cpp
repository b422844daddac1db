// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/menubuttons.h"

#include <QAccessible>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace countersign;

class TestMenuButtons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void menu_opensByItsAction_data();
    void menu_opensByItsAction();
    void menuOfDisabledButton_staysShut();
};

namespace {

std::unique_ptr<QAbstractButton> newButton(bool isTool, const QString &text)
{
    std::unique_ptr<QAbstractButton> button;
    if (isTool)
        button = std::make_unique<QToolButton>();
    else
        button = std::make_unique<QPushButton>();
    button->setText(text);
    button->show();
    // Somebody has read the button before it got its menu.
    QAccessible::setActive(true);
    QAccessible::queryAccessibleInterface(button.get());
    auto *menu = new QMenu(button.get());
    menu->addAction(QStringLiteral("Choose several rows"));
    if (auto *tool = qobject_cast<QToolButton *>(button.get()))
        giveMenu(tool, menu);
    else
        giveMenu(qobject_cast<QPushButton *>(button.get()), menu);
    return button;
}

} // namespace

void TestMenuButtons::menu_opensByItsAction_data()
{
    QTest::addColumn<bool>("isTool");
    QTest::newRow("push button") << false;
    QTest::newRow("tool button") << true;
}

void TestMenuButtons::menu_opensByItsAction()
{
    QFETCH(bool, isTool);
    const auto button = newButton(isTool, QStringLiteral("&Show && tell"));
    QVERIFY(QTest::qWaitForWindowExposed(button.get()));
    auto *menu = button->findChild<QMenu *>();
    const QSignalSpy chosen(menu->actions().front(), &QAction::triggered);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(button.get());
    QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Show & tell"));
    QVERIFY(access->state().hasPopup);

    // The action returns while the menu is open: nobody waits for it to close.
    access->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(access->state().expanded);
    QCOMPARE(access->childCount(), 1);
    QAccessibleInterface *entry = access->child(0)->child(0);
    QCOMPARE(entry->text(QAccessible::Name), QStringLiteral("Choose several rows"));
    entry->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(chosen.size(), 1);

    menu->hide();
    access->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QTRY_VERIFY(menu->isVisible());
    access->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QTRY_VERIFY(!menu->isVisible());
}

void TestMenuButtons::menuOfDisabledButton_staysShut()
{
    const auto button = newButton(false, QStringLiteral("More"));
    button->setEnabled(false);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(button.get());
    access->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY(!button->findChild<QMenu *>()->isVisible());
}

QTEST_MAIN(TestMenuButtons)
#include "tst_menubuttons.moc"
