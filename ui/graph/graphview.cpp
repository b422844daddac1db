// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"

#include "app/domain/displaytext.h"
#include "ui/graph/graphpainter.h"
#include "ui/graph/graphwalk.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace countersign {

namespace {

constexpr double zoomStep = 1.2;
//! A line of text is this high in the picture.
constexpr double lineUnits = 16.5;

} // namespace

GraphView::GraphView(GraphViewModel &graph, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_graph(graph)
{
    setObjectName(QStringLiteral("graphView"));
    setAccessibleName(tr("Graph of the tasks"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(fontMetrics().height() * 15);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setMouseTracking(false);
    connect(&graph, &GraphViewModel::stateChanged, this, &GraphView::onState);
    connect(&graph, &GraphViewModel::statesChanged, this, [this] {
        describe();
        viewport()->update();
    });
    onState();
}

QSize GraphView::sizeHint() const
{
    return {fontMetrics().height() * 30, fontMetrics().height() * 20};
}

void GraphView::onState()
{
    m_current.reset();
    m_paths.clear();
    if (m_graph.state() == GraphViewModel::State::Ready) {
        m_paths = graphPaths(m_graph.layout());
        m_mustBegin = true;
        if (isVisible())
            begin();
    }
    updateBars();
    describe();
    viewport()->update();
}

//! The first look at a picture: readable, and at the task that matters.
void GraphView::begin()
{
    m_mustBegin = false;
    const double width = m_graph.layout().size.width() * scale() / m_zoom;
    m_zoom = width > 0 ? std::clamp(viewport()->width() / width, 0.7, 1.0) : 1;
    m_current = m_graph.mainNode().value_or(0);
    updateBars();
    if (m_graph.mainNode())
        centerOn(*m_current);
    else
        verticalScrollBar()->setValue(0);
    Q_EMIT zoomChanged();
    Q_EMIT currentChanged();
    describe();
}

double GraphView::scale() const
{
    return m_zoom * fontMetrics().height() / lineUnits;
}

//! A picture that is smaller than the window stands in its middle, at its top.
QPointF GraphView::origin() const
{
    const double free = viewport()->width() - m_graph.layout().size.width() * scale();
    return {free > 0 ? std::floor(free / 2) : -horizontalScrollBar()->value(),
            static_cast<double>(-verticalScrollBar()->value())};
}

QRectF GraphView::boxOf(std::size_t node) const
{
    if (m_graph.state() != GraphViewModel::State::Ready || node >= m_graph.layout().nodes.size())
        return {};
    const QRectF box = m_graph.layout().nodes[node];
    return {box.topLeft() * scale() + origin(), box.size() * scale()};
}

void GraphView::updateBars()
{
    // Half a pixel is no reason for a bar, and a bar that goes takes its reason for the other
    // along.
    const QSizeF size = m_graph.layout().size * scale() - QSizeF(0.5, 0.5);
    const QSize room = maximumViewportSize();
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const bool isTall = size.height() > room.height();
    const bool isWide = size.width() > room.width() - (isTall ? bar : 0);
    const bool needsBar = isTall || (isWide && size.height() > room.height() - bar);
    const auto set = [](QScrollBar *one, double whole, int page) {
        one->setRange(0, std::max(0, static_cast<int>(std::ceil(whole)) - page));
        one->setPageStep(page);
        one->setSingleStep(24);
    };
    set(horizontalScrollBar(), isWide ? size.width() : 0, room.width() - (needsBar ? bar : 0));
    set(verticalScrollBar(), needsBar ? size.height() : 0, room.height() - (isWide ? bar : 0));
}

void GraphView::setZoom(double zoom, const QPointF &anchor)
{
    zoom = std::clamp(zoom, leastZoom, mostZoom);
    if (m_graph.state() != GraphViewModel::State::Ready || qFuzzyCompare(zoom, m_zoom))
        return;
    const QPointF units = (anchor - origin()) / scale();
    m_zoom = zoom;
    updateBars();
    const QPointF target = units * scale() - anchor;
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(target.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(target.y())));
    viewport()->update();
    Q_EMIT zoomChanged();
}

void GraphView::zoomIn()
{
    setZoom(m_zoom * zoomStep, viewport()->rect().center());
}

void GraphView::zoomOut()
{
    setZoom(m_zoom / zoomStep, viewport()->rect().center());
}

void GraphView::zoomToOriginal()
{
    setZoom(1, m_current ? boxOf(*m_current).center() : QPointF(viewport()->rect().center()));
    if (m_current)
        ensureVisible(*m_current);
}

void GraphView::zoomToFit()
{
    const QSizeF whole = m_graph.layout().size * (scale() / m_zoom);
    if (whole.isEmpty())
        return;
    // Both bars will be gone.
    const QSize room = maximumViewportSize();
    setZoom(std::min({1.0, room.width() / whole.width(), room.height() / whole.height()}),
            viewport()->rect().center());
}

void GraphView::goToMain()
{
    const auto node = m_graph.mainNode();
    if (node)
        setCurrent(*node);
    else if (!m_graph.picture().nodes.empty())
        setCurrent(0);
}

void GraphView::setCurrent(std::size_t node)
{
    if (m_graph.state() != GraphViewModel::State::Ready || node >= m_graph.picture().nodes.size())
        return;
    m_current = node;
    ensureVisible(node);
    describe();
    viewport()->update();
    Q_EMIT currentChanged();
}

void GraphView::centerOn(std::size_t node)
{
    const QPointF middle = m_graph.layout().nodes[node].center() * scale();
    horizontalScrollBar()->setValue(static_cast<int>(middle.x()) - viewport()->width() / 2);
    verticalScrollBar()->setValue(static_cast<int>(middle.y()) - viewport()->height() / 2);
}

void GraphView::ensureVisible(std::size_t node)
{
    const QRectF box = boxOf(node).adjusted(-24, -16, 16, 16);
    const QRectF room = viewport()->rect();
    const auto shift = [](double low, double high, double least, double most) {
        if (low < least)
            return low - least;
        return high > most ? std::min(high - most, low - least) : 0.0;
    };
    horizontalScrollBar()->setValue(
        horizontalScrollBar()->value() +
        static_cast<int>(std::lround(shift(box.left(), box.right(), room.left(), room.right()))));
    verticalScrollBar()->setValue(
        verticalScrollBar()->value() +
        static_cast<int>(std::lround(shift(box.top(), box.bottom(), room.top(), room.bottom()))));
}

std::optional<std::size_t> GraphView::nodeAt(const QPointF &pixel) const
{
    if (m_graph.state() != GraphViewModel::State::Ready)
        return std::nullopt;
    const QPointF unit = (pixel - origin()) / scale();
    const std::vector<QRectF> &boxes = m_graph.layout().nodes;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].contains(unit))
            return i;
    }
    return std::nullopt;
}

