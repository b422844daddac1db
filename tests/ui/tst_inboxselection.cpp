// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inboxmodel.h"
#include "app/viewmodels/bulkselection.h"
#include "dialogchecks.h"
#include "quietscreens.h"
#include "ui/dialogs/bulkdialog.h"
#include "ui/dialogs/confirmbutton.h"
#include "ui/windows/actions.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/inboxpane.h"
#include "ui/windows/mainwindow.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace countersign;

namespace {

WaitRow row(int number, WaitKind kind = WaitKind::Approval)
{
    WaitRow made;
    made.id.place = {ProfileId(QStringLiteral("sandbox")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.id.executionId =
        ExecutionId(QStringLiteral("exec-%1").arg(number, 4, 10, QLatin1Char('0')));
    made.id.taskExecutionId =
        TaskExecutionId(QString(made.id.executionId.text() + QStringLiteral(".t1")));
    made.profileAlias = QStringLiteral("acme");
    made.kind = kind;
    made.taskName = QStringLiteral("task%1").arg(number);
    made.waitingSince = QDateTime(QDate(2026, 11, 25), QTime(2, 0), Qt::UTC).addSecs(number);
    return made;
}

WaitSnapshot rows(int first, int last)
{
    WaitSnapshot snapshot;
    for (int number = first; number <= last; ++number)
        snapshot.rows.push_back(row(number));
    return snapshot;
}

} // namespace

//! Choosing several rows of the inbox, and what stands in the review's place meanwhile.
class TestInboxSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void shiftAndControlChooseSeveral();
    void severalHideTheReviewAndItsKeys();
    void everyRowOfTheFilter();
    void differentKinds_saysWhyNot();
    void tooMany_saysWhyNot();
    void assistiveTechnologyChoosesOneAtATime();
    void chooseSeveralRows_addsOneByOne();
    void aRowLeaves_theOthersStayChosen();
    void pressBesideTheRows_choosesNothingElse();
    void backToOne_showsItsReview();
    void failedOnesStayChosen();
    void actKeyOpensTheDialog();

private:
    InboxList *list() const { return m_window->findChild<InboxList *>(); }
    InboxPane *pane() const { return m_window->findChild<InboxPane *>(); }
    QString shown() const
    {
        return m_review->rowId() ? m_review->rowId()->executionId.text() : QString();
    }
    bool showsSeveral() const { return label("bulkHeading")->isVisible(); }
    QLabel *label(const char *name) const
    {
        return m_window->findChild<QLabel *>(QLatin1String(name));
    }
    QPushButton *button(const char *name) const
    {
        return m_window->findChild<QPushButton *>(QLatin1String(name));
    }
    void click(int number, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QModelIndex index = list()->model()->index(number, 0);
        list()->scrollTo(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers,
                          list()->visualRect(index).center());
    }

    std::unique_ptr<QuietScreens> m_screens;
    std::unique_ptr<ReviewViewModel> m_review;
    std::unique_ptr<MainWindow> m_window;
};

void TestInboxSelection::init()
{
    m_screens = std::make_unique<QuietScreens>();
    m_review = m_screens->newReview();
    m_window = std::make_unique<MainWindow>(WindowParts{m_screens->inbox,
                                                        *m_review,
                                                        m_screens->decisions,
                                                        m_screens->follow,
                                                        m_screens->open,
                                                        m_screens->personal.files.settings,
                                                        [this] { return m_screens->newReview(); },
                                                        {},
                                                        {},
                                                        {}});
    m_screens->inbox.model()->apply(rows(1, 12));
    m_window->resize(1366, 768);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestInboxSelection::cleanup()
{
    m_window.reset();
    m_review.reset();
    m_screens.reset();
}

void TestInboxSelection::shiftAndControlChooseSeveral()
{
    click(1);
    QCOMPARE(shown(), QStringLiteral("exec-0002"));
    click(3, Qt::ShiftModifier);
    QVERIFY(showsSeveral());
    QCOMPARE(label("bulkHeading")->text(), QStringLiteral("3 wait(s) chosen"));
    click(5, Qt::ControlModifier);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 4);
    click(2, Qt::ControlModifier);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 3);
    QTest::keyClick(list(), Qt::Key_Home);
    QVERIFY(!showsSeveral());
    QCOMPARE(shown(), QStringLiteral("exec-0001"));
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(showsSeveral());
    QVERIFY(pane()->hasSeveral());
}

void TestInboxSelection::severalHideTheReviewAndItsKeys()
{
    click(1);
    click(2, Qt::ShiftModifier);
    QCOMPARE(m_review->state(), ReviewViewModel::State::Empty);
    QVERIFY(!m_window->action(Command::Approve)->isEnabled());
    QVERIFY(!m_window->action(Command::CancelExecution)->isEnabled());
    QVERIFY(!m_window->action(Command::StartAgain)->isEnabled());
    QCOMPARE(m_window->action(Command::StartAgain)->statusTip(),
             QStringLiteral("No run is shown."));
    QCOMPARE(m_window->openDecision(Act::Approve), nullptr);
    QVERIFY(button("bulkApprove")->isEnabled());
    QVERIFY(button("bulkReject")->isEnabled());
    QCOMPARE(namelessStops(*m_window), QStringList());
    QCOMPARE(doubleMnemonics(*m_window), QStringList());
}

