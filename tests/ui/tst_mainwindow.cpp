// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flows/followflow.h"
#include "app/flows/reviewflow.h"
#include "app/flows/watchflow.h"
#include "app/models/inboxfilter.h"
#include "app/models/inboxmodel.h"
#include "app/settings/personalfiles.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "dialogchecks.h"
#include "hostiletexts.h"
#include "quietworld.h"
#include "ui/windows/actions.h"
#include "ui/windows/inboxlist.h"
#include "ui/windows/inboxpane.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/reviewpage.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace countersign;

namespace {

WaitRow row(int number)
{
    WaitRow made;
    made.id.place = {ProfileId(QStringLiteral("sandbox")), RegionId(QStringLiteral("cn-hangzhou"))};
    made.id.executionId =
        ExecutionId(QStringLiteral("exec-%1").arg(number, 4, 10, QLatin1Char('0')));
    made.id.taskExecutionId =
        TaskExecutionId(QString(made.id.executionId.text() + QStringLiteral(".t1")));
    made.profileAlias = QStringLiteral("acme");
    made.kind = WaitKind::Approval;
    made.taskName = QStringLiteral("task%1").arg(number);
    made.templateName = QStringLiteral("restart-fleet");
    made.starter = QStringLiteral("zhang.wei(1)");
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

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsChosenByItself();
    void reviewFollowsTheSelection();
    void rowsWhileInactive_beginInTheList();
    void openedRunTakesThePlaceOfTheChosenRow();
    void removedRowAdvancesNothing();
    void refreshKeepsPlaceAndText();
    void addingToTheSelectionMovesIt();
    void listSpeaks();
    void everythingHasAName();
    void hostileRowsStayText();
    void narrowShowsOnePane();
    void closedIntoTheTray_quitStillEnds();
    void fitsSmallScreens();

private:
    std::unique_ptr<MainWindow> newWindow();
    InboxList *list() const { return m_window->findChild<InboxList *>(); }
    void choose(int number) { list()->setCurrentIndex(list()->model()->index(number, 0)); }
    QString shown() const
    {
        return m_review->rowId() ? m_review->rowId()->executionId.text() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QuietWorld> m_world;
    std::unique_ptr<WatchFlow> m_watch;
    std::unique_ptr<InboxViewModel> m_inbox;
    std::unique_ptr<ReviewViewModel> m_review;
    std::unique_ptr<DecisionsViewModel> m_decisions;
    std::unique_ptr<FollowFlow> m_followFlow;
    std::unique_ptr<FollowViewModel> m_follow;
    std::unique_ptr<OpenViewModel> m_open;
    std::unique_ptr<PersonalFiles> m_files;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_world = std::make_unique<QuietWorld>();
    m_watch = std::make_unique<WatchFlow>(m_world->services);
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<PersonalFiles>(m_folder->path(), m_world->clock);
    m_inbox = std::make_unique<InboxViewModel>(*m_watch, *m_files);
    m_review = std::make_unique<ReviewViewModel>(std::make_unique<ReviewFlow>(m_world->services),
                                                 *m_files);
    m_decisions = std::make_unique<DecisionsViewModel>();
    m_followFlow = std::make_unique<FollowFlow>(m_world->services);
    m_follow = std::make_unique<FollowViewModel>(*m_followFlow, *m_decisions, *m_files);
    m_open = std::make_unique<OpenViewModel>(m_world->services);
    m_window = newWindow();
    m_inbox->model()->apply(rows(1, 60));
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

std::unique_ptr<MainWindow> TestMainWindow::newWindow()
{
    return std::make_unique<MainWindow>(
        WindowParts{*m_inbox,
                    *m_review,
                    *m_decisions,
                    *m_follow,
                    *m_open,
                    m_files->settings,
                    [this] {
                        return std::make_unique<ReviewViewModel>(
                            std::make_unique<ReviewFlow>(m_world->services), *m_files);
                    },
                    {},
                    {},
                    {}});
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_open.reset();
    m_follow.reset();
    m_followFlow.reset();
    m_decisions.reset();
    m_review.reset();
    m_inbox.reset();
    m_watch.reset();
    m_files.reset();
    m_world.reset();
}

void TestMainWindow::nothingIsChosenByItself()
{
    QCOMPARE(list()->model()->rowCount(), 60);
    QCOMPARE(m_review->state(), ReviewViewModel::State::Empty);
    QVERIFY(list()->selectionModel()->selectedIndexes().isEmpty());
}

void TestMainWindow::reviewFollowsTheSelection()
{
    choose(0);
    QCOMPARE(shown(), QStringLiteral("exec-0001"));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(shown(), QStringLiteral("exec-0002"));
    QTest::keyClick(list(), Qt::Key_Home);
    QCOMPARE(shown(), QStringLiteral("exec-0001"));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
}

void TestMainWindow::rowsWhileInactive_beginInTheList()
{
    m_window.reset();
    m_inbox->model()->apply({});
    m_window = newWindow();
    m_window->show();
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_inbox->model()->apply(rows(1, 3));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QCOMPARE(QApplication::focusWidget(), list());
}

void TestMainWindow::openedRunTakesThePlaceOfTheChosenRow()
{
    choose(3);
    QCOMPARE(shown(), QStringLiteral("exec-0004"));
    m_window->openWaits({row(900).id}); // not listed
    QCOMPARE(shown(), QStringLiteral("exec-0900"));
    // No refresh marks a row that is not the one that is shown.
    m_inbox->model()->apply(rows(1, 61));
    QVERIFY(list()->selectionModel()->selectedIndexes().isEmpty());
    choose(3);
    QCOMPARE(shown(), QStringLiteral("exec-0004"));
}

void TestMainWindow::removedRowAdvancesNothing()
{
    choose(4);
    QCOMPARE(shown(), QStringLiteral("exec-0005"));
    WaitSnapshot without = rows(1, 60);
    without.rows.erase(without.rows.begin() + 4);
    m_inbox->model()->apply(without);
    QCOMPARE(list()->model()->rowCount(), 59);
    QVERIFY(list()->selectionModel()->selectedIndexes().isEmpty());
    QCOMPARE(shown(), QStringLiteral("exec-0005"));
    auto *pane = m_window->findChild<InboxPane *>();
    QVERIFY(!pane->isChosenListed());
    QVERIFY(pane->hasNext());
    pane->chooseNext();
    QCOMPARE(shown(), QStringLiteral("exec-0006"));
    m_inbox->model()->apply(rows(1, 60));
    QCOMPARE(shown(), QStringLiteral("exec-0006"));
}

void TestMainWindow::refreshKeepsPlaceAndText()
{
    auto *filter = m_window->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    choose(30);
    list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum() / 2);
    const int place = list()->verticalScrollBar()->value();
    QVERIFY(place > 0);
    filter->setText(QStringLiteral("task"));
    list()->verticalScrollBar()->setValue(place);
    m_inbox->refresh();
    WaitSnapshot next = rows(1, 60);
    next.rows[59].taskName = QStringLiteral("task-changed");
    m_inbox->model()->apply(next);
    QCoreApplication::processEvents();
    QCOMPARE(filter->text(), QStringLiteral("task"));
    QCOMPARE(list()->verticalScrollBar()->value(), place);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(shown(), QStringLiteral("exec-0031"));
    filter->setText(QStringLiteral("no such row"));
    QTRY_VERIFY(!list()->isVisible());
    QCOMPARE(shown(), QStringLiteral("exec-0031"));
    filter->clear();
    QTRY_VERIFY(list()->isVisible());
    QTRY_COMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(shown(), QStringLiteral("exec-0031"));
}

void TestMainWindow::addingToTheSelectionMovesIt()
{
    choose(2);
    // As assistive technology selects: it adds, and clears nothing.
    list()->selectionModel()->select(list()->model()->index(7, 0), QItemSelectionModel::Select);
    QCOMPARE(shown(), QStringLiteral("exec-0008"));
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    list()->selectionModel()->select(list()->model()->index(7, 0), QItemSelectionModel::Deselect);
    QCOMPARE(shown(), QStringLiteral("exec-0008"));
}

void TestMainWindow::listSpeaks()
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(list());
    QVERIFY(interface != nullptr);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Waiting executions"));
    QCOMPARE(interface->childCount(), 60);
    const QString first = interface->child(0)->text(QAccessible::Name);
    QVERIFY2(first.contains(QStringLiteral("task1")) &&
                 first.contains(QStringLiteral("cn-hangzhou")),
             qPrintable(first));
    auto *filter = m_window->findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    QCOMPARE(QAccessible::queryAccessibleInterface(filter)->text(QAccessible::Name),
             QStringLiteral("Filter"));
}

void TestMainWindow::everythingHasAName()
{
    choose(0);
    QCoreApplication::processEvents();
    QStringList nameless;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool isReached = widget->isVisible() && widget->focusPolicy() & Qt::TabFocus &&
                               widget->focusProxy() == nullptr;
        if (!isReached)
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).isEmpty())
            nameless += QString(QString::fromLatin1(widget->metaObject()->className()) +
                                QLatin1Char(' ') + widget->objectName());
    }
    QCOMPARE(nameless, QStringList());
    QCOMPARE(descriptionsWithMarkup(*m_window), QStringList());
}

