// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"
#include "app/domain/waitrow.h"
#include "app/viewmodels/labelledfact.h"
#include "app/viewmodels/starterburst.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace countersign {

class DecisionViewModel;
class ParameterModel;
class ReviewViewModel;

//! One fact of one of several waits that are decided together.
struct BulkFact
{
    QString label; //!< tells facts apart; unique within an item
    QString shown; //!< safe text; not used where the fact is opaque
    QString exact; //!< what is compared, as received
    //! A digest or the like, which says nothing to people: shown as "variant 1", "variant 2".
    bool isOpaque = false;
};

//! What several waits have in common and where they differ.
struct BulkComparison
{
    std::vector<LabelledFact> same;          //!< every item has it, and has the same
    std::vector<QString> differing;          //!< labels, in the order of their first appearance
    std::vector<std::vector<QString>> cells; //!< for each item one text for each of `differing`
};

//! A fact that an item lacks is a difference, and said to be "not there".
BulkComparison compareItems(const std::vector<std::vector<BulkFact>> &items);

//! The parameters of a run; values that must not be shown are not compared, and said so.
std::vector<BulkFact> parameterFacts(const ParameterModel &parameters);

//! Everything that a decision about this wait rests on and that can be compared with another's,
//! ids apart. Values that must not be shown are not compared, and said so.
std::vector<BulkFact> bulkFactsOf(const ReviewViewModel &review, const DecisionViewModel &decision,
                                  const WaitRow &row);

} // namespace countersign
