// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/viewmodels/graphfacts.h"
#include "tests/fakes/heartbeat.h"
#include "ui/graph/graphview.h"
#include "ui/views/palettes.h"

#include <QAccessible>
#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace countersign;

//! The picture in a window, by mouse, wheel and keys.
class tst_GraphView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void begins_atTheWaitingTask();
    void arrows_followTheWays();
    void home_goesBackToTheWaitingTask();
    void enter_activatesOnceWhileHeld();
    void zoom_keysAndLimits();
    void wheel_zoomsWithControlAlone();
    void fit_showsAll();
    void drag_movesThePicture();
    void click_choosesAndDoubleClickActivates();
    void contextKey_asksForTheMenuOfTheChosen();
    void current_isReadOut();
    void states_areDrawnWithoutLosingThePlace();
    void greyscale_tellsStatesApart();
    void thousandTasks_arePaintedQuickly();

private:
    void makeReady(const ReviewFacts &facts, const QString &next = {});
    std::size_t nodeNamed(const QString &name) const;

    std::unique_ptr<GraphViewModel> m_graph;
    std::unique_ptr<GraphView> m_view;
    ReviewFacts m_facts;
};

void tst_GraphView::init()
{
    QApplication::setPalette(paletteFor(ColorScheme::Light));
    m_graph = std::make_unique<GraphViewModel>();
    m_view = std::make_unique<GraphView>(*m_graph);
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_facts = factsOf(everyWayTemplate());
    m_facts.tasks.value->push_back(
        taskRow(QStringLiteral("t1"), QStringLiteral("waitReady"), RunStatus::Waiting));
    makeReady(m_facts);
}

void tst_GraphView::cleanup()
{
    m_view.reset();
    m_graph.reset();
}

void tst_GraphView::makeReady(const ReviewFacts &facts, const QString &next)
{
    m_graph->setWatched(true);
    m_graph->show(&facts, next);
    QTRY_COMPARE_WITH_TIMEOUT(m_graph->state(), GraphViewModel::State::Ready, 30'000);
}

std::size_t tst_GraphView::nodeNamed(const QString &name) const
{
    for (std::size_t i = 0; i < m_graph->picture().nodes.size(); ++i) {
        if (m_graph->picture().nodes[i].name == name)
            return i;
    }
    return 999;
}

void tst_GraphView::begins_atTheWaitingTask()
{
    QCOMPARE(m_view->current(), std::optional(nodeNamed(QStringLiteral("waitReady"))));
    QVERIFY(QRectF(m_view->viewport()->rect()).contains(m_view->boxOf(*m_view->current())));
    QVERIFY(m_view->zoom() >= 0.7 && m_view->zoom() <= 1.0);
}

void tst_GraphView::arrows_followTheWays()
{
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->current(), std::optional(nodeNamed(QStringLiteral("restart"))));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    // Back along the usual way, which comes from the task above in the text.
    QCOMPARE(m_view->current(), std::optional(nodeNamed(QStringLiteral("waitReady"))));
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QVERIFY(QRectF(m_view->viewport()->rect()).intersects(m_view->boxOf(*m_view->current())));
    }
}

void tst_GraphView::home_goesBackToTheWaitingTask()
{
    m_view->setCurrent(nodeNamed(QStringLiteral("cleanUp")));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->current(), std::optional(nodeNamed(QStringLiteral("waitReady"))));
}

void tst_GraphView::enter_activatesOnceWhileHeld()
{
    QSignalSpy activated(m_view.get(), &GraphView::activated);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QCoreApplication::sendEvent(m_view.get(), &held);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().value<std::size_t>(),
             nodeNamed(QStringLiteral("waitReady")));
}

void tst_GraphView::zoom_keysAndLimits()
{
    const double before = m_view->zoom();
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(m_view->zoom() > before);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(m_view->zoom() < before);
    QTest::keyClick(m_view.get(), Qt::Key_1);
    QCOMPARE(m_view->zoom(), 1.0);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QCOMPARE(m_view->zoom(), GraphView::mostZoom);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QCOMPARE(m_view->zoom(), GraphView::leastZoom);
}

void tst_GraphView::wheel_zoomsWithControlAlone()
{
    const auto turn = [this](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(QPointF(100, 100), m_view->viewport()->mapToGlobal(QPointF(100, 100)), {},
                          QPoint(0, 120), Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    };
    const double before = m_view->zoom();
    turn(Qt::NoModifier);
    QCOMPARE(m_view->zoom(), before);
    // What lies below the pointer stays there.
    m_view->setCurrent(nodeNamed(QStringLiteral("restart")));
    for (int i = 0; i < 4; ++i)
        m_view->zoomIn();
    m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->maximum() / 2);
    const auto below = [this] {
        const QRectF box = m_view->boxOf(nodeNamed(QStringLiteral("restart")));
        return (QPointF(100, 100) - box.topLeft()) / box.width();
    };
    const QPointF unit = below();
    const double zoomed = m_view->zoom();
    turn(Qt::ControlModifier);
    QVERIFY(m_view->zoom() > zoomed);
    QVERIFY((below() - unit).manhattanLength() < 0.02);
}

