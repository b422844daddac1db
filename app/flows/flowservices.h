// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/oneshotsender.h"
#include "app/api/readclient.h"
#include "app/credentials/profileregistry.h"
#include "app/domain/clock.h"
#include "app/journal/decisionjournal.h"

#include <functional>
#include <memory>

namespace countersign {

class KeyRenewal;

//! What flows work with. A value of references: everything in it outlives every flow.
struct FlowServices
{
    ReadClient &client;
    ProfileRegistry &profiles;
    DecisionJournal &journal;
    const Clock &clock;
    //! A sender for one decision.
    std::function<std::unique_ptr<OneShotSender>()> newSender;
    //! Of profiles whose keys are issued; null: there are entered keys alone.
    KeyRenewal *renewal = nullptr;
};

} // namespace countersign
