// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/toldwaits.h"

#include <algorithm>

namespace countersign {

bool ToldWaits::insert(const WaitRowId &id)
{
    if (m_known.contains(id))
        return false;
    m_known.insert(id);
    m_order.push_back(id);
    return true;
}

void ToldWaits::trim(const QSet<WaitRowId> &waiting)
{
    if (m_order.size() <= keptBesides)
        return;
    const auto isOver = [&](const WaitRowId &id) { return !waiting.contains(id); };
    auto over = static_cast<std::size_t>(std::count_if(m_order.begin(), m_order.end(), isOver));
    std::erase_if(m_order, [&](const WaitRowId &id) {
        if (over <= keptBesides || !isOver(id))
            return false;
        --over;
        m_known.remove(id);
        return true;
    });
}

} // namespace countersign
