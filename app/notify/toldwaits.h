// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/waitrow.h"

#include <QSet>

#include <cstddef>
#include <vector>

namespace countersign {

//! The waits that were told, in the order of telling, so that none is told twice. Those that still
//! wait are always kept; of the others the latest `keptBesides`.
class ToldWaits
{
public:
    static constexpr std::size_t keptBesides = 4'096;

    bool contains(const WaitRowId &id) const { return m_known.contains(id); }
    //! False when it was told before.
    bool insert(const WaitRowId &id);
    //! Forgets the oldest of those that do not stand in `waiting`, as far as they are too many.
    void trim(const QSet<WaitRowId> &waiting);

    //! Oldest first; for keeping over a restart.
    const std::vector<WaitRowId> &list() const { return m_order; }

private:
    std::vector<WaitRowId> m_order;
    QSet<WaitRowId> m_known;
};

} // namespace countersign
