// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QUrl>

#include <vector>

namespace countersign {

//! A region in which the service runs (oos-api.md 2). The name is English and empty where only the
//! id is known.
struct KnownRegion
{
    const char *id;
    const char *name;
};
const std::vector<KnownRegion> &knownRegions();

//! Hosts by the one rule that all regions follow; https. A region that is not listed follows it
//! too. The STS endpoint outside of a VPC is the one for all regions.
QUrl oosEndpoint(const RegionId &region, bool isVpc);
QUrl stsEndpoint(const RegionId &region, bool isVpc);

} // namespace countersign
