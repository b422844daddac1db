// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QMenu>

namespace countersign {

class InboxViewModel;

//! What the list shows and in which order: groups, kinds, accounts, regions, order, named views.
class FilterMenu : public QMenu
{
    Q_OBJECT

public:
    explicit FilterMenu(InboxViewModel &inbox, QWidget *parent = nullptr);

    //! What the tick says; changes nothing else.
    void setChoosingSeveral(bool isOn) { m_isChoosingSeveral = isOn; }

Q_SIGNALS:
    //! The person wants to keep the view under a name.
    void nameWanted();
    //! A view was taken; its text belongs into the filter line.
    void viewTaken(const QString &text);
    //! Each choice shall add a row or take it out, or choose it alone again.
    void choosingSeveralWanted(bool isOn);

private:
    void fill();
    void addGroups();
    void addKinds();
    void addAccounts();
    void addRegions();
    void addOrder();
    void addViews();
    void addSeveral();

    InboxViewModel &m_inbox;
    bool m_isChoosingSeveral = false;
};

} // namespace countersign
