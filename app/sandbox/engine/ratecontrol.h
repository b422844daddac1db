// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QString>

#include <optional>
#include <vector>

namespace countersign::sandbox {

//! How the items of a loop are run: in which groups, how many at once, how many may fail.
struct RateControl
{
    enum class Pause { Never, FirstBatch, EveryBatch };

    struct Batch
    {
        int items = 0;
        int atOnce = 1;
    };

    std::vector<Batch> batches; //!< together as long as the list of items
    int maxErrors = 0;
    Pause pause = Pause::Never;
    Json shown; //!< the settings in force, as the loop's row tells them

    //! From the resolved keys of a loop: RateControl and the older keys beside it, which count
    //! where RateControl leaves them out. `loopMode` of the execution wins over BatchPauseOption;
    //! empty: not given. Nothing and a reason when a value cannot be used.
    static std::optional<RateControl> from(const Json &loop, int itemCount, const QString &loopMode,
                                           QString *problem);
    void runOneByOne();
};

} // namespace countersign::sandbox
