// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/error.h"

#include <QString>

namespace countersign {

//! What went wrong as one or two translated sentences for a person, without the service's words.
//! Codes and the missing right are named; nothing in it is remote prose.
QString errorText(const Error &error);

//! The lines of a "Details" box: code, status, request id and the service's own words; safe plain
//! text, one fact a line, labels translated. Empty when there is nothing to add.
QString errorDetails(const Error &error);

} // namespace countersign
