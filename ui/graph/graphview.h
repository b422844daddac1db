// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/graphviewmodel.h"

#include <QAbstractScrollArea>
#include <QPainterPath>

#include <optional>

namespace countersign {

//! The picture of a GraphViewModel that is Ready: zoomed with + − 0 1 and Ctrl and the wheel, moved
//! by dragging, walked through with the arrow keys along the ways; Home goes to the task that
//! waits, Enter shows the chosen one. Its accessible description says what is chosen.
class GraphView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr double leastZoom = 0.1;
    static constexpr double mostZoom = 4;

    //! `graph` outlives this.
    explicit GraphView(GraphViewModel &graph, QWidget *parent = nullptr);

    double zoom() const { return m_zoom; } //!< 1 is 100 %
    std::optional<std::size_t> current() const { return m_current; }
    //! The box in pixels of the viewport; empty when there is none.
    QRectF boxOf(std::size_t node) const;
    void setCurrent(std::size_t node);
    QSize sizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit(); //!< never over 100 %
    void zoomToOriginal();
    void goToMain(); //!< the task that waits or is next

Q_SIGNALS:
    void zoomChanged();
    void currentChanged();
    void activated(std::size_t node);
    void menuWanted(std::size_t node, const QPoint &place); //!< of the whole screen

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void onState();
    void begin();
    double scale() const;
    QPointF origin() const;
    void setZoom(double zoom, const QPointF &anchor);
    void updateBars();
    void centerOn(std::size_t node);
    void ensureVisible(std::size_t node);
    std::optional<std::size_t> nodeAt(const QPointF &pixel) const;
    bool walk(int key);
    void describe();

    GraphViewModel &m_graph;
    std::vector<QPainterPath> m_paths;
    double m_zoom = 1;
    std::optional<std::size_t> m_current;
    std::optional<QPoint> m_dragFrom;
    bool m_mustBegin = false;
};

} // namespace countersign
