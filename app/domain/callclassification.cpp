// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/waitkind.h"

#include <algorithm>
#include <array>

namespace countersign {

namespace {

constexpr std::array<QStringView, 13> riskyVerbs = {
    u"Delete",  u"Release", u"Stop",   u"Terminate", u"Remove", u"Reboot", u"Reset",
    u"Destroy", u"Detach",  u"Revoke", u"Drop",      u"Purge",  u"Replace"};

} // namespace

bool isRiskyByName(QStringView api)
{
    return std::any_of(riskyVerbs.begin(), riskyVerbs.end(), [&](QStringView verb) {
        if (!api.startsWith(verb, Qt::CaseInsensitive))
            return false;
        // "Stopwatch" is no verb; a name all in small letters does not show where its verb ends.
        return api.size() == verb.size() || !api[verb.size()].isLower() || api[0].isLower();
    });
}

} // namespace countersign
