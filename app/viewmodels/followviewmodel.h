// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/followedrun.h"

#include <QObject>

#include <memory>

namespace countersign {

class DecisionsViewModel;
class FollowedModel;
class FollowFlow;
class PersonalFiles;

//! "Decided by me": runs that this person has decided about, followed until they end.
class FollowViewModel : public QObject
{
    Q_OBJECT

public:
    //! All of them outlive this. Decisions that the service has taken begin to be followed.
    FollowViewModel(FollowFlow &flow, DecisionsViewModel &decisions, PersonalFiles &files,
                    QObject *parent = nullptr);
    ~FollowViewModel() override;

    FollowedModel *model() const;
    //! Runs that have not ended.
    int openCount() const;
    //! "2 runs go on, 1 has ended"; empty when there is none.
    QString countText() const;

public Q_SLOTS:
    void refresh();
    //! Takes an ended run off the list; one that goes on stays.
    void dismiss(int row);
    void dismissEnded();

Q_SIGNALS:
    void changed();
    //! A followed run has ended; once for each.
    void ended(const countersign::FollowedRun &run);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
