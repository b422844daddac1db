// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/profilesviewmodel.h"

#include <QListWidget>

#include <vector>

namespace countersign {

//! The profiles by name, each with its environment and how its key stands. What is chosen follows
//! the selection, which assistive technology sets without the current row.
class ProfileList : public QListWidget
{
    Q_OBJECT

public:
    //! One line; all texts are safe.
    struct Entry
    {
        ProfileId id;
        QString alias;
        QString word;     //!< of the environment; may be empty
        QString standing; //!< in a few words
        QString iconName;
    };

    explicit ProfileList(QWidget *parent = nullptr);

    //! Changes what has changed; the selection stays where its profile stays.
    void setEntries(const std::vector<Entry> &entries);
    //! Empty: none is chosen.
    ProfileId chosen() const;
    //! Without chosenByPerson().
    void choose(const ProfileId &id);
    QSize sizeHint() const override;

Q_SIGNALS:
    //! Empty: the person has taken the selection away.
    void chosenByPerson(const countersign::ProfileId &id);

private:
    QListWidgetItem *itemOf(const ProfileId &id) const;
    static void fill(QListWidgetItem &item, const Entry &entry);

    bool m_isOurs = false;
};

//! Name of the icon for how a profile stands with its keys.
QString standingIcon(StandingMark mark);

} // namespace countersign
