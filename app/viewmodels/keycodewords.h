// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! What a code of keyissuercodes or renewalcodes means and what to do, as whole sentences for where
//! the source is not known (see keyIssueText() for where it is); empty: another code.
QString keyCodeText(const QString &code);

} // namespace countersign
