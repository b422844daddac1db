// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/decisionswindow.h"

#include "app/viewmodels/decisionlog.h"
#include "app/viewmodels/preferencesviewmodel.h"
#include "ui/views/icons.h"
#include "ui/views/outcomebar.h"
#include "ui/views/safelabel.h"
#include "ui/views/statepage.h"
#include "ui/windows/decisionsexportbar.h"
#include "ui/windows/decisionsfilterbar.h"
#include "ui/windows/decisionsview.h"
#include "ui/windows/tables.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace countersign {

class DecisionsWindow::Private
{
public:
    Private(DecisionsWindow &window, DecisionLog &decisionLog, Settings &settingsToUse);

    void build();
    void fillMenus();
    void fillSortMenu(QMenu *menu);
    void connectParts();
    void update();
    void updateSortMenu();
    void openRun();
    void applyFilter();
    void restore();
    void save();

    DecisionsWindow &q;
    DecisionLog &log;
    Settings &settings;
    OutcomeBar *problem;
    DecisionsFilterBar *filter;
    SafeLabel *count;
    QStackedWidget *pages;
    StatePage *empty;
    DecisionsView *view;
    DecisionsExportBar *exporting;
    QAction *open = nullptr;
    QActionGroup *sortColumns = nullptr;
    QAction *isAscending = nullptr;
};

DecisionsWindow::Private::Private(DecisionsWindow &window, DecisionLog &decisionLog,
                                  Settings &settingsToUse)
    : q(window)
    , log(decisionLog)
    , settings(settingsToUse)
    , problem(new OutcomeBar(&window))
    , filter(new DecisionsFilterBar(QDate::currentDate(), &window))
    , count(new SafeLabel(&window))
    , pages(new QStackedWidget(&window))
    , empty(new StatePage(&window))
    , view(new DecisionsView(
          log.decisions(), [this](const QByteArray &key) { return log.lifeOf(key); },
          DecisionsWindow::tr("Decisions"), &window))
    , exporting(new DecisionsExportBar(log, &window))
{
}

void DecisionsWindow::Private::build()
{
    problem->setObjectName(QStringLiteral("decisionsProblem"));
    problem->hide();
    count->setObjectName(QStringLiteral("decisionsCount"));
    count->setMargin(6);
    view->table()->setObjectName(QStringLiteral("decisionsColumns"));
    pages->addWidget(empty);
    pages->addWidget(view);
    auto *page = new QWidget(&q);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(problem);
    column->addWidget(filter);
    column->addWidget(count);
    column->addWidget(pages, 1);
    column->addWidget(exporting);
    q.setCentralWidget(page);
    q.setMinimumSize(480, 340);
    q.resize(QSize(1180, 700).boundedTo(q.screen()->availableSize()));
}

void DecisionsWindow::Private::fillMenus()
{
    QMenu *decisions = q.menuBar()->addMenu(DecisionsWindow::tr("&Decisions"));
    open = decisions->addAction(ownIcon(QStringLiteral("act-next")),
                                DecisionsWindow::tr("&Open the run"));
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    QObject::connect(open, &QAction::triggered, &q, [this] { openRun(); });
    decisions->addSeparator();
    auto *close = decisions->addAction(DecisionsWindow::tr("&Close window"));
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    QObject::connect(close, &QAction::triggered, &q, &QWidget::close);
    QMenu *viewMenu = q.menuBar()->addMenu(DecisionsWindow::tr("&View"));
    auto *search = viewMenu->addAction(DecisionsWindow::tr("&Search"));
    search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    QObject::connect(search, &QAction::triggered, &q, [this] {
        filter->searchEdit()->setFocus(Qt::ShortcutFocusReason);
        filter->searchEdit()->selectAll();
    });
    auto *clear = viewMenu->addAction(DecisionsWindow::tr("&Clear search and filters"));
    clear->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    QObject::connect(clear, &QAction::triggered, filter, &DecisionsFilterBar::clear);
    fillSortMenu(viewMenu->addMenu(DecisionsWindow::tr("S&ort by")));
    for (QAction *action : q.findChildren<QAction *>())
        action->setAutoRepeat(false);
}

