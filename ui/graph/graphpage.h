// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace countersign {

class GraphView;
class GraphViewModel;
class SafeLabel;
class StatePage;

//! The Graph tab of a review: the picture with its zoom, or the same as text, or why there is none.
class GraphPage : public QWidget
{
    Q_OBJECT

public:
    //! `graph` outlives this.
    explicit GraphPage(GraphViewModel &graph, QWidget *parent = nullptr);

    GraphView *view() const { return m_view; }

Q_SIGNALS:
    //! The person wants to see this row among the tasks.
    void taskWanted(const countersign::TaskExecutionId &row);
    //! The person wants to open the execution that a task started.
    void runWanted(const countersign::ExecutionId &child);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeBar();
    //! `key` works while the picture has the focus; it stands in the tool tip.
    QToolButton *makeButton(const QString &text, const QString &name, const QString &tip,
                            int key = 0);
    void connectOutline();
    void update();
    void updateZoom();
    void updateChosen();
    void open(std::size_t node);
    void openMenu(std::size_t node, const QPoint &place);

    GraphViewModel &m_graph;
    GraphView *m_view;
    QListView *m_outline;
    StatePage *m_statePage;
    QStackedWidget *m_pages;
    QToolButton *m_out;
    QToolButton *m_in;
    QToolButton *m_fit;
    QToolButton *m_original;
    QToolButton *m_main;
    QToolButton *m_asText;
    SafeLabel *m_arrangement;
    SafeLabel *m_chosen;
};

} // namespace countersign
