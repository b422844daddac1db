// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/reviewviewmodel.h"
#include "quietscreens.h"
#include "ui/windows/reviewpage.h"
#include "ui/windows/reviewwindow.h"

#include <QAction>
#include <QPointer>
#include <QScreen>
#include <QTest>

using namespace countersign;

class TestReviewWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsItsWait_andClosesByKey();
    void placeIsRemembered();
    void titleHoldsNoIds();
    void fitsSmallScreens();
};

namespace {

WaitRow someRow()
{
    WaitRow row;
    row.id = {{ProfileId(QStringLiteral("p")), RegionId(QStringLiteral("cn-hangzhou"))},
              ExecutionId(QStringLiteral("exec-0001")),
              TaskExecutionId(QStringLiteral("exec-0001.t1"))};
    row.taskName = QStringLiteral("approveRestart");
    row.kind = WaitKind::Approval;
    return row;
}

QPointer<ReviewWindow> newWindow(QuietScreens &screens)
{
    auto *window = new ReviewWindow(screens.newReview(), screens.decisions, screens.inbox,
                                    screens.personal.files.settings);
    window->showRow(someRow());
    window->show();
    return window;
}

} // namespace

void TestReviewWindow::showsItsWait_andClosesByKey()
{
    QuietScreens screens;
    const QPointer<ReviewWindow> window = newWindow(screens);
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QVERIFY(window->findChild<ReviewPage *>()->isVisible());
    QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!window);
}

void TestReviewWindow::placeIsRemembered()
{
    QuietScreens screens;
    QPointer<ReviewWindow> window = newWindow(screens);
    window->resize(701, 603);
    QCoreApplication::processEvents();
    window->close();
    QTRY_VERIFY(!window);
    window = newWindow(screens);
    QCOMPARE(window->size(), QSize(701, 603));
    delete window;
}

void TestReviewWindow::titleHoldsNoIds()
{
    QuietScreens screens;
    const QPointer<ReviewWindow> window = newWindow(screens);
    QVERIFY(!window->windowTitle().contains(QStringLiteral("exec-")));
    QVERIFY(!window->windowTitle().contains(QStringLiteral("approveRestart")));
    delete window;
}

void TestReviewWindow::fitsSmallScreens()
{
    QuietScreens screens;
    const QPointer<ReviewWindow> window = newWindow(screens);
    const QSize room = window->screen()->availableSize();
    QVERIFY(window->width() <= room.width() && window->height() <= room.height());
    // 768 physical pixels at 200 per cent leave 384.
    QVERIFY(window->minimumHeight() <= 384 - 24);
    QVERIFY(window->minimumSizeHint().width() <= 683);
    delete window;
}

QTEST_MAIN(TestReviewWindow)
#include "tst_reviewwindow.moc"