void tst_GraphView::fit_showsAll()
{
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QVERIFY(m_view->zoom() < 1.0);
    // The bars go in a later turn of the event loop.
    QTRY_COMPARE(m_view->viewport()->size(), m_view->maximumViewportSize());
    const QRectF room = QRectF(m_view->viewport()->rect()).adjusted(-1, -1, 1, 1);
    for (std::size_t i = 0; i < m_graph->picture().nodes.size(); ++i)
        QVERIFY2(room.contains(m_view->boxOf(i)), qPrintable(m_graph->picture().nodes[i].name));
}

void tst_GraphView::drag_movesThePicture()
{
    m_view->verticalScrollBar()->setValue(0);
    QVERIFY(m_view->verticalScrollBar()->maximum() > 60);
    const QPoint empty(2, m_view->viewport()->height() - 3);
    const auto current = m_view->current();
    QTest::mousePress(m_view->viewport(), Qt::MiddleButton, {}, empty);
    QTest::mouseMove(m_view->viewport(), empty - QPoint(0, 50));
    QMouseEvent move(QEvent::MouseMove, QPointF(empty - QPoint(0, 50)),
                     m_view->viewport()->mapToGlobal(QPointF(empty - QPoint(0, 50))), Qt::NoButton,
                     Qt::MiddleButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::MiddleButton, {}, empty - QPoint(0, 50));
    QCOMPARE(m_view->verticalScrollBar()->value(), 50);
    QCOMPARE(m_view->current(), current);
}

void tst_GraphView::click_choosesAndDoubleClickActivates()
{
    m_view->zoomToFit();
    const std::size_t wanted = nodeNamed(QStringLiteral("cleanUp"));
    const QPoint middle = m_view->boxOf(wanted).center().toPoint();
    QSignalSpy activated(m_view.get(), &GraphView::activated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(m_view->current(), std::optional(wanted));
    QCOMPARE(activated.size(), 0);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(activated.size(), 1);
}

void tst_GraphView::contextKey_asksForTheMenuOfTheChosen()
{
    QSignalSpy menu(m_view.get(), &GraphView::menuWanted);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(0, 0), QPoint(0, 0));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu.front().front().value<std::size_t>(), nodeNamed(QStringLiteral("waitReady")));
}

void tst_GraphView::current_isReadOut()
{
    QCOMPARE(m_view->accessibleName(), QStringLiteral("Graph of the tasks"));
    QVERIFY(m_view->accessibleDescription().startsWith(QStringLiteral("Task 3: “waitReady”")));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(interface);
    QVERIFY(interface->text(QAccessible::Description).contains(QStringLiteral("On error")));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_view->accessibleDescription().startsWith(QStringLiteral("Task 4: “restart”")));
}

void tst_GraphView::states_areDrawnWithoutLosingThePlace()
{
    m_view->setCurrent(nodeNamed(QStringLiteral("cleanUp")));
    const int scrolled = m_view->verticalScrollBar()->value();
    const QImage before = m_view->viewport()->grab().toImage();
    m_facts.tasks.value->push_back(
        taskRow(QStringLiteral("t9"), QStringLiteral("cleanUp"), RunStatus::Failed));
    m_graph->show(&m_facts, {});
    QCOMPARE(m_view->verticalScrollBar()->value(), scrolled);
    QCOMPARE(m_view->current(), std::optional(nodeNamed(QStringLiteral("cleanUp"))));
    QVERIFY(m_view->viewport()->grab().toImage() != before);
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("State: Failed.")));
}

// Without colours, each state still looks different: by its word and icon.
void tst_GraphView::greyscale_tellsStatesApart()
{
    m_view->zoomToOriginal();
    const std::size_t node = nodeNamed(QStringLiteral("waitReady"));
    std::vector<QImage> pictures;
    for (const RunStatus status : {RunStatus::Success, RunStatus::Failed, RunStatus::Waiting,
                                   RunStatus::Running, RunStatus::Skipped, RunStatus::Cancelled}) {
        m_facts.tasks.value = {taskRow(QStringLiteral("t1"), QStringLiteral("waitReady"), status)};
        m_graph->show(&m_facts, {});
        m_view->setCurrent(node);
        const QImage picture = m_view->viewport()
                                   ->grab(m_view->boxOf(node).toRect())
                                   .toImage()
                                   .convertToFormat(QImage::Format_Grayscale8);
        for (const QImage &other : pictures) {
            int differing = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    differing += qAbs(qGray(picture.pixel(x, y)) - qGray(other.pixel(x, y))) > 60;
            }
            QVERIFY2(differing > 40, qPrintable(QString::number(differing)));
        }
        pictures.push_back(picture);
    }
}

void tst_GraphView::thousandTasks_arePaintedQuickly()
{
    const ReviewFacts large = factsOf(longTemplate(1'000));
    Heartbeat heartbeat;
    m_graph->show(&large, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_graph->state(), GraphViewModel::State::Ready, 30'000);
    QTest::qWait(200);
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::qWait(12);
    }
    QVERIFY2(heartbeat.longestMilliseconds() < 50,
             qPrintable(QString::number(heartbeat.longestMilliseconds())));
}

QTEST_MAIN(tst_GraphView)
#include "tst_graphview.moc"
