// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/environment.h"
#include "app/domain/ids.h"

#include <QString>

namespace countersign {

//! True for a host that Alibaba Cloud documents for this program's calls (oos-api.md 2,
//! credentials.md 7.1): oos and oos-vpc of a region, sts of all regions, sts and sts-vpc of one.
//! A region is named by its area, such as cn-hangzhou; oss-cn-hangzhou is none, since hosts under
//! it belong to whoever has a bucket of that name. With a port that is not the scheme's own no host
//! is a documented one.
bool isServiceHost(const QString &host);
//! The same for hosts of one product.
bool isOosHost(const QString &host);
bool isStsHost(const QString &host);
//! An OOS host of this region. STS has no such rule: a company may want its tokens issued in a
//! region of its choice (credentials.md 2.3 and 7.1).
bool isOosHostOf(const QString &host, const RegionId &region);

//! The host when it is not one of Alibaba Cloud's, in the form that is looked up (punycode); empty
//! for a documented one, for the sandbox, and for an empty host. A person has to agree to what
//! isServiceHost() does not know before anything is sent there, and sees it in every banner; a
//! documented host of another product or region is no matter of agreement, and never sent to.
QString privateHostOf(const QString &host, const Environment &environment);

//! Why a host cannot be used at all: a word of it mixes scripts that look alike.
bool isDeceptiveHost(const QString &host);

} // namespace countersign
