// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/statepage.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QMenu;
QT_END_NAMESPACE

namespace countersign {

class LockViewModel;

//! All that a locked window shows: that it is locked, since when, what goes on, and the way back;
//! with a menu of its own. No name, no id, no text of anybody.
class LockPage : public StatePage
{
    Q_OBJECT

public:
    //! `lock` outlives it, and `window`, which has no other menus, owns it.
    LockPage(LockViewModel &lock, QMainWindow &window);
    ~LockPage() override;

Q_SIGNALS:
    void closeWanted();
    void quitWanted();

private:
    void addMenu(QMainWindow &window);
    void update();

    LockViewModel &m_lock;
    QPointer<QMenu> m_menu;
};

} // namespace countersign
