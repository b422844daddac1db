// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/environment.h"

#include <QString>

namespace countersign {

//! True for a host that Alibaba Cloud documents for this program's calls (oos-api.md 2,
//! credentials.md 7.1): oos and oos-vpc of a region, sts of all regions, sts and sts-vpc of one.
//! A region is named by its area, such as cn-hangzhou; oss-cn-hangzhou is none, since hosts under
//! it belong to whoever has a bucket of that name.
bool isServiceHost(const QString &host);
//! The same for hosts of one product.
bool isOosHost(const QString &host);
bool isStsHost(const QString &host);

//! The host when it is not one of Alibaba Cloud's, in the form that is looked up (punycode); empty
//! for a documented one, for the sandbox, and for an empty host.
QString privateHostOf(const QString &host, const Environment &environment);

//! Why a host cannot be used at all: a word of it mixes scripts that look alike.
bool isDeceptiveHost(const QString &host);

} // namespace countersign
