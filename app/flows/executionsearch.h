// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/executionlink.h"
#include "app/domain/waitrow.h"
#include "app/flows/flowservices.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace countersign {

//! How the search for one execution stands.
struct SearchReport
{
    //! A place that could not be looked at.
    struct Failure
    {
        Place place;
        QString alias;
        std::optional<Error> error; //!< nothing: the profile is locked
    };
    int places = 0; //!< that are looked at
    int looked = 0; //!< of them, so far, the failed ones included
    std::vector<Failure> failed;
    //! The link names an account that none of the profiles is for.
    bool isForeignAccount = false;
    //! A row that a review can be opened on, with an empty task.
    std::optional<WaitRow> found;
    bool hasEnded() const { return found || looked >= places; }
};

//! Looks for an execution in every place of every profile, finished and child executions too: the
//! account and region that the link names first, also when that region is not watched; then at most
//! ten places at a time, until it is found. Destroying it ends the search.
class ExecutionSearch : public QObject
{
    Q_OBJECT

public:
    ExecutionSearch(const FlowServices &services, const ExecutionLink &link,
                    QObject *parent = nullptr);
    ~ExecutionSearch() override;

    //! Begins; later calls do nothing.
    void start();
    const ExecutionLink &link() const;
    const SearchReport &report() const;

Q_SIGNALS:
    //! From the event loop; the last time when it has ended.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace countersign
