// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/flowservices.h"
#include "app/viewmodels/reviewsubject.h"

namespace countersign {

//! Who looks at a review with this profile, and what stands in a decision's way.
ReviewStanding standingOf(const FlowServices &services, const Profile &profile,
                          const ReviewFacts &facts, OwnRequests policy);

//! Where and as whom a decision would be sent, as it is shown.
DecisionPlace decisionPlaceOf(const FlowServices &services, const Profile &profile,
                              const Place &place, const ReviewStanding &standing);

//! "you act as role oos-operator, session li.wei", and the mark of what was not verified today;
//! empty: not known.
QString youActAsText(const FlowServices &services, const ProfileId &profile);

} // namespace countersign
