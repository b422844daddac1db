// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/personalfiles.h"

#include <QTemporaryDir>

namespace countersign {

//! A person's files in a folder that goes away at the end.
struct TemporaryFiles
{
    QTemporaryDir folder;
    SystemClock clock;
    PersonalFiles files{folder.path(), clock};
};

} // namespace countersign
