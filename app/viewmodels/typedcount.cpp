// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/typedcount.h"

#include <QChar>

namespace countersign {

std::optional<int> typedCount(QStringView text)
{
    constexpr int mostDigits = 9;
    int number = 0;
    int digits = 0;
    for (const QChar character : text) {
        if (character.isSpace())
            continue;
        const bool isDigit = character.category() == QChar::Number_DecimalDigit;
        if (!isDigit || ++digits > mostDigits)
            return std::nullopt;
        number = number * 10 + character.digitValue();
    }
    return digits > 0 ? std::optional(number) : std::nullopt;
}

} // namespace countersign
