// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/engine/action.h"
#include "app/sandbox/engine/cloud/simulatedcloud.h"

namespace countersign::sandbox {

//! ACS::SelectTargets: the resources that any of its filters selects, each once.
class TargetsAction : public Action
{
    Q_OBJECT

public:
    using Action::Action;
    void begin() override;

private:
    void next();
    void take(const Json &filter, const Json &body);

    std::vector<Json> m_filters;
    size_t m_filter = 0;
    std::vector<Json> m_found;
    QStringList m_ids;
};

} // namespace countersign::sandbox