void TestInboxSelection::everyRowOfTheFilter()
{
    m_screens->inbox.setFilterText(QStringLiteral("task1"));
    QCOMPARE(list()->model()->rowCount(), 4); // task1, task10, task11, task12
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(label("bulkHeading")->text(), QStringLiteral("4 wait(s) chosen"));
}

void TestInboxSelection::differentKinds_saysWhyNot()
{
    WaitSnapshot mixed = rows(1, 2);
    mixed.rows.push_back(row(3, WaitKind::DebugStep));
    m_screens->inbox.model()->apply(mixed);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(showsSeveral());
    QVERIFY(!button("bulkApprove")->isEnabled());
    QVERIFY(!button("bulkReject")->isEnabled());
    QVERIFY(label("bulkWords")->text().contains(QStringLiteral("different kinds")));
    QVERIFY(button("bulkApprove")->toolTip().contains(QStringLiteral("different kinds")));
}

void TestInboxSelection::tooMany_saysWhyNot()
{
    m_screens->inbox.model()->apply(rows(1, mostInBulk + 50));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(label("bulkHeading")->text(),
             QStringLiteral("%1 wait(s) chosen").arg(mostInBulk + 50));
    QVERIFY(!button("bulkApprove")->isEnabled());
    QVERIFY(label("bulkWords")->text().contains(QString::number(mostInBulk)));
}

//! It adds to the selection and clears nothing; the review follows what it chose last.
void TestInboxSelection::assistiveTechnologyChoosesOneAtATime()
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list());
    QVERIFY(accessible && accessible->tableInterface());
    for (const int number : {2, 7, 4}) {
        QVERIFY(accessible->tableInterface()->selectRow(number));
        QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
        QCOMPARE(shown(), row(number + 1).id.executionId.text());
        QVERIFY(!showsSeveral());
    }
    // Also when a person had chosen several.
    click(1);
    click(3, Qt::ShiftModifier);
    QVERIFY(accessible->tableInterface()->selectRow(8));
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(shown(), QStringLiteral("exec-0009"));
    QVERIFY(!showsSeveral());
}

void TestInboxSelection::chooseSeveralRows_addsOneByOne()
{
    QMenu *menu = m_window->findChild<QToolButton *>(QStringLiteral("showButton"))->menu();
    const auto several = [menu] {
        for (QAction *action : menu->actions()) {
            if (action->text() == QStringLiteral("Choose several rows"))
                return action;
        }
        return static_cast<QAction *>(nullptr);
    };
    several()->trigger();
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list());
    for (const int number : {2, 7, 4})
        QVERIFY(accessible->tableInterface()->selectRow(number));
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 3);
    QVERIFY(showsSeveral());
    click(9);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 4);
    click(9);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 3);
    button("bulkOne")->click();
    QVERIFY(!showsSeveral());
    QCOMPARE(shown(), QStringLiteral("exec-0003"));
    Q_EMIT menu->aboutToShow();
    QVERIFY(!several()->isChecked());
    click(9);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
}

void TestInboxSelection::aRowLeaves_theOthersStayChosen()
{
    click(1);
    click(3, Qt::ShiftModifier);
    WaitSnapshot without = rows(1, 12);
    without.rows.erase(without.rows.begin() + 2);
    m_screens->inbox.model()->apply(without);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 2);
    QCOMPARE(label("bulkHeading")->text(), QStringLiteral("2 wait(s) chosen"));
    m_screens->inbox.model()->apply({});
    QVERIFY(!showsSeveral());
    QCOMPARE(m_review->state(), ReviewViewModel::State::Empty);
}

void TestInboxSelection::pressBesideTheRows_choosesNothingElse()
{
    m_screens->inbox.model()->apply(rows(1, 2));
    click(1);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      QPoint(20, list()->viewport()->height() - 5));
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(shown(), QStringLiteral("exec-0002"));
}

void TestInboxSelection::backToOne_showsItsReview()
{
    click(1);
    click(2, Qt::ShiftModifier);
    click(1);
    QVERIFY(!showsSeveral());
    QCOMPARE(shown(), QStringLiteral("exec-0002"));
    QCOMPARE(pane()->chosen()->id.executionId.text(), QStringLiteral("exec-0002"));
}

void TestInboxSelection::failedOnesStayChosen()
{
    click(1);
    click(5, Qt::ShiftModifier);
    pane()->chooseSeveral({row(3).id, row(5).id, row(900).id});
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 2);
    QCOMPARE(label("bulkHeading")->text(), QStringLiteral("2 wait(s) chosen"));
    pane()->chooseSeveral({row(4).id});
    QVERIFY(!showsSeveral());
    QCOMPARE(shown(), QStringLiteral("exec-0004"));
    click(5, Qt::ShiftModifier);
    pane()->chooseSeveral({});
    QVERIFY(!showsSeveral());
    QVERIFY(list()->selectionModel()->selectedIndexes().isEmpty());
}

void TestInboxSelection::actKeyOpensTheDialog()
{
    click(1);
    click(2, Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_window->findChild<BulkDialog *>());
    auto *dialog = m_window->findChild<BulkDialog *>();
    QCOMPARE(dialog->windowTitle(), QStringLiteral("Reject"));
    QVERIFY(!dialog->confirmButton()->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
    QVERIFY(m_screens->decisions.all().empty());
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 2);
}

QTEST_MAIN(TestInboxSelection)
#include "tst_inboxselection.moc"
