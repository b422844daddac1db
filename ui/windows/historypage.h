// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace countersign {

class DecisionHistory;
class DecisionsView;
class SafeLabel;
class StatePage;

//! What was decided here about the run under review and the notes that others left, newest first,
//! and below it the whole life of the chosen one.
class HistoryPage : public QStackedWidget
{
    Q_OBJECT

public:
    //! `history` must live as long as this.
    explicit HistoryPage(DecisionHistory *history, QWidget *parent = nullptr);

    //! Another run is shown.
    void start();

private:
    void update();

    DecisionHistory *m_history;
    StatePage *m_empty;
    SafeLabel *m_problem;
    DecisionsView *m_view;
};

} // namespace countersign
