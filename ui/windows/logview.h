// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QModelIndex;
class QPlainTextEdit;
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class LogFilter;
class LogModel;
class RowSearch;
class SafeLabel;

//! The log of a run: its lines, those of one task where that is wanted, and below them the whole
//! message of the current line, to be read and copied. It follows the end of the log until somebody
//! scrolls or chooses a line further up; new lines are counted then. Ctrl+F searches the messages.
//! Before a line is chosen the message stays away.
class LogView : public QWidget
{
    Q_OBJECT

public:
    //! `model` must live as long as this.
    explicit LogView(LogModel *model, QWidget *parent = nullptr);

    //! Another run is shown: all lines, from the end.
    void start();
    //! Takes in which tasks have lines, and what is missing of the log (a sentence, or empty).
    void update(const QString &problem);
    bool isFollowing() const { return m_isFollowing; }
    //! Goes to the end and stays there.
    void followEnd();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void connectLines();
    QModelIndex chosenLine() const;
    void showCurrentMessage();
    void onInserted(int first, int last);
    void onScrolled(int value);
    void onTaskChosen();
    void updateTasks();
    void updateFound();
    void updateNewLines();
    void goTo(int row);
    void findNext();
    void findPrevious();
    void beginFinding();

    LogModel *m_model;
    LogFilter *m_filter;
    RowSearch *m_search;
    QTreeView *m_lines;
    QPlainTextEdit *m_message;
    QComboBox *m_task;
    QLineEdit *m_find;
    QToolButton *m_previous;
    QToolButton *m_next;
    SafeLabel *m_found;
    QToolButton *m_newLines;
    SafeLabel *m_problem;
    bool m_isFollowing = true;
    bool m_isScrolling = false; //!< by the program
    int m_unseen = 0;           //!< lines that came below while somebody reads further up
    int m_linesWithTasks = -1;  //!< lines when the tasks were last looked at
};

} // namespace countersign
