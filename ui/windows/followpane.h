// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/followedrun.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace countersign {

class FollowViewModel;

//! "Decided by me": a heading that opens and closes the list of followed runs. Hidden while there
//! is none.
class FollowPane : public QWidget
{
    Q_OBJECT

public:
    explicit FollowPane(FollowViewModel &follow, QWidget *parent = nullptr);

    void setOpen(bool isOpen);
    bool isOpen() const;
    void focusList();
    QTreeView *list() const { return m_list; }

Q_SIGNALS:
    //! Enter or a double click on a run.
    void runWanted(const countersign::FollowedRun &run);

private:
    void update();

    FollowViewModel &m_follow;
    QToolButton *m_heading;
    QWidget *m_body;
    QTreeView *m_list;
    QToolButton *m_dismiss;
};

} // namespace countersign
