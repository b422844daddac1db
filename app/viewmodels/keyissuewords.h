// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/keyrenewal.h"

#include <QString>

namespace countersign {

//! Why `source` gave no keys and what the person does next, as whole sentences; safe text. Each
//! cause that a source or the token service names has its own; other errors are told as everywhere,
//! with who was asked.
QString keyIssueText(const Error &error, const KeySource &source);

} // namespace countersign
