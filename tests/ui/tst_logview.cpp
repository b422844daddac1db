// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/logmodel.h"
#include "ui/windows/logview.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace countersign;

namespace {

LogLine line(const QString &message, const QString &task = {})
{
    LogLine made;
    made.taskExecutionId = TaskExecutionId(task);
    made.logType = QStringLiteral("ERROR");
    made.message = message;
    made.timestamp = QDateTime({2026, 11, 25}, {3, 0}, Qt::UTC);
    return made;
}

std::vector<LogLine> numbered(int from, int to)
{
    std::vector<LogLine> lines;
    for (int number = from; number < to; ++number)
        lines.push_back(line(QStringLiteral("line %1").arg(number)));
    return lines;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chosenLine_isReadWhole();
    void newLines_keepTextAndSelection();
    void foreignText_isNeverMarkup();
    void end_isFollowedUntilSomebodyScrolls();
    void chosenLine_endsFollowing();
    void find_goesFromMatchToMatch();
    void findKey_isTheLogsWithinTheLog();
    void task_filtersTheLines();
    void problem_isSaid();
    void twentyThousandLines_areTakenInPages();
};

void TestLogView::chosenLine_isReadWhole()
{
    LogModel model;
    const QString whole =
        QStringLiteral("first\n") + QString(3'000, u'x') + QStringLiteral("\nlast");
    model.apply({line(QStringLiteral("short")), line(whole)});
    LogView view(&model);
    view.show();
    auto *tree = view.findChild<QTreeView *>();
    auto *message = view.findChild<QPlainTextEdit *>();
    QVERIFY(!message->isVisible());
    tree->setCurrentIndex(tree->model()->index(1, 0));
    QVERIFY(message->isVisible());
    QCOMPARE(message->toPlainText(), whole);
    QVERIFY(message->isReadOnly());
    QVERIFY(!message->accessibleName().isEmpty());
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QCOMPARE(message->toPlainText(), QStringLiteral("short"));
    model.apply({});
    QVERIFY(!message->isVisible());
}

void TestLogView::newLines_keepTextAndSelection()
{
    LogModel model;
    model.apply({line(QStringLiteral("one two three"))});
    LogView view(&model);
    view.show();
    auto *tree = view.findChild<QTreeView *>();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    auto *message = view.findChild<QPlainTextEdit *>();
    QTextCursor cursor = message->textCursor();
    cursor.setPosition(4);
    cursor.setPosition(7, QTextCursor::KeepAnchor);
    message->setTextCursor(cursor);
    model.apply({line(QStringLiteral("one two three")), line(QStringLiteral("four"))});
    QCOMPARE(message->textCursor().selectedText(), QStringLiteral("two"));
}

void TestLogView::foreignText_isNeverMarkup()
{
    LogModel model;
    model.apply({line(QStringLiteral("<b>bold</b> \u202Eevil\u202C"))});
    LogView view(&model);
    view.show();
    auto *tree = view.findChild<QTreeView *>();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QCOMPARE(view.findChild<QPlainTextEdit *>()->toPlainText(),
             QStringLiteral("<b>bold</b> ⟨U+202E⟩evil⟨U+202C⟩"));
}

void TestLogView::end_isFollowedUntilSomebodyScrolls()
{
    LogModel model;
    model.apply(numbered(0, 200));
    LogView view(&model);
    view.resize(600, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *bar = view.findChild<QTreeView *>()->verticalScrollBar();
    auto *button = view.findChild<QToolButton *>(QStringLiteral("newLinesButton"));
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    QVERIFY(!button->isVisible());
    const int before = bar->maximum();
    model.append(numbered(200, 210));
    QTRY_VERIFY(bar->maximum() > before && bar->value() == bar->maximum());
    bar->setValue(3);
    QVERIFY(!view.isFollowing());
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Follow the end"));
    model.append(numbered(210, 217));
    QTest::qWait(50);
    QCOMPARE(bar->value(), 3);
    QCOMPARE(button->text(), QStringLiteral("7 new line(s)"));
    button->click();
    QVERIFY(view.isFollowing() && bar->value() == bar->maximum());
    QVERIFY(!button->isVisible());
    bar->setValue(3);
    bar->setValue(bar->maximum());
    QVERIFY(view.isFollowing());
}

void TestLogView::chosenLine_endsFollowing()
{
    LogModel model;
    model.apply(numbered(0, 200));
    LogView view(&model);
    view.resize(600, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *tree = view.findChild<QTreeView *>();
    QTRY_VERIFY(tree->verticalScrollBar()->maximum() > 0);
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    QCOMPARE(tree->currentIndex().row(), 0);
    QTRY_VERIFY(!view.isFollowing());
    model.append(numbered(200, 300));
    QTest::qWait(50);
    QCOMPARE(tree->currentIndex().row(), 0);
    QVERIFY(tree->viewport()->rect().intersects(tree->visualRect(tree->currentIndex())));
}

void TestLogView::find_goesFromMatchToMatch()
{
    LogModel model;
    model.apply({line(QStringLiteral("disk one")), line(QStringLiteral("two")),
                 line(QStringLiteral("DISK three"))});
    LogView view(&model);
    view.show();
    auto *tree = view.findChild<QTreeView *>();
    auto *find = view.findChild<QLineEdit *>(QStringLiteral("logFind"));
    auto *found = view.findChild<QLabel *>(QStringLiteral("logFound"));
    QTest::keyClicks(find, QStringLiteral("disk"));
    QTRY_COMPARE(found->text(), QStringLiteral("2 match(es)"));
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(tree->currentIndex().row(), 0);
    QCOMPARE(found->text(), QStringLiteral("1 of 2"));
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(tree->currentIndex().row(), 2);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(tree->currentIndex().row(), 0);
    QTest::keyClick(find, Qt::Key_X);
    QTRY_COMPARE(found->text(), QStringLiteral("No match"));
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(find->text().isEmpty() && found->text().isEmpty());
}

void TestLogView::findKey_isTheLogsWithinTheLog()
{
    LogModel model;
    model.apply(numbered(0, 3));
    QMainWindow window;
    auto *view = new LogView(&model);
    window.setCentralWidget(view);
    QAction ofWindow;
    ofWindow.setShortcut(QKeySequence::Find);
    window.addAction(&ofWindow);
    QSignalSpy triggered(&ofWindow, &QAction::triggered);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *tree = view->findChild<QTreeView *>();
    tree->setFocus();
    QTRY_VERIFY(tree->hasFocus());
    QTest::keySequence(tree, QKeySequence::Find);
    QVERIFY(view->findChild<QLineEdit *>(QStringLiteral("logFind"))->hasFocus());
    QCOMPARE(triggered.count(), 0);
}

void TestLogView::task_filtersTheLines()
{
    const QString first = QStringLiteral("t-1");
    const QString second = QStringLiteral("t-2");
    LogModel model;
    model.apply({line(QStringLiteral("a"), first), line(QStringLiteral("b"), second)});
    model.setTaskNames({{TaskExecutionId(second), QStringLiteral("removeNodes")}});
    LogView view(&model);
    view.update({});
    view.show();
    auto *task = view.findChild<QComboBox *>(QStringLiteral("logTask"));
    auto *tree = view.findChild<QTreeView *>();
    QCOMPARE(task->count(), 3);
    QCOMPARE(task->itemText(2), QStringLiteral("removeNodes"));
    task->setCurrentIndex(2);
    QCOMPARE(tree->model()->rowCount(), 1);
    model.append({line(QStringLiteral("c"), second), line(QStringLiteral("d"), {})});
    view.update({});
    QCOMPARE(tree->model()->rowCount(), 2);
    QCOMPARE(task->currentText(), QStringLiteral("removeNodes"));
    QCOMPARE(task->itemText(3), QStringLiteral("The run itself"));
    view.start();
    QCOMPARE(tree->model()->rowCount(), 4);
}

void TestLogView::problem_isSaid()
{
    LogModel model;
    LogView view(&model);
    view.show();
    auto *problem = view.findChild<QLabel *>(QStringLiteral("logProblem"));
    view.update(QStringLiteral("The log could not be read."));
    QVERIFY(problem->isVisible());
    view.update({});
    QVERIFY(!problem->isVisible());
}

void TestLogView::twentyThousandLines_areTakenInPages()
{
    LogModel model;
    LogView view(&model);
    view.resize(800, 400);
    view.show();
    QSignalSpy reset(&model, &LogModel::modelReset);
    for (int page = 0; page < 20; ++page) {
        model.append(numbered(page * 1'000, (page + 1) * 1'000));
        view.update({});
        QCoreApplication::processEvents();
    }
    auto *tree = view.findChild<QTreeView *>();
    QCOMPARE(tree->model()->rowCount(), 20'000);
    QTRY_COMPARE(tree->verticalScrollBar()->value(), tree->verticalScrollBar()->maximum());
    QVERIFY(tree->visualRect(tree->model()->index(19'999, 0)).isValid());
    QCOMPARE(reset.count(), 0);
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
