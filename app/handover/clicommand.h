// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/decision.h"

#include <QString>

#include <vector>

namespace countersign {

//! The arguments of the vendor's command line tool, its name first, that send the very request
//! parameters of the record: "aliyun oos NotifyExecution --region=… --NotifyType=Approve …". Values
//! follow their names after "=", because a value that stands alone and begins with "-" is read as
//! another name. --region says which endpoint is asked, and RegionId is the request's own. No keys
//! are in it: the tool uses its own profile.
std::vector<QString> cliArguments(const DecisionRecord &record);

} // namespace countersign
