// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpage.h"

#include "app/viewmodels/graphviewmodel.h"
#include "ui/graph/graphview.h"
#include "ui/views/announce.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/views/tooltips.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace countersign {

GraphPage::GraphPage(GraphViewModel &graph, QWidget *parent)
    : QWidget(parent)
    , m_graph(graph)
    , m_view(new GraphView(graph, this))
    , m_outline(new QListView(this))
    , m_statePage(new StatePage(this))
    , m_pages(new QStackedWidget(this))
    , m_arrangement(new SafeLabel(this))
    , m_chosen(new SafeLabel(SafeLabel::Use::Copyable, this))
{
    m_outline->setObjectName(QStringLiteral("graphOutline"));
    m_outline->setAccessibleName(tr("Tasks and their ways, as text"));
    m_outline->setModel(graph.outline());
    m_outline->setWordWrap(true);
    m_outline->setResizeMode(QListView::Adjust);
    m_outline->setLayoutMode(QListView::Batched);
    m_outline->setBatchSize(60);
    m_outline->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_outline->setFrameShape(QFrame::NoFrame);
    m_outline->setAlternatingRowColors(true);
    m_pages->addWidget(m_statePage);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_outline);
    m_arrangement->setObjectName(QStringLiteral("arrangementLabel"));
    m_arrangement->setWordWrap(true);
    m_arrangement->setMargin(4);
    m_chosen->setObjectName(QStringLiteral("graphNodeLabel"));
    m_chosen->setWordWrap(true);
    m_chosen->setMargin(4);
    m_chosen->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    // Its place is kept, so that walking through the picture moves nothing.
    m_chosen->setFixedHeight(fontMetrics().lineSpacing() * 2 + 8);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_arrangement);
    column->addWidget(m_pages, 1);
    column->addWidget(m_chosen);

    connect(&graph, &GraphViewModel::stateChanged, this, &GraphPage::update);
    connect(&graph, &GraphViewModel::statesChanged, this, &GraphPage::updateChosen);
    connect(m_view, &GraphView::zoomChanged, this, &GraphPage::updateZoom);
    connect(m_view, &GraphView::currentChanged, this, &GraphPage::updateChosen);
    connect(m_view, &GraphView::activated, this, &GraphPage::open);
    connect(m_view, &GraphView::menuWanted, this, &GraphPage::openMenu);
    connectOutline();
    update();
}

QToolButton *GraphPage::makeButton(const QString &text, const QString &name, const QString &tip,
                                   int key)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(tip);
    const QString keyText = QKeySequence(key).toString(QKeySequence::NativeText);
    //: tool tip; %1 says what a button does, %2 is a key
    setToolTipWords(button, key == 0 ? tip : tr("%1 (%2)").arg(tip, keyText));
    button->setAutoRaise(true);
    return button;
}

QWidget *GraphPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 2, 4, 2);
    row->setSpacing(2);
    m_out = makeButton(QStringLiteral("−"), QStringLiteral("zoomOutButton"), tr("Smaller"),
                       Qt::Key_Minus);
    m_original =
        makeButton({}, QStringLiteral("zoomOriginalButton"), tr("Original size"), Qt::Key_1);
    m_in =
        makeButton(QStringLiteral("+"), QStringLiteral("zoomInButton"), tr("Larger"), Qt::Key_Plus);
    m_fit = makeButton(tr("Fit", "zoom until the whole picture is seen"),
                       QStringLiteral("zoomFitButton"), tr("Show the whole picture"), Qt::Key_0);
    m_main = makeButton(tr("Waiting task"), QStringLiteral("waitingTaskButton"),
                        tr("Go to the task that waits or is next"), Qt::Key_Home);
    m_asText = makeButton(tr("As text"), QStringLiteral("asTextButton"),
                          tr("Show the tasks and their ways as text"));
    m_asText->setCheckable(true);
    for (QToolButton *button : {m_out, m_original, m_in, m_fit, m_main})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_asText);
    connect(m_out, &QToolButton::clicked, m_view, &GraphView::zoomOut);
    connect(m_original, &QToolButton::clicked, m_view, &GraphView::zoomToOriginal);
    connect(m_in, &QToolButton::clicked, m_view, &GraphView::zoomIn);
    connect(m_fit, &QToolButton::clicked, m_view, &GraphView::zoomToFit);
    connect(m_main, &QToolButton::clicked, m_view, &GraphView::goToMain);
    connect(m_asText, &QToolButton::toggled, this, &GraphPage::update);
    return bar;
}

