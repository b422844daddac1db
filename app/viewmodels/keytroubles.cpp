// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/keytroubles.h"

#include "app/domain/displaytext.h"
#include "app/domain/keychainproblem.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/profilechains.h"
#include "app/viewmodels/waycause.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

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

//! The keychain as a whole gave nothing.
bool isOfKeychain(const StandingFacts &facts)
{
    if (facts.kept.state != Kept::Failed || !facts.kept.error)
        return false;
    const auto problem = keychainProblemOf(*facts.kept.error);
    return problem && isOfWholeKeychain(*problem);
}

//! One cause for several profiles has the same words for each of them. What each of them needs for
//! itself, such as a key, is a cause of its own.
bool isShared(const StandingFacts &facts, Remedy remedy)
{
    return isOfKeychain(facts) || remedy == Remedy::RenewNow;
}

//! A trouble before it is put into words.
struct Cause
{
    KeyTrouble trouble;
    QString text; //!< of the standing
    bool isShared = false;
    bool namesOthers = true; //!< false: the text does
};

bool holds(const std::vector<ProfileId> &ids, const ProfileId &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

QString aliasesOf(const std::vector<ProfileId> &ids, const std::vector<Profile> &profiles)
{
    QStringList names;
    for (const ProfileId &id : ids) {
        const auto found = std::find_if(profiles.begin(), profiles.end(),
                                        [&id](const Profile &each) { return each.id == id; });
        if (found != profiles.end())
            names += safeLine(found->alias, 60);
    }
    return names.join(QStringLiteral(", "));
}

QString wordsOf(const Cause &cause, const std::vector<Profile> &profiles)
{
    std::vector<ProfileId> meant{cause.trouble.profile};
    meant.insert(meant.end(), cause.trouble.alike.begin(), cause.trouble.alike.end());
    const QString aliases = aliasesOf(meant, profiles);
    std::vector<ProfileId> others;
    std::copy_if(cause.trouble.covered.begin(), cause.trouble.covered.end(),
                 std::back_inserter(others),
                 [&meant](const ProfileId &id) { return !holds(meant, id); });
    if (others.empty() || !cause.namesOthers)
        //: %1 is a profile or several, %2 whole sentences
        return Words::tr("%1: %2", "profiles and what is wrong with their keys")
            .arg(aliases, cause.text);
    //: %1 is a profile or several, %2 whole sentences, %3 names of profiles
    return Words::tr("%1: %2 These keys are also needed for: %3.")
        .arg(aliases, cause.text, aliasesOf(others, profiles));
}

//! Those of one circle are told of once.
bool isTold(const StandingFacts &facts, const std::vector<Cause> &told)
{
    return std::any_of(told.begin(), told.end(), [&facts](const Cause &cause) {
        return holds(cause.trouble.covered, facts.profile.id);
    });
}

//! Nothing: it is a cause of its own.
Cause *sameCause(std::vector<Cause> &causes, const Cause &made)
{
    const auto found = std::find_if(causes.begin(), causes.end(), [&made](const Cause &each) {
        return made.isShared && each.isShared && each.text == made.text &&
               each.trouble.remedy == made.trouble.remedy;
    });
    return found == causes.end() ? nullptr : &*found;
}

Cause causeOf(const StandingFacts &facts, Remedy remedy, const std::vector<Profile> &profiles)
{
    Cause cause;
    cause.text = standingOf(facts).text;
    cause.isShared = isShared(facts, remedy);
    // A circle names them itself.
    cause.namesOthers = facts.issued.state != Issued::Loop;
    cause.trouble.profile = facts.profile.id;
    cause.trouble.remedy = remedy;
    cause.trouble.isOfKeychain = isOfKeychain(facts);
    const auto &error = facts.issued.error ? facts.issued.error : facts.kept.error;
    if (error) {
        cause.trouble.details = errorDetails(*error);
        cause.trouble.code = error->code;
        cause.trouble.way = wayCauseOf(error);
    }
    cause.trouble.covered.push_back(facts.profile.id);
    const QStringList others = builtOn(facts.profile.id, profiles);
    for (const Profile &profile : profiles) {
        if (others.contains(profile.alias))
            cause.trouble.covered.push_back(profile.id);
    }
    return cause;
}

void join(KeyTrouble &told, const KeyTrouble &other)
{
    told.alike.push_back(other.profile);
    for (const ProfileId &id : other.covered) {
        if (!holds(told.covered, id))
            told.covered.push_back(id);
    }
}

} // namespace

std::vector<KeyTrouble> keyTroublesOf(const std::vector<StandingFacts> &all)
{
    std::vector<Profile> profiles;
    for (const StandingFacts &facts : all)
        profiles.push_back(facts.profile);
    std::vector<Cause> causes;
    for (const StandingFacts &facts : all) {
        const auto remedy = remedyOf(facts);
        if (!remedy || (facts.issued.state == Issued::Loop && isTold(facts, causes)))
            continue;
        Cause made = causeOf(facts, *remedy, profiles);
        if (Cause *same = sameCause(causes, made))
            join(same->trouble, made.trouble);
        else
            causes.push_back(std::move(made));
    }
    std::vector<KeyTrouble> troubles;
    for (Cause &cause : causes) {
        cause.trouble.words = wordsOf(cause, profiles);
        troubles.push_back(std::move(cause.trouble));
    }
    return troubles;
}

} // namespace countersign