void GraphView::paintEvent(QPaintEvent *event)
{
    if (m_graph.state() != GraphViewModel::State::Ready)
        return;
    QPainter painter(viewport());
    GraphPainter::Look look;
    look.palette = palette();
    look.font = font();
    look.zoom = m_zoom;
    look.scale = scale();
    look.origin = origin();
    look.hasFocus = hasFocus();
    look.current = m_current;
    GraphPainter(m_graph, m_paths, look).draw(painter, event->rect());
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void GraphView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_mustBegin)
        begin();
}

bool GraphView::walk(int key)
{
    const QHash<int, Step> steps{{Qt::Key_Down, Step::Forward},
                                 {Qt::Key_Up, Step::Back},
                                 {Qt::Key_Left, Step::Left},
                                 {Qt::Key_Right, Step::Right}};
    const auto step = steps.constFind(key);
    if (step == steps.constEnd() || m_graph.state() != GraphViewModel::State::Ready)
        return false;
    const auto target = stepFrom(m_graph.picture(), m_graph.layout(), m_current.value_or(0), *step);
    if (target)
        setCurrent(*target);
    return true;
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    if ((event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
        zoomOut();
        return;
    case Qt::Key_0:
        zoomToFit();
        return;
    case Qt::Key_1:
        zoomToOriginal();
        return;
    case Qt::Key_Home:
        goToMain();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current && !event->isAutoRepeat())
            Q_EMIT activated(*m_current);
        return;
    default:
        if (!walk(event->key()))
            QAbstractScrollArea::keyPressEvent(event);
    }
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    const auto node = event->button() == Qt::LeftButton ? nodeAt(event->position()) : std::nullopt;
    if (node) {
        setCurrent(*node);
        return;
    }
    m_dragFrom = event->position().toPoint();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom)
        return;
    const QPoint moved = event->position().toPoint() - *m_dragFrom;
    m_dragFrom = event->position().toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - moved.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
}

void GraphView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
    viewport()->unsetCursor();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto node = nodeAt(event->position()))
        Q_EMIT activated(*node);
}

void GraphView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto node = isKey ? m_current : nodeAt(event->pos());
    if (!node)
        return;
    setCurrent(*node);
    const QPoint place =
        isKey ? viewport()->mapToGlobal(boxOf(*node).center().toPoint()) : event->globalPos();
    Q_EMIT menuWanted(*node, place);
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void GraphView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateBars();
}

bool GraphView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto node = nodeAt(help->pos());
    if (node)
        QToolTip::showText(help->globalPos(), safeToolTip(m_graph.sentence(*node)), viewport(),
                           boxOf(*node).toRect());
    else
        QToolTip::hideText();
    return true;
}

void GraphView::describe()
{
    setAccessibleDescription(m_current ? m_graph.sentence(*m_current) : QString());
}

} // namespace countersign
