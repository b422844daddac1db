// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/scrollaccess.h"

#include <QAccessible>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace countersign;

class TestScrollAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void childThatIsGone_isNone();
    void parts_areInOrder();
    void viewsAndTexts_haveTheirOwn();
};

void TestScrollAccess::initTestCase()
{
    QAccessible::setActive(true);
    installScrollAccess();
    installScrollAccess();
}

//! A client asks how many there are, and for the last; in between the window was made larger.
void TestScrollAccess::childThatIsGone_isNone()
{
    QScrollArea area;
    auto *large = new QLabel(QStringLiteral("x"));
    large->setFixedSize(500, 500);
    area.setWidget(large);
    area.resize(100, 100);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&area);
    QVERIFY(access);
    QTRY_COMPARE(access->childCount(), 3);
    QVERIFY(access->child(2));
    area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QTRY_COMPARE(access->childCount(), 1);
    QVERIFY(access->child(0));
    for (const int index : {1, 2, 3, 1'000, -1})
        QVERIFY(!access->child(index));
}

void TestScrollAccess::parts_areInOrder()
{
    QScrollArea area;
    area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    area.setCornerWidget(new QLabel(QStringLiteral("corner")));
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&area);
    const QObjectList expected{area.viewport(), area.horizontalScrollBar()->parentWidget(),
                               area.verticalScrollBar()->parentWidget(), area.cornerWidget()};
    QTRY_COMPARE(access->childCount(), int(expected.size()));
    for (int i = 0; i < expected.size(); ++i) {
        QAccessibleInterface *child = access->child(i);
        QVERIFY(child);
        QCOMPARE(child->object(), expected.at(i));
        QCOMPARE(access->indexOfChild(child), i);
        QCOMPARE(child->parent()->object(), static_cast<QObject *>(&area));
    }
    QCOMPARE(access->indexOfChild(access), -1);
    QCOMPARE(access->indexOfChild(nullptr), -1);
}

void TestScrollAccess::viewsAndTexts_haveTheirOwn()
{
    QListWidget list;
    list.addItem(QStringLiteral("one"));
    QCOMPARE(QAccessible::queryAccessibleInterface(&list)->role(), QAccessible::List);
    QPlainTextEdit text;
    QCOMPARE(QAccessible::queryAccessibleInterface(&text)->role(), QAccessible::EditableText);
}

QTEST_MAIN(TestScrollAccess)
#include "tst_scrollaccess.moc"
