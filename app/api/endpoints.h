// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/ids.h"

#include <QUrl>

#include <vector>

namespace countersign {

//! Every region in which the service runs (oos-api.md 2), in the order of its documents.
std::vector<RegionId> knownRegions();

//! Hosts by the one rule that all regions follow; https. A region that is not listed follows it
//! too. The STS endpoint outside of a VPC is the one for all regions.
QUrl oosEndpoint(const RegionId &region, bool isVpc);
QUrl stsEndpoint(const RegionId &region, bool isVpc);
//! The one in a region, where a company wants its tokens issued there.
QUrl regionalStsEndpoint(const RegionId &region);

//! This computer's own 127.0.0.1 or [::1], and no name for it.
bool isLoopback(const QUrl &url);
//! A link-local or loopback address that no proxy may see: loopback, and the metadata service.
bool isNeverProxied(const QUrl &url);

} // namespace countersign
