// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/actwords.h"

#include <array>

namespace countersign {

namespace {

//! As many words as acts, in their order.
constexpr std::array<const char *, 8> words = {"approve",           "reject",         "retryTask",
                                               "skipTask",          "executeTask",    "cancelTask",
                                               "completeExecution", "cancelExecution"};

} // namespace

QString actWord(Act act)
{
    return QLatin1String(words[static_cast<std::size_t>(act)]);
}

std::optional<Act> actFromWord(const QString &word)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1String(words[i]))
            return static_cast<Act>(i);
    }
    return std::nullopt;
}

} // namespace countersign
