// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/standingwords.h"

#include "app/domain/displaytext.h"
#include "app/domain/format.h"
#include "app/models/actorwords.h"
#include "app/models/sentences.h"
#include "app/viewmodels/errortext.h"
#include "app/viewmodels/keychaintext.h"
#include "app/viewmodels/keyissuewords.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdlib>

namespace countersign {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StandingWords)
};

using Issued = RenewalStanding::State;
using Kept = KeyStanding::State;

//! "UTC+8", "UTC-3:30", "UTC".
QString zoneText(const QDateTime &local)
{
    const int minutes = local.offsetFromUtc() / 60;
    if (minutes == 0)
        return QStringLiteral("UTC");
    const int size = std::abs(minutes);
    QString text =
        QStringLiteral("UTC%1%2").arg(QLatin1Char(minutes < 0 ? '-' : '+')).arg(size / 60);
    if (size % 60 != 0)
        text += QStringLiteral(":%1").arg(size % 60, 2, 10, QLatin1Char('0'));
    return text;
}

QString endText(const QString &end)
{
    //: last characters of an access key id
    return end.isEmpty() ? QString() : Words::tr("The key id ends in %1.").arg(safeLine(end, 8));
}

//! Of an entered key that is lent as it is.
ShownStanding ofLentKey(const StandingFacts &facts)
{
    ShownStanding shown{StandingMark::Good, {}, {}, {}, false, true};
    const QString end = endText(facts.kept.keyIdEnd);
    const QDateTime &savedAt = facts.profile.key.savedAt;
    if (facts.kept.isSessionOnly) {
        shown.line = Words::tr("in memory only", "how a profile's key stands, in a list");
        shown.text = joinedSentences(
            {Words::tr("The key is kept in memory only and ends with the program."), end});
    } else {
        shown.line = Words::tr("in keychain", "how a profile's key stands, in a list");
        shown.text = savedAt.isValid()
                         ? joinedSentences({Words::tr("The key is kept in the keychain since %1.")
                                                .arg(localTimeText(savedAt)),
                                            end})
                         : joinedSentences({Words::tr("The key is kept in the keychain."), end});
    }
    if (!facts.kept.expiresAt.isValid())
        return shown;
    if (facts.kept.expiresAt <= facts.now) {
        shown.mark = StandingMark::Warning;
        shown.line = Words::tr("token ended %1").arg(untilText(facts.kept.expiresAt, facts.now));
        shown.text = Words::tr("The token ended at %1, and nothing is read with it any more. Enter "
                               "a new key with its token.")
                         .arg(localAndUtcText(facts.kept.expiresAt));
        return shown;
    }
    //: %1 is a time with a zone, and how long it is until then
    shown.line = Words::tr("keys until %1").arg(untilText(facts.kept.expiresAt, facts.now));
    shown.text =
        joinedSentences({shown.text, Words::tr("Its token ends at %1; it does not renew itself.")
                                         .arg(untilText(facts.kept.expiresAt, facts.now))});
    return shown;
}

//! Of a key that has to be entered, or that the keychain keeps.
ShownStanding ofEnteredKey(const StandingFacts &facts)
{
    ShownStanding shown;
    const bool isKept = facts.profile.key.isSaved;
    switch (facts.kept.state) {
    case Kept::Missing:
        if (facts.kept.wasDropped && facts.isSaved) {
            shown.mark = StandingMark::Warning;
            shown.line = Words::tr("enter key again", "how a profile's key stands, in a list");
            shown.text =
                Words::tr("The key was entered for this session, and was taken out of memory when "
                          "the program was locked. Enter it again.");
            return shown;
        }
        shown.line = isKept ? Words::tr("key not read", "how a profile's key stands, in a list")
                            : Words::tr("no key", "how a profile's key stands, in a list");
        shown.text = isKept
                         ? Words::tr("The key is kept in the keychain and has not been read yet.")
                         : Words::tr("No key was entered in this session, so nothing is read.");
        return shown;
    case Kept::Reading:
        shown.mark = StandingMark::Asking;
        shown.line = Words::tr("reading key…", "how a profile's key stands, in a list");
        shown.text = Words::tr("Reading the key from the keychain…");
        return shown;
    case Kept::Here:
        return ofLentKey(facts);
    case Kept::Failed:
        break;
    }
    shown.mark = StandingMark::Warning;
    shown.line = Words::tr("key unavailable", "how a profile's key stands, in a list");
    shown.text = facts.kept.error ? keyFaultText(*facts.kept.error, facts.profile) : QString();
    return shown;
}

ShownStanding ofLoop(const RenewalStanding &issued)
{
    QStringList names;
    for (const QString &alias : issued.chain)
        names += safeLine(alias, 60);
    const QString way = names.join(QStringLiteral(" → "));
    ShownStanding shown;
    shown.mark = StandingMark::Warning;
    if (issued.isChainTooLong) {
        shown.line = Words::tr("too many roles in a row");
        shown.text = Words::tr("Too many profiles take their keys from each other: %1. Let this "
                               "one begin nearer to a key.")
                         .arg(way);
    } else {
        shown.line = Words::tr("leads in a circle");
        shown.text = Words::tr("Profiles take their keys from each other in a circle: %1. One of "
                               "them needs another source.")
                         .arg(way);
    }
    return shown;
}

