// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace countersign {

//! The second wall before anything is logged: takes out of a text what looks like a secret, even
//! though none should have come this far. That is key ids (LTAI…, STS.…), long runs of Base64 or
//! hex, the value behind a name such as Signature= or AccessKeySecret, PEM blocks, and what an
//! address holds of names, passwords and queries. Each leaves "[removed]". Request ids, execution
//! ids and names of operations stay.
QString scrubbed(const QString &text);

} // namespace countersign
