// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/logview.h"

#include "app/models/logfilter.h"
#include "app/models/logmodel.h"
#include "app/models/rowsearch.h"
#include "ui/views/cellcopy.h"
#include "ui/views/safelabel.h"
#include "ui/windows/tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

namespace countersign {

namespace {

constexpr int mostTasksOffered = 500;

QToolButton *newArrow(Qt::ArrowType arrow, const QString &words, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

LogView::LogView(LogModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new LogFilter(this))
    , m_search(new RowSearch(m_filter, LogModel::MessageColumn, LogModel::CopyRole, this))
    , m_problem(new SafeLabel(SafeLabel::Use::Copyable, this))
{
    m_filter->setSourceModel(model);
    auto *parts = new QSplitter(Qt::Vertical, this);
    m_lines = newTree(m_filter, tr("Log of the run"), parts);
    m_lines->setObjectName(QStringLiteral("logColumns"));
    new CellCopy(m_lines, LogModel::CopyRole);
    m_message = new QPlainTextEdit(parts);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_lines);
    parts->addWidget(m_message);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    m_message->setReadOnly(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setTabChangesFocus(true);
    m_message->setAccessibleName(tr("Message of the chosen line"));
    m_message->hide();
    m_problem->setObjectName(QStringLiteral("logProblem"));
    m_problem->setQuiet(true);
    m_problem->setMargin(4);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_problem);
    column->addWidget(parts, 1);
    setFocusProxy(m_lines);
    connectLines();
    updateTasks();
    updateFound();
    updateNewLines();
}

QWidget *LogView::makeBar()
{
    auto *bar = new QWidget(this);
    m_task = new QComboBox(bar);
    m_task->setObjectName(QStringLiteral("logTask"));
    m_task->setAccessibleName(tr("Lines of which task"));
    m_task->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_task->setMinimumContentsLength(16);
    m_find = new QLineEdit(bar);
    m_find->setObjectName(QStringLiteral("logFind"));
    m_find->setAccessibleName(tr("Find in the log"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaxLength(256);
    m_find->installEventFilter(this);
    m_previous = newArrow(Qt::UpArrow, tr("Previous match"), bar);
    m_next = newArrow(Qt::DownArrow, tr("Next match"), bar);
    m_next->setObjectName(QStringLiteral("logNext"));
    m_found = new SafeLabel(bar);
    m_found->setObjectName(QStringLiteral("logFound"));
    m_found->setQuiet(true);
    m_found->setWordWrap(false);
    m_newLines = new QToolButton(bar);
    m_newLines->setObjectName(QStringLiteral("newLinesButton"));
    m_newLines->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 3);
    row->addWidget(m_task);
    row->addWidget(m_find, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_found);
    row->addWidget(m_newLines);
    connect(m_task, &QComboBox::currentIndexChanged, this, &LogView::onTaskChosen);
    connect(m_find, &QLineEdit::textChanged, m_search, &RowSearch::setText);
    connect(m_previous, &QToolButton::clicked, this, &LogView::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &LogView::findNext);
    connect(m_newLines, &QToolButton::clicked, this, &LogView::followEnd);
    connect(m_search, &RowSearch::changed, this, &LogView::updateFound);
    return bar;
}

void LogView::connectLines()
{
    m_lines->installEventFilter(this);
    connect(m_lines->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showCurrentMessage();
        updateFound();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    // The current line can go, or be another one, without anybody choosing.
    for (const auto signal : {&QAbstractItemModel::rowsRemoved, &QAbstractItemModel::rowsInserted})
        connect(m_filter, signal, this, &LogView::showCurrentMessage);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &LogView::showCurrentMessage);
    connect(m_lines->verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
    // Only when the view has taken in its new rows is there an end to go to.
    connect(m_lines->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_isFollowing)
            followEnd();
    });
}

void LogView::start()
{
    m_find->clear();
    m_task->setCurrentIndex(0);
    m_lines->setCurrentIndex({});
    followEnd();
}

void LogView::update(const QString &problem)
{
    updateTasks();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void LogView::followEnd()
{
    m_isFollowing = true;
    m_unseen = 0;
    const QScopedValueRollback<bool> scrolling(m_isScrolling, true);
    QScrollBar *bar = m_lines->verticalScrollBar();
    bar->setValue(bar->maximum());
    updateNewLines();
}

void LogView::onInserted(int first, int last)
{
    if (m_isFollowing)
        return;
    m_unseen += last - first + 1;
    updateNewLines();
}

void LogView::onScrolled(int value)
{
    if (m_isScrolling)
        return;
    const bool isAtEnd = value == m_lines->verticalScrollBar()->maximum();
    m_isFollowing = isAtEnd;
    if (isAtEnd)
        m_unseen = 0;
    updateNewLines();
}

void LogView::updateNewLines()
{
    m_newLines->setVisible(!m_isFollowing);
    m_newLines->setText(m_unseen > 0 ? tr("%n new line(s)", nullptr, m_unseen)
                                     : tr("Follow the end"));
    m_newLines->setToolTip(tr("Go to the end of the log and stay there while lines come"));
}

//! Ids stay chosen while names and further tasks come.
void LogView::updateTasks()
{
    if (m_model->rowCount() == m_linesWithTasks)
        return;
    m_linesWithTasks = m_model->rowCount();
    const QSignalBlocker still(m_task);
    const auto chosen = m_filter->task();
    m_task->clear();
    m_task->addItem(tr("All tasks"));
    for (const auto &[id, name] : m_model->tasks()) {
        if (m_task->count() > mostTasksOffered)
            break;
        m_task->addItem(name.isEmpty() ? tr("The run itself", "whose lines of a log") : name,
                        QVariant::fromValue(id));
        if (chosen && id == *chosen)
            m_task->setCurrentIndex(m_task->count() - 1);
    }
    if (chosen && m_task->currentIndex() == 0)
        m_filter->setTask({});
}

void LogView::onTaskChosen()
{
    const QVariant id = m_task->currentData();
    m_filter->setTask(id.isValid() ? std::optional(id.value<TaskExecutionId>()) : std::nullopt);
    followEnd();
}

//! The line that somebody chose; the focus alone makes a line current without choosing it.
QModelIndex LogView::chosenLine() const
{
    const QModelIndex current = m_lines->currentIndex();
    return m_lines->selectionModel()->isSelected(current) ? current : QModelIndex();
}

void LogView::showCurrentMessage()
{
    const QModelIndex current = chosenLine();
    const QString message = current.data(LogModel::MessageRole).toString();
    m_message->setVisible(current.isValid());
    // The same text again would take selection and scroll position away.
    if (message != m_message->toPlainText())
        m_message->setPlainText(message);
}

void LogView::updateFound()
{
    const auto matches = static_cast<int>(m_search->matches().size());
    const int place = m_search->placeOf(chosenLine().row());
    m_previous->setEnabled(matches > 0);
    m_next->setEnabled(matches > 0);
    if (m_search->text().isEmpty())
        m_found->setText({});
    else if (matches == 0)
        m_found->setText(m_search->isLooking() ? tr("Searching…") : tr("No match"));
    else if (place > 0)
        //: %1 is which of the matches is shown, %2 how many there are
        m_found->setText(
            tr("%1 of %2").arg(QLocale().toString(place), QLocale().toString(matches)));
    else
        m_found->setText(tr("%n match(es)", nullptr, matches));
}

void LogView::goTo(int row)
{
    if (row < 0)
        return;
    m_lines->setCurrentIndex(m_filter->index(row, 0));
    m_lines->scrollTo(m_lines->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void LogView::findNext()
{
    goTo(m_search->next(chosenLine().row()));
}

void LogView::findPrevious()
{
    const QModelIndex chosen = chosenLine();
    goTo(m_search->previous(chosen.isValid() ? chosen.row() : m_filter->rowCount()));
}

void LogView::beginFinding()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

//! Within the log these keys are the log's, also where the window has a use for them.
bool LogView::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress;
    if (!isKey && event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isFind = key->matches(QKeySequence::Find);
    const bool isNext = key->matches(QKeySequence::FindNext);
    const bool isPrevious = key->matches(QKeySequence::FindPrevious);
    if (!isFind && !isNext && !isPrevious)
        return QWidget::event(event);
    key->accept();
    if (isKey && isFind)
        beginFinding();
    else if (isKey && isNext)
        findNext();
    else if (isKey)
        findPrevious();
    return true;
}

//! Enter goes on to the next match, with Shift back; Escape ends the search.
bool LogView::eventFilter(QObject *watched, QEvent *event)
{
    // Otherwise the view would begin at the first line.
    if (watched == m_lines && event->type() == QEvent::FocusIn &&
        !m_lines->currentIndex().isValid())
        m_lines->selectionModel()->setCurrentIndex(m_filter->index(m_filter->rowCount() - 1, 0),
                                                   QItemSelectionModel::NoUpdate);
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (key->modifiers().testFlag(Qt::ShiftModifier))
            findPrevious();
        else
            findNext();
        return true;
    }
    if (key->key() == Qt::Key_Escape && !m_find->text().isEmpty()) {
        m_find->clear();
        m_lines->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace countersign
