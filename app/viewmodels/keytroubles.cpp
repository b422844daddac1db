// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keytroubles.h"

#include "app/domain/displaytext.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/profilechains.h"

#include <QCoreApplication>

#include <algorithm>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeyTroubles)
};

using Issued = RenewalStanding::State;
using Kept = KeyStanding::State;
using Remedy = KeyTrouble::Remedy;

//! Nothing: its keys are well, or on their way, or another profile is the cause.
std::optional<Remedy> remedyOfEntered(const StandingFacts &facts)
{
    switch (facts.kept.state) {
    case Kept::Missing:
        return facts.profile.key.isSaved ? std::nullopt : std::optional(Remedy::EnterKey);
    case Kept::Reading:
        return std::nullopt;
    case Kept::Here:
        return facts.kept.expiresAt.isValid() && facts.kept.expiresAt <= facts.now
                   ? std::optional(Remedy::EnterKey)
                   : std::nullopt;
    case Kept::Failed:
        break;
    }
    return Remedy::ShowProfile;
}

//! What only a change of the profile mends.
bool isOfProfile(const std::optional<Error> &error)
{
    if (!error)
        return false;
    switch (error->kind) {
    case Error::Kind::Offline:
    case Error::Kind::TimedOut:
    case Error::Kind::Throttled:
    case Error::Kind::ServerFault:
    case Error::Kind::WrongClock:
        return false;
    default:
        return error->code.startsWith(QStringLiteral("EntityNotExist")) ||
               error->code.startsWith(QStringLiteral("InvalidParameter")) ||
               error->code == keyissuercodes::misplacedSecret() ||
               error->code == renewalcodes::badSource() ||
               error->code == renewalcodes::noOtherProfile() ||
               error->code == keyissuercodes::noCliProfile();
    }
}

std::optional<Remedy> remedyOf(const StandingFacts &facts)
{
    const bool isEntered = facts.profile.source.kind == KeyKind::Entered;
    switch (facts.issued.state) {
    case Issued::NotIssued:
        return remedyOfEntered(facts);
    case Issued::NeedsKey:
        return isEntered ? remedyOfEntered(facts) : std::nullopt;
    case Issued::NeedsAgreement:
    case Issued::Loop:
        return Remedy::ShowProfile;
    case Issued::Issuing:
    case Issued::Here:
        return std::nullopt;
    case Issued::Failing:
    case Issued::Ended:
        break;
    }
    return isOfProfile(facts.issued.error) ? Remedy::ShowProfile : Remedy::RenewNow;
}

QString wordsOf(const StandingFacts &facts, const QStringList &others)
{
    const QString alias = safeLine(facts.profile.alias, 60);
    const QString text = standingOf(facts).text;
    if (others.isEmpty())
        //: %1 is a profile, %2 whole sentences
        return Words::tr("%1: %2", "a profile and what is wrong with its keys").arg(alias, text);
    QStringList names;
    for (const QString &other : others)
        names += safeLine(other, 60);
    //: %1 is a profile, %2 whole sentences, %3 names of profiles
    return Words::tr("%1: %2 Its keys are also needed for: %3.")
        .arg(alias, text, names.join(QStringLiteral(", ")));
}

//! Those of one circle are told of once.
bool isTold(const StandingFacts &facts, const std::vector<KeyTrouble> &told)
{
    return std::any_of(told.begin(), told.end(), [&facts](const KeyTrouble &trouble) {
        return std::find(trouble.covered.begin(), trouble.covered.end(), facts.profile.id) !=
               trouble.covered.end();
    });
}

} // namespace

std::vector<KeyTrouble> keyTroublesOf(const std::vector<StandingFacts> &all)
{
    std::vector<Profile> profiles;
    for (const StandingFacts &facts : all)
        profiles.push_back(facts.profile);
    std::vector<KeyTrouble> troubles;
    for (const StandingFacts &facts : all) {
        const auto remedy = remedyOf(facts);
        if (!remedy || (facts.issued.state == Issued::Loop && isTold(facts, troubles)))
            continue;
        const QStringList others = builtOn(facts.profile.id, profiles);
        // A circle names them itself.
        const QStringList named = facts.issued.state == Issued::Loop ? QStringList() : others;
        KeyTrouble trouble{facts.profile.id, wordsOf(facts, named), {}, *remedy, {}};
        const auto &error = facts.issued.error ? facts.issued.error : facts.kept.error;
        if (error)
            trouble.details = errorDetails(*error);
        trouble.covered.push_back(facts.profile.id);
        for (const Profile &profile : profiles) {
            if (others.contains(profile.alias))
                trouble.covered.push_back(profile.id);
        }
        troubles.push_back(std::move(trouble));
    }
    return troubles;
}

} // namespace countersign
