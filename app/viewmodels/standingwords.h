// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flows/keyrenewal.h"
#include "app/flows/knownactor.h"
#include "app/flows/profilekeeper.h"

#include <QDateTime>
#include <QString>

namespace countersign {

//! What is known of a profile and its keys at one moment.
struct StandingFacts
{
    Profile profile;
    bool isSaved = true; //!< false: a new profile
    KeyStanding kept;    //!< of the key that was entered
    RenewalStanding issued;
    QDateTime now; //!< UTC, by the service's clock where it is known
};

enum class StandingMark {
    Open,   //!< there is no key, and nothing is wrong
    Asking, //!< somebody is asked
    Good,
    Warning, //!< the person has to do something, or will have to soon
};

//! How a profile stands with its keys, for people.
struct ShownStanding
{
    StandingMark mark = StandingMark::Open;
    QString line;          //!< in a few words, for a list; safe text
    QString text;          //!< whole sentences with the cause and the next step; safe text
    QString command;       //!< of the CLI, that renews what it holds; as it is run, not made safe
    bool canRenew = false; //!< the source can be asked now
    bool hasEnteredKey = false; //!< an entered key is here
    friend bool operator==(const ShownStanding &, const ShownStanding &) = default;
};

ShownStanding standingOf(const StandingFacts &facts);

//! "Acts as user li.wei."; says where that was not verified for the keys that are lent now.
QString actsAsText(const KnownActor &actor, const QDateTime &now);

//! "14:05 UTC+8 (52 min)", with the date before it when that is not today's; the part in brackets
//! is how long it is until then, and is left out for what has passed.
QString untilText(const QDateTime &utc, const QDateTime &now);

//! Why an entered key or a profile could not be kept or had, and what to do.
QString keyFaultText(const Error &error, const Profile &profile);

} // namespace countersign
