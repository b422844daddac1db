// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class OutputModel;
class StatePage;

//! The outputs of a run and of its tasks, and below them the whole value of the chosen one, as
//! received or as indented JSON. Secrets never reach it.
class OutputsPage : public QStackedWidget
{
    Q_OBJECT

public:
    //! `model` must live as long as this.
    explicit OutputsPage(OutputModel *model, QWidget *parent = nullptr);

    //! `noOutputs` says why there are none.
    void update(const QString &noOutputs);
    void start();

private:
    QWidget *makeViewer();
    void showCurrentValue();
    void copyValue();

    StatePage *m_empty;
    QTreeView *m_rows;
    QWidget *m_viewer;
    QPlainTextEdit *m_value;
    QCheckBox *m_indented;
    QPushButton *m_copy;
};

} // namespace countersign
