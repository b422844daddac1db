// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QSplitter;
class QToolButton;
class QWidget;
QT_END_NAMESPACE

namespace countersign {

//! List and review side by side where there is room, one at a time where there is not. The review
//! then carries a way back at its top.
class PaneLayout : public QObject
{
    Q_OBJECT

public:
    //! Narrower windows show one pane, in logical pixels.
    static constexpr int leastForTwo = 900;

    //! Puts both into the splitter; everything outlives it.
    PaneLayout(QSplitter &splitter, QWidget &list, QWidget &review, QWidget *window);

    void setWidth(int width);
    bool isOnePane() const { return m_isOnePane; }
    bool hidesList() const { return m_isOnePane && m_showsReview; }
    void showList();
    void showReview();

Q_SIGNALS:
    void changed();
    //! The way back was taken; the list is shown.
    void backPressed();

private:
    void update();

    QWidget &m_list;
    QWidget *m_reviewSide;
    QToolButton *m_back;
    bool m_isOnePane = false;
    bool m_showsReview = false;
};

} // namespace countersign