ShownStanding ofMissingBase(const StandingFacts &facts)
{
    const bool isEntered = facts.profile.source.kind == KeyKind::Entered;
    if (isEntered && facts.kept.state != Kept::Here)
        return ofEnteredKey(facts);
    ShownStanding shown;
    shown.line = Words::tr("waits for keys");
    shown.text = facts.profile.source.kind == KeyKind::OtherProfile
                     ? Words::tr("The profile whose keys take the role has none at present. When "
                                 "it has, this one gets its keys by itself.")
                     : Words::tr("There are no keys. Renew to ask for them.");
    return shown;
}

ShownStanding ofIssuedKeys(const StandingFacts &facts)
{
    const RenewalStanding &issued = facts.issued;
    ShownStanding shown;
    shown.mark = StandingMark::Good;
    if (!issued.expiresAt.isValid()) {
        shown.line = Words::tr("keys here", "how a profile's key stands, in a list");
        shown.text = Words::tr("The keys are here; when they end is not known.");
    } else {
        const QString until = untilText(issued.expiresAt, facts.now);
        shown.line = Words::tr("keys until %1").arg(until);
        shown.text = Words::tr("The keys last until %1; others come before that.").arg(until);
    }
    if (issued.isAsking) {
        shown.mark = StandingMark::Asking;
        //: %1 is how long keys last
        shown.line = Words::tr("renewing… · %1").arg(shown.line);
        shown.text = joinedSentences({Words::tr("New keys are being fetched."), shown.text});
    }
    shown.text = joinedSentences({shown.text, endText(issued.keyIdEnd)});
    return shown;
}

QString causeText(const StandingFacts &facts)
{
    return facts.issued.error ? keyIssueText(*facts.issued.error, facts.profile.source)
                              : Words::tr("The keys have ended.");
}

ShownStanding ofFailing(const StandingFacts &facts)
{
    ShownStanding shown;
    shown.mark = StandingMark::Warning;
    const QString until =
        facts.issued.expiresAt.isValid() ? untilText(facts.issued.expiresAt, facts.now) : QString();
    if (until.isEmpty()) {
        shown.line = Words::tr("not renewed");
        shown.text =
            joinedSentences({causeText(facts), Words::tr("The keys that are here are used on.")});
    } else {
        shown.line = Words::tr("not renewed · keys until %1").arg(until);
        shown.text = joinedSentences(
            {causeText(facts),
             Words::tr("The keys that are here are used on until they end at %1.").arg(until)});
    }
    return shown;
}

ShownStanding ofEnded(const StandingFacts &facts)
{
    ShownStanding shown;
    shown.mark = StandingMark::Warning;
    shown.line = Words::tr("no keys", "how a profile's key stands, in a list");
    shown.text = joinedSentences(
        {causeText(facts), Words::tr("Nothing is read or sent with this profile.")});
    if (facts.issued.nextTry.isValid())
        shown.text = joinedSentences(
            {shown.text,
             Words::tr("Next try at %1.").arg(untilText(facts.issued.nextTry, facts.now))});
    return shown;
}

ShownStanding ofSource(const StandingFacts &facts)
{
    ShownStanding shown;
    switch (facts.issued.state) {
    case Issued::NotIssued:
        return ofEnteredKey(facts);
    case Issued::NeedsKey:
        return ofMissingBase(facts);
    case Issued::NeedsAgreement:
        shown.mark = StandingMark::Warning;
        shown.line = Words::tr("waits for your agreement");
        shown.text = Words::tr("Where the keys come from has not been agreed to yet, so nothing "
                               "was run or asked. Read it in the profile, and agree to it or not.");
        return shown;
    case Issued::Loop:
        return ofLoop(facts.issued);
    case Issued::Issuing:
        shown.mark = StandingMark::Asking;
        shown.line = Words::tr("getting keys…");
        shown.text = Words::tr("The keys are being fetched…");
        return shown;
    case Issued::Here:
        return ofIssuedKeys(facts);
    case Issued::Failing:
        return ofFailing(facts);
    case Issued::Ended:
        break;
    }
    return ofEnded(facts);
}

} // namespace

ShownStanding standingOf(const StandingFacts &facts)
{
    if (!facts.isSaved) {
        ShownStanding shown;
        shown.line = Words::tr("not saved yet", "a new profile, in a list");
        shown.text = Words::tr("Not saved yet.");
        return shown;
    }
    ShownStanding shown = ofSource(facts);
    shown.command = facts.issued.cliCommand;
    shown.hasEnteredKey = facts.kept.state == Kept::Here;
    return shown;
}

QString untilText(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime local = utc.toLocalTime();
    const bool isToday = local.date() == now.toLocalTime().date();
    const QString time =
        local.toString(isToday ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm")) +
        QLatin1Char(' ') + zoneText(local);
    if (utc <= now)
        return time;
    //: %1 is a time with a zone, %2 how long it is until then
    return Words::tr("%1 (%2)").arg(time, ageText(std::chrono::seconds(now.secsTo(utc))));
}

QString actsAsText(const KnownActor &actor, const QDateTime &now)
{
    const QString who = actorText(actorName(actor.identity), actor.identity.kind());
    const QString mark = notVerifiedText(actor.notVerifiedSince(now), now);
    if (mark.isEmpty())
        //: Of a profile; %1 is a user, or a role with its session
        return Words::tr("Acts as %1.").arg(who);
    //: Of a profile; %1 is a user, or a role with its session, %2 that this was not verified today
    return Words::tr("Acts as %1 (%2).").arg(who, mark);
}

QString keyFaultText(const Error &error, const Profile &profile)
{
    const auto problem = keychainProblemOf(error);
    if (!problem)
        return errorText(error);
    const KeychainPlaces places{{}, profile.key.backend};
    return joinedSentences({keychainText(*problem, places), keychainAdvice(*problem)});
}

} // namespace countersign