//! What a click on a column does, for the keyboard.
void DecisionsWindow::Private::fillSortMenu(QMenu *menu)
{
    sortColumns = new QActionGroup(&q);
    const DecisionsTable *table = log.decisions();
    for (int column = 0; column < table->columnCount(); ++column) {
        QAction *action =
            menu->addAction(table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setData(column);
        sortColumns->addAction(action);
    }
    menu->addSeparator();
    isAscending = menu->addAction(DecisionsWindow::tr("&Ascending"));
    isAscending->setCheckable(true);
    const auto sort = [this] {
        const QAction *column = sortColumns->checkedAction();
        if (column != nullptr)
            view->table()->sortByColumn(column->data().toInt(), isAscending->isChecked()
                                                                    ? Qt::AscendingOrder
                                                                    : Qt::DescendingOrder);
    };
    QObject::connect(sortColumns, &QActionGroup::triggered, &q, sort);
    QObject::connect(isAscending, &QAction::triggered, &q, sort);
    QObject::connect(menu, &QMenu::aboutToShow, &q, [this] { updateSortMenu(); });
}

void DecisionsWindow::Private::updateSortMenu()
{
    const QHeaderView *header = view->table()->header();
    for (QAction *column : sortColumns->actions())
        column->setChecked(column->data().toInt() == header->sortIndicatorSection());
    isAscending->setChecked(header->sortIndicatorOrder() == Qt::AscendingOrder);
}

void DecisionsWindow::Private::connectParts()
{
    QObject::connect(filter, &DecisionsFilterBar::changed, &q, [this] { applyFilter(); });
    QObject::connect(&log, &DecisionLog::changed, &q, [this] { update(); });
    QObject::connect(empty, &StatePage::pressed, filter, &DecisionsFilterBar::clear);
    QObject::connect(view, &DecisionsView::runWanted, &q, [this] { openRun(); });
    QObject::connect(view, &DecisionsView::chosenChanged, &q,
                     [this] { open->setEnabled(!view->chosen().isEmpty()); });
    filter->searchEdit()->installEventFilter(&q);
    open->setEnabled(false);
}

void DecisionsWindow::Private::applyFilter()
{
    log.setFilter(filter->filter(), filter->span());
    update();
}

void DecisionsWindow::Private::update()
{
    filter->setPlaces(log.accounts(), log.regions());
    const QString trouble = log.problemText();
    const bool isEmpty = log.decisions()->rowCount() == 0;
    problem->setVisible(!trouble.isEmpty() && !isEmpty);
    problem->setOutcome(Tone::Warning, QStringLiteral("warning"), trouble, log.problemDetails());
    count->setText(log.countText());
    const bool isFiltered = log.decisions()->total() > 0;
    empty->setState(trouble.isEmpty() ? QStringLiteral("information") : QStringLiteral("warning"),
                    log.emptyHeading(), log.emptyText(),
                    isFiltered ? DecisionsWindow::tr("Clear search and filters") : QString());
    pages->setCurrentIndex(isEmpty ? 0 : 1);
    view->update();
    open->setEnabled(!view->chosen().isEmpty());
    exporting->update();
}

void DecisionsWindow::Private::openRun()
{
    if (const auto run = log.runOf(view->chosen()))
        Q_EMIT q.runWanted(*run);
}

void DecisionsWindow::Private::restore()
{
    q.restoreGeometry(settings.place(QStringLiteral("decisions")));
    view->restoreState(settings.place(QStringLiteral("decisionssplitter")));
    const QByteArray columns = settings.place(QStringLiteral("decisionscolumns"));
    if (!columns.isEmpty())
        chooseColumns(view->table(), columns);
}

void DecisionsWindow::Private::save()
{
    settings.setPlace(QStringLiteral("decisions"), q.saveGeometry());
    settings.setPlace(QStringLiteral("decisionssplitter"), view->saveState());
    if (hasChosenColumns(view->table()))
        settings.setPlace(QStringLiteral("decisionscolumns"), view->table()->header()->saveState());
}

DecisionsWindow::DecisionsWindow(DecisionLog &log, Settings &settings, QWidget *parent)
    : QMainWindow(parent, Qt::Window)
    , d(std::make_unique<Private>(*this, log, settings))
{
    setObjectName(QStringLiteral("decisionsWindow"));
    setWindowTitle(tr("Decisions – Countersign"));
    setWindowIcon(programIcon());
    d->build();
    d->fillMenus();
    d->connectParts();
    d->restore();
    d->applyFilter();
    // The program may end with this window open, which is then never closed.
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        if (isVisible())
            d->save();
    });
}

DecisionsWindow::~DecisionsWindow()
{
    // Parts that draw from the log speak to this window while they go.
    d->log.disconnect(this);
    delete takeCentralWidget();
}

void DecisionsWindow::raiseToFront()
{
    d->log.start();
    if (isMinimized())
        showNormal();
    else
        show();
    raise();
    activateWindow();
    d->filter->searchEdit()->setFocus(Qt::OtherFocusReason);
}

void DecisionsWindow::closeEvent(QCloseEvent *event)
{
    d->save();
    QMainWindow::closeEvent(event);
}

//! From the search on into what was found.
bool DecisionsWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != d->filter->searchEdit() || event->type() != QEvent::KeyPress)
        return QMainWindow::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down;
    if (!isEnter || d->log.decisions()->rowCount() == 0)
        return QMainWindow::eventFilter(watched, event);
    d->view->table()->setFocus(Qt::OtherFocusReason);
    if (d->view->chosen().isEmpty())
        d->view->table()->setCurrentIndex(d->log.decisions()->index(0, 0));
    return true;
}

} // namespace countersign
