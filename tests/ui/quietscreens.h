// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/followflow.h"
#include "app/flows/reviewflow.h"
#include "app/flows/watchflow.h"
#include "app/viewmodels/decisionsviewmodel.h"
#include "app/viewmodels/decisionviewmodel.h"
#include "app/viewmodels/followviewmodel.h"
#include "app/viewmodels/inboxviewmodel.h"
#include "app/viewmodels/openviewmodel.h"
#include "app/viewmodels/reviewviewmodel.h"
#include "quietworld.h"
#include "tests/fakes/temporaryfiles.h"

namespace countersign {

//! What the parts of a window stand on, without an account.
struct QuietScreens
{
    QuietWorld world;
    TemporaryFiles personal;
    WatchFlow watch{world.services};
    FollowFlow followFlow{world.services};
    InboxViewModel inbox{watch, personal.files};
    DecisionsViewModel decisions;
    FollowViewModel follow{followFlow, decisions, personal.files};
    OpenViewModel open{world.services};

    std::unique_ptr<ReviewViewModel> newReview()
    {
        return std::make_unique<ReviewViewModel>(std::make_unique<ReviewFlow>(world.services),
                                                 personal.files);
    }
};

} // namespace countersign
