// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QString>

#include <vector>

namespace countersign {

//! At most so many waits are decided together: each is read, shown and sent by itself.
inline constexpr int mostInBulk = 200;

//! What can be done about several chosen rows of the inbox.
struct BulkSelection
{
    int count = 0;
    QString heading;             //!< "30 waits chosen"
    QString kinds;               //!< "30 × Approval"
    std::vector<QString> places; //!< "acme-prod / cn-hangzhou: 12", as long as they are few
    std::vector<Act> acts;       //!< those that fit all of them; empty: see reason
    QString reason;              //!< why there is no act, as a whole sentence; empty else
};

//! `rows` may end after mostInBulk + 1 of `count`: more are too many in any case.
BulkSelection bulkSelectionOf(const std::vector<WaitRow> &rows, int count);

} // namespace countersign
