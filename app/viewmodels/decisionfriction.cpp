// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/decisionfriction.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"

#include <QCoreApplication>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DecisionFriction)
};

QString callText(const ProductCall &call)
{
    return safeLine(QString(call.service + QLatin1Char(' ') + call.api), 120);
}

//! The call that would be released and how many ids it was read to name.
struct Release
{
    ProductCall call;
    int targets = 0;
};

Release releaseOf(const DecisionObject &object, Act act)
{
    const bool isVote = act == Act::Approve || act == Act::Reject;
    const ProductCall &call = isVote ? object.subject.call : object.call;
    const auto count = isVote ? object.subject.targets.size() : object.targets.size();
    return {call, static_cast<int>(count)};
}

QString dangerTick(const Release &release)
{
    if (release.call.isEmpty())
        return Words::tr("I have seen that this releases a high-risk call.");
    if (release.targets == 0)
        //: %1 is a product and its API
        return Words::tr("I have seen that this releases %1.").arg(callText(release.call));
    return Words::tr("I have seen that this releases %1 on %n target(s).", nullptr, release.targets)
        .arg(callText(release.call));
}

void askToType(Friction &friction, const Release &release, const QString &alias)
{
    if (release.targets > 0) {
        friction.typedQuestion =
            Words::tr("How many targets are named above? Type the number to release the call.");
        friction.typedAnswer = QString::number(release.targets);
        return;
    }
    //: %1 is the alias of a profile
    friction.typedQuestion = Words::tr("On what the call acts could not be read. Type the "
                                       "account's name, %1, to release it.")
                                 .arg(safeLine(alias, 80));
    friction.typedAnswer = alias;
}

QString unseenTick(Unseen unseen)
{
    switch (unseen) {
    case Unseen::Template:
        return Words::tr("I decide without having seen the template: its text could not be read.");
    case Unseen::Call:
        break;
    }
    return Words::tr("I decide without knowing which call this releases: it could not be read.");
}

//! The strongest there is, whatever the profile: nobody can say what would happen.
void askForUnseen(Friction &friction, const FrictionFacts &facts)
{
    for (const Unseen unseen : facts.unseen)
        friction.ticks += unseenTick(unseen);
    //: %1 is the alias of a profile
    friction.typedQuestion = Words::tr("Not everything could be read that this decision rests on. "
                                       "Type the account's name, %1, to decide all the same.")
                                 .arg(safeLine(facts.alias, 80));
    friction.typedAnswer = facts.alias;
}

//! Typed in production, unless something else is typed there already.
void askForOwnRequest(Friction &friction, const FrictionFacts &facts)
{
    friction.ticks += Words::tr("I started this run myself, and approve it myself.");
    if (!facts.isProduction || !friction.typedQuestion.isEmpty())
        return;
    //: %1 is the alias of a profile
    friction.typedQuestion =
        Words::tr("You started this run. Type the account's name, %1, to approve it yourself.")
            .arg(safeLine(facts.alias, 80));
    friction.typedAnswer = facts.alias;
}

//! A second confirmation, typed where the first request and this one could both have an effect.
void askForOverride(Friction &friction, const FrictionFacts &facts)
{
    friction.ticks += Words::tr("I decide again although the outcome of the earlier decision is "
                                "not known: both requests may count.");
    if (facts.overrides != FrictionFacts::Overrides::Typed || !friction.typedQuestion.isEmpty())
        return;
    //: %1 is the alias of a profile
    friction.typedQuestion = Words::tr("Both requests may count. Type the account's name, %1, to "
                                       "decide again all the same.")
                                 .arg(safeLine(facts.alias, 80));
    friction.typedAnswer = facts.alias;
}

QString skipTick(const DecisionObject &object)
{
    if (object.rows.size() == 1)
        //: %1 is a task
        return Words::tr("I know that the effect of task “%1” will be missing.")
            .arg(safeLine(object.rows.front().taskName, 60));
    return Words::tr("I know that the effect of %n task(s) will be missing.", nullptr,
                     static_cast<int>(object.rows.size()));
}

} // namespace

Friction frictionFor(const DecisionObject &object, Act act, const FrictionFacts &facts)
{
    Friction friction;
    if (facts.namedKind)
        //: %1 is a kind of wait such as Approval
        friction.ticks += Words::tr("I name the kind of this wait (%1): it was not recognised by "
                                    "the program.")
                              .arg(waitKindLabel(*facts.namedKind));
    if (facts.isRowUnread)
        friction.ticks += Words::tr("I decide for the whole run: which task waits could not be "
                                    "read.");
    if (facts.isSecondApproval)
        friction.ticks +=
            Words::tr("I have approved this wait before, and want to send a second approval.");
    if (act == Act::SkipTask && !object.rows.empty())
        friction.ticks += skipTick(object);
    if (act == Act::CompleteExecution && !object.endState.isEmpty())
        //: %1 is a state such as Failed
        friction.ticks += Words::tr("I know that the whole run ends as %1 and cannot go on.")
                              .arg(endStateLabel(object.endState));
    const Release release = releaseOf(object, act);
    if (object.isDanger && facts.isProduction)
        askToType(friction, release, facts.alias);
    else if (object.isDanger)
        friction.ticks += dangerTick(release);
    if (!facts.unseen.empty())
        askForUnseen(friction, facts);
    if (facts.isOwnRequest)
        askForOwnRequest(friction, facts);
    if (facts.overrides != FrictionFacts::Overrides::Nothing)
        askForOverride(friction, facts);
    return friction;
}

bool isTypedRight(const QString &typed, const QString &answer)
{
    const auto plain = [](const QString &text) {
        QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
        folded.removeIf([](QChar character) { return character.isSpace(); });
        return folded;
    };
    return !plain(answer).isEmpty() && plain(typed) == plain(answer);
}

} // namespace countersign