void TestMainWindow::hostileRowsStayText()
{
    for (const QString &text : hostileTexts()) {
        WaitSnapshot snapshot = rows(1, 1);
        WaitRow &hostile = snapshot.rows.front();
        hostile.taskName = text;
        hostile.templateName = text;
        hostile.starter = text;
        hostile.description = text;
        hostile.profileAlias = text;
        hostile.call = {text, text};
        hostile.kind = WaitKind::HighRisk;
        m_inbox->model()->apply(snapshot);
        choose(0);
        QCoreApplication::processEvents();
        QCOMPARE(unsafePlaces(*m_window), QStringList());
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole),
                               int(Qt::AccessibleTextRole), int(InboxModel::HeadingRole),
                               int(InboxModel::DetailRole), int(InboxModel::StarterRole)}) {
            const QString given = list()->model()->index(0, 0).data(role).toString();
            QVERIFY(!given.contains(QChar(0x202E)) && !given.contains(QChar(0)));
        }
        QVERIFY(!list()
                     ->model()
                     ->index(0, 0)
                     .data(Qt::ToolTipRole)
                     .toString()
                     .contains(QStringLiteral("<img")));
        list()->grab();
        list()->selectionModel()->clear();
    }
}

void TestMainWindow::narrowShowsOnePane()
{
    m_window->resize(683, 480);
    auto *page = m_window->findChild<ReviewPage *>();
    QTRY_VERIFY(!page->isVisible());
    QVERIFY(list()->isVisible());
    // Walking through the list leaves the list; Enter goes to the review.
    choose(0);
    QTest::keyClick(list(), Qt::Key_Down);
    QVERIFY(list()->isVisible());
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!list()->isVisible());
    QCOMPARE(shown(), QStringLiteral("exec-0002"));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(list()->isVisible());
    QVERIFY(!page->isVisible());
    m_window->resize(1366, 768);
    QTRY_VERIFY(list()->isVisible() && page->isVisible());
}

void TestMainWindow::closedIntoTheTray_quitStillEnds()
{
    int quits = 0;
    connect(m_window.get(), &MainWindow::quitWanted, this, [&quits] { ++quits; });
    m_window->setStaysOnClose(true);
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(quits, 0);
    m_window->raiseToFront();
    QVERIFY(m_window->isVisible());
    m_window->close();
    QCOMPARE(quits, 0);
    m_window->action(Command::Quit)->trigger();
    QCOMPARE(quits, 1);
    m_window->setStaysOnClose(false);
    m_window->show();
    m_window->close();
    QCOMPARE(quits, 2);
}

void TestMainWindow::fitsSmallScreens()
{
    // 1366 physical pixels at 200 per cent leave 683.
    QVERIFY2(m_window->minimumSizeHint().width() <= 683,
             qPrintable(QString::number(m_window->minimumSizeHint().width())));
    QVERIFY(m_window->minimumSizeHint().height() <= 384);
    QCOMPARE(m_window->size(), QSize(1366, 768));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
