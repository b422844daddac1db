// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/choicebox.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;

class TestChoiceBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsItsName();
    void opensByItsAction();
    void entryChosenFromOutside_isTaken();
    void keysInTheOpenList_chooseOnlyWithEnter();

private:
    QAccessibleInterface *access() const
    {
        return QAccessible::queryAccessibleInterface(m_box.get());
    }
    std::unique_ptr<ChoiceBox> m_box;
};

void TestChoiceBox::init()
{
    m_box = std::make_unique<ChoiceBox>();
    m_box->setAccessibleName(QStringLiteral("End state"));
    m_box->addItems({QStringLiteral("Success"), QStringLiteral("Failed"), QStringLiteral("Other")});
    m_box->setCurrentIndex(-1);
    m_box->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_box.get()));
}

void TestChoiceBox::keepsItsName()
{
    QCOMPARE(access()->role(), QAccessible::ComboBox);
    QCOMPARE(access()->text(QAccessible::Name), QStringLiteral("End state"));
    QCOMPARE(access()->text(QAccessible::Value), QString());
    m_box->setCurrentIndex(1);
    QCOMPARE(access()->text(QAccessible::Name), QStringLiteral("End state"));
    QCOMPARE(access()->text(QAccessible::Value), QStringLiteral("Failed"));
}

void TestChoiceBox::opensByItsAction()
{
    QAccessibleActionInterface *action = access()->actionInterface();
    QVERIFY(action);
    action->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(m_box->view()->isVisible());
    QVERIFY(access()->state().expanded);
    action->doAction(QAccessibleActionInterface::pressAction());
    QTRY_VERIFY(!m_box->view()->isVisible());
}

void TestChoiceBox::entryChosenFromOutside_isTaken()
{
    for (const bool isOpen : {false, true}) {
        m_box->setCurrentIndex(-1);
        if (isOpen)
            m_box->showPopup();
        QSignalSpy activated(m_box.get(), &QComboBox::activated);
        QAccessibleInterface *list = access()->child(0);
        QVERIFY(list);
        QCOMPARE(list->childCount(), 3);
        QAccessibleActionInterface *entry = list->child(1)->actionInterface();
        QVERIFY(entry && !entry->actionNames().isEmpty());
        entry->doAction(entry->actionNames().front());
        QTRY_COMPARE(m_box->currentIndex(), 1);
        QCOMPARE(activated.count(), 1);
        QTRY_VERIFY(!m_box->view()->isVisible());
    }
}

void TestChoiceBox::keysInTheOpenList_chooseOnlyWithEnter()
{
    m_box->setCurrentIndex(0);
    m_box->showPopup();
    QTest::keyClick(m_box->view(), Qt::Key_Down);
    QTest::keyClick(m_box->view(), Qt::Key_Down);
    QTest::qWait(50);
    QCOMPARE(m_box->currentIndex(), 0);
    QVERIFY(m_box->view()->isVisible());
    QTest::keyClick(m_box->view(), Qt::Key_Return);
    QTRY_COMPARE(m_box->currentIndex(), 2);
}

QTEST_MAIN(TestChoiceBox)
#include "tst_choicebox.moc"
