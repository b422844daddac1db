// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace countersign::sandbox {

//! Decimal numbers, + - * / // % ** and parentheses; nothing for anything else, a division by zero
//! included.
std::optional<double> calculate(QStringView expression);

} // namespace countersign::sandbox
