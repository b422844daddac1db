// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/bulkmodel.h"
#include "app/viewmodels/bulkfacts.h"
#include "app/viewmodels/bulkviewmodel.h"

#include <QPointer>

#include <memory>
#include <set>
#include <vector>

namespace countersign {

//! The waits of one decision of several: what was read of each, its frozen decision until it is
//! sent, and its result. Part of BulkViewModel; not used by anything else.
class BulkItems
{
public:
    BulkItems(Act act, std::vector<WaitRow> rows);
    ~BulkItems();

    Act act() const { return m_act; }
    std::size_t size() const { return m_items.size(); }
    BulkModel *model() const { return m_model.get(); }

    //! Keeps what a review that has ended says, and freezes the decision where it can be taken.
    void take(std::size_t item, ReviewViewModel &review);
    //! All were read: finds what differs between those that can be sent.
    void compare();
    bool isCompared() const { return m_isCompared; }
    const BulkComparison &comparison() const { return m_comparison; }

    //! Null where there is none, or it was handed over.
    DecisionViewModel *drafted(std::size_t item) const { return m_items[item].drafted.get(); }
    std::unique_ptr<DecisionViewModel> handOver(std::size_t item);
    //! Null where nothing was sent.
    DecisionViewModel *sent(std::size_t item) const { return m_items[item].sent; }
    void leaveOut(std::size_t item, const QString &reason);
    //! Takes in an item that something was not read of, or leaves it out again; compares anew.
    void choose(std::size_t item, bool isChosen);
    //! Some are left out that could be taken in.
    bool hasChoice() const;

    //! Items that have a decision to be sent, in order.
    std::vector<std::size_t> included() const;
    int count(BulkStanding standing) const;
    int dangerCount() const;
    std::vector<QString> ticks() const; //!< different ones, as the decisions have them
    std::vector<QString> tickTexts() const;
    std::vector<WaitRowId> unfinished() const;
    std::vector<BulkResult> results() const;

    Environment environment() const;
    //! Of the endpoints that are called, for the banner.
    QStringList endpointHosts() const;
    QString placeText() const;
    QString actorText() const; //!< as the reviews have it; empty where they differ
    QString shortPlaceText() const;
    std::vector<QString> consequences() const;
    QString differenceText() const;
    QString burstText() const;
    QString summary() const; //!< how many came to what, and which were not accepted

    //! Fills the model; `isConfirmed`: those that are not sent yet wait for their turn.
    void show(bool isConfirmed);

private:
    struct Item
    {
        WaitRow row;
        bool isRead = false;
        Environment environment;
        QStringList endpointHosts;
        QString actor;
        std::unique_ptr<DecisionViewModel> drafted;
        QPointer<DecisionViewModel> sent;
        std::vector<BulkFact> facts;
        QString consequence;
        bool isDanger = false;
        QString leftOut; //!< why, as words behind "left out: "; also of one that was taken in
        std::unique_ptr<DecisionViewModel> unseen; //!< the decision, while it is left out
    };

    void freeze(Item &item, ReviewViewModel &review);
    BulkStanding standingOf(const Item &item) const;
    BulkRow rowOf(const Item &item) const;
    QString stateOf(const Item &item) const;

    Act m_act;
    std::vector<Item> m_items;
    std::unique_ptr<BulkModel> m_model;
    BulkComparison m_comparison;
    std::vector<std::size_t> m_compared; //!< items in the order of the comparison's cells
    bool m_isCompared = false;
    bool m_isConfirmed = false;
};

} // namespace countersign