//! What is chosen in one is chosen in the other.
void GraphPage::connectOutline()
{
    connect(m_outline, &QListView::activated, this,
            [this](const QModelIndex &index) { open(static_cast<std::size_t>(index.row())); });
    connect(m_outline->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    m_view->setCurrent(static_cast<std::size_t>(index.row()));
            });
}

void GraphPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_graph.setWatched(true);
}

void GraphPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_graph.setWatched(false);
}

void GraphPage::update()
{
    const bool isReady = m_graph.state() == GraphViewModel::State::Ready;
    const bool hasText = m_graph.outline()->rowCount() > 0;
    const bool isText = m_asText->isChecked() && hasText;
    m_statePage->setState(m_graph.state() == GraphViewModel::State::NotReadable
                              ? QStringLiteral("warning")
                              : QStringLiteral("information"),
                          m_graph.heading(), m_graph.words());
    QWidget *page = isText ? static_cast<QWidget *>(m_outline) : m_statePage;
    if (isReady && !isText)
        page = m_view;
    m_pages->setCurrentWidget(page);
    m_asText->setEnabled(hasText || m_asText->isChecked());
    for (QToolButton *button : {m_out, m_original, m_in, m_fit, m_main})
        button->setEnabled(isReady && !isText);
    m_arrangement->setText(m_graph.arrangementText());
    m_arrangement->setVisible(!m_graph.arrangementText().isEmpty());
    if (isText && m_view->current())
        m_outline->setCurrentIndex(m_graph.outline()->index(static_cast<int>(*m_view->current())));
    updateZoom();
    updateChosen();
}

void GraphPage::updateZoom()
{
    m_original->setText(
        //: how large the picture is drawn; %1 is a number
        tr("%1 %").arg(QLocale().toString(qRound(m_view->zoom() * 100))));
}

void GraphPage::updateChosen()
{
    const auto node = m_view->current();
    const bool isShown = node && m_pages->currentWidget() == m_view;
    const QString words = isShown ? m_graph.sentence(*node) : QString();
    m_chosen->setVisible(isShown);
    if (words == m_chosen->text())
        return;
    m_chosen->setText(words);
    if (isShown && m_view->hasFocus())
        announce(m_chosen, words);
}

void GraphPage::open(std::size_t node)
{
    if (node >= m_graph.states().size())
        return;
    const GraphNodeState &state = m_graph.states()[node];
    if (!state.row.isEmpty())
        Q_EMIT taskWanted(state.row);
}

void GraphPage::openMenu(std::size_t node, const QPoint &place)
{
    if (node >= m_graph.states().size())
        return;
    const GraphNodeState state = m_graph.states()[node];
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *show = menu->addAction(tr("Show in &Tasks"));
    show->setEnabled(!state.row.isEmpty());
    connect(show, &QAction::triggered, this, [this, state] { Q_EMIT taskWanted(state.row); });
    if (!state.child.isEmpty())
        connect(menu->addAction(tr("&Open the child run")), &QAction::triggered, this,
                [this, state] { Q_EMIT runWanted(state.child); });
    const auto copy = [this, menu](const QString &words, const QString &text) {
        if (!text.isEmpty())
            connect(menu->addAction(words), &QAction::triggered, this,
                    [text] { QGuiApplication::clipboard()->setText(text); });
    };
    menu->addSeparator();
    copy(tr("Copy task &name"), m_graph.picture().nodes[node].name);
    copy(tr("Copy task e&xecution id"), state.row.text());
    menu->popup(place);
}

} // namespace countersign
