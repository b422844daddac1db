// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace countersign {

//! Overwrites the bytes in place, also those that other QByteArrays share with this one; that is
//! how a library's copy is reached. Nobody may need any of them afterwards, and none may be made
//! from a literal (QByteArrayLiteral lies in read-only memory). Empty afterwards.
void wipeShared(QByteArray &bytes);

} // namespace countersign
