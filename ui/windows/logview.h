// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class LogModel;

//! The log of a run: its lines, and below them the whole message of the current line, to be read
//! and copied. Before a line is chosen the message stays away.
class LogView : public QSplitter
{
    Q_OBJECT

public:
    //! `model` must live as long as this.
    explicit LogView(LogModel *model, QWidget *parent = nullptr);

    void scrollToTop();

private:
    void showCurrentMessage();

    QTreeView *m_lines;
    QPlainTextEdit *m_message;
};

} // namespace countersign
