// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace countersign {

//! Whole sentences one after the other, as the program's language sets them: Chinese has no space
//! in between. Empty ones are left out.
QString joinedSentences(const QStringList &sentences);

} // namespace countersign
