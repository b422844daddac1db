// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace countersign {

class FollowViewModel;
class InboxViewModel;
class PersonalFiles;
class WaitNotices;
class WatchFlow;

//! Tells the notices what waits, what has ended and what the person wants told. Off when notices
//! are switched off: what comes meanwhile counts as told. A new approval is told when the reading
//! that found it is over, and with it whose turn it is.
class NoticeFeed : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive this.
    NoticeFeed(InboxViewModel &inbox, FollowViewModel &follow, WatchFlow &watch,
               WaitNotices &notices, PersonalFiles &files, QObject *parent = nullptr);
    ~NoticeFeed() override;

    //! True: nothing is named from here on, whatever the person has chosen, and what is up and
    //! names anything is taken away.
    void setDiscreet(bool isDiscreet);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
